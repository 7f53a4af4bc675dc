"""``/v1/classify`` and ``/v1/resolve``: many mentions, one outcome each."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from flask import Response, request

from schemas import request as asked
from schemas.response import mentions as shapes
from service.access import OUTCOMES
from service.answers import elements as say
from service.answers import mentions as say_mentions
from service.answers.writing import encode
from service.api.context import catalogue, chosen_view, context, reading_options
from service.api.parsing import Blueprint
from service.api.respond import answer, passing
from service.mentions import Options, Reading
from service.problems import TooLargeError

SUGGESTED = 50
"""How many distinct unknown mentions of one batch get suggestions: each costs a search."""

blueprint = Blueprint("mentions", __name__, url_prefix="/v1", description=__doc__)


@blueprint.post("/classify")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.arguments(asked.ClassifyBody)
@blueprint.response(200, shapes.ClassifyOut)
def classify(_: dict[str, Any], body: dict[str, Any]) -> Response:
    """Classify a batch of mentions.

    One outcome an item, in order, duplicates kept: a bad item is an outcome, never a failed
    request. The elements are given once, by symbol. At most 10,000 items and 1 MiB. With
    `kind` = `formula` every item is read as a formula and nothing else.
    """
    items = body["items"]
    if len(items) > asked.ITEMS_LIMIT:
        detail = f"A batch has at most {asked.ITEMS_LIMIT} items, not {len(items)}: split it."
        raise TooLargeError(detail, asked.ITEMS_LIMIT, "items")
    view = chosen_view(body)
    formulas = body["kind"] == "formula"
    readings = read_formulas(items) if formulas else read_all(items, reading_options(body))
    symbols = say_mentions.distinct(readings)
    request.environ[OUTCOMES] = Counter(reading.outcome.value for reading in readings)
    concept = body.get("concept")
    return passing(
        encode(
            {
                **say.envelope(view),
                "summary": say_mentions.counts(readings),
                "results": say_mentions.results(items, readings),
                "elements": {symbol: say.brief(view, symbol, concept) for symbol in symbols},
                **say.loads_of(view, symbols, concept),
            }
        )
    )


@blueprint.get("/resolve")
@blueprint.arguments(asked.ResolveQuery, location="query")
@blueprint.response(200, shapes.ResolveOut)
def resolve(arguments: dict[str, Any]) -> Response:
    """What mentions are read as, without their classification."""
    readings = read_all(arguments["q"], reading_options(arguments))
    known = catalogue()
    return answer(
        encode(
            {
                **say.envelope(known.default),
                "results": say_mentions.results(arguments["q"], readings),
                "elements": {
                    symbol: say.identity(known, known.elements[symbol])
                    for symbol in say_mentions.distinct(readings)
                },
            }
        )
    )


def read_formulas(items: Iterable[Any]) -> list[Reading]:
    """Read every item as a formula."""
    reader = context().reader
    return [reader.read_formula(item) for item in items]


def read_all(items: Iterable[Any], options: Options) -> list[Reading]:
    """Read every item; equal ones are read once, and only the first unknowns get suggestions."""
    reader = context().reader
    seen: dict[tuple[type, Any], Reading] = {}
    readings = []
    unknowns = 0
    for item in items:
        if isinstance(item, dict | list):
            readings.append(reader.read(item, options))
            continue
        same = (type(item), item)
        if same not in seen:
            seen[same] = reader.read(item, options, suggest=unknowns < SUGGESTED)
            unknowns += seen[same].outcome == "unknown"
        readings.append(seen[same])
    return readings
