"""The answer about an element under any of its names, and on another day that shows the same."""

from service.answers.elements import envelope, resolution
from service.answers.writing import write
from service.mentions import Reading
from service.ready import Pieces
from service.view import View

_OWN, _COMMON = b',"resolution":', b',"summary":['
"""The members between which answers about one element differ, as no text in JSON can hold them."""
_WITHIN = 16_384
"""In so many first bytes both members begin."""


def variant(pieces: Pieces, view: View, mention: str, reading: Reading) -> Pieces:
    """Give the answer to another mention of an element, on the day of a view.

    Args:
        pieces: the answer to the element's symbol, in a view that shows the same.
        view: the one that was asked for.
        mention: as it came.
        reading: how it was read: as that element.

    Returns:
        Its pieces: those that were given, where nothing differs.
    """
    first, *others = pieces
    beginning = bytes(first[:_WITHIN])
    own = beginning.index(_OWN)
    common = beginning.index(_COMMON, own)
    start = write(envelope(view))[:-1]
    said = _OWN + write(resolution(mention, reading))
    if beginning.startswith(start) and said == beginning[own:common]:
        return pieces
    # a day takes as many bytes as any other
    whole = memoryview(first)
    return start, whole[len(start) : own], said, whole[common:], *others
