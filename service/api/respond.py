"""What a route says -> a response that caches can keep."""

from collections.abc import Iterable
from typing import NamedTuple

from flask import Response

from service.answers.writing import entity_tag
from service.api.parsing import best_accepted
from service.problems import NotAcceptableError
from service.ready import Headers, Pieces

JSON = "application/json"
_JOINED = 64 * 1024
"""Pieces up to so many bytes are copied together, to go out in one write."""
_CACHED = "public, max-age=300, stale-while-revalidate=86400"


class Answer(NamedTuple):
    """What a GET is answered with.

    Attributes:
        pieces: the representation.
        media_type: its type.
        tag: the opaque part of its entity tag, where it is known; else it is made of the bytes.
        location: where it stands under its own name, if it was asked for by another.
        lasting: whether it stays the same until the data changes; else no cache may keep it.
    """

    pieces: Pieces
    media_type: str = JSON
    tag: str | None = None
    location: str | None = None
    lasting: bool = True

    def etag(self) -> str:
        """Give the entity tag; what does not last has none."""
        if not self.lasting:
            return ""
        return f'"{self.tag or entity_tag(self.media_type, *self.pieces)}"'

    def about(self) -> Headers:
        """Give the headers of a 200 that tell of the representation."""
        size = sum(map(len, self.pieces))
        return [("Content-Type", self.media_type), ("Content-Length", str(size))]

    def keeping(self, etag: str) -> Headers:
        """Give the headers of a 200 or 304 that tell how to keep it."""
        if not self.lasting:
            return [("Cache-Control", "no-store")]
        own = [("ETag", etag), ("Cache-Control", _CACHED), ("Vary", "Accept")]
        return own if self.location is None else [*own, ("Content-Location", self.location)]


def respond(said: Answer, *, negotiated: bool = False) -> Response:
    """Make the response to a GET.

    Args:
        said: what the route says.
        negotiated: whether the Accept header has been heard already.

    Raises:
        NotAcceptableError: the request accepts another media type only.
    """
    if not negotiated and not best_accepted([said.media_type]):
        raise NotAcceptableError([said.media_type])
    small = sum(map(len, said.pieces)) <= _JOINED
    body = [b"".join(said.pieces)] if small else [bytes(piece) for piece in said.pieces]
    return Response(body, headers=[*said.about(), *said.keeping(said.etag())])


def answer(body: bytes, *, media_type: str = JSON) -> Response:
    """Respond to a GET with one representation.

    Raises:
        NotAcceptableError: the request accepts another media type only.
    """
    return respond(Answer((body,), media_type))


def stream(chunks: Iterable[bytes], media_type: str = JSON) -> Response:
    """Answer a batch in pieces, which no cache may keep.

    Raises:
        NotAcceptableError: the request accepts another media type only.
    """
    if not best_accepted([media_type]):
        raise NotAcceptableError([media_type])
    return Response(chunks, content_type=media_type, headers={"Cache-Control": "no-store"})
