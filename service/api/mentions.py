"""``/v1/classify`` and ``/v1/resolve``: many mentions, one outcome each."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from flask import Response, request

from schemas import request as asked
from service.access import OUTCOMES
from service.answers import elements as say
from service.answers.batches import Batch
from service.answers.writing import Written, encode, write
from service.api.aside import aside
from service.api.bodies import json_arrived
from service.api.context import catalogue, chosen_view, context, reading_options
from service.api.direct import direct
from service.api.outcomes import CSV, NDJSON
from service.api.parsing import PARSER, Blueprint
from service.api.respond import Answer, stream
from service.api.streams import classify_lines
from service.api.turns import LARGE, alone, gathered, in_turns, separated
from service.mentions import SUGGESTED, Outcome, Reading
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
@blueprint.response(200, "ClassifyOut")
def classify() -> Response:
    """Classify a batch of mentions.

    One outcome an item, in order, duplicates kept: a bad item is an outcome, never a failed
    request. In JSON the elements are given once, by symbol; at most 10,000 items and 1 MiB. With
    `kind` = `formula` every item is read as a formula and nothing else. NDJSON (a mention a line)
    and CSV (`column`, `delimiter`, `header`) take 1,000,000 lines or 256 MiB, parameters in the
    query, and are answered line by line in the same form; in CSV a text that a spreadsheet would
    run has ' before it. The first 50 different unknown mentions get suggestions.
    """
    if request.mimetype in (NDJSON, CSV):
        return classify_lines(request.mimetype, PARSER.parse(asked.LinesQuery, location="query"))
    _refuse(request.args)
    large = json_arrived(request) >= LARGE
    # what waits for its turn waits as bytes, on the disk
    with alone(large=large):
        answered = gathered(_answered(PARSER.parse(asked.ClassifyBody, location="json")))
        return stream(aside(answered) if large else answered)


def _answered(body: dict[str, Any]) -> Iterator[bytes]:
    items = body["items"]
    if len(items) > asked.ITEMS_LIMIT:
        detail = f"A batch has at most {asked.ITEMS_LIMIT} items, not {len(items)}: split it."
        raise TooLargeError(detail, asked.ITEMS_LIMIT, "items")
    view, concept, parts = chosen_view(body), body.get("concept"), context()
    batch = Batch(read_each(items, reading_by(body)))
    request.environ[OUTCOMES] = batch.outcomes
    head = {**say.envelope(view), "summary": batch.summary()}
    members = (
        write(symbol) + b":" + parts.brief(view, symbol, concept).json for symbol in batch.symbols
    )
    return chain(
        [write(head)[:-1], b',"results":['],
        separated(batch.results(once=body["distinct"])),
        [b'],"elements":{'],
        separated(members),
        [b"},", encode(say.loads_of(view, batch.symbols, concept))[1:]],
    )


def _refuse(parameters: Iterable[str]) -> None:
    detail = "With a JSON body every parameter stands in the body."
    faults = [{"parameter": name[:80], "detail": detail} for name in parameters]
    if faults:
        raise InvalidRequestError(faults)


@direct(blueprint, "/resolve", asked.ResolveQuery, "ResolveOut")
def resolve(arguments: dict[str, Any]) -> Answer:
    """What mentions are read as, without their classification."""
    batch = Batch(read_each(arguments["q"], reading_by(arguments)))
    known = catalogue()
    body = {
        **say.envelope(known.default),
        "results": map(Written, batch.results(once=False)),
        "elements": {
            symbol: say.identity(known, known.elements[symbol]) for symbol in batch.symbols
        },
    }
    return Answer((encode(body),))


Read = Callable[[Any, bool], Reading]
"""Reads a value, with or without a search for near names."""


def reading_by(arguments: dict[str, Any]) -> Read:
    """Give what reads the values of a request: as mentions, or as formulas.

    Raises:
        InvalidRequestError: there are no names in the language.
    """
    reader = context().reader
    if arguments.get("kind") == "formula":
        return lambda item, _: reader.read_formula(item)
    options = reading_options(arguments)
    return lambda item, suggest: reader.read(item, options, suggest=suggest)


def read_each(items: Iterable[Any], read: Read) -> Iterator[tuple[Any, int, Reading | None]]:
    """Read values; equal ones are read once, and only the first unknowns get suggestions.

    Args:
        items: values of any JSON type.
        read: reads one of them.

    Returns:
        Of every value in order itself, the number of its first equal among those that differ, and
        its reading if it is that first one.
    """
    numbers: dict[Any, int] = {}
    unknowns = 0
    for item in in_turns(items):
        same = item if isinstance(item, str) else (type(item), repr(item))
        number = numbers.get(same)
        if number is not None:
            yield item, number, None
            continue
        number = numbers[same] = len(numbers)
        reading = read(item, unknowns < SUGGESTED)
        unknowns += reading.outcome is Outcome.UNKNOWN
        yield item, number, reading


def read_all(items: Iterable[Any], read: Read) -> list[Reading]:
    """Give the reading of every value; that of equal ones is the very same."""
    firsts: list[Reading] = []
    readings = []
    for _, number, reading in read_each(items, read):
        if reading is not None:
            firsts.append(reading)
        readings.append(firsts[number])
    return readings
