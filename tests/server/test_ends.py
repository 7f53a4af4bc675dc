"""SIGTERM in the middle of it all: what was begun is finished within the grace, or visibly cut."""

import contextlib
import http.client
import json
import socket
import threading
import time
from pathlib import Path

import pytest

from service.server.gunicorn_conf import graceful_timeout
from tests.api.test_hostile import faults
from tests.support import wire
from tests.support.clients import PATHS
from tests.support.processes import until
from tests.support.server import Server

_LINES = 1_000_000
_NOTICED = 2.5
"""Seconds on top of the grace until the last process has gone: workers look once a second."""


def million() -> bytes:
    path = "/v1/classify?concept=rare-earth"
    return wire.post(path, b'"Sc"\n' * _LINES, media_type=wire.NDJSON)


class Reader:
    """A client that takes an answer in, and tells whether it came to its end."""

    def __init__(self, connection: socket.socket, pause: float = 0.0) -> None:
        self.lines = self.status = 0
        self.last = b""
        self.whole = False
        self.pause = pause
        self._response = http.client.HTTPResponse(connection, method="POST")
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            self._response.begin()
            self.status = self._response.status
            while piece := self._response.read(1 << 18):
                self.lines += piece.count(b"\n")
                self.last = (self.last + piece)[-500:]
                time.sleep(self.pause)
            self.whole = True

    def finish(self) -> None:
        self._thread.join(60)
        assert not self._thread.is_alive()


def test_a_million_lines_that_are_read_are_finished_after_sigterm(tmp_path: Path) -> None:
    with Server(tmp_path, WEB_CONCURRENCY="2") as server:
        with wire.connect(server.port, 60) as connection:
            connection.sendall(million())
            reader = Reader(connection)
            until(lambda: reader.lines > 0)
            started = time.monotonic()
            server.terminate()
            reader.finish()
        assert server.wait() == 0
        assert time.monotonic() - started < graceful_timeout + _NOTICED
        assert (reader.status, reader.whole, reader.lines) == (200, True, _LINES)
        assert json.loads(reader.last.splitlines()[-1])["line"] == _LINES
        assert faults(server) == []


def test_a_million_lines_that_are_not_read_are_cut_for_all_to_see(tmp_path: Path) -> None:
    with Server(tmp_path, WEB_CONCURRENCY="2") as server:
        with wire.connect(server.port, 60) as connection:
            connection.sendall(million())
            reader = Reader(connection, pause=0.5)
            until(lambda: reader.lines > 0)
            started = time.monotonic()
            server.terminate()
            assert server.wait() == 0
            assert graceful_timeout - 1 < time.monotonic() - started < graceful_timeout + _NOTICED
            reader.pause = 0
            reader.finish()
        assert (reader.status, reader.whole) == (200, False)
        assert 0 < reader.lines < _LINES
        assert "Traceback" not in server.log()


def test_look_ups_that_were_taken_up_before_sigterm_are_answered(tmp_path: Path) -> None:
    with Server(tmp_path, WEB_CONCURRENCY="2") as server:
        connections = [wire.connect(server.port) for _ in range(50)]
        raw = wire.get(PATHS[0])
        for connection in connections:
            connection.sendall(raw[:-2])
        # whoever comes later is behind them: all have been taken up
        for _ in range(50):
            assert wire.exchange(server.port, raw)[0].status == 200
        server.terminate()
        until(lambda: "Handling signal: term" in server.log())
        for connection in connections:
            with connection:
                connection.sendall(raw[-2:])
                (answer,) = wire.parse(wire.receive(connection))
                assert answer.status == 200
        assert server.wait() == 0
        with pytest.raises(ConnectionRefusedError):
            wire.connect(server.port)
        assert faults(server) == []
