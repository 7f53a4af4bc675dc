"""The service about itself: probes, version, links, types of problem."""

from importlib.metadata import version
from typing import Any

from flask import Response

from schemas import request as asked
from service.answers.writing import Json, encode
from service.api.context import context
from service.api.direct import direct
from service.api.parsing import Blueprint
from service.api.respond import Answer, answer
from service.catalogue import find
from service.problem_types import TYPES, Type, type_uri

blueprint = Blueprint("service", __name__, description=__doc__)
_VERSION = version("element-classifier")
LINKS = {
    "element": "/v1/elements/Sc",
    "elements": "/v1/elements",
    "classify": "/v1/classify",
    "resolve": "/v1/resolve?q=caesium",
    "disagreements": "/v1/disagreements",
    "concepts": "/v1/concepts",
    "authorities": "/v1/authorities",
    "editions": "/v1/editions",
    "sources": "/v1/sources",
    "problems": "/v1/problems",
    "openapi": "/openapi.json",
    "documentation": "/docs",
    "version": "/version",
}


@blueprint.get("/")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.response(200, "LinksOut")
def links(_: dict[str, Any]) -> Response:
    """Where to go."""
    return answer(encode({"links": LINKS}))


@direct(blueprint, "/livez", asked.NoQuery, "HealthOut")
def livez(_: dict[str, Any]) -> Answer:
    """The process answers."""
    return _of_the_moment({"status": "ok"})


@direct(blueprint, "/readyz", asked.NoQuery, "HealthOut")
def readyz(_: dict[str, Any]) -> Answer:
    """The data is loaded: an answer can be looked up."""
    known = context().catalogue
    known.default.summaries(next(iter(known.elements)), next(iter(known.concepts)))
    return _of_the_moment({"status": "ok"})


@direct(blueprint, "/version", asked.NoQuery, "VersionOut")
def versions(_: dict[str, Any]) -> Answer:
    """Which code and which data answer."""
    parts = context()
    return _of_the_moment(
        {
            "version": _VERSION,
            "data_version": parts.catalogue.records.dataset.version,
            "data_digest": parts.catalogue.digest,
            "elements_from": parts.catalogue.records.made_from,
            "revision": parts.settings.revision,
        }
    )


def _of_the_moment(body: Json) -> Answer:
    return Answer((encode(body),), lasting=False)


def _type(slug: str, known: Type) -> Json:
    return {
        "type": type_uri(slug),
        "title": known.title,
        "status": known.status,
        "meaning": known.meaning,
    }


@blueprint.get("/v1/problems")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.response(200, "ProblemTypesOut")
def problem_types(_: dict[str, Any]) -> Response:
    """Every type of problem."""
    found = [_type(slug, known) for slug, known in TYPES.items()]
    return answer(encode({"problems": found}))


@blueprint.get("/v1/problems/<slug>")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.response(200, "ProblemTypeOut")
def problem_type(_: dict[str, Any], slug: str) -> Response:
    """What one type of problem means."""
    return answer(encode(_type(slug, find("problem", TYPES, slug))))
