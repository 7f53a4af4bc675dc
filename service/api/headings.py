"""``/v1/headers``: the headings of a wide table, read together."""

from typing import Any

from flask import Response, request

from schemas import bodies
from schemas import request as queries
from schemas.response.mentions import HeadersOut
from service.answers import elements, materials
from service.answers.batch import Batch, Item
from service.answers.encoding import encode
from service.answers.mentions import brief_outcome
from service.api.bulk.scheduling import in_slices
from service.api.context import catalogue, context, default_view, reading_options
from service.api.environ import notes
from service.api.errors import check_count
from service.api.request import Blueprint
from service.api.response import respond_once

blueprint = Blueprint("headings", __name__, url_prefix="/v1", description=__doc__)
_HEADERS = HeadersOut()


@blueprint.post("/headers")
@blueprint.doc(operationId="readHeaders")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.arguments(bodies.HeadersBody)
@blueprint.response(200, HeadersOut)
def headers(_: dict[str, Any], body: dict[str, Any]) -> Response:
    """The headings of one table: element or material, species, unit, fraction, method.

    They are read together: `co` alone may be carbon monoxide, and is cobalt beside four other
    symbols in small letters. A heading of no element is an outcome, never a failed request. At
    most 1,000 headings; the first 50 unknown ones get suggestions. `POST /v1/classify` with
    `kind` = `header` reads each alone, and classifies it.
    """
    values = body["headers"]
    check_count(len(values), bodies.HEADERS_LIMIT, "headings")
    data = catalogue()
    readings = context().reader.read_headings(values, reading_options(body), pace=in_slices)
    pairs = zip(values, readings, strict=True)
    batch = Batch(Item(value, reading, place) for place, (value, reading) in enumerate(pairs))
    notes(request.environ).outcomes = batch.outcomes
    answer = {
        **elements.envelope(default_view()),
        "summary": batch.summary(),
        "results": batch.results(brief_outcome, distinct=False),
        "elements": {s: elements.identity(data, data.elements[s]) for s in batch.symbols},
        "materials": {id_: materials.identity(data, id_) for id_ in batch.materials},
    }
    return respond_once(encode(_HEADERS.dump(answer)))
