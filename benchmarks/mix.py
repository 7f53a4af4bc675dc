"""A column of mentions as they come, with what each is known to be."""

import random
from collections.abc import Callable

from service.model import Element, Records

Truth = tuple[str, str | None]
"""A mention, and the symbol that it stands for; None where it stands for no element."""
GARBAGE = ("unobtainium", "n/a", "???", "Xx", "foo bar", "0", "119", "7440-20-1", "total", "<LOD")
SHARES = {
    "symbol": 40,
    "folded": 10,
    "name": 25,
    "number": 8,
    "cas": 7,
    "isotope": 5,
    "garbage": 5,
}
"""Of a hundred mentions, how many are of each sort."""


def mixed(records: Records, size: int, seed: int = 1) -> list[Truth]:
    """Make a column, the same for the same seed.

    Args:
        records: whose elements and names are mentioned.
        size: how many mentions.
        seed: of the choice.
    """
    chance = random.Random(seed)  # noqa: S311 - a benchmark's data, not a secret
    sorts = chance.choices(list(SHARES), list(SHARES.values()), k=size)
    makers = _makers(records, chance)
    return [makers[sort]() for sort in sorts]


def _makers(records: Records, chance: random.Random) -> dict[str, Callable[[], Truth]]:
    elements = records.elements
    # 'na' in any case may be a missing value, and names of several elements are ambiguous
    folded = [e for e in elements if e.symbol != "Na"]
    meant: dict[str, set[str]] = {}
    for name in records.names:
        meant.setdefault(name.text.casefold(), set()).add(name.symbol)
    names = [
        (name.text, name.symbol)
        for name in records.names
        if name.kind == "preferred" and len(meant[name.text.casefold()]) == 1
    ]
    with_cas = [e for e in elements if e.cas]
    with_masses = [e for e in elements if e.mass_numbers]

    def isotope() -> Truth:
        element: Element = chance.choice(with_masses)
        mass = chance.choice(element.mass_numbers)
        return chance.choice(
            [f"{element.symbol}-{mass}", f"{mass}{element.symbol}"]
        ), element.symbol

    def of_element(known: list[Element], text: Callable[[Element], str]) -> Truth:
        element = chance.choice(known)
        return text(element), element.symbol

    everyone = list(elements)
    return {
        "symbol": lambda: of_element(everyone, lambda e: e.symbol),
        "folded": lambda: of_element(folded, lambda e: e.symbol.upper()),
        "name": lambda: chance.choice(names),
        "number": lambda: of_element(everyone, lambda e: str(e.atomic_number)),
        "cas": lambda: of_element(with_cas, lambda e: str(e.cas)),
        "isotope": isotope,
        "garbage": lambda: (chance.choice(GARBAGE), None),
    }


def judged(truth: str | None, outcome: str, symbol: str | None, warnings: list[str]) -> str:
    """Say of one outcome whether it is right, wrong with a word of warning, or wrong in silence.

    An element that was not recognised is said so: that is wrong, but not in silence.
    """
    if symbol == truth:
        return "right"
    if outcome != "ok" or warnings:
        return "told"
    return "silent"
