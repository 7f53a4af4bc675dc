"""Requests, parsed strictly: an unknown or repeated parameter is a fault, never dropped."""

import codecs
from difflib import get_close_matches
from itertools import islice
from typing import Any

from flask import Request, request
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import RAISE, Schema, ValidationError, fields
from webargs.flaskparser import FlaskParser
from werkzeug.datastructures import MIMEAccept, MultiDict
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from service.answers.encoding import read_json
from service.api.errors import CutBodyError, TooLargeError

BODY_LIMIT = 1024 * 1024
"""Largest JSON or form body in bytes."""
_UNKNOWN_LISTED = 20


class Parser(FlaskParser):
    """webargs, made strict: unknown and repeated parameters are faults, JSON is RFC 8259."""

    DEFAULT_UNKNOWN_BY_LOCATION: dict[str, str | None] = {  # noqa: RUF012 - webargs' own way
        **FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION,
        "query": RAISE,
    }

    def load_querystring(self, req: Request, schema: Schema) -> Any:
        """Load the query; a parameter given twice must be one that repeats."""
        return _given(req.args, schema)

    def load_form(self, req: Request, schema: Schema) -> Any:
        """Load a form as strictly as a query."""
        whole_body(req)
        return _given(req.form, schema)

    def load_json(self, req: Request, schema: Schema) -> Any:
        """Load a JSON body, and refuse what only looks like one."""
        value = read_json(json_body(req).removeprefix(codecs.BOM_UTF8))
        if not isinstance(value, dict):
            needed = ", ".join(name for name, field in _by_name(schema).items() if field.required)
            raise ValidationError({"_schema": [f"The body must be a JSON object with {needed}."]})
        fields_by_name = _by_name(schema)
        # a near name costs a search each: a few are enough to put the request right
        unknown = list(
            islice((name for name in value if name not in fields_by_name), _UNKNOWN_LISTED)
        )
        if unknown:
            raise ValidationError({name: [_unknown(name, schema)] for name in unknown})
        return value


def _given(values_of: MultiDict[str, str], schema: Schema) -> dict[str, Any]:
    faults: dict[str, list[str]] = {}
    given: dict[str, Any] = {}
    fields_by_name = _by_name(schema)
    for name, values in values_of.lists():
        field = fields_by_name.get(name)
        repeats = isinstance(field, fields.List)
        if field is None:
            faults[name] = [_unknown(name, schema)]
        elif len(values) > 1 and not repeats:
            faults[name] = ["Given more than once; this parameter takes one value."]
        given[name] = values if repeats else values[0]
    if faults:
        raise ValidationError(faults)
    return given


def _by_name(schema: Schema) -> dict[str, fields.Field[Any]]:
    """Give the fields by the names they have in a request: ``from`` is no name in Python."""
    return {field.data_key or name: field for name, field in schema.fields.items()}


def _unknown(name: str, schema: Schema) -> str:
    field_names = sorted(_by_name(schema))
    near = get_close_matches(name[:80], field_names, n=1)
    if near:
        return f"Unknown parameter. Did you mean {near[0]}?"
    return f"Unknown parameter. Known here: {', '.join(field_names) or 'none'}."


PARSER = Parser()
"""The parser that every route reads its arguments with."""


class Blueprint(SmorestBlueprint):
    """flask-smorest's blueprint with the strict parser."""

    ARGUMENTS_PARSER = PARSER

    def arguments(self, schema: type[Schema], **options: Any) -> Any:
        """Declare what a route takes; of a class, webargs would make a schema a request."""
        return super().arguments(schema(), **options)


def json_body(req: Request) -> bytes:
    """Read a whole JSON body under the limit, whatever its framing.

    Raises:
        UnsupportedMediaType: the body is not declared as JSON, or is compressed.
        TooLargeError: the body is larger than the limit.
        CutBodyError: the body ended early.
    """
    refuse_compressed(req)
    if not req.is_json:
        table = " For a table, send Content-Type: text/csv." if request.path in _TABLES else ""
        raise unsupported(f"Send {_accepted()}, and name it in Content-Type.{table}")
    return whole_body(req)


def whole_body(req: Request) -> bytes:
    """Read a whole body under the limit, whatever its framing.

    Raises:
        TooLargeError, CutBodyError: as by ``json_body``.
    """
    try:
        body = req.get_data()
    except RequestEntityTooLarge:
        body = b" " * (BODY_LIMIT + 1)
    if len(body) > BODY_LIMIT:
        detail = f"A body has at most {BODY_LIMIT} bytes: split it."
        raise TooLargeError(detail, BODY_LIMIT, "bytes")
    refuse_cut(req, len(body))
    return body


def refuse_cut(req: Request, size: int) -> None:
    """Refuse a body that ended before the length that its head announced.

    Raises:
        CutBodyError: the body ended early.
    """
    if req.content_length is not None and size < req.content_length:
        raise CutBodyError


def refuse_compressed(req: Request) -> None:
    """Refuse a body with a content coding.

    Raises:
        UnsupportedMediaType: the body has a content coding.
    """
    if req.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise unsupported(
            "Send the body without Content-Encoding: the service does not decompress."
        )


_TABLES = {"/v1/classify": ("application/x-ndjson", "text/csv"), "/v1/bom": ("text/csv",)}
"""The media types beside JSON that a path reads."""


def _accepted() -> str:
    return ", ".join(["application/json", *_TABLES.get(request.path, ())])


def unsupported(detail: str, accepted: str | None = None) -> UnsupportedMediaType:
    """Make the error for a media type that is not read here; its Accept header lists the others."""
    accepted = accepted or _accepted()
    error = UnsupportedMediaType(detail)
    error.get_headers = lambda *_: [("Accept", accepted)]  # type: ignore[method-assign]  # werkzeug offers no argument for it
    return error


def best_accepted(available: list[str]) -> str | None:
    """Give the media type that the request likes best: the first where it does not say.

    Parameters make no difference: ``application/json; charset=utf-8`` is what we send.
    """
    given = request.accept_mimetypes
    if not given:
        return available[0]
    accepted = MIMEAccept([(_plain(name), quality) for name, quality in given])
    plain = {_plain(media_type): media_type for media_type in available}
    best = accepted.best_match(plain)
    return plain[best] if best else None


def _plain(media_type: str) -> str:
    return media_type.partition(";")[0].strip()
