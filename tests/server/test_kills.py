"""A worker killed under load: what was in flight on it may be lost, and nothing else."""

import os
import signal
from pathlib import Path

from tests.support.clients import LookUps, staffed
from tests.support.processes import idle, until, workers
from tests.support.server import Server

_CLIENTS = 8
_KILLS = 2


def test_a_killed_worker_loses_what_was_in_flight_on_it_and_is_replaced(tmp_path: Path) -> None:
    with Server(tmp_path, WEB_CONCURRENCY="2", LOG_LEVEL="WARNING") as server:
        files = idle(server.pid)
        with LookUps(server.port, _CLIENTS) as load:
            for kill in range(_KILLS):
                _answered(load)
                victim, spared = staffed(server)
                os.kill(victim, signal.SIGKILL)
                until(lambda spared=spared: _replaced(server, spared))  # type: ignore[misc]  # its default is its type
                assert len(load.cut) <= (kill + 1) * _CLIENTS
            _answered(load)
        assert (load.broken, load.false) == ([], [])
        assert 1 <= len(load.cut) <= _KILLS * _CLIENTS
        assert idle(server.pid) == files
        killed = [line for line in server.faults() if "SIGKILL" in line]
        assert (len(killed), server.faults()) == (_KILLS, killed)


def _answered(load: LookUps) -> None:
    before = load.answered
    until(lambda: load.answered > before + 200)


def _replaced(server: Server, spared: int) -> bool:
    now = workers(server.pid)
    return len(now) == 2 and now[0] == spared
