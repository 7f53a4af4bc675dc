"""What is said of one element and one concept, as places in bytes that are written anyway.

Nearly all of it stands in what is said of the element on all concepts; the rest, such as the
records that an answer names, is the same for many elements and is written once.
"""

import re
from array import array
from collections.abc import Callable, Iterable, Mapping

ELEMENT = re.compile(
    rb'(.*?,"summary":\[)(.*?)(\],"positions":\[)(.*?)(\],"suspended":\[)(.*?)'
    rb'(\],"disagreements":\[)(.*?)(\],"concepts":\{.*?)(,"links":\{.*)',
    re.DOTALL,
)
"""The pieces of an answer about an element: no text in JSON can hold what they are told by."""
BRIEF = re.compile(rb'(.*?,"summary":\[)(.*?)(\],"positions":\[)(.*)(\]\})', re.DOTALL)
"""The pieces of an element among many."""


class Cuts:
    """The places of the pieces, by symbol and concept."""

    def __init__(
        self,
        pool: bytes | memoryview,
        table: bytes | memoryview,
        symbols: Iterable[str],
        concepts: Iterable[str],
    ) -> None:
        """Keep where the pieces are.

        Args:
            pool: pieces that do not stand in what is said of an element on all concepts.
            table: by symbol and concept the start and end of each piece, as C ints: in what is
                said of the element on all concepts, or counted below zero from -1 in the pool.
            symbols: of the elements, in the order of the table.
            concepts: their ids, in the order of the table.
        """
        self.pool, self.table = memoryview(pool), memoryview(table)
        self._places = self.table.cast("i")
        self._concepts = {id_: number for number, id_ in enumerate(concepts)}
        self._symbols = {symbol: number for number, symbol in enumerate(symbols)}
        self._width = len(self._places) // (len(self._symbols) * len(self._concepts))

    def pieces(
        self, whole: bytes | memoryview, symbol: str, concept: str
    ) -> tuple[memoryview, ...]:
        """Give the pieces.

        Args:
            whole: what is said of the element on all concepts.
            symbol: the element's.
            concept: its id.
        """
        row = self._symbols[symbol] * len(self._concepts) + self._concepts[concept]
        places = self._places[row * self._width : (row + 1) * self._width].tolist()
        said = memoryview(whole)
        return tuple(
            said[start:end] if start >= 0 else self.pool[~start:~end]
            for start, end in zip(places[::2], places[1::2], strict=True)
            if start != end
        )


def cut(
    pieces: re.Pattern[bytes],
    wholes: Mapping[str, bytes],
    concepts: Iterable[str],
    write: Callable[[str, str], bytes],
) -> Cuts:
    """Find the places.

    Args:
        pieces: a group for each.
        wholes: what is said of the elements on all concepts, by symbol.
        concepts: the ids of all.
        write: writes what is said of a symbol and a concept.
    """
    known = list(concepts)
    pool = bytearray()
    pooled: dict[bytes, int] = {}
    places = array("i")
    for symbol, whole in wholes.items():
        for concept in known:
            found = pieces.fullmatch(write(symbol, concept))
            assert found is not None  # noqa: S101 - both are written by the same rules
            for piece in found.groups():
                start = whole.find(piece)
                if start >= 0:
                    places.extend((start, start + len(piece)))
                    continue
                if piece not in pooled:
                    pooled[piece] = len(pool)
                    pool += piece
                start = pooled[piece]
                places.extend((~start, ~(start + len(piece))))
    return Cuts(bytes(pool), places.tobytes(), wholes, known)
