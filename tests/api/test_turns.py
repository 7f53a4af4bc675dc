"""Long work goes in slices: a worker answers look-ups while it classifies a column."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import gevent
import pytest
from werkzeug.test import Client

from service.api import turns as module
from service.api.bulk.scheduling import LARGE, alone, gathered, in_turns, separated
from tests.support import wire
from tests.support.server import Server

_BATCH = b'{"items":["Sc"]}'
_TEXT = b"text=Sc"
_FORM = {"content_type": "application/x-www-form-urlencoded"}
_JSON = {"content_type": "application/json"}


@pytest.fixture(scope="module")
def one_worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("one")
    with Server(folder, WEB_CONCURRENCY="1", LOG_LEVEL="ERROR") as server:
        yield server


def test_nothing_is_lost_or_reordered_between_turns() -> None:
    assert list(in_turns(range(1000))) == list(range(1000))
    assert b"".join(separated([b"a", b"b", b"c"])) == b"a,b,c"
    assert b"".join(separated([])) == b""


def test_small_parts_go_out_together_and_large_ones_alone() -> None:
    assert list(gathered([b"a", b"b", b"", b"c"])) == [b"abc"]
    pieces = list(gathered([b"x" * 40_000] * 5))
    assert b"".join(pieces) == b"x" * 200_000
    assert [len(piece) for piece in pieces] == [80_000, 80_000, 40_000]


def test_what_is_large_is_made_one_by_one_and_what_is_small_at_once() -> None:
    made = []

    def make(name: str, large: bool) -> None:
        with alone(large=large):
            made.append(f"{name} begins")
            gevent.sleep(0)
            made.append(f"{name} ends")

    tables = [("first", True), ("second", True), ("small", False)]
    gevent.joinall([gevent.spawn(make, *table) for table in tables], raise_error=True)
    assert made[:2] == ["first begins", "small begins"]
    assert made.index("first ends") < made.index("second begins")


@pytest.mark.parametrize(
    ("method", "path", "body", "waits"),
    [
        ("POST", "/v1/classify", {"data": _BATCH.ljust(LARGE - 1), **_JSON}, False),
        ("POST", "/v1/classify", {"data": _BATCH.ljust(LARGE), **_JSON}, True),
        ("POST", "/classify", {"data": _TEXT.ljust(LARGE - 1, b"+"), **_FORM}, False),
        ("POST", "/classify", {"data": _TEXT.ljust(LARGE, b"+"), **_FORM}, True),
        ("GET", "/v1/elements?as_of=2024-01-02&concept=rare-earth", {}, False),
        ("GET", "/v1/elements?as_of=2024-01-02", {}, True),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_only_what_is_large_waits_for_another(
    client: Client, method: str, path: str, body: dict[str, Any], waits: bool
) -> None:
    answers: list[int] = []

    def ask() -> None:
        answers.append(client.open(path, method=method, **body).status_code)

    with alone(large=True):
        asking = gevent.spawn(ask)
        asking.join(timeout=0)
        assert answers == ([] if waits else [200])
    asking.join()
    assert answers == [200]


def test_a_worker_starts_without_a_search_for_plugins() -> None:
    """A search reads the description of every installed package, several times."""
    started = """
import importlib.metadata
from gevent import monkey
from service.worker import Worker
def search(**_): raise AssertionError("searched")
importlib.metadata.entry_points = search
worker = object.__new__(Worker)
worker.sockets = []
worker.patch()
print(monkey.is_module_patched("socket"), importlib.metadata.entry_points is search)
"""
    command = [sys.executable, "-c", started]
    assert subprocess.check_output(command, text=True) == "True True\n"


def lines(count: int) -> bytes:
    return b"".join(b'"unobtainium %d"\n' % number for number in range(count))


def json_items(count: int) -> bytes:
    items = b",".join(b'"unobtainium %d"' % number for number in range(count))
    return b'{"as_of":"2024-01-01","items":[' + items + b"]}"


def classified_among_look_ups(server: Server, raw: bytes) -> tuple[wire.Answer, int]:
    """Send a request that takes long; give its answer, and how many look-ups came before it."""
    received: list[bytes] = []
    sent, begun = threading.Event(), threading.Event()

    def classify() -> None:
        with wire.connect(server.port, 60) as connection:
            connection.sendall(raw)
            sent.set()
            received.append(connection.recv(1))
            begun.set()
            received.append(wire.receive(connection))

    batch = threading.Thread(target=classify)
    batch.start()
    assert sent.wait(60)
    between = 0
    while not begun.is_set():
        (answer,) = wire.exchange(server.port, wire.get("/v1/concepts"))
        assert answer.status == 200
        between += not begun.is_set()
    batch.join()
    (whole,) = wire.parse(b"".join(received), "POST")
    assert whole.status == 200
    return whole, between


def request(path: str, media_type: str, body: bytes) -> bytes:
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    head += f"Content-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


@pytest.mark.parametrize(
    ("path", "media_type", "body"),
    [
        ("/v1/classify?distinct=true", "application/x-ndjson", lines(100_000)),
        ("/v1/classify", "application/json", json_items(10_000)),
    ],
    ids=["distinct lines", "json"],
)
def test_look_ups_are_answered_while_the_only_worker_classifies(
    one_worker: Server, path: str, media_type: str, body: bytes
) -> None:
    whole, between = classified_among_look_ups(one_worker, request(path, media_type, body))
    assert whole.body.count(b'"unknown"') >= len(body) // 100
    # one may have been under way; a second one had its turn between two slices
    assert between >= 2


def test_a_client_that_never_pauses_holds_up_no_other(one_worker: Server) -> None:
    """Its next request is always there before the answer is out: its connection is never idle."""
    asked = 10_000
    last = wire.get("/v1/elements/Sc", method="HEAD")
    received: list[bytes] = []
    with wire.connect(one_worker.port, 60) as connection:
        raw = last.replace(b"close", b"keep-alive") * (asked - 1) + last
        sending = threading.Thread(target=wire.send, args=(connection, raw))
        reading = threading.Thread(target=lambda: received.append(wire.receive(connection)))
        sending.start()
        received.append(connection.recv(1))
        reading.start()
        between = 0
        while reading.is_alive():
            (answer,) = wire.exchange(one_worker.port, wire.get("/v1/concepts"))
            assert answer.status == 200
            between += reading.is_alive()
        sending.join()
    assert b"".join(received).count(b"HTTP/1.1 200 ") == asked
    # hundreds have their turn; where none is given, chance lets a few through
    assert between >= 50


def test_a_long_page_is_set_out_and_written_in_slices(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = []
    monkeypatch.setattr(module, "SLICE", 0)
    monkeypatch.setattr(module, "_give_way", lambda: turns.append(1))
    lines = "\n".join(f"unobtainium {number}" for number in range(1_000))
    answer = client.post("/classify", data={"format": "html", "text": lines})
    assert answer.data.count(b'<tr class="o-unknown">') == 1_000
    # each line is read, set out, and written in several parts
    assert len(turns) > 10_000
