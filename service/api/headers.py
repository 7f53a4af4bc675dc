"""Headers of every response, and conditional responses."""

from flask import Flask, Response, request

from service.api.environ import notes
from service.api.problems import problem

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "ETag, Link, X-Request-Id, Retry-After, Data-Version, Content-Location"
    ),
    "Link": '</openapi.json>; rel="service-desc", </docs>; rel="service-doc"',
}
_POLICY = "default-src 'none'; frame-ancestors 'none'"


def register(app: Flask, data_version: str) -> None:
    """Add the headers to every response, and answer If-Match and If-None-Match."""

    @app.after_request
    def _finish(response: Response) -> Response:
        notes(request.environ).route = str(request.url_rule) if request.url_rule else None
        response = _conditional(response)
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        response.headers.extend([*_HEADERS.items(), ("Data-Version", data_version)])
        if request.method == "OPTIONS" and response.status_code == 200:  # noqa: PLR2004 - OK
            _preflight(response)
        return response


def _conditional(response: Response) -> Response:
    if request.method not in ("GET", "HEAD") or response.status_code != 200:  # noqa: PLR2004 - OK
        return response
    response.make_conditional(request)
    if response.status_code == 412:  # noqa: PLR2004 - Precondition Failed
        detail = f"The entity tag here is {response.headers['ETag']}. Ask without If-Match."
        return problem("precondition-failed", detail)
    return response


def _preflight(response: Response) -> None:
    response.status_code = 204
    del response.headers["Content-Type"]
    # Flask gives the methods in the order of a set, which differs from worker to worker
    methods = ", ".join(sorted(response.allow))
    response.headers["Allow"] = response.headers["Access-Control-Allow-Methods"] = methods
    response.headers["Access-Control-Allow-Headers"] = "Content-Type, If-None-Match, X-Request-Id"
    response.headers["Access-Control-Max-Age"] = "86400"
