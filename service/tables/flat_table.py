"""The form of a flat table: named, typed columns and rows of plain values."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
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
    """

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[FlatColumn, ...]
    rows: Callable[[Catalogue], Iterable[Row]]


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
