"""``POST /v1/classify`` line by line: NDJSON and CSV of any size up to the limits."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO, Any

from flask import Response, request

from schemas.response.mentions import ClassifySummaryOut
from service.answers.encoding import encode
from service.answers.summaries import summarise
from service.api.bulk.scheduling import in_slices, joined
from service.api.bulk.uploads import spool
from service.api.context import choose, context, reading_options
from service.api.environ import notes
from service.api.errors import TooLargeError
from service.api.response import respond_once
from service.catalogue.choice import Choice
from service.columns.lines import DELIMITERS, CsvTable, Line, csv_table, raw_lines
from service.columns.writers import (
    NDJSON,
    CsvWriter,
    LineRecords,
    NdjsonWriter,
    Writer,
    classified,
    remembering,
)
from service.mentions import Reading

DISTINCT_LIMIT = 100_000
"""Most distinct values of one column."""
DISTINCT_BYTES_LIMIT = 8 * 1024 * 1024
"""Most bytes of distinct values of one column."""

_SUMMARY = ClassifySummaryOut()


def classify_lines(media_type: str, arguments: dict[str, Any]) -> Response:
    """Answer a body of lines in its own form, or with a summary in JSON.

    Args:
        media_type: NDJSON or CSV, of the request and of the answer.
        arguments: the query, in the shape of ``schemas.request.LinesQuery``.

    Raises:
        TooLargeError: more bytes, lines or distinct values than the limits.
        InvalidRequestError: the query is at fault.
        ColumnError: the CSV's head is.
    """
    choice = choose(arguments)
    column = UploadedColumn(media_type, arguments, choice)
    notes(request.environ).outcomes = column.outcomes
    file = spool(request)
    try:
        lines = column.read(file)
        if arguments.get("summary", False):
            with file:
                return respond_once(encode(_SUMMARY.dump(column.summary(lines))))
        return respond_once(joined(column.written(lines, file)), media_type)
    except BaseException:
        file.close()
        raise


class UploadedColumn:
    """One column: reads its lines, and writes or sums up what they are."""

    def __init__(self, media_type: str, arguments: dict[str, Any], choice: Choice) -> None:
        self.outcomes: Counter[str] = Counter()
        self._media_type = media_type
        self._arguments = arguments
        self._choice = choice
        self._distinct = arguments.get("distinct", False)
        options = reading_options(arguments)
        self._kind = options.kind
        self._lines = LineRecords(context().reader, choice.view, choice.concepts, options)
        self._writer: Writer = NdjsonWriter("count" if self._distinct else "line")

    def read(self, file: IO[bytes]) -> Iterable[Line]:
        """Give the lines, or each distinct value once with how often it came."""
        if self._media_type == NDJSON:
            lines = raw_lines(file)
            return _counted(lines) if self._distinct else lines
        arguments = self._arguments
        delimiter = DELIMITERS[arguments.get("delimiter", "comma")]
        header = arguments.get("header", True)
        table = csv_table(file, arguments.get("column"), delimiter, header=header)
        if self._distinct:
            table = CsvTable(("count", "value"), 2, iter(_counted(table.lines)))
        self._writer = CsvWriter(table, self._choice.concepts, kind=self._kind)
        return table.lines

    def written(self, lines: Iterable[Line], file: IO[bytes]) -> Iterator[bytes]:
        """Write the lines; the file is closed at the end."""
        with file:
            yield self._writer.head
            for line, outcome, written in classified(lines, self._lines, self._writer):
                self.outcomes[outcome] += line.number if self._distinct else 1
                yield written

    def summary(self, lines: Iterable[Line]) -> Any:
        """Count what the lines are, and whose lists their elements and materials are on."""

        def read(raw: Any) -> Reading:
            return self._lines.record(self._writer.value(raw))[1]

        remembered = remembering(read)
        things: dict[str, None] = {}
        for line in in_slices(lines):
            reading = remembered(line.raw)
            self.outcomes[reading.outcome] += line.number if self._distinct else 1
            things.update(dict.fromkeys(reading.things))
        return summarise(self._choice.view, self._choice.concepts, self.outcomes, things)


def _counted(lines: Iterable[Line]) -> list[Line]:
    """Give each distinct value with how often it came, in the order of first appearance."""
    counts: Counter[Any] = Counter()
    size = 0
    for line in in_slices(lines):
        raw = line.raw
        if raw not in counts:
            size += len(raw) if isinstance(raw, str | bytes) else 0
            if len(counts) == DISTINCT_LIMIT:
                detail = f"A column has at most {DISTINCT_LIMIT} distinct values: split it."
                raise TooLargeError(detail, DISTINCT_LIMIT, "distinct values")
            if size > DISTINCT_BYTES_LIMIT:
                detail = f"Distinct values have at most {DISTINCT_BYTES_LIMIT} bytes: split them."
                raise TooLargeError(detail, DISTINCT_BYTES_LIMIT, "bytes")
        counts[raw] += 1
    return [
        Line(count, raw, (str(count), raw if isinstance(raw, str) else ""))
        for raw, count in counts.items()
    ]
