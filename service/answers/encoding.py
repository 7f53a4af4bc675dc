"""Plain data -> JSON."""

from typing import Any

import orjson

Json = dict[str, Any]


def encode(body: Any) -> bytes:
    """Write JSON in UTF-8: fields in their order, no blanks, a newline at the end."""
    return orjson.dumps(body, option=orjson.OPT_APPEND_NEWLINE)
