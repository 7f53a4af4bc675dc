"""Plain data, as JSON has it: of a caller's values, and of answers."""

from typing import Any

import orjson
from marshmallow import Schema

from service.answers.encoding import Json, encode


def plain(value: Any) -> Any:
    """Give a value as JSON has it; a NaN is an absent value, and an unknown type its text."""
    if isinstance(value, str) and value.isascii():
        return str(value)
    if not isinstance(value, str) and hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float) and value != value:  # noqa: PLR0124 - NaN alone differs from itself
        return None
    try:
        orjson.dumps(value)
    except TypeError:
        return str(value).encode("utf-8", "replace").decode()
    return value


def dumped(schema: Schema, answer: Json) -> Json:
    """Give an answer as the service writes it by a schema."""
    body: Json = orjson.loads(encode(schema.dump(answer)))
    return body
