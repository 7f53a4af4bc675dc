"""A list of mentions -> one line each: what it is, and where it stands on a concept."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from service.catalogue import View
from service.mentions import Outcome, Reading
from service.model import Concept
from service.web.legend import Tally, tally
from service.web.views.search import how, plain

OUTCOMES = {
    Outcome.OK: "recognised",
    Outcome.MISSING: "missing",
    Outcome.UNKNOWN: "unknown",
    Outcome.AMBIGUOUS: "ambiguous",
    Outcome.COLLECTIVE_TERM: "names a class",
    Outcome.INVALID: "not valid",
}


@dataclass(frozen=True, slots=True)
class LineElement:
    """One element of a line, with its state on the chosen concept."""

    symbol: str
    name: str
    number: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one line."""

    number: int
    typed: str
    outcome: str
    outcome_label: str
    elements: tuple[LineElement, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Classified:
    """What became of a list; its lines are made as they are taken, once."""

    concept: Concept
    count: int
    lines: Iterator[Line]
    counts: list[tuple[str, str, int]]
    problems: int
    warned: int
    elements: int


def classified(
    view: View, concept: str, items: Sequence[str], readings: Sequence[Reading], first_line: int
) -> Classified:
    """Say what became of every item, in order, duplicates kept.

    Args:
        view: the editions that take part.
        concept: the one on which the elements' states are shown.
        items: the mentions as they came.
        readings: what the reader made of them.
        first_line: the number of the first item's line in what was sent.
    """
    states: dict[str, LineElement] = {}
    for reading in readings:
        for symbol in reading.symbols:
            if symbol not in states:
                states[symbol] = _line_element(view, symbol, concept)
    pairs = zip(items, readings, strict=True)
    lines = (
        Line(
            number=number,
            typed=item,
            outcome=reading.outcome.value,
            outcome_label=OUTCOMES[reading.outcome],
            elements=tuple(states[symbol] for symbol in reading.symbols),
            remark=_remark(reading),
        )
        for number, (item, reading) in enumerate(pairs, start=first_line)
    )
    numbers = Counter(reading.outcome for reading in readings)
    return Classified(
        concept=view.catalogue.concepts[concept],
        count=len(items),
        lines=lines,
        counts=[(o.value, label, numbers[o]) for o, label in OUTCOMES.items() if numbers[o]],
        problems=len(readings) - numbers[Outcome.OK],
        warned=sum(bool(reading.warnings) for reading in readings),
        elements=len(states),
    )


def _line_element(view: View, symbol: str, concept: str) -> LineElement:
    element = view.catalogue.elements[symbol]
    return LineElement(symbol, element.name, element.atomic_number, tally(view, symbol, concept))


def _remark(reading: Reading) -> str:
    """Say how a line was read where that is not plain, or why it was not."""
    if reading.problem:
        chosen = any(each.choose.startswith("na=") for each in reading.problem.candidates)
        return plain(reading.problem.detail) + (" Choose above." if chosen else "")
    by = how(reading)
    ways = [] if by in ("", "its symbol") else [f"By {by}."]
    note = reading.resolution.note if reading.resolution else None
    return " ".join([*ways, *([note] if note else []), *map(plain, reading.warnings)])


def csv_rows(result: Classified) -> Iterator[list[Any]]:
    """Give the result as rows of a table, one a line and element, the head first."""
    head = ["line", "input", "outcome", "symbol", "name", "atomic_number"]
    yield [*head, "concept", "state", "in", "out", "silent", "remark"]
    for line in result.lines:
        start: list[Any] = [line.number, line.typed, line.outcome]
        for each in line.elements:
            counted = [each.tally.inside, each.tally.outside, each.tally.silent]
            yield [
                *start,
                each.symbol,
                each.name,
                each.number,
                result.concept.id,
                each.tally.state.word,
                *counted,
                line.remark,
            ]
        if not line.elements:
            yield [*start, "", "", "", result.concept.id, "", "", "", "", line.remark]
