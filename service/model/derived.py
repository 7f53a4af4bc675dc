"""What the rules make of the records: derived, and in no seed."""

from dataclasses import dataclass

from service.model.record import Record
from service.model.words import Basis, Kind, Stand, Status, Strength, Verdict


@dataclass(frozen=True, slots=True)
class Position(Record):
    """What an edition holds on (concept, element)."""

    concept: str
    element: str
    edition: str
    stand: Stand
    status: Status | None
    basis: Basis
    category: str
    claims: tuple[str, ...] = ()
    exact: bool = True
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
    element: str
    kind: Kind
    strength: Strength
    sides: tuple[Side, ...]
    note: str | None = None

    @property
    def id(self) -> str:
        """A name for it, as a path: concept, element, kind."""
        return f"{self.concept}/{self.element}/{self.kind}"


@dataclass(frozen=True, slots=True)
class Summary:
    """All stands on one concept and element: edition ids by stand, and the verdict."""

    concept: str
    verdict: Verdict
    included: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    contradictory: tuple[str, ...] = ()
