"""The Reconciliation Service API's own schemas and examples, as their licence allows."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7
from werkzeug.test import Client, TestResponse

FOLDER = Path(__file__).resolve().parent.parent / "api" / "reconciliation"
STABLE, DRAFT = "0.2", "1.0-draft"
MATCH, EXTEND = "/reconcile/1.0-draft/match", "/reconcile/1.0-draft/extend"


@cache
def _registry(version: str) -> Registry[Any]:
    schemas = [_read(path) for path in sorted((FOLDER / version / "schemas").glob("*.json"))]
    return Registry().with_resources(
        (schema["$id"], DRAFT7.create_resource(schema)) for schema in schemas
    )


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def faults(version: str, name: str, body: Any) -> list[str]:
    """List the faults of a body by one of the schemas."""
    schema = _read(FOLDER / version / "schemas" / f"{name}.json")
    checker = Draft7Validator(schema, registry=_registry(version))
    return [f"{error.json_path}: {error.message[:200]}" for error in checker.iter_errors(body)]


def examples(version: str, name: str, kind: str) -> dict[str, Any]:
    """Give the examples that the specification calls ``valid`` or ``invalid``, by file."""
    folder = FOLDER / version / "examples" / name / kind
    return {path.stem: _read(path) for path in sorted(folder.glob("*.json"))}


def post(client: Client, body: Any, field: str = "queries") -> TestResponse:
    return client.post("/reconcile", data={field: json.dumps(body)})


def results(client: Client, query: dict[str, Any]) -> list[dict[str, Any]]:
    """Ask one query, and give its candidates."""
    response = post(client, {"q0": query})
    assert response.status_code == 200, response.get_data(as_text=True)
    assert faults(STABLE, "reconciliation-result-batch", response.json) == []
    found: list[dict[str, Any]] = response.json["q0"]["result"]
    return found


def extended(client: Client, ids: list[str], *asked: dict[str, Any]) -> dict[str, Any]:
    body = {"ids": ids, "properties": list(asked)}
    assert faults(STABLE, "data-extension-query", body) == []
    response = post(client, body, "extend")
    assert response.status_code == 200, response.get_data(as_text=True)
    assert faults(STABLE, "data-extension-response", response.json) == []
    return dict(response.json or {})


def fault(response: TestResponse, status: int = 422) -> dict[str, str]:
    """Give the one fault of a request."""
    assert response.status_code == status
    (found,) = response.json["errors"]
    return dict(found)
