"""The access log: one JSON line a request, without bodies, paths or query values."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.api.environ import notes

_LOG = logging.getLogger("service.access")
_METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
_LENGTH_DIGITS = 18
"""Most digits of a length that is logged: a longer one is refused, and is no 64-bit integer."""
_TRACEPARENT = re.compile(r"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")


@dataclass(frozen=True, slots=True)
class Access:
    """One answered request: the pattern of its route, never the path; size in bytes."""

    request_id: str
    method: str
    route: str | None
    status: int
    seconds: float
    bytes_in: int
    bytes_out: int
    traceparent: str | None
    outcomes: Mapping[str, int] | None

    @classmethod
    def of(cls, environ: dict[str, Any], status: int, size: int, seconds: float) -> "Access":
        """Describe a request from its WSGI environment and its answer."""
        method, length = environ["REQUEST_METHOD"], environ.get("CONTENT_LENGTH") or "0"
        noted = notes(environ)
        trace = environ.get("HTTP_TRACEPARENT")
        return cls(
            noted.request_id,
            method if method in _METHODS else "other",
            noted.route,
            status,
            seconds,
            int(length) if length.isdecimal() and len(length) <= _LENGTH_DIGITS else 0,
            size,
            trace if trace and _TRACEPARENT.fullmatch(trace) else None,
            noted.outcomes,
        )

    def log(self) -> None:
        """Write the line, at level INFO."""
        if not _LOG.isEnabledFor(logging.INFO):
            return
        line: dict[str, Any] = {
            "request_id": self.request_id,
            "method": self.method,
            "route": self.route,
            "status": self.status,
            "duration_ms": round(self.seconds * 1000, 3),
            "bytes_in": self.bytes_in,
            "bytes_out": self.bytes_out,
        }
        if self.traceparent:
            line["traceparent"] = self.traceparent
        if self.outcomes:
            line["outcomes"] = dict(self.outcomes)
        _LOG.info("request", extra=line)
