"""``/v1/concepts``, ``/v1/authorities``, ``/v1/editions``, ``/v1/sources``: the records."""

from typing import Any

from flask import Response

from schemas import request as queries
from schemas.response import details as shapes
from service.answers import details
from service.answers.elements import envelope
from service.answers.encoding import Json
from service.api.context import catalogue, choose, default_view
from service.api.request import Blueprint
from service.api.response import dump
from service.catalogue import find, series

blueprint = Blueprint("records", __name__, url_prefix="/v1", description=__doc__)
_CONCEPTS, _AUTHORITIES = shapes.ConceptsOut(), shapes.AuthoritiesOut()
_EDITIONS, _SOURCES = shapes.EditionsOut(), shapes.SourcesOut()
_CONCEPT, _AUTHORITY = shapes.ConceptDetailOut(), shapes.AuthorityDetailOut()
_EDITION, _SOURCE = shapes.EditionDetailOut(), shapes.SourceDetailOut()
_DATASET = shapes.DatasetOut()


def _all(**records: Any) -> Json:
    return {**envelope(default_view()), **records}


@blueprint.get("/concepts")
@blueprint.doc(operationId="listConcepts")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, shapes.ConceptsOut)
def concepts(_: dict[str, Any]) -> Response:
    """Our canonical classes."""
    return dump(_CONCEPTS, _all(concepts=catalogue().concepts.values()))


@blueprint.get("/concepts/<concept_id>")
@blueprint.doc(operationId="getConcept")
@blueprint.arguments(queries.Chosen, location="query")
@blueprint.response(200, shapes.ConceptDetailOut)
def concept(arguments: dict[str, Any], concept_id: str) -> Response:
    """A concept, the categories mapped to it, its members by edition, and its figures."""
    find("concept", catalogue().concepts, concept_id, catalogue().names)
    return dump(_CONCEPT, details.concept(choose(arguments).view, concept_id))


@blueprint.get("/authorities")
@blueprint.doc(operationId="listAuthorities")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, shapes.AuthoritiesOut)
def authorities(_: dict[str, Any]) -> Response:
    """The bodies, works and programs that make a classification."""
    return dump(_AUTHORITIES, _all(authorities=catalogue().authorities.values()))


@blueprint.get("/authorities/<authority_id>")
@blueprint.doc(operationId="getAuthority")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, shapes.AuthorityDetailOut)
def authority(_: dict[str, Any], authority_id: str) -> Response:
    """An authority, and its editions as a timeline with what each changed."""
    data = catalogue()
    find("authority", data.authorities, authority_id, data.names)
    revisions = series.changes_of_authority(data, authority_id)
    return dump(_AUTHORITY, details.authority(default_view(), authority_id, revisions))


@blueprint.get("/editions")
@blueprint.doc(operationId="listEditions")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, shapes.EditionsOut)
def editions(_: dict[str, Any]) -> Response:
    """Dated statements, the newest first."""
    return dump(_EDITIONS, _all(editions=catalogue().editions.values()))


@blueprint.get("/editions/<edition_id>")
@blueprint.doc(operationId="getEdition")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, shapes.EditionDetailOut)
def edition(_: dict[str, Any], edition_id: str) -> Response:
    """An edition with its categories, claims and figures."""
    find("edition", catalogue().editions, edition_id, catalogue().names)
    return dump(_EDITION, details.edition(default_view(), edition_id))


@blueprint.get("/sources")
@blueprint.doc(operationId="listSources")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, shapes.SourcesOut)
def sources(_: dict[str, Any]) -> Response:
    """The documents we read: of the claims, and of the spellings."""
    return dump(_SOURCES, _all(sources=catalogue().sources.values()))


@blueprint.get("/sources/<source_id>")
@blueprint.doc(operationId="getSource")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, shapes.SourceDetailOut)
def source(_: dict[str, Any], source_id: str) -> Response:
    """A source and the editions read in it."""
    find("source", catalogue().sources, source_id)
    return dump(_SOURCE, details.source(default_view(), source_id))


@blueprint.get("/dataset")
@blueprint.doc(operationId="getDataset")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.response(200, shapes.DatasetOut)
def dataset(_: dict[str, Any]) -> Response:
    """The data set: version, counts, grades, coverage of each concept, releases."""
    return dump(_DATASET, details.dataset(default_view()))
