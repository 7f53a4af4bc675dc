"""The catalogue and the reader that the routes use, and the views that a query chooses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from flask import Flask, current_app, request

from service.api.downloads import Downloads
from service.api.errors import InvalidRequestError, invalid_member, invalid_parameter
from service.catalogue import Catalogue, Filters, UnknownIdError, View
from service.catalogue.choice import Choice, UnknownLanguageError, choice_of, language_of
from service.mentions import Options, Reader

_KEY = "element-classifier"
_FILTERS = ("authority", "jurisdiction", "grade", "edition", "series", "as_of", "history")


@dataclass(frozen=True, slots=True)
class Site:
    """The service as the world knows it.

    Attributes:
        base: the public address, such as ``https://elements.example.org``; None for the
            address that each request names.
        contact: where to report a vulnerability, for ``security.txt``.
        reports: where readers report a wrong claim: ``mailto:`` or ``https://``; or None.
    """

    base: str | None = None
    contact: str | None = None
    reports: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The data and the reader of one application.

    Attributes:
        catalogue: the data.
        reader: reads mentions.
        revision: of the code, for ``/version``.
        fault: why the service is not ready, or None.
        downloads: the files that it offers, or None.
        site: the public address and the contacts.
    """

    catalogue: Catalogue
    reader: Reader
    revision: str
    fault: Callable[[], str | None]
    downloads: Downloads | None
    site: Site

    def attach(self, app: Flask) -> None:
        """Put this where the routes find it."""
        app.extensions[_KEY] = self


def context() -> Context:
    """Give the context of the current application."""
    return cast("Context", current_app.extensions[_KEY])


def catalogue() -> Catalogue:
    """Give the catalogue."""
    return context().catalogue


def base_address() -> str:
    """Give the public address of the service, without a slash at its end."""
    return context().site.base or request.host_url.rstrip("/")


def default_view() -> View:
    """Give the view of all authorities on the day of the data's release."""
    return View(catalogue())


def choose(arguments: dict[str, Any]) -> Choice:
    """Give the view and the concepts that a request chooses.

    Args:
        arguments: in the shape of ``schemas.request.ChosenConcept``, or fewer. Authorities and
            concepts may go by an alias or a name.

    Raises:
        InvalidRequestError: a value means no record.
    """
    concept = arguments.get("concept")
    concepts = [concept] if isinstance(concept, str) and concept else concept
    try:
        return choice_of(catalogue(), filters_of(arguments), concepts)
    except UnknownIdError as error:
        raise invalid_parameter(error.kind, error) from None


def filters_of(arguments: dict[str, Any]) -> Filters:
    """Give the filters of a request, in the shape of ``schemas.request.Chosen``."""
    given = {name: arguments[name] for name in _FILTERS if name in arguments}
    return Filters(kind=arguments.get("kind_of_authority", ()), **given)


def found_ids(kind: str, texts: Sequence[str], parameter: str | None = None) -> list[str]:
    """Give the ids that the values of a parameter mean.

    Args:
        kind: authority, concept or edition.
        texts: ids, aliases or names.
        parameter: its name, where that differs from the kind.

    Raises:
        InvalidRequestError: one means no record, with suggestions.
    """
    try:
        return [catalogue().names[kind].find(text) for text in texts]
    except UnknownIdError as error:
        raise invalid_parameter(parameter or kind, error) from None


def mentioned_element(arguments: dict[str, Any]) -> list[str] | None:
    """Give the symbol, or a material's id, that the parameter ``element`` names, in a list.

    Returns:
        None where the parameter is not given.

    Raises:
        InvalidRequestError: the parameter names neither.
    """
    if "element" not in arguments:
        return None
    reading = context().reader.read(arguments["element"], Options())
    if reading.thing is None:
        detail = reading.problem.detail if reading.problem else "No element."
        raise InvalidRequestError([{"parameter": "element", "detail": detail}])
    return [reading.thing]


def reading_options(arguments: dict[str, Any]) -> Options:
    """Make the options for reading values.

    Raises:
        InvalidRequestError: there are no names in the language.
    """
    try:
        language = language_of(catalogue(), arguments.get("lang"))
    except UnknownLanguageError as error:
        raise invalid_member("lang", str(error)) from None
    given = {name: arguments[name] for name in ("strict", "na", "kind") if name in arguments}
    return Options(language=language, **given)
