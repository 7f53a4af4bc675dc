"""A pasted column or a dropped file -> the mentions in one of its columns."""

import csv
import io
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

_DELIMITERS = {"\t": "tab", ";": "semicolon", ",": "comma"}
_LOOKED_AT = 50
_HEADINGS = {"element", "elements", "symbol", "name", "metal", "material", "mineral", "formula"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text read as a table: its rows, and what separates their fields (nothing, if None)."""

    rows: list[list[str]]
    delimiter: str | None

    @property
    def width(self) -> int:
        """Give the number of columns."""
        return max((len(row) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: its place from 1, its heading if it has one, and its values."""

    number: int
    heading: str | None
    values: list[str]
    first_line: int


def decoded(body: bytes) -> tuple[str, str | None]:
    """Decode a file: UTF-8, UTF-16 with a mark, else Windows-1252 with a remark for the reader."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace"), None
    try:
        return body.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        remark = "The file is not UTF-8; it was read as Windows-1252. Check letters with accents."
        return body.decode("cp1252", "replace"), remark


def sheet(text: str) -> Sheet:
    """Read a text as a table if all its first lines have the same number of fields, else as lines.

    A blank line at the end is none; one in between is a row with an empty value.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    for delimiter in _DELIMITERS:
        with suppress(csv.Error):  # a field longer than csv reads: no table
            if rows := _table(text, delimiter):
                return Sheet(rows, delimiter)
    return Sheet([[_unquoted(line)] for line in text.split("\n")], None)


def _table(text: str, delimiter: str) -> list[list[str]] | None:
    """Give all rows if the first ones have the same number of fields, more than one."""
    rows = (row or [""] for row in csv.reader(io.StringIO(text), delimiter=delimiter))
    first = list(islice(rows, _LOOKED_AT))
    widths = {len(row) for row in first if any(row)}
    return [*first, *rows] if len(widths) == 1 and max(widths) > 1 else None


def _unquoted(line: str) -> str:
    """Take the quotes off a line that is one quoted field."""
    bare = line.strip()
    quoted = len(bare) > 1 and bare[0] == bare[-1] == '"'
    return bare[1:-1].replace('""', '"') if quoted else line


def named(delimiter: str | None) -> str:
    """Name what separates the fields."""
    return _DELIMITERS[delimiter] if delimiter else "nothing"


def column(table: Sheet, recognised: Callable[[str], bool], chosen: int | None = None) -> Column:
    """Take one column: the chosen one, or that in which most values are recognised.

    Args:
        table: the sheet.
        recognised: tells whether a value is recognised.
        chosen: the column's number from 1.
    """
    columns = range(1, table.width + 1)
    head, *body = table.rows or [[""]]
    number = chosen
    if number is None or number not in columns:
        number = max(columns, key=lambda n: _rank(table, n, recognised), default=1)
    values = [_field(row, number) for row in table.rows]
    heading = _field(head, number)
    more = any(recognised(_field(row, number)) for row in body[:_LOOKED_AT])
    if body and heading and more and not recognised(heading) and _is_word(heading):
        return Column(number, heading, values[1:], 2)
    return Column(number, None, values, 1)


def _is_word(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _rank(table: Sheet, number: int, recognised: Callable[[str], bool]) -> tuple[int, int]:
    """Rank a column: a telling heading, then words before numbers, which may be mere counters."""
    values = [_field(row, number) for row in table.rows[:_LOOKED_AT]]
    hits = [value for value in values if recognised(value)]
    telling = values[0].strip().casefold() in _HEADINGS
    return telling * _LOOKED_AT + sum(map(_is_word, hits)), len(hits)


def _field(row: Sequence[str], number: int) -> str:
    return row[number - 1] if number <= len(row) else ""


def headings(table: Sheet) -> list[str]:
    """Give each column's first value, to choose among them."""
    head = table.rows[0] if table.rows else []
    return [_field(head, number)[:40] for number in range(1, table.width + 1)]
