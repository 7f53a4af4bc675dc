"""Answers -> bytes."""

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

import orjson

Json = dict[str, Any]
_PLAIN = {dict, list, str, int, type(None)}
"""Types whose values neighbours in an object are written with in one go."""


class Written(NamedTuple):
    """A part of an answer that is JSON already."""

    json: bytes


def write(value: Any) -> bytes:
    """Write JSON in UTF-8, in the order of the fields, without blanks."""
    if isinstance(value, Written):
        return value.json
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        # an echo may hold a number of more than 64 bits
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def write_map(parts: Json) -> bytes:
    """Write an object whose values may be written already."""
    return b"".join(_members(parts))


def encode(body: Json) -> bytes:
    """Write an answer: its fields in their order, a newline at the end."""
    return b"".join(pieces(body))


def pieces(body: Json) -> Iterator[bytes]:
    """Write an answer in pieces, so that a large one need not stand in memory twice.

    A member that is an iterator is an array, whose items are written, and let go, one by one.
    """
    yield from _members(body)
    yield b"\n"


def _members(parts: Json) -> Iterator[bytes]:
    before = b"{"
    for whole, group in groupby(parts.items(), _is_plain):
        if whole:
            yield before + write(dict(group))[1:-1]
            before = b","
            continue
        for name, value in group:
            yield before + write(name) + b":"
            yield from _items(value) if isinstance(value, Iterator) else (write(value),)
            before = b","
    yield b"}" if parts else b"{}"


def _is_plain(member: tuple[str, Any]) -> bool:
    return type(member[1]) in _PLAIN


def _items(values: Iterator[Any]) -> Iterator[bytes]:
    before = b"["
    for value in values:
        yield before + write(value)
        before = b","
    yield b"]" if before == b"," else b"[]"


def entity_tag(media_type: str, *pieces: bytes | memoryview) -> str:
    """Give the opaque part of a representation's strong entity tag: 32 hex digits of SHA-256."""
    made = hashlib.sha256(media_type.encode() + b"\n")
    for piece in pieces:
        made.update(piece)
    return made.hexdigest()[:32]
