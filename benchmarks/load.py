"""The load: wrk, on a core of its own, bounded in count and in time."""

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.servers import LOAD_CORE, Server, pinned

_SCRIPT = Path(__file__).parent / "bounded.lua"
_MOST_REQUESTS = 200_000
_UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 6e4}


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of wrk said: requests, those not answered well, p50 and p99 in ms.

    Those of them that were not answered at all, for the connection broke, are ``broken``.
    """

    requests: int
    failed: int
    p50: float
    p99: float
    broken: int = 0


def wrk(
    server: Server,
    paths: Sequence[str],
    seconds: int,
    *,
    headers: Sequence[str] = (),
    connections: int = 8,
) -> Run:
    """Ask for the paths in turn, until the time is up or the most requests are made."""
    command = ["wrk", "--threads", "1", "--connections", str(connections), "--latency"]
    command += ["--timeout", "20s", "--duration", f"{seconds}s", "--script", str(_SCRIPT)]
    for header in headers:
        command += ["--header", header]
    done = subprocess.run(  # noqa: S603 - a fixed command
        pinned([*command, server.url("/")], LOAD_CORE),
        capture_output=True,
        text=True,
        check=True,
        timeout=seconds + 30,
        env={
            "PATH": os.environ["PATH"],
            "BENCH_PATHS": "\n".join(paths),
            "BENCH_REQUESTS": str(_MOST_REQUESTS),
        },
    )
    return read(done.stdout)


def read(text: str) -> Run:
    """Read what wrk printed."""
    answered = re.search(r"(\d+) requests in", text)
    if answered is None:
        raise ValueError(f"wrk said something else:\n{text}")
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    broken = re.search(r"Socket errors: (.*)", text)
    lost = sum(map(int, re.findall(r"\d+", broken.group(1)))) if broken else 0
    failed = (int(refused.group(1)) if refused else 0) + lost
    return Run(int(answered.group(1)), failed, _percentile(text, 50), _percentile(text, 99), lost)


def _percentile(text: str, which: int) -> float:
    found = re.search(rf"^\s+{which}%\s+([\d.]+)(us|ms|s|m)$", text, re.MULTILINE)
    return float(found.group(1)) * _UNITS[found.group(2)] if found else 0.0
