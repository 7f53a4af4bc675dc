"""More than a thousand hostile requests, by hand on raw sockets, against a real server."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.mentions.test_work import ATTACKS
from tests.support import hostile, wire
from tests.support.server import Server
from tests.support.shapes import validated_answer

SEED = 20261123


def requests() -> list[bytes]:
    """Give them all, each once."""
    return list(dict.fromkeys([*hostile.by_hand(), *hostile.by_seed(900, SEED)]))


@pytest.fixture
def own(tmp_path: Path) -> Server:
    return Server(tmp_path)


def test_a_thousand_hostile_requests_get_no_5xx_and_leave_the_server_well(own: Server) -> None:
    asked = requests()
    assert len(asked) >= 1_000
    bad: list[tuple[int, bytes]] = []
    answered = 0
    with own as server:
        for raw in asked:
            method = "HEAD" if raw.startswith(b"HEAD") else "GET"
            for answer in wire.exchange(server.port, raw, method=method, finish=True):
                answered += 1
                # 501 is RFC 9112's word for a transfer coding that nobody knows
                fitting = {501} if b"Transfer-Encoding: " in raw else set()
                if not 200 <= answer.status < 500 and answer.status not in fitting:
                    bad.append((answer.status, raw[:200]))
                if answer.headers.get("content-type") == "application/problem+json":
                    assert answer.json()["status"] == answer.status
        (well,) = wire.exchange(server.port, wire.get("/v1/elements/Sc"))
        assert bad == []
        assert well.status == 200
        assert well.json()["element"]["symbol"] == "Sc"
        assert answered > 0.95 * len(asked)
        assert "Traceback" not in server.log()
        assert server.faults() == []


@pytest.mark.parametrize("chunks", [c for c in hostile.CHUNKS if b"zz" in c or b"{}}" in c])
def test_broken_chunks_are_a_problem_of_the_request(server: Server, chunks: bytes) -> None:
    (answer,) = wire.exchange(server.port, hostile.CHUNKED + chunks)
    assert validated_answer("POST", hostile.CLASSIFY, answer).status == 400
    assert answer.json()["type"] == "/v1/problems/bad-request"
    assert "chunk" in answer.json()["detail"]


def test_a_path_with_two_slashes_in_front_is_told_its_right_name(server: Server) -> None:
    (answer,) = wire.exchange(server.port, wire.get("//v1//elements"))
    assert validated_answer("GET", "/v1/elements", answer).status == 404
    assert answer.json()["suggestions"] == ["/v1/elements"]


def test_mentions_made_to_be_read_often_leave_the_only_worker_well(own: Server) -> None:
    with own as server:
        for attack in ATTACKS:
            asked = quote(attack, safe="")
            for path in (f"/v1/elements/{asked}", f"/v1/resolve?q={asked}"):
                (answer,) = wire.exchange(server.port, wire.get(path))
                assert answer.status in (200, 404, 422), path
            (answer,) = wire.exchange(server.port, wire.get("/v1/elements/Sc"))
            assert answer.status == 200
        batch = json.dumps({"items": ATTACKS}).encode()
        (answer,) = wire.exchange(server.port, wire.post("/v1/classify", batch))
        assert len(answer.json()["results"]) == len(ATTACKS)
        assert server.faults() == []


def test_broken_promises_hold_nothing_up(own: Server) -> None:
    with own as server:
        for raw in hostile.STALLING:
            answers = wire.exchange(server.port, raw, timeout=0.3)
            assert all(answer.status < 500 for answer in answers)
        (well,) = wire.exchange(server.port, wire.get("/v1/elements/Sc"))
        assert well.status == 200
        assert "Traceback" not in server.log()
        assert server.faults() == []


def test_requests_in_one_go_are_answered_in_order(server: Server) -> None:
    symbols = ["Sc", "Y", "La", "Xx", "Lu"]
    asked = [wire.get(f"/v1/elements/{symbol}") for symbol in symbols]
    raw = b"".join(one.replace(b"close", b"keep-alive") for one in asked[:-1]) + asked[-1]
    answers = wire.exchange(server.port, raw)
    assert [answer.status for answer in answers] == [200, 200, 200, 404, 200]
    found = [a.json()["element"]["symbol"] for a in answers if a.status == 200]
    assert found == ["Sc", "Y", "La", "Lu"]
