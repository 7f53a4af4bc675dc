"""Values that list several things: ``Gold, Silver``, ``Copper; Barite``, ``Zn/Pb/fluorite``."""

import re
from collections.abc import Callable
from dataclasses import replace

from service.mentions.language.text import normalise
from service.mentions.reading import Reading, Share, unknown
from service.mentions.tabular.beside import SYMBOLS
from service.model import Outcome

MOST_THINGS = 24
"""Most things in a list; registers of mines name up to a dozen."""
_SEPARATOR = re.compile(
    r" ?[,;&/_、،] ?(?:(?:and|or|et|und|y|e) )?"
    r"| (?:and|or|y|e|et|und|og|och|en|i|и|dan|ve) |[和与]",
    re.IGNORECASE,
)
_TOLD = 3


def read_several(value: str, read: Callable[[str], Reading]) -> Reading | None:
    """Read each thing in a list; None where a value is none.

    Args:
        value: as it came; no single mention.
        read: reads one part.

    Returns:
        The reading, with every element and material in ``contains``, each once. A list of which
        two things or more are read, but not all, is a problem that names the rest.
    """
    text = normalise(value)
    parts = text.split(" ") if SYMBOLS.fullmatch(text) else _SEPARATOR.split(text)
    parts = [part for part in parts if part]
    if len(parts) > MOST_THINGS:
        return _problem(f"It lists {len(parts)} things: at most {MOST_THINGS} are read in a value.")
    if len(parts) == 1 or any(part.isdigit() for part in parts):  # a row of figures is no list
        return None
    readings = {part: read(part) for part in parts}
    shares = {
        each.thing: Share(each.thing, is_material=each.material is not None)
        for each in readings.values()
        if each.thing
    }
    if len(shares) <= 1:
        return None
    if unread := [part for part, each in readings.items() if not each.thing]:
        rest = ", ".join(map(repr, unread[:_TOLD]))
        return _problem(f"{value!r} is a list of which {rest} is not read.")
    warnings = dict.fromkeys(each for reading in readings.values() for each in reading.warnings)
    return Reading(
        Outcome.OK,
        symbols=tuple(share.thing for share in shares.values() if not share.is_material),
        warnings=tuple(warnings),
        kind="several",
        contains=tuple(shares.values()),
    )


def _problem(detail: str) -> Reading:
    return replace(unknown(detail), kind="several")
