"""Derived records: the rules make them, and no seed holds them."""

from dataclasses import dataclass

from service.model.enums import Basis, Kind, Nature, Stand, Status, Strength, Verdict


@dataclass(frozen=True, slots=True)
class Position:
    """The position of an edition on a concept and an element.

    ``thing`` is the symbol of an element, or the id of a material. ``materials`` are the ids of
    the materials on its list that have the element in them: they decide nothing about it.
    """

    concept: str
    thing: str
    edition: str
    stand: Stand
    status: Status | None
    basis: Basis
    category: str
    claims: tuple[str, ...] = ()
    exact: bool = True
    materials: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: a stand on a concept and the positions that hold it."""

    stand: Stand
    concept: str
    holders: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Positions on one concept and element that cannot all be right, or that one does not share."""

    concept: str
    thing: str
    kind: Kind
    strength: Strength
    sides: tuple[Side, ...]
    note: str | None = None

    @property
    def id(self) -> str:
        """A name for it, as a path: concept, element, kind."""
        return f"{self.concept}/{self.thing}/{self.kind}"


@dataclass(frozen=True, slots=True)
class Voice:
    """One authority on one concept and element: its stand, and its editions that hold it.

    ``naming`` are the positions of all its editions, whatever they hold, that name a material of
    the element.
    """

    authority: str
    stand: Stand
    positions: tuple[Position, ...]
    naming: tuple[Position, ...] = ()

    @property
    def edition(self) -> str:
        """The newest of the editions."""
        return self.positions[0].edition

    @property
    def status(self) -> Status | None:
        """Stated where one of the editions states it."""
        statuses = {position.status for position in self.positions}
        return next((each for each in Status if each in statuses), None)

    @property
    def materials(self) -> tuple[str, ...]:
        """The ids of the materials on the authority's lists that have the element in them."""
        return tuple(dict.fromkeys(m for each in self.naming for m in each.materials))


@dataclass(frozen=True, slots=True)
class Summary:
    """The verdict on one concept and element, and the authorities by their stand.

    Attributes:
        concept: the concept's id.
        nature: of the concept.
        verdict: the verdict.
        included: the authorities that include the element, in the order a reader weighs them.
        excluded: likewise.
        silent: likewise.
        contradictory: authorities on both sides.
        strength: of a dispute, else None.
        dissent: the only authority on its side of a dispute, against three or more.
        listed_by: of a listing, on how many jurisdictions' lists in force the element is.
        lists: of a listing, how many jurisdictions have such lists in force.
    """

    concept: str
    nature: Nature
    verdict: Verdict
    included: tuple[Voice, ...] = ()
    excluded: tuple[Voice, ...] = ()
    silent: tuple[Voice, ...] = ()
    contradictory: tuple[Voice, ...] = ()
    strength: Strength | None = None
    dissent: Voice | None = None
    listed_by: int | None = None
    lists: int | None = None

    @property
    def as_material(self) -> tuple[Voice, ...]:
        """The authorities that do not include the element, but name a material of it."""
        others = (*self.excluded, *self.silent, *self.contradictory)
        return tuple(voice for voice in others if voice.naming)
