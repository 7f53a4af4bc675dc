"""A caller's arguments -> the choice of editions and concepts, and the options of reading."""

from collections.abc import Mapping
from typing import Any

from element_classifier.errors import checked, hinted
from element_classifier.filtering import Choosing, Several, filters_of, several
from element_classifier.loaded import loaded
from service.catalogue.choice import Choice, choice_of, language_of
from service.mentions import Options, ValueKind


def chosen(concept: Several | None, given: Mapping[str, Any], shape: type = Choosing) -> Choice:
    """Make the view and the concepts that a caller's arguments choose.

    Args:
        concept: ids, aliases or labels.
        given: the arguments that choose editions; others of the shape are passed over.
        shape: the names that there are.

    Raises:
        TypeError: there is no such argument.
        UnknownIdError: a value means no record.
        DayError: ``as_of`` is no day.
    """
    catalogue = loaded().catalogue
    filters, concepts = filters_of(given, shape), several(concept)
    with hinted(catalogue):
        return choice_of(catalogue, filters, concepts)


def reading_options(given: Mapping[str, Any]) -> Options:
    """Make the options for reading values of a caller's arguments; others are passed over.

    Raises:
        UnknownIdError: ``na`` or ``read_as`` is none of its words.
        UnknownLanguageError: there are no names in the language.
    """
    na = checked("na", given.get("na"), (None, "sodium", "missing"))
    kind = ValueKind(checked("read_as", given.get("read_as", "mention"), ValueKind))
    language = language_of(loaded().catalogue, given.get("lang"))
    return Options(strict=given.get("strict", False), na=na, language=language, kind=kind)
