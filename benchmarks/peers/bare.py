"""The floor: a WSGI callable that returns bytes, and nothing else."""

from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.peers import answers

_ANSWERS = answers()


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer the bytes of the path."""
    body = _ANSWERS[environ["PATH_INFO"]]
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    start_response("200 OK", headers)
    return (body,)
