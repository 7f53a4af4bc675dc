"""``/v1/classify`` and ``/v1/resolve``: many mentions, one outcome each."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from flask import Response, request

from schemas import request as asked
from schemas.response import mentions as shapes
from service.access import OUTCOMES
from service.answers import elements as say
from service.answers import mentions as say_mentions
from service.answers.writing import encode, write
from service.api.context import catalogue, chosen_view, context, reading_options
from service.api.direct import direct
from service.api.parsing import PARSER, Blueprint
from service.api.respond import Answer, stream
from service.api.streams import CSV, NDJSON, SUGGESTED, classify_lines
from service.api.turns import gathered, in_turns, separated
from service.mentions import Options, Reader, Reading
from service.problems import InvalidRequestError, TooLargeError

blueprint = Blueprint("mentions", __name__, url_prefix="/v1", description=__doc__)
_LINES: dict[str, Any] = {"schema": {}}
_BODIES = {
    "required": True,
    "content": {
        "application/json": {"schema": asked.ClassifyBody},
        NDJSON: {**_LINES, "example": '"Sc"\n"yttrium"\n21\n'},
        CSV: {**_LINES, "example": "metal\nSc\nyttrium\n"},
    },
}


@blueprint.post("/classify")
@blueprint.doc(requestBody=_BODIES, parameters=[{"in": "query", "schema": asked.LinesQuery}])
@blueprint.response(200, shapes.ClassifyOut)
def classify() -> Response:
    """Classify a batch of mentions.

    One outcome an item, in order, duplicates kept: a bad item is an outcome, never a failed
    request. In JSON the elements are given once, by symbol; at most 10,000 items and 1 MiB. With
    `kind` = `formula` every item is read as a formula and nothing else. NDJSON (a mention a line)
    and CSV (`column`, `delimiter`, `header`) take 1,000,000 lines or 256 MiB, parameters in the
    query, and are answered line by line in the same form.
    """
    if request.mimetype in (NDJSON, CSV):
        return classify_lines(request.mimetype, PARSER.parse(asked.LinesQuery, location="query"))
    _refuse(request.args)
    body = PARSER.parse(asked.ClassifyBody, location="json")
    items = body["items"]
    if len(items) > asked.ITEMS_LIMIT:
        detail = f"A batch has at most {asked.ITEMS_LIMIT} items, not {len(items)}: split it."
        raise TooLargeError(detail, asked.ITEMS_LIMIT, "items")
    view = chosen_view(body)
    parts = context()
    reader = parts.reader
    formulas = body["kind"] == "formula"
    readings = (
        read_all(items, lambda item, _: reader.read_formula(item))
        if formulas
        else read_all(items, _reading_by(reader, reading_options(body)))
    )
    request.environ[OUTCOMES] = say_mentions.outcomes(readings)
    symbols = say_mentions.distinct(readings)
    concept = body.get("concept")
    head = {
        **say.envelope(view),
        "summary": say_mentions.counts(readings, len(symbols)),
    }
    results = say_mentions.results(items, readings, once=body["distinct"])
    members = (write(symbol) + b":" + parts.brief(view, symbol, concept).json for symbol in symbols)
    loads = say.loads_of(view, symbols, concept)
    return stream(
        gathered(
            chain(
                [write(head)[:-1], b',"results":['],
                separated(results),
                [b'],"elements":{'],
                separated(members),
                [b"},", encode(loads)[1:]],
            )
        )
    )


def _refuse(parameters: Iterable[str]) -> None:
    detail = "With a JSON body every parameter stands in the body."
    faults = [{"parameter": name[:80], "detail": detail} for name in parameters]
    if faults:
        raise InvalidRequestError(faults)


@direct(blueprint, "/resolve", asked.ResolveQuery, shapes.ResolveOut)
def resolve(arguments: dict[str, Any]) -> Answer:
    """What mentions are read as, without their classification."""
    items = arguments["q"]
    readings = read_all(items, _reading_by(context().reader, reading_options(arguments)))
    known = catalogue()
    body = {
        **say.envelope(known.default),
        "results": [
            {"index": index, "count": 1, **say_mentions.result(item, reading)}
            for index, (item, reading) in enumerate(zip(items, readings, strict=True))
        ],
        "elements": {
            symbol: say.identity(known, known.elements[symbol])
            for symbol in say_mentions.distinct(readings)
        },
    }
    return Answer((encode(body),))


def _reading_by(reader: Reader, options: Options) -> Callable[[Any, bool], Reading]:
    return lambda item, suggest: reader.read(item, options, suggest=suggest)


def read_all(items: Iterable[Any], read: Callable[[Any, bool], Reading]) -> list[Reading]:
    """Read every item; equal ones are read once, and only the first unknowns get suggestions.

    Args:
        items: values of any JSON type.
        read: reads one of them, with or without a search for near names.
    """
    seen: dict[tuple[type, Any], Reading] = {}
    readings = []
    unknowns = 0
    for item in in_turns(items):
        same = (type(item), repr(item) if isinstance(item, dict | list) else item)
        if same not in seen:
            seen[same] = read(item, unknowns < SUGGESTED)
            unknowns += seen[same].outcome == "unknown"
        readings.append(seen[same])
    return readings
