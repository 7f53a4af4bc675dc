"""Kinds of fields in requests, and the limits of what they take."""

from typing import Any

from marshmallow import ValidationError, fields, validate

from schemas.fields import one_of

QUERY_LIMIT = 20
"""Most values of a repeated parameter."""
ID_LIMIT = 80
FORMULA_LIMIT = 500
"""Longest formula in characters."""
MENTION_LIMIT = 255

_DAY = validate.Regexp(r"^\d{4}-\d{2}-\d{2}$", error="A date as YYYY-MM-DD.")


class Day(fields.Date):
    """A calendar date as YYYY-MM-DD and nothing else that ISO 8601 allows."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str):
            raise ValidationError("A date as YYYY-MM-DD.")
        _DAY(value)
        try:
            return super()._deserialize(value, attr, data, **kwargs)
        except ValidationError:
            raise ValidationError("No such day in the calendar; a date as YYYY-MM-DD.") from None


def id_field(**options: Any) -> fields.String:
    """Make a field for an id, an alias or a label."""
    return fields.String(validate=validate.Length(min=1, max=ID_LIMIT), **options)


class Flag(fields.Boolean):
    """True or false in a query: these two words and no other."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if value not in ("true", "false"):
            raise ValidationError("Neither true nor false.")
        return value == "true"


class JsonFlag(fields.Boolean):
    """True or false in JSON; a text is neither, nor are 1 and 0, which Python takes for equal."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, bool):
            raise ValidationError("Neither true nor false.")
        return value


def mention_field(description: str, **options: Any) -> fields.String:
    """Make a field for a mention."""
    return fields.String(
        validate=validate.Length(min=1, max=MENTION_LIMIT),
        metadata={"description": description},
        **options,
    )


def flag_field(description: str, **options: Any) -> Flag:
    """Make a field for true or false in a query."""
    return Flag(metadata={"description": description}, **options)


class Few(fields.List[Any]):
    """A list that is counted before its items are looked at; in JSON one text will do."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if isinstance(value, str):
            value = [value]
        if isinstance(value, list):
            self._validate(value)
        return super()._deserialize(value, attr, data, **kwargs)


class Items(fields.List[Any]):
    """A list of anything: each of its items is an outcome of its own, so none is looked at here."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, list):
            raise self.make_error("invalid")
        return value


def several_field(values: fields.Field[Any], description: str, **options: Any) -> Few:
    """Make a field for a parameter that can be repeated."""
    return Few(
        values,
        validate=validate.Length(min=1, max=QUERY_LIMIT),
        metadata={"description": description},
        **options,
    )


def concepts_field() -> Few:
    """Make the field for the concepts to speak of."""
    return several_field(id_field(), "Only this concept, by id, alias or label; repeatable.")


def choice_field(values: list[str], description: str, **options: Any) -> fields.String:
    """Make a field for one of several words."""
    return one_of(values, metadata={"description": description}, **options)


def date_field(description: str, **options: Any) -> Day:
    """Make a field for a day."""
    return Day(metadata={"description": description}, **options)
