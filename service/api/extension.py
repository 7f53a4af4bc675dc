"""Data extension for OpenRefine: values of properties, by jurisdiction, authority and day."""

from typing import Any

from marshmallow import Schema, ValidationError

from schemas import reconciliation as shapes
from service.answers import properties, reconciliation
from service.answers.encoding import Json
from service.api.bulk.scheduling import in_slices
from service.api.context import catalogue, choose, default_view
from service.api.errors import InvalidRequestError, check_count, faults_of
from service.catalogue import View

_EXTEND = shapes.ExtendIn()


def loaded(schema: Schema, value: Any, pointer: str = "") -> Json:
    """Read a part of the body by its schema.

    Args:
        schema: its shape.
        value: the part.
        pointer: its place in the body.

    Raises:
        InvalidRequestError: it has another shape.
    """
    try:
        return dict(schema.load(value))
    except ValidationError as error:
        faults = faults_of({"json": error.messages})
        placed = [{**fault, "pointer": f"{pointer}{fault['pointer']}"} for fault in faults]
        raise InvalidRequestError(placed) from None


def extended(value: Any) -> tuple[list[Json], dict[str, Json]]:
    """Give the heads of the columns, and for each id the values of each property.

    An id that is not held has no values.

    Raises:
        InvalidRequestError: a property or a setting is not known.
        TooLargeError: there are too many ids.
    """
    query = loaded(_EXTEND, value)
    check_count(len(query["ids"]), shapes.BATCH_LIMIT, "ids")
    requested = query["properties"]
    views = [_view(place, each) for place, each in enumerate(requested)]
    _refuse_twice([each["id"] for each in requested])
    data = catalogue()
    meta = [
        properties.column(data, each["id"], each.get("settings", {}), reconciliation.TYPES)
        for each in requested
    ]
    rows = {id_: _row(id_, requested, views) for id_ in in_slices(query["ids"])}
    return meta, rows


def _row(id_: str, requested: list[Json], views: list[View]) -> Json:
    data = catalogue()
    if id_ not in data.elements and id_ not in data.materials:
        return {each["id"]: [] for each in requested}
    return {
        each["id"]: properties.values(view, id_, each["id"], **_show(each))
        for each, view in zip(requested, views, strict=True)
    }


def _show(requested: Json) -> dict[str, str]:
    settings = requested.get("settings", {})
    return {"show": settings["show"]} if "show" in settings else {}


def _view(place: int, requested: Json) -> View:
    """Give the editions that the settings of a property choose."""
    pointer = f"/properties/{place}"
    data, id_ = catalogue(), requested["id"]
    settings = {name: value for name, value in requested.get("settings", {}).items() if value}
    if id_ in properties.IDENTITIES:
        return default_view()
    if id_ not in data.concepts:
        choices = ", ".join([*properties.IDENTITIES, *data.concepts])
        detail = f"There is no property {id_[:80]!r}; there are {choices}."
        raise InvalidRequestError([{"pointer": f"{pointer}/id", "detail": detail}])
    several = {name: [settings[name]] for name in ("jurisdiction", "authority") if name in settings}
    day = {"as_of": settings["as_of"]} if "as_of" in settings else {}
    try:
        return choose({**several, **day}).view
    except InvalidRequestError as error:
        placed = [
            {"pointer": f"{pointer}/settings/{fault['member']}", "detail": fault["detail"]}
            for fault in error.errors
        ]
        raise InvalidRequestError(placed) from None


def _refuse_twice(ids: list[str]) -> None:
    for place, id_ in enumerate(ids):
        if id_ in ids[:place]:
            detail = f"{id_!r} is asked for twice: its values would share one name. Ask again."
            raise InvalidRequestError([{"pointer": f"/properties/{place}/id", "detail": detail}])
