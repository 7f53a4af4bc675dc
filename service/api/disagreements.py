"""``/v1/disagreements``: authorities that contradict each other."""

from typing import Any

from flask import Response

from schemas import request as queries
from schemas.response.elements import DisagreementsOut
from service.answers import elements, rows
from service.answers.encoding import Json
from service.answers.reasons import for_no_disagreement
from service.answers.side_loads import side_loads
from service.api.context import catalogue, choose, mentioned_element
from service.api.representations import represent
from service.api.request import Blueprint

blueprint = Blueprint("disagreements", __name__, url_prefix="/v1", description=__doc__)
_DISAGREEMENTS = DisagreementsOut()


@blueprint.get("/disagreements")
@blueprint.doc(operationId="listDisagreements")
@blueprint.arguments(queries.DisagreementsQuery, location="query")
@blueprint.response(200, DisagreementsOut)
def disagreements(arguments: dict[str, Any]) -> Response:
    """Every disagreement among the editions in force, the sharpest first."""
    view, concept = choose(arguments)
    symbols = mentioned_element(arguments) or catalogue().elements
    kind = arguments.get("kind")
    records = [
        each for each in view.all_disagreements(concept, symbols) if kind in (None, each.kind)
    ]

    def answer() -> Json:
        sides = [side for each in records for side in each.sides]
        editions = {holder.edition for side in sides for holder in side.holders}
        concepts = {side.concept for side in sides} | {each.concept for each in records}
        return {
            **elements.envelope(view),
            "count": len(records),
            "disagreements": records,
            "reasons": [] if records else for_no_disagreement(view, concept),
            **side_loads(catalogue(), editions, concepts),
        }

    return represent(
        arguments.get("format"),
        _DISAGREEMENTS,
        answer,
        rows=lambda: rows.of_disagreements(records),
        lines="disagreements",
    )
