"""The layer around Flask: what every request gets, whichever road it takes.

That is a request id, one line in the log and a place in the metrics. A look-up is answered here
with what is ready; an answer that Flask gave is remembered for the next who asks.
"""

import random
import re
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from service.access import REQUEST_ID, ROUTE, Access, Noted
from service.lookups import WSGI_NAMES, Lookups, asked, whole
from service.metrics import Metrics
from service.ready import Headers, ready_of

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
_VALID_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_OK = 200
_BODILESS = {204, 304}
_UNNOTED = {"/livez", "/readyz"}


class Found(NamedTuple):
    """A look-up's answer: status with its reason, the lines of its head, its body."""

    status: bytes
    head: bytes
    pieces: tuple[bytes | memoryview, ...]


class Front:
    """The outermost WSGI application, and the road of look-ups beside it."""

    def __init__(
        self,
        inner: Callable[..., Iterable[bytes]],
        lookups: Lookups,
        access: Access,
        metrics: Metrics,
    ):
        """Keep what answers, and what notes."""
        self.inner = inner
        self.lookups = lookups
        self.access = access
        self.metrics = metrics

    def look_up(
        self, method: str, path: str, query: str, headers: list[tuple[str, str]]
    ) -> Found | None:
        """Answer a look-up without Flask.

        Args:
            method: as it was sent.
            path: as it was sent, without the query.
            query: without its question mark.
            headers: pairs of a name in upper case and a value.

        Returns:
            The answer, already noted; None where the request must take the ordinary road.
        """
        started = time.perf_counter()
        by_name = dict(headers)
        if len(by_name) != len(headers):
            return None  # a header given twice is read with more care there
        found = self.lookups.find(method, path, query, by_name)
        if found is None:
            return None
        pieces: tuple[bytes | memoryview, ...] = ()
        if "IF-NONE-MATCH" in by_name:
            code, status, lines = 304, b"304 NOT MODIFIED", found.unchanged
        else:
            code, status, lines = 200, b"200 OK", found.head
            pieces = found.pieces if method == "GET" else ()
        request_id = _request_id(by_name.get("X-REQUEST-ID"))
        trace = by_name.get("TRACEPARENT")
        size = sum(map(len, pieces))
        seconds = time.perf_counter() - started
        if path not in _UNNOTED:
            self._note(
                Noted(request_id, method, found.route, code, size, seconds, "0", trace, None)
            )
        return Found(status, b"%bX-Request-Id: %b\r\n" % (lines, request_id.encode()), pieces)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request on the ordinary road."""
        if self.metrics.asked(environ):
            return self.metrics.answer(environ, start_response)
        started = time.perf_counter()
        environ[REQUEST_ID] = _request_id(environ.get("HTTP_X_REQUEST_ID"))
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
            self._note(Noted.of(environ, environ.get(ROUTE), (status, size, seconds)))

        if length is None and environ["REQUEST_METHOD"] != "HEAD" and status not in _BODILESS:
            return _Streamed(body, note)
        if status == _OK and environ["REQUEST_METHOD"] == "GET":
            body = self._remembered(environ, headers, body)
        note(int(length or 0))
        return body

    def _remembered(
        self, environ: Environ, headers: Headers, body: Iterable[bytes]
    ) -> Iterable[bytes]:
        said = dict(headers)
        sent = {name: environ[key] for key, name in WSGI_NAMES.items() if key in environ}
        if "ETag" not in said or not whole(environ["REQUEST_METHOD"], sent):
            return body
        # by the path as it was sent: so a look-up need not decode it
        path = environ["RAW_URI"].partition("?")[0]
        question = asked(path, environ.get("QUERY_STRING", ""), sent)
        if not self.lookups.recent.fits(question, int(said["Content-Length"])):
            return body
        content = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        found = ready_of(environ.get(ROUTE) or "none", headers, content)
        if found is not None:
            self.lookups.recent.keep(question, found)
        return (content,)

    def _note(self, noted: Noted) -> None:
        self.access.line(noted)
        self.metrics.count(noted)


def _request_id(given: str | None) -> str:
    valid = given is not None and _VALID_ID.fullmatch(given)
    # no secret, and a call of the system for each would cost more than all else here; each
    # worker has numbers of its own, for Python seeds them anew after a fork
    return given if valid and given else f"{random.getrandbits(128):032x}"


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
