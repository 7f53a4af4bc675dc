"""What is said of the elements that nobody names: on a concept and a day the same of all of them.

That holds of most elements on most concepts, and between two days on which an edition comes or
goes. So it is written beforehand, once for all of them.
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from service import rules
from service.answers.elements import said
from service.answers.writing import write_map
from service.catalogue import Catalogue
from service.view import Selection, View

_FIRST = b'{"summary":['
Pieces = Mapping[tuple[str, dt.date], bytes | memoryview]


class Rests:
    """The pieces, by concept and by the day from which on they hold."""

    def __init__(self, pieces: Pieces) -> None:
        """Keep the pieces, in the order of their days."""
        self.pieces = pieces
        self._days: dict[str, list[dt.date]] = {}
        for concept, day in pieces:
            self._days.setdefault(concept, []).append(day)

    def find(self, view: View, symbol: str, concept: str) -> bytes | memoryview | None:
        """Give what a view shows of an element on a concept; None where an edition names it."""
        chosen = view.selection
        if chosen.history or chosen.authorities is not None or view.names(symbol, concept):
            return None
        return self.pieces[concept, rules.era(self._days[concept], chosen.as_of)]


def written_rests(catalogue: Catalogue) -> Pieces:
    """Write the pieces, each of them once."""
    known: dict[bytes, bytes] = {}
    return {place: known.setdefault(piece, piece) for place, piece in _written(catalogue)}


def _written(catalogue: Catalogue) -> Iterator[tuple[tuple[str, dt.date], bytes]]:
    for concept, speaking in catalogue.held_on.items():
        for day in rules.eras(catalogue.editions[id_] for id_ in speaking):
            view = catalogue.view(Selection(day))
            rest = [symbol for symbol in catalogue.elements if not view.names(symbol, concept)]
            if rest:
                yield (concept, day), middle(view, rest[0], concept)


def middle(view: View, symbol: str, concept: str) -> bytes:
    """Write what is said of an element on a concept, from its first summary to its last record."""
    return write_map(said(view, symbol, concept))[len(_FIRST) : -1]
