"""Answers about mentions: the outcome of each."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from service.answers.briefs import read_as
from service.answers.elements import HEADING, filled, heading, resolution
from service.answers.encoding import Json
from service.answers.problem_types import TYPES, type_uri
from service.mentions import Problem, Reading, ValueKind


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
        "kind": reading.kind,
        "contains": shares(reading),
        "resolution": resolution(typed, reading),
        "warnings": reading.warnings,
        "problem": problem(reading.problem),
    }


def brief_outcome(typed: Any, reading: Reading) -> Json:
    """Give the outcome of one mention, without the members that say nothing."""
    entry = {
        "symbols": reading.symbols if len(reading.symbols) > 1 else None,
        "material": reading.material,
        "kind": reading.kind,
        "contains": shares(reading) or None,
        **read_as(reading),
        "warnings": reading.warnings or None,
        "problem": problem(reading.problem),
    }
    head = {"input": typed, "outcome": reading.outcome, "symbol": reading.symbol}
    return {**head, **filled(entry)}


def shares(reading: Reading) -> list[Json]:
    """Give what a value contains: elements, with per cent by weight where given, and materials."""
    return [
        filled(
            {
                "material" if share.is_material else "symbol": share.thing,
                "weight_percent": share.weight_percent,
            }
        )
        for share in reading.contains
    ]


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
        **_line_extras(reading),
        "verdicts": verdicts,
        "warnings": reading.warnings,
        "problem": problem(reading.problem),
    }


def _line_extras(reading: Reading) -> Json:
    """Give what a heading says besides, and what a value of any kind contains."""
    match = reading.resolution
    beside = heading(match) if match else None
    return filled({"kind": reading.kind, "contains": shares(reading) or None, "heading": beside})


_ADDED = {ValueKind.HEADER: HEADING, ValueKind.AUTO: ("kind", "contains")}
"""Columns that a kind of values has besides."""


def line_head(
    concepts: Iterable[str], taken: Collection[str] = (), kind: ValueKind = ValueKind.MENTION
) -> list[str]:
    """Give the names of the columns that are added to a table.

    Args:
        concepts: those with verdicts.
        taken: the names of the table's own columns.
        kind: of the values that were read.
    """
    verdicts = [f"verdict_{concept}" for concept in concepts]
    read = ["outcome", "symbol", "material", "by", *_ADDED.get(kind, ())]
    names = [*read, *verdicts, "warnings", "problem"]
    return [f"classified_{name}" if name in taken else name for name in names]


def line_cells(record: Json, kind: ValueKind = ValueKind.MENTION) -> list[Any]:
    """Give the cells of one line in these columns."""
    why, beside = record["problem"], record.get("heading", {})
    added = {
        ValueKind.HEADER: [beside.get(name) for name in HEADING],
        ValueKind.AUTO: [record.get("kind"), _contents(record.get("contains", ()))],
    }
    return [
        record["outcome"],
        record["symbol"] or ";".join(record["symbols"]),
        record["material"] or _materials(record.get("contains", ())),
        record["by"],
        *added.get(kind, ()),
        *record["verdicts"].values(),
        " ".join(record["warnings"]),
        why["detail"] if why else None,
    ]


def _contents(shares: Iterable[Json]) -> str:
    """Write what a value contains in one cell: ``Ti=90;Al=6;V=4``, ``Au;barite``."""
    pairs = (
        (each.get("symbol") or each["material"], each.get("weight_percent")) for each in shares
    )
    return ";".join(s if percent is None else f"{s}={percent:g}" for s, percent in pairs)


def _materials(shares: Iterable[Json]) -> str | None:
    return ";".join(each["material"] for each in shares if "material" in each) or None
