"""Many clients at once, and slow ones: look-ups are answered all the while, and nothing is left."""

from pathlib import Path

from tests.support import wire
from tests.support.clients import LookUps, ask_all, finish, opened, slow, staffed
from tests.support.processes import descriptors, idle, until
from tests.support.server import Server


def test_two_hundred_slow_clients_hold_nobody_up_on_the_only_worker(tmp_path: Path) -> None:
    with Server(tmp_path, WEB_CONCURRENCY="1") as server:
        (pid,) = staffed(server)
        begun = idle(pid)
        with slow(server.port, 50) as kinds:
            with LookUps(server.port, 2) as load:
                # those that drip a body stay; the server may have given up on others already
                until(lambda: descriptors(pid) >= begun + 50)
                before = load.answered
                until(lambda: load.answered > before + 300)
            assert load.faults == []
            for connection in kinds["dripped body"]:
                assert wire.silent(connection)
                answer = finish(connection)
                assert (answer.status, answer.json()["summary"]["ok"]) == (200, 1)
        until(lambda: descriptors(pid) == begun)
        assert staffed(server) == [pid]
        assert server.faults() == []


def test_hundreds_of_kept_connections_and_slow_ones_fit_on_one_worker(tmp_path: Path) -> None:
    with Server(tmp_path, WEB_CONCURRENCY="1") as server:
        (pid,) = staffed(server)
        begun = idle(pid)
        with slow(server.port, 50), opened(server.port, 500) as kept:
            ask_all(kept)
            with LookUps(server.port, 1) as load:
                until(lambda: load.answered > 100)
            assert load.faults == []
        until(lambda: descriptors(pid) == begun)
        assert server.faults() == []
