"""Doubts about a reading: another meaning that is as likely in a cell or at its head."""

import re

from service.mentions.language.analytes import letter, other_heading
from service.mentions.language.homographs import (
    NO_ABUNDANCE,
    before_a_noun,
    is_english,
    other_meanings,
)
from service.mentions.language.qualifiers import Heading
from service.mentions.reading import Reading, Resolution, read_as, unknown, with_warnings
from service.model import By, Element

_HYDROGEN_ISOTOPES = {"T", "D"}
_NAMES = {By.NAME, By.FORMER_NAME}
_CODE = re.compile(r"[A-Z][1-9][0-9]{1,2}")
"""``V51`` is the name that programs give to a fifty-first column."""
_MUCH = {"%", "g/dm3", "g/kg", "dag/kg"}
"""Units of what there is much of."""
_MEASURED = ("unit", "fraction", "method")


def judged(reading: Reading, core: str, element: Element, heads: bool, *, spoken: bool) -> Reading:
    """Give a reading, or the question that it raises.

    Args:
        reading: of one element.
        core: the normalised text of the element alone.
        element: what it was read as.
        heads: whether it heads a column.
        spoken: whether the caller says in which language the names are.
    """
    match = reading.resolution
    if match is None:
        return reading
    heading = match.heading or Heading()
    folded = match.by is By.SYMBOL_CASE_FOLDED
    if folded and not element.natural:
        return _ambiguous(core, element, "an abbreviation")
    if folded:
        judge = _folded if heads else _of_a_cell
        return judge(reading, core, element, heading)
    measured = any(getattr(heading, member) for member in _MEASURED)
    if before_a_noun(core):  # a fraction makes a phrase: in total
        measured = bool(heading.unit or heading.method)
    if not heads or (measured and (core != "No" or heading.unit)):
        return reading
    if other := _other(match, core, element, spoken=spoken):
        return _ambiguous(core, element, other)
    return _exact(reading, core, element) if match.by is By.SYMBOL else reading


def _other(match: Resolution, core: str, element: Element, *, spoken: bool) -> str | None:
    """Say what heads a column at least as often as the element does, if anything."""
    foreign = match.by in _NAMES and not spoken and "en" not in match.languages
    code = bool(_CODE.fullmatch(core)) and match.by is By.ISOTOPE
    lasts = code and int(core[1:]) in element.lasting_mass_numbers
    others = {
        "a number": core == "No",
        "an English word": foreign and is_english(core),
        "a code": code and (core[0] == "V" or not lasts),
        "a number of another kind": match.by is By.ATOMIC_NUMBER and core.isdigit(),
        letter(core): match.by is By.ISOTOPE and core in _HYDROGEN_ISOTOPES,
    }
    return next((other for other, applies in others.items() if applies), None)


def _of_a_cell(reading: Reading, core: str, element: Element, heading: Heading) -> Reading:
    """Judge a symbol in other capitals in a cell: with its unit, or of one letter."""
    if reading.warnings or not (heading.unit or len(core) == 1):
        return reading
    other = None if heading.method else other_heading(core, heading.unit)
    doubt = f"It may also be {other}." if other else None
    if len(core) == 1:
        doubt = "In small letters, it may be something else."
    return _warned(reading, element, doubt) if doubt else reading


def _folded(reading: Reading, core: str, element: Element, heading: Heading) -> Reading:
    """Judge a symbol in other capitals at the head of a column."""
    measured = bool(heading.unit or heading.method or heading.fraction)
    if len(core) == 1:
        if not measured:
            return _ambiguous(core, element, "something else in small letters")
        return _warned(reading, element, "In small letters, it may be something else.")
    other = None if heading.method else other_heading(core, heading.unit)
    if other and (not heading.unit or heading.unit in _MUCH):
        return _ambiguous(core, element, other)
    return _warned(reading, element, f"It may also be {other}.") if other else reading


def _exact(reading: Reading, core: str, element: Element) -> Reading:
    """Judge a symbol at the head of a column without a unit."""
    if not element.natural:
        return _warned(reading, element, NO_ABUNDANCE)
    if other := letter(core):
        return _warned(reading, element, f"It may also head {other}.")
    if is_english(core):
        return with_warnings(reading, read_as(element, other_meanings(core)))
    return reading


def _warned(reading: Reading, element: Element, doubt: str) -> Reading:
    (warning,) = read_as(element, (doubt,))
    return reading if warning in reading.warnings else with_warnings(reading, (warning,))


def _ambiguous(core: str, element: Element, other: str) -> Reading:
    name, symbol = element.name.lower(), element.symbol
    better = name if core == symbol else f"{symbol} or {name}"  # the same again would not help
    return unknown(f"{core!r} may be {other}: send {better}.", (symbol,))
