"""The results as a page: docs/benchmarks.md is what this writes of docs/benchmarks.json."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.figures import Row, Spread, restored

_DOCS = Path(__file__).resolve().parent.parent / "docs"
RESULTS = _DOCS / "benchmarks.json"
TABLE = _DOCS / "benchmarks.md"
_INTRODUCTION = """\
# Benchmarks

Written by `python -m benchmarks`; install `element-classifier[bench]`, and wrk from your
distribution. Express is measured where `BENCH_EXPRESS` names a folder in which it is installed.

Servers take turns, each alone on one core and the load on another. Figures are CPU time of the
server's own processes, with request id, headers, metrics and access log on. A ratio is taken within
a round. Each cell is the median, with minimum and maximum of all rounds in brackets. Figures drift
with the machine and its other work: only ratios are goals.
"""
_TITLES = {
    "lookups": "One look-up",
    "batches": "Batches",
    "starts": "Start and memory",
    "proxied": "Cached look-ups behind nginx",
}


def written(results: dict[str, Any]) -> str:
    """Write the page."""
    parts = [_INTRODUCTION, _summary(results), "\n".join(_machine(results["machine"]))]
    for name, measure in results["measures"].items():
        table = "\n".join(lines(measure))
        parts.append(f"## {_TITLES[name]}\n\n{_circumstances(measure)}\n\n{table}\n")
    return "\n".join(parts)


def _summary(results: dict[str, Any]) -> str:
    rows = [restored(data) for m in results["measures"].values() for data in m["rows"]]
    judged = [entry for entry in rows if entry.verdict]
    missed = [entry for entry in judged if entry.verdict == "not met"]
    text = f"{len(judged) - len(missed)} of {len(judged)} goals are met."
    if missed:
        text += " Not met:\n\n" + "\n".join(f"- {entry.what}" for entry in missed)
    return f"{text}\n"


def _machine(machine: dict[str, str]) -> Iterator[str]:
    yield "| machine | |"
    yield "|---|---|"
    for name, value in machine.items():
        yield f"| {name} | {value} |"
    yield ""


def _circumstances(measure: dict[str, Any]) -> str:
    text = f"{measure['rounds']} rounds; load average in the end {measure['load']:.1f}."
    return " ".join([text, *(f"Left out: {reason}." for reason in measure["skipped"])])


def lines(measure: dict[str, Any]) -> Iterator[str]:
    """Give the lines of a measure's table."""
    yield "| what | figure | against | ratio | goal | |"
    yield "|---|---|---|---|---|---|"
    for data in measure["rows"]:
        yield _line(restored(data))


def _line(entry: Row) -> str:
    sign = "≥" if entry.at_least else "≤"
    goal = "" if entry.goal is None else f"{sign} {entry.goal:g}"
    ratio = "" if entry.ratio is None else _spread(entry.ratio)
    figure = f"{_spread(entry.figure)} {entry.unit}"
    cells = [entry.what, figure, entry.floor or "", ratio, goal, entry.verdict]
    return f"| {' | '.join(cells)} |"


def _spread(spread: Spread) -> str:
    low, middle, high = (_number(value) for value in (spread.low, spread.middle, spread.high))
    return f"{middle} ({low}-{high})"


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three digits
