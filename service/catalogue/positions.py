"""The positions of one edition on one concept."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from service.model import Position
from service.rules import EditionReading


class Positions(Mapping[str, Position]):
    """The positions of one edition on one concept, by element or material.

    Those on elements and on the materials of lists are held, and gone through; one on any other
    material is read off the edition when it is asked for.
    """

    def __init__(
        self,
        reading: EditionReading,
        concept: str,
        held: Iterable[str],
        others: Collection[str] = (),
    ) -> None:
        """Read the positions that are held.

        Args:
            reading: of the edition.
            concept: one of which the edition speaks.
            held: symbols and ids to hold.
            others: ids of the materials that may be asked for besides.
        """
        self._reading, self._concept = reading, concept
        self._held = reading.positions(concept, held)
        self._others = others

    def __getitem__(self, thing: str) -> Position:
        """Give the position on a thing; KeyError where the concept does not ask of it."""
        if thing in self._held or thing not in self._others:
            return self._held[thing]
        return self._reading.position(self._concept, thing)

    def __contains__(self, thing: object) -> bool:
        """Tell whether the edition has a position on a thing, silence included."""
        return thing in self._held or thing in self._others

    def __iter__(self) -> Iterator[str]:
        """Go through the things whose positions are held."""
        return iter(self._held)

    def __len__(self) -> int:
        """Count the positions that are held."""
        return len(self._held)
