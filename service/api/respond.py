"""A body -> a response that caches can keep."""

import hashlib
from collections.abc import Iterable

from flask import Response

from service.api.parsing import best_accepted
from service.problems import NotAcceptableError

JSON = "application/json"
_CACHED = "public, max-age=300, stale-while-revalidate=86400"


def etag(media_type: str, body: bytes) -> str:
    """Give the strong entity tag of a representation: 32 hex digits of SHA-256."""
    return hashlib.sha256(media_type.encode() + b"\n" + body).hexdigest()[:32]


def answer(
    body: bytes,
    *,
    media_type: str = JSON,
    location: str | None = None,
    negotiated: bool = False,
) -> Response:
    """Answer a GET with bytes that stay the same until the data changes.

    Args:
        body: the representation.
        media_type: its type.
        location: where it stands under its own name, if it was asked for by another.
        negotiated: whether the Accept header has been heard already.

    Raises:
        NotAcceptableError: the request accepts another media type only.
    """
    if not negotiated and not best_accepted([media_type]):
        raise NotAcceptableError([media_type])
    response = Response(body, content_type=media_type)
    response.set_etag(etag(media_type, body))
    response.headers["Cache-Control"] = _CACHED
    response.headers["Vary"] = "Accept"
    if location is not None:
        response.headers["Content-Location"] = location
    return response


def passing(body: bytes) -> Response:
    """Answer with bytes of this moment, or of this request's body, that no cache may keep.

    Raises:
        NotAcceptableError: the request accepts another media type only.
    """
    if not best_accepted([JSON]):
        raise NotAcceptableError([JSON])
    return Response(body, content_type=JSON, headers={"Cache-Control": "no-store"})


def stream(chunks: Iterable[bytes], media_type: str = JSON) -> Response:
    """Answer a batch in pieces, which no cache may keep.

    Raises:
        NotAcceptableError: the request accepts another media type only.
    """
    if not best_accepted([media_type]):
        raise NotAcceptableError([media_type])
    return Response(chunks, content_type=media_type, headers={"Cache-Control": "no-store"})
