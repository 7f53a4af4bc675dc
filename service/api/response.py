"""Responses: one representation, cacheable until the data changes, or one that no cache keeps."""

from collections.abc import Iterable
from typing import Any

from flask import Response
from marshmallow import Schema

from service.answers.encoding import Json, encode
from service.api.errors import NotAcceptableError
from service.api.request import best_accepted

JSON = "application/json"
CSV = "text/csv; charset=utf-8"
NDJSON = "application/x-ndjson"
TEXT = "text/plain; charset=utf-8"
CACHED = "public, max-age=300, stale-while-revalidate=86400"


def either(brief: type[Schema], full: type[Schema], *others: type[Schema]) -> dict[str, Any]:
    """Describe an answer of several shapes, as ``detail`` says; generated clients use the title."""
    title = f"{full.__name__.removesuffix('Out')}Answer"
    return {"title": title, "anyOf": [brief, full, *others]}


def dump(schema: Schema, answer: Json, *, location: str | None = None) -> Response:
    """Answer a GET with the JSON that a schema writes of an answer; else as ``respond``."""
    return respond(encode(schema.dump(answer)), location=location)


def respond(
    body: bytes,
    *,
    media_type: str = JSON,
    location: str | None = None,
    negotiated: bool = False,
) -> Response:
    """Answer a GET with a representation that stays the same until the data changes.

    Args:
        body: the representation.
        media_type: its type.
        location: the address of the same answer under its canonical name, where that differs.
        negotiated: whether the Accept header was checked before.

    Raises:
        NotAcceptableError: the request accepts another media type only.
    """
    if not negotiated:
        _check_accepted(media_type)
    response = Response(body, content_type=media_type)
    response.add_etag()
    response.headers["Cache-Control"] = CACHED
    response.headers["Vary"] = "Accept"
    if location is not None:
        response.headers["Content-Location"] = location
    return response


def respond_once(body: bytes | Iterable[bytes], media_type: str = JSON) -> Response:
    """Answer with a representation of this request alone.

    Raises:
        NotAcceptableError: the request accepts another media type only.
    """
    _check_accepted(media_type)
    return Response(body, content_type=media_type, headers={"Cache-Control": "no-store"})


def _check_accepted(media_type: str) -> None:
    if not best_accepted([media_type]):
        raise NotAcceptableError([media_type])
