"""The text of a mention, made comparable."""

import re
import unicodedata
from html import unescape

_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ", "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－", "-"))
_OTHER_SHAPES = {"<circle>", "<font>", "<square>"}
_LISTED = ("<compat>", "No")
_TAG = re.compile(r"</?(?:sub|sup|b|i|em|strong|br ?/?|span(?: [^<>]*)?)>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z]{2,6}|#[0-9]{2,5});")
_SMALL = {"<sub>", "<super>"}
_STROKES = str.maketrans("łı", "li", "ـ")  # ـ only stretches an Arabic word
_BASES = "αεηιουωا"
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮасеһіјорѕухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTYXYacehijopsyxABEZHIKMNOPTYXo",
)


def normalise(text: str) -> str:
    """Bring a mention into one form: NFKC, plain hyphens, single spaces, nothing invisible.

    Doing so twice changes nothing.
    """
    if not text.isprintable():
        visible = (c for c in text if unicodedata.category(c) not in {"Cf", "Cc"} or c.isspace())
        text = "".join(visible)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return " ".join(text.split())


def without_html(text: str) -> str:
    """Give a text without what a page left in it: ``V<sub>2</sub>O<sub>5</sub>``, ``A &amp; B``."""
    return unescape(_TAG.sub("", text)) if _TAG.search(text) or _ENTITY.search(text) else text


def sign(text: str) -> str | None:
    """Give the character of a text that stands for more than the letters it looks like, if any.

    ``№``, ``™`` and ``①`` are such signs, and so are small or Roman figures with nothing beside
    them; ``²³⁵U``, full-width letters and ligatures are not.

    Args:
        text: the mention as it was typed.
    """
    if text.isascii() or unicodedata.is_normalized("NFKC", text):
        return None
    small = True
    for character in text:
        tag, category = _decomposed(character), unicodedata.category(character)
        if tag in _OTHER_SHAPES or (tag and category == "So") or (tag, category) == _LISTED:
            return character
        small = small and (tag in _SMALL or category == "Nl")
    return text[0] if small else None


def _decomposed(character: str) -> str:
    """Give how a character is made of others, as UnicodeData.txt tags it; empty where it is not."""
    return unicodedata.decomposition(character).partition(" ")[0]


def key(text: str) -> str:
    """Give the form in which names are compared: normalised, case-folded."""
    return folded(normalise(text))


def folded(normalised: str) -> str:
    """Give the form in which names are compared of a normalised text."""
    small = normalised.casefold()
    return small if small.isascii() else normalise(small).translate(_APOSTROPHES)


def without_accents(text: str) -> str:
    """Give a text without its accents, vowel signs and hamzas on alif; marks of kana stay."""
    if text.isascii():
        return text
    bare = (_base(letter) for letter in text if not unicodedata.combining(letter))
    return "".join(bare).translate(_STROKES)


def _base(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() or base in _BASES else letter


def odd_capitals(text: str) -> bool:
    """Say whether a word has capitals unlike words: neither none, nor all, nor only the first.

    Dutch writes its first letter ij as two, both of them capitals: IJzer.
    """
    if text.startswith("IJ") and text[2:].islower():
        return False
    if text.islower() or text.isupper() or text.istitle():
        return False
    return text not in (text.lower(), text.upper(), text.capitalize(), text.title())


def latin_twin(text: str) -> str | None:
    """Give the Latin text that Cyrillic or Greek letters in this one look like, if any do."""
    if text.isascii():
        return None
    twin = text.translate(_LOOKALIKES)
    return twin if twin.isascii() else None


def other_script(text: str) -> str:
    """Name the first character of another script, for a reason a user can act on."""
    other = re.search(r"[^\x00-\x7f]", text)
    return unicodedata.name(other.group(), "a character outside ASCII") if other else ""
