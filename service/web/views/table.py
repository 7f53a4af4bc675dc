"""The periodic table with the verdicts on one concept."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from service.answers import comparisons
from service.answers.reasons import for_silence
from service.api.bulk.scheduling import in_slices
from service.catalogue import View
from service.model import Concept, Element
from service.web import phrases
from service.web.legend import (
    DISPUTED,
    DISSENT_IN,
    DISSENT_OUT,
    INFERRED,
    REVISED,
    SIDES,
    STATES,
    State,
    Tally,
    tally,
)

GROUPS = 18
PERIODS = 7
START = "rare-earth"
"""The concept of the first page."""
_F_BLOCK_FROM = 4
_DISPUTED = {DISPUTED.id, INFERRED.id, DISSENT_IN.id, DISSENT_OUT.id, "moved"}


@dataclass(frozen=True, slots=True)
class TableOptions:
    """The options of the table in the address of the page."""

    concept: str = START
    authorities: tuple[str, ...] = ()
    official: bool = False
    as_of: str | None = None
    disputed: bool = False
    left: str | None = None
    right: str | None = None

    def query(self) -> str:
        """Give the part of the state that an element's page shares, as a query."""
        pairs = [("authority", each) for each in self.authorities]
        if self.official:
            pairs.append(("official", "true"))
        if self.as_of:
            pairs.append(("as_of", self.as_of))
        return urlencode(pairs)


@dataclass(frozen=True, slots=True)
class ElementCell:
    """One element's place in the table."""

    symbol: str
    name: str
    number: int
    row: int
    column: int
    tally: Tally
    href: str
    faded: bool = False


@dataclass(frozen=True, slots=True)
class ControlOption:
    """An option of a control."""

    id: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Everything the table's page shows."""

    concept: Concept
    options: TableOptions
    as_of: str
    is_default_day: bool
    periods: list[list[ElementCell | None]]
    f_block: list[list[ElementCell]]
    legend: list[tuple[State, int]]
    outright: list[ElementCell]
    lead: str
    concepts: list[ControlOption]
    authorities: list[tuple[str, list[ControlOption]]]
    editions: list[tuple[str, list[ControlOption]]]
    compared: "Compared | None" = None
    notices: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two editions set side by side."""

    left: str
    right: str
    left_title: str
    right_title: str
    sides: dict[str, list[str]]
    states: dict[str, State]


def table(view: View, options: TableOptions) -> Table:
    """Make the table.

    Args:
        view: the editions that take part.
        options: what the address asks; its ids exist.
    """
    catalogue = view.catalogue
    compared, notices = _compared(view, options)
    cells = {s: _cell(view, e, options, compared) for s, e in in_slices(catalogue.elements.items())}
    outright = [c for c in cells.values() if c.tally.state is DISPUTED and compared is None]
    if options.disputed and not any(not cell.faded for cell in cells.values()):
        notices.append("Nothing is disputed here.")
    return Table(
        concept=catalogue.concepts[options.concept],
        options=options,
        as_of=view.selection.as_of.isoformat(),
        is_default_day=view.selection.as_of == catalogue.released,
        periods=_periods(cells.values()),
        f_block=_f_block(cells.values()),
        legend=_legend(cells.values(), compared),
        outright=outright,
        lead=_lead(view, options),
        concepts=[
            ControlOption(c.id, c.label, c.id == options.concept)
            for c in catalogue.concepts.values()
        ],
        authorities=authority_choices(view, options),
        editions=edition_choices(view, options.concept),
        compared=compared,
        notices=notices,
    )


def _cell(
    view: View, element: Element, options: TableOptions, compared: Compared | None
) -> ElementCell:
    symbol, query = element.symbol, options.query()
    if compared:
        side = next(name for name, symbols in compared.sides.items() if symbol in symbols)
        counts = Tally(compared.states[side])
    else:
        counts = tally(view, symbol, options.concept)
    disputed = counts.state.id in _DISPUTED
    row, column = _place(element)
    return ElementCell(
        symbol=symbol,
        name=element.name,
        number=element.atomic_number,
        row=row,
        column=column,
        tally=counts,
        href=f"/elements/{symbol}{'?' if query else ''}{query}#{options.concept}",
        faded=options.disputed and not disputed,
    )


def _place(element: Element) -> tuple[int, int]:
    """Give row and column: the elements without a group are the f-block, below the table."""
    if element.group is not None:
        return element.period, element.group
    first = {6: 58, 7: 90}[element.period]
    return element.period + 2, _F_BLOCK_FROM + element.atomic_number - first


def _periods(cells: Iterable[ElementCell]) -> list[list[ElementCell | None]]:
    at = {(cell.row, cell.column): cell for cell in cells}
    columns = range(1, GROUPS + 1)
    return [[at.get((row, column)) for column in columns] for row in range(1, PERIODS + 1)]


def _f_block(cells: Iterable[ElementCell]) -> list[list[ElementCell]]:
    below = sorted((c for c in cells if c.row > PERIODS), key=lambda c: (c.row, c.column))
    return [[c for c in below if c.row == row] for row in sorted({c.row for c in below})]


def _legend(cells: Iterable[ElementCell], compared: Compared | None) -> list[tuple[State, int]]:
    states = [cell.tally.state for cell in cells]
    states_shown = tuple(compared.states.values()) if compared else STATES
    return [(state, states.count(state)) for state in states_shown if state in states]


def _lead(view: View, options: TableOptions) -> str:
    """Count the authorities with a position on the concept."""
    catalogue = view.catalogue
    speaking = [e for e in view.editions if e in catalogue.positions_on[options.concept]]
    authorities = {catalogue.authority_of[edition] for edition in speaking}
    day = phrases.date(view.selection.as_of)
    if not authorities:
        reasons = for_silence(view, [options.concept])
        return f"No list that is valid on {day} says anything about it. {' '.join(reasons)}"
    number = phrases.count(len(authorities), "authority says", "authorities say")
    return f"{number} something about it (lists valid on {day})."


def authority_choices(view: View, options: TableOptions) -> list[tuple[str, list[ControlOption]]]:
    """Give the authorities with a list for the concept, and the chosen ones, by kind."""
    catalogue = view.catalogue
    speaking = {
        catalogue.authority_of[edition] for edition in catalogue.positions_on[options.concept]
    }
    shown = [a for a in catalogue.authorities.values() if a.id in speaking | {*options.authorities}]
    grouped = []
    for kind, label in phrases.AUTHORITY_KINDS.items():
        choices = [
            ControlOption(a.id, a.name, a.id in options.authorities)
            for a in shown
            if a.kind == kind
        ]
        if choices:
            grouped.append((label, choices))
    return grouped


def edition_choices(view: View, concept: str) -> list[tuple[str, list[ControlOption]]]:
    """Give every edition with a class for a concept, by authority, the newest first."""
    catalogue = view.catalogue
    grouped: dict[str, list[ControlOption]] = {}
    for edition in catalogue.editions.values():
        if edition.id in catalogue.positions_on[concept]:
            year = edition.start[:7] if edition.dated else "undated"
            choice = ControlOption(edition.id, f"{edition.title} ({year})", chosen=False)
            grouped.setdefault(catalogue.authorities[edition.authority].name, []).append(choice)
    return sorted(grouped.items())


def _compared(view: View, options: TableOptions) -> tuple[Compared | None, list[str]]:
    left, right = options.left, options.right
    if not left and not right:
        return None, []
    if not left or not right:
        return None, ["To compare, choose two editions: a left and a right one."]
    catalogue = view.catalogue
    shared = comparisons.shared_concepts(catalogue, left, right)
    if options.concept not in shared:
        labels = phrases.listed([catalogue.concepts[each].label for each in shared])
        advice = f"Both have a class for: {labels}." if shared else ""
        return None, [f"One of the two editions has no class for this concept. {advice}".strip()]
    sides = comparisons.compare(view, left, right, options.concept)
    return (
        Compared(
            left,
            right,
            catalogue.editions[left].title,
            catalogue.editions[right].title,
            {side: sides[side] for side in SIDES},
            REVISED if _same_list(view, left, right) else SIDES,
        ),
        [],
    )


def _same_list(view: View, left: str, right: str) -> bool:
    editions = view.catalogue.editions
    return editions[left].series == editions[right].series
