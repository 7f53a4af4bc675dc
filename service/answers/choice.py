"""Questions: the view, the concepts and the way of reading that a user chooses."""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from service.catalogue import Catalogue, Filters, View, selection_of
from service.mentions import Options, ValueKind


class Choice(NamedTuple):
    """The view, and the concepts to speak of, None for all."""

    view: View
    concepts: list[str] | None


class UnknownLanguageError(LookupError):
    """There are no names in this language; ``suggestions`` are the languages of the data."""

    def __init__(self, language: str, languages: Sequence[str]) -> None:
        self.suggestions = list(languages)
        super().__init__(
            f"There are no names in {language!r}; there are in {', '.join(languages)}."
        )


def choice_of(catalogue: Catalogue, filters: Filters, concepts: Sequence[str] | None) -> Choice:
    """Give the view and the concepts that a user chooses.

    Args:
        catalogue: the data.
        filters: what chooses the editions.
        concepts: ids, aliases or labels; none for all concepts.

    Raises:
        UnknownIdError: a value means no record.
    """
    view = View(catalogue, selection_of(catalogue, filters))
    find = catalogue.names["concept"].find
    return Choice(view, [find(text) for text in concepts] if concepts else None)


def query_of(filters: Filters, concepts: Sequence[str] | None = None, **more: str) -> str:
    """Give the query that makes the same choice over HTTP, with its question mark, in one order."""
    pairs = [
        *(("authority", filters.authority), ("kind", filters.kind), ("grade", filters.grade)),
        *(("jurisdiction", filters.jurisdiction), ("edition", filters.edition)),
        *(("series", filters.series), ("as_of", filters.as_of)),
        *(("history", "true" if filters.history else None), ("concept", concepts)),
    ]
    query = urlencode([*((name, each) for name, each in pairs if each), *more.items()], doseq=True)
    return f"?{query}" if query else ""


def options_of(
    catalogue: Catalogue,
    *,
    strict: bool = False,
    na: str | None = None,
    lang: str | None = None,
    kind: ValueKind = ValueKind.MENTION,
) -> Options:
    """Make the options for reading values.

    Raises:
        UnknownLanguageError: there are no names in the language.
    """
    languages = catalogue.records.dataset.languages
    if lang is not None and lang not in languages:
        raise UnknownLanguageError(lang, languages)
    return Options(strict=strict, na=na, language=lang, kind=kind)
