"""JSON as RFC 8259 means it: what stdlib lets pass in silence is refused with its reason."""

import json
import re
from typing import Any, NoReturn

_DIGITS_LIMIT = 300
_DEPTH_LIMIT = 64
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_PLAIN = re.compile(rb'"[^"\\\x00-\x1f]*"')
"""Text without an escape: most lines of a column, and nothing in it is to be looked for."""


_TOO_DEEP = f"Nested deeper than {_DEPTH_LIMIT} objects and lists."


class BadJsonError(ValueError):
    """The text is not JSON that we accept; line and column count from 1 where known."""

    def __init__(self, reason: str, line: int | None = None, column: int | None = None) -> None:
        """Keep the reason and the place."""
        self.reason, self.line, self.column = reason, line, column
        super().__init__(reason)


def loads(raw: bytes) -> Any:
    """Parse UTF-8 JSON, with or without a byte order mark.

    Raises:
        BadJsonError: not UTF-8, not JSON, a duplicate key, NaN or an infinity, a lone
            surrogate, a number of more than 300 digits, or nesting deeper than 64.
    """
    try:
        if _PLAIN.fullmatch(raw):
            return raw.decode()[1:-1]
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadJsonError(f"Not UTF-8 at byte {error.start}.") from None
    try:
        value = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_not_a_number,
            parse_int=_integer,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        raise BadJsonError(error.msg + ".", error.lineno, error.colno) from None
    except RecursionError:
        raise BadJsonError(_TOO_DEEP) from None
    if _deeper_than_allowed(value):
        raise BadJsonError(_TOO_DEEP)
    if "\\u" in text and _LONE_SURROGATE.search(json.dumps(value, ensure_ascii=False)):
        raise BadJsonError("A lone surrogate is no character.")
    return value


def _deeper_than_allowed(value: Any) -> bool:
    """Tell what could be read, but not written again: an echo has less room on the stack."""
    level = [value]
    for _ in range(_DEPTH_LIMIT + 1):
        level = [each for each in level if isinstance(each, dict | list)]
        if not level:
            return False
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return True


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise BadJsonError(f"The key {key[:40]!a} stands twice in one object.")
        seen[key] = value
    return seen


def _not_a_number(name: str) -> NoReturn:
    raise BadJsonError(f"{name} is not JSON: send null.")


def _integer(digits: str) -> int:
    _count(digits)
    return int(digits)


def _count(digits: str) -> None:
    if sum(character.isdigit() for character in digits) > _DIGITS_LIMIT:
        raise BadJsonError(f"A number of more than {_DIGITS_LIMIT} digits.")


def _finite(digits: str) -> float:
    _count(digits)
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise BadJsonError("A number beyond what a double can hold.")
    return number
