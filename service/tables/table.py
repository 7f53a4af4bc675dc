"""The form of a flat table: named, typed columns and rows of plain values."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from service.catalogue import Catalogue

Type = Literal["string", "integer", "number", "boolean", "date"]
Row = tuple[Any, ...]


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
    made = []
    for name, text in described.items():
        kind, colon, rest = text.partition(": ")
        typed = colon and kind in ("integer", "number", "boolean", "date")
        made.append(FlatColumn(name, kind if typed else "string", rest if typed else text))  # type: ignore[arg-type]  # checked in the line above
    return tuple(made)
