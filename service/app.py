"""Makes the Flask application: routes, problems, headers, pages."""

from collections.abc import Callable

from flask import Flask

from service.api import (
    bills,
    checks,
    classify,
    comparisons,
    disagreements,
    elements,
    formulas,
    headers,
    headings,
    identify,
    materials,
    openapi,
    operations,
    problems,
    reconcile,
    records,
)
from service.api.context import Context, Site
from service.api.downloads import Downloads
from service.api.request import BODY_LIMIT
from service.catalogue import Catalogue
from service.mentions import Lexicon, Reader
from service.web import pages

BLUEPRINTS = [
    elements.blueprint,
    materials.blueprint,
    classify.blueprint,
    checks.blueprint,
    identify.blueprint,
    bills.blueprint,
    formulas.blueprint,
    headings.blueprint,
    disagreements.blueprint,
    comparisons.blueprint,
    records.blueprint,
    operations.blueprint,
]
_HERE = Site()


def create_app(
    catalogue: Catalogue,
    revision: str = "unknown",
    fault: Callable[[], str | None] = lambda: None,
    downloads: Downloads | None = None,
    site: Site = _HERE,
) -> Flask:
    """Make the application.

    Args:
        catalogue: everything there is to answer.
        revision: of the code, for ``/version``.
        fault: why the service is not ready, or None.
        downloads: the files that ``/downloads/`` offers, or None.
        site: the public address, and whom to tell of a vulnerability or a wrong claim.
    """
    app = Flask("service", static_folder=None)
    app.url_map.merge_slashes = False
    # one byte above our own limit: werkzeug cuts a chunked body at its limit in silence
    app.config["MAX_CONTENT_LENGTH"] = BODY_LIMIT + 1
    app.config["MAX_FORM_MEMORY_SIZE"] = BODY_LIMIT
    reader = Reader(Lexicon(catalogue.records))
    Context(catalogue, reader, revision, fault, downloads, site).attach(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    problems.register(app)
    headers.register(app, catalogue.records.dataset.version)
    openapi.register(app)
    reconcile.register(app)
    pages.register(app)
    return app
