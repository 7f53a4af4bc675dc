"""Servers under measure: started on loopback, pinned to one core, accounted for, stopped by pid."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

HOST = "127.0.0.1"
SERVER_CORE, LOAD_CORE = 0, 1
_TICK = os.sysconf("SC_CLK_TCK")
_PEERS = Path(__file__).parent / "peers"
_START_LIMIT = 60
_STOP_LIMIT = 15


@dataclass(slots=True)
class Server:
    """A running server: its first process, and where it listens."""

    process: "subprocess.Popen[bytes]"
    port: int

    def url(self, path: str) -> str:
        """Give the address of a path."""
        return f"http://{HOST}:{self.port}{path}"

    def pids(self) -> list[int]:
        """List its processes: the first one and all below it."""
        return list(_tree(self.process.pid))

    def cpu(self) -> float:
        """Give the seconds of CPU that its processes have taken, from their own accounting."""
        return sum(_seconds(pid) for pid in self.pids())

    def memory(self, key: str = "Pss") -> list[int]:
        """Give the KiB of each process: ``Pss``, or ``Private`` for what it shares with nobody."""
        return [_kib(pid, key) for pid in self.pids()]

    def stop(self) -> None:
        """Ask it to stop; end it where it does not."""
        if self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(_STOP_LIMIT)
        except subprocess.TimeoutExpired:
            for pid in self.pids():
                os.kill(pid, signal.SIGKILL)
            self.process.wait()


def _tree(pid: int) -> Iterator[int]:
    yield pid
    children = Path(f"/proc/{pid}/task/{pid}/children")
    for child in children.read_text().split() if children.exists() else ():
        yield from _tree(int(child))


def _seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def _kib(pid: int, key: str) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    # Pss_Anon and its like are parts of Pss, not more of it; Private is only given in parts
    wanted = "Private_" if key == "Private" else f"{key}:"
    return sum(int(line.split()[1]) for line in lines if line.startswith(wanted))


def free_port() -> int:
    """Give a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def pinned(command: Sequence[str], core: int) -> list[str]:
    """Give a command that runs on one core alone."""
    return ["taskset", "--cpu-list", str(core), *command]


@contextmanager
def running(  # noqa: PLR0913 - two have defaults that do
    command: Sequence[str],
    port: int,
    folder: Path,
    environment: dict[str, str],
    *,
    core: int | None = SERVER_CORE,
    answers: str = "/",
) -> Iterator[Server]:
    """Start a server, wait until it answers, and stop it in the end.

    Args:
        command: what to run.
        port: where it will listen.
        folder: takes its output, the access log among it.
        environment: what it is told, beside the ordinary variables.
        core: the one core it may use; None leaves it all of them.
        answers: a path that it answers as soon as it is ready.
    """
    with (folder / f"{port}.log").open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - commands of this package
            command if core is None else pinned(command, core),
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**_ordinary(), **environment},
        )
        server = Server(process, port)
        try:
            wait_for(server, answers)
            yield server
        finally:
            server.stop()


def _ordinary() -> dict[str, str]:
    kept = ("PATH", "HOME", "LANG", "TMPDIR")
    return {name: os.environ[name] for name in kept if name in os.environ}


def wait_for(server: Server, path: str, pause: float = 0.02) -> None:
    """Wait until the server answers a path with whatever status, for a minute at most."""
    deadline = time.monotonic() + _START_LIMIT
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise RuntimeError(f"the server ended with {server.process.returncode}")
        try:
            urllib.request.urlopen(server.url(path), timeout=5).close()  # noqa: S310 - loopback
        except urllib.error.HTTPError:
            return
        except (URLError, ConnectionError):
            time.sleep(pause)
        else:
            return
    raise TimeoutError(f"nothing answers on port {server.port}")


def service(port: int, workers: int = 1, **more: str) -> tuple[list[str], dict[str, str]]:
    """Give command and environment of our service, with its log and its metrics on."""
    environment = {
        "HOST": HOST,
        "PORT": str(port),
        "WEB_CONCURRENCY": str(workers),
        "LOG_LEVEL": "INFO",
        "ELEMENTS_METRICS_PORT": str(free_port()),
        **more,
    }
    return [sys.executable, "-m", "service"], environment


def gunicorn(module: str, port: int, workers: int = 1) -> list[str]:
    """Give the command for a WSGI peer, under the worker class and settings of our service."""
    options = ["--bind", f"{HOST}:{port}", "--workers", str(workers), "--preload"]
    options += ["--worker-class", "gevent", "--keep-alive", "5", "--no-control-socket"]
    return [sys.executable, "-m", "gunicorn", *options, f"benchmarks.peers.{module}:app"]


def uvicorn(module: str, port: int) -> list[str]:
    """Give the command for an ASGI peer."""
    options = ["--host", HOST, "--port", str(port), "--no-access-log", "--log-level", "warning"]
    return [sys.executable, "-m", "uvicorn", *options, f"benchmarks.peers.{module}:app"]


def express(port: int) -> list[str]:
    """Give the command for the peer in Node."""
    return ["node", str(_PEERS / "express_json.cjs"), HOST, str(port)]
