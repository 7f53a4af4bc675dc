"""``/lists``: who lists what, as a page and as pictures."""

from typing import Any

from flask import Blueprint, Response
from marshmallow import Schema

from schemas.forms import ListsQuery, OverTimeQuery
from service.api.context import catalogue
from service.api.errors import invalid_member
from service.catalogue import View
from service.web.links import downloads, page_query, voices
from service.web.parameters import parse, view_of
from service.web.rendering import page, picture
from service.web.routes import chosen_names, cited, restriction
from service.web.views import pictures
from service.web.views.lists import ORDERS, START, ListsOptions, listing_concepts, lists_page
from service.web.views.over_time import over_time

_FIELD = 180, 116
"""Width and height of a chart with its title and axis."""


def add(blueprint: Blueprint) -> None:
    """Put the page and its pictures on a blueprint."""
    blueprint.add_url_rule("/lists", view_func=lists)
    blueprint.add_url_rule("/lists.svg", view_func=lists_picture)
    blueprint.add_url_rule("/lists/over-time.svg", view_func=over_time_picture)


def lists() -> Response:
    """Show which element and material is on whose lists."""
    view, options, arguments = _listing_of_address()
    chosen = {"concept": options.concept} | ({"kind": options.kind} if options.kind else {})
    contents = lists_page(view, options)
    title = f"{contents.concept.label}: who lists what, {contents.as_of}"
    undated = {name: value for name, value in arguments.items() if name == "official"}
    return page(
        "lists.html",
        page=contents,
        history=over_time(view, options.concept, options.kind),
        concepts=listing_concepts(view.catalogue),
        orders=ORDERS,
        query=page_query(arguments, **chosen),
        picture=page_query(arguments, **chosen, sort=options.sort),
        history_query=page_query(undated, **chosen),
        links=downloads("/v1/matrix", arguments, concept=options.concept),
        chosen=chosen_names(arguments),
        citation=cited(title, "/lists", arguments, view.selection.as_of),
        **voices(arguments, **chosen),
    )


def lists_picture() -> Response:
    """Draw the table of ``/lists``."""
    view, options, arguments = _listing_of_address()
    contents = lists_page(view, options)
    return picture(
        "lists.svg",
        page=contents,
        restriction=restriction(arguments),
        on=pictures.filled(contents, "on"),
        material=pictures.filled(contents, "material"),
        names_width=pictures.NAMES_WIDTH,
        head_height=pictures.HEAD_HEIGHT,
        cell_width=pictures.CELL_WIDTH,
        cell_height=pictures.CELL_HEIGHT,
    )


def over_time_picture() -> Response:
    """Draw on how many lists each thing was, year by year."""
    view, concept, arguments = _listing(OverTimeQuery())
    data = over_time(view, concept, arguments.get("kind"))
    return picture(
        "over_time.svg",
        data=data,
        restriction=restriction(arguments),
        charts=pictures.placed(data, *_FIELD),
        all=pictures.bars(data.lists, max(data.lists)),
    )


def _listing(schema: Schema) -> tuple[View, str, dict[str, Any]]:
    """Give the view, the listing and the arguments that the address names."""
    arguments = parse(schema)
    listings = [concept.id for concept in listing_concepts(catalogue())]
    arguments.setdefault("concept", START if START in listings else listings[0])
    view = view_of(arguments)
    concept = arguments["concept"]
    if concept not in listings:
        detail = f"{concept} is a class, not a list. Lists are: {', '.join(listings)}."
        raise invalid_member("concept", detail)
    return view, concept, arguments


def _listing_of_address() -> tuple[View, ListsOptions, dict[str, Any]]:
    view, concept, arguments = _listing(ListsQuery())
    sort = arguments.get("sort", "lists")
    places = {a.code or a.id for a in catalogue().authorities.values()}
    if sort not in {*ORDERS, *places}:
        detail = f"Sort by {', '.join(ORDERS)} or by the code of a jurisdiction, such as EU."
        raise invalid_member("sort", detail)
    return view, ListsOptions(concept, arguments.get("kind"), sort), arguments
