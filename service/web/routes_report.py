"""``/report``: everything that a report of a wrong claim needs, filled in."""

from flask import Blueprint, Response, request

from schemas.forms import ReportQuery
from service.api.context import catalogue, context, default_view, found_ids
from service.api.errors import invalid_member
from service.mentions import Options
from service.web.parameters import parse
from service.web.rendering import page
from service.web.views.report import report


def add(blueprint: Blueprint) -> None:
    """Put the page on a blueprint."""
    blueprint.add_url_rule("/report", view_func=report_page, endpoint="report")


def report_page() -> Response:
    """Show what a report needs, and the text to send."""
    arguments = parse(ReportQuery())
    (edition,) = found_ids("edition", [arguments["edition"]])
    thing = _thing(arguments["thing"]) if "thing" in arguments else None
    concepts = _concepts(edition, thing, arguments.get("concept")) if thing else []
    contents = report(default_view(), edition, thing, concepts, request.host_url.rstrip("/"))
    reports = context().site.reports
    send = contents.send_to(reports) if reports else None
    return page("report.html", page=contents, send=send, mail=bool(send and send[:5] == "mailt"))


def _thing(text: str) -> str:
    if text in catalogue().elements or text in catalogue().materials:
        return text
    reading = context().reader.read(text, Options())
    if reading.thing is None:
        detail = reading.problem.detail if reading.problem else "Name an element or a material."
        raise invalid_member("thing", detail)
    return reading.thing


def _concepts(edition: str, thing: str, concept: str | None) -> list[str]:
    """Give the concepts on which the edition has a position on the thing."""
    every = [
        id_
        for id_, editions in catalogue().positions_on.items()
        if edition in editions and thing in editions[edition]
    ]
    concepts = [id_ for id_ in every if not concept or id_ in found_ids("concept", [concept])]
    if not concepts:
        positions = (
            f"Name one of: {', '.join(every)}." if every else "The edition lists elements alone."
        )
        raise invalid_member("concept", f"{edition} has no such position on {thing}. {positions}")
    return concepts
