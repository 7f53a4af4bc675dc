"""The page of results, docs/benchmarks.md."""

import os
import platform
import re
import shutil
import subprocess
from collections.abc import Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from benchmarks.figures import Row
from benchmarks.proxy import program
from benchmarks.servers import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"
_INTRODUCTION = """\
# Benchmarks

Written by `python -m benchmarks`, {day}. It needs `element-classifier[bench]`, wrk and nginx; for
Express, `BENCH_EXPRESS` names a folder in which it is installed.

In each of {rounds} rounds all servers take turns, each alone on one core and the client on another.
Figures are CPU time of the server's processes, for one client on a kept connection. The service
runs as users start it, with request id, access log and metrics on. A cell has the median, and
minimum and maximum in brackets; a ratio is taken within a round. Figures depend on the machine and
its other work, ratios less so. Load average in the end: {load:.1f}."""
_PACKAGES = ("gunicorn", "gevent", "granian", "flask", "fastapi", "uvicorn", "pandas", "duckdb")


def page(day: str, rounds: int, tables: Mapping[str, list[Row]], left_out: list[str]) -> str:
    """Write the page of all tables, by their titles."""
    judged = [row for rows in tables.values() for row in rows if row.goal is not None]
    missed = [row.what for row in judged if not row.met]
    goals = f"{len(judged) - len(missed)} of {len(judged)} goals are met."
    goals += f" Not met: {'; '.join(missed)}." if missed else ""
    goals += f" Left out: {'; '.join(left_out)}." if left_out else ""
    parts = [_INTRODUCTION.format(day=day, rounds=rounds, load=os.getloadavg()[0]), goals]
    parts += [f"## {title}\n\n{table(rows)}" for title, rows in tables.items()]
    versions = [f"| {name} | {value} |" for name, value in _machine().items()]
    parts.append("\n".join(["## Machine\n", "| | |", "|---|---|", *versions]))
    return "\n\n".join(parts) + "\n"


def table(rows: list[Row]) -> str:
    """Write a table."""
    head = ["| what | figure | against | ratio | goal | |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *(row.line() for row in rows)])


def _machine() -> dict[str, str]:
    processor = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    return {
        "cores": str(os.cpu_count()),
        "processor": processor.group(1) if processor else "unknown",
        "kernel": ".".join(platform.release().split(".")[:2]),
        "Python": platform.python_version(),
        "wrk": _printed("wrk", "--version"),
        "nginx": _printed(program() or "nginx", "-v"),
        "node": _printed("node", "--version"),
        **{name: version(name) if find_spec(name) else "absent" for name in _PACKAGES},
    }


def _printed(*command: str) -> str:
    if shutil.which(command[0]) is None:
        return "absent"
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=10)  # noqa: S603 - fixed
    found = re.search(r"\d+\.\d+(\.\d+)?", done.stdout + done.stderr)
    return found.group() if found else "unknown"
