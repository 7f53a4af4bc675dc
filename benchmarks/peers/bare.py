"""The floor: a WSGI callable that returns bytes."""

from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.peers import answer

_BODY = answer()
_HEADERS = [("Content-Type", "application/json"), ("Content-Length", str(len(_BODY)))]


def app(_environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer every request with the same bytes."""
    start_response("200 OK", list(_HEADERS))
    return (_BODY,)
