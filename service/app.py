"""Registers routes, problems and hooks: nothing else."""

import hashlib
from typing import cast

from flask import Flask, Response
from flask_smorest import Api
from werkzeug.exceptions import HTTPException

from schemas.problem import ProblemOut
from service import arrival, hooks, openapi, problems
from service.access import Access
from service.api import disagreements, elements, mentions, operations, parsing, questions, records
from service.api.context import Context
from service.catalogue import Catalogue, position_lines
from service.front import Front
from service.mentions import Lexicon, Reader
from service.metrics import Metrics
from service.ready import default_paths, prepare
from service.settings import Settings
from service.web import pages

BLUEPRINTS = [
    elements.blueprint,
    mentions.blueprint,
    disagreements.blueprint,
    questions.blueprint,
    records.blueprint,
    operations.blueprint,
]


class ProblemApi(Api):  # type: ignore[misc]  # flask-smorest carries no types
    """flask-smorest's API, whose errors are problems."""

    ERROR_SCHEMA = ProblemOut

    def handle_http_exception(self, error: HTTPException) -> Response:
        """Answer an error of HTTP itself."""
        return problems.http_problem(error)


def create_app(catalogue: Catalogue, settings: Settings) -> Flask:
    """Make the application.

    Args:
        catalogue: everything there is to answer.
        settings: how it runs.
    """
    app = Flask("service", static_folder=None)
    app.json.sort_keys = False  # type: ignore[attr-defined]  # of the default provider
    app.url_map.merge_slashes = False
    app.config.update(
        openapi.CONFIGURATION,
        MAX_CONTENT_LENGTH=parsing.BODY_LIMIT + 1,
        MAX_FORM_MEMORY_SIZE=parsing.BODY_LIMIT + 1,
    )
    reader = Reader(Lexicon(catalogue.records))
    Context(catalogue, reader, settings, digest(catalogue)).attach(app)
    api = ProblemApi(app)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
    app.wsgi_app = Front(  # type: ignore[method-assign]  # Flask's way of adding a layer
        app.wsgi_app, Access(on=settings.log_level in ("DEBUG", "INFO")), Metrics(settings.metrics)
    )
    problems.register(app)
    arrival.register(app)
    hooks.register(app, catalogue.records.dataset.version)
    specification = openapi.describe(api)
    openapi.register(app, specification)
    pages.register(app, specification)
    return app


def make_ready(app: Flask, catalogue: Catalogue) -> None:
    """Let the answers that need no parameter be found before Flask's dispatch."""
    front = cast("Front", app.wsgi_app)
    front.ready = prepare(app, front.inner, default_paths(catalogue))


def digest(catalogue: Catalogue) -> str:
    """Give the SHA-256, in hexadecimal, over every position of every edition."""
    text = "\n".join(position_lines(catalogue))
    return hashlib.sha256(text.encode()).hexdigest()
