"""Look-up of records by id, with suggestions where there is none."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

_Record = TypeVar("_Record")


class UnknownIdError(LookupError):
    """No record of a kind has this id; ``suggestions`` are the nearest ids that exist."""

    def __init__(self, kind: str, id_: str, known: Iterable[str]) -> None:
        self.kind, self.id = kind, id_
        self.suggestions = get_close_matches(id_[:80], sorted(known), n=3, cutoff=0.5)
        super().__init__(f"There is no {kind} {id_[:80]!r}.")


def find(kind: str, records: Mapping[str, _Record], id_: str) -> _Record:
    """Look a record up.

    Raises:
        UnknownIdError: with the nearest ids that exist.
    """
    try:
        return records[id_]
    except KeyError:
        raise UnknownIdError(kind, id_, records) from None


def check_ids(kind: str, records: Mapping[str, object], ids: Sequence[str]) -> None:
    """Refuse ids that no record has.

    Raises:
        UnknownIdError: for the first of them.
    """
    for id_ in ids:
        find(kind, records, id_)
