"""Files as values, line by line: NDJSON and CSV. A bad line is a value of its own."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from service.answers.encoding import MalformedJsonError, read_json

LINE_LIMIT = 65_536
"""Longest line in bytes; a longer one is a bad line, and the next is read as usual."""
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}

NOT_UTF8 = (
    "The table is not UTF-8, perhaps Windows-1252. Save the table as UTF-8 (in a spreadsheet: "
    "'CSV UTF-8'), or convert it: iconv -f WINDOWS-1252 -t UTF-8."
)


_NOT_UTF8 = "Not UTF-8, perhaps Windows-1252: save the table as UTF-8."


class ColumnError(ValueError):
    """There is no such column, or no table; ``parameter`` would choose another, if one would."""

    def __init__(self, detail: str, parameter: str | None = None) -> None:
        self.parameter = parameter
        super().__init__(detail)


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be read, and why."""

    detail: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number, the value in it, and its cells, if it has others."""

    number: int
    raw: Any
    cells: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A CSV table: its head, empty where it has none, and its lines."""

    head: tuple[str, ...]
    width: int
    lines: Iterator[Line]


def raw_lines(file: IO[bytes]) -> Iterator[Line]:
    """Give each line without its end, numbered from 1; too long a line is a bad one."""
    return (Line(number, raw) for number, raw in enumerate(_contents(file), start=1))


def _contents(file: IO[bytes]) -> Iterator[bytes | BadLine]:
    while line := file.readline(LINE_LIMIT + 2):
        content = line.rstrip(b"\r\n")
        while line and not line.endswith(b"\n"):
            line = file.readline(LINE_LIMIT)
            content += b"" if len(content) > LINE_LIMIT else line.rstrip(b"\r\n")
        if len(content) > LINE_LIMIT:
            yield BadLine(f"Longer than {LINE_LIMIT} bytes.")
        else:
            yield content


def json_value(line: bytes) -> Any:
    """Read one line of NDJSON; an empty one is a missing value."""
    if not line.strip():
        return None
    try:
        return read_json(line)
    except MalformedJsonError as error:
        return BadLine(str(error))


def csv_table(file: IO[bytes], column: str | None, delimiter: str, *, header: bool) -> CsvTable:
    """Choose the values of one column of a table.

    Args:
        file: the table, at its start.
        column: the name in the head, or without a head its number from 1; may be left out where
            there is only one.
        delimiter: what separates the cells.
        header: whether the first line is a head.

    Raises:
        ColumnError: there is no such column, or several and none was chosen.
    """
    bad: dict[int, BadLine] = {}
    rows = csv.reader(_texts(file, bad), delimiter=delimiter, strict=True)
    try:
        first = next(rows, [])
    except csv.Error as error:
        # Python goes on to speak of a mode in which it opens files
        fault = str(error).partition(" - ")[0]
        raise ColumnError(f"The first line is not CSV: {fault}. Is the file text?") from None
    if any(_is_garbled(text) for text in first):
        raise ColumnError(NOT_UTF8)
    index = _column(first, column, header=header)
    lines = _cells(rows, index, None if header else first, bad)
    return CsvTable(tuple(first) if header else (), len(first), lines)


def _texts(file: IO[bytes], bad: dict[int, BadLine]) -> Iterator[str]:
    """Give lines as text; a line that is too long becomes empty, with a note in bad."""
    for number, content in enumerate(_contents(file), start=1):
        if isinstance(content, BadLine):
            bad[number] = content
            yield "\n"
        else:
            yield content.decode("utf-8", "surrogateescape") + "\n"


def _column(first: list[str], column: str | None, *, header: bool) -> int:
    if header and len(first) == 1 and column != first[0]:
        for name, delimiter in DELIMITERS.items():
            if delimiter in first[0]:
                detail = f"The head seems separated by {name}s: send delimiter={name}."
                raise ColumnError(detail, "delimiter")
    if column is None:
        if len(first) <= 1:
            return 0
        raise _no_column(f"There are {len(first)} columns: choose one.", first, header=header)
    if header:
        if first.count(column) == 1:
            return first.index(column)
        times = "twice or more" if column in first else "nowhere"
        raise _no_column(f"{column[:80]!r} stands {times} in the head.", first, header=header)
    if column.isdecimal() and 1 <= int(column) <= len(first):
        return int(column) - 1
    raise _no_column(f"There is no column {column[:80]!r}.", first, header=header)


def _no_column(what: str, first: list[str], *, header: bool) -> ColumnError:
    if not first:
        return ColumnError("The table is empty: its first line would name the columns.")
    choices = ", ".join(first[:20]) if header else f"1 to {len(first)}"
    return ColumnError(f"{what} Known: {choices}.", "column")


def _cells(
    rows: Any, index: int, first: list[str] | None, bad: dict[int, BadLine]
) -> Iterator[Line]:
    if first is not None:
        yield Line(1, _cell(first, index), tuple(first))
    while True:
        started = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            detail = f"Not CSV: {error}, in lines {started} to {rows.line_num}."
            yield Line(started, BadLine(detail))
            continue
        yield Line(started, bad.pop(started, None) or _cell(row, index), tuple(row))


def _cell(row: list[str], index: int) -> Any:
    if not row:
        return None
    if index >= len(row):
        return BadLine(f"The line has {len(row)} cells; the column is number {index + 1}.")
    cell = row[index]
    return BadLine(_NOT_UTF8) if _is_garbled(cell) else cell


def _is_garbled(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text)
