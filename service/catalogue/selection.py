"""Selection: which editions take part in an answer."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from service import rules
from service.model import AuthorityKind, Edition, Grade


@dataclass(frozen=True, slots=True)
class Filters:
    """Filters of editions; within one filter any value will do, and every filter must hold.

    Attributes:
        authority: ids, aliases or names; a list goes on where its holder changes.
        kind: kinds of authority.
        jurisdiction: names or ISO 3166 codes of states or unions.
        grade: grades of an edition's sources.
        edition: ids.
        series: ids of lists.
        as_of: the day on which editions are in force; None for the data's release.
        history: also take editions that are not in force.
    """

    authority: Sequence[str] = ()
    kind: Collection[AuthorityKind] = ()
    jurisdiction: Sequence[str] = ()
    grade: Collection[Grade] = ()
    edition: Sequence[str] = ()
    series: Sequence[str] = ()
    as_of: dt.date | None = None
    history: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of editions.

    Attributes:
        as_of: the day on which they are in force.
        authorities: only these authorities' editions, and those of others in the same series:
            a list goes on where its holder changes. None for all.
        editions: only these. None for all.
        history: also those that are not in force.
        filters: as the user gave them, for links to the same choice.
    """

    as_of: dt.date
    authorities: frozenset[str] | None = None
    editions: frozenset[str] | None = None
    history: bool = False
    filters: Filters = field(default=Filters(), compare=False)


@dataclass(frozen=True, slots=True)
class SelectedEditions:
    """The ids of a selection's editions, the newest first.

    Attributes:
        candidates: all that the selection would take on some day.
        shown: those in force; with history, the others too.
        current: those in force.
        suspended: those that would be in force, but are suspended.
        uncertain: those whose start or end is known to the month or year only, around the day.
    """

    candidates: tuple[str, ...]
    shown: tuple[str, ...]
    current: frozenset[str]
    suspended: tuple[str, ...]
    uncertain: tuple[str, ...]


def select(editions: Iterable[Edition], selection: Selection) -> SelectedEditions:
    """Select editions.

    Args:
        editions: all there are, the newest first.
        selection: which to take.
    """
    every, day = list(editions), selection.as_of
    authorities, wanted = selection.authorities, selection.editions
    series = {e.series for e in every if authorities is None or e.authority in authorities}
    candidates = [e for e in every if e.series in series and (wanted is None or e.id in wanted)]
    current = frozenset(e.id for e in candidates if rules.in_force(e, day))
    return SelectedEditions(
        tuple(e.id for e in candidates),
        tuple(e.id for e in candidates if selection.history or e.id in current),
        current,
        tuple(e.id for e in candidates if rules.suspended(e, day)),
        tuple(e.id for e in candidates if rules.uncertain(e, day)),
    )
