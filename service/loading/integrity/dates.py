"""Periods have an order, and a series one edition on a day."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby, pairwise

from service.loading.faults import Fault
from service.loading.integrity.places import edition_fault
from service.model import Edition, Records, first_day


def faults(records: Records) -> Iterator[Fault]:
    """Check periods, suspensions, publication and the succession in each series."""
    released = first_day(records.dataset.released)
    for edition in records.editions:
        yield from _order(edition)
        if edition.published and first_day(edition.published) > released:
            what = f"Published {edition.published}, after the data of {records.dataset.released}."
            yield edition_fault(edition.id, "published", "not-yet-published", what)
    by_series = sorted(records.editions, key=lambda edition: edition.series)
    for _, editions in groupby(by_series, key=lambda edition: edition.series):
        yield from _succession(list(editions))


def _order(edition: Edition) -> Iterator[Fault]:
    start, end = edition.start, edition.in_force_to
    if start and end and first_day(end) <= first_day(start):
        what = f"It begins {start} and ends {end}."
        yield edition_fault(edition.id, "in_force_to", "date-order", what)
    for pause in edition.suspensions:
        if pause.end and first_day(pause.end) <= first_day(pause.start):
            what = f"Suspended from {pause.start} to {pause.end}."
            yield edition_fault(edition.id, "suspensions", "date-order", what)


def _start(edition: Edition) -> dt.date:
    start = edition.start
    return first_day(start) if start else dt.date.min


def _succession(editions: list[Edition]) -> Iterator[Fault]:
    ordered = sorted(editions, key=_start)
    for earlier, later in pairwise(ordered):
        end = earlier.in_force_to
        if end is None or first_day(end) > _start(later):
            what = f"{later.id!r} of the same series begins {_start(later)}, before this ends."
            yield edition_fault(earlier.id, "in_force_to", "overlap", what)
