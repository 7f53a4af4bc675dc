"""Values of a caller -> a batch of read mentions."""

from collections.abc import Iterable, Mapping
from typing import Any

from element_classifier.choosing import reading_options
from element_classifier.loaded import loaded
from element_classifier.plain import plain
from service.answers.batch import Batch, read_items
from service.mentions import Reading


def read_batch(values: Iterable[Any], arguments: Mapping[str, Any]) -> Batch:
    """Read mentions of any type, one outcome each, in order.

    Args:
        values: the mentions.
        arguments: the caller's; those that choose editions are passed over.

    Raises:
        TypeError: ``values`` is one text.
        UnknownIdError, UnknownLanguageError: an argument on reading means nothing that there is.
    """
    if isinstance(values, str | bytes):
        raise TypeError("Give a list of mentions, not one text: look_up takes one.")
    data = loaded()
    options = reading_options(arguments)

    def read(value: Any, suggest: bool) -> Reading:
        return data.reader.read(value, options, suggest=suggest)

    return Batch(read_items(map(plain, values), read))
