"""``/v1/matrix``, ``/v1/changes``, ``/v1/compare``: questions across editions."""

from typing import Any

from flask import Response

from schemas import request as queries
from schemas.response.comparisons import ChangesOut, CompareOut, MatrixOut
from service.answers import comparisons, rows
from service.answers.encoding import Json
from service.api.context import (
    catalogue,
    choose,
    default_view,
    found_ids,
    mentioned_element,
)
from service.api.errors import invalid_member
from service.api.representations import represent
from service.api.request import Blueprint
from service.api.response import dump

blueprint = Blueprint("comparisons", __name__, url_prefix="/v1", description=__doc__)
_MATRIX, _CHANGES, _COMPARE = MatrixOut(), ChangesOut(), CompareOut()


@blueprint.get("/matrix")
@blueprint.doc(operationId="getMatrix")
@blueprint.arguments(queries.MatrixQuery, location="query")
@blueprint.response(200, MatrixOut)
def matrix(arguments: dict[str, Any]) -> Response:
    """The position of every edition on every element, for one concept."""
    view, concepts = choose(arguments)
    concept = (concepts or [""])[0]
    return represent(
        arguments.get("format"),
        _MATRIX,
        lambda: comparisons.matrix(view, concept),
        rows=lambda: rows.of_matrix(comparisons.matrix(view, concept)),
        lines="rows",
    )


@blueprint.get("/changes")
@blueprint.doc(operationId="listChanges")
@blueprint.arguments(queries.ChangesQuery, location="query")
@blueprint.response(200, ChangesOut)
def changes(arguments: dict[str, Any]) -> Response:
    """The differences between each edition of a series and the one before it."""
    view, concepts = choose(arguments)
    things = mentioned_element(arguments)
    start, end = arguments.get("from_"), arguments.get("to")
    if start and end and start > end:
        raise invalid_member("to", "The period ends before it begins: from is the earlier day.")
    period = comparisons.Period(start, end)
    thing = things[0] if things else None
    revisions = comparisons.revisions(view, period, concepts, thing)

    def answer() -> Json:
        return comparisons.changes(view, revisions, period, concepts, thing)

    return represent(
        arguments.get("format"),
        _CHANGES,
        answer,
        rows=lambda: rows.of_changes(revisions),
        lines="changes",
    )


@blueprint.get("/compare")
@blueprint.doc(operationId="compareEditions")
@blueprint.arguments(queries.CompareQuery, location="query")
@blueprint.response(200, CompareOut)
def compare(arguments: dict[str, Any]) -> Response:
    """Two editions side by side: what both include, what only one does, and the silences."""
    data = catalogue()
    left, right = (found_ids("edition", [arguments[name]], name)[0] for name in ("left", "right"))
    named = found_ids("concept", [arguments["concept"]])[0] if "concept" in arguments else None
    try:
        concept = comparisons.shared_concept(data, left, right, named)
    except comparisons.NoSharedConceptError as error:
        raise invalid_member("concept", str(error)) from None
    return dump(_COMPARE, comparisons.compare(default_view(), left, right, concept))
