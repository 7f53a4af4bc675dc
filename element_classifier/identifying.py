"""Published lists nearest to a list of the caller's: the service's answer, as plain data."""

from collections.abc import Iterable
from typing import Any, Unpack

import orjson

from element_classifier.choosing import chosen
from element_classifier.filtering import Reading, Several, how_of
from element_classifier.loaded import loaded
from element_classifier.plain import plain
from schemas.response.identities import IdentifiedOut
from service.answers import identify
from service.answers.batch import Batch, read_items
from service.answers.choice import options_of
from service.answers.encoding import Json, encode

_ANSWER = IdentifiedOut()


def identify_list(
    values: Iterable[Any], concept: Several | None = None, **asked: Unpack[Reading]
) -> Json:
    """Name the published lists that a list is nearest to, and how they differ.

    Args:
        values: mentions of elements and materials, of any type.
        concept: only lists of these concepts, by id, alias or label.
        asked: see ``Reading``.

    Returns:
        The answer to ``POST /v1/identify-list``.

    Raises:
        TypeError: ``values`` is one text.
        UnknownIdError, UnknownLanguageError, DayError: an argument means nothing that there is.
    """
    if isinstance(values, str | bytes):
        raise TypeError("Give a list of mentions, not one text.")
    data = loaded()
    view, concepts = chosen(concept, asked, Reading)
    options = options_of(data.catalogue, **how_of(asked))

    def read(value: Any, suggest: bool) -> Any:
        return data.reader.read(value, options, suggest=suggest)

    batch = Batch(read_items(map(plain, values), read))
    answer: Json = orjson.loads(encode(_ANSWER.dump(identify.answer(view, batch, concepts))))
    return answer
