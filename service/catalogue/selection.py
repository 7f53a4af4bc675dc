"""Selection: which editions take part in an answer."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from service import rules
from service.model import Edition


@dataclass(frozen=True, slots=True)
class Selection:
    """Which editions take part: those in force on a day, of some or (None) all authorities."""

    as_of: dt.date
    authorities: frozenset[str] | None = None
    history: bool = False


@dataclass(frozen=True, slots=True)
class SelectedEditions:
    """The ids of a selection's editions, the newest first where they have an order.

    Attributes:
        shown: those in force; with history, the others too.
        current: those in force.
        suspended: those that would be in force, but are suspended.
    """

    shown: tuple[str, ...]
    current: frozenset[str]
    suspended: tuple[str, ...]


def select(editions: Iterable[Edition], selection: Selection) -> SelectedEditions:
    """Select editions.

    Args:
        editions: all there are, the newest first.
        selection: which to take.
    """
    wanted, day = selection.authorities, selection.as_of
    candidates = [e for e in editions if not wanted or e.authority in wanted]
    current = frozenset(e.id for e in candidates if rules.in_force(e, day))
    return SelectedEditions(
        tuple(e.id for e in candidates if selection.history or e.id in current),
        current,
        tuple(e.id for e in candidates if rules.suspended(e, day)),
    )
