"""Servers under measure: started on loopback, pinned to a core, accounted for, stopped by pid."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from service.settings import log_configuration

HOST = "127.0.0.1"
ROOT = Path(__file__).resolve().parent.parent
SERVER_CORE, LOAD_CORE = 0, 1
_START_LIMIT, _STOP_LIMIT = 60, 15


@dataclass(slots=True)
class Server:
    """A running server: its first process and its port."""

    process: "subprocess.Popen[bytes]"
    port: int

    def url(self, path: str) -> str:
        """Give the address of a path."""
        return f"http://{HOST}:{self.port}{path}"

    def get(self, path: str) -> bytes:
        """Ask for a path."""
        with urllib.request.urlopen(self.url(path), timeout=30) as answer:  # noqa: S310 - loopback
            return bytes(answer.read())

    def cpu(self) -> float:
        """Give the seconds of CPU of all its processes."""
        return sum(_seconds(pid) for pid in _tree(self.process.pid))

    def memory(self) -> float:
        """Give the MiB of all its processes, shared pages counted once."""
        return sum(_kib(pid) for pid in _tree(self.process.pid)) / 1024

    def stop(self) -> None:
        """End it, by force where it does not end by itself."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(_STOP_LIMIT)
        except subprocess.TimeoutExpired:
            for pid in _tree(self.process.pid):
                os.kill(pid, signal.SIGKILL)
            self.process.wait()


def _tree(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(below for child in children for below in _tree(int(child)))]


def _seconds(pid: int) -> float:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def _kib(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def free_port() -> int:
    """Give a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def pinned(command: Sequence[str], core: int | None) -> list[str]:
    """Give a command that runs on one core alone, or on both where none is given."""
    cores = f"{SERVER_CORE},{LOAD_CORE}" if core is None else str(core)
    return ["taskset", "--cpu-list", cores, *command]


@contextmanager
def running(
    command: Sequence[str], port: int, folder: Path, path: str = "/", **environment: str
) -> Iterator[Server]:
    """Start a server, wait until it answers a path, and stop it in the end.

    Its output, the access log among it, goes to a file in the folder.
    """
    ordinary = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    told = {**ordinary, "HOST": HOST, "PORT": str(port), **environment}
    with (folder / f"{port}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, env=told)  # noqa: S603 - ours
    server = Server(process, port)
    try:
        _wait_for(server, path)
        yield server
    finally:
        server.stop()


def _wait_for(server: Server, path: str) -> None:
    deadline = time.monotonic() + _START_LIMIT
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            server.get(path)
        except OSError:
            time.sleep(0.01)
        else:
            return
    raise RuntimeError(f"{server.process.args!r} does not answer")


def service(
    folder: Path, workers: int = 1, path: str = "/readyz", core: int | None = SERVER_CORE
) -> AbstractContextManager[Server]:
    """Run our service as users do, with log and metrics on."""
    settings = {"WEB_CONCURRENCY": str(workers), "ELEMENTS_METRICS_PORT": str(free_port())}
    command = pinned([sys.executable, "-m", "service"], core)
    return running(command, free_port(), folder, path, **settings)


def granian(folder: Path) -> AbstractContextManager[Server]:
    """Run our application under granian, with log and metrics on."""
    port, counts, log = free_port(), folder / "counts", folder / "log.json"
    counts.mkdir()
    log.write_text(json.dumps(log_configuration("INFO")), "utf-8")
    words = ["-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    words += ["--log-config", str(log), "service.wsgi:app"]
    settings = {"PROMETHEUS_MULTIPROC_DIR": str(counts), "ELEMENTS_METRICS_PORT": "9"}
    command = pinned([sys.executable, *words], SERVER_CORE)
    return running(command, port, folder, "/readyz", **settings)


def gunicorn(
    peer: str, folder: Path, answer: Path | None = None, workers: int = 1
) -> AbstractContextManager[Server]:
    """Run a WSGI peer under the gunicorn and the configuration of our service."""
    words = ["-m", "gunicorn", "--config", "python:service.server.gunicorn_conf"]
    command = pinned([sys.executable, *words, f"benchmarks.peers.{peer}:app"], SERVER_CORE)
    settings = {"WEB_CONCURRENCY": str(workers), "BENCH_ANSWER": str(answer)}
    return running(command, free_port(), folder, **settings)
