"""``/v1/elements``: one element by any mention, or many by what is held of them."""

from typing import Any
from urllib.parse import quote_plus

from flask import Response

from schemas import request as asked
from service.answers import elements as say
from service.answers.tables import element_rows
from service.answers.writing import encode, entity_tag
from service.api.context import catalogue, chosen_view, context, reading_options
from service.api.direct import direct
from service.api.parsing import Blueprint
from service.api.respond import Answer
from service.api.tables import table
from service.api.turns import alone, in_turns
from service.problems import NotAnElementError
from service.rests import middle
from service.variants import variant
from service.view import View

_CHOOSING = ("authority", "as_of", "history", "concept")

blueprint = Blueprint("elements", __name__, url_prefix="/v1", description=__doc__)


@direct(blueprint, "/elements/<mention>", asked.ElementQuery, "ElementOut")
def element(arguments: dict[str, Any], mention: str) -> Answer:
    """Everything about one element.

    The mention may be a symbol, an atomic number, a name in a language of the data, a CAS number,
    an isotope or an ion; `resolution` says how it was read. Mentions with a slash, or with
    characters that a path cannot carry, go to `/v1/resolve`.
    """
    parts, view = context(), chosen_view(arguments)
    reading = parts.reader.read(mention, reading_options(arguments))
    if reading.symbol is None:
        raise NotAnElementError(reading)
    symbol, concept = reading.symbol, arguments.get("concept")
    location, made = _location(symbol, arguments), parts.made
    ready, cuts = made.answers.get(f"/v1/elements/{symbol}"), made.answer_cuts
    alike = view.like(parts.catalogue.default, concept)
    if not ready or not cuts or not (alike or concept):
        body = say.element(view, symbol, mention, reading, concept)
        return Answer((encode(body),), location=location)
    base, rest = ready.pieces, None
    if concept:
        base = cuts.pieces(base[0], symbol, concept)
    if concept and not alike:
        rest = made.rests.find(view, symbol, concept) or middle(view, symbol, concept)
        base = base[0], rest, base[-1]
    pieces = variant(base, view, mention, reading)
    if pieces is ready.pieces:
        return Answer(pieces, tag=ready.etag.strip('"'), location=location)
    # what it shares with the ready answer is told apart by that one's tag
    own = [piece for piece in pieces if isinstance(piece, bytes) or piece is rest]
    return Answer(pieces, tag=entity_tag(f"{ready.etag} {concept}", *own), location=location)


def _location(symbol: str, arguments: dict[str, Any]) -> str:
    """Give the address of the same answer by symbol: how the mention was read makes no part."""
    chosen = [
        f"{name}={quote_plus(str(value))}"
        for name in _CHOOSING
        if name in arguments
        for value in (arguments[name] if name == "authority" else (arguments[name],))
    ]
    return f"/v1/elements/{symbol}{'?' if chosen else ''}{'&'.join(chosen)}"


@blueprint.get("/elements")
@blueprint.arguments(asked.ElementsQuery, location="query")
@blueprint.response(200, "ElementsOut")
def elements(arguments: dict[str, Any]) -> Response:
    """All elements with their positions, or those that the filters leave."""
    view = chosen_view(arguments)
    concept = arguments.get("concept")
    with alone(large=concept is None):
        symbols = [s for s in in_turns(catalogue().elements) if _kept(view, s, arguments)]
        body = {
            **say.envelope(view),
            "count": len(symbols),
            "elements": (say.brief(view, symbol, concept) for symbol in in_turns(symbols)),
            **say.loads_of(view, symbols, concept),
        }
        return table(body, element_rows, "elements", arguments.get("format"))


def _kept(view: View, symbol: str, arguments: dict[str, Any]) -> bool:
    concept, stand = arguments.get("concept"), arguments.get("position")
    disputed = arguments.get("disputed")
    if stand is not None and not any(
        position.stand == stand for position in view.positions(symbol, concept)
    ):
        return False
    is_disputed = any(summary.verdict == "disputed" for summary in view.summaries(symbol, concept))
    return disputed is None or is_disputed == (disputed == "true")
