"""Answers to bills of materials: on whose lists the elements and materials of each row are.

An element is never included by a material, nor the reverse. What is not certain is undecided.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from service.answers.bill_rows import BillRow
from service.answers.briefs import Briefs
from service.answers.elements import envelope
from service.answers.encoding import Json
from service.answers.materials import kinds_of
from service.catalogue import View
from service.model import Stand

NAMED, AS_MATERIAL, UNDECIDED, NOT_NAMED = "named", "as_material_only", "undecided", "not_named"
STATUSES = (NAMED, AS_MATERIAL, UNDECIDED, NOT_NAMED)
_Status = tuple[str, Any]
"""A status, and what is told with it: things, materials, or a reason."""


_Place = tuple[str, str]
"""The lists of one concept in one jurisdiction, or of an authority that belongs to none."""


@dataclass(slots=True)
class _Standing:
    """Positions of the lists of one place on a thing.

    Attributes:
        stands: of the authorities with lists in force.
        materials: materials of the thing that these lists name.
        aside: editions that name it and are suspended or uncertain, with the word for it.
    """

    stands: set[Stand] = field(default_factory=set)
    materials: dict[str, None] = field(default_factory=dict)
    aside: list[tuple[str, str]] = field(default_factory=list)


class Bill:
    """The lists of a choice, and their positions on rows."""

    def __init__(self, view: View, concepts: Sequence[str]) -> None:
        """Choose the lists in force, suspended or uncertain on the day.

        Args:
            view: the editions that take part.
            concepts: ids of concepts whose nature is listing.
        """
        self._view, self._concepts = view, concepts
        self._lists: dict[_Place, list[str]] = {}
        standing = {*view.current, *view.suspended, *view.uncertain}
        for concept in concepts:
            for edition in view.catalogue.positions_on[concept]:
                if edition in standing:
                    place = concept, self._jurisdiction(edition)
                    self._lists.setdefault(place, []).append(edition)
        self._places = sorted(self._lists, key=lambda each: (concepts.index(each[0]), each[1]))
        self._standings: dict[str, dict[_Place, _Standing]] = {}
        self._statuses: dict[tuple[Any, ...], list[_Status]] = {}

    def _jurisdiction(self, edition: str) -> str:
        holder = self._view.catalogue.holder_of[edition]
        return holder.jurisdiction or holder.short

    def _on_thing(self, thing: str) -> dict[_Place, _Standing]:
        """Give what the lists of every place hold on a thing, by their authorities' voices."""
        if thing in self._standings:
            return self._standings[thing]
        view, standings = self._view, {place: _Standing() for place in self._places}
        for summary in view.summaries(thing, self._concepts):
            sides = summary.included, summary.excluded, summary.silent, summary.contradictory
            for voice in chain.from_iterable(sides):
                at = standings[summary.concept, self._jurisdiction(voice.edition)]
                at.stands.add(voice.stand)
                at.materials |= dict.fromkeys(voice.materials)
        for state, positions in (
            ("suspended", view.suspended_positions(thing, self._concepts)),
            ("uncertain", view.uncertain_positions(thing, self._concepts)),
        ):
            for each in positions:
                if each.stand is Stand.INCLUDED:
                    place = each.concept, self._jurisdiction(each.edition)
                    standings[place].aside.append((each.edition, state))
        self._standings[thing] = standings
        return standings

    def statuses(self, row: BillRow) -> list[_Status]:
        """Give what the lists of every place hold on a row, in order; equal rows share it."""
        key = (row.symbols, row.material, row.whole, row.unnamed)
        if key not in self._statuses:
            self._statuses[key] = [self._on(place, row) for place in self._places]
        return self._statuses[key]

    def _on(self, place: _Place, row: BillRow) -> _Status:
        if not row.things:
            return UNDECIDED, "The row names nothing that was read."
        standings = {thing: self._on_thing(thing)[place] for thing in row.things}
        if named := [thing for thing, at in standings.items() if Stand.INCLUDED in at.stands]:
            return NAMED, named
        materials = {id_ for symbol in row.symbols for id_ in standings[symbol].materials}
        if materials:
            broader = self._view.catalogue.materials
            return AS_MATERIAL, sorted(m for m in materials if broader[m].broader not in materials)
        doubts = [*_doubts(standings), *self._kinds(place, row), *self._gaps(place, row)]
        return (UNDECIDED, " ".join(doubts)) if doubts else (NOT_NAMED, None)

    def _names(self, place: _Place, thing: str) -> bool:
        return Stand.INCLUDED in self._on_thing(thing)[place].stands

    def _kinds(self, place: _Place, row: BillRow) -> list[str]:
        """Say which kinds of a row's material lists name, where they do not name it itself."""
        waiting, named = kinds_of(self._view.catalogue, row.material) if row.material else [], []
        while waiting:
            kind = waiting.pop()
            waiting += kinds_of(self._view.catalogue, kind)
            if self._names(place, kind):
                named.append(kind)
        return [f"The list names {', '.join(named)}, a kind of {row.material}."] if named else []

    def _gaps(self, place: _Place, row: BillRow) -> list[str]:
        """Say what a row lacks for lists to be ruled out."""
        gaps = [] if row.whole else ["Not all elements of the row are known."]
        if row.unnamed:
            # no formula rules out a material whose elements we do not hold
            materials = self._view.catalogue.materials.items()
            blank = [m for m, record in materials if not record.elements and self._names(place, m)]
            if blank:
                told = ", ".join(blank)
                gaps.append(f"The name was not read, and the list names materials such as {told}.")
        return gaps

    def places(self) -> list[str]:
        """Give the names of the columns: each a concept and a jurisdiction."""
        return [": ".join(place) for place in self._places]

    def cells(self, row: BillRow) -> list[str]:
        """Give the cells of a row: what the lists of each column hold on it."""
        cells = []
        for status, told in self.statuses(row):
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
        briefs = Briefs(self._view)
        briefs.named |= dict.fromkeys(chain.from_iterable(self._lists.values()))
        results = [
            self._result(index, value, row)
            for index, (value, row) in enumerate(zip(given, rows, strict=True))
        ]
        undecided = sum(not row.things for row in rows)
        return {
            **envelope(self._view),
            "answer": self._sentence(rows),
            "summary": {
                "rows": len(rows),
                "decided": len(rows) - undecided,
                "undecided": undecided,
                "mass_percent": _sum(row.mass for row in rows),
                "lists": self._by_list(rows),
            },
            "rows": results,
            "lists": self._nested(self._lists[place] for place in self._places),
            "editions": briefs.editions(),
        }

    def _result(self, index: int, value: Any, row: BillRow) -> Json:
        told: dict[str, Json] = {status: {} for status in STATUSES}
        statuses = zip(self._places, self.statuses(row), strict=True)
        for (concept, jurisdiction), (status, detail) in statuses if row.things else ():
            if status == NOT_NAMED:
                told[status].setdefault(concept, []).append(jurisdiction)
            else:
                told[status].setdefault(concept, {})[jurisdiction] = detail
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
        counts = [Counter(dict.fromkeys(STATUSES, 0)) for _ in self._places]
        masses: list[list[float | None]] = [[] for _ in self._places]
        for row in rows:
            for place, (status, _) in enumerate(self.statuses(row)):
                counts[place][status] += 1
                if status == NAMED:
                    masses[place].append(row.mass)
        return self._nested(
            {**count, "mass_percent_named": _sum(mass)}
            for count, mass in zip(counts, masses, strict=True)
        )

    def _nested(self, values: Iterable[Any]) -> Json:
        """Give a value of every place by concept and jurisdiction."""
        nested: Json = {}
        for (concept, jurisdiction), value in zip(self._places, values, strict=True):
            nested.setdefault(concept, {})[jurisdiction] = value
        return nested

    def _sentence(self, rows: Sequence[BillRow]) -> str:
        if not rows:
            return "The bill is empty: send rows with a name, a CAS number or a formula."
        read = sum(bool(row.things) for row in rows)
        named = sum(any(status == NAMED for status, _ in self.statuses(row)) for row in rows)
        day = self._view.selection.as_of
        told = f"Lists in force on {day} name something in {named} of {len(rows)} rows."
        if unread := len(rows) - read:
            told += f" Not read, and so undecided: {unread}; see `reasons`."
        return told


def _doubts(standings: Mapping[str, _Standing]) -> list[str]:
    """Say on which things lists are silent or torn, and which others would name them."""
    torn = [thing for thing, at in standings.items() if Stand.CONTRADICTORY in at.stands]
    silent = [thing for thing, at in standings.items() if at.stands and at.stands <= {Stand.SILENT}]
    doubts = []
    if torn:
        doubts.append(f"The list contradicts itself on {', '.join(torn)}.")
    if silent:
        doubts.append(f"The list is silent on {', '.join(silent)}.")
    for thing, at in standings.items():
        doubts += [f"{id_} names {thing}, and is {state} on that day." for id_, state in at.aside]
    return doubts


def _sum(masses: Iterable[float | None]) -> float | None:
    """Add the masses that are known; None where none is."""
    given = [mass for mass in masses if mass is not None]
    return round(sum(given), 6) if given else None
