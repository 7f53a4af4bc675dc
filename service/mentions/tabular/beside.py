"""Mentions that stand side by side in one: ``Scandium (Sc)``, ``21. Sc``, ``Fe, Cu``."""

import re
from collections.abc import Sequence
from dataclasses import replace

from service.mentions.language.analytes import BATTERY
from service.mentions.language.homographs import AMOUNT
from service.mentions.lexicon import Lexicon
from service.mentions.reading import (
    MOST_SUGGESTIONS,
    Reading,
    Resolution,
    found,
    read_as,
    unknown,
    with_note,
)
from service.mentions.tabular.companions import contradiction
from service.model import By

MOST_PARTS = 8
_BRACKETED = re.compile(
    r"([^()\[\]]+?)(?: ?[,;:|/=&]| -| and)? ?[(\[]"
    r"(?!(?:0|I{2,3}|IV|VI{1,3}|IX)[)\]])([^()\[\]]+)[)\]]",
    re.IGNORECASE,
)
"""A charge in brackets belongs to what stands before it."""
_UNDERSCORED = re.compile(r"(?![A-Z]_[A-GI-Z]$)([A-Z][a-z]?)_([A-Z][a-z]?)")
"""A ratio, as programs write it: [C/H] is ``__C_H_`` in VizieR. ``B_V`` is a colour of stars."""
SYMBOLS = re.compile(r"[A-Z][a-z]?(?: [A-Z][a-z])+")
"""As registers of mines write: ``Cu Ag Au``."""
_NUMBERED = re.compile(r"([0-9]{1,3})[.)]? ([^\W\d].*)")
_BETWEEN = re.compile(
    r" ?[,;:|/=&+、] ?| - | (?:and|or|y|e|et|und|og|och|en|i|и|dan|ve) |[和与]", re.IGNORECASE
)
_NAMED = {By.SYMBOL, By.NAME, By.FORMER_NAME, By.SYSTEMATIC_NAME}


def parts(text: str) -> list[str]:
    """Give the two to eight mentions that stand side by side in one; none where there is one.

    Args:
        text: the normalised mention.
    """
    if BATTERY.fullmatch(text):
        return []
    underscored = _UNDERSCORED.fullmatch(text)
    if match := _BRACKETED.fullmatch(text) or _NUMBERED.fullmatch(text) or underscored:
        split = list(match.groups())
    elif SYMBOLS.fullmatch(text):
        split = text.split(" ")
    elif "^" in text:
        split = text.split("/")
    else:
        split = _BETWEEN.split(text)
        split = split if len(split) > 1 else text.split("-")
    split = [part.strip() for part in split]
    return split if 1 < len(split) <= MOST_PARTS and all(split) else []


def agreed(text: str, read: Sequence[tuple[str, Reading]], lexicon: Lexicon) -> Reading | None:
    """Give the reading of a mention whose parts each name an element; None if they say too little.

    Args:
        text: the normalised mention.
        read: its parts in order, each with its reading.
        lexicon: the spellings.
    """
    readings = [reading for _, reading in read]
    symbols = tuple(dict.fromkeys(symbol for each in readings for symbol in each.symbols))
    if len(symbols) > 1:
        if _contradict(readings):
            return contradiction(symbols, lexicon, text)
        several = f"{text!r} names more than one element: send each as an item, or use kind=auto."
        return unknown(several, symbols[:MOST_SUGGESTIONS])
    match = _telling([each.resolution for each in readings if each.resolution])
    if match is None:
        return None
    beside = [part for part, _ in read]
    if len(beside) > len(set(beside)) == 1:
        return unknown(f"{text!r} says the same more than once: send it once.", symbols)
    warnings = tuple(dict.fromkeys(warning for each in readings for warning in each.warnings))
    if beside[0].isdigit() and len(beside[-1]) == 1:
        warnings = (*warnings, *read_as(lexicon.elements[symbols[0]], (AMOUNT,)))
    note = "Each part of it names the element."
    return found(symbols[0], with_note(replace(match, warnings=warnings), note))


def _contradict(readings: list[Reading]) -> bool:
    """Say whether a name stands beside the symbol of another element."""
    found_by = {each.resolution.by for each in readings if each.resolution}
    return len(readings) == 2 and found_by == {By.NAME, By.SYMBOL}  # noqa: PLR2004 - a pair


def _telling(matches: list[Resolution]) -> Resolution | None:
    """Give the first match by a symbol or name, or the isotope that all of them are."""
    for match in matches:
        if match.by in _NAMED:
            return match
    if matches and all(each.by is By.ION for each in matches):
        charges = {each.charge for each in matches}
        return matches[0] if len(charges) == 1 else replace(matches[0], charge=None)
    same = len({(each.by, each.mass_number) for each in matches}) == 1
    return matches[0] if same and matches[0].by is By.ISOTOPE else None
