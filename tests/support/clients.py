"""Clients as a service meets them: many at once, slow ones, and those that look things up."""

import contextlib
import http.client
import resource
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from tests.support import wire
from tests.support.processes import sockets, until, workers
from tests.support.server import Server

PATHS = [f"/v1/elements/{symbol}" for symbol in ("Sc", "Y", "La", "Fe", "He")] + ["/v1/concepts"]
STALLED = [
    *(b"", b"GET /v1/elements/Sc HTTP/1.1\r\nHost: x\r\nX-St"),
    wire.post_chunked("/v1/classify", [b'{"items":["Sc"]}'])[: -len(b"0\r\n\r\n")],
]
"""What a slow client sends: nothing, half a head, or a body that wants its end."""


@contextmanager
def opened(port: int, count: int) -> Iterator[list[socket.socket]]:
    """Open so many connections, and close those that are still open in the end."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, count + 256), hard))
    with ExitStack() as stack:
        yield [stack.enter_context(wire.connect(port, 30)) for _ in range(count)]


def ask_all(connections: list[socket.socket]) -> None:
    """Ask on every connection before the first answer is read, and check each answer."""
    raw = wire.get(PATHS[0]).replace(b"close", b"keep-alive")
    for connection in connections:
        connection.sendall(raw)
    for connection in connections:
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        assert answer.status == 200
        assert b'"symbol":"Sc"' in answer.read()


def staffed(server: Server) -> list[int]:
    """Give the workers of a service once all are there: it is ready with the first."""
    until(lambda: len(workers(server.pid)) == server.workers)
    return workers(server.pid)


def warm(server: Server, crowd: int) -> int:
    """Let every worker answer some of a crowd of clients at once, and count what was asked."""
    asked = 0
    idle = {pid: sockets(pid) for pid in staffed(server)}
    busy: set[int] = set()
    while len(busy) < len(idle):
        with opened(server.port, crowd) as connections:
            ask_all(connections)
            asked += crowd
            busy |= {pid for pid, found in idle.items() if sockets(pid) > found}
        assert asked < 100 * crowd, "One of the workers takes no connection."
    return asked


def finish(connection: socket.socket) -> wire.Answer:
    """End a stalled body, and give the answer."""
    wire.send(connection, b"0\r\n\r\n")
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_WR)
    return wire.parse(wire.receive(connection), "POST")[0]


class LookUps:
    """Threads that look paths up on kept connections, and hold each answer against what is right.

    Args:
        port: of the service.
        clients: how many threads.
        pause: seconds between two look-ups of a thread.
    """

    def __init__(self, port: int, clients: int, pause: float = 0.002) -> None:
        self.answered = 0
        self.cut: list[str] = []
        """Connections that ended before an answer; it was asked for again on a new one."""
        self.broken: list[str] = []
        """Look-ups that got no answer on a new connection either."""
        self.false: list[str] = []
        """Answers other than the right one."""
        self._port, self._pause = port, pause
        self._wanted = {path: wire.exchange(port, wire.get(path))[0].body for path in PATHS}
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._ask) for _ in range(clients)]

    @property
    def faults(self) -> list[str]:
        """Everything that a client could have noticed."""
        return [*self.cut, *self.broken, *self.false]

    def __enter__(self) -> "LookUps":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _ask(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        with contextlib.closing(connection):
            while not self._over.is_set():
                for path, body in self._wanted.items():
                    self._one(connection, path, body)
                    time.sleep(self._pause)

    def _one(self, connection: http.client.HTTPConnection, path: str, body: bytes) -> None:
        for failed in (self.cut, self.broken):
            try:
                connection.request("GET", path)
                answer = connection.getresponse()
                read = answer.read()
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                with self._lock:
                    failed.append(f"{path}: {error!r}")
                continue
            with self._lock:
                self.answered += 1
                if (answer.status, read) != (200, body):
                    self.false.append(f"{path}: {answer.status}, {len(read)} bytes")
            return
