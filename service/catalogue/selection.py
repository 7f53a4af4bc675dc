"""Selection: which editions take part in an answer."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from service import rules
from service.model import Edition


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of editions.

    Attributes:
        as_of: the day on which they are in force.
        authorities: only these authorities' editions, and those of others in the same series:
            a list goes on where its holder changes. None for all.
        editions: only these. None for all.
        history: also those that are not in force.
    """

    as_of: dt.date
    authorities: frozenset[str] | None = None
    editions: frozenset[str] | None = None
    history: bool = False


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
