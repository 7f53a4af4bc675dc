"""What Flask adds to every answer: headers, and the conditional answer."""

from flask import Flask, Response, request

from service.access import REQUEST_ID, ROUTE
from service.problems import problem

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
_POLICY = ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")


def always(data_version: str) -> list[tuple[str, str]]:
    """Give the headers that every answer of the API has, but for the request's own id."""
    return [_POLICY, *_HEADERS.items(), ("Data-Version", data_version)]


def register(app: Flask, data_version: str) -> None:
    """Put the hook behind every request."""
    _, *rest = always(data_version)

    @app.after_request
    def _finish(response: Response) -> Response:
        response = _conditional(response)
        response.headers.setdefault(*_POLICY)
        # nobody else sets these: they are put behind, not looked for
        response.headers.extend([*rest, ("X-Request-Id", request.environ[REQUEST_ID])])
        request.environ[ROUTE] = str(request.url_rule) if request.url_rule else None
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
    response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "")
    response.headers["Access-Control-Allow-Headers"] = "Content-Type, If-None-Match, X-Request-Id"
    response.headers["Access-Control-Max-Age"] = "86400"
