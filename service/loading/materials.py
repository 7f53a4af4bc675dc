"""Rows of materials.toml, minerals.csv, rocks.csv and mineral-names.csv -> model."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from service.loading.faults import Fault
from service.loading.filling import filled
from service.model import Constituent, Link, Material, MaterialKind, MaterialName, Role

_Row = dict[str, Any]


def material(row: _Row) -> Material:
    """Make the record of a table of ``materials.toml``."""
    return filled(
        Material,
        row,
        elements=[filled(Constituent, each) for each in row["elements"]],
        names=[filled(MaterialName, each) for each in row["names"]],
        links=[filled(Link, each) for each in row["links"]],
    )


def minerals(
    rows: Sequence[_Row], name_rows: Sequence[_Row], kind: MaterialKind
) -> tuple[Material, ...]:
    """Make the records of minerals or rocks.

    Args:
        rows: lines of ``minerals.csv`` or ``rocks.csv``.
        name_rows: lines of ``mineral-names.csv``: further names of both.
        kind: of all the rows.
    """
    names: dict[str, list[MaterialName]] = {}
    for row in name_rows:
        names.setdefault(row["mineral"], []).append(filled(MaterialName, row))
    return tuple(_mineral(row, names.get(row["id"], []), kind) for row in rows)


def unplaced(rows: Sequence[_Row], name_rows: Sequence[_Row]) -> Iterator[Fault]:
    """Find names of minerals and rocks that are not there."""
    ids = {row["id"] for row in rows}
    for row in name_rows:
        if row["mineral"] not in ids:
            what = f"minerals.csv and rocks.csv have no {row['mineral']!r}."
            yield Fault("mineral-names.csv", row["mineral"], "unknown-material", what)


def _mineral(row: _Row, names: list[MaterialName], kind: MaterialKind) -> Material:
    return filled(
        Material,
        row,
        kind=kind,
        elements=[_essential(symbol) for symbol in (row["elements"] or "").split(";") if symbol],
        names=[MaterialName("en", row["name"], row["source"]), *names],
        sought=(),
        links=(),
    )


@cache
def _essential(symbol: str) -> Constituent:
    return Constituent(symbol, Role.ESSENTIAL)
