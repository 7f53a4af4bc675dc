"""Answers about mentions: the outcome of each, and their counts."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from service.answers.elements import resolution
from service.answers.writing import Json
from service.mentions import Outcome, Problem, Reading


def problem(record: Problem | None) -> Json | None:
    """Say why a mention gave no element."""
    if record is None:
        return None
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


def invalid_question(detail: str) -> Json:
    """Say what is wrong with one question of a check."""
    return {
        "type": "/v1/problems/invalid-request",
        "title": "The question is not valid",
        "detail": detail,
        "suggestions": [],
        "candidates": [],
        "concept": None,
    }


def results(items: Sequence[Any], readings: Sequence[Reading]) -> list[Json]:
    """Give one outcome an item, in order."""
    return [
        {
            "index": index,
            "input": item,
            "outcome": reading.outcome,
            "symbol": reading.symbol,
            "symbols": list(reading.symbols),
            "resolution": resolution(item, reading),
            "warnings": list(reading.warnings),
            "problem": problem(reading.problem),
        }
        for index, (item, reading) in enumerate(zip(items, readings, strict=True))
    ]


def counts(readings: Sequence[Reading]) -> Json:
    """Count the outcomes."""
    by = Counter(reading.outcome for reading in readings)
    return {
        "items": len(readings),
        **{outcome.value.replace("-", "_"): by[outcome] for outcome in Outcome},
        "distinct_elements": len(distinct(readings)),
    }


def distinct(readings: Sequence[Reading]) -> list[str]:
    """Give each symbol once, in the order of its first mention."""
    return list(dict.fromkeys(symbol for reading in readings for symbol in reading.symbols))
