"""Periods and releases have an order, and a series one edition on a day."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby, pairwise

from service.loading.faults import Fault
from service.loading.integrity.places import edition_fault
from service.model import Dataset, Edition, Records, first_day

_LONGEST_UNREAD = dt.timedelta(366)


def faults(records: Records) -> Iterator[Fault]:
    """Check releases, periods, suspensions, publication and the succession in each series."""
    yield from _releases(records.dataset)
    yield from _newest_release(records)
    released = first_day(records.dataset.released)
    for edition in records.editions:
        yield from _order(edition)
        if edition.published and first_day(edition.published) > released:
            what = f"The edition is of {edition.published}, the data of {records.dataset.released}."
            yield edition_fault(edition.id, "published", "not-yet-published", what)
    by_series = sorted(records.editions, key=lambda edition: edition.series)
    for _, editions in groupby(by_series, key=lambda edition: edition.series):
        yield from _succession(list(editions))


def _releases(dataset: Dataset) -> Iterator[Fault]:
    keys = [tuple(map(int, release.version.split("."))) for release in dataset.releases]
    days = [first_day(release.released) for release in dataset.releases]
    for i, ((year, month, _), day) in enumerate(zip(keys, days, strict=True)):
        path, release = f"releases.{i}", dataset.releases[i]
        if (year, month) != (day.year, day.month):
            what = f"Version {release.version} is not of the month of {release.released}."
            yield Fault("dataset.toml", path, "release-order", what)
        if i and not (keys[i - 1] > keys[i] and days[i - 1] >= day):
            what = f"{release.version} of {release.released} is not before the release above it."
            yield Fault("dataset.toml", path, "release-order", what)


def _newest_release(records: Records) -> Iterator[Fault]:
    """A clock would tell a day to come, but a start must not depend on one; what was read tells."""
    released = first_day(records.dataset.released)
    read = max(
        (first_day(each.retrieved) for each in records.sources if each.retrieved), default=None
    )
    if read and released - read > _LONGEST_UNREAD:
        what = f"Released {released}; the last source was read on {read}."
        yield Fault("dataset.toml", "releases.0", "release-order", what)


def _order(edition: Edition) -> Iterator[Fault]:
    start, end = edition.start, edition.in_force_to
    if start and end and first_day(end) <= first_day(start):
        what = f"The edition begins {start} and ends {end}."
        yield edition_fault(edition.id, "in_force_to", "date-order", what)
    for pause in edition.suspensions:
        if pause.end and first_day(pause.end) <= first_day(pause.start):
            what = f"The suspension begins {pause.start} and ends {pause.end}."
            yield edition_fault(edition.id, "suspensions", "date-order", what)


def _start(edition: Edition) -> dt.date:
    start = edition.start
    return first_day(start) if start else dt.date.min


def _succession(editions: list[Edition]) -> Iterator[Fault]:
    ordered = sorted(editions, key=_start)
    for earlier, later in pairwise(ordered):
        end = earlier.in_force_to
        if end is None or first_day(end) > _start(later):
            what = f"{later.id!r} of the series begins {_start(later)}, before this edition ends."
            yield edition_fault(earlier.id, "in_force_to", "overlap", what)
