"""Questions across editions: matrix, changes, comparison, check, formulas."""

from collections.abc import Iterator
from typing import Any

from flask import Response, stream_with_context
from marshmallow import ValidationError

from schemas import request as asked
from service.answers import elements as say
from service.answers import mentions as say_mentions
from service.answers import tables
from service.answers.records import side_loads
from service.answers.writing import Json, Written, encode, write, write_map
from service.api.context import catalogue, chosen_view, context
from service.api.direct import direct
from service.api.parsing import Blueprint
from service.api.respond import Answer, stream
from service.api.tables import table
from service.api.turns import gathered, separated
from service.catalogue import UnknownIdError, check_ids
from service.changes import changes as revisions
from service.formulas import FormulaError, elements_in
from service.mentions import Options, Problem
from service.problems import (
    InvalidFormulaError,
    InvalidRequestError,
    TooLargeError,
    faults_of,
    invalid_parameter,
)

blueprint = Blueprint("questions", __name__, url_prefix="/v1", description=__doc__)
_ITEM = asked.CheckItem()


@blueprint.get("/matrix")
@blueprint.arguments(asked.MatrixQuery, location="query")
@blueprint.response(200, "MatrixOut")
def matrix(arguments: dict[str, Any]) -> Response:
    """What every edition holds on every element, for one concept."""
    view = chosen_view(arguments)
    body = tables.matrix(view, arguments["concept"])
    return table(body, tables.matrix_rows, "rows", arguments.get("format"))


@blueprint.get("/changes")
@blueprint.arguments(asked.ChangesQuery, location="query")
@blueprint.response(200, "ChangesOut")
def changes(arguments: dict[str, Any]) -> Response:
    """What each edition of a series did differently from the one before it."""
    known = catalogue()
    authority = arguments.get("authority")
    try:
        check_ids("authority", known.authorities, [authority] if authority else [])
    except UnknownIdError as error:
        raise invalid_parameter("authority", error) from None
    found = revisions(known, authority, arguments.get("from_"), arguments.get("to"))
    body = tables.all_changes(known.default, found)
    return table(body, tables.change_rows, "changes", arguments.get("format"))


@direct(blueprint, "/compare", asked.CompareQuery, "CompareOut")
def compare(arguments: dict[str, Any]) -> Answer:
    """Two editions side by side: what both include, what only one does, and the silences."""
    known = catalogue()
    left, right = arguments["left"], arguments["right"]
    for name in ("left", "right"):
        try:
            check_ids("edition", known.editions, [arguments[name]])
        except UnknownIdError as error:
            raise invalid_parameter(name, error) from None
    shared = tables.shared_concepts(known, left, right)
    concept = arguments.get("concept") or (shared[0] if len(shared) == 1 else None)
    if concept not in shared:
        detail = (
            f"Choose a concept of which both speak: {', '.join(shared)}."
            if shared
            else "The two editions share no concept."
        )
        raise InvalidRequestError([{"parameter": "concept", "detail": detail}])
    return Answer((encode(tables.compare(known.default, left, right, concept)),))


@direct(blueprint, "/formulas", asked.FormulaQuery, "FormulaOut")
def formulas(arguments: dict[str, Any]) -> Answer:
    """The elements in a formula, each classified; amounts are read past."""
    view = chosen_view(arguments)
    formula, concept = arguments["formula"], arguments.get("concept")
    try:
        symbols = elements_in(formula, view.catalogue.elements)
    except FormulaError as error:
        raise InvalidFormulaError(error) from None
    body = {
        **say.envelope(view),
        "formula": formula,
        "symbols": list(symbols),
        "elements": Written(write_map({s: context().brief(view, s, concept) for s in symbols})),
        **say.loads_of(view, symbols, concept),
    }
    return Answer((encode(body),))


@blueprint.post("/check")
@blueprint.arguments(asked.NoQuery, location="query")
@blueprint.arguments(asked.CheckBody)
@blueprint.response(200, "ChecksOut")
def check(_: dict[str, Any], body: dict[str, Any]) -> Response:
    """Whether the editions in force support, contradict or dispute that an element is in a concept.

    A bad question is an outcome of its own, never a failed request. At most 1,000 questions.
    """
    questions = body["checks"]
    if len(questions) > asked.CHECKS_LIMIT:
        detail = f"At most {asked.CHECKS_LIMIT} questions, not {len(questions)}: split them."
        raise TooLargeError(detail, asked.CHECKS_LIMIT, "questions")
    return stream(stream_with_context(gathered(_checks(questions))))


def _checks(questions: list[Any]) -> Iterator[bytes]:
    """Write the results one by one, and in the end what they name."""
    editions: set[str] = set()
    concepts: set[str] = set()

    def results() -> Iterator[bytes]:
        for index, question in enumerate(questions):
            result = _checked(index, question)
            editions.update(position["edition"] for position in result["positions"])
            concepts.update(position["concept"] for position in result["positions"])
            yield write(result)

    yield write(say.envelope(catalogue().default))[:-1] + b',"results":['
    yield from separated(results())
    yield b"]," + encode(side_loads(catalogue(), editions, concepts))[1:]


def _invalid(detail: str) -> Json:
    return say_mentions.problem(Problem("invalid-request", "The question is not valid", detail))


def _checked(index: int, question: Any) -> Json:
    result: Json = {
        "index": index,
        "input": question,
        "symbol": None,
        "verdict": None,
        "as_of": None,
        "positions": [],
        "problem": None,
    }
    try:
        item = _ITEM.load(question)
        view = chosen_view(
            {**item, "authority": [item["authority"]] if "authority" in item else []}
        )
    except ValidationError as error:
        faults = faults_of({"json": error.messages})
        details = "; ".join(f"{f['pointer'] or '/'}: {f['detail']}" for f in faults)
        return {**result, "problem": _invalid(details)}
    except InvalidRequestError as error:
        return {**result, "problem": _invalid(str(error))}
    reading = context().reader.read(item["element"], Options())
    if reading.symbol is None:
        return {**result, "problem": reading.problem and say_mentions.problem(reading.problem)}
    positions = view.positions(reading.symbol, item["concept"])
    verdict, said = tables.answer_to(view, positions)
    as_of = view.selection.as_of.isoformat()
    return {
        **result,
        "symbol": reading.symbol,
        "verdict": verdict,
        "as_of": as_of,
        "positions": said,
    }
