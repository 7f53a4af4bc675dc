"""``/classify``: a list of mentions, pasted or as a file; the result as a page or as CSV."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request

from schemas.forms import ClassifyForm, NoPageQuery
from schemas.request import ITEMS_LIMIT
from service.api.bodies import arrived
from service.api.context import context
from service.api.mentions import read_all, reading_by
from service.api.tables import CSV, csv_bytes
from service.api.turns import LARGE, alone, in_turns
from service.mentions import Options
from service.problems import TooLargeError
from service.web import columns
from service.web.asking import asked, view_of
from service.web.rendering import page, passing_page
from service.web.views_classify import classified, csv_rows
from service.web.views_table import START


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form sent: the text of it all, and the column that was taken."""

    text: str
    remark: str | None
    sheet: columns.Sheet
    column: columns.Column


def add(blueprint: Blueprint) -> None:
    """Put the pages on a blueprint."""
    blueprint.add_url_rule("/classify", view_func=form, endpoint="classify")
    blueprint.add_url_rule("/classify", view_func=result, endpoint="classified", methods=["POST"])


def form() -> Response:
    """Show the form."""
    asked(NoPageQuery())
    return page("classify.html", asked={}, result=None, text="", **_choices())


def result() -> Response:
    """Show what became of each line, or give it as CSV."""
    # as in the API, what waits for its turn waits as bytes, on the disk
    with alone(large=arrived(request) >= LARGE):
        return _result(asked(ClassifyForm(), "form"))


def _result(arguments: dict[str, Any]) -> Response:
    sent = _sent(arguments)
    items = sent.column.values
    if len(items) > ITEMS_LIMIT:
        detail = f"A list has at most {ITEMS_LIMIT:,} lines, not {len(items):,}: split it."
        raise TooLargeError(detail, ITEMS_LIMIT, "items")
    arguments.setdefault("concept", START)
    view = view_of(arguments)
    items = items if any(items) else []
    readings = read_all(items, reading_by(arguments))
    found = classified(view, arguments["concept"], items, readings, sent.column.first_line)
    if arguments["format"] == "csv":
        return _download(csv_bytes(in_turns(csv_rows(found))))
    return passing_page(
        "classify.html", asked=arguments, result=found, sent=sent, text=sent.text, **_choices()
    )


def _choices() -> dict[str, Any]:
    return {
        "limit": ITEMS_LIMIT,
        "start": START,
        "headings": columns.headings,
        "named": columns.named,
    }


def _sent(arguments: dict[str, Any]) -> Sent:
    upload = request.files.get("file")
    body = upload.read() if upload else b""
    text, remark = columns.decoded(body) if body else (arguments["text"], None)
    sheet = columns.sheet(text)
    formulas = arguments["kind"] == "formula"
    reader = context().reader

    def known(value: str) -> bool:
        if formulas:
            return bool(reader.read_formula(value).symbols)
        return bool(reader.read(value, Options(), suggest=False).symbols)

    return Sent(text, remark, sheet, columns.column(sheet, known, arguments.get("column")))


def _download(body: bytes) -> Response:
    response = Response(b"\xef\xbb\xbf" + body, content_type=CSV)
    response.headers["Content-Disposition"] = 'attachment; filename="classified.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response
