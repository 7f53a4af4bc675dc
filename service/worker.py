"""gunicorn's gevent worker, which answers look-ups before a WSGI environment is made.

The floor under a WSGI answer is mostly gunicorn's own work: an environment of thirty entries, a
check of every header, two writes. A ready answer needs none of it.
"""

import _threading_local  # noqa: F401 - as below
import concurrent.futures.thread  # noqa: F401 - as below
import importlib.metadata
import time
from typing import Any

# what gevent's patching imports is imported here, before the fork, so that workers share it
import gevent.events
import gevent.select
import gevent.selectors
import gevent.signal
import gevent.ssl
import gevent.subprocess
import gevent.thread
import gevent.threading
import gevent.time  # noqa: F401 - as above
from gevent import GreenletExit
from gunicorn import SERVER
from gunicorn.util import http_date
from gunicorn.workers.ggevent import GeventWorker

from service.api.turns import Turns
from service.front import Front
from service.patience import Patient

_JOINED = 32_768
"""Pieces up to so many bytes are copied together, to go out in one write."""


class Worker(GeventWorker):  # type: ignore[misc]  # gunicorn carries no types
    """A worker process."""

    _second = 0
    _date = b""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with the arguments of gunicorn's own."""
        super().__init__(*args, **kwargs)
        self._turns = Turns()

    def patch(self) -> None:
        """Make the standard library gevent's, without a search for plugins.

        gevent looks through all that is installed, once for each module that it patches and again
        afterwards: most of the time that a worker takes to start, and a megabyte of its own.
        """
        search = importlib.metadata.entry_points
        importlib.metadata.entry_points = lambda **_: ()  # type: ignore[assignment]  # for a moment
        try:
            super().patch()
        finally:
            importlib.metadata.entry_points = search

    def handle(self, listener: Any, client: Any, address: Any) -> None:
        """Serve one connection, whose client is not waited for for ever."""
        super().handle(listener, Patient(client), address)

    def handle_request(self, listener_name: Any, req: Any, sock: Any, addr: Any) -> Any:
        """Answer one request, and let others have their turn before the next."""
        going_on = self._answer(listener_name, req, sock, addr)
        self._turns.pass_on()
        return going_on

    def _answer(self, listener_name: Any, req: Any, sock: Any, addr: Any) -> Any:
        """Answer a look-up at once, and everything else on the ordinary road."""
        front: Front = self.wsgi.wsgi_app
        if front.metrics.listens(listener_name):
            return super().handle_request(listener_name, req, sock, addr)
        found = front.look_up(req.method, req.path, req.query or "", req.headers)
        if found is None:
            return super().handle_request(listener_name, req, sock, addr)
        self.nr += 1
        closing = not self.alive or req.should_close()
        head = b"HTTP/%d.%d %b\r\nServer: %b\r\nDate: %b\r\nConnection: %b\r\n%b\r\n" % (
            *req.version,
            found.status,
            SERVER.encode(),
            self._now(),
            b"close" if closing else b"keep-alive",
            found.head,
        )
        try:
            _send(sock, (head, *found.pieces))
        except GreenletExit:  # the time for a graceful end is over
            closing = True
        if closing:
            raise StopIteration
        return True

    def _now(self) -> bytes:
        second = int(time.time())
        if second != self._second:
            self._second, self._date = second, http_date(second).encode()
        return self._date


def _send(sock: Any, pieces: tuple[bytes | memoryview, ...]) -> None:
    """Send all but a large last piece together, and that one without copying it."""
    if len(pieces[-1]) <= _JOINED:
        sock.sendall(b"".join(pieces))
    else:
        sock.sendall(b"".join(pieces[:-1]))
        sock.sendall(pieces[-1])
