"""The catalogue: the records by id, and the positions of every edition."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import TypeVar

from service import rules
from service.catalogue.ids import Names, by_id
from service.catalogue.positions import Positions
from service.catalogue.selection import SelectedEditions, Selection, select
from service.model import (
    Authority,
    AuthorityKind,
    Edition,
    Material,
    Nature,
    Position,
    Records,
    first_day,
)

_SELECTIONS_CACHED = 64


_Any = TypeVar("_Any")


class Catalogue:
    """The records by id, the positions of every edition, and selections of editions."""

    def __init__(self, records: Records) -> None:
        """Derive every position.

        Args:
            records: sound ones: ``integrity.faults`` found nothing.
        """
        self.records = records
        self.released = first_day(records.dataset.released)
        self.elements = MappingProxyType({e.symbol: e for e in records.elements})
        self.materials = by_id(records.every_material)
        self.listed = by_id(_listed(records))
        """The materials that a list names, and all that are wider or narrower than one of them."""
        self.narrower = _grouped(
            (each for each in records.every_material if each.broader),
            lambda material: material.broader or "",
            self.materials,
        )
        """Material id -> the materials one step narrower."""
        self.authorities = by_id(sorted(records.authorities, key=_weight))
        self.sources = by_id(records.sources)
        self.concepts = by_id(records.concepts)
        self.categories = by_id(records.categories)
        self.claims = by_id(
            (*records.claims, *rules.made_claims(records), *rules.material_claims(records))
        )
        self.editions = by_id(sorted(records.editions, key=_newest_first))
        self.authority_of = {edition.id: edition.authority for edition in records.editions}
        self.holder_of = {id_: self.authorities[each] for id_, each in self.authority_of.items()}
        self.original_of = {e.id: e.derived_from for e in records.editions if e.derived_from}
        self.names_of = _grouped(
            (name for name in records.names if name.symbol in self.elements),
            lambda name: name.symbol,
            self.elements,
        )
        self.categories_of = _grouped(records.categories, lambda c: c.edition, self.editions)
        self.claims_in = _grouped(self.claims.values(), lambda c: c.category, self.categories)
        self.positions_on: Mapping[str, Mapping[str, Mapping[str, Position]]] = self._derive()
        """Concept -> edition, the newest first -> its positions."""
        self.previous = _previous(records.editions)
        """Edition id -> the edition before it in its series."""
        self.names = {
            "authority": Names("authority", self.authorities),
            "concept": Names("concept", self.concepts),
            "edition": Names("edition", self.editions),
        }
        """Index of the records by their names other than the id."""
        self._eras = rules.eras(records.editions)
        self._selected = lru_cache(maxsize=_SELECTIONS_CACHED)(
            lambda selection: select(self.editions.values(), selection)
        )

    def _derive(self) -> Mapping[str, Mapping[str, Mapping[str, Position]]]:
        readings = {
            edition: rules.EditionReading(
                categories,
                [claim for c in categories for claim in self.claims_in[c.id]],
                self.materials,
            )
            for edition, categories in self.categories_of.items()
        }
        # a chemical class says nothing of minerals and products
        things = {
            Nature.CLASSIFICATION: ([*self.elements], ()),
            Nature.LISTING: ([*self.elements, *self.listed], self.materials),
        }
        return MappingProxyType(
            {
                concept.id: {
                    edition: Positions(readings[edition], concept.id, *things[concept.nature])
                    for edition in self.editions
                    if concept.id in readings[edition].concepts
                }
                for concept in self.concepts.values()
            }
        )

    def select(self, selection: Selection) -> SelectedEditions:
        """Give the editions of a selection."""
        # all days between two on which editions come or go select the same
        day = rules.era(self._eras, selection.as_of)
        return self._selected(replace(selection, as_of=day))

    @property
    def digest(self) -> str:
        """SHA-256 over the seeds, in hexadecimal: it tells this data from any other."""
        return self.records.digest


def _grouped(
    records: Iterable[_Any], by: Callable[[_Any], str], keys: Iterable[str]
) -> Mapping[str, tuple[_Any, ...]]:
    groups: dict[str, list[_Any]] = {key: [] for key in keys}
    for record in records:
        groups[by(record)].append(record)
    return MappingProxyType({key: tuple(group) for key, group in groups.items()})


def _listed(records: Records) -> Iterable[Material]:
    wider = {material.id: material.broader for material in records.every_material}
    lineages = {id_: tuple(_chain(id_, wider)) for id_ in wider}
    named = {row.material for category in records.categories for row in category.materials}
    kept = {each for id_ in named for each in lineages[id_]}
    return (
        m for m in records.every_material if m.id in kept or not named.isdisjoint(lineages[m.id])
    )


def _chain(first: str | None, following: Mapping[str, str | None]) -> Iterator[str]:
    while first is not None:
        yield first
        first = following[first]


def _previous(editions: Iterable[Edition]) -> Mapping[str, str]:
    in_order = sorted(editions, key=lambda each: (each.series, first_day(each.start)))
    pairs = pairwise(in_order)
    return {after.id: before.id for before, after in pairs if before.series == after.series}


def _weight(authority: Authority) -> int:
    return list(AuthorityKind).index(authority.kind)


def _newest_first(edition: Edition) -> tuple[int, str]:
    return (-first_day(edition.start).toordinal() if edition.dated else 0), edition.id


def position_lines(catalogue: Catalogue) -> list[str]:
    """Write every position on a line of its own, sorted: a changed seed shows in the diff."""
    return sorted(
        f"{p.edition} {p.concept} {p.thing} {p.stand} {p.status or '-'} {p.basis}"
        for editions in catalogue.positions_on.values()
        for positions in editions.values()
        for p in positions.values()
    )
