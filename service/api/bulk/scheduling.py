"""Long work in slices, so that a worker answers look-ups while it classifies a column."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

_Item = TypeVar("_Item")
_SLICE = 0.005
_PAUSE = 0.0005
"""Seconds; gevent looks at its sockets in every pause that has a length."""
_PIECE = 64 * 1024


def in_slices(items: Iterable[_Item]) -> Iterator[_Item]:
    """Give the items, and pause between them so that other requests go on."""
    end = time.perf_counter() + _SLICE
    for item in items:
        yield item
        if time.perf_counter() > end:
            time.sleep(_PAUSE)
            end = time.perf_counter() + _SLICE


def joined(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Join small parts to pieces that are worth a write, in slices."""
    piece: list[bytes] = []
    size = 0
    for part in in_slices(parts):
        piece.append(part)
        size += len(part)
        if size > _PIECE:
            yield b"".join(piece)
            piece, size = [], 0
    yield b"".join(piece)
