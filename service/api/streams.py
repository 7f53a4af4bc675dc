"""``POST /v1/classify`` line by line: NDJSON and CSV of any size up to the limits."""

from collections import Counter
from collections.abc import Hashable, Iterator
from typing import IO, Any, Self

from flask import Response, request

from service.access import OUTCOMES
from service.api.context import chosen_view, context
from service.api.distinct import Distinct
from service.api.lines import DELIMITERS, csv_values, raw_lines
from service.api.outcomes import NDJSON, Lines, Writer, made, writer_of
from service.api.respond import stream
from service.api.spool import spool
from service.api.turns import alone, gathered, in_turns

KEPT_BYTES = 2 * 1024 * 1024
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
    writer = writer_of(media_type, with_input=arguments.get("include") == "input")
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


_Values = Iterator[tuple[int, Any]]


class _Kept:
    """The outcome and the written record of a value; kept while all requests keep little."""

    in_all = 0
    """The bytes that the requests of this worker keep."""

    def __init__(self, lines: Lines, writer: Writer) -> None:
        self._lines = lines
        self._writer = writer
        self._known: dict[Hashable, tuple[str, bytes]] = {}
        self._size = 0

    def __call__(self, raw: Any) -> tuple[str, bytes]:
        found = self._known.get(raw)
        if found is None:
            found = made(raw, self._lines, self._writer)
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
    values: _Values,
    lines: Lines,
    writer: Writer,
    counts: Counter[str],
    file: IO[bytes],
) -> Iterator[bytes]:
    yield writer.head
    with file, _Kept(lines, writer) as kept:
        for number, raw in values:
            outcome, body = kept(raw)
            counts[outcome] += 1
            yield writer.line(number, body)


def _once_each(
    values: _Values,
    lines: Lines,
    writer: Writer,
    counts: Counter[str],
    file: IO[bytes],
) -> Iterator[bytes]:
    with alone(large=True):
        found = Distinct((raw for _, raw in in_turns(values)), writer.text).aside(file)
    return _counted(found, lines, writer, counts)


def _counted(
    found: Iterator[tuple[Any, int]], lines: Lines, writer: Writer, counts: Counter[str]
) -> Iterator[bytes]:
    yield writer.head.replace(b"line,", b"count,", 1)
    for raw, count in found:
        outcome, body = made(raw, lines, writer)
        counts[outcome] += count
        yield writer.line(count, body, "count")
