"""The text of a mention, made comparable."""

import re
import unicodedata

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－", "-"))
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮасеһіјорѕухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTYXYacehijopsyxABEZHIKMNOPTYXo",
)


def normalise(text: str) -> str:
    """Bring a mention into one form: NFKC, plain hyphens, single spaces, nothing invisible.

    Doing so twice changes nothing.
    """
    if not text.isprintable():
        kept = (c for c in text if unicodedata.category(c) not in {"Cf", "Cc"} or c.isspace())
        text = "".join(kept)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_DASHES)).translate(_DASHES)
    return " ".join(text.split())


def key(text: str) -> str:
    """Give the form in which names are compared: normalised, case-folded."""
    return normalise(normalise(text).casefold())


def without_accents(text: str) -> str:
    """Give a Latin text without its accents; a mark that makes another letter of a kana stays."""
    bare = (
        c[0] if (c := unicodedata.normalize("NFD", each))[0].isascii() else each for each in text
    )
    return "".join(bare).replace("ł", "l")


def odd_capitals(text: str) -> bool:
    """Say whether a word has capitals unlike words: neither none, nor all, nor only the first."""
    return text not in (text.lower(), text.upper(), text.capitalize(), text.title())


def latin_twin(text: str) -> str | None:
    """Give the Latin text that Cyrillic or Greek letters in this one look like, if any do."""
    twin = text.translate(_LOOKALIKES)
    return twin if twin.isascii() and not text.isascii() else None


def other_script(text: str) -> str:
    """Name the first character of another script, for a reason a user can act on."""
    found = re.search(r"[^\x00-\x7f]", text)
    return unicodedata.name(found.group(), "a character outside ASCII") if found else ""
