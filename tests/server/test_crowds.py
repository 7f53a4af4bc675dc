"""Many clients at once, and slow ones: look-ups are answered all the while, and nothing is left."""

import json
import time
from pathlib import Path

import pytest

from tests.api.test_hostile import faults
from tests.support import wire
from tests.support.clients import LookUps, ask_all, opened, slow, staffed, warm
from tests.support.processes import descriptors, idle, private, until
from tests.support.server import CRAMPED, Server

_KEPT = 6 * 1024
"""KiB that a worker may hold after a crowd beyond what it held after the first of that size."""
_WAITING = 16 * 1024
"""KiB that a worker may hold for twenty clients that do not take their answers."""
_SPOOLED = (b'"' + b"x" * 60_000 + b'"\n') * 20


def held(server: Server) -> tuple[list[int], int, int]:
    """Give the workers of a server at rest, and how many files and KiB of memory they hold."""
    pids = staffed(server)
    files = sum(idle(pid) for pid in pids)
    return pids, files, sum(private(pid) for pid in pids)


def test_two_hundred_slow_clients_stop_no_look_up_and_leave_nothing(tmp_path: Path) -> None:
    with Server(tmp_path, WEB_CONCURRENCY="2") as server:
        warm(server, 400)
        pids, files, memory = held(server)
        started = time.monotonic()
        with slow(server.port, 50) as kinds, LookUps(server.port, 2) as load:
            until(lambda: load.answered > 1_000)
            for kind in ("idle", "stalled head", "dripped head"):
                for connection in kinds[kind]:
                    assert wire.receive(connection) == b""
            assert 4.5 < time.monotonic() - started < 15
            for connection in kinds["dripped body"]:
                (answer,) = wire.parse(wire.receive(connection))
                assert answer.status == 408
            assert 19.5 < time.monotonic() - started < 30
        assert (load.cut, load.false) == ([], [])
        assert load.slowest < 1
        until(lambda: sum(descriptors(pid) for pid in pids) == files)
        assert sum(private(pid) for pid in pids) <= memory + 2 * _KEPT
        assert faults(server) == []


def test_a_thousand_kept_connections_and_slow_ones_fit_on_one_worker(tmp_path: Path) -> None:
    with Server(tmp_path, WEB_CONCURRENCY="1") as server:
        (pid,) = staffed(server)
        begun = idle(pid)
        memory = 0
        for _ in range(2):
            with slow(server.port, 50), opened(server.port, 1_000) as kept:
                ask_all(kept)
                assert descriptors(pid) >= begun + 1_000
                with LookUps(server.port, 1) as load:
                    ask_all(kept)
                    until(lambda load=load: load.answered > 100)  # type: ignore[misc]  # its default is its type
            assert (load.cut, load.false) == ([], [])
            until(lambda: descriptors(pid) == begun)
            # the first crowd shows how much one needs
            assert not memory or private(pid) <= memory + _KEPT
            memory = private(pid)
        assert faults(server) == []


def test_bodies_that_wait_for_their_end_wait_on_the_disk(tmp_path: Path) -> None:
    size = 900_000
    head = b"POST /v1/classify HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    head += b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (size + 1)
    with Server(tmp_path, WEB_CONCURRENCY="1") as server:
        (pid,) = staffed(server)
        warm(server, 40)
        memory, begun = private(pid), idle(pid)
        with opened(server.port, 60) as crowd:
            for connection in crowd:
                connection.sendall(head + b'{"items":["Sc"]}'.ljust(size))
            # each has a connection, and a file for what came of its body
            until(lambda: descriptors(pid) == begun + 2 * 60)
            (answer,) = wire.exchange(server.port, wire.get("/v1/elements/Sc"))
            assert answer.status == 200
            # what came is nearly all of them, and less than half of that is held
            assert private(pid) - memory < 60 * size // 1024 // 2
            for connection in crowd:
                connection.sendall(b" ")
            for connection in crowd:
                (answer,) = wire.parse(wire.receive(connection), "POST")
                assert (answer.status, answer.json()["summary"]["ok"]) == (200, 1)
        until(lambda: descriptors(pid) == begun)


_MANY = [f"unobtainium {number}" for number in range(40_000)]
_JSON = wire.post("/v1/classify", json.dumps({"items": _MANY[:10_000]}).encode())
_LINES = "\n".join(map(json.dumps, _MANY)).encode()
_DISTINCT = wire.post("/v1/classify?distinct=true", _LINES, media_type=wire.NDJSON)


@pytest.mark.parametrize("raw", [_JSON, _DISTINCT], ids=["items", "distinct lines"])
def test_answers_that_wait_for_their_clients_wait_on_the_disk(tmp_path: Path, raw: bytes) -> None:
    with Server(tmp_path, WEB_CONCURRENCY="1") as server:
        (pid,) = staffed(server)
        (first,) = wire.exchange(server.port, raw, 30, "POST")
        memory, begun = private(pid), idle(pid)
        with opened(server.port, 20, buffer=4096) as crowd:
            for connection in crowd:
                connection.sendall(raw)
            for connection in crowd:
                # its head tells that the answer is made
                assert connection.recv(15) == b"HTTP/1.1 200 OK"
            assert descriptors(pid) == begun + 2 * 20
            assert private(pid) - memory < _WAITING
            rest = wire.receive(crowd[-1])
            (answer,) = wire.parse(b"HTTP/1.1 200 OK" + rest, "POST")
            assert answer.body == first.body
        until(lambda: descriptors(pid) == begun)


def test_where_few_files_may_be_open_connections_wait_and_none_fails(tmp_path: Path) -> None:
    with Server(tmp_path, CRAMPED) as server:
        with slow(server.port, 20), opened(server.port, 60) as crowd:
            for connection in crowd:
                connection.sendall(wire.get("/v1/elements/Sc"))
            for connection in crowd:
                (answer,) = wire.parse(wire.receive(connection))
                assert answer.status == 200
        with opened(server.port, 50) as crowd:
            # each of those that are taken up holds a connection and a file
            head = b"POST /v1/classify HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            head += b"Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
            for connection in crowd:
                connection.sendall(head + b"%x\r\n" % len(_SPOOLED))
            for connection in crowd:
                connection.sendall(_SPOOLED + b"\r\n0\r\n\r\n")
                (answer,) = wire.parse(wire.receive(connection))
                assert (answer.status, answer.body.count(b"\n")) == (200, 20)
        assert faults(server) == []
