"""Claims -> positions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from service.model import (
    Basis,
    Category,
    Claim,
    Coverage,
    Match,
    Material,
    MaterialKind,
    Position,
    Relation,
    Stand,
    Status,
)

_INCLUDING = {Match.EXACT, Match.CLOSE, Match.NARROW}
_EXCLUDING = {Match.EXACT, Match.CLOSE, Match.BROAD}
_HOSTS = set(MaterialKind) - {MaterialKind.FUEL, MaterialKind.PRODUCT}
"""Kinds that may be mined or bought for an element: ferronickel for nickel, as well as its ores."""
_EVERYWHERE = {"H", "O"}
"""Elements of so many minerals that naming them says nothing of one."""
_Claims = Mapping[tuple[str, str], Sequence[Claim]]
_Place = tuple[Category, str, _Claims, Basis]
"""A category of a concept, the one in which claims count for it, these claims, and why they do."""


class EditionReading:
    """One edition's categories and claims, arranged so that positions can be read off them."""

    def __init__(
        self,
        categories: Sequence[Category],
        claims: Iterable[Claim],
        materials: Mapping[str, Material] = MappingProxyType({}),
    ) -> None:
        """Index the categories of one edition and the claims made in them.

        Args:
            categories: of the edition.
            claims: made in them.
            materials: every material there is, by id.
        """
        self.materials = materials
        self.categories = {category.id: category for category in categories}
        self.concepts: dict[str, list[Category]] = {}
        for category in categories:
            self.concepts.setdefault(category.concept, []).append(category)
        self.includes: dict[tuple[str, str], list[Claim]] = {}
        self.excludes: dict[tuple[str, str], list[Claim]] = {}
        for claim in claims:
            by = self.includes if claim.relation is Relation.INCLUDES else self.excludes
            by.setdefault((claim.category, claim.thing), []).append(claim)
        self.narrower: dict[str, list[str]] = {id_: [] for id_ in self.categories}
        self.disjoint: dict[str, set[str]] = {id_: set() for id_ in self.categories}
        for category in categories:
            for other in category.disjoint_with:
                self.disjoint[category.id].add(other)
                self.disjoint[other].add(category.id)
            wider = category.broader
            while wider:
                self.narrower[wider].append(category.id)
                wider = self.categories[wider].broader
        self._includers = {c: list(self._includers_of(c)) for c in self.concepts}
        self._excluders = {c: list(self._excluders_of(c)) for c in self.concepts}
        self._hosts = {c: self._hosts_of(c) for c in self.concepts}
        self._kinds = {id_: self._kinds_of(id_) for id_ in self.categories}
        self._elements = {c: self._elements_of(c) for c in self.concepts}
        self._closed = {c: _closed(categories) for c, categories in self.concepts.items()}

    def _includers_of(self, concept: str) -> Iterator[_Place]:
        """Give the categories that a concept takes its inclusions from, each with its claims."""
        for category in self.concepts[concept]:
            if category.match in _INCLUDING:
                yield category, category.id, self.includes, Basis.CLAIM
                for inner in self.narrower[category.id]:
                    yield category, inner, self.includes, Basis.NARROWER_CATEGORY

    def _excluders_of(self, concept: str) -> Iterator[_Place]:
        """Give the categories that a concept takes its exclusions from, each with its claims."""
        for category in self.concepts[concept]:
            if category.match in _EXCLUDING:
                yield category, category.id, self.excludes, Basis.CLAIM
                for other in sorted(self.disjoint[category.id]):
                    for inner in (other, *self.narrower[other]):
                        yield category, inner, self.includes, Basis.DISJOINT_CATEGORY

    def positions(self, concept: str, elements: Iterable[str]) -> dict[str, Position]:
        """Read the positions on a concept of which the edition speaks, by thing."""
        return {element: self.position(concept, element) for element in elements}

    def position(self, concept: str, element: str) -> Position:
        """Read the position on a concept of which the edition speaks, on an element or material."""
        position = self._decided(concept, element)
        hosts = self._hosts[concept].get(element)
        return replace(position, materials=hosts) if hosts else position

    def _named_materials(self, category: str) -> Iterator[Material]:
        """Give the known materials that are named in a category, or in one inside it."""
        for id_ in (category, *self.narrower[category]):
            for row in self.categories[id_].materials:
                if row.material in self.materials:
                    yield self.materials[row.material]

    def _hosts_of(self, concept: str) -> dict[str, tuple[str, ...]]:
        """Give, by element, the materials named under a concept that people look for under it."""
        hosts: dict[str, dict[str, None]] = {}
        for category in self.concepts[concept]:
            for material in self._named_materials(category.id):
                for element in material.sought:
                    hosts.setdefault(element, {})[material.id] = None
        return {element: tuple(ids) for element, ids in hosts.items()}

    def _elements_of(self, concept: str) -> set[str]:
        """Give the elements that the categories of a concept include, but for those everywhere."""
        ids = {category.id for category in self.concepts[concept]}
        named = {thing for id_, thing in self.includes if id_ in ids}
        return named - self.materials.keys() - _EVERYWHERE

    def _kinds_of(self, category: str) -> dict[str, dict[str, None]]:
        """Give, by material, the names of the kinds of it that are named in a category."""
        kinds: dict[str, dict[str, None]] = {}
        for material in self._named_materials(category):
            if material.broader:
                kinds.setdefault(material.broader, {})[material.name] = None
        return kinds

    def _lineage(self, thing: str) -> Iterator[str]:
        """Give an element alone, or a material and all that are wider."""
        wider: str | None = thing
        while wider is not None:
            yield wider
            material = self.materials.get(wider)
            wider = material.broader if material else None

    def _decided(self, concept: str, element: str) -> Position:
        inside = self._read(self._includers[concept], element, Stand.INCLUDED)
        outside = self._read(self._excluders[concept], element, Stand.EXCLUDED)
        positions = inside + outside
        if inside and outside:
            both = [claim for reading in positions for claim in reading.claims]
            return replace(
                positions[0],
                stand=Stand.CONTRADICTORY,
                status=_strongest(positions),
                basis=Basis.CLAIM,
                claims=tuple(dict.fromkeys(both)),
                exact=all(reading.exact for reading in positions),
            )
        if len(positions) > 1:
            return min(positions, key=lambda each: (each.status is Status.IMPLIED, not each.exact))
        return positions[0] if positions else self._unnamed(concept, element)

    def _read(self, places: Sequence[_Place], element: str, stand: Stand) -> list[Position]:
        """Read a position off each place in which an element, or a wider material, is claimed."""
        positions = []
        for name in self._lineage(element):
            for category, id_, claims, basis in places:
                if (id_, name) in claims:
                    why = basis if name == element else Basis.WIDER_MATERIAL
                    positions.append(position_by(category, element, claims[id_, name], stand, why))
        return positions

    def _unnamed(self, concept: str, element: str) -> Position:
        categories = self.concepts[concept]
        for category in categories:
            if kinds := self._kinds[category.id].get(element):
                note = f"Only a kind of it is named: {', '.join(kinds)}."
                return _silent(category, element, Basis.UNDECIDED_WORDING, note)
        if named := self._element_named(concept, element):
            return _silent(categories[0], element, Basis.UNDECIDED_WORDING, named)
        for category in categories:
            if claims := self._wider(category, element):
                wider = position_by(category, element, claims, Stand.SILENT, Basis.WIDER_CATEGORY)
                return replace(wider, status=None)
        for category in categories:
            if (why := self._undecided(category, element)) is not None:
                return _silent(category, element, Basis.UNDECIDED_WORDING, why)
        if closed := self._closed[concept]:
            return position_by(closed, element, (), Stand.EXCLUDED, Basis.CLOSED_LIST)
        return _silent(categories[0], element, Basis.NOTHING_SAID, None)

    def _element_named(self, concept: str, thing: str) -> str | None:
        """Give the reason why a list that names an element does not exclude a material of it.

        Nor does it exclude a mineral of which the data have no elements.
        """
        material = self.materials.get(thing)
        if material is None or material.kind not in _HOSTS:
            return None
        named = self._elements[concept]
        for symbol in material.symbols:
            if symbol in named:
                return f"It names {symbol}, and not {material.name}."
        if named and material.kind is MaterialKind.MINERAL and not material.symbols:
            return f"It names elements, and the data do not say which are in {material.name}."
        return None

    def _wider(self, category: Category, element: str) -> list[Claim]:
        """Give the claims that put it in a category wider than the concept: they decide nothing."""
        if category.match is not Match.BROAD:
            return []
        ids = (category.id, *self.narrower[category.id])
        return [claim for id_ in ids for claim in self.includes.get((id_, element), ())]

    def _undecided(self, category: Category, element: str) -> str | None:
        """Give why the wording does not decide, on this category or on one inside it."""
        for id_ in (category.id, *self.narrower[category.id]):
            for undecided in self.categories[id_].undecided:
                if undecided.element == element:
                    return undecided.note
        return None


def _closed(categories: Iterable[Category]) -> Category | None:
    """Give the list that is closed, and no narrower than the concept; a close match comes last."""
    closed = [c for c in categories if c.coverage is Coverage.CLOSED and c.match in _EXCLUDING]
    return min(closed, key=lambda each: each.match is Match.CLOSE, default=None)


def _strongest(readings: Iterable[Position | Claim]) -> Status:
    stated = any(reading.status is Status.STATED for reading in readings)
    return Status.STATED if stated else Status.IMPLIED


def position_by(
    category: Category,
    thing: str,
    claims: Sequence[Claim],
    stand: Stand,
    basis: Basis = Basis.CLAIM,
) -> Position:
    """Read a position on an element or material off the claims that decide it."""
    return Position(
        concept=category.concept,
        thing=thing,
        edition=category.edition,
        stand=stand,
        status=_strongest(claims) if basis is Basis.CLAIM else Status.IMPLIED,
        basis=basis,
        category=category.id,
        claims=tuple(claim.id for claim in claims),
        exact=category.match is not Match.CLOSE,
    )


def _silent(category: Category, element: str, basis: Basis, note: str | None) -> Position:
    return Position(
        concept=category.concept,
        thing=element,
        edition=category.edition,
        stand=Stand.SILENT,
        status=None,
        basis=basis,
        category=category.id,
        note=note,
    )
