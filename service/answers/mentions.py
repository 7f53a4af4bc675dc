"""Answers about mentions: the outcome of each."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from service.answers.briefs import read_as
from service.answers.elements import resolution
from service.answers.encoding import Json
from service.answers.problem_types import TYPES, type_uri
from service.mentions import Problem, Reading


def problem(record: Problem | None) -> Json | None:
    """Give the reason why a mention gave no element."""
    if record is None:
        return None
    return {
        "type": type_uri(record.slug),
        "title": TYPES[record.slug].title,
        "detail": record.detail,
        "suggestions": record.suggestions,
        "candidates": record.candidates,
        "concept": record.concept,
    }


def outcome(typed: Any, reading: Reading) -> Json:
    """Give the outcome of one mention, whole."""
    return {
        "input": typed,
        "outcome": reading.outcome,
        "symbol": reading.symbol,
        "symbols": reading.symbols,
        "material": reading.material,
        "resolution": resolution(typed, reading),
        "warnings": reading.warnings,
        "problem": problem(reading.problem),
    }


def brief_outcome(typed: Any, reading: Reading) -> Json:
    """Give the outcome of one mention, without the members that say nothing."""
    entry = {
        "symbols": reading.symbols if len(reading.symbols) > 1 else None,
        "material": reading.material,
        **read_as(reading),
        "problem": problem(reading.problem),
    }
    filled = {name: value for name, value in entry.items() if value is not None}
    return {"input": typed, "outcome": reading.outcome, "symbol": reading.symbol, **filled}


def line(typed: Any, reading: Reading, verdicts: Mapping[str, str | None]) -> Json:
    """Give the outcome of one line of a column: flat, as the rows of a table are.

    Args:
        typed: the value as it came.
        reading: how it was read.
        verdicts: by concept, of the element or material, or of each element of a formula.
    """
    match = reading.resolution
    return {
        "input": typed,
        "outcome": reading.outcome,
        "symbol": reading.symbol,
        "symbols": reading.symbols,
        "material": reading.material,
        "by": match.by if match else None,
        "verdicts": verdicts,
        "warnings": reading.warnings,
        "problem": problem(reading.problem),
    }


def line_head(concepts: Iterable[str], taken: Collection[str] = ()) -> list[str]:
    """Give the names of the columns that are added to a table.

    Args:
        concepts: those with verdicts.
        taken: the names of the table's own columns.
    """
    verdicts = [f"verdict_{concept}" for concept in concepts]
    names = ["outcome", "symbol", "material", "by", *verdicts, "warnings", "problem"]
    return [f"classified_{name}" if name in taken else name for name in names]


def line_cells(record: Json) -> list[Any]:
    """Give the cells of one line in these columns."""
    why = record["problem"]
    return [
        record["outcome"],
        record["symbol"] or ";".join(record["symbols"]),
        record["material"],
        record["by"],
        *record["verdicts"].values(),
        " ".join(record["warnings"]),
        why["detail"] if why else None,
    ]
