"""The parameters of pages and forms: as strict as the API, but a blank is not given."""

import datetime as dt
from typing import Any, cast

from flask import request
from marshmallow import Schema
from webargs.multidictproxy import MultiDictProxy
from werkzeug.datastructures import MultiDict

from schemas.forms import TableQuery
from service.answers.comparisons import shared_concepts
from service.api.context import catalogue, choose, found_ids
from service.api.problems import MEDIA_TYPE
from service.api.request import Parser, whole_body
from service.catalogue import View
from service.web.links import OFFICIAL_KINDS, is_official
from service.web.views.table import START, TableOptions

PAGES = "text/html"
_MACHINES = ("/v1", "/openapi.json", "/livez", "/readyz", "/version", "/metrics")


class PageParser(Parser):
    """The API's parser for what forms send: a control left blank is a parameter not given."""

    def load_querystring(self, req: Any, schema: Schema) -> Any:
        """Load the query without its blanks."""
        super().load_querystring(req, schema)
        return MultiDictProxy(_filled(req.args), schema)

    def load_form(self, req: Any, schema: Schema) -> Any:
        """Load a form without its blanks."""
        whole_body(req)
        return MultiDictProxy(_filled(req.form), schema)


def _filled(given: MultiDict[str, str]) -> MultiDict[str, str]:
    return MultiDict([(name, value) for name, value in given.items(multi=True) if value.strip()])


_PARSER = PageParser()


def parse(schema: Schema, location: str = "query") -> dict[str, Any]:
    """Load the parameters of the request."""
    return cast("dict[str, Any]", _PARSER.parse(schema, request, location=location))


def view_of(arguments: dict[str, Any]) -> View:
    """Give the view that the arguments choose, and put ids in the place of aliases in them."""
    kinds = {"kind_of_authority": OFFICIAL_KINDS} if is_official(arguments) else {}
    view, concepts = choose({**arguments, **kinds})
    if concepts:
        several = isinstance(arguments["concept"], list)
        arguments["concept"] = [*dict.fromkeys(concepts)] if several else concepts[0]
    if "authority" in arguments:
        arguments["authority"] = found_ids("authority", arguments["authority"])
    return view


def table_options() -> tuple[View, TableOptions, dict[str, Any]]:
    """Give the view, the options of the table, and the arguments that the address names."""
    arguments = parse(TableQuery())
    for side in ("left", "right"):
        if side in arguments:
            arguments[side] = found_ids("edition", [arguments[side]], side)[0]
    arguments.setdefault("concept", _opening_concept(arguments))
    view = view_of(arguments)
    day: dt.date | None = arguments.get("as_of")
    options = TableOptions(
        concept=arguments["concept"],
        authorities=tuple(arguments.get("authority", ())),
        official=is_official(arguments),
        as_of=day.isoformat() if day else None,
        disputed=arguments.get("disputed") == "true",
        left=arguments.get("left"),
        right=arguments.get("right"),
    )
    return view, options, arguments


def _opening_concept(arguments: dict[str, Any]) -> str:
    """Give the concept of a table whose address names none: one that both its editions have."""
    data = catalogue()
    if "left" in arguments and "right" in arguments:
        shared = shared_concepts(data, arguments["left"], arguments["right"])
        if shared and START not in shared:
            return shared[0]
    # a data set without rare earths opens with its first concept
    return START if START in data.concepts else next(iter(data.concepts))


def prefers_html() -> bool:
    """Tell whether the Accept header prefers a page to JSON; ``*/*`` does not."""
    accepted = request.accept_mimetypes
    machine = max(accepted["application/json"], accepted[MEDIA_TYPE])
    return accepted[PAGES] > machine if accepted else False


def on_a_page() -> bool:
    """Tell whether the path is one for people."""
    return not any(request.path == p or request.path.startswith(f"{p}/") for p in _MACHINES)
