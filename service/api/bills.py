"""``/v1/bom``: the lists on which the elements and materials of a product are."""

from typing import Any

from flask import Response, request

from schemas import bodies
from schemas.response.bills import BillOut
from service.answers.bill_rows import RowReader
from service.answers.bills import Bill
from service.answers.encoding import encode
from service.answers.materials import listings
from service.api.bulk.scheduling import in_slices
from service.api.context import choose, context, reading_options
from service.api.errors import InvalidRequestError, check_count
from service.api.request import PARSER, Blueprint, refuse_compressed, whole_body
from service.api.response import CSV, respond_once
from service.columns.bill_tables import bill_table, written
from service.columns.lines import ColumnError
from service.columns.writers import CSV as CSV_BODY

blueprint = Blueprint("bills", __name__, url_prefix="/v1", description=__doc__)
_ANSWER, _BODY, _QUERY = BillOut(), bodies.BillBody(), bodies.BillQuery()
_BODIES = {
    "required": True,
    "content": {
        "application/json": {"schema": bodies.BillBody},
        CSV_BODY: {
            "schema": {"type": "string"},
            "example": "name,cas,formula,mass_percent\nAluminium,7429-90-5,Al,9.13\n",
        },
    },
}


@blueprint.post("/bom")
@blueprint.doc(
    operationId="classifyBillOfMaterials",
    requestBody=_BODIES,
    parameters=[{"in": "query", "schema": bodies.BillQuery}],
)
@blueprint.response(200, BillOut)
def bom() -> Response:
    """The lists on which the elements and materials of a product are.

    At most 1,000 rows of `name`, `cas`, `formula` and `mass_percent`, in JSON or CSV (a head with
    these names; parameters in the query; the answer has a column a list). The formula decides
    which elements are in a row. An element is never named by its material, nor a material by its
    element: `as_material_only`. What was not read is `undecided`, with the reason.
    """
    if request.mimetype == CSV_BODY:
        return _of_csv(PARSER.parse(_QUERY, location="query"))
    if request.is_json and request.args:
        detail = "With a JSON body every parameter stands in the body."
        raise InvalidRequestError([{"parameter": n[:80], "detail": detail} for n in request.args])
    body = PARSER.parse(_BODY, location="json")
    given = body["rows"]
    check_count(len(given), bodies.BILL_LIMIT, "rows")
    bill, reader = _bill_and_reader(body)
    rows = [reader.read(row) for row in in_slices(given)]
    return respond_once(encode(_ANSWER.dump(bill.answer(given, rows))))


def _bill_and_reader(arguments: dict[str, Any]) -> tuple[Bill, RowReader]:
    """Make the bill that answers, and the reader of its rows.

    Raises:
        InvalidRequestError: a value means no record, or a concept is no listing.
    """
    view, concepts = choose(arguments)
    lists = listings(view.catalogue)
    wrong = [id_ for id_ in concepts or [] if id_ not in lists]
    if wrong:
        detail = f"{wrong[0]} is no listing: ask for {', '.join(lists)}."
        raise InvalidRequestError([{"member": "concept", "detail": detail}])
    reader = RowReader(context().reader, view.catalogue.materials, reading_options(arguments))
    return Bill(view, concepts or lists), reader


def _of_csv(arguments: dict[str, Any]) -> Response:
    """Answer with the user's own cells, and a column a list behind them."""
    refuse_compressed(request)
    delimiter = arguments.get("delimiter", "comma")
    try:
        table = bill_table(whole_body(request), delimiter)
    except ColumnError as error:
        raise InvalidRequestError([{"detail": str(error)}]) from None
    check_count(len(table.lines), bodies.BILL_LIMIT, "rows")
    bill, reader = _bill_and_reader(arguments)
    lines = in_slices(table.lines)
    return respond_once(b"".join(written(table, lines, bill, reader, delimiter)), CSV)
