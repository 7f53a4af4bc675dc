"""``/v1/classify`` and ``/v1/resolve``: many mentions, one outcome each."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from flask import Response, request
from marshmallow import Schema

from schemas import request as queries
from schemas.response.mentions import BriefClassifyOut, ClassifyOut, ClassifySummaryOut, ResolveOut
from service.answers import elements, materials, rows
from service.answers.batch import Batch, Read, brief, full, read_items
from service.answers.encoding import Json, encode
from service.answers.mentions import outcome
from service.answers.summaries import summarise
from service.api.bulk.columns import classify_lines
from service.api.bulk.scheduling import in_slices
from service.api.context import catalogue, choose, context, reading_options
from service.api.environ import notes
from service.api.errors import InvalidRequestError, check_count
from service.api.representations import represent
from service.api.request import PARSER, Blueprint
from service.api.response import either, respond_once
from service.catalogue import View
from service.columns.writers import CSV, NDJSON

blueprint = Blueprint("mentions", __name__, url_prefix="/v1", description=__doc__)
_RESOLVE, _SUMMARY = ResolveOut(), ClassifySummaryOut()
_ANSWERS: dict[str, tuple[Callable[..., Json], Schema]] = {
    "brief": (brief, BriefClassifyOut()),
    "full": (partial(full, pace=in_slices), ClassifyOut()),
}
_LINES_QUERY, _BODY = queries.LinesQuery(), queries.ClassifyBody()
_LINES: dict[str, Any] = {"schema": {"type": "string"}}
_BODIES = {
    "required": True,
    "content": {
        "application/json": {"schema": queries.ClassifyBody},
        NDJSON: {**_LINES, "example": '"Sc"\n"yttrium"\n21\n'},
        CSV: {**_LINES, "example": "metal\nSc\nyttrium\n"},
    },
}


@blueprint.post("/classify")
@blueprint.doc(
    operationId="classifyMentions",
    requestBody=_BODIES,
    parameters=[{"in": "query", "schema": queries.LinesQuery}],
)
@blueprint.response(200, either(BriefClassifyOut, ClassifyOut, ClassifySummaryOut))
def classify() -> Response:
    """Classify a batch of mentions.

    One outcome an item, in order, duplicates kept: a bad item is an outcome, never a failed
    request. In JSON the elements are given once, by symbol; at most 10,000 items and 1 MiB. With
    `kind` = `formula` every item is read as a formula and nothing else; with `header` as the
    heading of a column; with `auto` as a mention, or else as a composition, several things or a
    formula: `contains` gives the elements of an alloy or compound, and each of several things,
    `lists` whose lists they are on. NDJSON (a mention a line) and CSV (`column`, `delimiter`,
    `header`) take 1,000,000 lines or 256 MiB, parameters in the query, and are answered line by
    line in the same form; in CSV a text that a spreadsheet would run has ' before it. The first 50
    different unknown mentions get suggestions.
    """
    if request.mimetype in (NDJSON, CSV):
        return classify_lines(request.mimetype, PARSER.parse(_LINES_QUERY, location="query"))
    if request.is_json:
        _refuse_query(request.args)
    body = PARSER.parse(_BODY, location="json")
    items = body["items"]
    check_count(len(items), queries.ITEMS_LIMIT, "items")
    view, concepts = choose(body)
    batch = Batch(in_slices(read_items(items, reading_by(body))))
    notes(request.environ).outcomes = batch.outcomes
    if body.get("summary", False):
        things = [*batch.symbols, *batch.materials]
        summary = summarise(view, concepts, batch.outcomes, things)
        return respond_once(encode(_SUMMARY.dump(summary)))
    answer, schema = _ANSWERS[body.get("detail", "brief")]
    written = schema.dump(answer(batch, view, concepts, distinct=body.get("distinct", False)))
    return respond_once(encode(written))


def _refuse_query(parameters: Iterable[str]) -> None:
    detail = (
        "With a JSON body every parameter stands in the body. For a column, send "
        "Content-Type: text/csv (or application/x-ndjson)."
    )
    faults = [{"parameter": name[:80], "detail": detail} for name in parameters]
    if faults:
        raise InvalidRequestError(faults)


@blueprint.get("/resolve")
@blueprint.doc(operationId="resolveMentions")
@blueprint.arguments(queries.ResolveQuery, location="query")
@blueprint.response(200, ResolveOut)
def resolve(arguments: dict[str, Any]) -> Response:
    """Readings of mentions, without their classification."""
    data = catalogue()
    batch = Batch(read_items(arguments["q"], reading_by(arguments)))
    results = batch.results(outcome, distinct=False)

    def answer() -> Json:
        identities = {s: elements.identity(data, data.elements[s]) for s in batch.symbols}
        envelope = elements.envelope(View(data))
        named = {id_: materials.identity(data, id_) for id_ in batch.materials}
        return {**envelope, "results": results, "elements": identities, "materials": named}

    return represent(
        arguments.get("format"),
        _RESOLVE,
        answer,
        rows=lambda: rows.of_outcomes(results),
        lines="results",
        text=lambda _: "\n".join(each["symbol"] or each["material"] or "" for each in results),
    )


def reading_by(arguments: dict[str, Any]) -> Read:
    """Give the function that reads the values of a request, as the kind that it names.

    Raises:
        InvalidRequestError: there are no names in the language.
    """
    reader, options = context().reader, reading_options(arguments)
    return lambda value, suggest: reader.read(value, options, suggest=suggest)
