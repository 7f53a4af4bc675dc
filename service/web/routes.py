"""The pages' routes: parse, view, render."""

import datetime as dt
from typing import Any
from urllib.parse import quote, urlencode

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from schemas.forms import SearchQuery, ViewQuery
from service.api.context import catalogue, context, default_view, reading_options
from service.api.problems import NotAnElementError
from service.mentions import Options
from service.web import phrases
from service.web.citation import PageCitation, cite
from service.web.parameters import parse, prefers_html, table_options, view_of
from service.web.rendering import page
from service.web.views.element import element_page
from service.web.views.search import search
from service.web.views.table import table

_LINKS = "service.links"
"""The endpoint of ``/`` for machines."""


def table_at_root() -> Response | None:
    """Answer ``/`` with the table, to whoever would rather have a page than links in JSON."""
    if request.endpoint != _LINKS or not prefers_html():
        return None
    view, options = table_options()
    return page("table.html", table=table(view, options))


def add(blueprint: Blueprint) -> None:
    """Put the pages on a blueprint."""
    blueprint.add_url_rule("/elements/<mention>", view_func=element)
    blueprint.add_url_rule("/search", view_func=find_mention, endpoint="search")


def element(mention: str) -> AnyResponse:
    """Show an element under its symbol; any other mention of it leads there."""
    arguments = parse(ViewQuery())
    reading = context().reader.read(mention, Options())
    if reading.symbol is None:
        raise NotAnElementError(reading)
    query = query_of(arguments)
    if mention != reading.symbol:
        return redirect(f"/elements/{reading.symbol}{query}", 302)
    view = view_of(arguments)
    contents = element_page(view, reading.symbol)
    title = f"{contents.element.name} ({reading.symbol}), who says what, {contents.as_of}"
    return page(
        "element.html",
        page=contents,
        query=query,
        json=f"/v1/elements/{reading.symbol}{query}",
        chosen=chosen_names(arguments),
        citation=cited(title, f"/elements/{reading.symbol}", arguments, view.selection.as_of),
    )


def find_mention() -> Response:
    """Say how any mention is understood, and where it leads."""
    arguments = parse(SearchQuery())
    typed = arguments.get("q", "")
    reading = context().reader.read(typed, reading_options(arguments))
    result = search(default_view(), typed, reading) if typed else None
    json = f"/v1/resolve?{urlencode({'q': typed or 'Sc'})}"
    return page("search.html", result=result, q=typed, json=json)


def query_of(arguments: dict[str, Any], **more: str) -> str:
    """Give the query that makes the same view again."""
    pairs = [("authority", id_) for id_ in arguments.get("authority", ())]
    if "as_of" in arguments:
        pairs.append(("as_of", arguments["as_of"].isoformat()))
    pairs += more.items()
    return f"?{urlencode(pairs)}" if pairs else ""


def chosen_names(arguments: dict[str, Any]) -> str:
    """Name the authorities that were chosen."""
    ids = arguments.get("authority", ())
    return phrases.listed([catalogue().authorities[id_].name for id_ in ids])


def cited(
    title: str, path: str, arguments: dict[str, Any], as_of: dt.date, *, dated: bool = True
) -> PageCitation:
    """Make the citation of a page.

    Args:
        title: the page's.
        path: its own.
        arguments: what its address asks.
        as_of: the day it speaks of.
        dated: whether its address can name that day, so that it stays what it was.
    """
    others = {name: value for name, value in arguments.items() if name != "as_of"}
    query = query_of(others, as_of=as_of.isoformat()) if dated else ""
    address = f"{request.host_url.rstrip('/')}{quote(path)}{query}"
    return cite(catalogue(), title, address)
