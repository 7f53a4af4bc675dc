"""``/v1/elements``: one element by any mention, or many by their positions."""

from typing import Any

from flask import Response

from schemas import request as queries
from schemas.response.briefs import BriefElementOut, BriefElementsOut
from schemas.response.elements import ElementOut, ElementsOut
from schemas.response.operations import ReceiptOut
from service.answers import briefs, elements, rows
from service.answers.queries import query_of
from service.api.context import catalogue, choose, context, reading_options
from service.api.errors import NotAnElementError
from service.api.receipts import receipt, shape_of
from service.api.representations import in_words, represent
from service.api.request import Blueprint
from service.api.response import either
from service.catalogue import Concepts, View
from service.model import Verdict

blueprint = Blueprint("elements", __name__, url_prefix="/v1", description=__doc__)
_ONE = {"brief": BriefElementOut(), "full": ElementOut()}
_MANY = {"brief": BriefElementsOut(), "full": ElementsOut()}


@blueprint.get("/elements/<mention>")
@blueprint.doc(operationId="getElement")
@blueprint.arguments(queries.ElementQuery, location="query")
@blueprint.response(200, either(BriefElementOut, ElementOut, ReceiptOut))
def element(arguments: dict[str, Any], mention: str) -> Response:
    """One element: what kind it is, and who says so.

    The mention may be a symbol, an atomic number, a name in a language of the data, a CAS number,
    an isotope or an ion; `read_as` says how it was read. A mention with a slash goes to
    `/v1/resolve`. `detail=full` adds claims, locators, explanations and every record named.
    """
    view, concept = choose(arguments)
    reading = context().reader.read(mention, reading_options(arguments))
    if reading.symbol is None:
        raise NotAnElementError(reading)
    symbol = reading.symbol
    detail = arguments.get("detail", "brief")
    chosen = view.selection.filters, concept
    answers = {
        "brief": lambda: briefs.element(view, symbol, reading, concept),
        "full": lambda: elements.element(view, symbol, mention, reading, concept),
    }
    path = f"/v1/elements/{symbol}"
    if arguments.get("receipt"):
        address = f"{path}{query_of(*chosen, **shape_of(arguments))}"
        return receipt(address, view.selection.as_of)
    more = {"detail": detail} if detail != "brief" else {}
    return represent(
        arguments.get("format"),
        _ONE[detail],
        answers[detail],
        rows=lambda: rows.of_element(view, symbol, view.summaries(symbol, concept)),
        text=lambda _: in_words(answers["brief"]()["answer"], reading),
        location=f"{path}{query_of(*chosen, **more)}",
    )


@blueprint.get("/elements")
@blueprint.doc(operationId="listElements")
@blueprint.arguments(queries.ElementsQuery, location="query")
@blueprint.response(200, either(BriefElementsOut, ElementsOut))
def many_elements(arguments: dict[str, Any]) -> Response:
    """All elements with their verdicts, or those that the filters leave."""
    view, concept = choose(arguments)
    symbols = [s for s in catalogue().elements if _passes(view, s, concept, arguments)]
    answers = {
        "brief": lambda: briefs.elements(view, symbols, concept),
        "full": lambda: {
            **elements.envelope(view),
            "count": len(symbols),
            "elements": [elements.row(view, symbol, concept) for symbol in symbols],
            **elements.loads_of_rows(view, symbols, concept),
        },
    }
    detail = arguments.get("detail", "brief")
    return represent(
        arguments.get("format"),
        _MANY[detail],
        answers[detail],
        rows=lambda: rows.of_elements(view, symbols, concept),
        lines="elements",
    )


def _passes(view: View, symbol: str, concept: Concepts, arguments: dict[str, Any]) -> bool:
    stand = arguments.get("position")
    if stand is not None:
        positions = view.positions(symbol, concept)
        if not any(position.stand is stand for position in positions):
            return False
    if "disputed" not in arguments:
        return True
    verdicts = {summary.verdict for summary in view.summaries(symbol, concept)}
    return (Verdict.DISPUTED in verdicts) is arguments["disputed"]
