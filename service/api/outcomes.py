"""What becomes of one line: its record, and how that is written in the form of the request."""

import csv
import io
from collections.abc import Iterable
from typing import Any, Protocol

from service.answers import mentions as say
from service.answers.writing import Json, write
from service.api.context import reading_options
from service.api.lines import BadLine, json_value
from service.api.tables import cell
from service.mentions import SUGGESTED, Outcome, Problem, Reader, Reading
from service.view import View

NDJSON = "application/x-ndjson"
CSV = "text/csv"


class Lines:
    """Makes the record of one value; what it makes is kept while there is room."""

    def __init__(self, reader: Reader, view: View, arguments: dict[str, Any]) -> None:
        """Keep how to read and of what to speak."""
        self._reader = reader
        self._view = view
        self._concept: str | None = arguments.get("concept")
        self._options = reading_options(arguments)
        self._formula = arguments["kind"] == "formula"
        self._unknowns = 0
        self._verdicts: dict[str, str | None] = {}

    def record(self, value: Any) -> Json:
        """Read one value, whatever it is."""
        if isinstance(value, BadLine):
            problem = Problem("malformed-line", "The line cannot be read", value.detail)
            return say.line(None, Reading(Outcome.INVALID, problem=problem), None)
        if self._formula:
            reading = self._reader.read_formula(value)
        else:
            suggest = self._unknowns < SUGGESTED
            reading = self._reader.read(value, self._options, suggest=suggest)
            self._unknowns += reading.outcome is Outcome.UNKNOWN
        return say.line(value, reading, self._verdict(reading.symbol))

    def _verdict(self, symbol: str | None) -> str | None:
        if symbol is None or self._concept is None:
            return None
        if symbol not in self._verdicts:
            found = self._view.summaries(symbol, self._concept)
            self._verdicts[symbol] = found[0].verdict if found else None
        return self._verdicts[symbol]


class Writer(Protocol):
    """Writes records in one form.

    Attributes:
        head: what stands before the first record.
    """

    head: bytes

    def value(self, raw: Any) -> Any:
        """Give the value of what was read, so that what is equal need not be looked at again."""

    def text(self, raw: bytes) -> Any:
        """Give what was read, if it is a text, of its bytes."""

    def body(self, record: Json) -> bytes:
        """Write a record but for its number."""

    def line(self, number: int, body: bytes, name: str = "line") -> bytes:
        """Write a number, by its name, and what belongs to it."""


class _Ndjson(Writer):
    """Writes records as NDJSON; what is read of it are raw lines."""

    head = b""

    def value(self, raw: Any) -> Any:
        return raw if isinstance(raw, BadLine) else json_value(raw)

    def text(self, raw: bytes) -> bytes:
        return raw

    def body(self, record: Json) -> bytes:
        return write(record)[1:] + b"\n"

    def line(self, number: int, body: bytes, name: str = "line") -> bytes:
        return b'{"%s":%d,%s' % (name.encode(), number, body)


class _Csv(Writer):
    """Writes records as rows; what is read of it are cells."""

    def __init__(self, with_input: bool) -> None:
        self._with_input = with_input
        self.head = self._row([*say.LINE_HEAD, *(["input"] if with_input else [])])

    def value(self, raw: Any) -> Any:
        return raw

    def text(self, raw: bytes) -> str:
        return raw.decode()

    def body(self, record: Json) -> bytes:
        more = [record["input"]] if self._with_input else []
        return b"," + self._row([*say.line_cells(record), *more])

    def line(self, number: int, body: bytes, name: str = "line") -> bytes:
        return b"%d%s" % (number, body)

    @staticmethod
    def _row(cells: Iterable[Any]) -> bytes:
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerow([cell(value) for value in cells])
        return out.getvalue().encode()


def writer_of(media_type: str, *, with_input: bool) -> Writer:
    """Give what writes NDJSON, or CSV with or without the value itself."""
    return _Csv(with_input) if media_type == CSV else _Ndjson()


def made(raw: Any, lines: Lines, writer: Writer) -> tuple[str, bytes]:
    """Give the outcome of what was read, and its record as it is written."""
    record = lines.record(writer.value(raw))
    return record["outcome"], writer.body(record)
