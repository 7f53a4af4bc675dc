"""Questions of the form "is X a Y": a thing, a class, and perhaps a holder and a day."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from service.answers import sentences
from service.catalogue import Catalogue, Filters, UnknownIdError, View, selection_of
from service.mentions import Reading

_OPENING = re.compile(r"^(is|are|was)\s+", re.IGNORECASE)
_FILLERS = re.compile(
    r"\b(a|an|the|in|on|by|for|of|list|considered|today|now|currently|still)\b", re.IGNORECASE
)
_MOST_WORDS = 12
_DAY = re.compile(r"(?:19|20)[0-9]{2}(-[0-9]{2}-[0-9]{2})?")

Read = Callable[[str], Reading]
"""Reads a text as a mention."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question, and the page with the evidence."""

    question: str
    sentence: str
    href: str
    warnings: tuple[str, ...]


def answer(view: View, typed: str, read: Read) -> Answer | None:
    """Answer a question; None where the text is none.

    Args:
        view: the editions that take part.
        typed: the text as the user typed it.
        read: reads the part of the text that may name an element or a material.
    """
    text = typed.strip().rstrip("?")
    asked = _OPENING.sub("", text)
    words = _FILLERS.sub(" ", asked).split()
    if not 1 < len(words) <= _MOST_WORDS:
        return None
    words, day = _without_day(words)
    for end in range(1, len(words)):
        reading = read(" ".join(words[:end]))
        if reading.thing is None or (reading.warnings and asked == text):
            continue  # 'EU critical' names a list, unless it is asked as a question
        if parts := _parts(view.catalogue, words[end:]):
            return _answer(view, reading, *parts, day)
    return None


def _without_day(words: list[str]) -> tuple[list[str], dt.date | None]:
    """Take a day off the words; of a year, its last day."""
    for word in words:
        if match := _DAY.fullmatch(word):
            try:
                day = dt.date.fromisoformat(word if match[1] else f"{word}-12-31")
            except ValueError:
                continue
            return [each for each in words if each != word], day
    return words, None


def _parts(catalogue: Catalogue, words: list[str]) -> tuple[str, str] | None:
    """Read words as a class, and perhaps a holder after or before it; '' where there is none."""
    if concept := _find(catalogue, "concept", words):
        return concept, ""
    for end in range(1, len(words)):
        for named, other in ((words[:end], words[end:]), (words[end:], words[:end])):
            concept = _find(catalogue, "concept", named)
            if concept and _authorities(catalogue, " ".join(other)):
                return concept, " ".join(other)
    return None


def _find(catalogue: Catalogue, kind: str, words: list[str]) -> str | None:
    return catalogue.names[kind].meant(" ".join(words))


def _authorities(catalogue: Catalogue, holder: str) -> list[str]:
    """Give the authority of a name, or those of a jurisdiction."""
    if authority := catalogue.names["authority"].meant(holder):
        return [authority]
    try:
        selection = selection_of(catalogue, Filters(jurisdiction=[holder]))
    except UnknownIdError:
        return []
    return sorted(selection.authorities or ())


def _answer(view: View, reading: Reading, concept: str, holder: str, day: dt.date | None) -> Answer:
    catalogue, thing = view.catalogue, str(reading.thing)
    is_element = thing in catalogue.elements
    record = (catalogue.elements if is_element else catalogue.materials)[thing]
    label = catalogue.concepts[concept].label
    question = f"{record.name[:1].upper()}{record.name[1:]}: {label[:1].lower()}{label[1:]}"
    authorities = _authorities(catalogue, holder) if holder else []
    filters = Filters(authority=authorities, as_of=day or view.selection.as_of)
    view = View(catalogue, selection_of(catalogue, filters))
    query: dict[str, list[str]] = {"concept": [concept], "authority": authorities}
    if holder:
        one = catalogue.authorities[authorities[0]].short if len(authorities) == 1 else holder
        question = f"{question}, {one}"
    if day:
        query["as_of"] = [day.isoformat()]
        question = f"{question}, on {day}"
    folder = "elements" if is_element else "materials"
    sentence = sentences.checked(view, thing, concept, sentences.OF_A_QUESTION)
    address = f"/{folder}/{thing}?{urlencode(query, doseq=True)}#{concept}"
    return Answer(question, sentence, address, reading.warnings)
