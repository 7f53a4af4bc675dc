"""Feeds in Atom (RFC 4287): all, by jurisdiction, by element, by material."""

from urllib.parse import quote

from flask import Blueprint, Response, redirect
from werkzeug.wrappers import Response as AnyResponse

from schemas.forms import NoPageQuery
from service.api.context import base_address, catalogue, context
from service.api.errors import NotAMaterialError, NotAnElementError
from service.api.response import respond
from service.catalogue import Filters, View, selection_of
from service.mentions import Options
from service.web.parameters import parse
from service.web.rendering import rendered
from service.web.views.feeds import ENTRIES_LIMIT, Feed, all_feed, jurisdiction_feed, thing_feed

ATOM = "application/atom+xml; charset=utf-8"


def add(blueprint: Blueprint) -> None:
    """Put the feeds on a blueprint."""
    for rule, view in (
        ("all.atom", all_lists),
        ("jurisdictions/<code>.atom", jurisdiction),
        ("elements/<mention>.atom", element_feed),
        ("materials/<mention>.atom", material_feed),
    ):
        blueprint.add_url_rule(f"/feeds/{rule}", view_func=view)


def all_lists() -> Response:
    """Answer the feed of all lists and of the data."""
    parse(NoPageQuery())
    return _answer(all_feed(catalogue()))


def jurisdiction(code: str) -> AnyResponse:
    """Answer the feed of a jurisdiction's lists under its code; its name leads there."""
    parse(NoPageQuery())
    selection = selection_of(catalogue(), Filters(jurisdiction=[code]))
    holder = catalogue().authorities[min(selection.authorities or ())]
    name = holder.code or holder.jurisdiction or code
    if name != code:
        return redirect(jurisdiction_feed_of(holder.id) or "", 302)
    return _answer(jurisdiction_feed(View(catalogue(), selection), name))


def jurisdiction_feed_of(authority: str) -> str | None:
    """Give the path of the feed of an authority's jurisdiction, where it has one."""
    holder = catalogue().authorities[authority]
    name = holder.code or holder.jurisdiction
    return f"/feeds/jurisdictions/{quote(name)}.atom" if name else None


def element_feed(mention: str) -> AnyResponse:
    """Answer the feed of an element under its symbol; other mentions lead there."""
    parse(NoPageQuery())
    reading = context().reader.read(mention, Options())
    if reading.symbol is None:
        raise NotAnElementError(reading)
    return _of_thing("elements", reading.symbol, mention)


def material_feed(mention: str) -> AnyResponse:
    """Answer the feed of a material under its id; other names lead there."""
    parse(NoPageQuery())
    reading = context().reader.read(mention, Options(material=True))
    if reading.material is None:
        raise NotAMaterialError(mention, reading)
    return _of_thing("materials", reading.material, mention)


def _of_thing(kind: str, id_: str, mention: str) -> AnyResponse:
    if mention != id_:
        return redirect(f"/feeds/{kind}/{id_}.atom", 302)
    return _answer(thing_feed(catalogue(), kind, id_))


def _answer(feed: Feed) -> Response:
    body = rendered("feed.xml", feed=feed, limit=ENTRIES_LIMIT, base=base_address())
    # the address names the format, and readers' Accept headers differ
    return respond(body, media_type=ATOM, negotiated=True)
