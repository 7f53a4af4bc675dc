"""One answer in the representation that the request asks for: JSON, CSV, NDJSON or text."""

import csv
import io
from collections.abc import Callable, Iterable
from typing import Any

from flask import Response
from marshmallow import Schema

from service.answers.encoding import Json, cell, encode
from service.api.errors import NotAcceptableError
from service.api.request import best_accepted
from service.api.response import CSV, JSON, NDJSON, TEXT, respond
from service.mentions import Reading

_BY_FORMAT = {"json": JSON, "csv": CSV, "ndjson": NDJSON, "text": TEXT}
Rows = Iterable[list[Any]]


def represent(  # noqa: PLR0913 - one argument a representation
    chosen: str | None,
    schema: Schema,
    answer: Callable[[], Json],
    *,
    rows: Callable[[], Rows] | None = None,
    lines: str | None = None,
    text: Callable[[Json], str] | None = None,
    location: str | None = None,
) -> Response:
    """Answer a GET in one of its representations; only that one is made.

    Args:
        chosen: the ``format`` parameter, if it was given; it goes before the Accept header.
        schema: writes the answer as JSON.
        answer: makes the answer.
        rows: makes the rows of CSV, the head first.
        lines: the member of the answer whose items are the lines of NDJSON.
        text: makes the text of the answer.
        location: the address of the same answer under its canonical name.

    Raises:
        NotAcceptableError: the request accepts none of them.
    """
    offered = {JSON: True, CSV: rows, NDJSON: lines, TEXT: text}
    available = [media_type for media_type, there in offered.items() if there]
    media_type = _BY_FORMAT[chosen] if chosen else best_accepted(available)
    if media_type is None:
        raise NotAcceptableError(available)
    if media_type == CSV and rows:
        body = csv_bytes(rows())
    elif media_type == NDJSON and lines:
        body = b"".join(map(encode, schema.dump(answer())[lines]))
    elif media_type == TEXT and text:
        body = f"{text(answer())}\n".encode()
    else:
        body = encode(schema.dump(answer()))
    return respond(body, media_type=media_type, location=location, negotiated=True)


def in_words(answer: str, reading: Reading) -> str:
    """Give an answer as text, with the doubts about the mention behind it."""
    return " ".join([answer, *reading.warnings])


def csv_bytes(rows: Rows) -> bytes:
    """Write rows as CSV by RFC 4180, in UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([cell(value) for value in row])
    return out.getvalue().encode()
