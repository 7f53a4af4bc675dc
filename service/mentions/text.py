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
    visible = "".join(c for c in text if unicodedata.category(c) not in {"Cf", "Cc"} or c.isspace())
    folded = unicodedata.normalize("NFKC", visible.translate(_DASHES)).translate(_DASHES)
    return " ".join(folded.split())


def key(text: str) -> str:
    """Give the form in which names are compared: normalised, case-folded."""
    return normalise(normalise(text).casefold())


def latin_twin(text: str) -> str | None:
    """Give the Latin text that Cyrillic or Greek letters in this one look like, if any do."""
    twin = text.translate(_LOOKALIKES)
    return twin if twin != text and twin.isascii() else None


def other_script(text: str) -> str:
    """Name the first character of another script, for a reason a user can act on."""
    found = re.search(r"[^\x00-\x7f]", text)
    return unicodedata.name(found.group(), "a character outside ASCII") if found else ""
