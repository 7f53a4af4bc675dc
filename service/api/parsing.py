"""Requests as they must be: nothing dropped, nothing guessed."""

from collections.abc import Callable
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from flask import Request, request
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import RAISE, Schema, ValidationError, fields, missing
from webargs.flaskparser import FlaskParser
from werkzeug.datastructures import MIMEAccept, MultiDict

from service import strictjson
from service.api.bodies import read_body

if TYPE_CHECKING:
    from service.api.respond import Answer

_UNKNOWN_TOLD = 20
_KEPT = 32
"""How many schemas are kept: of each question, and of all those whose fields are known by name."""


class Parser(FlaskParser):
    """webargs, made strict: unknown and repeated parameters are faults, JSON is RFC 8259."""

    DEFAULT_UNKNOWN_BY_LOCATION: dict[str, str | None] = {  # noqa: RUF012 - webargs' own way
        **FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION,
        "query": RAISE,
    }

    def load_querystring(self, req: Request, schema: Schema) -> Any:
        """Load the query; a parameter given twice must be one that repeats."""
        return query_of(req.args, schema)

    def load_json(self, req: Request, schema: Schema) -> Any:
        """Load a JSON body, and refuse what only looks like one."""
        value = strictjson.loads(read_body(req))
        if not isinstance(value, dict):
            needed = ", ".join(name for name, field in _by_name(schema).items() if field.required)
            raise ValidationError({"_schema": [f"The body must be a JSON object with {needed}."]})
        known = _by_name(schema)
        # a near name costs a search each: a few are enough to put the request right
        unknown = list(islice((name for name in value if name not in known), _UNKNOWN_TOLD))
        if unknown:
            raise ValidationError({name: [_unknown(name, schema)] for name in unknown})
        return value


def query_of(args: MultiDict[str, str], schema: Schema) -> dict[str, Any]:
    """Give the parameters of a query as a schema loads them: one value, or the list that it wants.

    Raises:
        ValidationError: one is unknown, or is given twice and does not repeat.
    """
    faults: dict[str, list[str]] = {}
    given: dict[str, Any] = {}
    known = _by_name(schema)
    for name, values in args.lists():
        field = known.get(name)
        repeats = isinstance(field, fields.List)
        if field is None:
            faults[name] = [_unknown(name, schema)]
        elif len(values) > 1 and not repeats:
            faults[name] = ["Given more than once; this parameter takes one value."]
        given[name] = values if repeats else values[0]
    if faults:
        raise ValidationError(faults)
    return given


@lru_cache(maxsize=_KEPT)
def _by_name(schema: Schema) -> dict[str, fields.Field[Any]]:
    """Give the fields by the names they have in a request: ``from`` is no name in Python."""
    return {field.data_key or name: field for name, field in schema.fields.items()}


def _unknown(name: str, schema: Schema) -> str:
    known = sorted(_by_name(schema))
    near = get_close_matches(name[:80], known, n=1)
    if near:
        return f"Unknown parameter. Did you mean {near[0]}?"
    return f"Unknown parameter. Known here: {', '.join(known) or 'none'}."


PARSER = Parser()
"""The parser that every route reads its arguments with."""


class Question:
    """A GET that can be asked without Flask: its rule, its parameters, and what answers it."""

    def __init__(self, rule: str, schema: type[Schema], say: "Callable[..., Answer]") -> None:
        """Keep them.

        Raises:
            ValueError: a parameter has a value where it is not given.
        """
        self.rule, self.say = rule, say
        self.name = rule.partition("<")[2].rstrip(">")
        """That of the variable in the path."""
        self._whole = schema()
        known = _by_name(self._whole)
        if any(field.load_default is not missing for field in known.values()):
            raise ValueError(f"{rule} has a parameter with a default, which would not be loaded")
        self._needed = {name for name, field in known.items() if field.required}
        # each field takes its time, given or not
        self._of = lru_cache(maxsize=_KEPT)(lambda names: schema(only=names))

    def load(self, query: str) -> dict[str, Any]:
        """Load a query, without its question mark.

        Raises:
            ValidationError: a parameter is unknown, lacking, repeated, or not what it must be.
        """
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict") if query else []
        given = query_of(MultiDict(pairs), self._whole)
        asked = self._of(frozenset(given)) if self._needed <= given.keys() else self._whole
        return dict(asked.load(given))


class Blueprint(SmorestBlueprint):
    """flask-smorest's blueprint with the strict parser.

    Its ``response`` takes the name of a schema, as flask-smorest allows where a route answers by
    itself: only the description of the routes needs the shapes of answers, and a start does not.
    """

    ARGUMENTS_PARSER = PARSER

    def __init__(self, *names: Any, **options: Any) -> None:
        """Make it, without questions yet."""
        super().__init__(*names, **options)
        self.questions: list[Question] = []

    def arguments(self, schema: type[Schema], **options: Any) -> Any:
        """Tell what a route takes; of a class webargs would make a schema for each request."""
        return super().arguments(schema(), **options)


def best_accepted(available: list[str]) -> str | None:
    """Give the media type that the request likes best: the first where it does not say.

    Parameters make no difference: ``application/json; charset=utf-8`` is what we send.
    """
    given = request.accept_mimetypes
    if not given:
        return available[0]
    accepted = MIMEAccept([(_plain(name), quality) for name, quality in given])
    plain = {_plain(media_type): media_type for media_type in available}
    best = accepted.best_match(plain)
    return plain[best] if best else None


def _plain(media_type: str) -> str:
    return media_type.partition(";")[0].strip()
