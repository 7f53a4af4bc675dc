"""Long requests on the only worker there is: look-ups are answered in between."""

import json
from collections.abc import Iterator

import pytest

from tests.support import wire
from tests.support.clients import LookUps
from tests.support.processes import until
from tests.support.server import Server

UNKNOWN = [f"unobtainium {number}" for number in range(10_000)]
LINES = "\n".join(map(json.dumps, UNKNOWN)).encode()
QUESTION = {"element": "thorium", "concept": "rare-earth"}
LONG = {
    "unknown items": ("/v1/classify", wire.JSON, json.dumps({"items": UNKNOWN}).encode()),
    "unknown lines": ("/v1/classify", wire.NDJSON, LINES),
    "distinct": (
        "/v1/classify?distinct=true",
        wire.NDJSON,
        LINES,
    ),
    "questions": ("/v1/check", wire.JSON, json.dumps({"checks": [QUESTION] * 1_000}).encode()),
    "bytes": ("/v1/classify", wire.NDJSON, (b" " * 65_535 + b"\n") * 1_000),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("breathing")) as running:
        yield running


@pytest.mark.parametrize("what", LONG)
def test_look_ups_are_answered_while_a_long_request_is(server: Server, what: str) -> None:
    path, media_type, body = LONG[what]
    with LookUps(server.port, 2, pause=0) as load:
        until(lambda: load.answered > 10)
        before = load.answered
        answer = wire.sent(server.port, path, media_type, "length", body)
        during = load.answered - before
    assert answer.status == 200
    assert (load.cut, load.false) == ([], [])
    assert during > 5
