"""Columns of mentions as they come in tables: mixed, and all different."""

import random
from collections.abc import Iterator

from service.model import Records

GARBAGE = ("unobtainium", "n/a", "???", "Xx", "foo bar", "0", "119", "7440-20-1", "total", "<LOD")
SHARES = (40, 10, 25, 8, 7, 5, 5)
"""In a hundred: symbols, symbols in capitals, names, numbers, CAS numbers, isotopes, garbage."""
_AROUND = (
    '{}|{} (ppm)|{}_ppm|total {}|{}, dissolved|"{}"|({})|{} metal|element: {}|wt% {}|{}_pct|{} g/t'
    "|{} [mg/kg]|  {}|{} (%)|{}-ppb"
)


def mixed(records: Records, size: int) -> list[str]:
    """Make a column of a few thousand different mentions, always the same."""
    chance = random.Random(1)  # noqa: S311 - data, not a secret
    elements = records.elements
    sorts: list[list[str]] = [
        [element.symbol for element in elements],
        [element.symbol.upper() for element in elements],
        [name.text for name in records.names if name.kind == "preferred"],
        [str(element.atomic_number) for element in elements],
        [element.cas for element in elements if element.cas],
        [f"{element.symbol}-{mass}" for element in elements for mass in element.mass_numbers],
        list(GARBAGE),
    ]
    return [chance.choice(sort) for sort in chance.choices(sorts, SHARES, k=size)]


def different(records: Records, size: int) -> list[str]:
    """Make a column without a repetition: names in their surroundings, isotopes, sample numbers."""
    column = list(dict.fromkeys(_known(records)))
    column += [f"sample {number}" for number in range(size - len(column))]
    random.Random(2).shuffle(column)  # noqa: S311 - data, not a secret
    return column


def _known(records: Records) -> Iterator[str]:
    texts = [name.text for name in records.names] + [e.symbol for e in records.elements]
    yield from (around.format(text) for text in texts for around in _AROUND.split("|"))
    for element in records.elements:
        for mass in element.mass_numbers:
            yield from (f"{element.symbol}-{mass}", f"{mass}{element.symbol}")
