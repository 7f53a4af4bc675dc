"""What Flask adds to every answer: headers, and the conditional answer."""

from flask import Flask, Response, request

from service.access import REQUEST_ID, ROUTE

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
    """Put the hook behind every request."""

    @app.after_request
    def _finish(response: Response) -> Response:
        for name, value in _HEADERS.items():
            response.headers[name] = value
        response.headers.setdefault("Content-Security-Policy", _API_POLICY)
        response.headers["X-Request-Id"] = request.environ[REQUEST_ID]
        response.headers["Data-Version"] = data_version
        response.headers["Link"] = '</openapi.json>; rel="service-desc", </docs>; rel="service-doc"'
        request.environ[ROUTE] = str(request.url_rule) if request.url_rule else None
        if request.method == "OPTIONS" and response.status_code == 200:  # noqa: PLR2004 - OK
            _preflight(response)
        elif request.method in ("GET", "HEAD") and response.status_code == 200:  # noqa: PLR2004
            response.make_conditional(request)
        return response


def _preflight(response: Response) -> None:
    response.status_code = 204
    response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "")
    response.headers["Access-Control-Allow-Headers"] = "Content-Type, If-None-Match, X-Request-Id"
    response.headers["Access-Control-Max-Age"] = "86400"
