"""Answers about one element and one concept, as places in bytes that are written anyway.

Nearly all that such an answer says stands in the answer about the element on all concepts; the
rest, the records that it names, is the same for many elements and is written once.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

_MEMBERS = (
    b',"summary":[',
    b'],"positions":[',
    b'],"suspended":[',
    b'],"disagreements":[',
    b'],"concepts":{',
    b',"links":{',
)
"""Where an answer is cut, as no text in JSON can hold them."""
_PIECES = 2 * len(_MEMBERS) - 2
_ROW = 2 * _PIECES


class Cuts:
    """The places of the pieces of every such answer."""

    def __init__(
        self,
        pool: bytes | memoryview,
        table: bytes | memoryview,
        symbols: Iterable[str],
        concepts: Iterable[str],
    ) -> None:
        """Keep where the pieces are.

        Args:
            pool: pieces that do not stand in an answer about an element.
            table: by symbol and concept the start and end of each piece, as C ints: in the answer
                about the element, or counted below zero from -1 in the pool.
            symbols: of the elements, in the order of the table.
            concepts: their ids, in the order of the table.
        """
        self.pool, self.table = memoryview(pool), memoryview(table)
        self._places = self.table.cast("i")
        self._concepts = {id_: number for number, id_ in enumerate(concepts)}
        width = len(self._concepts)
        self._symbols = {symbol: number * width for number, symbol in enumerate(symbols)}

    def pieces(
        self, whole: bytes | memoryview, symbol: str, concept: str
    ) -> tuple[memoryview, ...]:
        """Give the pieces of an answer.

        Args:
            whole: the answer about the element on all concepts.
            symbol: the element's.
            concept: its id.
        """
        row = (self._symbols[symbol] + self._concepts[concept]) * _ROW
        places = self._places[row : row + _ROW].tolist()
        said = memoryview(whole)
        return tuple(
            said[start:end] if start >= 0 else self.pool[~start:~end]
            for start, end in zip(places[::2], places[1::2], strict=True)
            if start != end
        )


def cut(
    wholes: Mapping[str, bytes], concepts: Iterable[str], answer: Callable[[str, str], bytes]
) -> Cuts:
    """Find the places.

    Args:
        wholes: the answers about the elements on all concepts, by symbol.
        concepts: the ids of all.
        answer: writes the answer to a symbol and a concept.
    """
    known = list(concepts)
    pool = bytearray()
    pooled: dict[bytes, int] = {}
    places = array("i")
    for symbol, whole in wholes.items():
        for concept in known:
            for piece in _cut(answer(symbol, concept)):
                start = whole.find(piece)
                if start < 0:
                    if piece not in pooled:
                        pooled[piece] = ~len(pool)
                        pool += piece
                    start = pooled[piece]
                places.extend((start, start + len(piece) if start >= 0 else start - len(piece)))
    return Cuts(bytes(pool), places.tobytes(), wholes, known)


def _cut(answer: bytes) -> Iterator[bytes]:
    """Cut an answer before and after each member's name, so that its pieces are alike among many.

    The first name stays with what precedes it, the last two with what follows.
    """
    ends = [0]
    for member in _MEMBERS:
        at = answer.index(member, ends[-1])
        ends += [at, at + len(member)]
    del ends[1], ends[-1], ends[-2]
    for start, end in pairwise([*ends, len(answer)]):
        yield answer[start:end]
