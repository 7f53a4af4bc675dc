"""Many clients at once, slow ones and long requests: look-ups are answered all the while."""

import json

import pytest

from tests.support import wire
from tests.support.clients import STALLED, LookUps, ask_all, finish, opened, staffed
from tests.support.processes import descriptors, idle, until
from tests.support.server import Server


def test_slow_clients_and_kept_connections_hold_nobody_up(quiet_server: Server) -> None:
    (pid,) = staffed(quiet_server)
    begun = idle(pid)
    with opened(quiet_server.port, 150) as slow, opened(quiet_server.port, 300) as kept:
        for place, connection in enumerate(slow):
            connection.sendall(STALLED[place % len(STALLED)])
        ask_all(kept)
        with LookUps(quiet_server.port, 2) as load:
            # those that want the end of a body stay; the server may have given up on others
            until(lambda: descriptors(pid) >= begun + 50)
            before = load.answered
            until(lambda: load.answered > before + 100)
        assert load.faults == []
        for connection in slow[2 :: len(STALLED)]:
            assert wire.silent(connection)
            answer = finish(connection)
            assert (answer.status, answer.json()["summary"]["ok"]) == (200, 1)
    until(lambda: descriptors(pid) == begun)
    assert staffed(quiet_server) == [pid]
    assert quiet_server.faults() == []


UNKNOWN = json.dumps({"items": [f"unobtainium {number}" for number in range(10_000)]}).encode()
LONG = {
    "unknown items": (wire.JSON, UNKNOWN),
    "bytes": (wire.NDJSON, (b" " * 65_535 + b"\n") * 1_000),
}


@pytest.mark.parametrize("what", LONG)
def test_look_ups_are_answered_while_a_long_request_is(quiet_server: Server, what: str) -> None:
    media_type, body = LONG[what]
    with LookUps(quiet_server.port, 2, pause=0) as load:
        until(lambda: load.answered > 10)
        before = load.answered
        answer = wire.sent(quiet_server.port, "/v1/classify", media_type, "length", body)
        during = load.answered - before
    assert answer.status == 200
    assert (load.cut, load.false) == ([], [])
    assert during > 5
