"""SIGTERM in the middle of it all: what was begun is finished within the grace, or visibly cut."""

import contextlib
import http.client
import json
import socket
import threading
from pathlib import Path

import pytest

from tests.support import wire
from tests.support.processes import until
from tests.support.server import Server

_LINES = 120_000
"""So many that their answer is larger than the buffers of a connection."""
COLUMN = wire.post("/v1/classify?concept=rare-earth", b'"Sc"\n' * _LINES, media_type=wire.NDJSON)


class Reader:
    """A client that takes in the beginning of an answer, waits, and then takes in the rest."""

    def __init__(self, connection: socket.socket) -> None:
        self.lines = self.status = 0
        self.last = b""
        self.whole = False
        self._going = threading.Event()
        self._response = http.client.HTTPResponse(connection, method="POST")
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            self._response.begin()
            self.status = self._response.status
            while piece := self._response.read(1 << 16):
                self.lines += piece.count(b"\n")
                self.last = (self.last + piece)[-500:]
                self._going.wait()
            self.whole = True

    def finish(self) -> None:
        """Take in the rest."""
        self._going.set()
        self._thread.join(60)
        assert not self._thread.is_alive()


def test_lines_that_are_read_are_finished_after_sigterm(tmp_path: Path) -> None:
    with Server(tmp_path, WEB_CONCURRENCY="2") as server:
        with wire.connect(server.port, 60) as connection:
            connection.sendall(COLUMN)
            reader = Reader(connection)
            until(lambda: reader.lines > 0)
            server.terminate()
            until(lambda: "Handling signal: term" in server.log())
            reader.finish()
        assert server.wait() == 0
        assert (reader.status, reader.whole, reader.lines) == (200, True, _LINES)
        assert json.loads(reader.last.splitlines()[-1])["line"] == _LINES
        assert server.faults() == []


def test_lines_that_are_not_read_are_cut_for_all_to_see(tmp_path: Path) -> None:
    with Server(tmp_path, GUNICORN_CMD_ARGS="--graceful-timeout=1") as server:
        with wire.connect(server.port, 60) as connection:
            connection.sendall(COLUMN)
            reader = Reader(connection)
            until(lambda: reader.lines > 0)
            server.terminate()
            assert server.wait() == 0
            reader.finish()
        assert (reader.status, reader.whole) == (200, False)
        assert 0 < reader.lines < _LINES
        assert "Traceback" not in server.log()


def test_requests_that_were_taken_up_before_sigterm_are_answered(tmp_path: Path) -> None:
    look_up = wire.get("/v1/elements/Sc")
    asked = [look_up] * 20 + [wire.post("/v1/classify", b'{"items":["Sc","yttrium"]}')] * 20
    with Server(tmp_path, WEB_CONCURRENCY="2") as server:
        connections = [wire.connect(server.port) for _ in asked]
        for connection, raw in zip(connections, asked, strict=True):
            connection.sendall(raw[:-2])
        # whoever comes later is behind them: all have been taken up
        for _ in range(50):
            assert wire.exchange(server.port, look_up)[0].status == 200
        server.terminate()
        until(lambda: "Handling signal: term" in server.log())
        for connection, raw in zip(connections, asked, strict=True):
            with connection:
                connection.sendall(raw[-2:])
                (answer,) = wire.parse(wire.receive(connection))
                assert answer.status == 200
        assert server.wait() == 0
        with pytest.raises(ConnectionRefusedError):
            wire.connect(server.port)
        assert server.faults() == []
