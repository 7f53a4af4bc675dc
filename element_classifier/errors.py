"""Errors of the library: each says in ``suggestions`` what would have worked."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any

from service.answers.comparisons import NoSharedConceptError
from service.catalogue import Catalogue, UnknownIdError
from service.catalogue.choice import UnknownLanguageError
from service.mentions import Reading

_MOST_CHOICES = 20


class UnknownMentionError(LookupError):
    """A mention gives no element and no material.

    Attributes:
        outcome: ``unknown``, ``ambiguous``, ``missing``, ``collective-term`` or ``invalid``.
        suggestions: symbols that may have been meant.
        candidates: of an ambiguous mention, its readings and the argument that chooses each.
        concept: of a collective term, the concept to ask for.
    """

    def __init__(self, reading: Reading) -> None:
        problem = reading.problem
        self.outcome = str(reading.outcome)
        self.suggestions = list(problem.suggestions) if problem else []
        self.candidates = [
            {"symbol": each.symbol, "reading": each.reading, "choose": each.choose}
            for each in (problem.candidates if problem else ())
        ]
        self.concept = problem.concept if problem else None
        super().__init__(
            problem.detail if problem else "The mention names several elements, not one."
        )


class DayError(ValueError):
    """A text is no day of the calendar as ``YYYY-MM-DD``."""


QUESTION_ERRORS = (
    *(UnknownIdError, UnknownMentionError, UnknownLanguageError, NoSharedConceptError, DayError),
)
"""Errors of a question that asks for nothing that there is; their text says what there is."""


class NoSuchPathError(ValueError):
    """There is no such file or folder to look through."""

    def __init__(self, path: object) -> None:
        super().__init__(f"There is no file or folder {str(path)!r}.")


class FileFormatError(ValueError):
    """A file is not of its format, or is cut short."""


class ColumnTypeError(TypeError):
    """A column holds neither text nor numbers."""

    def __init__(self, column: object, type_: object) -> None:
        super().__init__(
            f"The column {column!r} holds {type_}: text and numbers can be read. Cast it to text."
        )


def unknown(kind: str, value: object, choices: Iterable[object]) -> UnknownIdError:
    """Make the error for a word that is none of the choices, with the nearest or the first."""
    words = [str(word) for word in choices]
    near = get_close_matches(str(value), words, n=3)
    return with_choices(UnknownIdError(kind, str(value), near), words)


def with_choices(error: UnknownIdError, choices: Iterable[str]) -> UnknownIdError:
    """Name the words that begin so, where none is near, or else the first that there are."""
    if not error.suggestions:
        words = list(choices)
        begun = [word for word in words if error.id and word.startswith(error.id.lower())]
        error.suggestions = (begun or words)[:_MOST_CHOICES]
        error.args = (f"{error} Known: {', '.join(error.suggestions)}.",)
    return error


@contextmanager
def hinted(catalogue: Catalogue) -> Iterator[None]:
    """Let an unknown id name those that there are."""
    try:
        yield
    except UnknownIdError as error:
        records: dict[str, Iterable[str]] = {
            "authority": catalogue.authorities,
            "concept": catalogue.concepts,
            "edition": catalogue.editions,
            "series": _series(catalogue),
        }
        raise with_choices(error, records.get(error.kind, ())) from None


def _series(catalogue: Catalogue) -> Iterable[str]:
    """Give the series, those of law and ministries before those of software."""
    editions = list(catalogue.editions.values())
    return dict.fromkeys(
        e.series for id_ in catalogue.authorities for e in editions if e.authority == id_
    )


def checked(kind: str, value: Any, choices: Iterable[Any]) -> Any:
    """Give a word back if it is one of the choices.

    Raises:
        UnknownIdError: the word is none of the choices.
    """
    words = list(choices)
    if value not in words:
        raise unknown(kind, value, words)
    return value
