"""The lines of a column: records of their values, written in the form of the request."""

import csv
import io
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Protocol

from schemas.response.mentions import LineOut
from service.answers import mentions
from service.answers.encoding import Json, encode
from service.answers.materials import listings
from service.api.bulk.lines import BadLine, Line, Table, json_value
from service.api.context import reading_options
from service.api.representations import cell
from service.catalogue import View
from service.mentions import SUGGESTED, Outcome, Problem, Reader, Reading
from service.model import Verdict

NDJSON = "application/x-ndjson"
CSV = "text/csv"
_END = "\r\n"
_LINE = LineOut()


class Lines:
    """Makes the records of values for one request."""

    def __init__(
        self, reader: Reader, view: View, concepts: list[str] | None, arguments: dict[str, Any]
    ) -> None:
        self._reader = reader
        self._view = view
        self._concepts = concepts or []
        self._options = reading_options(arguments)
        self._formula = arguments.get("kind") == "formula"
        self._unknowns = 0
        self._verdict_on = lru_cache(maxsize=None)(self._verdict)

    def record(self, value: Any) -> tuple[Json, Reading]:
        """Read one value, whatever it is; give its record and its reading."""
        if isinstance(value, BadLine):
            reading = Reading(Outcome.INVALID, problem=Problem("malformed-line", value.detail))
            return mentions.line(None, reading, {}), reading
        if self._formula:
            reading = self._reader.read_formula(value)
        else:
            suggest = self._unknowns < SUGGESTED
            reading = self._reader.read(value, self._options, suggest=suggest)
            self._unknowns += reading.outcome is Outcome.UNKNOWN
        verdicts = {concept: self._verdicts(reading, concept) for concept in self._concepts}
        return mentions.line(value, reading, verdicts), reading

    def _verdicts(self, reading: Reading, concept: str) -> str | None:
        """Give the thing's verdict, or 'Sm=on-some;Co=on-all' of the elements of a formula."""
        if not self._formula:
            return self._verdict_on(reading.thing, concept) if reading.thing else None
        verdicts = [f"{each}={self._verdict_on(each, concept)}" for each in reading.symbols]
        return ";".join(verdicts) or None

    def _verdict(self, thing: str, concept: str) -> str | None:
        catalogue = self._view.catalogue
        if thing in catalogue.materials and concept not in listings(catalogue):
            return None
        summaries = self._view.summaries(thing, concept)
        if summaries and summaries[0].verdict is not Verdict.SILENT:
            return summaries[0].verdict
        return "suspended" if self._view.suspended_positions(thing, concept) else "silent"


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
        return raw if isinstance(raw, BadLine) else json_value(raw)

    def body(self, record: Json) -> bytes:
        return encode(_LINE.dump(record))[1:]

    def line(self, line: Line, body: bytes) -> bytes:
        return b'{"%s":%d,%s' % (self._number, line.number, body)


class CsvWriter(Writer):
    """CSV: the user's own cells, with ours behind them in columns of their own."""

    def __init__(self, table: Table, concepts: list[str] | None) -> None:
        self._width = table.width
        ours = mentions.line_head(concepts or [])
        names = [f"classified_{name}" if name in table.head else name for name in ours]
        self.head = _row(table.head) + b"," + _row(names, guarded=True) + b"\r\n"
        if not table.head:
            self.head = b""

    def value(self, raw: Any) -> Any:
        return raw

    def body(self, record: Json) -> bytes:
        return _row(mentions.line_cells(record), guarded=True)

    def line(self, line: Line, body: bytes) -> bytes:
        own = [*line.cells[: self._width], *[""] * (self._width - len(line.cells))]
        extra = line.cells[self._width :]
        # cells beyond the head's width come last, so that every column of ours stays in its place
        return b",".join([_row(own), body, *([_row(extra)] if extra else [])]) + b"\r\n"


def _row(cells: Iterable[Any], *, guarded: bool = False) -> bytes:
    out = io.StringIO()
    row = [cell(value) for value in cells] if guarded else list(cells)
    # a cell is quoted for the characters of the line's end, which comes behind our own cells
    csv.writer(out, lineterminator=_END).writerow(row)
    return out.getvalue().removesuffix(_END).encode("utf-8", "surrogateescape")
