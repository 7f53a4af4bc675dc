"""A view: the positions, verdicts and disagreements among the editions of one selection."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from service import rules
from service.catalogue.catalogue import Catalogue
from service.catalogue.selection import Selection
from service.model import Disagreement, Kind, Position, Stand, Strength, Summary

Concepts = str | Sequence[str] | None
"""One concept's id, some ids, or None for all concepts."""


class View:
    """The positions, verdicts and disagreements among the editions of one selection."""

    def __init__(self, catalogue: Catalogue, selection: Selection | None = None) -> None:
        """View a selection; by default all authorities on the day of the data's release."""
        self.catalogue = catalogue
        self.selection = selection or Selection(catalogue.released)
        selected = catalogue.select(self.selection)
        self.editions, self.current = selected.shown, selected.current
        self.candidates = selected.candidates
        self.suspended, self.uncertain = selected.suspended, selected.uncertain
        self._past = frozenset(self.editions) - self.current
        self._aside = frozenset(self.suspended) - self._past

    def concepts(self, concept: Concepts) -> Iterable[str]:
        """Give the ids of one concept, of some, or of all."""
        if concept is None:
            return self.catalogue.concepts
        return (concept,) if isinstance(concept, str) else concept

    def _positions(
        self, symbol: str, concept: Concepts, *editions: frozenset[str]
    ) -> Iterator[Position]:
        """Give positions by concept, those of one set of editions after those of another."""
        chosen_sets = [each for each in editions if each]
        for id_ in self.concepts(concept) if chosen_sets else ():
            speaking = self.catalogue.positions_on[id_]
            for chosen in chosen_sets:
                for edition, positions in speaking.items():
                    if edition in chosen and symbol in positions:
                        yield positions[symbol]

    def positions(self, symbol: str, concept: Concepts = None) -> tuple[Position, ...]:
        """Give an element's positions: by concept, editions in force first, then the newest.

        Args:
            symbol: the element's.
            concept: where given, the only one or ones.
        """
        return tuple(self._positions(symbol, concept, self.current, self._past))

    def suspended_positions(self, symbol: str, concept: Concepts = None) -> tuple[Position, ...]:
        """Give the positions of the editions that are suspended on the day, but for silence."""
        positions = self._positions(symbol, concept, self._aside)
        return tuple(each for each in positions if each.stand is not Stand.SILENT)

    def uncertain_positions(self, symbol: str, concept: Concepts = None) -> tuple[Position, ...]:
        """Give the positions of editions that may be in force on the day, but for silence."""
        positions = self._positions(symbol, concept, frozenset(self.uncertain) - self._past)
        return tuple(each for each in positions if each.stand is not Stand.SILENT)

    def removed_from(self, position: Position) -> str | None:
        """Give the edition before that named what this one excludes; None where none did."""
        before = self.catalogue.previous.get(position.edition)
        if before is None or position.stand is not Stand.EXCLUDED:
            return None
        earlier = self.catalogue.positions_on[position.concept].get(before)
        named = earlier is not None and earlier[position.thing].stand is Stand.INCLUDED
        return before if named else None

    def speaking(self, concept: Concepts = None) -> tuple[set[str], set[str]]:
        """Give the editions that have a position on a concept, and these concepts."""
        editions: set[str] = set()
        concepts: set[str] = set()
        for id_ in self.concepts(concept):
            if shown := self.catalogue.positions_on[id_].keys() & set(self.editions):
                editions |= shown
                concepts.add(id_)
        return editions, concepts

    def summaries(self, symbol: str, concept: Concepts = None) -> tuple[Summary, ...]:
        """Give an element's verdict on each concept that an edition in force speaks of."""
        catalogue = self.catalogue
        holders, originals = catalogue.holder_of, catalogue.original_of
        summaries = []
        for id_ in self.concepts(concept):
            if positions := list(self._positions(symbol, id_, self.current)):
                summaries.append(
                    rules.summary(catalogue.concepts[id_], positions, holders, originals)
                )
        return tuple(summaries)

    def disagreements(self, symbol: str, concept: Concepts = None) -> tuple[Disagreement, ...]:
        """Give an element's disagreements among editions in force, the sharpest first."""
        claims, categories = self.catalogue.claims, self.catalogue.categories
        each = [
            rules.disagreements(summary, claims, categories)
            for summary in self.summaries(symbol, concept)
        ]
        return tuple(sorted(chain.from_iterable(each), key=_sharpness))

    def all_disagreements(
        self, concept: Concepts = None, symbols: Iterable[str] | None = None
    ) -> tuple[Disagreement, ...]:
        """Give disagreements by kind, strength and atomic number.

        Args:
            concept: where given, the only one or ones.
            symbols: the elements, in the order of atomic numbers; all where none is given.
        """
        chosen = self.catalogue.elements if symbols is None else symbols
        disagreements = [each for symbol in chosen for each in self.disagreements(symbol, concept)]
        return tuple(sorted(disagreements, key=_sharpness))


_KINDS = list(Kind)
_STRENGTHS = list(Strength)


def _sharpness(disagreement: Disagreement) -> tuple[int, int]:
    return _KINDS.index(disagreement.kind), _STRENGTHS.index(disagreement.strength)
