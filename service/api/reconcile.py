"""``/reconcile``: OpenRefine's Reconciliation Service API, version 0.2 and the draft of 1.0.

Its own specification describes these routes, so the OpenAPI description does not.
"""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Flask, Response, request
from marshmallow import Schema

from schemas import reconciliation as shapes
from schemas.request import NoQuery
from service.answers import properties, reconciliation, suggestions
from service.answers.encoding import Json, encode, read_json
from service.api.bulk.scheduling import in_slices
from service.api.context import base_address, catalogue, context
from service.api.errors import InvalidRequestError, check_count
from service.api.extension import extended, loaded
from service.api.request import (
    PARSER,
    json_body,
    refuse_compressed,
    unsupported,
)
from service.api.response import respond, respond_once
from service.mentions import Options, Reading

_FORM = "application/x-www-form-urlencoded"
_SUGGESTED = 20
_QUERY, _DRAFT_QUERY = shapes.QueryIn(), shapes.DraftQueryIn()


def register(app: Flask) -> None:
    """Serve both versions, each under a root of its own."""
    stable = Blueprint("reconcile", __name__, url_prefix=reconciliation.ROOT)
    stable.add_url_rule("", view_func=endpoint, methods=["GET", "POST"])
    draft = Blueprint("reconcile-draft", __name__, url_prefix=reconciliation.DRAFT_ROOT)
    draft.add_url_rule("", view_func=draft_manifest)
    draft.add_url_rule("/match", view_func=draft_match, methods=["POST"])
    draft.add_url_rule("/extend", view_func=draft_extend, methods=["POST"])
    for blueprint in (draft, stable):
        blueprint.add_url_rule("/suggest/<any(entity, property, type):kind>", view_func=suggest)
        blueprint.add_url_rule("/extend/propose", view_func=propose)
        app.register_blueprint(blueprint)


def endpoint() -> Response:
    """Answer the manifest, a batch of queries, or a data extension."""
    given = _parameters()
    if "queries" in given:
        body = _batch(_object(given["queries"], "queries"))
    elif "extend" in given:
        meta, rows = extended(_object(given["extend"], "extend"))
        body = {"meta": meta, "rows": rows}
    elif request.method == "POST":
        detail = "Send a form with a field queries or extend, whose value is JSON."
        raise InvalidRequestError([{"pointer": "/queries", "detail": detail}])
    else:
        body = reconciliation.manifest(catalogue(), base_address(), shapes.BATCH_LIMIT)
    return respond_once(encode(body)) if request.method == "POST" else respond(encode(body))


def _parameters() -> dict[str, str]:
    """Give the parameters of a GET, or the fields of a form."""
    schema = shapes.ReconcileQuery()
    if request.method != "POST":
        return _parsed(schema)
    _parsed(NoQuery())
    refuse_compressed(request)
    if request.mimetype != _FORM:
        raise unsupported(f"Send {_FORM} with a field queries or extend.", _FORM)
    return dict(PARSER.parse(schema, request, location="form"))


def _parsed(schema: Schema) -> dict[str, Any]:
    return dict(PARSER.parse(schema, request, location="query"))


def _object(text: str, name: str) -> Json:
    value = read_json(text.encode())
    if not isinstance(value, dict):
        raise InvalidRequestError([{"member": name, "detail": "A JSON object."}])
    return value


def _batch(queries: Json) -> Json:
    check_count(len(queries), shapes.BATCH_LIMIT, "queries")
    loaded_queries = {name: loaded(_QUERY, query, f"/{name}") for name, query in queries.items()}
    return {
        name: {"result": _candidates(query)} for name, query in in_slices(loaded_queries.items())
    }


def _candidates(query: Json) -> list[Json]:
    mentions = [
        v for each in query.get("properties", ()) if _is_read(each["pid"]) for v in each["v"]
    ]
    texts = [query["query"], *mentions] if "query" in query else mentions
    return _of_texts(texts, query.get("type", ()), query.get("limit"))


def _is_read(property_id: str | None) -> bool:
    return property_id in properties.READABLE


def _of_texts(texts: Sequence[Any], types: Sequence[str], limit: int | None) -> list[Json]:
    options = Options(material=list(types) == ["material"])
    readings = [_read(text, options) for text in texts]
    most = limit or shapes.CANDIDATES_LIMIT
    return reconciliation.candidates(catalogue(), readings, types, most)


def _read(value: Any, options: Options) -> Reading:
    return context().reader.read(value, options, suggest=False)


def draft_match() -> Response:
    """Answer a batch of the draft's queries, in their order."""
    _parsed(NoQuery())
    body = loaded(shapes.DraftBatchIn(), read_json(json_body(request)))
    check_count(len(body["queries"]), shapes.BATCH_LIMIT, "queries")
    loaded_queries = [
        loaded(_DRAFT_QUERY, query, f"/queries/{place}")
        for place, query in enumerate(body["queries"])
    ]
    results = [{"candidates": _draft_candidates(query)} for query in in_slices(loaded_queries)]
    return respond_once(encode({"results": results}))


def _draft_candidates(query: Json) -> list[Json]:
    texts = [
        value
        for condition in query["conditions"]
        if condition["matchType"] != "property" or _is_read(condition["propertyId"])
        for value in condition["propertyValue"]
    ]
    types = [query["type"]] if "type" in query else []
    return _of_texts(texts, types, query.get("limit"))


def draft_extend() -> Response:
    """Answer a data extension of the draft: rows in the order of the ids."""
    _parsed(NoQuery())
    meta, rows = extended(read_json(json_body(request)))
    listed = [
        {
            "id": id_,
            "properties": [{"id": name, "values": values} for name, values in row.items()],
        }
        for id_, row in rows.items()
    ]
    return respond_once(encode({"meta": meta, "rows": listed}))


def draft_manifest() -> Response:
    """Answer the manifest of the draft."""
    _parsed(NoQuery())
    return respond(
        encode(reconciliation.draft_manifest(catalogue(), base_address(), shapes.BATCH_LIMIT))
    )


def suggest(kind: str) -> Response:
    """Answer suggestions of entities, properties or types."""
    given = _parsed(shapes.SuggestQuery())
    prefix, of_type = given["prefix"], given.get("type")
    if kind == "entity":
        matches = suggestions.entities(catalogue(), prefix, of_type)
    elif kind == "property":
        matches = suggestions.properties(catalogue(), prefix, of_type)
    else:
        matches = suggestions.types(prefix)
    start = given.get("offset", given.get("cursor", 0))
    result = matches[start : start + given.get("limit", _SUGGESTED)]
    return respond(encode({"result": result}))


def propose() -> Response:
    """Answer the properties of a type."""
    given = _parsed(shapes.ProposeQuery())
    proposals = properties.proposals(catalogue(), given.get("type") or None)
    return respond(encode({**given, "properties": proposals[: given.get("limit")]}))
