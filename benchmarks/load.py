"""The clients: one on a kept connection, whose requests are counted, or wrk with several."""

import re
import subprocess
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection

from benchmarks.servers import HOST, LOAD_CORE, Server, pinned

_MILLISECONDS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 6e4}


def cost(server: Server, paths: Iterable[str]) -> float:
    """Give the microseconds of the server's CPU for one request.

    Raises:
        RuntimeError: an answer was not a 200.
    """
    before, requests = server.cpu(), 0
    with closing(HTTPConnection(HOST, server.port, timeout=30)) as connection:
        for path in paths:
            connection.request("GET", path)
            answer = connection.getresponse()
            if answer.status != 200 or not answer.read():  # noqa: PLR2004 - OK
                raise RuntimeError(f"{path}: {answer.status}")
            requests += 1
    return (server.cpu() - before) / requests * 1e6


@dataclass(frozen=True, slots=True)
class Run:
    """Answered requests, failed ones, and the 99th percentile of their time in ms."""

    requests: int
    failed: int
    p99: float


def wrk(server: Server, path: str, seconds: int, connections: int) -> Run:
    """Let several clients ask for a path."""
    command = ["wrk", "--threads", "1", "--connections", str(connections), "--latency"]
    command += ["--timeout", "20s", "--duration", f"{seconds}s", server.url(path)]
    done = subprocess.run(  # noqa: S603 - a fixed command
        pinned(command, LOAD_CORE), capture_output=True, text=True, check=True, timeout=seconds + 30
    )
    return read(done.stdout)


def read(text: str) -> Run:
    """Read the output of wrk."""
    answered = re.search(r"(\d+) requests in", text)
    if answered is None:
        raise ValueError(f"This is no output of wrk:\n{text}")
    failed = re.findall(r"Non-2xx or 3xx responses: (\d+)", text)
    for line in re.findall(r"Socket errors: (.*)", text):
        failed += re.findall(r"\d+", line)
    p99 = re.search(r"^\s+99%\s+([\d.]+)(us|ms|s|m)$", text, re.MULTILINE)
    milliseconds = float(p99.group(1)) * _MILLISECONDS[p99.group(2)] if p99 else 0.0
    return Run(int(answered.group(1)), sum(map(int, failed)), milliseconds)
