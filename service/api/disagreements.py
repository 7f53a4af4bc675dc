"""``/v1/disagreements``: who contradicts whom."""

from typing import Any

from flask import Response

from schemas import request as asked
from service.answers import elements as say
from service.answers.records import side_loads
from service.answers.tables import disagreement_rows
from service.api.context import catalogue, chosen_view, context
from service.api.parsing import Blueprint
from service.api.tables import table
from service.api.turns import in_turns
from service.mentions import Options
from service.problems import InvalidRequestError

blueprint = Blueprint("disagreements", __name__, url_prefix="/v1", description=__doc__)


@blueprint.get("/disagreements")
@blueprint.arguments(asked.DisagreementsQuery, location="query")
@blueprint.response(200, "DisagreementsOut")
def disagreements(arguments: dict[str, Any]) -> Response:
    """Every disagreement among the editions in force, the sharpest first."""
    view = chosen_view(arguments)
    symbols = [_symbol(arguments["element"])] if "element" in arguments else catalogue().elements
    concept = arguments.get("concept")
    found = [
        each
        for each in view.all_disagreements(concept, in_turns(symbols))
        if arguments.get("kind") in (None, each.kind)
    ]
    holders = {holder.edition for d in found for side in d.sides for holder in side.holders}
    concepts = {side.concept for d in found for side in d.sides} | {d.concept for d in found}
    body = {
        **say.envelope(view),
        "count": len(found),
        "disagreements": (say.disagreement(each) for each in in_turns(found)),
        **side_loads(catalogue(), holders, concepts),
    }
    return table(body, disagreement_rows, "disagreements", arguments.get("format"))


def _symbol(mention: str) -> str:
    reading = context().reader.read(mention, Options())
    if reading.symbol is None:
        detail = reading.problem.detail if reading.problem else "No element."
        raise InvalidRequestError([{"parameter": "element", "detail": detail}])
    return reading.symbol
