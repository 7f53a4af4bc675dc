"""Registers the pages, the error pages and the assets."""

import json
from typing import Any

from flask import Blueprint, Flask, Response, request

from service.api.context import base_address, catalogue
from service.api.problems import MEDIA_TYPE
from service.web import (
    docs,
    phrases,
    routes,
    routes_classify,
    routes_downloads,
    routes_feeds,
    routes_lists,
    routes_reconcile,
    routes_records,
    routes_report,
    routes_sharing,
    routes_site,
)
from service.web.legend import QUIET
from service.web.parameters import on_a_page, prefers_html
from service.web.rendering import HTML, asset, dressed, rendered
from service.web.views.structured_data import ABOUT

_A_YEAR = 31_536_000


def register(app: Flask) -> None:
    """Serve the pages."""
    blueprint = Blueprint(
        "web",
        __name__,
        template_folder="templates",
        static_folder="assets",
        static_url_path="/assets",
    )
    routes.add(blueprint)
    routes_records.add(blueprint)
    routes_lists.add(blueprint)
    routes_report.add(blueprint)
    routes_sharing.add(blueprint)
    routes_classify.add(blueprint)
    routes_downloads.add(blueprint)
    routes_reconcile.add(blueprint)
    routes_feeds.add(blueprint)
    routes_site.add(blueprint)
    docs.add(blueprint)
    app.jinja_env.filters["code"] = docs.code
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.register_blueprint(blueprint)
    app.context_processor(_globals)
    app.before_request(routes.table_at_root)
    app.after_request(_problem_page)
    app.after_request(_cache_asset)


def _globals() -> dict[str, Any]:
    data = catalogue()
    return {
        "asset": asset,
        "about": ABOUT,
        "base": base_address(),
        "canonical": _canonical(),
        "phrases": phrases,
        "dataset": data.records.dataset,
        "released": data.released.isoformat(),
        "catalogue": data,
        "quiet": QUIET,
    }


def _canonical() -> str | None:
    """Give the path that stands for every view of a page; none where a query makes another."""
    of_record = request.path.count("/") > 1
    return request.path if of_record or not request.args else None


def _problem_page(response: Response) -> Response:
    """Answer a problem on a page's path as a page, to whoever would rather have one."""
    if response.mimetype != MEDIA_TYPE or not on_a_page():
        return response
    response.headers.add("Vary", "Accept")
    if not prefers_html():
        return response
    problem = json.loads(response.get_data())
    typed = (request.view_args or {}).get("mention")
    response.set_data(rendered("problem.html", problem=problem, typed=typed))
    response.content_type = HTML
    return dressed(response)


def _cache_asset(response: Response) -> Response:
    if request.endpoint == "web.static" and request.args.get("v"):
        response.headers["Cache-Control"] = f"public, max-age={_A_YEAR}, immutable"
    return response
