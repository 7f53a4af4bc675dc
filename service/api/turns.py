"""Long work in slices, so that one worker answers look-ups while it classifies a column."""

import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

from gevent import get_hub, monkey
from gevent.lock import BoundedSemaphore

_Item = TypeVar("_Item")
SLICE = 0.001
"""Seconds of work after which others have their turn."""
_PIECE = 64 * 1024
_LARGE = BoundedSemaphore(1)
LARGE = 8 * 1024
"""A body of so many bytes is large: its items are not counted yet."""


def alone(*, large: bool) -> AbstractContextManager[object]:
    """Let a worker make what is large one by one: each takes megabytes while it is made."""
    return _LARGE if large else nullcontext()


def in_turns(items: Iterable[_Item]) -> Iterator[_Item]:
    """Give the items, and between them every other request its turn."""
    turn = time.perf_counter() + SLICE
    for item in items:
        yield item
        if time.perf_counter() > turn:
            _give_way()
            turn = time.perf_counter() + SLICE


class Turns:
    """The turns of requests that are answered one by one, in one worker.

    A client whose next request has arrived before its answer is out would never let go: gevent
    looks for what has come in on other connections only when one of them has to wait.
    """

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._look = -1
        self._since = 0.0

    def pass_on(self) -> None:
        """Give others their turn if nobody has looked for what has come in for a slice."""
        look, now = get_hub().loop.iteration, time.perf_counter()
        if look != self._look:
            self._look, self._since = look, now
        elif now > self._since + SLICE:
            _give_way()


def _give_way() -> None:
    """Let the other requests of a worker go on, and return at once where there are none.

    After a sleep of no length gevent looks for what has come in only once in fifty times, and one
    of any length takes a millisecond where nothing else is to do. A watcher for idleness, of the
    highest priority, is called each time that gevent has looked.
    """
    if not monkey.is_module_patched("time"):
        return
    hub = get_hub()
    watcher = hub.loop.idle(priority=hub.loop.MAXPRI)
    try:
        hub.wait(watcher)
    finally:
        watcher.close()


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
