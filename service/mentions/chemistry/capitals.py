"""Formulas in capitals alone, ``SIO2`` or ``CUO``: read as people mean them, or asked about.

Databases head their columns so. Letter by letter, ``CUO`` would be carbon, uranium and oxygen.
"""

import re
from collections.abc import Collection, Iterator

MOST_LETTERS = 12
"""Most letters that are cut up into symbols: each may nearly double the ways."""
_CAPITALS = re.compile(r"(?=.*[A-Z]{2})[A-Z0-9.]+")
_TOKEN = re.compile(r"[A-Z]|[0-9.]+")
_SYMBOL = re.compile(r"[A-Z][a-z]?")
_ANIONS = {"H", "B", "C", "N", "F", "Si", "P", "S", "Cl", "As", "Se", "Br", "Te", "I"}
"""Besides oxygen: the nonmetals of a compound of two, ``ZNS`` or ``GAAS``."""
_NONMETALS = _ANIONS | {"O", "He", "Ne", "Ar", "Kr", "Xe"}
_KNOWN = {
    "CO": "CO",
    "NO": "NO",
    "HF": "HF",
    "COOH": "COOH",
    "HCO3": "HCO3",
    "H2OP": "H2O",
    "H2OM": "H2O",
}
"""Compounds of nonmetals that read as metals too; water given off above and below 110 °C."""


def is_capital(text: str) -> bool:
    """Say whether a text may be a formula in capitals alone, two letters side by side.

    Args:
        text: the normalised formula.
    """
    return bool(_CAPITALS.fullmatch(text))


def too_long(text: str, symbols: Collection[str]) -> bool:
    """Say whether a text has too many letters, and two of them may be one symbol.

    Args:
        text: in capitals.
        symbols: as ``meant`` takes them.
    """
    letters = sum(character.isalpha() for character in text)
    pairs = (text[place : place + 2].capitalize() for place in range(len(text)))
    return letters > MOST_LETTERS and any(len(pair) > 1 and pair in symbols for pair in pairs)


def meant(text: str, symbols: Collection[str]) -> list[str]:
    """Give the formulas that a text in capitals may mean: those alone that make sense, if any do.

    Args:
        text: in capitals, such as ``SIO2``.
        symbols: those of the elements that have compounds in tables.
    """
    if text in _KNOWN:
        return [_KNOWN[text]]
    if len(text) == 2 and (symbol := text.capitalize()) in symbols:  # noqa: PLR2004 - a symbol
        return [symbol]
    tokens = _TOKEN.findall(text)
    if sum(token.isalpha() for token in tokens) > MOST_LETTERS:
        return [text]  # no two of its letters are one symbol
    ways = list(_ways(tokens, symbols))
    written = ["".join(way) for way in ways]
    return [each for each in written if makes_sense(each)] or written


def _ways(tokens: list[str], symbols: Collection[str]) -> Iterator[list[str]]:
    """Give each way to cut tokens up into symbols with their amounts."""
    if not tokens:
        yield []
    for used in (2, 1):
        symbol = "".join(tokens[:used]).capitalize()
        if symbol not in symbols or len(tokens) < used:
            continue
        after = tokens[used:]
        amount = after[0] if after and not after[0].isalpha() else ""
        for following in _ways(after[bool(amount) :], symbols):
            yield [symbol + amount, *following]


def makes_sense(formula: str) -> bool:
    """Say whether symbols follow one another as they do in an oxide or a salt.

    Args:
        formula: in usual letters, without brackets.
    """
    parts = _SYMBOL.findall(formula)
    *before, last = parts[:-1] if parts[-2:] == ["O", "H"] else parts
    nonmetals = [part for part in before if part in _NONMETALS]
    if len(set(parts)) < len(parts) and parts[-2:] != ["O", "H"]:
        return False
    if last == "O":
        return nonmetals in ([], before[-1:]) and bool(before)
    return bool(before) and not nonmetals and last in _ANIONS
