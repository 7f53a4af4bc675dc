"""What every request gets: an id, headers, conditional answers, one line in the log."""

import re
import time
import uuid

from flask import Flask, Response, g, request

from service.settings import LOG

_REQUEST_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_UNLOGGED = {"/livez", "/readyz"}
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "ETag, Link, X-Request-Id, Retry-After, Data-Version, Content-Location"
    ),
}
_API_POLICY = "default-src 'none'; frame-ancestors 'none'"


def register(app: Flask, data_version: str) -> None:
    """Put the hooks around every request."""

    @app.before_request
    def _start() -> None:
        given = request.headers.get("X-Request-Id", "")
        g.request_id = given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        g.started = time.perf_counter()

    @app.after_request
    def _finish(response: Response) -> Response:
        for name, value in _HEADERS.items():
            response.headers[name] = value
        response.headers.setdefault("Content-Security-Policy", _API_POLICY)
        response.headers["X-Request-Id"] = g.request_id
        response.headers["Data-Version"] = data_version
        response.headers["Link"] = '</openapi.json>; rel="service-desc", </docs>; rel="service-doc"'
        if request.method == "OPTIONS" and response.status_code == 200:  # noqa: PLR2004 - OK
            _preflight(response)
        elif request.method in ("GET", "HEAD") and response.status_code == 200:  # noqa: PLR2004
            response.make_conditional(request)
        _log(response)
        return response


def _preflight(response: Response) -> None:
    response.status_code = 204
    response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "")
    response.headers["Access-Control-Allow-Headers"] = "Content-Type, If-None-Match, X-Request-Id"
    response.headers["Access-Control-Max-Age"] = "86400"


def _log(response: Response) -> None:
    if request.path in _UNLOGGED:
        return
    LOG.info(
        "request",
        extra={
            "request_id": g.request_id,
            "method": request.method,
            "route": str(request.url_rule) if request.url_rule else None,
            "status": response.status_code,
            "duration_ms": round((time.perf_counter() - g.started) * 1000, 3),
            "bytes_in": request.content_length or 0,
            "bytes_out": response.calculate_content_length(),
        },
    )
