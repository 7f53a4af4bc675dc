"""Arguments that choose editions and ways of reading, as a caller gives them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypedDict, TypeVar

from marshmallow import ValidationError

from element_classifier.errors import DayError, checked, unknown
from schemas.parameters import Day
from service.catalogue import Filters
from service.model import AuthorityKind, Grade

Several = str | Sequence[str]
Date = dt.date | str | None
_Word = TypeVar("_Word", AuthorityKind, Grade)
_DAY = Day()


class Holders(TypedDict, total=False):
    """Holders of editions: within one argument any value will do, and all must hold.

    Attributes:
        authority: ids, aliases or names; a list goes on where its holder changes.
        kind: kinds of authority, such as ``law`` or ``survey``.
        jurisdiction: states or unions, by name or ISO 3166 code.
        series: ids of lists.
    """

    authority: Several
    kind: Several
    jurisdiction: Several
    series: Several


class Choosing(Holders, total=False):
    """The choice of editions.

    Attributes:
        grade: grades of an edition's sources.
        edition: ids.
        as_of: the day on which editions are in force, a date or ``YYYY-MM-DD``; by default that
            of the data's release.
        history: also show editions that are not in force.
    """

    grade: Several
    edition: Several
    as_of: Date
    history: bool


class ReadingArguments(Choosing, total=False):
    """The choice of editions, and of how mentions are read.

    Attributes:
        strict: accept exact symbols only.
        na: what ``NA`` means.
        lang: the language of names that mean different elements in several.
        read_as: read each value as a mention, a formula, or the heading of a column (with
            ``unit``, ``fraction``, ``method``, ``form``, ``species`` and ``oxide_of``); ``auto``
            gives the ``kind`` it was, mention, formula, composition or several, and what it
            ``contains``.
    """

    strict: bool
    na: Literal["sodium", "missing"] | None
    lang: str | None
    read_as: Literal["mention", "formula", "header", "auto"]


def filters_of(given: Mapping[str, Any], shape: type = Choosing) -> Filters:
    """Give the filters of a caller's arguments; those on reading are passed over.

    Args:
        given: the arguments.
        shape: the names that there are.

    Raises:
        TypeError: there is no such argument.
        UnknownIdError: a word is none of its choices.
        DayError: ``as_of`` is no day.
    """
    for name in given:
        if name not in shape.__annotations__:
            raise TypeError(str(unknown("argument", name, shape.__annotations__)))
    texts = {
        name: several(given[name])
        for name in ("authority", "jurisdiction", "series", "edition")
        if name in given
    }
    return Filters(
        **texts,
        kind=_words("kind", AuthorityKind, given.get("kind", ())),
        grade=_words("grade", Grade, given.get("grade", ())),
        as_of=day_of(given.get("as_of")),
        history=bool(given.get("history", False)),
    )


def several(value: Several | None) -> list[str]:
    """Give one text or some as a list."""
    return [value] if isinstance(value, str) else list(value or ())


def _words(kind: str, words: type[_Word], given: Several) -> list[_Word]:
    return [words(checked(kind, text, words)) for text in several(given)]


def day_of(value: Date) -> dt.date | None:
    """Read a day: a date, or its text.

    Raises:
        DayError: the text is not ``YYYY-MM-DD``, or there is no such day.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if value is None or isinstance(value, dt.date):
        return value
    try:
        day: dt.date = _DAY.deserialize(value)
    except ValidationError as error:
        raise DayError(f"{value!r}: {' '.join(_texts(error.messages))}") from None
    return day


def _texts(messages: Any) -> Iterable[str]:
    return map(str, messages if isinstance(messages, list) else [messages])
