"""A body -> a response that caches can keep."""

from collections.abc import Iterable

from flask import Response

from service.answers.writing import entity_tag
from service.api.parsing import best_accepted
from service.problems import NotAcceptableError

JSON = "application/json"
_CACHED = "public, max-age=300, stale-while-revalidate=86400"


def answer(
    body: bytes,
    *,
    media_type: str = JSON,
    tag: str | None = None,
    location: str | None = None,
    negotiated: bool = False,
) -> Response:
    """Answer a GET with bytes that stay the same until the data changes.

    Args:
        body: the representation.
        media_type: its type.
        tag: the opaque part of its entity tag, where it is known; else it is made of the body.
        location: where it stands under its own name, if it was asked for by another.
        negotiated: whether the Accept header has been heard already.

    Raises:
        NotAcceptableError: the request accepts another media type only.
    """
    if not negotiated and not best_accepted([media_type]):
        raise NotAcceptableError([media_type])
    response = Response(body, content_type=media_type)
    response.set_etag(tag or entity_tag(media_type, body))
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
