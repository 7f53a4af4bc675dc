"""Answers to bills of materials: on whose lists the elements and materials of each row are.

An element is never included by a material, nor the reverse. What is not certain is undecided.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from service.answers.bill_rows import BillRow
from service.answers.briefs import Briefs
from service.answers.elements import envelope
from service.answers.encoding import Json
from service.answers.materials import kinds_of
from service.catalogue import View
from service.model import Basis, Position, Stand

NAMED, AS_MATERIAL, UNDECIDED, NOT_NAMED = "named", "as_material_only", "undecided", "not_named"
STATUSES = (NAMED, AS_MATERIAL, UNDECIDED, NOT_NAMED)
_Found = tuple[str, Any]
"""A status, and what is told with it: things, materials, or a reason."""


@dataclass(frozen=True, slots=True)
class _List:
    """The lists of one jurisdiction for one concept: in force, and those that may be or are not."""

    concept: str
    jurisdiction: str
    editions: tuple[str, ...]
    aside: tuple[str, ...]


class Bill:
    """The lists of a choice, and what they hold on rows.

    Attributes:
        lists: the lists, by concept and jurisdiction, those in force first.
    """

    def __init__(self, view: View, concepts: Sequence[str]) -> None:
        """Find the lists.

        Args:
            view: the editions that take part.
            concepts: ids of concepts whose nature is listing.
        """
        self.view = view
        self.lists = [each for concept in concepts for each in self._lists(concept)]
        self._blank = {each: self._without_elements(each) for each in self.lists}
        self._found: dict[tuple[Any, ...], list[_Found]] = {}

    def _lists(self, concept: str) -> list[_List]:
        view, catalogue = self.view, self.view.catalogue
        groups: dict[str, tuple[list[str], list[str]]] = {}
        beside = {*view.suspended, *view.uncertain} - view.current
        for edition in catalogue.positions_on[concept]:
            if edition in view.current or edition in beside:
                holder = catalogue.holder_of[edition]
                group = groups.setdefault(holder.jurisdiction or holder.short, ([], []))
                group[edition not in view.current].append(edition)
        return [
            _List(concept, name, tuple(current), tuple(aside))
            for name, (current, aside) in sorted(groups.items())
        ]

    def _without_elements(self, lists: _List) -> list[str]:
        """Give the materials on lists whose elements we do not hold: no formula rules them out."""
        materials = self.view.catalogue.materials
        return [
            id_
            for id_, material in materials.items()
            if not material.elements
            and any(self._held(lists, edition, id_) is Stand.INCLUDED for edition in lists.editions)
        ]

    def _held(self, lists: _List, edition: str, thing: str) -> Stand | None:
        position = self._position(lists, edition, thing)
        return position.stand if position else None

    def _position(self, lists: _List, edition: str, thing: str) -> Position | None:
        return self.view.catalogue.positions_on[lists.concept][edition].get(thing)

    def found(self, row: BillRow) -> list[_Found]:
        """Give what every list holds on a row, in the order of the lists; equal rows share it."""
        key = (row.symbols, row.material, row.whole, row.unnamed)
        if key not in self._found:
            self._found[key] = [self._on(each, row) for each in self.lists]
        return self._found[key]

    def _on(self, lists: _List, row: BillRow) -> _Found:
        if not row.things:
            return UNDECIDED, "The row names nothing that was read."
        stands = {
            thing: {self._held(lists, edition, thing) for edition in lists.editions}
            for thing in row.things
        }
        if named := [thing for thing, held in stands.items() if Stand.INCLUDED in held]:
            return NAMED, named
        if materials := self._materials(lists, row):
            return AS_MATERIAL, materials
        doubts = [*self._doubts(lists, stands), *self._kinds(lists, row), *self._gaps(lists, row)]
        return (UNDECIDED, " ".join(doubts)) if doubts else (NOT_NAMED, None)

    def _materials(self, lists: _List, row: BillRow) -> list[str]:
        """Give the materials on lists that have an element of a row in them, each by its widest."""
        positions = [
            position
            for edition in lists.editions
            for symbol in row.symbols
            if (position := self._position(lists, edition, symbol))
        ]
        held = dict.fromkeys(id_ for each in positions for id_ in each.materials)
        named = {
            id_
            for id_ in held
            for edition in lists.editions
            if (of := self._position(lists, edition, id_)) and of.basis is Basis.CLAIM
        }
        return [id_ for id_ in held if id_ in named] or list(held)

    def _doubts(self, lists: _List, stands: dict[str, set[Stand | None]]) -> list[str]:
        """Say of which things lists in force are silent, or lists beside them would decide."""
        doubts = []
        torn = [thing for thing, held in stands.items() if Stand.CONTRADICTORY in held]
        if torn:
            doubts.append(f"The list contradicts itself on {', '.join(torn)}.")
        silent = [thing for thing, held in stands.items() if Stand.EXCLUDED not in held]
        silent = [thing for thing in silent if thing not in torn]
        if silent and lists.editions:
            doubts.append(f"The list is silent on {', '.join(silent)}.")
        for edition in lists.aside:
            state = "suspended" if edition in self.view.suspended else "uncertain"
            there = [t for t in stands if self._held(lists, edition, t) is Stand.INCLUDED]
            if there:
                doubts.append(f"{edition} names {', '.join(there)}, and is {state} on that day.")
        return doubts

    def _kinds(self, lists: _List, row: BillRow) -> list[str]:
        """Say which kinds of a row's material lists name, where they do not name it itself."""
        waiting, named = kinds_of(self.view.catalogue, row.material) if row.material else [], []
        while waiting:
            kind = waiting.pop()
            waiting += kinds_of(self.view.catalogue, kind)
            if any(self._held(lists, e, kind) is Stand.INCLUDED for e in lists.editions):
                named.append(kind)
        return [f"The list names {', '.join(named)}, a kind of {row.material}."] if named else []

    def _gaps(self, lists: _List, row: BillRow) -> list[str]:
        """Say what a row lacks for a list to be ruled out."""
        gaps = [] if row.whole else ["Not all elements of the row are known."]
        if row.unnamed and (blank := self._blank[lists]):
            told = ", ".join(blank)
            gaps.append(f"The name was not read, and the list names materials such as {told}.")
        return gaps

    def places(self) -> list[str]:
        """Give a name for each list: the concept and the jurisdiction."""
        return [f"{each.concept}: {each.jurisdiction}" for each in self.lists]

    def cells(self, row: BillRow) -> list[str]:
        """Give what every list holds on a row, each in one cell."""
        cells = []
        for status, told in self.found(row):
            word = status.replace("_", "-")
            detail = told if isinstance(told, str) else ";".join(told or ())
            cells.append(f"{word}: {detail}" if detail else word)
        return cells

    def answer(self, given: Sequence[Any], rows: Sequence[BillRow]) -> Json:
        """Give the answer to a bill.

        Args:
            given: the rows as they came.
            rows: as they were read.
        """
        briefs = Briefs(self.view)
        briefs.named |= dict.fromkeys(
            e for each in self.lists for e in (*each.editions, *each.aside)
        )
        results = [
            self._result(index, value, row)
            for index, (value, row) in enumerate(zip(given, rows, strict=True))
        ]
        undecided = sum(not row.things for row in rows)
        return {
            **envelope(self.view),
            "answer": self._sentence(rows),
            "summary": {
                "rows": len(rows),
                "decided": len(rows) - undecided,
                "undecided": undecided,
                "mass_percent": _sum(row.mass for row in rows),
                "lists": self._by_list(rows),
            },
            "rows": results,
            "lists": self._nested((each.editions + each.aside) for each in self.lists),
            "editions": briefs.editions(),
        }

    def _result(self, index: int, value: Any, row: BillRow) -> Json:
        told: dict[str, Json] = {status: {} for status in STATUSES}
        for each, (status, detail) in zip(self.lists, self.found(row), strict=True):
            if status == NOT_NAMED:
                told[status].setdefault(each.concept, []).append(each.jurisdiction)
            elif row.things:
                told[status].setdefault(each.concept, {})[each.jurisdiction] = detail
        return {
            "index": index,
            "input": value,
            "status": "decided" if row.things else UNDECIDED,
            "elements": row.symbols,
            "material": row.material,
            "mass_percent": row.mass,
            "reasons": row.reasons,
            **told,
        }

    def _by_list(self, rows: Sequence[BillRow]) -> Json:
        """Count, for every list, the rows by status, and the mass of those named."""
        counts = [Counter(dict.fromkeys(STATUSES, 0)) for _ in self.lists]
        masses: list[list[float | None]] = [[] for _ in self.lists]
        for row in rows:
            for place, (status, _) in enumerate(self.found(row)):
                counts[place][status] += 1
                if status == NAMED:
                    masses[place].append(row.mass)
        return self._nested(
            {**count, "mass_percent_named": _sum(mass)}
            for count, mass in zip(counts, masses, strict=True)
        )

    def _nested(self, values: Iterable[Any]) -> Json:
        """Give a value of each list by concept and jurisdiction."""
        nested: Json = {}
        for each, value in zip(self.lists, values, strict=True):
            nested.setdefault(each.concept, {})[each.jurisdiction] = value
        return nested

    def _sentence(self, rows: Sequence[BillRow]) -> str:
        read = sum(bool(row.things) for row in rows)
        named = sum(any(status == NAMED for status, _ in self.found(row)) for row in rows)
        day = self.view.selection.as_of
        told = f"With something on a list in force on {day}: {named} of {len(rows)} rows."
        if unread := len(rows) - read:
            told += f" Not read, and so undecided: {unread}, see their reasons."
        return told


def _sum(masses: Iterable[float | None]) -> float | None:
    """Add the masses that are known; None where none is."""
    known = [mass for mass in masses if mass is not None]
    return round(sum(known), 6) if known else None
