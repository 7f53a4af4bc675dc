"""The building blocks of answers."""

from typing import Any

from marshmallow import EXCLUDE, Schema, fields


class Out(Schema):
    """The base of every shape that we write."""

    class Meta:
        """Leave the documented object open to new fields."""

        unknown = EXCLUDE


def ids(description: str) -> fields.List[Any]:
    """Make a field for a list of ids or symbols."""
    return fields.List(fields.String(), required=True, metadata={"description": description})


def text(description: str, **options: Any) -> fields.String:
    """Make a field for one text."""
    return fields.String(required=True, metadata={"description": description}, **options)


def word(description: str, words: str) -> fields.String:
    """Make a field for one of a set of words that may grow."""
    text = f"{description} One of: {words}; more may come."
    return fields.String(required=True, metadata={"description": text})


def many(schema: type[Schema]) -> fields.List[Any]:
    """Make a field for a list of objects."""
    return fields.List(fields.Nested(schema), required=True)


def mapping(schema: type[Schema], description: str) -> fields.Dict:
    """Make a field for objects by id."""
    return by_key(fields.Nested(schema), description)


def by_key(values: fields.Field[Any], description: str) -> fields.Dict:
    """Make a field for values by an id or a word."""
    return fields.Dict(
        keys=fields.String(),
        values=values,
        required=True,
        metadata={"description": description},
    )
