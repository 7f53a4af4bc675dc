"""A list of mentions -> the element of each, and the verdict on a concept."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from service.answers.batch import Item
from service.catalogue import View
from service.mentions import Outcome, Reading
from service.model import Concept, Nature
from service.web.legend import SILENT, Tally, tally
from service.web.pasted_table import Column, Sheet
from service.web.views.search import how, plain

PAGE = 200
"""Most lines on one page."""
OUTCOMES = {
    Outcome.OK: "recognised",
    Outcome.MISSING: "missing",
    Outcome.UNKNOWN: "unknown",
    Outcome.AMBIGUOUS: "ambiguous",
    Outcome.COLLECTIVE_TERM: "names a class",
    Outcome.INVALID: "not valid",
}
_IDENTITY = ("outcome", "symbol", "name", "atomic_number")
_COUNTS = ("state", "yes", "no", "silent")
"""The columns of each concept in the download, with its id behind an underscore."""


@dataclass(frozen=True, slots=True)
class LineElement:
    """One element or material of a line, with its state on each of the chosen concepts."""

    symbol: str
    name: str
    number: int | None
    href: str
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class ResultLine:
    """The outcome of one line, or of all lines that are equal to it."""

    number: int
    typed: str
    times: int
    outcome: str
    outcome_label: str
    elements: tuple[LineElement, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Classified:
    """The outcome of a list: its counts, and the lines of one page."""

    concepts: list[Concept]
    count: int
    distinct: int
    lines: list[ResultLine]
    shown: int
    page: int
    pages: int
    counts: list[tuple[str, str, int]]
    problems: int
    warned: int
    elements: int


class Lines:
    """Makes the lines of a list; each element is classified once."""

    def __init__(
        self, view: View, concepts: Sequence[str], items: Sequence[Item], first_line: int
    ) -> None:
        """Prepare.

        Args:
            view: the editions that take part.
            concepts: those on which the elements' states are shown.
            items: the mentions with their readings, in order.
            first_line: the number of the first item's line in the list.
        """
        self.items = items
        self.concepts = [view.catalogue.concepts[id_] for id_ in concepts]
        self._first_line = first_line
        self._times = Counter(item.first for item in items)
        things = dict.fromkeys(thing for item in items for thing in item.reading.things)
        self.elements = {thing: _line_element(view, thing, self.concepts) for thing in things}

    def at(self, index: int, *, times: bool = False) -> ResultLine:
        """Make the line of one item; with how many are equal to it, or 1."""
        item = self.items[index]
        reading = item.reading
        return ResultLine(
            number=index + self._first_line,
            typed=str(item.value),
            times=self._times[item.first] if times else 1,
            outcome=reading.outcome.value,
            outcome_label=OUTCOMES[reading.outcome],
            elements=tuple(self.elements[thing] for thing in reading.things),
            remark=_remark(reading),
        )

    def places(self, show: str) -> list[int]:
        """Give the places of the lines to show.

        Args:
            show: ``distinct``: each value once, problems first; ``problems``: every line that was
                not recognised or has a warning; ``all``.
        """
        places = range(len(self.items))
        if show == "distinct":
            first = [place for place in places if self.items[place].first == place]
            return sorted(first, key=lambda place: _urgency(self.items[place].reading))
        if show == "problems":
            return [place for place in places if _urgency(self.items[place].reading) < _FINE]
        return list(places)


_FINE = 2


def _urgency(reading: Reading) -> int:
    if reading.outcome is not Outcome.OK:
        return 0
    return 1 if reading.warnings else _FINE


def classified(lines: Lines, show: str = "distinct", page: int = 1) -> Classified:
    """Give one page of the outcomes of a list.

    Args:
        lines: the list.
        show: which lines, as ``Lines.places`` takes it.
        page: from 1; one beyond the last is the last.
    """
    items, places = lines.items, lines.places(show)
    pages = max(1, -(-len(places) // PAGE))
    page = min(page, pages)
    numbers = Counter(item.reading.outcome for item in items)
    shown = places[(page - 1) * PAGE : page * PAGE]
    return Classified(
        concepts=lines.concepts,
        count=len(items),
        distinct=sum(item.first == place for place, item in enumerate(items)),
        lines=[lines.at(place, times=show == "distinct") for place in shown],
        shown=len(places),
        page=page,
        pages=pages,
        counts=[(o.value, label, numbers[o]) for o, label in OUTCOMES.items() if numbers[o]],
        problems=len(items) - numbers[Outcome.OK],
        warned=sum(bool(item.reading.warnings) for item in items),
        elements=len(lines.elements),
    )


def _line_element(view: View, thing: str, concepts: Sequence[Concept]) -> LineElement:
    catalogue = view.catalogue
    if element := catalogue.elements.get(thing):
        tallies = tuple(tally(view, thing, concept.id) for concept in concepts)
        href = f"/elements/{thing}"
        return LineElement(thing, element.name, element.atomic_number, href, tallies)
    # chemical classes say nothing of materials
    listing = [concept.nature is Nature.LISTING for concept in concepts]
    tallies = tuple(
        tally(view, thing, concept.id) if is_listing else Tally(SILENT)
        for concept, is_listing in zip(concepts, listing, strict=True)
    )
    return LineElement("", catalogue.materials[thing].name, None, f"/materials/{thing}", tallies)


def _remark(reading: Reading) -> str:
    """Give the doubt about a line, or the reason why it was not recognised."""
    if reading.problem:
        has_choice = any(each.choose.startswith("na=") for each in reading.problem.candidates)
        return plain(reading.problem.detail) + (" Choose above." if has_choice else "")
    what = "several things" if reading.kind == "several" else f"a {reading.kind}"
    kind = [f"Read as {what}."] if reading.contains else []
    feature = how(reading)
    ways = [] if feature in ("", "its symbol") else [f"By {feature}."]
    note = reading.resolution.note if reading.resolution else None
    return " ".join([*kind, *ways, *([note] if note else []), *map(plain, reading.warnings)])


def csv_rows(lines: Lines, sheet: Sheet, column: Column) -> Iterator[list[Any]]:
    """Give the list as rows, one a line and element, the head first: its columns, then ours."""
    rows = sheet.rows[column.first_line - 1 :]
    own = _own_head(sheet, column)
    counted = [f"{name}_{concept.id}" for concept in lines.concepts for name in _COUNTS]
    added = [*_IDENTITY, *counted, "remark"]
    yield ["line", *own, *(f"classifier_{name}" if name in own else name for name in added)]
    for place in range(len(lines.items)):
        line = lines.at(place)
        own_cells = [*rows[place], *[""] * (len(own) - len(rows[place]))]
        start: list[Any] = [line.number, *own_cells, line.outcome]
        for each in line.elements:
            counts = [count for tally in each.tallies for count in _counts(tally)]
            yield [*start, each.symbol, each.name, each.number, *counts, line.remark]
        if not line.elements:
            yield [*start, "", "", "", *[""] * len(counted), line.remark]


def _counts(tally: Tally) -> tuple[Any, ...]:
    return tally.state.word, tally.inside, tally.outside, tally.silent


def _own_head(sheet: Sheet, column: Column) -> list[str]:
    if column.heading is not None:
        return [*sheet.rows[0], *[""] * (sheet.width - len(sheet.rows[0]))]
    return ["input"] if sheet.width == 1 else [f"column_{n}" for n in range(1, sheet.width + 1)]
