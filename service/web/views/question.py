"""Questions of the form "is X a Y": an element and a class, perhaps of one authority."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from service.answers import sentences
from service.catalogue import Catalogue, UnknownIdError, View

_OPENING = re.compile(r"^(is|are|was)\s+", re.IGNORECASE)
_FILLERS = re.compile(
    r"\b(a|an|the|in|on|by|for|of|list|considered|today|now|currently|still)\b", re.IGNORECASE
)
_MOST_WORDS = 12

ThingOf = Callable[[str], str | None]
"""Gives the symbol of the element, or the id of the material, that a text means."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question, and the page with the evidence."""

    question: str
    sentence: str
    href: str


def answer(view: View, typed: str, thing_of: ThingOf) -> Answer | None:
    """Answer a question; None where the text is none.

    Args:
        view: the editions that take part.
        typed: the text as the user typed it.
        thing_of: gives the element or material that a text means.
    """
    words = _FILLERS.sub(" ", _OPENING.sub("", typed.strip().rstrip("?"))).split()
    if not 1 < len(words) <= _MOST_WORDS:
        return None
    catalogue = view.catalogue
    for end in range(1, len(words)):
        thing = thing_of(" ".join(words[:end]))
        parts = _parts(catalogue, words[end:]) if thing else None
        if thing and parts:
            return _answer(view, thing, *parts)
    return None


def _parts(catalogue: Catalogue, words: list[str]) -> tuple[str, str | None] | None:
    """Read words as a class, and perhaps an authority after or before it."""
    if concept := _find(catalogue, "concept", words):
        return concept, None
    for end in range(1, len(words)):
        for kinds in (("concept", "authority"), ("authority", "concept")):
            ids = [
                _find(catalogue, kind, part)
                for kind, part in zip(kinds, (words[:end], words[end:]), strict=True)
            ]
            if ids[0] and ids[1]:
                return (ids[0], ids[1]) if kinds[0] == "concept" else (ids[1], ids[0])
    return None


def _find(catalogue: Catalogue, kind: str, words: list[str]) -> str | None:
    try:
        return catalogue.names[kind].find(" ".join(words))
    except UnknownIdError:
        return None


def _answer(view: View, thing: str, concept: str, authority: str | None) -> Answer:
    catalogue = view.catalogue
    is_element = thing in catalogue.elements
    record = (catalogue.elements if is_element else catalogue.materials)[thing]
    label = catalogue.concepts[concept].label
    question = f"{record.name[:1].upper()}{record.name[1:]}: {label[:1].lower()}{label[1:]}"
    query = {"concept": concept}
    if authority:
        chosen = frozenset({authority})
        view = View(catalogue, replace(view.selection, authorities=chosen))
        question = f"{question}, {catalogue.authorities[authority].short}"
        query["authority"] = authority
    folder = "elements" if is_element else "materials"
    sentence = sentences.checked(view, thing, concept)
    return Answer(question, sentence, f"/{folder}/{thing}?{urlencode(query)}#{concept}")
