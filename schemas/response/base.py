"""The building blocks of answers. Schemas dump records of the model, or mappings of them."""

from collections.abc import Iterable
from typing import Any

from marshmallow import EXCLUDE, Schema, fields


class Out(Schema):
    """The base of every shape that we write."""

    class Meta:
        """Leave the documented object open to new fields."""

        unknown = EXCLUDE


class _Text(fields.String):
    """Text that needs no conversion: ids, labels, dates of unknown precision, words of enums."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return value


class _Texts(fields.List[Any]):
    """A list of texts, likewise."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return value


class Quantity(fields.Float):
    """A number: whole where it is whole."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        if value is None:
            return None
        return int(value) if value == int(value) else float(value)


def text(description: str, **options: Any) -> fields.String:
    """Make a field for one text."""
    return _Text(**_described(description, options))


def texts(description: str, **options: Any) -> fields.List[Any]:
    """Make a field for a list of texts: ids, symbols, sentences."""
    return _Texts(fields.String(), **_described(description, options))


def word(description: str, words: Iterable[str], **options: Any) -> fields.String:
    """Make a field for one of a set of words that may grow: an open enumeration."""
    extensible = {"x-extensible-enum": [str(each) for each in words]}
    return _Text(**_described(description, options, **extensible))


def number(description: str, **options: Any) -> fields.Integer:
    """Make a field for a whole number."""
    return fields.Integer(**_described(description, options))


def truth(description: str) -> fields.Boolean:
    """Make a field for true or false."""
    return fields.Boolean(**_described(description, {}))


def day(description: str, **options: Any) -> fields.Date:
    """Make a field for a calendar date."""
    return fields.Date(**_described(description, options))


def anything(description: str) -> fields.Raw:
    """Make a field for a value of any type, null among them."""
    return fields.Raw(**_described(description, {"allow_none": True}))


def one(schema: type[Schema], description: str, **options: Any) -> fields.Nested:
    """Make a field for one object."""
    return fields.Nested(schema, **_described(description, options))


def many(schema: type[Schema], description: str, **options: Any) -> fields.List[Any]:
    """Make a field for a list of objects."""
    return fields.List(fields.Nested(schema), **_described(description, options))


def mapping(schema: type[Schema], description: str, **options: Any) -> fields.Dict:
    """Make a field for objects by id."""
    return by_key(fields.Nested(schema), description, **options)


def by_key(values: fields.Field[Any], description: str, **options: Any) -> fields.Dict:
    """Make a field for values by an id or a word."""
    return fields.Dict(keys=fields.String(), values=values, **_described(description, options))


def _described(description: str, options: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    """Give a field's options; brief answers leave members out, all others have every one."""
    return {"required": True, "metadata": {"description": description, **metadata}, **options}
