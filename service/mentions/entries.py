"""Takes off a name what entries of lists say behind it: where it occurs, how pure it is."""

import re

from service.mentions.commodities import ONLY_NAMES, UNSURE, traded
from service.mentions.qualifiers import Heading
from service.mentions.substances import registered
from service.mentions.wrapping import Wrapped
from service.model import By

_LONGEST_SYMBOL = 2
_OCCURS = {
    *("in", "and", "of", "ore", "crude", "mixed", "ground", "water", "air", "brine", "resource"),
    *("sulfide", "sulfides", "silicate", "silicates", "oxide", "oxides", "carbonate"),
    *("apatite", "cassiterite", "bastnasite", "bauxite", "magnetite", "tantalite", "zircon"),
    *("ilmenite", "rutile", "chromite", "sylvinite", "sedimentary", "deposit"),
}
_SHARE = re.compile(r"[0-9][0-9.]*(?:[Ee][+-]?[0-9]+)?(?:%|ppm)?")
_PURITY = re.compile(
    r"(?P<name>[^,(]+?)(?:,? \(?|\()"
    r"(?P<purity>(?:>=?|≥) ?[0-9]{1,3}(?:\.[0-9]+)? ?%|(?:9[0-9](?:\.[0-9]+)?|100)%)"
    r"(?: pur(?:ity|e))?\)?"
)
_AMOUNT = re.compile(r"(?P<name>[^\W\d_]{2,}) [0-9]{1,2}(?:\.[0-9]+)? ?%")
"""A part of an alloy: the number is no mass number."""
_PARAMETER = re.compile(r"([pP]?[0-9]{5})(?: ?[-:] ?| )([^\W\d_]{3}.+)")
_OF_WATER = {
    *("TN", "T-N", "NT", "TKN", "NTK", "TDN", "TP", "T-P", "PT", "TDP", "DO", "OD", "TFe", "TCr"),
}
"""What is measured in water, as it stands in brackets behind its name: nitrogen, total."""
_BRACKETED = re.compile(r"(.+?) ?[(\[]([^()\[\]]+)[)\]]")


def described(text: str) -> Wrapped | None:
    """Give what stands inside words that unit or label must not be cut out of.

    Args:
        text: the normalised mention.
    """
    return (
        _occurrence(text)
        or _abbreviated(text)
        or _coded(text)
        or _pure(text)
        or _with_amount(text)
        or registered(text)
        or traded(text)
    )


def _occurrence(text: str) -> Wrapped | None:
    """Take off where a resource occurs, and how much of it: ``Gold, Au 4.9E-5%, in ore``."""
    name, separator, place = text.partition(", ")
    words = place.replace(",", " ").replace(" %", "%").split()
    if not separator or not ({"in"} & set(words)) or not all(map(_occurs, words)):
        return None
    refused = UNSURE if words[0] == name else ONLY_NAMES
    return Wrapped(text, name, f"Read without {place!r}.", refused, heading=Heading(form=place))


def _occurs(word: str) -> bool:
    if word.isalpha() and len(word) <= _LONGEST_SYMBOL:
        return True
    return word in _OCCURS or bool(_SHARE.fullmatch(word))


def _abbreviated(text: str) -> Wrapped | None:
    """Take off the initials of words, or a customary abbreviation, in brackets behind them."""
    match = _BRACKETED.fullmatch(text)
    if not match:
        return None
    initials = "".join(word[0] for word in match[1].upper().split())
    of_words = match[2] == initials and len(initials) > 1
    note = f"Read without its abbreviation, {match[2]}."
    short = of_words or match[2] in _OF_WATER
    return Wrapped(text, match[1], note, ONLY_NAMES) if short else None


def _coded(text: str) -> Wrapped | None:
    """Take off the code of a parameter before its name: ``00930 Sodium, dissolved``."""
    match = _PARAMETER.fullmatch(text)
    if match is None:
        return None
    return Wrapped(text, match[2], f"Read without its code, {match[1]}.", ONLY_NAMES)


def _pure(text: str) -> Wrapped | None:
    """Take off how pure a thing is: ``Gallium 99.99%``, ``fluorspar, 97% purity``."""
    match = _PURITY.fullmatch(text)
    if match is None:
        return None
    purity = match["purity"]
    note = f"Read without its purity, {purity}."
    heading = Heading(form=f"purity {purity}")
    return Wrapped(text, match["name"], note, ONLY_NAMES, heading=heading)


def _with_amount(text: str) -> Wrapped | None:
    """Ask about a part of an alloy, ``Cu 60%``: copper-60 would be an isotope."""
    match = _AMOUNT.fullmatch(text)
    note = "Read without its amount."
    return Wrapped(text, match["name"], note, frozenset(By), element=True) if match else None
