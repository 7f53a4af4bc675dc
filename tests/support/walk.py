"""Addresses of every operation that the description lists, found by following it."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

from werkzeug.test import Client

from service.api.openapi import specification
from tests.support.shapes import validated

WORDS: dict[str, str] = {
    "q": "caesium",
    "element": "caesium",
    "formula": "NdFeB",
    "concept": "rare-earth",
    "left": "izvestia-2025",
    "right": "mnr-russia-2025-izvestia",
}
"""A value for each required parameter of a query."""
QUERIES: dict[str, str] = {
    "/v1/compare": "left=izvestia-2025&right=mnr-russia-2025-izvestia&concept=rare-metal"
}
"""Whole queries, where one parameter depends on another."""
BODIES: dict[str, dict[str, Any]] = {
    "/v1/classify": {"items": ["Sc", "REE", None]},
    "/v1/headers": {"headers": ["Al2O3_pct", "Cu_ppm_ICPMS", "LOI", None]},
    "/v1/check": {"checks": [{"element": "Sc", "concept": "rare-earth"}, {}]},
    "/v1/bom": {"rows": [{"name": "Copper", "formula": "Cu"}, {"formula": "?"}, 1]},
    "/v1/identify-list": {"items": ["Ga", "Ge", "REE", None]},
}
"""A body for each operation that takes one."""


def paths() -> dict[str, Any]:
    """Give the paths of the description."""
    return specification()["paths"]  # type: ignore[no-any-return]


def plain_gets() -> list[str]:
    """List the addresses of every GET whose path has no parameter, required queries filled."""
    return [
        f"{path}{_query(path, operations['get'])}"
        for path, operations in paths().items()
        if "get" in operations and "{" not in path
    ]


def _query(path: str, operation: dict[str, Any]) -> str:
    if path in QUERIES:
        return f"?{QUERIES[path]}"
    needed = [p["name"] for p in operation.get("parameters", []) if p.get("required")]
    untold = [name for name in needed if name not in WORDS]
    assert not untold, f"tests/support/walk.py needs a value for {untold} of {path}"
    return f"?{urlencode({name: WORDS[name] for name in needed})}" if needed else ""


def posts() -> dict[str, dict[str, Any]]:
    """Give a body for the address of every POST."""
    found = [path for path, operations in paths().items() if "post" in operations]
    untold = [path for path in found if path not in BODIES]
    assert not untold, f"tests/support/walk.py needs a body for {untold}"
    return {path: BODIES[path] for path in found}


def members(client: Client) -> Iterator[str]:
    """Give the addresses of every member of every collection, as the collection lists them.

    ``/v1/editions/{edition_id}`` is a member of ``/v1/editions``, which lists ``editions``.
    """
    for path, operations in paths().items():
        collection, _, parameter = path.rpartition("/")
        if "get" not in operations or not parameter.startswith("{"):
            continue
        assert "{" not in collection, f"tests/support/walk.py cannot walk {path}"
        listed = validated(client.get(collection)).json[collection.rpartition("/")[2]]
        assert listed, f"{collection} lists nothing"
        for record in listed:
            yield f"{collection}/{quote(_name(record), safe='')}"


def _name(record: dict[str, Any]) -> str:
    for key in ("id", "symbol", "type"):
        if key in record:
            return str(record[key]).rpartition("/")[2]
    raise AssertionError(f"tests/support/walk.py finds no name in {sorted(record)}")
