"""A service under every kind of request at once, for as long as is said, and what it costs.

It fails where memory grows, a descriptor is left, or an answer is not the right one. With
``--chaos`` workers are killed, the disk fills up, and clients break off meanwhile.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from benchmarks import servers
from benchmarks.chaos import Chaos, small_disk
from benchmarks.load import Run, wrk
from benchmarks.servers import Server
from benchmarks.visitors import PATHS, Visitors, loiter, questions

GROWTH, CHAOS_GROWTH = 8.0, 24.0
"""MiB that all processes together may hold at the end beyond what they held after warming up.

Under chaos some of them are young and others old.
"""
_WORKERS = 2
_CLIENTS, _PAUSE, _SLOW, _CONNECTIONS = 4, 0.005, 40, 4
_ROUND = 5
_REST, _KEPT = 30.0, 6.0
_NO_ROOM = 507


class Watch:
    """A thread that notes the memory of a service each half second."""

    def __init__(self, server: Server) -> None:
        """Begin."""
        self.samples: list[float] = []
        self._server = server
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while not self._over.wait(0.5):
            # a process may end between its listing and its reading
            with suppress(OSError):
                held = self._server.memory()
                # while workers are replaced there are more of them, or fewer
                if len(held) == 1 + _WORKERS:
                    self.samples.append(sum(held) / 1024)

    def end(self) -> None:
        """End."""
        self._over.set()
        self._thread.join()

    def levels(self) -> tuple[float, float]:
        """Give the medians, in MiB, of the fifth after a third of the time, and of the last."""
        count = len(self.samples)
        early = self.samples[count // 3 : count // 3 + max(count // 5, 1)]
        return statistics.median(early), statistics.median(self.samples[-max(count // 5, 1) :])


def held(server: Server) -> list[int]:
    """Count what each process holds open, but for the files of counts, which come with use."""
    return [sum("element-classifier-" not in link for link in _links(pid)) for pid in server.pids()]


def _links(pid: int) -> Iterator[str]:
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(OSError):
            yield str(link.readlink())


def soak(seconds: int, *, chaos: bool) -> list[str]:
    """Run it all.

    Args:
        seconds: how long.
        chaos: whether harm is done meanwhile.

    Returns:
        The faults.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "disk").mkdir()
        disk = stack.enter_context(small_disk(folder / "disk")) if chaos else None
        port = servers.free_port()
        command, environment = servers.service(port, _WORKERS, TMPDIR=str(disk or folder))
        server = stack.enter_context(
            servers.running(command, port, folder, environment, core=None, answers="/readyz")
        )
        bearable = [_NO_ROOM] if chaos else []
        visitors = Visitors(port, questions(), _CLIENTS, _PAUSE, bearable)
        harm = Chaos(server, disk) if chaos else None
        before = _at_rest(server)
        runs, watch = _during(server, visitors, harm, seconds)
        faults = [f"{what} ({times} times)" for what, times in visitors.faults.items()]
        faults += _lost(runs, visitors, harm)
        faults += _left(server, before)
        faults += _log_faults((folder / f"{port}.log").read_text("utf-8"), chaos=chaos)
        warm, after = watch.levels()
        growth = CHAOS_GROWTH if chaos else GROWTH
        if after > warm + growth:
            faults.append(f"memory grew from {warm:.1f} to {after:.1f} MiB")
        _tell(seconds, runs, visitors, harm)
        print(f"memory: {warm:.1f} MiB warm, {after:.1f} at the end; may grow by {growth}")
    return faults


def _at_rest(server: Server) -> list[int]:
    """Count what the processes hold once that stays the same as long as connections are kept."""
    found, since = held(server), time.monotonic()
    deadline = since + _REST
    while time.monotonic() < min(since + _KEPT, deadline):
        time.sleep(0.2)
        with suppress(OSError):
            now = held(server)
            if now != found:
                found, since = now, time.monotonic()
    return found


def _during(
    server: Server, visitors: Visitors, harm: Chaos | None, seconds: int
) -> tuple[list[Run], Watch]:
    over = threading.Event()
    slow = threading.Thread(target=loiter, args=(server.port, over, _SLOW))
    runs = []
    watch = Watch(server)
    ends = time.monotonic() + seconds
    with ExitStack() as stack:
        stack.callback(watch.end)
        stack.callback(slow.join)
        stack.callback(over.set)
        slow.start()
        stack.enter_context(visitors)
        if harm is not None:
            stack.enter_context(harm)
        while (left := ends - time.monotonic()) >= 1:
            runs.append(wrk(server, PATHS, min(_ROUND, int(left)), connections=_CONNECTIONS))
    return runs, watch


def _lost(runs: list[Run], visitors: Visitors, harm: Chaos | None) -> Iterator[str]:
    refused = sum(run.failed - run.broken for run in runs)
    if refused:
        yield f"{refused} look-ups were refused"
    ended = harm.done["kill"] + harm.done["reload"] * _WORKERS if harm else 0
    for who, lost, clients in (
        ("look-ups", sum(run.broken for run in runs), _CONNECTIONS),
        ("other requests", visitors.cut, _CLIENTS),
    ):
        # each worker that ended may have had all of the connections
        if lost > ended * clients:
            yield f"{lost} {who} lost their connection, of {ended} workers that ended"


def _left(server: Server, before: list[int]) -> Iterator[str]:
    """Wait until the idle connections are closed, and see what stays."""
    deadline = time.monotonic() + _REST
    while time.monotonic() < deadline:
        with suppress(OSError):
            if held(server) == before:
                return
        time.sleep(0.2)
    yield f"open descriptors by process: {held(server)}, not {before}"


def _log_faults(log: str, *, chaos: bool) -> Iterator[str]:
    """Find what a service in good health does not write; under chaos it may say what befell it."""
    expected = ("SIGKILL", "no room") if chaos else ()
    for line in log.splitlines():
        bad = '"level": "ERROR"' in line or '"level": "CRITICAL"' in line or line[:1] != "{"
        if bad and not any(word in line for word in expected):
            yield f"the log says: {line[:300]}"
            return


def _tell(seconds: int, runs: list[Run], visitors: Visitors, harm: Chaos | None) -> None:
    looked = sum(run.requests for run in runs)
    worst = max((run.p99 for run in runs), default=0.0)
    statuses = ", ".join(f"{count} x {code}" for code, count in sorted(visitors.statuses.items()))
    print(f"{seconds} s: {looked} look-ups by wrk, worst p99 of a round {worst:.1f} ms")
    print(f"others: {statuses}; slowest {visitors.slowest:.2f} s")
    if harm is not None:
        lost = sum(run.broken for run in runs)
        done = ", ".join(f"{what} {count}" for what, count in harm.done.items())
        print(f"chaos: {done}; connections lost: {lost} of wrk, {visitors.cut} of others")


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--chaos", action="store_true", help="do harm meanwhile")
    options = parser.parse_args()
    if shutil.which("wrk") is None:
        print("wrk is not installed: it makes the look-ups", file=sys.stderr)
        return 2
    faults = soak(options.seconds, chaos=options.chaos)
    for fault in faults:
        print(f"FAULT: {fault}", file=sys.stderr)
    print("failed" if faults else "no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
