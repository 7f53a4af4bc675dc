"""JSON, written and read strictly, and the cells of CSV."""

import json
from collections import Counter
from typing import Any

import orjson

Json = dict[str, Any]
DEPTH_LIMIT = 64
"""Most levels of lists and objects in JSON; what is echoed must be written, too."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins so may be run by a spreadsheet, by OWASP's list of CSV injection."""


def encode(body: Any) -> bytes:
    """Write JSON in UTF-8: fields in their order, no blanks, a newline at the end."""
    return orjson.dumps(body, option=orjson.OPT_APPEND_NEWLINE)


class MalformedJsonError(Exception):
    """A text is not JSON, or has two meanings; line and column where they are known."""

    def __init__(self, reason: str, line: int | None = None, column: int | None = None) -> None:
        self.line, self.column = line, column
        super().__init__(reason)


def read_json(text: bytes) -> Any:
    """Read JSON by RFC 8259 and refuse what has two meanings.

    Raises:
        MalformedJsonError: not JSON, nested too deep, or an object names a member twice.
    """
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise MalformedJsonError(f"{error.msg}.", error.lineno, error.colno) from None
    if text.count(b"[") + text.count(b"{") > DEPTH_LIMIT and _is_deeper(value, DEPTH_LIMIT):
        raise MalformedJsonError(f"Nested deeper than {DEPTH_LIMIT} levels.")
    if b"{" in text:
        json.loads(text, object_pairs_hook=_refuse_duplicates)
    return value


def _is_deeper(value: Any, levels: int) -> bool:
    if not isinstance(value, list | dict):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_is_deeper(each, levels - 1) for each in inner)


def _refuse_duplicates(pairs: list[tuple[str, Any]]) -> None:
    if len({name for name, _ in pairs}) < len(pairs):
        name = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise MalformedJsonError(f"An object names {name[:80]!r} twice.")


def cell(value: Any) -> Any:
    """Keep a spreadsheet from running a text as a formula."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
    return value if value is None or isinstance(value, int) else json.dumps(value)
