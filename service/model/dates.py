"""Dates that may lack their day, or their month and day."""

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
