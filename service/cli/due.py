"""The series in which somebody should look for a newer edition."""

import datetime as dt
from collections.abc import Iterator

from service.model import Records, first_day

_INTERVAL = 365
"""Days after which to look again where the newest edition names no interval."""


def overdue(records: Records, day: dt.date) -> Iterator[str]:
    """Say of each series that is overdue on a day when it was last checked, and was due.

    A series was checked on the ``last_checked`` of its newest edition, or else when we read it.
    """
    newest = {each.series: each for each in sorted(records.editions, key=lambda each: each.start)}
    for series, edition in sorted(newest.items()):
        checked = edition.last_checked or edition.read_on
        due = first_day(checked) + dt.timedelta(edition.interval or _INTERVAL)
        if due < day:
            yield f"{series}: last checked {checked} ({edition.id}), due {due}"
