"""The pages of OpenRefine's door: an entity's preview in a frame, and the way to its page."""

from flask import Blueprint, Response, redirect
from werkzeug.wrappers import Response as AnyResponse

from schemas.reconciliation import EntityQuery
from service.answers.reconciliation import DRAFT_ROOT, ROOT, entity, type_of
from service.api.context import base_address, catalogue, context, default_view
from service.api.errors import NotAnElementError
from service.mentions import Options
from service.web.parameters import parse
from service.web.rendering import embedded_page
from service.web.views.element import description


def add(blueprint: Blueprint) -> None:
    """Put the pages on a blueprint."""
    blueprint.add_url_rule(f"{ROOT}/view/<entity_id>", view_func=view_entity)
    blueprint.add_url_rule(f"{ROOT}/preview", view_func=preview)
    blueprint.add_url_rule(f"{DRAFT_ROOT}/preview", view_func=preview, endpoint="draft_preview")


def view_entity(entity_id: str) -> AnyResponse:
    """Lead from an entity's id to its page."""
    return redirect(_page_of(_canonical_id(entity_id)), 303)


def preview() -> Response:
    """Show an entity in a few lines."""
    id_ = _canonical_id(parse(EntityQuery())["id"])
    view = default_view()
    return embedded_page(
        "preview.html",
        entity=entity(view.catalogue, id_),
        answer=description(view, id_),
        address=f"{base_address()}{_page_of(id_)}",
    )


def _canonical_id(id_: str) -> str:
    """Give an id of ours; of another mention, the id of what it names."""
    if id_ in catalogue().elements or id_ in catalogue().materials:
        return id_
    reading = context().reader.read(id_, Options())
    if reading.thing is None:
        raise NotAnElementError(reading)
    return reading.thing


def _page_of(id_: str) -> str:
    return f"/{type_of(catalogue(), id_)}s/{id_}"
