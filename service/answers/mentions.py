"""Answers about mentions: the outcome of each."""

from typing import Any

from service.answers.elements import resolution
from service.answers.writing import Json
from service.mentions import Problem, Reading


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
