"""``/v1/check``: is this element in this concept, by that authority, on that day?"""

from collections.abc import Callable
from typing import Any

from flask import Response
from marshmallow import ValidationError

from schemas import request as queries
from schemas.response.comparisons import BriefChecksOut, CheckedOut, ChecksOut
from schemas.response.operations import ReceiptOut
from service.answers import checks, elements, rows
from service.answers.briefs import BATCH_HOLDERS, Briefs
from service.answers.encoding import Json, encode
from service.answers.mentions import problem
from service.answers.queries import query_of
from service.answers.side_loads import side_loads
from service.api.bulk.scheduling import in_slices
from service.api.context import catalogue, choose, context, default_view, reading_options
from service.api.errors import InvalidRequestError, NotAnElementError, check_count, faults_of
from service.api.receipts import receipt, shape_of
from service.api.representations import in_words, represent
from service.api.request import Blueprint
from service.api.response import either, respond_once
from service.catalogue import View
from service.mentions import Problem, Reading

blueprint = Blueprint("checks", __name__, url_prefix="/v1", description=__doc__)
_ITEM = queries.CheckItem()
_FILTERS = ("authority", "kind_of_authority", "grade", "jurisdiction", "edition", "series")
_ONE, _BRIEF, _FULL = CheckedOut(), BriefChecksOut(), ChecksOut()


@blueprint.get("/check")
@blueprint.doc(operationId="checkOne")
@blueprint.arguments(queries.CheckQuery, location="query")
@blueprint.response(200, either(ReceiptOut, CheckedOut))
def check_one(arguments: dict[str, Any]) -> Response:
    """One question: is an element, or a material, in a concept?"""
    view, concepts = choose(arguments)
    concept = (concepts or [""])[0]
    reading = context().reader.read_itself(arguments["element"], reading_options(arguments))
    if reading.thing is None:
        raise NotAnElementError(reading)
    thing = reading.thing
    if arguments.get("receipt"):
        parameters = {"element": thing, "concept": concept, **shape_of(arguments)}
        address = f"/v1/check{query_of(view.selection.filters, **parameters)}"
        return receipt(address, view.selection.as_of)
    question = {name: arguments[name] for name in ("element", "concept")}
    return represent(
        arguments.get("format"),
        _ONE,
        lambda: checks.one(view, question, reading, concept),
        rows=lambda: rows.of_element(view, thing, view.summaries(thing, concept)),
        text=lambda body: in_words(body["answer"], reading),
    )


@blueprint.post("/check")
@blueprint.doc(operationId="checkMany")
@blueprint.arguments(queries.NoQuery, location="query")
@blueprint.arguments(queries.CheckBody)
@blueprint.response(200, either(BriefChecksOut, ChecksOut))
def check_many(_: dict[str, Any], body: dict[str, Any]) -> Response:
    """Many questions: are elements, or materials, in concepts?

    A bad question is an outcome of its own, never a failed request. At most 1,000 questions.
    """
    questions = body["checks"]
    check_count(len(questions), queries.CHECKS_LIMIT, "questions")
    answer = _full if body.get("detail") == "full" else _brief
    return respond_once(encode(answer(questions)))


def _brief(questions: list[Any]) -> Json:
    data = catalogue()
    editions: dict[str, None] = {}

    def answer(view: View, question: Any, symbol: str, concept: str) -> Json:
        return checks.brief(Briefs(view, BATCH_HOLDERS, editions), question, symbol, concept)

    results = _results(questions, answer)
    named = Briefs(View(data), BATCH_HOLDERS, editions).editions()
    return _dumped(_BRIEF, {"results": results, "editions": named})


def _full(questions: list[Any]) -> Json:
    results = _results(questions, checks.full, {"summary": None, "positions": [], "suspended": []})
    records = [p["record"] for each in results for p in (*each["positions"], *each["suspended"])]
    editions = {record.edition for record in records}
    concepts = {record.concept for record in records}
    loads = side_loads(catalogue(), editions, concepts)
    return _dumped(_FULL, {"results": results, **loads})


def _dumped(schema: BriefChecksOut | ChecksOut, answer: Json) -> Json:
    body: Json = schema.dump({**elements.envelope(default_view()), **answer})
    return body


def _results(
    questions: list[Any],
    answer: Callable[[View, Any, str, str], Json],
    blank: Json | None = None,
) -> list[Json]:
    results = []
    for index, question in enumerate(in_slices(questions)):
        nothing = {
            "symbol": None,
            "material": None,
            "verdict": None,
            "as_of": None,
            "answer": None,
            **(blank or {}),
        }
        result = {**nothing, "index": index, "input": question}
        try:
            view, reading, concept = _understood(question)
        except ValidationError as error:
            faults = faults_of({"json": error.messages})
            details = "; ".join(f"{f['pointer'] or '/'}: {f['detail']}" for f in faults)
            result["problem"] = problem(Problem("invalid-request", details))
        except InvalidRequestError as error:
            result["problem"] = problem(Problem("invalid-request", str(error)))
        else:
            if reading.thing is None:
                result["problem"] = problem(reading.problem)
            else:
                result |= answer(view, question, reading.thing, concept)
                result |= checks.doubts(reading)
        results.append(result)
    return results


def _understood(question: Any) -> tuple[View, Reading, str]:
    item = _ITEM.load(question)
    several = {name: [item[name]] for name in _FILTERS if name in item}
    view, concepts = choose({**item, **several})
    reading = context().reader.read_itself(item["element"], reading_options(item))
    return view, reading, (concepts or [""])[0]
