"""``/docs``: the OpenAPI description as a page, with tested examples."""

from pathlib import Path
from typing import Any

from flask import Blueprint, Response
from markupsafe import Markup, escape

from service.api.context import base_address
from service.api.openapi import specification
from service.web.rendering import page

EXAMPLES = Path(__file__).parent / "examples"
BASE = "http://127.0.0.1:8000"
"""The address in the example files; the page puts its own in its place."""
_TITLES = {
    "curl.txt": "curl",
    "python.txt": "Python, standard library only",
    "r.txt": "R",
    "sheet.txt": "A spreadsheet",
}


def add(blueprint: Blueprint) -> None:
    """Serve the documentation."""

    @blueprint.get("/docs")
    def docs() -> Response:
        described = specification()
        return page(
            "docs.html",
            info=described["info"],
            groups=operations_by_tag(described),
            examples=examples(base_address()),
        )


def examples(base: str) -> list[tuple[str, str, str]]:
    """Give each example's id, title and text, with the service's own address in it."""
    return [
        (name.partition(".")[0], title, (EXAMPLES / name).read_text("utf-8").replace(BASE, base))
        for name, title in _TITLES.items()
    ]


def code(text: str) -> Markup:
    """Put the parts of a text between backticks into code elements."""
    parts = [str(escape(part)) for part in text.split("`")]
    inside = (f"<code>{part}</code>" if at % 2 else part for at, part in enumerate(parts))
    return Markup("".join(inside))  # noqa: S704 - every part is escaped


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
