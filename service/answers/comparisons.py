"""Answers that compare editions: matrix, comparison, changes."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.answers.elements import envelope
from service.answers.encoding import Json
from service.answers.side_loads import side_loads
from service.catalogue import Catalogue, Concepts, View, series
from service.model import Position, Stand, first_day
from service.rules.changes import Change

_IN = Stand.INCLUDED


def matrix(view: View, concept: str) -> Json:
    """Give the position of every edition on every element, for one concept."""
    speaking = view.catalogue.positions_on[concept]
    editions = [edition for edition in view.editions if edition in speaking]
    rows = []
    for symbol, element in view.catalogue.elements.items():
        verdicts = [summary.verdict for summary in view.summaries(symbol, concept)]
        rows.append(
            {
                "atomic_number": element.atomic_number,
                "symbol": symbol,
                "name": element.name,
                "verdict": verdicts[0] if verdicts else None,
                "positions": {edition: speaking[edition][symbol].stand for edition in editions},
            }
        )
    suspended = _suspended(view, concept)
    return {
        **envelope(view),
        "concept": concept,
        "columns": editions,
        "rows": rows,
        "material_rows": _material_rows(view, concept, editions),
        "suspended": suspended,
        **side_loads(view.catalogue, [*editions, *suspended], {concept}),
    }


def _material_rows(view: View, concept: str, editions: Sequence[str]) -> list[Json]:
    """Give the materials that one of the editions includes, with every position on them."""
    speaking = view.catalogue.positions_on[concept]
    rows = []
    for id_, material in view.catalogue.listed.items():
        stands = {e: speaking[e][id_].stand for e in editions if id_ in speaking[e]}
        if _IN in stands.values():
            verdict = view.summaries(id_, concept)[0].verdict
            rows.append(
                {"material": id_, "name": material.name, "verdict": verdict, "positions": stands}
            )
    return rows


def _suspended(view: View, concept: str) -> Json:
    """Give the elements that suspended editions include: edition id -> symbols."""
    speaking = view.catalogue.positions_on[concept]
    return {
        edition: [s for s, position in speaking[edition].items() if position.stand is _IN]
        for edition in view.suspended
        if edition in speaking and edition not in view.editions
    }


def compare(view: View, left: str, right: str, concept: str) -> Json:
    """Compare two editions: elements that both, or only one of them, include."""
    catalogue = view.catalogue
    ours, theirs = (catalogue.positions_on[concept][edition] for edition in (left, right))
    listed = [id_ for id_ in catalogue.listed if id_ in ours and id_ in theirs]
    return {
        **envelope(view),
        "left": left,
        "right": right,
        "concept": concept,
        **_sides(catalogue.elements, ours, theirs),
        "materials": _sides(listed, ours, theirs),
        "suspended": [edition for edition in (left, right) if edition in view.suspended],
        **side_loads(catalogue, {left, right}, {concept}),
    }


def _sides(
    things: Iterable[str], left: Mapping[str, Position], right: Mapping[str, Position]
) -> dict[str, list[str]]:
    sides: dict[str, list[str]] = {
        name: []
        for name in ("both", "only_left", "only_right", "neither", "silent", "contradictory")
    }
    for thing in things:
        sides[_side(left[thing].stand, right[thing].stand)].append(thing)
    return sides


def _side(left: Stand, right: Stand) -> str:
    if Stand.CONTRADICTORY in (left, right):
        return "contradictory"
    if Stand.SILENT in (left, right):
        return "silent"
    if left is right:
        return "both" if left is Stand.INCLUDED else "neither"
    return "only_left" if left is Stand.INCLUDED else "only_right"


class NoSharedConceptError(ValueError):
    """Two editions cannot be compared so; ``suggestions`` are the concepts of which both speak."""

    def __init__(self, shared: Sequence[str]) -> None:
        self.suggestions = list(shared)
        super().__init__(
            f"Choose a concept of which both speak: {', '.join(shared)}."
            if shared
            else "The two editions share no concept."
        )


def shared_concepts(catalogue: Catalogue, left: str, right: str) -> list[str]:
    """Give the concepts of which both editions speak."""
    positions = catalogue.positions_on.items()
    return [id_ for id_, editions in positions if left in editions and right in editions]


def shared_concept(catalogue: Catalogue, left: str, right: str, concept: str | None) -> str:
    """Give the concept on which two editions are compared: the one named, or the only one.

    Raises:
        NoSharedConceptError: they share none, several and none is named, or not the one named.
    """
    shared = shared_concepts(catalogue, left, right)
    if concept is None and len(shared) == 1:
        return shared[0]
    if concept is None or concept not in shared:
        raise NoSharedConceptError(shared)
    return concept


@dataclass(frozen=True, slots=True)
class Period:
    """The days on which editions begin: from ``start`` to ``end``, each included if given."""

    start: dt.date | None = None
    end: dt.date | None = None


def revisions(
    view: View, period: Period, concepts: Concepts = None, thing: str | None = None
) -> list[Change]:
    """Give the revisions of a period, by date.

    Args:
        view: the later edition is one that it may select.
        period: when the later edition begins.
        concepts: where given, only revisions on these.
        thing: the symbol or the material's id of which they speak, where given.
    """
    wanted = set(view.concepts(concepts))
    return [
        change
        for change in series.changes(view.catalogue, period.start, period.end)
        if change.after in view.candidates
        and change.concept in wanted
        and (thing is None or thing in (*change.elements, *change.materials))
    ]


_KINDS = ("New", "Corrected", "Retired", "Keys", "Licence")


def data_changes(catalogue: Catalogue, period: Period) -> list[Json]:
    """Give what the releases of the data in a period changed, each with its kind."""
    changes = []
    start, end = period.start, period.end
    for release in catalogue.records.dataset.releases:
        day = first_day(release.released)
        if (start is None or day >= start) and (end is None or day <= end):
            for text in release.changes:
                word = text.partition(":")[0]
                kind = word.lower() if word in _KINDS else "other"
                record = {"version": release.version, "released": release.released}
                changes.append({**record, "kind": kind, "text": text})
    return changes


def changes(
    view: View,
    revisions: Sequence[Change],
    period: Period,
    concepts: Concepts = None,
    thing: str | None = None,
) -> Json:
    """Give revisions by date, and the changes of our data where the question is about all lists.

    Args:
        view: as for ``revisions``.
        revisions: those to give.
        period: as for ``revisions``.
        concepts: as for ``revisions``.
        thing: as for ``revisions``.
    """
    editions = {c.before for c in revisions} | {c.after for c in revisions}
    chosen = view.selection.authorities is not None or view.selection.editions is not None
    narrow = chosen or concepts is not None or thing is not None
    return {
        **envelope(View(view.catalogue)),
        "count": len(revisions),
        "changes": revisions,
        "data_changes": [] if narrow else data_changes(view.catalogue, period),
        **side_loads(view.catalogue, editions, {c.concept for c in revisions}),
    }
