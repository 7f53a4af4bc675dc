"""Answers about mentions: the outcome of each, and their counts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from service.answers.elements import resolution
from service.answers.writing import Json, write
from service.mentions import Outcome, Problem, Reading


def problem(record: Problem) -> Json:
    """Say why a mention gave no element."""
    return {
        "type": f"/v1/problems/{record.slug}",
        "title": record.title,
        "detail": record.detail,
        "suggestions": list(record.suggestions),
        "candidates": [
            {"symbol": each.symbol, "reading": each.reading, "choose": each.choose}
            for each in record.candidates
        ],
        "concept": record.concept,
    }


def result(typed: Any, reading: Reading) -> Json:
    """Give the outcome of one mention."""
    return {
        "input": typed,
        "outcome": reading.outcome,
        "symbol": reading.symbol,
        "symbols": list(reading.symbols),
        "resolution": resolution(typed, reading),
        "warnings": list(reading.warnings),
        "problem": problem(reading.problem) if reading.problem else None,
    }


def results(items: Sequence[Any], readings: Sequence[Reading], *, once: bool) -> Iterator[bytes]:
    """Write one outcome an item, in order; what equal items share is written once.

    Args:
        items: the values as they came.
        readings: of each; equal items have the very same reading.
        once: whether only the first of equal items is answered, with how many there are.
    """
    times = Counter(map(id, readings))
    written: dict[int, bytes] = {}
    for index, (item, reading) in enumerate(zip(items, readings, strict=True)):
        same = id(reading)
        body = written.get(same)
        if body is not None and once:
            continue
        if body is None:
            body = write(result(item, reading))[1:]
            if times[same] > 1:
                written[same] = body
        count = times[same] if once else 1
        yield b'{"index":%d,"count":%d,%s' % (index, count, body)


def line(typed: Any, reading: Reading, verdict: str | None) -> Json:
    """Give the outcome of one line of a stream: flat, as the rows of a table are.

    Args:
        typed: the value as it came.
        reading: how it was read.
        verdict: what the editions in force make of the element, where one concept was asked for.
    """
    match = reading.resolution
    return {
        "input": typed,
        "outcome": reading.outcome,
        "symbol": reading.symbol,
        "symbols": list(reading.symbols),
        "by": match.by if match else None,
        "verdict": verdict,
        "warnings": list(reading.warnings),
        "problem": problem(reading.problem) if reading.problem else None,
    }


LINE_HEAD = ["line", "outcome", "symbol", "by", "verdict", "warnings", "problem"]
"""The head of a CSV answer; with ``include=input`` the value follows as ``input``."""


def line_cells(record: Json) -> list[Any]:
    """Give the cells of one line, without its number."""
    why = record["problem"]
    return [
        record["outcome"],
        record["symbol"] or ";".join(record["symbols"]),
        record["by"],
        record["verdict"],
        " ".join(record["warnings"]),
        why["detail"] if why else None,
    ]


def counts(readings: Iterable[Reading], distinct_elements: int) -> Json:
    """Count the outcomes."""
    by = Counter(reading.outcome for reading in readings)
    return {
        "items": sum(by.values()),
        **{outcome.replace("-", "_"): by[outcome] for outcome in Outcome},
        "distinct_elements": distinct_elements,
    }


def distinct(readings: Iterable[Reading]) -> list[str]:
    """Give each symbol once, in the order of its first mention."""
    return list(dict.fromkeys(symbol for reading in readings for symbol in reading.symbols))


def outcomes(readings: Iterable[Reading]) -> Mapping[str, int]:
    """Count the outcomes for the log and the metrics."""
    return Counter(str(reading.outcome) for reading in readings)
