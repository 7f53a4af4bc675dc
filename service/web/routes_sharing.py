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
class _Question:
    """An element or material, the view and the concept that a request asks for."""

    thing: str
    view: View
    concept: str | None
    query: str
    restriction: str


def _question(folder: str, mention: str) -> _Question:
    arguments = parse(ElementPageQuery())
    thing = material_id(mention) if folder == "materials" else _symbol(mention)
    view = view_of(arguments)
    concept = arguments.get("concept")
    more = {"concept": concept} if concept else {}
    return _Question(thing, view, concept, page_query(arguments, **more), restriction(arguments))


def _symbol(mention: str) -> str:
    reading = context().reader.read(mention, Options())
    if reading.symbol is None:
        raise NotAnElementError(reading)
    return reading.symbol


def embed(folder: str, mention: str) -> Response:
    """Show an element or material and one concept; any other mention of it leads there."""
    question = _question(folder, mention)
    if mention != question.thing:
        return redirect(f"/embed/{folder}/{quote(question.thing)}{question.query}", 302)
    contents = embedded(question.view, question.thing, question.concept)
    anchor = f"#{contents.section.concept.id}" if contents.section else ""
    href = f"{request.host_url}{folder}/{question.thing}{question.query}{anchor}"
    return embedded_page("embed.html", page=contents, href=href, restriction=question.restriction)


def timeline(folder: str, mention: str) -> Response:
    """Draw how the lists changed on an element or material."""
    question = _question(folder, mention)
    if mention != question.thing:
        return redirect(f"/{folder}/{quote(question.thing)}/timeline.svg{question.query}", 302)
    make: Any = material_page if folder == "materials" else element_page
    groups = make(question.view, question.thing, question.concept).groups
    data = catalogue()
    record = data.elements.get(question.thing) or data.materials[question.thing]
    return picture(
        "timeline.svg",
        name=phrases.capital(record.name),
        restriction=question.restriction,
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
