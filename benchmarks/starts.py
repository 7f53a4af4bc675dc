"""Measure 3: how long a start takes, and what each further worker costs in memory."""

import tempfile
import time
from pathlib import Path

from benchmarks import servers
from benchmarks.figures import Row, row
from benchmarks.load import wrk
from benchmarks.lookups import many

_GOAL_START, _GOAL_MEMORY = 2.0, 10.0
_WORKERS = 2
_PAUSE, _SETTLED = 0.05, 2


def measure(rounds: int, seconds: int) -> tuple[list[Row], list[str]]:
    """Measure starts, ours and an empty application's in turn, and memory.

    Returns:
        The rows, and what was left out.
    """
    starts: dict[str, list[float]] = {"ours": [], "empty": []}
    cpu: dict[str, list[float]] = {"ours": [], "empty": []}
    private: dict[str, list[float]] = {"idle": [], "loaded": [], "mixed": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(rounds):
            for whose in ("empty", "ours"):
                took, spent = _start(whose, folder)
                starts[whose].append(took)
                cpu[whose].append(spent)
            for state, mib in _private(folder, seconds).items():
                private[state].append(mib)
    floor = "empty Flask application, same gunicorn"
    return [
        row(
            "start to the first 200",
            "s",
            starts["ours"],
            floor=(floor, starts["empty"]),
            goal=_GOAL_START,
        ),
        row("CPU of that start", "s of CPU", cpu["ours"], floor=(floor, cpu["empty"])),
        row("a further worker's own memory, idle", "MiB", private["idle"], goal=_GOAL_MEMORY),
        row("the same under look-ups", "MiB", private["loaded"], goal=_GOAL_MEMORY),
        row("the same under thousands of questions", "MiB", private["mixed"], goal=_GOAL_MEMORY),
    ], []


def _start(whose: str, folder: Path) -> tuple[float, float]:
    """Give the seconds and the CPU seconds until a server answers its first request."""
    port = servers.free_port()
    if whose == "ours":
        command, environment = servers.service(port)
        path = "/v1/elements/Sc"
    else:
        command, environment, path = servers.gunicorn("flask_empty", port), {}, "/"
    started = time.monotonic()
    with servers.running(command, port, folder, environment, answers=path) as server:
        return time.monotonic() - started, server.cpu()


def _private(folder: Path, seconds: int) -> dict[str, float]:
    """Give the MiB that the last worker shares with nobody: at rest, and after two loads."""
    port = servers.free_port()
    command, environment = servers.service(port, workers=_WORKERS)
    few = ["/v1/elements/Sc", "/v1/elements/scandium", "/v1/matrix?concept=critical"]
    asked = many()
    kinds = ("name", "concept", "dated", "resolve")
    mixed = [path for kind in kinds for path in asked[kind][::3]]
    with servers.running(command, port, folder, environment) as server:
        while len(server.pids()) <= _WORKERS:
            time.sleep(_PAUSE)
        time.sleep(_SETTLED)
        found = {"idle": server.memory("Private")[-1] / 1024}
        for state, paths in (("loaded", few), ("mixed", mixed)):
            wrk(server, paths, max(seconds, _SETTLED))
            found[state] = server.memory("Private")[-1] / 1024
        return found
