"""The matrix of a listing: elements and materials by jurisdiction, with years."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from service.answers.reasons import for_silence
from service.api.bulk.scheduling import in_slices
from service.catalogue import Catalogue, View
from service.catalogue.listings import listed_since, lists_by_jurisdiction, named
from service.model import Concept, Edition, Nature, Position, Stand
from service.web import phrases

START = "critical"
"""The listing of the first page."""
ORDERS = {"lists": "most lists first", "name": "by name", "number": "by atomic number"}
"""The orders of the rows, beside those by a column."""
_LAST = 1_000
"""Stands for the atomic number of a material: materials come after the elements."""


class ListsOptions(NamedTuple):
    """The options of the page in its address.

    Attributes:
        concept: one of nature ``listing``.
        kind: ``element`` or ``material``; None for both.
        sort: one of ``ORDERS``, or the key of a column.
    """

    concept: str
    kind: str | None = None
    sort: str = "lists"


@dataclass(frozen=True, slots=True)
class JurisdictionColumn:
    """A jurisdiction with lists in force; ``listed`` counts the rows that are on them."""

    key: str
    code: str
    name: str
    editions: list[Edition]
    listed: int


class ListCell(NamedTuple):
    """A thing on the lists of one jurisdiction.

    Attributes:
        state: ``on``, ``material`` (only a material of it), ``silent`` or ``off``.
        text: the year since when, or a mark.
    """

    state: str
    text: str


_CELLS = {
    "material": ListCell("material", "m"),
    "silent": ListCell("silent", "·"),
    "off": ListCell("off", ""),
}
_Cells = Mapping[str, ListCell]
"""The cells of a row by the name of the jurisdiction."""


@dataclass(frozen=True, slots=True)
class Row:
    """An element or a material, on how many jurisdictions' lists it is, and since when."""

    name: str
    symbol: str
    number: int
    href: str
    count: int
    cells: list[ListCell]


@dataclass(frozen=True, slots=True)
class ListsPage:
    """Everything the page shows.

    Attributes:
        concept: the listing.
        options: what the address asks.
        as_of: the day.
        columns: the jurisdictions, the longest list first.
        rows: in the order asked for.
        suspended: the lists that are suspended on the day.
        notices: what a reader has to know beside it.
    """

    concept: Concept
    options: ListsOptions
    as_of: str
    columns: list[JurisdictionColumn]
    rows: list[Row]
    suspended: list[Edition]
    notices: list[str]


def listing_concepts(catalogue: Catalogue) -> list[Concept]:
    """Give the concepts that are listings."""
    return [c for c in catalogue.concepts.values() if c.nature is Nature.LISTING]


def lists_page(view: View, options: ListsOptions) -> ListsPage:
    """Make the matrix of a listing: things by jurisdiction.

    Args:
        view: the editions that take part.
        options: what the address asks; its concept is a listing.
    """
    catalogue, concept = view.catalogue, options.concept
    places = lists_by_jurisdiction(view, concept)
    cells_of = {
        thing: cells
        for thing in in_slices(things_of(view, options.kind))
        if (cells := _cells(view, thing, concept, places))
    }
    columns = _columns(view, places, cells_of.values())
    keys = [column.key for column in columns]
    rows = [_row(view, thing, concept, cells, columns) for thing, cells in cells_of.items()]
    suspended = [e for e in view.suspended if e in catalogue.positions_on[concept]]
    notices = for_silence(view, [concept])
    if options.sort not in (*ORDERS, *keys) and keys:
        notices.append(f"No list of {options.sort} is in force here: {ORDERS['lists']}.")
    return ListsPage(
        concept=catalogue.concepts[concept],
        options=options,
        as_of=view.selection.as_of.isoformat(),
        columns=columns,
        rows=_sorted(rows, options.sort, keys),
        suspended=[catalogue.editions[id_] for id_ in suspended],
        notices=notices,
    )


def things_of(view: View, kind: str | None) -> list[str]:
    """Give the elements, the materials, or both."""
    elements = [] if kind == "material" else view.catalogue.elements
    materials = [] if kind == "element" else view.catalogue.listed
    return [*elements, *materials]


def _cells(view: View, thing: str, concept: str, places: Mapping[str, list[str]]) -> _Cells | None:
    """Give a thing's cells; None where no list names it or a material of it."""
    editions = view.catalogue.positions_on[concept]
    by_place = {place: [editions[id_][thing] for id_ in ids] for place, ids in places.items()}
    every = [position for positions in by_place.values() for position in positions]
    if not named(every) and not any(position.materials for position in every):
        return None
    return {place: _cell(view, positions) for place, positions in by_place.items()}


def _cell(view: View, positions: Sequence[Position]) -> ListCell:
    on = [p for p in positions if p.stand in (Stand.INCLUDED, Stand.CONTRADICTORY)]
    if on:
        editions = [view.catalogue.editions[listed_since(view.catalogue, p)] for p in on]
        return ListCell("on", min(phrases.edition_year(edition) for edition in editions))
    if any(position.materials for position in positions):
        return _CELLS["material"]
    return _CELLS["off" if any(p.stand is Stand.EXCLUDED for p in positions) else "silent"]


def _columns(
    view: View, places: Mapping[str, list[str]], all_cells: Iterable[_Cells]
) -> list[JurisdictionColumn]:
    on = [place for cells in all_cells for place, cell in cells.items() if cell.state == "on"]
    columns = []
    for place, ids in places.items():
        holder = view.catalogue.holder_of[ids[0]]
        name = holder.jurisdiction or holder.short
        editions = [view.catalogue.editions[id_] for id_ in ids]
        columns.append(
            JurisdictionColumn(
                holder.code or holder.id,
                holder.code or holder.short,
                name,
                editions,
                on.count(place),
            )
        )
    return sorted(columns, key=lambda column: (-column.listed, column.name))


def _row(
    view: View, thing: str, concept: str, cells: _Cells, columns: Sequence[JurisdictionColumn]
) -> Row:
    catalogue = view.catalogue
    in_order = [cells[catalogue.holder_of[c.editions[0].id].lists_for] for c in columns]
    count = sum(cell.state == "on" for cell in in_order)
    if element := catalogue.elements.get(thing):
        href = f"/elements/{thing}#{concept}"
        return Row(element.name, thing, element.atomic_number, href, count, in_order)
    name = phrases.capital(catalogue.materials[thing].name)
    return Row(name, "", _LAST, f"/materials/{thing}#{concept}", count, in_order)


def _sorted(rows: Iterable[Row], sort: str, keys: Sequence[str]) -> list[Row]:
    by_name = sorted(rows, key=lambda row: row.name.lower())
    if sort == "name":
        return by_name
    by_number = sorted(by_name, key=lambda row: row.number)
    if sort == "number":
        return by_number
    by_lists = sorted(by_number, key=lambda row: -row.count)
    if sort not in keys:
        return by_lists
    at = keys.index(sort)
    states = ["on", "material", "silent", "off"]
    return sorted(by_lists, key=lambda row: (states.index(row.cells[at].state), row.cells[at].text))
