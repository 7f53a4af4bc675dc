"""One answer in the representation that the request asks for: JSON, CSV or NDJSON."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from typing import Any

from flask import Response

from service.answers.writing import Json, encode, pieces
from service.api.parsing import best_accepted
from service.api.respond import JSON, Answer, respond
from service.api.turns import gathered
from service.problems import NotAcceptableError

CSV = "text/csv; charset=utf-8"
NDJSON = "application/x-ndjson"
_BY_FORMAT = {"json": JSON, "csv": CSV, "ndjson": NDJSON}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table(
    body: Json, rows: Callable[[Json], Iterable[list[Any]]], lines: str, chosen: str | None
) -> Response:
    """Answer with a table.

    Args:
        body: the answer as JSON has it.
        rows: makes the rows of a CSV table of it, the head first.
        lines: the member of the body whose items are the lines of NDJSON.
        chosen: the ``format`` parameter, if it was given.

    Raises:
        NotAcceptableError: the request accepts none of the three.
    """
    media_type = _BY_FORMAT[chosen] if chosen else _negotiated()
    if media_type == CSV:
        content: Iterable[bytes] = (csv_bytes(rows(body)),)
    elif media_type == NDJSON:
        content = gathered(encode(item) for item in body[lines])
    else:
        content = gathered(pieces(body))
    return respond(Answer(tuple(content), media_type), negotiated=True)


def _negotiated() -> str:
    available = [JSON, CSV, NDJSON]
    best = best_accepted(available)
    if best is None:
        raise NotAcceptableError(available)
    return best


def csv_bytes(rows: Iterable[list[Any]]) -> bytes:
    """Write rows as CSV by RFC 4180, in UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([cell(value) for value in row])
    return out.getvalue().encode()


def cell(value: Any) -> Any:
    """Keep a spreadsheet from running a text as a formula."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value if value is None or isinstance(value, str | int) else json.dumps(value)
