"""The lines of a column: records of their values, written in the form of the request."""

import csv
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from schemas.response.mentions import LineOut
from service.answers import mentions
from service.answers.encoding import Json, cell, encode
from service.answers.materials import listings
from service.catalogue import View
from service.columns.lines import BadLine, CsvTable, Line, json_value
from service.mentions import SUGGESTED, Options, Outcome, Problem, Reader, Reading, ValueKind
from service.model import Verdict

NDJSON = "application/x-ndjson"
CSV = "text/csv"
_END = "\r\n"
_LINE = LineOut()


class LineRecords:
    """Makes the records of the values of one column.

    Args:
        reader: reads them.
        view: the editions that take part in verdicts.
        concepts: the concepts to give verdicts on.
        options: how to read, and as what kind.
    """

    def __init__(
        self, reader: Reader, view: View, concepts: list[str] | None, options: Options
    ) -> None:
        self._reader = reader
        self._view = view
        self._concepts = concepts or []
        self._options = options
        self._unknowns = 0
        self._verdict_on = lru_cache(maxsize=None)(self._verdict)

    def record(self, value: Any) -> tuple[Json, Reading]:
        """Read one value, whatever it is; give its record and its reading."""
        if isinstance(value, BadLine):
            reading = Reading(Outcome.INVALID, problem=Problem("malformed-line", value.detail))
            # a cell a concept, so that every column stays in its place
            return mentions.line(None, reading, dict.fromkeys(self._concepts)), reading
        suggest = self._unknowns < SUGGESTED
        reading = self._reader.read(value, self._options, suggest=suggest)
        self._unknowns += reading.outcome is Outcome.UNKNOWN
        verdicts = {concept: self._verdicts(reading, concept) for concept in self._concepts}
        return mentions.line(value, reading, verdicts), reading

    def _verdicts(self, reading: Reading, concept: str) -> str | None:
        """Give the thing's verdict, or 'Sm=on-some;Co=on-all' of all in a formula or of several."""
        formula = self._options.kind is ValueKind.FORMULA or reading.contains
        if reading.thing and not formula:
            return self._verdict_on(reading.thing, concept)
        verdicts = [f"{each}={self._verdict_on(each, concept)}" for each in reading.things]
        return ";".join(verdicts) or None

    def _verdict(self, thing: str, concept: str) -> str | None:
        catalogue = self._view.catalogue
        if thing in catalogue.materials and concept not in listings(catalogue):
            return None
        summaries = self._view.summaries(thing, concept)
        if summaries and summaries[0].verdict is not Verdict.SILENT:
            return summaries[0].verdict
        return "suspended" if self._view.suspended_positions(thing, concept) else "silent"


REMEMBERED = 4_096
"""Largest number of different values of a column that are read and written only once."""
_REMEMBERED_LENGTH = 200
"""A longer value is no mention, and is not remembered: many would fill the memory."""
_Made = TypeVar("_Made")


def remembering(make: Callable[[Any], _Made], most: int = REMEMBERED) -> Callable[[Any], _Made]:
    """Make a function of a value that remembers the last short values."""
    remembered = lru_cache(maxsize=most)(make)

    def call(raw: Any) -> _Made:
        long = isinstance(raw, str | bytes) and len(raw) > _REMEMBERED_LENGTH
        return (make if long else remembered)(raw)

    return call


class Writer(Protocol):
    """Reads values and writes records in one form.

    Attributes:
        head: what stands before the first record.
    """

    head: bytes

    def value(self, raw: Any) -> Any:
        """Give the value of a raw line or cell."""

    def body(self, record: Json) -> bytes:
        """Write a record, without what belongs to its line alone."""

    def line(self, line: Line, body: bytes) -> bytes:
        """Write a line with its record."""


class NdjsonWriter(Writer):
    """NDJSON: each record with its line's number, or with how often its value came."""

    head = b""

    def __init__(self, number: str) -> None:
        self._number = number.encode()

    def value(self, raw: Any) -> Any:
        """Give the JSON value of a line."""
        return raw if isinstance(raw, BadLine) else json_value(raw)

    def body(self, record: Json) -> bytes:
        """Write a record as a JSON object without its opening brace."""
        return encode(_LINE.dump(record))[1:]

    def line(self, line: Line, body: bytes) -> bytes:
        """Write the number of a line, and its record."""
        return b'{"%s":%d,%s' % (self._number, line.number, body)


class CsvWriter(Writer):
    """CSV: the user's own cells, with ours behind them in columns of their own."""

    def __init__(
        self,
        table: CsvTable,
        concepts: list[str] | None,
        delimiter: str = ",",
        kind: ValueKind = ValueKind.MENTION,
    ) -> None:
        self._width = table.width
        self._delimiter = delimiter
        self._kind = kind
        self._csv: Any = csv.writer(_Echo(), delimiter=delimiter, lineterminator=_END)
        names = mentions.line_head(concepts or [], table.head, kind)
        self.head = self._joined(self._row(table.head), self._row(names, guarded=True))
        if not table.head:
            self.head = b""

    def value(self, raw: Any) -> Any:
        """Give the cell itself."""
        return raw

    def body(self, record: Json) -> bytes:
        """Write a record as cells."""
        return self._row(mentions.line_cells(record, self._kind), guarded=True)

    def line(self, line: Line, body: bytes) -> bytes:
        """Write the user's own cells, and ours behind them."""
        own = [*line.cells[: self._width], *[""] * (self._width - len(line.cells))]
        extra = line.cells[self._width :]
        # cells beyond the head's width come last, so that every column of ours stays in its place
        return self._joined(self._row(own), body, *([self._row(extra)] if extra else []))

    def _joined(self, *rows: bytes) -> bytes:
        return self._delimiter.encode().join(rows) + _END.encode()

    def _row(self, cells: Iterable[Any], *, guarded: bool = False) -> bytes:
        row = [cell(value) for value in cells] if guarded else cells
        # a cell is quoted for the characters of the line's end, which comes behind our own cells
        text: str = self._csv.writerow(row)
        return text.removesuffix(_END).encode("utf-8", "surrogateescape")


class _Echo:
    """A file that gives back what is written, as csv's writer then does, too."""

    def write(self, text: str) -> str:
        return text


def classified(
    lines: Iterable[Line], records: LineRecords, writer: Writer, most: int = REMEMBERED
) -> Iterator[tuple[Line, str, bytes]]:
    """Give each line with its outcome and with what is written of it.

    Args:
        lines: of one column.
        records: makes their records.
        writer: writes them.
        most: how many different values are remembered.
    """

    def write(raw: Any) -> tuple[str, bytes]:
        record, _ = records.record(writer.value(raw))
        return record["outcome"], writer.body(record)

    remembered = remembering(write, most)
    for line in lines:
        outcome, body = remembered(line.raw)
        yield line, outcome, writer.line(line, body)
