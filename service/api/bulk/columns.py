"""``POST /v1/classify`` line by line: NDJSON and CSV of any size up to the limits."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import IO, Any

from flask import Response, request

from service.api.bulk.lines import DELIMITERS, BadLine, Values, csv_values, raw_lines
from service.api.bulk.scheduling import in_slices, joined
from service.api.bulk.uploads import spool
from service.api.bulk.writers import NDJSON, Lines, Writer, writer_of
from service.api.context import choose, context
from service.api.environ import notes
from service.api.problems import TooLargeError
from service.api.response import respond_once

_REMEMBERED = 4_096
"""How many different values of a column are read and written once, however often they come."""
_REMEMBERED_LENGTH = 200
"""A longer value is no mention, and is not remembered: many would fill the memory."""
DISTINCT_LIMIT = 100_000
"""Most distinct values of one column."""
DISTINCT_BYTES_LIMIT = 8 * 1024 * 1024
"""Most bytes of distinct values of one column."""


def classify_lines(media_type: str, arguments: dict[str, Any]) -> Response:
    """Answer a body of lines in its own form.

    Args:
        media_type: NDJSON or CSV, of the request and of the answer.
        arguments: the query, in the shape of ``schemas.request.LinesQuery``.

    Raises:
        TooLargeError: more bytes, lines or distinct values than the limits.
        InvalidRequestError: the query or the CSV's head is at fault.
    """
    distinct = arguments.get("distinct", False)
    view, concepts = choose(arguments)
    lines = Lines(context().reader, view, concepts, arguments)
    with_input = distinct or arguments.get("include") == "input"
    writer = writer_of(media_type, "count" if distinct else "line", with_input=with_input)
    outcomes: Counter[str] = Counter()
    notes(request.environ).outcomes = outcomes
    file = spool(request)
    try:
        values = _values(media_type, file, arguments)
        numbered = _counted(values) if distinct else values
        written = _written(numbered, lines, writer, outcomes, file, distinct=distinct)
        return respond_once(joined(written), media_type)
    except BaseException:
        file.close()
        raise


def _values(media_type: str, file: IO[bytes], arguments: dict[str, Any]) -> Values:
    if media_type == NDJSON:
        return raw_lines(file)
    return csv_values(
        file,
        arguments.get("column"),
        DELIMITERS[arguments.get("delimiter", "comma")],
        header=arguments.get("header", True),
    )


def _counted(values: Values) -> Values:
    """Give each distinct value with how often it came, in the order of first appearance."""
    counts: Counter[Any] = Counter()
    size = 0
    for _, raw in in_slices(values):
        if raw not in counts:
            size += len(raw) if isinstance(raw, str | bytes) else 0
            if len(counts) == DISTINCT_LIMIT:
                detail = f"A column has at most {DISTINCT_LIMIT} distinct values: split it."
                raise TooLargeError(detail, DISTINCT_LIMIT, "distinct values")
            if size > DISTINCT_BYTES_LIMIT:
                detail = f"Distinct values have at most {DISTINCT_BYTES_LIMIT} bytes: split them."
                raise TooLargeError(detail, DISTINCT_BYTES_LIMIT, "bytes")
        counts[raw] += 1
    return ((count, raw) for raw, count in counts.items())


def _written(
    numbered: Values,
    lines: Lines,
    writer: Writer,
    outcomes: Counter[str],
    file: IO[bytes],
    *,
    distinct: bool,
) -> Iterator[bytes]:
    def write(raw: str | bytes | BadLine | None) -> tuple[str, bytes]:
        record = lines.record(writer.value(raw))
        return record["outcome"], writer.body(record)

    remembered = lru_cache(maxsize=_REMEMBERED)(write)
    with file:
        yield writer.head
        for number, raw in numbered:
            long = isinstance(raw, str | bytes) and len(raw) > _REMEMBERED_LENGTH
            outcome, body = (write if long else remembered)(raw)
            outcomes[outcome] += number if distinct else 1
            yield writer.line(number, body)
