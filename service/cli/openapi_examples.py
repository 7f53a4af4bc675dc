"""Examples for the description: requests, and the answers of the real data, cut short."""

import json
from typing import Any

from flask.testing import FlaskClient

from service.answers.encoding import encode
from service.api.response import JSON, NDJSON

ENTRIES = 2
"""Entries that an example keeps of each list and map; one, where it is long with two."""
LONG = 3_000
"""Length in bytes from which an example is long."""
REQUESTS: dict[str, dict[str, Any]] = {
    "getElement": {"mention": "Sc", "concept": ["rare-earth"]},
    "listElements": {"concept": ["rare-earth"], "disputed": True},
    "classifyMentions": {},
    "readHeaders": {},
    "resolveMentions": {"q": ["caesium", "Sc_ppm"]},
    "checkOne": {"element": "Sc", "concept": "rare-earth"},
    "checkMany": {},
    "identifyList": {},
    "classifyBillOfMaterials": {},
    "getFormula": {"formula": "Nd2Fe14B", "concept": ["rare-earth"]},
    "listDisagreements": {"element": "Sc", "concept": ["rare-earth"]},
    "getMatrix": {"concept": "rare-earth", "kind": ["survey"]},
    "listChanges": {"concept": ["critical"], "from": "2020-01-01"},
    "compareEditions": {"left": "eu-critical-2024", "right": "us-critical-2025"},
    "listMaterials": {},
    "getMaterial": {"mention": "natural graphite", "concept": ["critical"]},
    "listConcepts": {},
    "getConcept": {"concept_id": "rare-earth"},
    "listAuthorities": {},
    "getAuthority": {"authority_id": "iupac"},
    "listEditions": {},
    "getEdition": {"edition_id": "iupac-2005"},
    "listSources": {},
    "getSource": {"source_id": "iupac-red-book-2005-p51"},
    "getDataset": {},
    "getLinks": {},
    "getVersionLinks": {},
    "getLiveness": {},
    "getReadiness": {},
    "getVersion": {},
    "listProblemTypes": {},
    "getProblemType": {"slug": "ambiguous-mention"},
}
"""The parameters of each operation's example, by name."""
BODIES: dict[str, dict[str, Any]] = {
    "classifyMentions": {"items": ["Sc", "REE"], "concept": ["rare-earth"]},
    "readHeaders": {"headers": ["Al2O3_pct", "Cu_ppm_ICPMS"]},
    "checkMany": {"checks": [{"element": "Sc", "concept": "rare-earth"}]},
    "classifyBillOfMaterials": {
        "rows": [{"name": "Copper", "cas": "7440-50-8", "mass_percent": 9.74}],
        "concept": ["critical"],
        "jurisdiction": ["EU"],
    },
    "identifyList": {"items": ["Ga", "Ge"], "concept": ["export-controlled"]},
}
"""The JSON body of each operation's example."""
SHAPES: dict[str, tuple[str, dict[str, Any]]] = {
    "CheckedOut": ("answer", {}),
    "ClassifySummaryOut": ("summary", {"summary": True}),
    "ReceiptOut": ("receipt", {"receipt": True}),
}
"""A name for each shape, and the parameter or member that asks for it; else ``detail`` does."""
PROBLEMS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "400": ("POST", "/v1/check", {"data": '{"checks": [', "content_type": "application/json"}),
    "404": ("GET", "/v1/elements/Scandum", {}),
    "406": ("GET", "/v1/elements/Sc", {"headers": {"Accept": "image/png"}}),
    "413": ("POST", "/v1/check", {"json": {"checks": [None] * 1001}}),
    "415": ("POST", "/v1/classify", {"data": "Sc", "content_type": "text/plain"}),
    "422": ("GET", "/v1/elements/Sc", {"query_string": {"concept": "rare-earths-of-all"}}),
    "default": ("DELETE", "/v1/elements/Sc", {}),
}
"""A request for each problem, by its status in the description."""
_REQUEST_ID = "3f6c1d0e9a7b4c52"
"""The server gives each request an id; the application by itself does not."""
_LINES = {"text/csv": 3, NDJSON: 2, "text/plain": 2}
Schema = dict[str, Any]


class NoExampleError(Exception):
    """A request of an example was refused."""


def add_examples(specification: dict[str, Any], client: FlaskClient) -> None:
    """Add an example to every parameter, body and answer that has one, in place.

    Args:
        specification: the description, with its components.
        client: of the application over the real data.

    Raises:
        NoExampleError: the application refuses a request of an example.
    """
    schemas = specification["components"]["schemas"]
    for path, operations in specification["paths"].items():
        shared = operations.get("parameters", [])
        for method in ("get", "post"):
            if method in operations:
                operation = operations[method]
                _add_requests(operation, shared)
                _Answers(client, method, path, operation, schemas).add()
    for status, (method, path, request) in PROBLEMS.items():
        answer = client.open(path, method=method, **request)
        response = specification["components"]["responses"][status]
        example = {**answer.get_json(), "request_id": _REQUEST_ID}
        response["content"][answer.mimetype]["example"] = example


def _add_requests(operation: dict[str, Any], shared: list[dict[str, Any]]) -> None:
    parameters = REQUESTS[operation["operationId"]]
    for parameter in (*shared, *operation.get("parameters", [])):
        if parameter["name"] in parameters:
            parameter["example"] = parameters[parameter["name"]]
    if "requestBody" in operation:
        body = BODIES[operation["operationId"]]
        operation["requestBody"]["content"][JSON]["example"] = body


class _Answers:
    """Asks for the answers of one operation."""

    def __init__(
        self,
        client: FlaskClient,
        method: str,
        path: str,
        operation: dict[str, Any],
        schemas: dict[str, Schema],
    ) -> None:
        parameters = REQUESTS[operation["operationId"]]
        self._client, self._method = client, method
        self._path = path.format(**parameters)
        self._query = {
            name: value for name, value in parameters.items() if f"{{{name}}}" not in path
        }
        self._body = BODIES.get(operation["operationId"])
        self._bodies = operation.get("requestBody", {}).get("content", {})
        self._content = operation["responses"]["200"]["content"]
        self._schemas = schemas

    def add(self) -> None:
        for media_type, content in self._content.items():
            schema = content["schema"]
            if media_type != JSON:
                content["example"] = self._text(media_type)
            elif "anyOf" in schema:
                shapes = [(*asked_by(shape), shape) for shape in schema["anyOf"]]
                content["examples"] = {
                    name: {"value": self._json(shape, **choice)} for name, choice, shape in shapes
                }
            else:
                content["example"] = self._json(schema)

    def _json(self, schema: Schema, **more: Any) -> Any:
        if self._body is None:
            answer = self._answer(JSON, query_string=_words({**self._query, **more}))
        else:
            answer = self._answer(JSON, json={**self._body, **more})
        short = cut(answer.json, schema, self._schemas)
        if len(encode(short)) < LONG:
            return short
        return cut(answer.json, schema, self._schemas, 1)

    def _text(self, media_type: str) -> str:
        if self._body is None:
            answer = self._answer(media_type, query_string=_words(self._query))
        else:
            body = self._bodies[media_type]["example"]
            answer = self._answer(media_type, data=body, content_type=media_type)
        lines = answer.text.splitlines(keepends=True)
        if media_type == NDJSON:
            lines = [encode(cut(json.loads(line), {}, {})).decode() for line in lines]
        return "".join(lines[: _LINES[media_type]])

    def _answer(self, media_type: str, **request: Any) -> Any:
        answer = self._client.open(
            self._path, method=self._method, headers={"Accept": media_type}, **request
        )
        if answer.status_code != 200:  # noqa: PLR2004 - OK
            raise NoExampleError(f"{self._method} {self._path}: {answer.text}")
        return answer


def _words(query: dict[str, Any]) -> dict[str, Any]:
    """Write true and false as a query has them."""
    return {
        name: str(value).lower() if isinstance(value, bool) else value
        for name, value in query.items()
    }


def asked_by(shape: Schema) -> tuple[str, dict[str, Any]]:
    """Give the name of one shape of an answer, and the parameter or member that asks for it."""
    name = shape["$ref"].rpartition("/")[2]
    detail = "brief" if name.startswith("Brief") else "full"
    return SHAPES.get(name, (detail, {"detail": detail}))


def cut(value: Any, schema: Schema, schemas: dict[str, Schema], entries: int = ENTRIES) -> Any:
    """Cut every list and map of an answer short, and keep it valid.

    Args:
        value: the answer, or a part of it.
        schema: its own.
        schemas: the components, by name.
        entries: the most entries of each list and map. Maps keep those that the rest of the answer
            names, where they can.
    """
    schema = _resolved(schema, schemas)
    if isinstance(value, list):
        inner = schema.get("items", {})
        return [cut(each, inner, schemas, entries) for each in value[:entries]]
    if not isinstance(value, dict):
        return value
    shapes = {
        name: _resolved(schema.get("properties", {}).get(name, {}), schemas) for name in value
    }
    short = {
        name: cut(each, shapes[name], schemas, entries)
        for name, each in value.items()
        if "additionalProperties" not in shapes[name]
    }
    for name in value:
        if name not in short:
            named = json.dumps(short)
            keys = sorted(value[name], key=lambda key: f'"{key}"' not in named)[:entries]
            inner = shapes[name]["additionalProperties"]
            short[name] = {k: cut(value[name][k], inner, schemas, entries) for k in keys}
    return {name: short[name] for name in value}


def _resolved(schema: Schema, schemas: dict[str, Schema]) -> Schema:
    """Give the schema that a reference, or the nullable form of one, stands for."""
    for choice in schema.get("anyOf", []):
        if "$ref" in choice:
            schema = choice
    if "$ref" in schema:
        return schemas[schema["$ref"].rpartition("/")[2]]
    return schema
