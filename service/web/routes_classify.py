"""``/classify``: a list of mentions, pasted or as a file; the result as a page or as CSV."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request

from schemas.forms import CONCEPTS_LIMIT, ClassifyForm, NoPageQuery
from schemas.request import ITEMS_LIMIT
from service.answers.batch import read_items
from service.api.bulk.scheduling import in_slices
from service.api.classify import reading_by
from service.api.errors import TooLargeError
from service.api.representations import csv_bytes
from service.api.response import CSV
from service.web import pasted_table
from service.web.parameters import parse, view_of
from service.web.rendering import page, passing_page
from service.web.views.classify import Lines, classified, csv_rows
from service.web.views.table import START


@dataclass(frozen=True, slots=True)
class Submission:
    """A list that was sent: its text, as a table, and the column with the mentions."""

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
    """Show the outcomes page by page, or give all as CSV."""
    arguments = parse(ClassifyForm(), "form")
    submission = _submission(arguments)
    column = submission.column
    if len(column.values) > ITEMS_LIMIT:
        detail = f"A list has at most {ITEMS_LIMIT:,} lines, not {len(column.values):,}: split it."
        raise TooLargeError(detail, ITEMS_LIMIT, "items")
    arguments.setdefault("concept", [START])
    view = view_of(arguments)
    values = column.values if any(column.values) else []
    items = list(in_slices(read_items(values, reading_by(arguments))))
    lines = Lines(view, arguments["concept"], items, column.first_line)
    if arguments["format"] == "csv":
        rows = csv_rows(lines, submission.sheet, column)
        return _download(csv_bytes(in_slices(rows)))
    classification = classified(lines, arguments["show"], arguments["page"])
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
        "start": [START],
        "most": CONCEPTS_LIMIT,
        "headings": pasted_table.headings,
        "named": pasted_table.named,
    }


def _submission(arguments: dict[str, Any]) -> Submission:
    upload = request.files.get("file")
    body = upload.read() if upload else b""
    text, remark = pasted_table.decoded(body) if body else (arguments["text"], None)
    sheet = pasted_table.sheet(text)
    read = reading_by({**arguments, "na": None})

    def recognised(value: str) -> bool:
        reading = read(value, False)
        return bool(reading.things)

    return Submission(
        text, remark, sheet, pasted_table.column(sheet, recognised, arguments.get("column"))
    )


def _download(body: bytes) -> Response:
    response = Response(b"\xef\xbb\xbf" + body, content_type=CSV)
    response.headers["Content-Disposition"] = 'attachment; filename="classified.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response
