"""Makes the OpenAPI description: flask-smorest's, completed, with examples of the real data.

A running service does not make it: it serves the committed file (``service.api.openapi``).
"""

import json
from typing import Any

from flask import Flask
from flask_smorest import Api
from marshmallow import class_registry

from schemas.problem import ProblemOut
from service.api.problems import MEDIA_TYPE
from service.app import BLUEPRINTS, create_app
from service.cli.openapi_examples import add_examples
from service.loading.build import build_catalogue

CONFIGURATION = {
    "API_TITLE": "Element classifier",
    "API_VERSION": "v1",
    "OPENAPI_VERSION": "3.1.0",
    "API_SPEC_OPTIONS": {
        "info": {
            "description": "What kind of element is this, and who says so: claims of authorities "
            "by dated edition, with their sources, positions and disagreements.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "security": [],
    },
}
_METHODS = {"get", "post"}
_PATH_PARAMETERS = {
    "mention": "A symbol, an atomic number, a name, a CAS number, an isotope or an ion.",
    "concept_id": "The concept's id.",
    "authority_id": "The authority's id.",
    "edition_id": "The edition's id.",
    "source_id": "The source's id.",
    "slug": "The last part of the problem's address.",
}
_PROBLEMS = {
    "400": "The request, or its body, cannot be read.",
    "404": "There is no such thing; the problem suggests what there is.",
    "406": "No representation that the request accepts.",
    "413": "The body or the batch is too large; the problem names the limit.",
    "415": "The body is not of a media type that is read here.",
    "422": "Understood, but not valid; the problem says what is wrong.",
    "default": "Any other problem.",
}
_REPRESENTATIONS = {
    media_type: (format_, {"type": "string", "description": description})
    for media_type, format_, description in (
        ("text/csv", "csv", "A table, its head first."),
        ("application/x-ndjson", "ndjson", "One object on each line."),
        ("text/plain", "text", "The answer in words."),
    )
}
_WIDTH = 100
_OPERATIONS_OWN = {"/livez", "/readyz", "/version"}


class _Described(Api):  # type: ignore[misc]  # flask-smorest carries no types
    """flask-smorest's API, whose errors are problems."""

    ERROR_SCHEMA = ProblemOut


def made() -> dict[str, Any]:
    """Make the description of the routes as plain data, sorted only where order means nothing."""
    app = Flask("service", static_folder=None)
    app.config.update(CONFIGURATION)
    api = _Described(app)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
    spec: dict[str, Any] = api.spec.to_dict()
    for tag in spec["tags"]:
        tag["description"] = _markdown(tag["description"])
    for path, operations in spec["paths"].items():
        for parameter in operations.get("parameters", []):
            parameter["description"] = _PATH_PARAMETERS[parameter["name"]]
        for method, operation in operations.items():
            if method in _METHODS:
                _amend(path, method, operation, operations.get("parameters", []))
    spec["components"] = _components(spec["paths"], spec["components"]["schemas"])
    add_examples(spec, create_app(build_catalogue()).test_client())
    return spec


def written(specification: dict[str, Any]) -> str:
    """Write the description as the committed file has it: what fits on a line stands on one."""
    return f"{_lines(specification, '')}\n"


def _lines(node: Any, indent: str) -> str:
    line = json.dumps(node, ensure_ascii=False)
    if len(indent) + len(line) <= _WIDTH or not isinstance(node, dict | list):
        return line
    inner = f"{indent} "
    if isinstance(node, dict):
        rows = [f"{inner}{json.dumps(name)}: {_lines(each, inner)}" for name, each in node.items()]
    else:
        rows = [f"{inner}{_lines(each, inner)}" for each in node]
    return "\n".join((line[0], ",\n".join(rows), f"{indent}{line[-1]}"))


def _markdown(docstring: str | None) -> str:
    return (docstring or "").replace("``", "`")


def _amend(path: str, method: str, operation: dict[str, Any], shared: list[Any]) -> None:
    operation.setdefault("description", operation["summary"])
    responses = {"200": operation["responses"]["200"]}
    request_types = operation.get("requestBody", {}).get("content", {})
    formats = _formats(operation)
    for media_type, (format_, schema) in _REPRESENTATIONS.items():
        if format_ in formats or media_type in request_types:
            responses["200"]["content"][media_type] = {"schema": schema}
    if method == "get" and path not in _OPERATIONS_OWN:
        responses["304"] = {"description": "Unchanged since the representation you hold."}
    codes = ["406", "default"]
    if shared:
        codes.append("404")
    if path not in _OPERATIONS_OWN:
        codes.append("422")
    if method == "post":
        codes += ["400", "413", "415"]
    for code in sorted(codes):
        responses[code] = {"$ref": f"#/components/responses/{code}"}
    operation["responses"] = responses


def _formats(operation: dict[str, Any]) -> list[str]:
    given = (row for row in operation.get("parameters", []) if row.get("name") == "format")
    return [word for row in given for word in row["schema"]["enum"]]


def _components(paths: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    responses = {code: _problem(description) for code, description in _PROBLEMS.items()}
    used: set[str] = set()
    _references([paths, responses], schemas, used)
    described = {}
    for name in sorted(used):
        shape = class_registry.get_class(name)
        described[name] = {"description": _markdown(shape.__doc__), **schemas[name]}
    return {"schemas": described, "responses": responses}


def _problem(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/ProblemOut"}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema}}}


def _references(node: Any, schemas: dict[str, Any], used: set[str]) -> None:
    if isinstance(node, list):
        for inner in node:
            _references(inner, schemas, used)
    if not isinstance(node, dict):
        return
    kind, _, name = str(node.get("$ref", "")).rpartition("/")
    if kind == "#/components/schemas" and name not in used:
        used.add(name)
        _references(schemas[name], schemas, used)
    for inner in node.values():
        _references(inner, schemas, used)
