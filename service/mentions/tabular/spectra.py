"""The heads of a table of spectra: ``MgI``, ``e_TiII``, ``[CI]`` are elements by their lines."""

import re
from collections.abc import Mapping, Sequence

from service.mentions.language.qualifiers import Heading
from service.mentions.reading import Reading, Resolution, found
from service.model import By, Element

_ENOUGH = 4
_LINE = re.compile(
    r"(?:(?P<figure>[a-z]{1,6})_)?\[?(?P<symbol>[A-Z][a-z]?)_?(?P<stage>I{1,3}|IV)\]?"
    r"(?:_(?P<more>[a-z]+))?"
)
"""``I`` is the neutral atom, ``II`` the singly charged ion; an abundance stands in brackets."""
_NO_IODIDES = {"C", "O", "S"}


def among_spectra(
    heads: Sequence[str], readings: Sequence[Reading], elements: Mapping[str, Element]
) -> list[Reading]:
    """Give the readings of heads, each line as its element where the table is one of spectra.

    At least four elements must head columns with ``I``, and one line must be no iodide: ``CI``,
    or one with ``II``.

    Args:
        heads: the normalised heads, in their order.
        readings: what each was read as alone.
        elements: the elements, by symbol.
    """
    lines = [_LINE.fullmatch(head) for head in heads]
    lines = [line if line and line["symbol"] in elements else None for line in lines]
    told = {(line["symbol"], line["stage"]) for line in lines if line}
    sure = any(stage != "I" or symbol in _NO_IODIDES for symbol, stage in told)
    if not sure or sum(stage == "I" for _, stage in told) < _ENOUGH:
        return list(readings)
    return [
        _of_line(line) if line else reading for line, reading in zip(lines, readings, strict=True)
    ]


def _of_line(line: re.Match[str]) -> Reading:
    form = " ".join(filter(None, (f"line {line['stage']}", line["figure"], line["more"])))
    note = f"Read without the stage {line['stage']}: other headings are lines of spectra, too."
    match = Resolution(By.SYMBOL, note=note, heading=Heading(form=form))
    return found(line["symbol"], match)
