"""Registers routes, problems and hooks: nothing else."""

from flask import Flask

from service import arrival, description, hooks, problems
from service.access import Access
from service.answers.records import written_records
from service.api import bodies, disagreements, elements, mentions, operations, questions, records
from service.api.context import Context
from service.api.direct import Direct
from service.catalogue import Catalogue
from service.front import Front
from service.lookups import Lookups
from service.mentions import Lexicon, Reader
from service.metrics import Metrics
from service.ready import Made
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


NOTHING_MADE = Made()


def create_app(catalogue: Catalogue, settings: Settings, made: Made = NOTHING_MADE) -> Flask:
    """Make the application.

    Args:
        catalogue: everything there is to answer.
        settings: how it runs.
        made: what was made beforehand.
    """
    app = Flask("service", static_folder=None)
    app.json.sort_keys = False  # type: ignore[attr-defined]  # of the default provider
    app.url_map.merge_slashes = False
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = bodies.BODY_LIMIT + 1
    reader = Reader(made.lexicon or Lexicon(catalogue.records))
    parts = Context(catalogue, reader, settings, made)
    parts.attach(app)
    written_records(catalogue)  # before the fork, so that workers share them
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    version = catalogue.records.dataset.version
    asked = Direct(parts, BLUEPRINTS, hooks.always(version))
    app.wsgi_app = Front(  # type: ignore[method-assign]  # Flask's way of adding a layer
        app.wsgi_app,
        Lookups(made.answers, asked.ask),
        Access(on=settings.log_level in ("DEBUG", "INFO")),
        Metrics(settings.metrics),
    )
    problems.register(app)
    arrival.register(app)
    hooks.register(app, version)
    description.register(app)
    pages.register(app, settings.cache)
    return app
