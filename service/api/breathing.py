"""Long work in short breaths: a worker does one thing at a time."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from gevent import get_hub, monkey

T = TypeVar("T")
_HELD = 0.004


def breathing(items: Iterable[T]) -> Iterator[T]:
    """Give items, and between two of them let others be answered, where much time has passed."""
    last = time.perf_counter()
    for item in items:
        yield item
        if time.perf_counter() - last > _HELD:
            breathe()
            last = time.perf_counter()


def breathe() -> None:
    """Let others be answered, and go on at once where there are none.

    ``sleep(0)`` only lets those run that wait for nothing: gevent looks for what has arrived after
    fifty of them. A watcher for idleness is called each time that it has looked.
    """
    if not monkey.is_module_patched("time"):
        return
    hub = get_hub()
    watcher = hub.loop.idle(priority=hub.loop.MAXPRI)
    try:
        hub.wait(watcher)
    finally:
        watcher.close()
