"""Long work in slices, so that one worker answers look-ups while it classifies a column."""

import time
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import ParamSpec, TypeVar

from gevent.lock import BoundedSemaphore

_Item = TypeVar("_Item")
_Given = ParamSpec("_Given")
SLICE = 0.001
"""Seconds of work after which others have their turn."""
_A_MOMENT = 1e-6
_PIECE = 64 * 1024


_TABLE = BoundedSemaphore(1)


def one_at_a_time(route: Callable[_Given, _Item]) -> Callable[_Given, _Item]:
    """Let a worker make large tables one after another: each takes megabytes while it is made."""

    @wraps(route)
    def waiting(*args: _Given.args, **kwargs: _Given.kwargs) -> _Item:
        with _TABLE:
            return route(*args, **kwargs)

    return waiting


def in_turns(items: Iterable[_Item]) -> Iterator[_Item]:
    """Give the items, and between them every other request its turn.

    Under gevent a sleep lets the other requests of the worker go on. It must have a length: after
    one of none, gevent looks for what has come in only once in fifty times.
    """
    turn = time.perf_counter() + SLICE
    for item in items:
        yield item
        if time.perf_counter() > turn:
            time.sleep(_A_MOMENT)
            turn = time.perf_counter() + SLICE


def gathered(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Join small parts to pieces that are worth a write, in turns with other requests."""
    piece: list[bytes] = []
    size = 0
    for part in in_turns(parts):
        piece.append(part)
        size += len(part)
        if size > _PIECE:
            yield b"".join(piece)
            piece, size = [], 0
    yield b"".join(piece)


def separated(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Give parts with a comma before each but the first."""
    comma = b""
    for part in parts:
        yield comma + part
        comma = b","
