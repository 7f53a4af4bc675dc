"""The WSGI layer around Flask: ready answers, and what is noted of every request.

This is the one place that decides what may be answered without Flask: what was made before the
workers forked, and what this worker answered last. Everything else takes the ordinary road. All of
them get a request id, one line in the log and a place in the metrics.
"""

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from service.access import REQUEST_ID, ROUTE, Access, Noted
from service.metrics import Metrics
from service.ready import Headers, Ready, ready_of
from service.recent import Recent

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
_VALID_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_DEFAULT_ACCEPT = {"", "*/*", "application/json"}
_OK = 200
_BODILESS = {204, 304}
_UNNOTED = {"/livez", "/readyz"}


class Front:
    """The outermost WSGI application."""

    def __init__(self, inner: Callable[..., Iterable[bytes]], access: Access, metrics: Metrics):
        """Keep what answers, and what notes; ``ready`` is filled once the application is whole."""
        self.inner = inner
        self.access = access
        self.metrics = metrics
        self.ready: dict[str, Ready] = {}
        self.recent = Recent()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        if self.metrics.asked(environ):
            return self.metrics.answer(environ, start_response)
        started = time.perf_counter()
        given = environ.get("HTTP_X_REQUEST_ID")
        valid = given is not None and _VALID_ID.fullmatch(given)
        environ[REQUEST_ID] = request_id = given if valid else os.urandom(16).hex()
        found = self._ready(environ)
        if found is None:
            return self._ordinary(environ, start_response, started)
        if "HTTP_IF_NONE_MATCH" in environ:
            code, status, headers, body = 304, "304 NOT MODIFIED", found.unchanged, b""
        else:
            code, status, headers, body = 200, "200 OK", found.headers, found.body
        start_response(status, [*headers, ("X-Request-Id", request_id)])
        self._note(environ, found.route, (code, len(body), time.perf_counter() - started))
        return (body,) if environ["REQUEST_METHOD"] == "GET" else ()

    def _ready(self, environ: Environ) -> Ready | None:
        path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        found = self.ready.get(path) if not query else None
        if found is None:
            found = self.recent.find(path, query)
        if (
            found is None
            or not _plain(environ)
            or environ.get("HTTP_IF_NONE_MATCH", found.etag) != found.etag
        ):
            return None
        return found

    def _ordinary(
        self, environ: Environ, start_response: StartResponse, started: float
    ) -> Iterable[bytes]:
        answered: list[tuple[int, Headers]] = []

        def noting(status: str, headers: Headers, exc_info: Any = None) -> Any:
            answered.append((int(status[:3]), headers))
            return start_response(status, headers, exc_info)

        body = self.inner(environ, noting)
        if environ["PATH_INFO"] in _UNNOTED or not answered:
            return body
        status, headers = answered[-1]
        length = next((value for name, value in headers if name == "Content-Length"), None)

        def note(size: int) -> None:
            seconds = time.perf_counter() - started
            self._note(environ, environ.get(ROUTE), (status, size, seconds))

        if length is None and environ["REQUEST_METHOD"] != "HEAD" and status not in _BODILESS:
            return _Streamed(body, note)
        if status == _OK and environ["REQUEST_METHOD"] == "GET":
            body = self._remembered(environ, headers, body)
        note(int(length or 0))
        return body

    def _remembered(
        self, environ: Environ, headers: Headers, body: Iterable[bytes]
    ) -> Iterable[bytes]:
        path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        said = dict(headers)
        if "ETag" not in said or not _plain(environ):
            return body
        if not self.recent.fits(path, query, int(said["Content-Length"])):
            return body
        whole = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        found = ready_of(environ.get(ROUTE) or "none", headers, whole)
        if found is not None:
            self.recent.keep(path, query, found)
        return (whole,)

    def _note(self, environ: Environ, route: str | None, answered: tuple[int, int, float]) -> None:
        noted = Noted.of(environ, route, answered)
        self.access.line(noted)
        self.metrics.count(noted)


def _plain(environ: Environ) -> bool:
    """Tell whether a request wants the default representation, whole."""
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and environ.get("HTTP_ACCEPT", "") in _DEFAULT_ACCEPT
        and "HTTP_RANGE" not in environ
        and "HTTP_IF_MATCH" not in environ
    )


class _Streamed:
    """A body of unknown size, noted when its last byte is on its way or its client is gone."""

    def __init__(self, body: Iterable[bytes], note: Callable[[int], None]) -> None:
        self._body = body
        self._note = note
        self._size = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._body:
            self._size += len(piece)
            yield piece

    def close(self) -> None:
        close = getattr(self._body, "close", None)
        try:
            if close is not None:
                close()
        finally:
            self._note(self._size)
