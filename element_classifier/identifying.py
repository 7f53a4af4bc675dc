"""Published lists nearest to a list of the caller's: the service's answer, as plain data."""

from collections.abc import Iterable
from typing import Any, Unpack

from element_classifier.batches import read_batch
from element_classifier.choosing import chosen
from element_classifier.filtering import ReadingArguments, Several
from element_classifier.plain import dumped
from schemas.response.identities import IdentifiedOut
from service.answers import identify
from service.answers.encoding import Json

_ANSWER = IdentifiedOut()


def identify_list(
    values: Iterable[Any], concept: Several | None = None, **arguments: Unpack[ReadingArguments]
) -> Json:
    """Name the published lists that a list is nearest to, and how they differ.

    Args:
        values: mentions of elements and materials, of any type.
        concept: only lists of these concepts, by id, alias or label.
        arguments: see ``ReadingArguments``.

    Returns:
        The answer to ``POST /v1/identify-list``.

    Raises:
        TypeError: ``values`` is one text.
        UnknownIdError, UnknownLanguageError, DayError: an argument means nothing that there is.
    """
    view, concepts = chosen(concept, arguments, ReadingArguments)
    batch = read_batch(values, arguments)
    return dumped(_ANSWER, identify.answer(view, batch, concepts))
