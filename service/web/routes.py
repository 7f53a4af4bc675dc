"""The pages' routes: parse, view, render."""

import datetime as dt
from typing import Any
from urllib.parse import quote, urlencode

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from schemas.forms import ElementPageQuery, SearchQuery
from service.api.context import (
    base_address,
    catalogue,
    context,
    default_view,
    reading_options,
)
from service.api.errors import NotAMaterialError, NotAnElementError
from service.mentions import Options
from service.web import phrases
from service.web.citation import PageCitation, cite
from service.web.links import DataLinks, downloads, is_official, page_query, voices
from service.web.parameters import parse, prefers_html, table_options, view_of
from service.web.rendering import page
from service.web.views.element import element_page
from service.web.views.embed import first_section, snippet
from service.web.views.home import stories
from service.web.views.material import material_page
from service.web.views.search import search
from service.web.views.sections import ConceptGroups
from service.web.views.structured_data import of_element, of_site
from service.web.views.table import TableOptions, table

_LINKS = "service.links"
"""The endpoint of ``/`` for machines."""


def table_at_root() -> Response | None:
    """Answer ``/`` with the table, to whoever would rather have a page than links in JSON."""
    if request.endpoint != _LINKS or not prefers_html():
        return None
    view, options, arguments = table_options()
    return page(
        "table.html",
        table=table(view, options),
        stories=[] if request.args else stories(view),
        structured_data=of_site(view.catalogue, base_address()),
        links=_table_downloads(options, arguments),
        picture=f"?{urlencode(list(request.args.items(multi=True)))}" if request.args else "",
    )


def _table_downloads(options: TableOptions, arguments: dict[str, Any]) -> DataLinks:
    if options.left and options.right:
        editions = [("edition", options.left), ("edition", options.right)]
        query = urlencode([("concept", options.concept), *editions, ("history", "true")])
        return DataLinks(f"/v1/matrix?{query}&format=csv", f"/v1/matrix?{query}")
    return downloads("/v1/elements", arguments, concept=options.concept)


def add(blueprint: Blueprint) -> None:
    """Put the pages on a blueprint."""
    blueprint.add_url_rule("/elements/<mention>", view_func=element)
    blueprint.add_url_rule("/materials/<mention>", view_func=material)
    blueprint.add_url_rule("/search", view_func=find_mention, endpoint="search")


def element(mention: str) -> AnyResponse:
    """Show an element under its symbol; any other mention of it leads there."""
    arguments = parse(ElementPageQuery())
    reading = context().reader.read(mention, Options())
    if reading.material is not None:
        return redirect(f"/materials/{reading.material}", 302)
    if reading.symbol is None:
        raise NotAnElementError(reading)
    view = view_of(arguments)
    path, concept = f"/elements/{reading.symbol}", arguments.get("concept")
    more = {"concept": concept} if concept else {}
    if mention != reading.symbol:
        return redirect(f"{path}{page_query(arguments, **more)}", 302)
    contents = element_page(view, reading.symbol, concept)
    title = f"{contents.element.name} ({reading.symbol}), {contents.as_of}"
    links, description = downloads(f"/v1{path}", arguments, **more), contents.description
    structured_data = of_element(
        view.catalogue, contents.element, base_address(), description, links
    )
    return page(
        "element.html",
        page=contents,
        description=description,
        structured_data=structured_data,
        feed=f"/feeds{path}.atom",
        query=page_query(arguments),
        links=links,
        chosen=chosen_names(arguments),
        citation=cited(title, path, arguments, view.selection.as_of),
        embed=_embed(path, contents.element.name, contents.groups, arguments),
        **voices(arguments, **more),
    )


def material(mention: str) -> AnyResponse:
    """Show a material under its id; any other name of it leads there."""
    arguments = parse(ElementPageQuery())
    id_ = material_id(mention)
    view = view_of(arguments)
    path, concept = f"/materials/{id_}", arguments.get("concept")
    more = {"concept": concept} if concept else {}
    if mention != id_:
        return redirect(f"{path}{page_query(arguments, **more)}", 302)
    contents = material_page(view, id_, concept)
    return page(
        "material.html",
        page=contents,
        description=contents.description,
        feed=f"/feeds{path}.atom",
        query=page_query(arguments),
        links=downloads(f"/v1{path}", arguments, **more),
        chosen=chosen_names(arguments),
        citation=cited(contents.material.name, path, arguments, view.selection.as_of),
        embed=_embed(path, contents.material.name, contents.groups, arguments),
        **voices(arguments, **more),
    )


def _embed(path: str, name: str, groups: ConceptGroups, arguments: dict[str, Any]) -> str:
    """Give the HTML that puts the first verdict of a page into another site's page."""
    section = first_section(groups)
    if section is None:
        return ""
    query = page_query(arguments, concept=section.concept.id)
    title = f"{phrases.capital(name)}: {phrases.label_in_sentence(section.concept.label)}"
    return snippet(f"{request.host_url.rstrip('/')}/embed{path}{query}", title)


def material_id(mention: str) -> str:
    """Give the id of the material that a mention means.

    Raises:
        NotAMaterialError: the mention means no material.
    """
    if mention in catalogue().materials:
        return mention
    reading = context().reader.read(mention, Options(material=True))
    if reading.material is None:
        raise NotAMaterialError(mention, reading)
    return reading.material


def find_mention() -> AnyResponse:
    """Show everything that a text may mean, or the element that it plainly means."""
    arguments = parse(SearchQuery())
    typed = arguments.get("q", "").strip()
    if not typed:
        return page("search.html", result=None, q="", json="/v1/resolve?q=Sc")
    reader = context().reader
    reading = reader.read(typed, reading_options(arguments))
    result = search(
        default_view(),
        typed,
        reading,
        reader.read_formula(typed),
        lambda text: reader.read(text, Options(), suggest=False),
    )
    if result.redirect and "na" not in arguments:
        return redirect(result.redirect, 302)
    json = f"/v1/resolve?{urlencode({'q': typed})}"
    return page("search.html", result=result, q=typed, json=json)


def chosen_names(arguments: dict[str, Any]) -> str:
    """Name the authorities that were chosen."""
    ids = arguments.get("authority", ())
    return phrases.listed([catalogue().authorities[id_].name for id_ in ids])


def restriction(arguments: dict[str, Any]) -> str:
    """Name the authorities to which a picture or frame is restricted; empty where to none."""
    names = chosen_names(arguments)
    parts = [f"of these authorities: {names}"] if names else []
    return ", ".join([*parts, *(["official voices only"] if is_official(arguments) else [])])


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
    query = page_query(others, as_of=as_of.isoformat()) if dated else ""
    address = f"{base_address()}{quote(path)}{query}"
    return cite(catalogue(), title, address)
