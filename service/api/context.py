"""What the routes look things up in, and the views that a query chooses."""

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from flask import current_app

from service.answers import elements as say
from service.answers.writing import Written, write
from service.catalogue import Catalogue, UnknownIdError, check_ids
from service.mentions import Options, Reader
from service.problems import invalid_member, invalid_parameter
from service.ready import Made
from service.settings import Settings
from service.view import Selection, View

_KEY = "element-classifier"
_Said = TypeVar("_Said")


@dataclass(frozen=True, slots=True)
class Context:
    """The parts that the application was made of."""

    catalogue: Catalogue
    reader: Reader
    settings: Settings
    made: Made

    def brief(self, view: View, symbol: str, concept: str | None) -> Written:
        """Give an element as it stands among many: written beforehand where that shows the same."""
        whole, cuts = self.made.briefs.get(symbol), self.made.brief_cuts
        if whole and cuts and view.like(self.catalogue.default, concept):
            return Written(b"".join(cuts.pieces(whole, symbol, concept) if concept else (whole,)))
        return Written(write(say.brief(view, symbol, concept)))

    def attach(self, app: Any) -> None:
        """Put this where the routes find it."""
        app.extensions[_KEY] = self

    def ask(self, say: Callable[..., _Said], *arguments: Any, **names: Any) -> _Said:
        """Ask what answers a route, without an application around it: it finds these parts."""
        before = _asked.set(self)
        try:
            return say(*arguments, **names)
        finally:
            _asked.reset(before)


_asked: ContextVar[Context | None] = ContextVar("asked", default=None)


def context() -> Context:
    """Give the parts of the application that answers now."""
    return _asked.get() or cast("Context", current_app.extensions[_KEY])


def catalogue() -> Catalogue:
    """Give the catalogue."""
    return context().catalogue


def chosen_view(arguments: dict[str, Any]) -> View:
    """Give the view that ``authority``, ``as_of`` and ``concept`` choose.

    Raises:
        InvalidRequestError: an authority or a concept does not exist.
    """
    known = catalogue()
    authorities = arguments.get("authority") or []
    _check("authority", known.authorities, authorities)
    _check("concept", known.concepts, [arguments["concept"]] if "concept" in arguments else [])
    return known.view(
        Selection(
            as_of=arguments.get("as_of") or known.released,
            authorities=frozenset(authorities) if authorities else None,
            history=arguments.get("history") == "true",
        )
    )


def _check(parameter: str, known: Mapping[str, object], ids: Sequence[str]) -> None:
    try:
        check_ids(parameter, known, ids)
    except UnknownIdError as error:
        raise invalid_parameter(parameter, error) from None


def reading_options(arguments: dict[str, Any]) -> Options:
    """Give how to read mentions; flags are words in a query and truth values in a body.

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
        strict=arguments.get("strict") in (True, "true"),
        na=arguments.get("na"),
        language=language,
    )
