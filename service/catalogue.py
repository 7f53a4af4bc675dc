"""The frozen result: every position, verdict and disagreement, looked up and never made twice."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeVar

from service import rules
from service.model import Edition, Position, Records, first_day
from service.view import Selection, View, choose

_CHOICES_KEPT = 64


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Found = TypeVar("_Found")
_Record = TypeVar("_Record", bound=_HasId)


class Derived(NamedTuple):
    """What is made of the records, as it is kept between starts."""

    positions: Mapping[tuple[str, str], rules.Apart]
    digest: str


class UnknownIdError(LookupError):
    """No record of a kind has this id; ``suggestions`` are the nearest ids that exist."""

    def __init__(self, kind: str, id_: str, known: Iterable[str]) -> None:
        """Find the nearest known ids, or list the first ones."""
        self.kind, self.id = kind, id_
        ids = sorted(known)
        self.suggestions = get_close_matches(id_[:80], ids, n=3, cutoff=0.5)
        super().__init__(f"There is no {kind} {id_[:80]!r}.")


class Catalogue:
    """The records by id, the positions of every edition, and views of them."""

    def __init__(self, records: Records, derived: Derived | None = None) -> None:
        """Hold every position of sound records (``integrity.faults`` found nothing).

        Args:
            records: what the seeds say.
            derived: what was derived of the very same records before, by the very same rules; it
                is derived now where there is none.
        """
        self.records = records
        self.released = first_day(records.dataset.released)
        self.elements = MappingProxyType({e.symbol: e for e in records.elements})
        self.authorities = _by_id(records.authorities)
        self.sources = _by_id(records.sources)
        self.concepts = _by_id(records.concepts)
        self.categories = _by_id(records.categories)
        self.claims = _by_id((*records.claims, *rules.made_claims(records)))
        self.editions = _by_id(sorted(records.editions, key=_newest_first))
        self.authority_of = {edition.id: edition.authority for edition in records.editions}
        self.names_of = _grouped(
            (name for name in records.names if name.symbol in self.elements),
            lambda name: name.symbol,
            self.elements,
        )
        self.categories_of = _grouped(records.categories, lambda c: c.edition, self.editions)
        self.claims_in = _grouped(self.claims.values(), lambda c: c.category, self.categories)
        self.positions_of = self._derive() if derived is None else self._told(derived)
        self.held_on: dict[str, dict[str, rules.Held]] = {concept: {} for concept in self.concepts}
        for (edition, concept), held in self.positions_of.items():
            self.held_on[concept][edition] = held
        self.digest = _digest(self) if derived is None else derived.digest
        self._eras = rules.eras(records.editions)
        self._choose = lru_cache(maxsize=_CHOICES_KEPT)(
            lambda selection: choose(self.editions.values(), selection)
        )
        self.default = self.view(Selection(self.released))
        """The view of all authorities on the day of the data set's release."""

    @property
    def derived(self) -> Derived:
        """What need not be derived anew of these records."""
        held = self.positions_of.items()
        return Derived({key: each.apart() for key, each in held}, self.digest)

    def _told(self, derived: Derived) -> Mapping[tuple[str, str], rules.Held]:
        """Make the positions of what was derived before, in the same order."""
        held = derived.positions.items()
        return MappingProxyType({key: rules.Held(self.elements, *each) for key, each in held})

    def _derive(self) -> Mapping[tuple[str, str], rules.Held]:
        """Make every position: (edition, concept) -> by element; by concept, the newest first."""
        readings = {
            edition: rules.EditionReading(
                categories, [claim for c in categories for claim in self.claims_in[c.id]]
            )
            for edition, categories in self.categories_of.items()
        }
        return MappingProxyType(
            {
                (edition, concept): readings[edition].positions(concept, self.elements)
                for concept in self.concepts
                for edition in self.editions
                if concept in readings[edition].concepts
            }
        )

    def positions(self, symbol: str) -> tuple[Position, ...]:
        """Give every edition's positions on an element: by concept, the newest edition first."""
        return tuple([held[symbol] for held in self.positions_of.values()])

    def view(self, selection: Selection) -> View:
        """Give the view of a selection."""
        # between two days on which editions come or go, all days show the same
        day = rules.era(self._eras, selection.as_of)
        chosen = self._choose(Selection(day, selection.authorities, selection.history))
        return View(self, selection, chosen)


def _by_id(records: Iterable[_Record]) -> Mapping[str, _Record]:
    return MappingProxyType({record.id: record for record in records})


def _grouped(
    records: Iterable[_Found], by: Callable[[_Found], str], keys: Iterable[str]
) -> Mapping[str, tuple[_Found, ...]]:
    found: dict[str, list[_Found]] = {key: [] for key in keys}
    for record in records:
        found[by(record)].append(record)
    return MappingProxyType({key: tuple(group) for key, group in found.items()})


def _newest_first(edition: Edition) -> tuple[int, str]:
    start = edition.in_force_from or edition.published
    return (-first_day(start).toordinal() if start else 0), edition.id


def find(kind: str, records: Mapping[str, _Found], id_: str) -> _Found:
    """Look a record up.

    Raises:
        UnknownIdError: with the nearest ids that exist.
    """
    try:
        return records[id_]
    except KeyError:
        raise UnknownIdError(kind, id_, records) from None


def check_ids(kind: str, known: Mapping[str, object], ids: Sequence[str]) -> None:
    """Refuse ids that no record has.

    Raises:
        UnknownIdError: for the first of them.
    """
    for id_ in ids:
        if id_ not in known:
            raise UnknownIdError(kind, id_, known)


def position_lines(catalogue: Catalogue) -> list[str]:
    """Write every position on a line of its own, sorted: what a changed seed changes shows here."""
    return sorted(
        f"{p.edition} {p.concept} {p.element} {p.stand} {p.status or '-'} {p.basis}"
        for positions in catalogue.positions_of.values()
        for p in positions.values()
    )


def _digest(catalogue: Catalogue) -> str:
    """Give the SHA-256, in hexadecimal, over every position: it tells this data from any other."""
    return hashlib.sha256("\n".join(position_lines(catalogue)).encode()).hexdigest()
