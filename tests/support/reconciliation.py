"""The Reconciliation Service API's own schemas and examples, as their licence allows."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

FOLDER = Path(__file__).resolve().parent.parent / "api" / "reconciliation"
STABLE, DRAFT = "0.2", "1.0-draft"


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
