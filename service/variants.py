"""The answer about an element under any of its names: the ready one, but for its resolution."""

from service.answers.elements import resolution
from service.answers.writing import write
from service.mentions import Reading
from service.ready import Pieces

_OWN, _COMMON = b',"resolution":', b',"summary":['
"""The members between which answers about one element differ, as no text in JSON can hold them."""
_WITHIN = 16_384
"""In so many first bytes both members begin."""


def variant(pieces: Pieces, mention: str, reading: Reading) -> Pieces:
    """Give the answer to another mention of an element.

    Args:
        pieces: the answer to the element's symbol.
        mention: as it came.
        reading: how it was read: as that element.

    Returns:
        Its pieces: those that were given, where nothing differs.
    """
    first, *others = pieces
    beginning = bytes(first[:_WITHIN])
    own = beginning.index(_OWN)
    common = beginning.index(_COMMON, own)
    start = beginning[:own] + _OWN + write(resolution(mention, reading))
    if start == beginning[:common]:
        return pieces
    return start, memoryview(first)[common:], *others
