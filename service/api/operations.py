"""The service about itself: probes, version, links, types of problem."""

from importlib.metadata import version
from typing import Any

from flask import Response

from schemas import request as queries
from schemas.problem import ProblemTypeOut, ProblemTypesOut
from schemas.response.operations import HealthOut, LinksOut, VersionOut
from service.answers.encoding import Json, encode
from service.answers.problem_types import TYPES, Type, type_uri
from service.api.context import context, default_view
from service.api.problems import problem
from service.api.request import Blueprint
from service.api.response import dump, respond_once
from service.catalogue import find

blueprint = Blueprint("service", __name__, description=__doc__)
_VERSION = version("element-classifier")
_LINKS, _TYPES, _TYPE = LinksOut(), ProblemTypesOut(), ProblemTypeOut()
LINKS = {
    "element": "/v1/elements/Sc",
    "elements": "/v1/elements",
    "material": "/v1/materials/graphite",
    "materials": "/v1/materials",
    "check": "/v1/check?element=Sc&concept=rare-earth",
    "classify": "/v1/classify",
    "resolve": "/v1/resolve?q=caesium",
    "formulas": "/v1/formulas?formula=Nd2Fe14B",
    "headers": "/v1/headers",
    "identify-list": "/v1/identify-list",
    "bom": "/v1/bom",
    "disagreements": "/v1/disagreements",
    "matrix": "/v1/matrix?concept=critical",
    "changes": "/v1/changes",
    "compare": "/v1/compare?left=eu-critical-2024&right=us-critical-2025",
    "concepts": "/v1/concepts",
    "authorities": "/v1/authorities",
    "editions": "/v1/editions",
    "sources": "/v1/sources",
    "dataset": "/v1/dataset",
    "problems": "/v1/problems",
    "openapi": "/openapi.json",
    "documentation": "/docs",
    "downloads": "/downloads/",
    "feed": "/feeds/all.atom",
    "reconcile": "/reconcile",
    "version": "/version",
}


@blueprint.get("/")
@blueprint.doc(operationId="getLinks")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, LinksOut)
def links(_: dict[str, Any]) -> Response:
    """Addresses to begin with."""
    return dump(_LINKS, {"links": LINKS})


@blueprint.get("/v1", strict_slashes=False)
@blueprint.doc(operationId="getVersionLinks")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, LinksOut)
def version_links(_: dict[str, Any]) -> Response:
    """The same addresses, where clients look for them."""
    return dump(_LINKS, {"links": LINKS})


@blueprint.get("/livez")
@blueprint.doc(operationId="getLiveness")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, HealthOut)
def livez(_: dict[str, Any]) -> Response:
    """The process answers."""
    return respond_once(encode({"status": "ok"}))


@blueprint.get("/readyz")
@blueprint.doc(operationId="getReadiness")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, HealthOut)
def readyz(_: dict[str, Any]) -> Response:
    """The data is loaded, and requests can be counted."""
    data = context().catalogue
    default_view().summaries(next(iter(data.elements)), next(iter(data.concepts)))
    if fault := context().fault():
        return problem("unavailable", fault)
    return respond_once(encode({"status": "ok"}))


@blueprint.get("/version")
@blueprint.doc(operationId="getVersion")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, VersionOut)
def versions(_: dict[str, Any]) -> Response:
    """The versions of the code and of the data."""
    parts = context()
    body = {
        "version": _VERSION,
        "data_version": parts.catalogue.records.dataset.version,
        "data_digest": parts.catalogue.digest,
        "elements_from": parts.catalogue.records.made_from,
        "revision": parts.revision,
    }
    return respond_once(encode(body))


def _type(slug: str, record: Type) -> Json:
    return {
        "type": type_uri(slug),
        "title": record.title,
        "status": record.status,
        "meaning": record.meaning,
    }


@blueprint.get("/v1/problems")
@blueprint.doc(operationId="listProblemTypes")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, ProblemTypesOut)
def problem_types(_: dict[str, Any]) -> Response:
    """Every type of problem."""
    return dump(_TYPES, {"problems": [_type(slug, each) for slug, each in TYPES.items()]})


@blueprint.get("/v1/problems/<slug>")
@blueprint.doc(operationId="getProblemType")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, ProblemTypeOut)
def problem_type(_: dict[str, Any], slug: str) -> Response:
    """The meaning of one type of problem."""
    return dump(_TYPE, _type(slug, find("problem", TYPES, slug)))
