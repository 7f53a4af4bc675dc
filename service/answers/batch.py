"""The answer to a batch of mentions: equal items are read once and answered each."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from service.answers import elements
from service.answers.briefs import BATCH_HOLDERS, Briefs, element_verdicts, material_verdicts
from service.answers.encoding import Json
from service.answers.mentions import brief_outcome, outcome
from service.answers.summaries import whose_lists
from service.catalogue import Concepts, View
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
        same = key_of(value)
        item = items.get(same)
        if item is None:
            reading = read(value, unknowns < SUGGESTED)
            unknowns += reading.outcome is Outcome.UNKNOWN
            item = items[same] = Item(value, reading, place)
        yield item


def key_of(value: Any) -> Hashable:
    """Give what equal values have in common: 1, 1.0 and True are different values."""
    return value if isinstance(value, str) else (type(value), repr(value))


class Batch:
    """The items of a batch, and their counts.

    Attributes:
        items: every item, in order.
        outcomes: how many items had each outcome.
        symbols: every element once, in the order of its first mention.
        materials: every material once, likewise, by id.
        contained: the elements of alloys and compounds, and each of several things, where
            the kind of values was left open.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = list(items)
        self.outcomes = Counter(str(item.reading.outcome) for item in self.items)
        readings = [item.reading for item in self.items]
        listed = [share for each in readings for share in each.contains]
        materials = [each.material for each in readings if each.material]
        materials += [share.thing for share in listed if share.is_material]
        self.materials = list(dict.fromkeys(materials))
        things = dict.fromkeys(thing for each in readings for thing in each.things)
        self.symbols = [thing for thing in things if thing not in self.materials]
        self.contained = list(dict.fromkeys(share.thing for share in listed))

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


_FEW = 10
"""Most elements of a batch whose verdicts are given though no concept was named."""


def brief(batch: Batch, view: View, concept: Concepts, *, distinct: bool = False) -> Json:
    """Give a batch in brief: one outcome an item, the elements once."""
    briefs = Briefs(view, BATCH_HOLDERS)
    # without a concept, all verdicts of every element would outweigh the outcomes
    shown = batch.symbols if concept is not None or len(batch.symbols) <= _FEW else []
    verdicts = {symbol: element_verdicts(briefs, symbol, concept) for symbol in shown}
    return {
        **elements.envelope(view),
        "summary": batch.summary(),
        "results": batch.results(brief_outcome, distinct=distinct),
        "elements": verdicts,
        "materials": {
            id_: material_verdicts(briefs, id_, concept)
            for id_ in (batch.materials if shown or concept is not None else [])
        },
        "editions": briefs.editions(),
        **_lists(batch, view, concept),
    }


def _lists(batch: Batch, view: View, concept: Concepts) -> Json:
    """Give whose lists name the elements of alloys and compounds; empty where there are none."""
    if concept is None or not batch.contained:
        return {}
    return {"lists": whose_lists(view, concept, batch.contained)}


def full(
    batch: Batch,
    view: View,
    concept: Concepts,
    *,
    distinct: bool = False,
    pace: Callable[[Iterable[str]], Iterable[str]] = iter,
) -> Json:
    """Give a batch whole: one outcome an item, the elements and every record named once.

    Args:
        batch: the items.
        view: the editions that take part.
        concept: where given, the only ones to speak of.
        distinct: whether only the first of equal items is answered, with how many there are.
        pace: passes the elements on, and may let other work go on between them.
    """
    return {
        **elements.envelope(view),
        "summary": batch.summary(),
        "results": batch.results(outcome, distinct=distinct),
        "elements": {symbol: elements.row(view, symbol, concept) for symbol in pace(batch.symbols)},
        **elements.loads_of_rows(view, batch.symbols, concept),
        **_lists(batch, view, concept),
    }
