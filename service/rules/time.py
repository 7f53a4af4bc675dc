"""Which editions stand on a day."""

import datetime as dt

from service.model import Edition, Suspension, first_day


def in_force(edition: Edition, day: dt.date) -> bool:
    """Tell whether an edition stands on a day; one with no date at all always does."""
    return stands(edition, day) and not paused(edition, day)


def stands(edition: Edition, day: dt.date) -> bool:
    """Tell whether a day is within the time for which an edition is made, suspended or not."""
    start, end = edition.in_force_from or edition.published, edition.in_force_to
    return (not start or first_day(start) <= day) and (not end or day < first_day(end))


def paused(edition: Edition, day: dt.date) -> bool:
    """Tell whether an edition is suspended on a day on which it would stand."""
    return any(_paused(pause, day) for pause in edition.suspensions)


def _paused(pause: Suspension, day: dt.date) -> bool:
    if day < first_day(pause.start):
        return False
    return pause.end is None or pause.end_unconfirmed or day < first_day(pause.end)
