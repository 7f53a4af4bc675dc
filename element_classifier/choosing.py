"""A caller's arguments -> the choice of editions and concepts."""

from collections.abc import Mapping
from typing import Any

from element_classifier.errors import hinted
from element_classifier.filtering import Choosing, Several, filters_of, several
from element_classifier.loaded import loaded
from service.answers.choice import Choice, choice_of


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
