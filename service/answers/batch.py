"""The answer to a batch of mentions: equal items are read once and answered each."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from service.answers.encoding import Json
from service.mentions import SUGGESTED, Outcome, Reading

Read = Callable[[Any, bool], Reading]
"""Reads a value, with or without a search for near names."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a batch: the value, its reading, and the place of its first equal."""

    value: Any
    reading: Reading
    first: int


def read_items(values: Iterable[Any], read: Read) -> Iterator[Item]:
    """Read values; equal ones are read once, and only the first unknowns get suggestions.

    Args:
        values: of any JSON type.
        read: reads one of them.
    """
    items: dict[Any, Item] = {}
    unknowns = 0
    for place, value in enumerate(values):
        same = value if isinstance(value, str) else (type(value), repr(value))
        item = items.get(same)
        if item is None:
            reading = read(value, unknowns < SUGGESTED)
            unknowns += reading.outcome is Outcome.UNKNOWN
            item = items[same] = Item(value, reading, place)
        yield item


class Batch:
    """The items of a batch, and their counts.

    Attributes:
        items: every item, in order.
        outcomes: how many items had each outcome.
        symbols: every element once, in the order of its first mention.
        materials: every material once, likewise, by id.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = list(items)
        self.outcomes = Counter(str(item.reading.outcome) for item in self.items)
        readings = [item.reading for item in self.items]
        self.symbols = list(dict.fromkeys(s for each in readings for s in each.symbols))
        self.materials = list(dict.fromkeys(each.material for each in readings if each.material))

    def summary(self) -> Json:
        """Count items, outcomes and elements."""
        return {
            "items": len(self.items),
            **{outcome.replace("-", "_"): self.outcomes[outcome] for outcome in Outcome},
            "distinct_elements": len(self.symbols),
            "distinct_materials": len(self.materials),
        }

    def results(self, write: Callable[[Any, Reading], Json], *, distinct: bool) -> list[Json]:
        """Give one outcome an item, in order.

        Args:
            write: gives the outcome of a value and its reading.
            distinct: whether only the first of equal items is answered, with how many there are.
        """
        written: dict[int, Json] = {}
        times = Counter(item.first for item in self.items)
        results = []
        for index, item in enumerate(self.items):
            if item.first not in written:
                written[item.first] = write(item.value, item.reading)
            if not distinct:
                results.append({"index": index, "count": 1, **written[item.first]})
            elif item.first == index:
                results.append({"index": index, "count": times[index], **written[index]})
        return results
