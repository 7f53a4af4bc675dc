"""The lines of a column: records of their values, written in the form of the request."""

import csv
import io
from collections.abc import Iterable
from typing import Any, Protocol

from schemas.response.mentions import LineOut
from service.answers import mentions
from service.answers.encoding import Json, encode
from service.api.bulk.lines import BadLine, json_value
from service.api.context import reading_options
from service.api.representations import cell
from service.catalogue import View
from service.mentions import SUGGESTED, Outcome, Problem, Reader, Reading

NDJSON = "application/x-ndjson"
CSV = "text/csv"
_LINE = LineOut()


class Lines:
    """Makes the records of values for one request."""

    def __init__(
        self, reader: Reader, view: View, concepts: list[str] | None, arguments: dict[str, Any]
    ) -> None:
        self._reader = reader
        self._view = view
        self._concept = concepts[0] if concepts else None
        self._options = reading_options(arguments)
        self._formula = arguments.get("kind") == "formula"
        self._unknowns = 0
        self._verdicts: dict[str, str | None] = {}

    def record(self, value: Any) -> Json:
        """Read one value, whatever it is."""
        if isinstance(value, BadLine):
            problem = Problem("malformed-line", value.detail)
            return mentions.line(None, Reading(Outcome.INVALID, problem=problem), None)
        if self._formula:
            reading = self._reader.read_formula(value)
        else:
            suggest = self._unknowns < SUGGESTED
            reading = self._reader.read(value, self._options, suggest=suggest)
            self._unknowns += reading.outcome is Outcome.UNKNOWN
        return mentions.line(value, reading, self._verdict(reading))

    def _verdict(self, reading: Reading) -> str | None:
        """Give the element's verdict, or 'Sm=included;Co=...' of the elements of a formula."""
        if self._concept is None or not reading.symbols:
            return None
        verdicts = {symbol: self._verdict_on(symbol, self._concept) for symbol in reading.symbols}
        if not self._formula:
            return verdicts[reading.symbols[0]]
        return ";".join(f"{symbol}={verdict}" for symbol, verdict in verdicts.items())

    def _verdict_on(self, symbol: str, concept: str) -> str | None:
        if symbol not in self._verdicts:
            summaries = self._view.summaries(symbol, concept)
            self._verdicts[symbol] = summaries[0].verdict if summaries else "silent"
        return self._verdicts[symbol]


class Writer(Protocol):
    """Reads values and writes records in one form.

    Attributes:
        head: what stands before the first record.
    """

    head: bytes

    def value(self, raw: Any) -> Any:
        """Give the value of a raw line or cell."""

    def body(self, record: Json) -> bytes:
        """Write a record but for its number."""

    def line(self, number: int, body: bytes) -> bytes:
        """Write a line's number, or how often a value came, and its record."""


class _Ndjson(Writer):
    """NDJSON; raw values are lines."""

    head = b""

    def __init__(self, number: str) -> None:
        self._number = number.encode()

    def value(self, raw: Any) -> Any:
        return raw if isinstance(raw, BadLine) else json_value(raw)

    def body(self, record: Json) -> bytes:
        return encode(_LINE.dump(record))[1:]

    def line(self, number: int, body: bytes) -> bytes:
        return b'{"%s":%d,%s' % (self._number, number, body)


class _Csv(Writer):
    """CSV; raw values are cells."""

    def __init__(self, number: str, *, with_input: bool) -> None:
        self._with_input = with_input
        head = [number, *mentions.LINE_HEAD, *(["input"] if with_input else [])]
        self.head = self._row(head)

    def value(self, raw: Any) -> Any:
        return raw

    def body(self, record: Json) -> bytes:
        value = [record["input"]] if self._with_input else []
        return b"," + self._row([*mentions.line_cells(record), *value])

    def line(self, number: int, body: bytes) -> bytes:
        return b"%d%s" % (number, body)

    @staticmethod
    def _row(cells: Iterable[Any]) -> bytes:
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerow([cell(value) for value in cells])
        return out.getvalue().encode()


def writer_of(media_type: str, number: str, *, with_input: bool) -> Writer:
    """Give the writer of NDJSON, or of CSV with or without the value itself.

    Args:
        media_type: NDJSON or CSV.
        number: the name of each record's number: ``line`` or ``count``.
        with_input: whether CSV repeats the value.
    """
    return _Csv(number, with_input=with_input) if media_type == CSV else _Ndjson(number)
