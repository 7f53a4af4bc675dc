"""The answer about an element under any of its names: the ready one, but for its resolution."""

from dataclasses import replace

from service.answers.elements import resolution
from service.answers.writing import entity_tag, write
from service.mentions import Reading
from service.ready import Ready

_OWN, _COMMON = b',"resolution":', b',"summary":['
"""The members between which answers about one element differ, as no text in JSON can hold them."""
_WITHIN = 16_384
"""In so many first bytes both members begin."""


def variant(ready: Ready, mention: str, reading: Reading) -> Ready:
    """Give the answer to another mention of an element.

    Args:
        ready: the answer to the element's symbol.
        mention: as it came.
        reading: how it was read: as that element.
    """
    (whole,) = ready.pieces
    beginning = bytes(whole[:_WITHIN])
    own = beginning.index(_OWN)
    common = beginning.index(_COMMON, own)
    start = beginning[:own] + _OWN + write(resolution(mention, reading))
    if start == beginning[:common]:
        return ready
    pieces = (start, memoryview(whole)[common:])
    # the rest is told apart by the tag of the answer that it is taken from
    tag = f'"{entity_tag(ready.etag, start)}"'
    old, new = ready.etag.encode(), tag.encode()
    length = len(start) + len(whole) - common
    lines = ready.head.replace(
        b"Content-Length: %d\r\n" % len(whole), b"Content-Length: %d\r\n" % length
    )
    return replace(
        ready,
        etag=tag,
        pieces=pieces,
        head=lines.replace(old, new),
        unchanged=ready.unchanged.replace(old, new),
    )
