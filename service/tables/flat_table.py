"""The form of a flat table: named, typed columns and rows of plain values."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast, get_args

from service.catalogue import Catalogue

Type = Literal["string", "integer", "number", "boolean", "date"]
Row = tuple[Any, ...]
THING_COLUMNS = {
    "symbol": "An element's symbol; empty for a material.",
    "material": "A material's id.",
}
"""The columns that name an element or a material, of which one is empty."""


@dataclass(frozen=True, slots=True)
class FlatColumn:
    """One column: a name that fits SQL, a type, and a sentence on what it holds."""

    name: str
    type: Type
    description: str


@dataclass(frozen=True, slots=True)
class FlatTable:
    """One table of the catalogue.

    Attributes:
        name: of the table, and of its files.
        description: a sentence on its rows.
        key: the columns that name a row.
        columns: in order.
        rows: makes the rows, in one order for one catalogue.
        links: column -> the table whose key it holds, where its name does not say so.
    """

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[FlatColumn, ...]
    rows: Callable[[Catalogue], Iterable[Row]]
    links: Mapping[str, str] = field(default_factory=dict)

    @property
    def primary_key(self) -> tuple[str, ...]:
        """The key, or nothing where it holds an element or a material: one of the two is null."""
        return () if {"symbol", "material"} <= {*self.key} else self.key


@dataclass(frozen=True, slots=True)
class Reference:
    """A column of one table that holds the key of another, or of another row of its own."""

    column: str
    table: str
    key: str


def references(tables: Iterable[FlatTable]) -> dict[str, list[Reference]]:
    """Give the references of each table by its name, in the order of its columns.

    A column with the name of another table's key refers to it; ``links`` names the others.
    """
    every = list(tables)
    keys = {table.name: table.key[0] for table in every if len(table.key) == 1}
    by_key = {key: name for name, key in keys.items()}
    found: dict[str, list[Reference]] = {}
    for table in every:
        named = {c.name: by_key.get(c.name, table.name) for c in table.columns}
        targets = {name: to for name, to in named.items() if to != table.name} | dict(table.links)
        found[table.name] = [
            Reference(c.name, targets[c.name], keys[targets[c.name]])
            for c in table.columns
            if c.name in targets
        ]
    return found


def columns(**described: str) -> tuple[FlatColumn, ...]:
    """Make columns of names and descriptions.

    Args:
        described: name -> description; another type than string stands before a colon, such as
            ``integer: Atomic number.``
    """
    flat_columns = []
    for name, text in described.items():
        kind, colon, description = text.partition(": ")
        if colon and kind in get_args(Type):
            flat_columns.append(FlatColumn(name, cast("Type", kind), description))
        else:
            flat_columns.append(FlatColumn(name, "string", text))
    return tuple(flat_columns)


def joined(values: Iterable[str]) -> str:
    """Give several values as one cell."""
    return ";".join(values)
