"""Which editions stand on a day."""

import datetime as dt

from service.model import Edition, Suspension, first_day


def in_force(edition: Edition, day: dt.date) -> bool:
    """Tell whether an edition stands on a day; one with no date at all always does."""
    first, last = span(edition)
    return first <= day <= last and not paused(edition, day)


def span(edition: Edition) -> tuple[dt.date, dt.date]:
    """Give the first and the last day on which an edition stands, suspended or not."""
    start, end = edition.in_force_from or edition.published, edition.in_force_to
    last = first_day(end) - dt.timedelta(1) if end else dt.date.max
    return first_day(start) if start else dt.date.min, last


def paused(edition: Edition, day: dt.date) -> bool:
    """Tell whether an edition is suspended on a day on which it would stand."""
    return any(_paused(pause, day) for pause in edition.suspensions)


def _paused(pause: Suspension, day: dt.date) -> bool:
    if day < first_day(pause.start):
        return False
    return pause.end is None or pause.end_unconfirmed or day < first_day(pause.end)
