"""Files for robots and their keepers: sitemap, robots.txt, security.txt."""

import datetime as dt

from flask import Blueprint, Response

from schemas.forms import NoPageQuery
from service.api.context import base_address, catalogue, context
from service.api.problems import problem
from service.api.response import TEXT, respond
from service.web.parameters import parse
from service.web.rendering import rendered

XML = "application/xml; charset=utf-8"
_PLAIN = ("/", "/concepts", "/authorities", "/sources", "/disagreements", "/classify", "/docs")
_ROBOTS = """\
User-agent: *
Allow: /assets/
Disallow: /*?
Disallow: /reconcile

Sitemap: {base}/sitemap.xml
"""
"""An address with a query is one view of many: each page stands without one in the sitemap."""
_SECURITY = """\
Contact: {contact}
Expires: {expires}
Preferred-Languages: en
Canonical: {base}/.well-known/security.txt
"""
_EXPIRES_AFTER = dt.timedelta(days=180)


def add(blueprint: Blueprint) -> None:
    """Put the files on a blueprint."""
    blueprint.add_url_rule("/sitemap.xml", view_func=sitemap)
    blueprint.add_url_rule("/robots.txt", view_func=robots)
    blueprint.add_url_rule("/.well-known/security.txt", view_func=security)


def sitemap() -> Response:
    """Answer the address of every page that needs no parameter."""
    parse(NoPageQuery())
    data = catalogue()
    kinds = {
        "elements": data.elements,
        "materials": data.listed,
        "concepts": data.concepts,
        "authorities": data.authorities,
        "editions": data.editions,
        "sources": data.sources,
    }
    records = [f"/{kind}/{id_}" for kind, ids in kinds.items() for id_ in ids]
    body = rendered("sitemap.xml", paths=[*_PLAIN, *records], base=base_address())
    return respond(body, media_type=XML, negotiated=True)


def robots() -> Response:
    """Answer what robots may fetch."""
    parse(NoPageQuery())
    body = _ROBOTS.format(base=base_address()).encode()
    return respond(body, media_type=TEXT, negotiated=True)


def security() -> Response:
    """Answer where to report a vulnerability (RFC 9116)."""
    parse(NoPageQuery())
    contact = context().site.contact
    if contact is None:
        detail = "No contact is set: the operator names it in ELEMENTS_SECURITY_CONTACT."
        return problem("no-such-path", detail)
    today = dt.datetime.now(dt.UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    expires = (today + _EXPIRES_AFTER).strftime("%Y-%m-%dT%H:%M:%SZ")
    body = _SECURITY.format(contact=contact, expires=expires, base=base_address())
    # no cache may keep it beyond its day
    return Response(body, content_type=TEXT, headers={"Cache-Control": "no-store"})
