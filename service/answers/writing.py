"""Answers -> bytes."""

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

Json = dict[str, Any]
# one for all: json.dumps would make one at each call
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_PLAIN = {dict, list, str, int, type(None)}
"""Types whose values neighbours in an object are written with in one go."""


class Written(NamedTuple):
    """A part of an answer that is JSON already."""

    json: bytes


def write(value: Any) -> bytes:
    """Write JSON in UTF-8, in the order of the fields, without blanks.

    An iterator is an array whose items are written, and let go, one by one.
    """
    if isinstance(value, Written):
        return value.json
    if isinstance(value, Iterator):
        return b"[" + b",".join([write(item) for item in value]) + b"]"
    return _ENCODER.encode(value).encode()


def write_map(parts: Json) -> bytes:
    """Write an object whose values may be written already."""
    members: list[bytes] = []
    for whole, group in groupby(parts.items(), _is_plain):
        if whole:
            members.append(write(dict(group))[1:-1])
        else:
            members += [write(name) + b":" + write(value) for name, value in group]
    return b"{" + b",".join(members) + b"}"


def _is_plain(member: tuple[str, Any]) -> bool:
    return type(member[1]) in _PLAIN


def encode(body: Json) -> bytes:
    """Write an answer: its fields in their order, a newline at the end."""
    return write_map(body) + b"\n"


def entity_tag(media_type: str, *pieces: bytes | memoryview) -> str:
    """Give the opaque part of a representation's strong entity tag: 32 hex digits of SHA-256."""
    made = hashlib.sha256(media_type.encode() + b"\n")
    for piece in pieces:
        made.update(piece)
    return made.hexdigest()[:32]
