"""GETs of little work, answered alike whether Flask hands them on or not.

Of what such a GET costs, the greatest part is Flask's dispatch and webargs around it. A route that
is put here is asked directly by the look-ups' road, with the arguments its own schema loads. A
question with a fault is left to Flask, which answers it with a problem.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any
from urllib.parse import unquote

from flask import Response
from marshmallow import Schema, ValidationError

from service.api.context import Context
from service.api.parsing import Blueprint, Question
from service.api.respond import Answer, respond
from service.catalogue import UnknownIdError
from service.problems import InvalidFormulaError, InvalidRequestError, NotAnElementError
from service.ready import Headers, Ready, header_lines
from service.settings import LOG

_FAULTS = (
    InvalidFormulaError,
    InvalidRequestError,
    NotAnElementError,
    UnicodeDecodeError,
    UnknownIdError,
    ValidationError,
)


def direct(
    blueprint: Blueprint, rule: str, query: type[Schema], shape: str
) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """Make a route of a function from arguments, and a name in the path, to an answer.

    Args:
        blueprint: whose route it is.
        rule: its path, in which at most the last segment is a name.
        query: what it takes.
        shape: what it answers, by the name of its schema.
    """

    def register(say: Callable[..., Answer]) -> Callable[..., Answer]:
        @wraps(say)
        def view(arguments: dict[str, Any], **names: str) -> Response:
            return respond(say(arguments, **names))

        asked = blueprint.arguments(query, location="query")(blueprint.response(200, shape)(view))
        blueprint.get(rule)(asked)
        blueprint.questions.append(Question(f"{blueprint.url_prefix or ''}{rule}", query, say))
        return say

    return register


class Direct:
    """Finds the routes, and asks them."""

    def __init__(self, parts: Context, blueprints: Iterable[Blueprint], always: Headers) -> None:
        """Arrange the routes by path.

        Args:
            parts: what the routes find things in.
            blueprints: that may have such routes.
            always: the headers of every answer.
        """
        self._parts = parts
        self._always = header_lines(always)
        known = [question for blueprint in blueprints for question in blueprint.questions]
        self._plain = {each.rule: each for each in known if "<" not in each.rule}
        self._named = {each.rule.partition("<")[0]: each for each in known if "<" in each.rule}

    def ask(self, path: str, query: str) -> Ready | None:
        """Answer a question for the default representation; None where Flask must.

        Args:
            path: as it was sent.
            query: as it was sent, without its question mark.
        """
        if not (path.isascii() and query.isascii()):
            return None
        folder, slash, name = path.rpartition("/")
        question, names = self._plain.get(path), {}
        if question is None:
            question = self._named.get(folder + slash)
            if question is None or not name or "%2F" in name.upper():
                return None
            names = {question.name: name}
        try:
            said = self._said(question, names, query)
        except _FAULTS:
            return None
        except Exception:
            LOG.exception("%s was left to Flask", question.rule)
            return None
        etag = said.etag()
        unchanged = header_lines(said.keeping(etag)) + self._always
        head = header_lines(said.about()) + unchanged
        return Ready(question.rule, etag, said.pieces, head, unchanged)

    def _said(self, question: Question, names: dict[str, str], query: str) -> Answer:
        arguments = question.load(query)
        plain = {key: unquote(name, errors="strict") for key, name in names.items()}
        return self._parts.ask(question.say, arguments, **plain)
