"""``/classify``: a list of mentions, pasted or as a file; the result as a page or as CSV."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request

from schemas.forms import ClassifyForm, NoPageQuery
from schemas.request import ITEMS_LIMIT
from service.answers.batch import read_items
from service.api.bulk.scheduling import in_slices
from service.api.classify import reading_by
from service.api.context import context
from service.api.problems import TooLargeError
from service.api.representations import csv_bytes
from service.api.response import CSV
from service.mentions import Options
from service.web import pasted_table
from service.web.parameters import parse, view_of
from service.web.rendering import page, passing_page
from service.web.views.classify import classified, csv_rows
from service.web.views.table import START


@dataclass(frozen=True, slots=True)
class Submission:
    """What a form sent: the text of it all, and the column that was taken."""

    text: str
    remark: str | None
    sheet: pasted_table.Sheet
    column: pasted_table.Column


def add(blueprint: Blueprint) -> None:
    """Put the pages on a blueprint."""
    blueprint.add_url_rule("/classify", view_func=form, endpoint="classify")
    blueprint.add_url_rule("/classify", view_func=result, endpoint="classified", methods=["POST"])


def form() -> Response:
    """Show the form."""
    parse(NoPageQuery())
    return page("classify.html", arguments={}, result=None, text="", **_choices())


def result() -> Response:
    """Show what became of each line, or give it as CSV."""
    arguments = parse(ClassifyForm(), "form")
    submission = _submission(arguments)
    items = submission.column.values
    if len(items) > ITEMS_LIMIT:
        detail = f"A list has at most {ITEMS_LIMIT:,} lines, not {len(items):,}: split it."
        raise TooLargeError(detail, ITEMS_LIMIT, "items")
    arguments.setdefault("concept", START)
    view = view_of(arguments)
    items = items if any(items) else []
    readings = [item.reading for item in in_slices(read_items(items, reading_by(arguments)))]
    classification = classified(
        view, arguments["concept"], items, readings, submission.column.first_line
    )
    if arguments["format"] == "csv":
        return _download(csv_bytes(in_slices(csv_rows(classification))))
    return passing_page(
        "classify.html",
        arguments=arguments,
        result=classification,
        submission=submission,
        text=submission.text,
        **_choices(),
    )


def _choices() -> dict[str, Any]:
    return {
        "limit": ITEMS_LIMIT,
        "start": START,
        "headings": pasted_table.headings,
        "named": pasted_table.named,
    }


def _submission(arguments: dict[str, Any]) -> Submission:
    upload = request.files.get("file")
    body = upload.read() if upload else b""
    text, remark = pasted_table.decoded(body) if body else (arguments["text"], None)
    sheet = pasted_table.sheet(text)
    formulas = arguments["kind"] == "formula"
    reader = context().reader

    def recognised(value: str) -> bool:
        if formulas:
            return bool(reader.read_formula(value).symbols)
        return bool(reader.read(value, Options(), suggest=False).symbols)

    return Submission(
        text, remark, sheet, pasted_table.column(sheet, recognised, arguments.get("column"))
    )


def _download(body: bytes) -> Response:
    response = Response(b"\xef\xbb\xbf" + body, content_type=CSV)
    response.headers["Content-Disposition"] = 'attachment; filename="classified.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response
