"""A worker killed under load: what was in flight on it may be lost, and nothing else."""

import os
import signal
from pathlib import Path

from tests.support import wire
from tests.support.clients import LookUps, staffed
from tests.support.processes import idle, until, workers
from tests.support.server import Server, free_port

_CLIENTS = 8
_KILLS = 3


def test_a_killed_worker_loses_what_was_in_flight_on_it_and_is_replaced(tmp_path: Path) -> None:
    metrics = free_port()
    with Server(tmp_path, WEB_CONCURRENCY="2", ELEMENTS_METRICS_PORT=str(metrics)) as server:
        files = idle(server.pid)
        with LookUps(server.port, _CLIENTS) as load:
            for kill in range(_KILLS):
                before = load.answered
                until(lambda before=before: load.answered > before + 300)  # type: ignore[misc]  # its default is its type
                victim, spared = staffed(server)
                os.kill(victim, signal.SIGKILL)
                until(lambda spared=spared: _replaced(server, spared))  # type: ignore[misc]  # likewise
                assert len(load.cut) <= (kill + 1) * _CLIENTS
            before = load.answered
            until(lambda: load.answered > before + 300)
        assert (load.broken, load.false) == ([], [])
        assert 1 <= len(load.cut) <= _KILLS * _CLIENTS
        assert idle(server.pid) == files
        assert wire.exchange(metrics, wire.get("/metrics"))[0].status == 200
        assert len(workers(server.pid)) == 2
        killed = [line for line in server.faults() if "SIGKILL" in line]
        assert (len(killed), server.faults()) == (_KILLS, killed)


def _replaced(server: Server, spared: int) -> bool:
    now = workers(server.pid)
    return len(now) == 2 and now[0] == spared
