"""Columns of mentions as they come in tables: mixed, and all different."""

import random
from collections.abc import Iterator
from itertools import chain

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
    sorts = [[text for text, _ in sort] for sort in _sorts(records)]
    sorts.append(list(GARBAGE))
    return [chance.choice(sort) for sort in chance.choices(sorts, SHARES, k=size)]


def _sorts(records: Records) -> list[list[tuple[str, str]]]:
    elements = records.elements
    return [
        [(element.symbol, element.symbol) for element in elements],
        [(element.symbol.upper(), element.symbol) for element in elements],
        [(name.text, name.symbol) for name in records.names if name.kind == "preferred"],
        [(str(element.atomic_number), element.symbol) for element in elements],
        [(element.cas, element.symbol) for element in elements if element.cas],
        [(f"{e.symbol}-{mass}", e.symbol) for e in elements for mass in e.mass_numbers],
    ]


def different(records: Records, size: int) -> list[str]:
    """Make a column without a repetition: names in their surroundings, isotopes, sample numbers."""
    column = list(dict.fromkeys(text for text, _ in _known(records)))
    column += [f"sample {number}" for number in range(size - len(column))]
    random.Random(2).shuffle(column)  # noqa: S311 - data, not a secret
    return column


def meant(records: Records) -> dict[str, set[str]]:
    """Give the symbols that each mention of the columns was made of: more than one by chance."""
    symbols: dict[str, set[str]] = {}
    for text, symbol in chain(_known(records), *_sorts(records)):
        symbols.setdefault(text, set()).add(symbol)
    return symbols


def _known(records: Records) -> Iterator[tuple[str, str]]:
    texts = [(name.text, name.symbol) for name in records.names]
    texts += [(element.symbol, element.symbol) for element in records.elements]
    for text, symbol in texts:
        yield from ((around.format(text), symbol) for around in _AROUND.split("|"))
    for element in records.elements:
        for mass in element.mass_numbers:
            yield f"{element.symbol}-{mass}", element.symbol
            yield f"{mass}{element.symbol}", element.symbol
