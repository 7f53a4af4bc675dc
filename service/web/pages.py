"""Pages for people: server-rendered, nothing loaded from elsewhere."""

from typing import Any

from flask import Blueprint, Flask, Response, render_template

from service.api.respond import answer

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HTML = "text/html; charset=utf-8"


def page(template: str, **values: Any) -> Response:
    """Render a page under the pages' own content security policy."""
    response = answer(render_template(template, **values).encode(), media_type=HTML)
    response.headers["Content-Security-Policy"] = _POLICY
    return response


def register(app: Flask, specification: dict[str, Any]) -> None:
    """Serve the pages; the documentation is made of the OpenAPI description."""
    blueprint = Blueprint(
        "web",
        __name__,
        template_folder="templates",
        static_folder="assets",
        static_url_path="/assets",
    )
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, operations in specification["paths"].items():
        for method in ("get", "post"):
            if method in operations:
                entry = {"path": path, "method": method.upper(), **operations[method]}
                entry["parameters"] = [
                    *operations.get("parameters", []),
                    *entry.get("parameters", []),
                ]
                groups.setdefault(entry["tags"][0], []).append(entry)

    @blueprint.get("/docs")
    def docs() -> Response:
        return page("docs.html", info=specification["info"], groups=groups)

    app.register_blueprint(blueprint)
