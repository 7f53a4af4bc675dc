"""``/v1/matrix``, ``/v1/changes``, ``/v1/compare``: questions across editions."""

from typing import Any

from flask import Response

from schemas import request as queries
from schemas.response.comparisons import ChangesOut, CompareOut, MatrixOut
from service.answers import comparisons, rows
from service.answers.encoding import Json
from service.api.context import (
    catalogue,
    check_parameter,
    chosen_view,
    default_view,
    mentioned_element,
)
from service.api.problems import InvalidRequestError
from service.api.representations import represent
from service.api.request import Blueprint
from service.api.response import dump
from service.catalogue import series

blueprint = Blueprint("comparisons", __name__, url_prefix="/v1", description=__doc__)
_MATRIX, _CHANGES, _COMPARE = MatrixOut(), ChangesOut(), CompareOut()


@blueprint.get("/matrix")
@blueprint.doc(operationId="getMatrix")
@blueprint.arguments(queries.MatrixQuery, location="query")
@blueprint.response(200, MatrixOut)
def matrix(arguments: dict[str, Any]) -> Response:
    """The position of every edition on every element, for one concept."""
    concept = arguments["concept"]
    check_parameter("concept", catalogue().concepts, [concept])
    view = chosen_view({**arguments, "concept": [concept]})
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
    data = catalogue()
    authority = arguments.get("authority")
    check_parameter("authority", data.authorities, [authority] if authority else [])
    check_parameter("concept", data.concepts, arguments.get("concept", []))
    symbols = mentioned_element(arguments)
    revisions = [
        change
        for change in series.changes(data, authority, arguments.get("from_"), arguments.get("to"))
        if change.concept in arguments.get("concept", [change.concept])
        and (symbols is None or set(symbols) & set(change.elements))
    ]

    def answer() -> Json:
        return comparisons.changes(default_view(), revisions)

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
    left, right = arguments["left"], arguments["right"]
    for name in ("left", "right"):
        check_parameter(name, data.editions, [arguments[name]], kind="edition")
    shared = comparisons.shared_concepts(data, left, right)
    concept = arguments.get("concept") or (shared[0] if len(shared) == 1 else None)
    if concept not in shared:
        detail = (
            f"Choose a concept of which both speak: {', '.join(shared)}."
            if shared
            else "The two editions share no concept."
        )
        raise InvalidRequestError([{"parameter": "concept", "detail": detail}])
    return dump(_COMPARE, comparisons.compare(default_view(), left, right, concept))
