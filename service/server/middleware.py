"""The outermost WSGI middleware: request id, access log and metrics of every request."""

import os
import re
import time
from collections.abc import Callable, Iterable
from typing import Any

from werkzeug.wsgi import ClosingIterator

from service.api.environ import notes
from service.server.access_log import Access
from service.server.cache import Application, Environ
from service.server.metrics import Metrics

_VALID_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_UNLOGGED = {"/livez", "/readyz"}


class Middleware:
    """Gives each request an id, and logs and counts it when its last byte is handed over."""

    def __init__(self, application: Application, metrics: Metrics) -> None:
        self.application = application
        self.metrics = metrics

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request; one on the operations port gets the metrics."""
        if self.metrics.on_port(environ):
            return self.metrics.answer(environ, start_response)
        started = time.perf_counter()
        given = environ.get("HTTP_X_REQUEST_ID", "")
        request_id = given if _VALID_ID.fullmatch(given) else os.urandom(16).hex()
        notes(environ).request_id = request_id
        status, size = 500, 0

        def start(line: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            nonlocal status
            status = int(line[:3])
            return start_response(line, [*headers, ("X-Request-Id", request_id)], exc_info)

        def counted(pieces: Iterable[bytes]) -> Iterable[bytes]:
            nonlocal size
            for piece in pieces:
                size += len(piece)
                yield piece

        def finish() -> None:
            access = Access.of(environ, status, size, time.perf_counter() - started)
            access.log()
            self.metrics.count(access)

        body = self.application(environ, start)
        if environ["PATH_INFO"] in _UNLOGGED:
            return body
        close = getattr(body, "close", None)
        return ClosingIterator(counted(body), [*([close] if close else []), finish])
