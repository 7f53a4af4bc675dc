"""Building blocks that several schemas share."""

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate

PARAPHRASE_LIMIT = 240
"""Longest note in characters: a paraphrase of ours, never a source's sentence."""

_PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

slug = validate.Regexp(
    r"^[a-z0-9]+(-[a-z0-9]+)*$", error="Lower-case letters, digits and single hyphens only."
)


def stripped(text: str) -> None:
    """Refuse text that is empty or has blanks around it."""
    if not text or text != text.strip():
        raise ValidationError("Neither empty nor with blanks around it.")


def partial_date(text: str) -> None:
    """Refuse what is not YYYY, YYYY-MM or YYYY-MM-DD, or is no day of the calendar."""
    if not _PARTIAL_DATE.fullmatch(text):
        raise ValidationError("A date as YYYY, YYYY-MM or YYYY-MM-DD.")
    try:
        dt.date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        raise ValidationError(f"There is no day {text}.") from None


class In(Schema):
    """The base of every shape that we read: an unknown key is a fault."""

    class Meta:
        """Refuse unknown keys."""

        unknown = RAISE


def text(*, limit: int = PARAPHRASE_LIMIT, **options: Any) -> fields.String:
    """Make a field for one stripped text of at most ``limit`` characters."""
    return fields.String(validate=[stripped, validate.Length(max=limit)], **options)


def identifier(**options: Any) -> fields.String:
    """Make a field for an id: lower-case kebab."""
    return fields.String(validate=slug, **options)


def day(**options: Any) -> fields.String:
    """Make a field for a date that may lack its day or month."""
    return fields.String(validate=partial_date, **options)


def one_of(values: Iterable[str], **options: Any) -> fields.String:
    """Make a field for one of a closed set of words that no enum of the model holds."""
    return fields.String(validate=validate.OneOf(list(values)), **options)


def member_of(words: type[StrEnum], description: str = "", **options: Any) -> fields.Enum[Any]:
    """Make a field for one word of an enum; it is loaded as the enum's member."""
    # of an enum by value, apispec does not know the type
    metadata = {"type": "string"} | ({"description": description} if description else {})
    return fields.Enum(words, by_value=True, metadata=metadata, **options)
