"""One line of JSON a request: no bodies, no query values."""

import json
import os
import re
import time
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

REQUEST_ID = "element-classifier.request_id"
ROUTE = "element-classifier.route"
OUTCOMES = "element-classifier.outcomes"
"""Keys of the WSGI environment, by which Flask and the layer around it tell each other things."""

_METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
_TRACEPARENT = re.compile(r"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
_STANDARD_OUTPUT = 1


class Noted(NamedTuple):
    """What is noted of a request: the route's pattern, never the path; sizes in bytes."""

    request_id: str
    method: str
    route: str | None
    status: int
    size: int
    seconds: float
    arrived: str
    traceparent: str | None
    outcomes: Mapping[str, int] | None

    @classmethod
    def of(
        cls, environ: Mapping[str, Any], route: str | None, answered: tuple[int, int, float]
    ) -> "Noted":
        """Note a request from its WSGI environment and the answer's status, size and seconds."""
        method = environ["REQUEST_METHOD"]
        return cls(
            environ[REQUEST_ID],
            method if method in _METHODS else "other",
            route,
            *answered,
            environ.get("CONTENT_LENGTH") or "0",
            environ.get("HTTP_TRACEPARENT"),
            environ.get(OUTCOMES),
        )


class Access:
    """Writes access lines to standard output, or nothing where the level leaves them out.

    The logging library costs as much as the rest of a ready answer, so the line is put together
    here; every part of it is a number, a known word or checked text.
    """

    def __init__(self, *, on: bool) -> None:
        """Start with no second written yet."""
        self.on = on
        self._second = 0
        self._stamp = ""

    def line(self, noted: Noted) -> None:
        """Write the line of one request."""
        if not self.on:
            return
        more = ""
        if noted.traceparent and _TRACEPARENT.fullmatch(noted.traceparent):
            more = f', "traceparent": "{noted.traceparent}"'
        if noted.outcomes:
            more += f', "outcomes": {json.dumps(noted.outcomes)}'
        text = (
            f'{{"ts": "{self._now()}", "level": "INFO", "name": "service.access", '
            f'"message": "request", "request_id": "{noted.request_id}", '
            f'"method": "{noted.method}", "route": {_quoted(noted.route)}, '
            f'"status": {noted.status}, "duration_ms": {noted.seconds * 1000:.3f}, '
            f'"bytes_in": {int(noted.arrived) if noted.arrived.isdecimal() else 0}, '
            f'"bytes_out": {noted.size}{more}}}\n'
        )
        try:
            os.write(_STANDARD_OUTPUT, text.encode())
        except OSError:  # a full disk or a closed pipe costs the line, never the answer
            return

    def _now(self) -> str:
        now = time.time()
        if int(now) != self._second:
            self._second = int(now)
            self._stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now))
        return f"{self._stamp}.{int(now % 1 * 1000):03d}Z"


@lru_cache(maxsize=128)
def _quoted(route: str | None) -> str:
    return json.dumps(route)
