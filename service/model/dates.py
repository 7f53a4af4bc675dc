"""Dates that may lack their day, or their month and day."""

import calendar
import datetime as dt
from functools import lru_cache


@lru_cache(maxsize=1024)
def first_day(date: str) -> dt.date:
    """Give the earliest day a partial ISO date can mean: ``2025-03`` is 1 March 2025.

    Raises:
        ValueError: the text is not a calendar date, or a year, or a year and month.
    """
    parts = [int(part) for part in date.split("-")]
    return dt.date(*[*parts, 1, 1][:3])


@lru_cache(maxsize=1024)
def last_day(date: str) -> dt.date:
    """Give the latest day a partial ISO date can mean: ``2025-02`` is 28 February 2025.

    Raises:
        ValueError: the text is not a calendar date, or a year, or a year and month.
    """
    year, month, day = [*(int(part) for part in date.split("-")), 0, 0][:3]
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])
