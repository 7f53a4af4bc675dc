"""Every error -> application/problem+json (RFC 9457), in one table."""

import logging
import re
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, current_app, request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import HTTPException

from service.answers.encoding import MalformedJsonError, encode
from service.answers.problem_types import TYPES, type_uri
from service.api.environ import notes
from service.api.errors import (
    CutBodyError,
    InvalidFormulaError,
    InvalidRequestError,
    NoRoomError,
    NotAcceptableError,
    NotAMaterialError,
    NotAnElementError,
    TooLargeError,
    faults_of,
    with_hint,
)
from service.catalogue import UnknownIdError
from service.columns.lines import ColumnError

MEDIA_TYPE = "application/problem+json"
_LOG = logging.getLogger("service")


_BY_STATUS = {
    400: "bad-request",
    404: "no-such-path",
    405: "method-not-allowed",
    406: "not-acceptable",
    413: "too-large",
    415: "unsupported-media-type",
    422: "invalid-request",
    500: "internal",
}


def problem(slug: str, detail: str, **members: Any) -> Response:
    """Make the response for a problem; members that are empty are left out."""
    problem_type = TYPES[slug]
    response = _answer(
        type_uri(slug), problem_type.title, problem_type.status or 500, detail, members
    )
    if slug == "unknown-element":
        response.headers["Cache-Control"] = "public, max-age=60"
    return response


def _answer(type_: str, title: str, status: int, detail: str, members: dict[str, Any]) -> Response:
    body = {
        "type": type_,
        "title": title,
        "status": status,
        "detail": detail,
        "instance": quote(request.path),
        "request_id": notes(request.environ).request_id,
        **{name: value for name, value in members.items() if value},
    }
    headers = {"Cache-Control": "no-store"}
    return Response(encode(body), status=status, headers=headers, content_type=MEDIA_TYPE)


def register(app: Flask) -> None:
    """Let every error of the application be answered as a problem."""
    app.register_error_handler(UnknownIdError, _unknown_id)
    app.register_error_handler(NotAnElementError, _not_an_element)
    app.register_error_handler(NotAMaterialError, _not_a_material)
    app.register_error_handler(InvalidRequestError, _invalid)
    app.register_error_handler(ColumnError, _no_column)
    app.register_error_handler(InvalidFormulaError, _invalid_formula)
    app.register_error_handler(MalformedJsonError, _malformed)
    app.register_error_handler(TooLargeError, _too_large)
    app.register_error_handler(NoRoomError, _no_room)
    app.register_error_handler(CutBodyError, _cut)
    # gunicorn parses chunks while the body is read
    app.register_error_handler(ParseException, _broken_chunks)
    app.register_error_handler(NotAcceptableError, _not_acceptable)
    app.register_error_handler(HTTPException, http_problem)
    app.register_error_handler(Exception, _unforeseen)


def _unknown_id(error: UnknownIdError) -> Response:
    slug = f"unknown-{error.kind}"
    return problem(slug, with_hint(error), suggestions=error.suggestions)


def _not_an_element(error: NotAnElementError) -> Response:
    if material := error.reading.material:
        address = f"/v1/materials/{material}"
        detail = f"The mention names a material, not an element: see {address}."
        return problem("names-a-material", detail, suggestions=[address])
    why = error.reading.problem
    if why is None:
        raise error
    candidates = [
        {"symbol": each.symbol, "reading": each.reading, "choose": each.choose}
        for each in why.candidates
    ]
    return problem(
        why.slug,
        why.detail,
        suggestions=list(why.suggestions),
        candidates=candidates,
        concept=why.concept,
    )


def _not_a_material(error: NotAMaterialError) -> Response:
    symbol = error.reading.symbol
    address = f"/v1/elements/{symbol}"
    if symbol:
        read = f"{error.mention[:80]!r} names the element {symbol}: see {address}."
        detail = " ".join([read, *error.reading.warnings])
        return problem("unknown-material", detail, suggestions=[address])
    detail = f"The data have no material called {error.mention[:80]!r}. See /v1/materials."
    why = error.reading.problem
    if why is None or why.detail.startswith("Nothing matches"):
        return problem("unknown-material", detail)
    return problem("unknown-material", f"{why.detail} {detail}")


def _invalid(error: InvalidRequestError, detail: str | None = None) -> Response:
    faults = [_placed(each) for each in error.errors]
    return problem("invalid-request", (detail or str(error))[:500], errors=faults)


def _named(fault: dict[str, str]) -> str:
    """Put the parameter, or the place in the body, before a sentence that does not name it."""
    place = (fault.get("parameter") or fault.get("pointer", "")).lstrip("/")
    return f"{place[:80]}: {fault['detail']}" if place else fault["detail"]


def _no_column(error: ColumnError) -> Response:
    place = {"parameter": error.parameter} if error.parameter else {}
    return _invalid(InvalidRequestError([{**place, "detail": str(error)}]))


def _invalid_formula(error: InvalidFormulaError) -> Response:
    return problem("invalid-formula", str(error), position=error.problem.position or 1)


def _malformed(error: MalformedJsonError) -> Response:
    return problem("malformed-json", str(error), line=error.line, column=error.column)


def _too_large(error: TooLargeError) -> Response:
    return problem("too-large", error.detail, limit=error.limit, unit=error.unit)


def _no_room(_: NoRoomError) -> Response:
    _LOG.error("no room to spool a body")
    return problem("no-room", "The disk that bodies are spooled to is full. Try again later.")


def _cut(_: CutBodyError) -> Response:
    return problem("bad-request", "The connection was closed before the end of the body.")


def _broken_chunks(error: ParseException) -> Response:
    return problem("bad-request", f"The chunks of the body are broken: {error}.")


def _not_acceptable(error: NotAcceptableError) -> Response:
    detail = f"Available here: {error}."
    return problem("not-acceptable", detail, available=error.available)


def _unforeseen(error: Exception) -> Response:
    _LOG.error(
        "unforeseen", exc_info=error, extra={"request_id": notes(request.environ).request_id}
    )
    return problem("internal", "Report the request id: the fault is the service's.")


def http_problem(error: HTTPException) -> Response:
    """Answer an error of HTTP itself; headers such as Allow are kept.

    The faults of a query or body that webargs found come as ``error.data["messages"]``.
    """
    messages = getattr(error, "data", {}).get("messages")
    if messages:
        faults = faults_of(messages)
        return _invalid(InvalidRequestError(faults), " ".join(_named(each) for each in faults))
    status = error.code or 500
    original = error.get_response()
    allowed = sorted(getattr(error, "valid_methods", None) or ())
    detail = error.description or error.name
    if status in _BY_STATUS:
        suggestions = _tidied(request.path) if status == 404 else []  # noqa: PLR2004 - Not Found
        detail = _detail(status, allowed, suggestions) or detail
        response = problem(_BY_STATUS[status], detail, allowed=allowed, suggestions=suggestions)
    else:
        # RFC 9457 has this type for a problem that its status says all about
        response = _answer("about:blank", error.name, status, detail, {})
    for name in ("Allow", "Accept", "Retry-After", "WWW-Authenticate", "Content-Range"):
        if name in original.headers:
            response.headers[name] = original.headers[name]
    return response


def _detail(status: int, allowed: list[str], suggestions: list[str]) -> str | None:
    if status == 405:  # noqa: PLR2004 - Method Not Allowed
        return f"{request.method} is not allowed here. Allowed: {', '.join(allowed)}."
    if status != 404:  # noqa: PLR2004 - Not Found
        return None
    if suggestions:
        return f"Slashes are single, and none is at the end. Did you mean {suggestions[0]}?"
    if request.path.startswith("/v1/elements/"):
        return "A mention with a slash goes to /v1/resolve?q=, percent-encoded."
    return "See / for the addresses, and /docs for the parameters."


def _tidied(path: str) -> list[str]:
    tidy = re.sub("/{2,}", "/", path).rstrip("/")
    adapter = current_app.create_url_adapter(request)
    exists = tidy not in ("", path) and adapter is not None and adapter.test(tidy, "GET")
    return [quote(tidy)] if exists else []


def _placed(error: dict[str, str]) -> dict[str, str]:
    """Say of a member where it stood in the request that is answered."""
    if "member" not in error:
        return error
    name = error["member"]
    place = {"pointer": f"/{name}"} if request.method == "POST" else {"parameter": name}
    return {**place, "detail": error["detail"]}
