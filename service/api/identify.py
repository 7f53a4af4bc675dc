"""``/v1/identify-list``: the published lists that a list is nearest to."""

from typing import Any

from flask import Response, request

from schemas import bodies
from schemas.request import NoQuery
from schemas.response.identities import IdentifiedOut
from service.answers import identify
from service.answers.batch import Batch, read_items
from service.answers.encoding import encode
from service.api.bulk.scheduling import in_slices
from service.api.classify import reading_by
from service.api.context import choose
from service.api.environ import notes
from service.api.errors import check_count
from service.api.request import Blueprint
from service.api.response import respond_once

blueprint = Blueprint("identify", __name__, url_prefix="/v1", description=__doc__)
_ANSWER = IdentifiedOut()


@blueprint.post("/identify-list")
@blueprint.doc(operationId="identifyList")
@blueprint.arguments(NoQuery, location="query")
@blueprint.arguments(bodies.IdentifyBody)
@blueprint.response(200, IdentifiedOut)
def identify_list(_: dict[str, Any], body: dict[str, Any]) -> Response:
    """The published lists that a list is nearest to.

    At most five editions, with what the list has beside them, what it leaves out, and whether a
    newer edition is in force. At most 1,000 items. Only kinds of thing that the list has are
    compared: a list of symbols is held against the elements of each edition. An item that cannot
    be read is told in `unread`.
    """
    items = body["items"]
    check_count(len(items), bodies.LIST_LIMIT, "items")
    view, concepts = choose(body)
    batch = Batch(in_slices(read_items(items, reading_by(body))))
    notes(request.environ).outcomes = batch.outcomes
    return respond_once(encode(_ANSWER.dump(identify.answer(view, batch, concepts))))
