"""``POST /v1/classify`` line by line: NDJSON and CSV of any size up to the limits."""

import csv
import io
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import IO, Any, Self

from flask import Response, request

from service.access import OUTCOMES
from service.answers import mentions as say
from service.answers.writing import Json, write
from service.api.context import chosen_view, context, reading_options
from service.api.lines import DELIMITERS, BadLine, csv_values, json_value, raw_lines
from service.api.respond import stream
from service.api.spool import spool
from service.api.tables import cell
from service.api.turns import gathered, in_turns
from service.mentions import SUGGESTED, Outcome, Problem, Reader, Reading
from service.problems import TooLargeError
from service.view import View

NDJSON = "application/x-ndjson"
CSV = "text/csv"
DISTINCT_LIMIT = 100_000
"""Most distinct values that are counted in one request."""
DISTINCT_BYTES = 8 * 1024 * 1024
"""Most bytes that those values have together."""
KEPT_BYTES = 1024 * 1024
"""How many bytes of written records a worker keeps, for values that come again in a request."""
_ENTRY = 300
"""About what a value and its place take beside its record."""


def classify_lines(media_type: str, arguments: dict[str, Any]) -> Response:
    """Answer a body of lines in its own form.

    Args:
        media_type: NDJSON or CSV, of the request and of the answer.
        arguments: the query, in the shape of ``schemas.request.LinesQuery``.

    Raises:
        TooLargeError: more bytes, lines or distinct values than the limits.
        InvalidRequestError: the query or the CSV's head is at fault.
    """
    view = chosen_view(arguments)
    lines = Lines(context().reader, view, arguments)
    writer = _Csv(arguments.get("include") == "input") if media_type == CSV else _Ndjson()
    counts: Counter[str] = Counter()
    request.environ[OUTCOMES] = counts
    file = spool(request)
    answered = _once_each if arguments.get("distinct") == "true" else _each
    try:
        values = _values(media_type, file, arguments)
        return stream(gathered(answered(values, lines, writer, counts, file)), media_type)
    except BaseException:
        file.close()
        raise


def _values(
    media_type: str, file: IO[bytes], arguments: dict[str, Any]
) -> Iterator[tuple[int, Any]]:
    if media_type == NDJSON:
        return raw_lines(file)
    return csv_values(
        file,
        arguments.get("column"),
        DELIMITERS[arguments["delimiter"]],
        header=arguments["header"] == "true",
    )


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


class _Ndjson:
    """Writes records as NDJSON; its values are raw lines, so that equal ones cost a look-up."""

    head = b""

    def value(self, raw: Any) -> Any:
        return raw if isinstance(raw, BadLine) else json_value(raw)

    def body(self, record: Json) -> bytes:
        return write(record)[1:] + b"\n"

    def line(self, number: int, body: bytes, name: str = "line") -> bytes:
        return b'{"%s":%d,%s' % (name.encode(), number, body)


class _Csv:
    """Writes records as rows."""

    def __init__(self, with_input: bool) -> None:
        self._with_input = with_input
        self.head = self._row([*say.LINE_HEAD, *(["input"] if with_input else [])])

    def value(self, raw: Any) -> Any:
        return raw

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


_Writer = _Ndjson | _Csv
_Values = Iterator[tuple[int, Any]]


def _made(raw: Any, lines: Lines, writer: _Writer) -> tuple[str, bytes]:
    record = lines.record(writer.value(raw))
    return record["outcome"], writer.body(record)


class _Kept:
    """The outcome and the written record of a value; kept while all requests keep little."""

    in_all = 0
    """The bytes that the requests of this worker keep."""

    def __init__(self, lines: Lines, writer: _Writer) -> None:
        self._lines = lines
        self._writer = writer
        self._known: dict[Hashable, tuple[str, bytes]] = {}
        self._size = 0

    def __call__(self, raw: Any) -> tuple[str, bytes]:
        found = self._known.get(raw)
        if found is None:
            found = _made(raw, self._lines, self._writer)
            size = len(found[1]) + _ENTRY
            if _Kept.in_all + size <= KEPT_BYTES:
                self._known[raw] = found
                self._size += size
                _Kept.in_all += size
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        _Kept.in_all -= self._size


def _each(
    values: _Values, lines: Lines, writer: _Writer, counts: Counter[str], file: IO[bytes]
) -> Iterator[bytes]:
    yield writer.head
    with file, _Kept(lines, writer) as made:
        for number, raw in values:
            outcome, body = made(raw)
            counts[outcome] += 1
            yield writer.line(number, body)


def _once_each(
    values: _Values, lines: Lines, writer: _Writer, counts: Counter[str], file: IO[bytes]
) -> Iterator[bytes]:
    times: Counter[Any] = Counter()
    size = 0
    with file:
        for _, raw in in_turns(values):
            times[raw] += 1
            if times[raw] > 1:
                continue
            size += len(raw) if isinstance(raw, bytes | str) else 0
            if len(times) > DISTINCT_LIMIT:
                raise _too_many(DISTINCT_LIMIT, "distinct values")
            if size > DISTINCT_BYTES:
                raise _too_many(DISTINCT_BYTES, "bytes of distinct values")
    return _counted(times, lines, writer, counts)


def _too_many(limit: int, unit: str) -> TooLargeError:
    return TooLargeError(f"More than {limit} {unit}: classify them line by line.", limit, unit)


def _counted(
    times: Counter[Any], lines: Lines, writer: _Writer, counts: Counter[str]
) -> Iterator[bytes]:
    yield writer.head.replace(b"line,", b"count,", 1)
    for raw, count in times.items():
        outcome, body = _made(raw, lines, writer)
        counts[outcome] += count
        yield writer.line(count, body, "count")
