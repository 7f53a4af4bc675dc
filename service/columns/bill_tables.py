"""Bills of materials as CSV: the user's own cells, with a column a list behind them."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.answers.bill_rows import MASS, TEXTS, BillRow, RowReader
from service.answers.bills import Bill
from service.answers.encoding import cell
from service.columns.lines import DELIMITERS, NOT_UTF8, BadLine, ColumnError, Line, csv_table

_COLUMNS = (*TEXTS, MASS)
_ADDED = ("status", "elements", "material", "reasons")


@dataclass(frozen=True, slots=True)
class BillTable:
    """A table with a head.

    Attributes:
        head: the names as they stand.
        places: where our columns are, by name.
        lines: the rows.
    """

    head: tuple[str, ...]
    places: dict[str, int]
    lines: list[Line]


def bill_table(body: bytes, delimiter: str) -> BillTable:
    """Read a table; its columns are found by their names, whatever the capitals.

    Args:
        body: in UTF-8.
        delimiter: comma, semicolon, tab or pipe.

    Raises:
        ColumnError: it is not UTF-8, or has no head with one of our names, or one of them twice.
    """
    try:
        body.decode()
    except UnicodeDecodeError:
        raise ColumnError(NOT_UTF8) from None
    file = io.BytesIO(body.removeprefix(b"\xef\xbb\xbf"))
    lines = csv_table(file, "1", DELIMITERS[delimiter], header=False).lines if body else iter(())
    head = next(lines, Line(1, None)).cells
    names = [name.strip().casefold().replace(" ", "_") for name in head]
    places = {name: names.index(name) for name in _COLUMNS if name in names}
    if not set(places) & set(TEXTS):
        raise ColumnError(_headless(head, delimiter))
    if twice := [name for name in places if names.count(name) > 1]:
        raise ColumnError(f"{twice[0]!r} stands twice in the head.")
    return BillTable(tuple(head), places, list(lines))


def _headless(head: Iterable[str], delimiter: str) -> str:
    text = "".join(head)
    for name, other in DELIMITERS.items():
        if name != delimiter and other in text:
            return f"The head seems separated by {name}s: send delimiter={name}."
    names = ", ".join(_COLUMNS)
    return f"The first line must be a head with name, cas or formula. Known: {names}."


def written(
    table: BillTable, lines: Iterable[Line], bill: Bill, reader: RowReader, delimiter: str
) -> Iterator[bytes]:
    """Write the table with a column a list behind the user's own.

    Args:
        table: for its head.
        lines: its rows, at the pace of the caller.
        bill: the lists.
        reader: reads rows.
        delimiter: as in the request.
    """
    width = len(table.head)
    yield _line([*table.head, *_ADDED, *bill.places()], delimiter)
    for line in lines:
        own = [*line.cells[:width], *[""] * (width - len(line.cells))]
        row = _read(line, own, table.places, reader)
        status = "decided" if row.things else "undecided"
        told = [status, ";".join(row.symbols), row.material, " ".join(row.reasons)]
        yield _line([*own, *(cell(each) for each in (*told, *bill.cells(row)))], delimiter)


def _read(line: Line, own: list[str], places: dict[str, int], reader: RowReader) -> BillRow:
    if isinstance(line.raw, BadLine):
        return BillRow(reasons=(line.raw.detail,))
    given = {name: own[place].strip() for name, place in places.items()}
    return reader.read(given)


def _line(cells: Iterable[object], delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=DELIMITERS[delimiter]).writerow(cells)
    return out.getvalue().encode()
