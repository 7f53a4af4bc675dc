"""Look-up of records by id, alias or name, with suggestions where there is none."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Protocol, TypeVar

_NEARNESS = 0.7
_MOST_SUGGESTIONS = 5
_SHORTEST_PART = 2
_SHORTEST_MISSPELT = 4
"""Shorter texts are near too many ids: iea is not a misspelt izvestia."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_HasId)
_Any = TypeVar("_Any")


class UnknownIdError(LookupError):
    """No record of a kind has this id; ``suggestions`` are ids that may have been meant."""

    def __init__(self, kind: str, id_: str, suggestions: Sequence[str]) -> None:
        self.kind, self.id = kind, id_
        self.suggestions = list(suggestions)
        hint = f" Did you mean {' or '.join(suggestions)}?" if suggestions else ""
        if len(suggestions) > _MOST_SUGGESTIONS:  # all that there are, and none is near
            hint = f" Known: {', '.join(suggestions)}."
        super().__init__(f"There is no {kind} {id_[:80]!r}.{hint}")


class Names:
    """Every name by which the records of one kind are found: ids, aliases, names, countries."""

    def __init__(self, kind: str, records: Mapping[str, _HasId]) -> None:
        """Index records.

        Args:
            kind: what the records are called in problems.
            records: by id, those a reader would mean first coming first.
        """
        self.kind = kind
        self._ids: dict[str, str] = {}
        self._meanings: dict[str, list[str]] = {}
        for id_, record in records.items():
            own = [id_, *getattr(record, "aliases", ())]
            own += [getattr(record, name, None) for name in ("short", "name", "label")]
            for name in filter(None, own):
                self._ids.setdefault(name.casefold(), id_)
            about = [*own, getattr(record, "jurisdiction", None), getattr(record, "code", None)]
            self._meanings[id_] = [name.casefold() for name in about if name]

    def find(self, text: str) -> str:
        """Give the id that a text means, whatever its capitals.

        Raises:
            UnknownIdError: it means none; with suggestions by country, by a part of a name, and
                by spelling.
        """
        if (meant := self.meant(text)) is not None:
            return meant
        raise UnknownIdError(self.kind, text, self._near(text[:80].casefold()))

    def meant(self, text: str) -> str | None:
        """Give the id that a text means, or None."""
        return self._ids.get(text.casefold())

    def _near(self, text: str) -> list[str]:
        same = [id_ for id_, names in self._meanings.items() if text in names]
        parts = [
            id_
            for id_, names in self._meanings.items()
            if any(_is_part(text, name) for name in names)
        ]
        misspelt = (
            get_close_matches(text, self._ids, n=3, cutoff=_NEARNESS)
            if len(text) >= _SHORTEST_MISSPELT
            else []
        )
        near = [*same, *parts, *(self._ids[name] for name in misspelt)]
        return list(dict.fromkeys(near))[:_MOST_SUGGESTIONS]


def _is_part(text: str, name: str) -> bool:
    """Tell whether a name has a text in it; of two letters, as a part before a hyphen."""
    if len(text) > _SHORTEST_PART:
        return text in name
    return len(text) == _SHORTEST_PART and name.startswith(f"{text}-")


def find(
    kind: str, records: Mapping[str, _Any], id_: str, names: Mapping[str, Names] | None = None
) -> _Any:
    """Look a record up by its id alone; one that ``names`` know by this text is suggested.

    Raises:
        UnknownIdError: with the nearest ids that exist.
    """
    try:
        return records[id_]
    except KeyError:
        meant = names[kind].meant(id_) if names else None
        near = [meant] if meant else get_close_matches(id_[:80], sorted(records), n=3, cutoff=0.5)
        raise UnknownIdError(kind, id_, near) from None


def by_id(records: Iterable[_Record]) -> dict[str, _Record]:
    """Arrange records by id."""
    return {record.id: record for record in records}
