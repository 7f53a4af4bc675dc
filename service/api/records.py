"""``/v1/concepts``, ``/v1/authorities``, ``/v1/editions``, ``/v1/sources``: the records."""

from collections.abc import Callable, Iterable
from typing import Any

from flask import Response

from schemas import request as asked
from service.answers import pages as say
from service.answers import records
from service.answers.elements import envelope
from service.answers.writing import Json, encode
from service.api.context import catalogue, chosen_view
from service.api.direct import direct
from service.api.parsing import Blueprint
from service.api.respond import Answer, answer
from service.catalogue import find
from service.changes import changes

blueprint = Blueprint("records", __name__, url_prefix="/v1", description=__doc__)


def _all(key: str, found: Iterable[Any], said: Callable[[Any], Json]) -> Response:
    body = {**envelope(catalogue().default), key: [said(record) for record in found]}
    return answer(encode(body))


@blueprint.get("/concepts")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.response(200, "ConceptsOut")
def concepts(_: dict[str, Any]) -> Response:
    """Our canonical classes."""
    return _all("concepts", catalogue().concepts.values(), records.concept)


@direct(blueprint, "/concepts/<concept_id>", asked.Chosen, "ConceptPageOut")
def concept(arguments: dict[str, Any], concept_id: str) -> Answer:
    """A concept, the categories mapped to it, its members by edition, and its figures."""
    find("concept", catalogue().concepts, concept_id)
    return Answer((encode(say.concept(chosen_view(arguments), concept_id)),))


@blueprint.get("/authorities")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.response(200, "AuthoritiesOut")
def authorities(_: dict[str, Any]) -> Response:
    """Whoever makes a classification."""
    return _all("authorities", catalogue().authorities.values(), records.authority)


@blueprint.get("/authorities/<authority_id>")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.response(200, "AuthorityPageOut")
def authority(_: dict[str, Any], authority_id: str) -> Response:
    """An authority, and its editions as a timeline with what each changed."""
    find("authority", catalogue().authorities, authority_id)
    revisions = changes(catalogue(), authority_id)
    return answer(encode(say.authority(catalogue().default, authority_id, revisions)))


@blueprint.get("/editions")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.response(200, "EditionsOut")
def editions(_: dict[str, Any]) -> Response:
    """Dated statements, the newest first."""
    return _all("editions", catalogue().editions.values(), records.edition)


@blueprint.get("/editions/<edition_id>")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.response(200, "EditionPageOut")
def edition(_: dict[str, Any], edition_id: str) -> Response:
    """An edition with its categories, claims and figures."""
    find("edition", catalogue().editions, edition_id)
    return answer(encode(say.edition(catalogue().default, edition_id)))


@blueprint.get("/sources")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.response(200, "SourcesOut")
def sources(_: dict[str, Any]) -> Response:
    """The documents we read: of the claims, and of the spellings."""
    return _all("sources", catalogue().sources.values(), records.source)


@blueprint.get("/sources/<source_id>")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.response(200, "SourcePageOut")
def source(_: dict[str, Any], source_id: str) -> Response:
    """A source and the editions read in it."""
    find("source", catalogue().sources, source_id)
    return answer(encode(say.source(catalogue().default, source_id)))


@blueprint.get("/dataset")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.response(200, "DatasetOut")
def dataset(_: dict[str, Any]) -> Response:
    """What data this is: version, counts, grades, coverage of each concept, releases."""
    return answer(encode(say.dataset(catalogue().default)))
