"""The catalogue and the reader that the routes use, and the views that a query chooses."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from flask import Flask, current_app

from service.api.problems import InvalidRequestError, invalid_member, invalid_parameter
from service.catalogue import Catalogue, Selection, UnknownIdError, View, check_ids
from service.mentions import Options, Reader

_KEY = "element-classifier"


@dataclass(frozen=True, slots=True)
class Context:
    """What one application answers from.

    Attributes:
        catalogue: the data.
        reader: reads mentions.
        revision: of the code, for ``/version``.
        fault: why the service is not ready, or None.
    """

    catalogue: Catalogue
    reader: Reader
    revision: str
    fault: Callable[[], str | None]

    def attach(self, app: Flask) -> None:
        """Put this where the routes find it."""
        app.extensions[_KEY] = self


def context() -> Context:
    """Give the context of the current application."""
    return cast("Context", current_app.extensions[_KEY])


def catalogue() -> Catalogue:
    """Give the catalogue."""
    return context().catalogue


def default_view() -> View:
    """Give the view of all authorities on the day of the data's release."""
    return View(catalogue())


def chosen_view(arguments: dict[str, Any]) -> View:
    """Give the view that ``authority``, ``as_of`` and ``history`` choose; check ``concept``.

    Raises:
        InvalidRequestError: an authority or a concept does not exist.
    """
    data = catalogue()
    authorities = arguments.get("authority") or []
    concepts = arguments.get("concept") or []
    check_parameter("authority", data.authorities, authorities)
    check_parameter("concept", data.concepts, [concepts] if isinstance(concepts, str) else concepts)
    return View(
        data,
        Selection(
            as_of=arguments.get("as_of") or data.released,
            authorities=frozenset(authorities) if authorities else None,
            history=arguments.get("history", False),
        ),
    )


def check_parameter(
    name: str, records: Mapping[str, object], ids: Sequence[str], kind: str | None = None
) -> None:
    """Refuse a parameter that names an unknown record.

    Args:
        name: the parameter's.
        records: those it may name, by id.
        ids: its values.
        kind: of the records, where it differs from the name.

    Raises:
        InvalidRequestError: with the nearest ids that exist.
    """
    try:
        check_ids(kind or name, records, ids)
    except UnknownIdError as error:
        raise invalid_parameter(name, error) from None


def mentioned_element(arguments: dict[str, Any]) -> list[str] | None:
    """Give the symbol that the parameter ``element`` names, in a list; None where it is not given.

    Raises:
        InvalidRequestError: it names no element.
    """
    if "element" not in arguments:
        return None
    reading = context().reader.read(arguments["element"], Options())
    if reading.symbol is None:
        detail = reading.problem.detail if reading.problem else "No element."
        raise InvalidRequestError([{"parameter": "element", "detail": detail}])
    return [reading.symbol]


def reading_options(arguments: dict[str, Any]) -> Options:
    """Give how to read mentions.

    Raises:
        InvalidRequestError: there are no names in the language.
    """
    language = arguments.get("lang")
    if language is not None:
        languages = catalogue().records.dataset.languages
        if language not in languages:
            detail = f"There are no names in {language!r}; there are in {', '.join(languages)}."
            raise invalid_member("lang", detail)
    return Options(
        strict=arguments.get("strict", False),
        na=arguments.get("na"),
        language=language,
    )
