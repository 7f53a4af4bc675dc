"""``/v1/formulas``: the elements in a chemical formula."""

from typing import Any
from urllib.parse import urlencode

from flask import Response

from schemas import request as queries
from schemas.response.mentions import BriefFormulaOut, FormulaOut
from service.answers import elements
from service.answers.briefs import BATCH_HOLDERS, Briefs, element_verdicts
from service.answers.encoding import Json
from service.api.context import choose, context
from service.api.errors import InvalidFormulaError
from service.api.request import Blueprint
from service.api.response import dump, either
from service.catalogue import View

blueprint = Blueprint("formulas", __name__, url_prefix="/v1", description=__doc__)
_BRIEF, _FULL = BriefFormulaOut(), FormulaOut()


@blueprint.get("/formulas")
@blueprint.doc(operationId="getFormula")
@blueprint.arguments(queries.FormulaQuery, location="query")
@blueprint.response(200, either(BriefFormulaOut, FormulaOut))
def formulas(arguments: dict[str, Any]) -> Response:
    """The elements in a formula, each classified; amounts are read past.

    A formula in capitals, such as SIO2, is read as people mean it with a warning, or refused with
    the readings it may have.
    """
    view, concept = choose(arguments)
    formula = arguments["formula"]
    reading = context().reader.read_formula(formula)
    if reading.problem:
        raise InvalidFormulaError(reading.problem)
    symbols = reading.symbols
    read = {"formula": formula, "symbols": symbols, "warnings": reading.warnings}
    common = {**elements.envelope(view), **read}
    if arguments.get("detail") == "full":
        rows = {symbol: elements.row(view, symbol, concept) for symbol in symbols}
        loads = elements.loads_of_rows(view, symbols, concept)
        return dump(_FULL, {**common, "elements": rows, **loads})
    return dump(_BRIEF, {**common, **_brief(view, formula, symbols, concept)})


def _brief(view: View, formula: str, symbols: tuple[str, ...], concept: list[str] | None) -> Json:
    briefs = Briefs(view, BATCH_HOLDERS)
    verdicts = {symbol: element_verdicts(briefs, symbol, concept) for symbol in symbols}
    query = urlencode({"formula": formula, "detail": "full"})
    return {
        "elements": verdicts,
        "editions": briefs.editions(),
        "links": {"full": f"/v1/formulas?{query}"},
    }
