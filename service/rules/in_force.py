"""Editions in force on a day."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from service.model import Edition, Suspension, first_day, last_day


def in_force(edition: Edition, day: dt.date) -> bool:
    """Tell whether an edition is certainly in force on a day."""
    return _stands(edition, day) and not _is_paused(edition, day)


def uncertain(edition: Edition, day: dt.date) -> bool:
    """Tell whether a day lies within a start or an end that is known to the month or year only."""
    ends = edition.in_force_to
    begun = first_day(edition.start) <= day
    over = ends is not None and day >= last_day(ends)
    return begun and not over and not _stands(edition, day)


def suspended(edition: Edition, day: dt.date) -> bool:
    """Tell whether an edition would stand on a day, but is suspended."""
    return _stands(edition, day) and _is_paused(edition, day)


def boundary_days(edition: Edition) -> Iterator[dt.date]:
    """Give the days from which on an edition stands, or is suspended, or no longer is."""
    dates = [edition.start, edition.in_force_to]
    dates += [date for pause in edition.suspensions for date in (pause.start, pause.end)]
    for date in dates:
        if date:
            yield first_day(date)
            yield last_day(date)


def eras(editions: Iterable[Edition]) -> list[dt.date]:
    """Give the days from which on other editions stand than before; the first day of all is one."""
    return sorted({dt.date.min, *(day for edition in editions for day in boundary_days(edition))})


def era(days: Sequence[dt.date], day: dt.date) -> dt.date:
    """Give the last of such days that is not after a day: both show the same."""
    return days[bisect_right(days, day) - 1]


def _stands(edition: Edition, day: dt.date) -> bool:
    end = edition.in_force_to
    return last_day(edition.start) <= day and (end is None or day < first_day(end))


def _is_paused(edition: Edition, day: dt.date) -> bool:
    return any(_paused(pause, day) for pause in edition.suspensions)


def _paused(pause: Suspension, day: dt.date) -> bool:
    if day < first_day(pause.start):
        return False
    return pause.end is None or pause.end_unconfirmed or day < first_day(pause.end)
