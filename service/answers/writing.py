"""Answers -> bytes."""

import json
from functools import cached_property
from typing import Any

Json = dict[str, Any]


class Kept(Json):
    """A part that many answers share: its JSON is written once and kept."""

    @cached_property
    def written(self) -> bytes:
        """Give its JSON."""
        return write(self)


def write(value: Any) -> bytes:
    """Write JSON in UTF-8, in the order of the fields, without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def encode(body: Json) -> bytes:
    """Write an answer: its fields in their order, a newline at the end."""
    fields = (
        write(name) + b":" + (value.written if isinstance(value, Kept) else write(value))
        for name, value in body.items()
    )
    return b"{" + b",".join(fields) + b"}\n"
