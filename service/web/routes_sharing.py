"""Views for other sites and documents: frames and pictures."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from schemas.forms import ElementPageQuery
from service.api.context import catalogue, context
from service.api.errors import NotAnElementError
from service.catalogue import View
from service.mentions import Options
from service.web import phrases
from service.web.links import page_query
from service.web.parameters import parse, table_options, view_of
from service.web.rendering import embedded_page, picture
from service.web.routes import material_id, restriction
from service.web.views import pictures
from service.web.views.element import element_page
from service.web.views.embed import embedded
from service.web.views.material import material_page
from service.web.views.table import table
from service.web.views.timeline_picture import timeline_picture


def add(blueprint: Blueprint) -> None:
    """Put the views on a blueprint."""
    for rule, view in (
        ("/embed/<any(elements, materials):folder>/<mention>", embed),
        ("/<any(elements, materials):folder>/<mention>/timeline.svg", timeline),
        ("/table.svg", table_picture),
    ):
        blueprint.add_url_rule(rule, view_func=view)


@dataclass(frozen=True, slots=True)
class _Asked:
    """An element or material, the view and the concept that a request asks for."""

    thing: str
    view: View
    concept: str | None
    query: str
    restriction: str


def _asked(folder: str, mention: str) -> _Asked:
    arguments = parse(ElementPageQuery())
    thing = material_id(mention) if folder == "materials" else _symbol(mention)
    view = view_of(arguments)
    concept = arguments.get("concept")
    more = {"concept": concept} if concept else {}
    return _Asked(thing, view, concept, page_query(arguments, **more), restriction(arguments))


def _symbol(mention: str) -> str:
    reading = context().reader.read(mention, Options())
    if reading.symbol is None:
        raise NotAnElementError(reading)
    return reading.symbol


def embed(folder: str, mention: str) -> Response:
    """Show an element or material and one concept; any other mention of it leads there."""
    asked = _asked(folder, mention)
    if mention != asked.thing:
        return redirect(f"/embed/{folder}/{quote(asked.thing)}{asked.query}", 302)
    contents = embedded(asked.view, asked.thing, asked.concept)
    anchor = f"#{contents.section.concept.id}" if contents.section else ""
    href = f"{request.host_url}{folder}/{asked.thing}{asked.query}{anchor}"
    return embedded_page("embed.html", page=contents, href=href, restriction=asked.restriction)


def timeline(folder: str, mention: str) -> Response:
    """Draw how the lists changed on an element or material."""
    asked = _asked(folder, mention)
    if mention != asked.thing:
        return redirect(f"/{folder}/{quote(asked.thing)}/timeline.svg{asked.query}", 302)
    make: Any = material_page if folder == "materials" else element_page
    groups = make(asked.view, asked.thing, asked.concept).groups
    data = catalogue()
    record = data.elements.get(asked.thing) or data.materials[asked.thing]
    return picture(
        "timeline.svg",
        name=phrases.capital(record.name),
        restriction=asked.restriction,
        picture=timeline_picture(
            [(section.concept.label, section.tracks) for section in groups.sections],
            data.records.dataset.released,
        ),
    )


def table_picture() -> Response:
    """Draw the periodic table of ``/``."""
    view, options, arguments = table_options()
    return picture(
        "table.svg",
        table=table(view, options),
        paints=pictures.PAINTS,
        restriction=restriction(arguments),
    )
