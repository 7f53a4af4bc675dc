"""Which editions stand on a day."""

import datetime as dt

from service.model import Edition, Suspension, first_day


def in_force(edition: Edition, day: dt.date) -> bool:
    """Tell whether an edition stands on a day; one with no date at all always does."""
    start = edition.in_force_from or edition.published
    if start and day < first_day(start):
        return False
    if edition.in_force_to and day >= first_day(edition.in_force_to):
        return False
    return not any(_paused(pause, day) for pause in edition.suspensions)


def _paused(pause: Suspension, day: dt.date) -> bool:
    if day < first_day(pause.start):
        return False
    return pause.end is None or pause.end_unconfirmed or day < first_day(pause.end)
