"""``/docs``: the API as a page, made of its OpenAPI description."""

from typing import Any

from flask import Blueprint, Response, request

from service.web.rendering import page


def add(blueprint: Blueprint, specification: dict[str, Any]) -> None:
    """Serve the documentation."""
    groups = operations_by_tag(specification)

    @blueprint.get("/docs")
    def docs() -> Response:
        base = request.host_url.rstrip("/")
        return page("docs.html", info=specification["info"], groups=groups, base=base)


def operations_by_tag(specification: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Arrange the operations of a description by tag, each with all its parameters."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, operations in specification["paths"].items():
        for method in ("get", "post"):
            if method in operations:
                entry = {"path": path, "method": method.upper(), **operations[method]}
                shared = operations.get("parameters", [])
                entry["parameters"] = [*shared, *entry.get("parameters", [])]
                groups.setdefault(entry["tags"][0], []).append(entry)
    return groups
