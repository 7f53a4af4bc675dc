"""Which editions take part, and what they hold: verdicts and disagreements, made when asked for."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from service import rules
from service.model import Disagreement, Edition, Kind, Position, Stand, Strength, Summary

if TYPE_CHECKING:
    from service.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Selection:
    """Which editions take part: those in force on a day, of some or (None) all authorities."""

    as_of: dt.date
    authorities: frozenset[str] | None = None
    history: bool = False


class Chosen(NamedTuple):
    """The ids of a selection's editions, the newest first where they have an order.

    Attributes:
        editions: those that are shown.
        current: those in force.
        suspended: those that would stand, but are suspended.
        past: those that are shown and not in force.
        aside: those that are suspended and not shown.
    """

    editions: tuple[str, ...]
    current: frozenset[str]
    suspended: tuple[str, ...]
    past: frozenset[str]
    aside: frozenset[str]


def choose(editions: Iterable[Edition], selection: Selection) -> Chosen:
    """Choose the editions of a selection."""
    wanted, day = selection.authorities, selection.as_of
    chosen = [e for e in editions if not wanted or e.authority in wanted]
    suspended = tuple(e.id for e in chosen if rules.suspended(e, day))
    current = frozenset(e.id for e in chosen if rules.in_force(e, day))
    shown = tuple(e.id for e in chosen if selection.history or e.id in current)
    aside = frozenset(() if selection.history else suspended)
    return Chosen(shown, current, suspended, frozenset(shown) - current, aside)


class View:
    """The positions, verdicts and disagreements among the editions of one selection."""

    def __init__(self, catalogue: "Catalogue", selection: Selection, chosen: Chosen) -> None:
        """Show what the chosen editions hold."""
        self.catalogue = catalogue
        self.selection = selection
        self.editions, self.current, self.suspended, self._past, self._aside = chosen

    def like(self, other: "View", concept: str | None = None) -> bool:
        """Tell whether another view shows the same of a concept, or of all: but for the day."""
        if self.selection.history or other.selection.history:
            return False
        if concept is None:
            return (self.current, self._aside) == (other.current, other._aside)
        return all(
            (edition in self.current, edition in self._aside)
            == (edition in other.current, edition in other._aside)
            for edition in self.catalogue.held_on[concept]
        )

    def held(self, concept: str | None = None) -> Iterator[rules.Held]:
        """Give what the editions hold: by concept, those in force first, then the newest."""
        return self._held(concept, self.current, self._past)

    def _held(self, concept: str | None, *chosen: frozenset[str]) -> Iterator[rules.Held]:
        """Give what some editions hold: by concept, those of one set after those of another."""
        for id_ in self.catalogue.concepts if concept is None else (concept,):
            speaking = self.catalogue.held_on[id_]
            for editions in chosen:
                for edition, held in speaking.items():
                    if edition in editions:
                        yield held

    def names(self, symbol: str, concept: str) -> bool:
        """Tell whether an edition that takes part, if suspended, names an element on a concept."""
        taking_part = self._held(concept, self.current, self._past, self._aside)
        return any(held.names(symbol) for held in taking_part)

    def positions(self, symbol: str, concept: str | None = None) -> tuple[Position, ...]:
        """Give an element's positions: by concept, editions in force first, then the newest.

        Args:
            symbol: the element's.
            concept: where given, the only one.
        """
        return tuple(held[symbol] for held in self.held(concept))

    def speaking(self, concept: str | None = None) -> tuple[set[str], set[str]]:
        """Give the editions that hold something, if only silence, and the concepts they hold it on.

        That is of every element: an edition that speaks of a concept has a position on each.
        """
        rests = [held.rest for held in self.held(concept)]
        return {rest.edition for rest in rests}, {rest.concept for rest in rests}

    def suspended_positions(self, symbol: str, concept: str | None = None) -> tuple[Position, ...]:
        """Give what the editions that are suspended on the day say of an element."""
        said = (held[symbol] for held in self._held(concept, self._aside))
        return tuple(position for position in said if position.stand is not Stand.SILENT)

    def _by_concept(self, symbol: str, concept: str | None) -> Iterator[tuple[str, list[Position]]]:
        for id_ in self.catalogue.concepts if concept is None else (concept,):
            if found := [held.nameless(symbol) for held in self._held(id_, self.current)]:
                yield id_, found

    def summaries(self, symbol: str, concept: str | None = None) -> tuple[Summary, ...]:
        """Give an element's verdict on each concept that an edition in force speaks of."""
        return self._summed(self._by_concept(symbol, concept))

    def disagreements(self, symbol: str, concept: str | None = None) -> tuple[Disagreement, ...]:
        """Give an element's disagreements among editions in force, the sharpest first."""
        return self._opposed(self._by_concept(symbol, concept))

    def judged(
        self, symbol: str, concept: str | None = None
    ) -> tuple[tuple[Summary, ...], tuple[Disagreement, ...]]:
        """Give an element's verdicts and its disagreements."""
        found = list(self._by_concept(symbol, concept))
        return self._summed(found), self._opposed(found)

    def _summed(self, found: Iterable[tuple[str, list[Position]]]) -> tuple[Summary, ...]:
        authorities = self.catalogue.authority_of
        return tuple([rules.summary(id_, positions, authorities) for id_, positions in found])

    def _opposed(self, found: Iterable[tuple[str, list[Position]]]) -> tuple[Disagreement, ...]:
        claims, categories = self.catalogue.claims, self.catalogue.categories
        each = [rules.disagreements(positions, claims, categories) for _, positions in found]
        return tuple(sorted(chain.from_iterable(each), key=_sharpness))

    def all_disagreements(
        self, concept: str | None = None, symbols: Iterable[str] | None = None
    ) -> tuple[Disagreement, ...]:
        """Give disagreements by kind, strength and atomic number.

        Args:
            concept: where given, the only one.
            symbols: the elements, in the order of atomic numbers; all where none is given.
        """
        chosen = self.catalogue.elements if symbols is None else symbols
        found = [each for symbol in chosen for each in self.disagreements(symbol, concept)]
        return tuple(sorted(found, key=_sharpness))


_KINDS = list(Kind)
_STRENGTHS = list(Strength)


def _sharpness(disagreement: Disagreement) -> tuple[int, int]:
    return _KINDS.index(disagreement.kind), _STRENGTHS.index(disagreement.strength)
