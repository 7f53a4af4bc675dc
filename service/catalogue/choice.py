"""Choices of a user: the view, the concepts to speak of, the language of names."""

from collections.abc import Sequence
from typing import NamedTuple

from service.catalogue.catalogue import Catalogue
from service.catalogue.filters import selection_of
from service.catalogue.selection import Filters
from service.catalogue.view import View


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


def language_of(catalogue: Catalogue, language: str | None) -> str | None:
    """Give a language back if the data have names in it, or None back.

    Raises:
        UnknownLanguageError: there are no names in the language.
    """
    languages = catalogue.records.dataset.languages
    if language is not None and language not in languages:
        raise UnknownLanguageError(language, languages)
    return language
