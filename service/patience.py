"""How long a client is waited for: its body, and its taking of the answer.

The head is gunicorn's own affair: its ``keepalive`` bounds the time from the opening of a
connection, or from the answer before, to the end of the next head.
"""

import errno
import fcntl
import socket
import struct
import termios
import time
from collections.abc import Callable
from typing import Any

BODY_SECONDS = 20.0
"""How long a body may take, before what it has brought is counted."""
BODY_RATE = 500
"""So many bytes that have arrived give a body one second more."""
STALL_SECONDS = 30.0
"""How long an answer may stand still before its client is given up."""
_LOOKS = 6
_ABORT = struct.pack("ii", 1, 0)


class SlowBodyError(Exception):
    """A body that did not arrive in time; no OSError, which werkzeug would take for a farewell."""


class CutBodyError(Exception):
    """A body whose client closed the connection before its end."""


class Patient:
    """A client's socket that does not wait for ever; all else is the socket's own.

    gunicorn holds it in the place of a gevent socket. Between ``expect_body`` and ``expect_head``
    what it receives is a body.
    """

    __slots__ = ("_deadline", "_request", "_sock")

    def __init__(self, sock: Any) -> None:
        """Wrap a gevent socket."""
        self._sock = sock
        self._deadline: float | None = None
        self._request: Any = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)

    def expect_body(self, request: Any) -> None:
        """Count the time of a body from now on.

        Args:
            request: gunicorn's, whose connection ends where its body does not arrive in time.
        """
        self._deadline = time.monotonic() + BODY_SECONDS
        self._request = request

    def expect_head(self) -> None:
        """Count no more."""
        self._deadline = self._request = None

    def recv(self, size: int, flags: int = 0) -> bytes:
        """Receive what is there, or wait for it.

        Raises:
            SlowBodyError: it is a body, and its time is over.
            CutBodyError: it is a body, and no more will come.
        """
        if self._deadline is None:
            # a head: gunicorn's own time-out ends this wait
            return self._sock.recv(size, flags)  # type: ignore[no-any-return]  # gevent's
        # what has arrived is taken, however late it is asked for
        left = max(self._deadline - time.monotonic(), 0.0)
        try:
            data: bytes = self._within(left, self._sock.recv, size, flags)
        except (TimeoutError, BlockingIOError):
            self._request.must_close = True
            raise SlowBodyError from None
        if not data:
            # gunicorn asks for no more than the body is said to have; werkzeug would take what
            # there is for all of it
            self._request.must_close = True
            raise CutBodyError
        self._deadline += len(data) / BODY_RATE
        return data

    def sendall(self, data: bytes, flags: int = 0) -> None:
        """Send everything, as long as the client takes some of it now and then.

        Raises:
            ConnectionResetError: it took nothing for ``STALL_SECONDS``.
        """
        sent = self._within(STALL_SECONDS / _LOOKS, self._send, data, flags)
        if sent < len(data):
            rest = memoryview(data)[sent:]
            while rest:
                rest = rest[self._within(STALL_SECONDS / _LOOKS, self._send, rest, flags) :]

    def _within(self, seconds: float, call: Callable[..., Any], *arguments: Any) -> Any:
        """Call what waits for the socket, each wait so long at most."""
        self._sock.settimeout(seconds)
        try:
            return call(*arguments)
        finally:
            self._sock.settimeout(None)

    def _send(self, data: bytes | memoryview, flags: int) -> int:
        looks, before = 0, None
        while looks < _LOOKS:
            try:
                return self._sock.send(data, flags)  # type: ignore[no-any-return]  # gevent's
            except TimeoutError:
                # a large buffer takes nothing new until a good part of it is gone: what counts is
                # whether what it holds shrinks
                waiting = self._untaken()
                looks = looks + 1 if before is None or waiting >= before else 0
                before = waiting
        # with a reset: the kernel is not to keep the rest for a client that does not take it
        self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _ABORT)
        raise ConnectionResetError(errno.ECONNRESET, "The client does not take its answer.")

    def _untaken(self) -> int:
        """Give how many bytes were sent that the client's side has not confirmed."""
        try:
            told = fcntl.ioctl(self._sock.fileno(), termios.TIOCOUTQ, bytes(4))
        except OSError:
            return 0
        return int(struct.unpack("i", told)[0])
