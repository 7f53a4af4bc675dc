"""Long work goes in slices: a worker answers look-ups while it classifies."""

import threading

import pytest
from werkzeug.test import Client

from service.api.bulk import scheduling
from service.api.bulk.scheduling import in_slices, joined
from tests.support import wire
from tests.support.server import Server


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that are made, where each item is a slice of its own."""
    made: list[float] = []
    monkeypatch.setattr(scheduling, "_SLICE", 0)
    monkeypatch.setattr("service.api.bulk.scheduling.time.sleep", made.append)
    return made


def test_nothing_is_lost_or_reordered_between_slices(pauses: list[float]) -> None:
    assert list(in_slices(range(1000))) == list(range(1000))
    assert len(pauses) > 900
    assert all(pause > 0 for pause in pauses)


def test_small_parts_go_out_together_and_large_ones_alone() -> None:
    assert list(joined([b"a", b"b", b"", b"c"])) == [b"abc"]
    pieces = list(joined([b"x" * 40_000] * 5))
    assert [len(piece) for piece in pieces] == [80_000, 80_000, 40_000]
    assert list(joined([])) == [b""]


@pytest.mark.parametrize(
    ("path", "media_type", "body"),
    [
        ("/v1/classify", "application/json", b'{"items":["Sc","Y","La"]}'),
        ("/v1/classify", "application/json", b'{"items":["Sc","Y","La"],"detail":"full"}'),
        ("/v1/check", "application/json", b'{"checks":[{},{},{}]}'),
        ("/v1/classify", "application/x-ndjson", b"1\n2\n3\n"),
        ("/v1/classify?distinct=true", "application/x-ndjson", b"1\n2\n3\n"),
        ("/v1/classify", "text/csv", b"metal\n1\n2\n3\n"),
    ],
)
def test_every_batch_pauses_between_its_items(
    client: Client, pauses: list[float], path: str, media_type: str, body: bytes
) -> None:
    assert client.post(path, data=body, content_type=media_type).status_code == 200
    assert len(pauses) >= 3


def test_a_client_that_never_pauses_holds_up_no_other(quiet_server: Server) -> None:
    """Its next request is always there before the answer is out: its connection is never idle."""
    asked = 3_000
    last = wire.get("/v1/elements/Sc", method="HEAD")
    received: list[bytes] = []
    with wire.connect(quiet_server.port, 60) as connection:
        raw = last.replace(b"close", b"keep-alive") * (asked - 1) + last
        sending = threading.Thread(target=wire.send, args=(connection, raw))
        reading = threading.Thread(target=lambda: received.append(wire.receive(connection)))
        sending.start()
        received.append(connection.recv(1))
        reading.start()
        between = 0
        while reading.is_alive():
            (answer,) = wire.exchange(quiet_server.port, wire.get("/v1/concepts"))
            assert answer.status == 200
            between += reading.is_alive()
        sending.join()
    assert b"".join(received).count(b"HTTP/1.1 200 ") == asked
    # dozens have their turn; where none is given, not one has
    assert between >= 10, between
