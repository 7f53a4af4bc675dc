"""``/embed``: small views that other sites may put into a frame."""

from typing import Any

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from schemas.forms import ElementPageQuery
from service.api.context import context
from service.api.problems import NotAnElementError
from service.mentions import Options
from service.web.links import page_query
from service.web.parameters import parse, view_of
from service.web.rendering import embedded_page
from service.web.routes import material_id
from service.web.views.embed import embedded


def add(blueprint: Blueprint) -> None:
    """Put the views on a blueprint."""
    blueprint.add_url_rule("/embed/elements/<mention>", view_func=embed_element)
    blueprint.add_url_rule("/embed/materials/<mention>", view_func=embed_material)


def embed_element(mention: str) -> Response:
    """Show an element and one concept; any other mention of it leads to its symbol."""
    arguments = parse(ElementPageQuery())
    reading = context().reader.read(mention, Options())
    if reading.symbol is None:
        raise NotAnElementError(reading)
    return _embed("elements", mention, reading.symbol, arguments)


def embed_material(mention: str) -> Response:
    """Show a material and one listing; any other name of it leads to its id."""
    return _embed("materials", mention, material_id(mention), parse(ElementPageQuery()))


def _embed(folder: str, mention: str, thing: str, arguments: dict[str, Any]) -> Response:
    view = view_of(arguments)
    concept = arguments.get("concept")
    query = page_query(arguments, **({"concept": concept} if concept else {}))
    if mention != thing:
        return redirect(f"/embed/{folder}/{thing}{query}", 302)
    contents = embedded(view, thing, concept)
    anchor = f"#{contents.section.concept.id}" if contents.section else ""
    site = request.host_url.rstrip("/")
    return embedded_page(
        "embed.html", page=contents, href=f"{site}/{folder}/{thing}{query}{anchor}"
    )
