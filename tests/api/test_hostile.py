"""Hostile requests, by hand on raw sockets, against a real server."""

from collections.abc import Iterator

import pytest

from tests.support import hostile, wire
from tests.support.server import Server
from tests.support.shapes import validated_answer


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The only worker, which is well and has told no fault after everything."""
    with Server(tmp_path_factory.mktemp("hostile")) as running:
        yield running
        (well,) = wire.exchange(running.port, wire.get("/v1/elements/Sc"))
        assert (well.status, well.json()["element"]["symbol"]) == (200, "Sc")
        assert "Traceback" not in running.log()
        assert running.faults() == []


def test_hostile_requests_get_no_5xx(server: Server) -> None:
    asked = list(dict.fromkeys(hostile.requests()))
    assert len(asked) >= 700
    bad: list[tuple[int, bytes]] = []
    answered = 0
    for raw in asked:
        for answer in wire.exchange(server.port, raw, finish=True):
            answered += 1
            # 501 is RFC 9112's word for a transfer coding that nobody knows
            fitting = {501} if b"Transfer-Encoding: " in raw else set()
            if not 200 <= answer.status < 500 and answer.status not in fitting:
                bad.append((answer.status, raw[:200]))
            if answer.headers.get("content-type") == "application/problem+json":
                assert answer.json()["status"] == answer.status
    assert bad == []
    assert answered > 0.95 * len(asked)


@pytest.mark.parametrize("chunks", hostile.BROKEN_CHUNKS)
def test_broken_chunks_are_a_problem_of_the_request(server: Server, chunks: bytes) -> None:
    (answer,) = wire.exchange(server.port, hostile.CHUNKED + chunks)
    assert validated_answer("POST", hostile.CLASSIFY, answer).status == 400
    assert answer.json()["type"] == "/v1/problems/bad-request"
    assert "chunk" in answer.json()["detail"]


@pytest.mark.parametrize("raw", hostile.STALLING)
def test_broken_promises_hold_nothing_up(server: Server, raw: bytes) -> None:
    assert all(answer.status < 500 for answer in wire.exchange(server.port, raw, timeout=0.1))


def test_requests_in_one_go_are_answered_in_order(server: Server) -> None:
    symbols = ["Sc", "Y", "Xx", "Lu"]
    asked = [wire.get(f"/v1/elements/{symbol}") for symbol in symbols]
    raw = b"".join(one.replace(b"close", b"keep-alive") for one in asked[:-1]) + asked[-1]
    answers = wire.exchange(server.port, raw)
    assert [answer.status for answer in answers] == [200, 200, 404, 200]
    found = [answer.json()["element"]["symbol"] for answer in answers if answer.status == 200]
    assert found == ["Sc", "Y", "Lu"]
