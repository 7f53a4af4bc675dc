"""The revisions of a catalogue: every series, edition after edition."""

import datetime as dt
from functools import lru_cache
from itertools import groupby, pairwise

from service.catalogue.catalogue import Catalogue
from service.model import Edition, first_day
from service.rules.changes import Change, EditionOnConcept, revisions


@lru_cache(maxsize=4)
def every_change(catalogue: Catalogue) -> tuple[Change, ...]:
    """Find every revision, in the order of dates."""
    found: list[Change] = []
    by_series = sorted(catalogue.editions.values(), key=lambda e: (e.series, _start(e)))
    for _, editions in groupby(by_series, key=lambda e: e.series):
        for before, after in pairwise(editions):
            for concept in catalogue.concepts:
                old = _reading(catalogue, before.id, concept)
                new = _reading(catalogue, after.id, concept)
                if old or new:
                    found.extend(revisions(before, after, concept, old, new))
    return tuple(sorted(found, key=lambda c: (c.date or "", c.series)))


def changes(
    catalogue: Catalogue,
    authority: str | None = None,
    start: dt.date | None = None,
    end: dt.date | None = None,
) -> list[Change]:
    """Give the revisions of one or all authorities whose later edition begins in a period.

    Args:
        catalogue: the catalogue.
        authority: only this one's lists.
        start: the first day on which the later edition may begin.
        end: the last such day.
    """
    return [
        change
        for change in every_change(catalogue)
        if authority in (None, change.authority, catalogue.authority_of[change.before])
        and (start is None or (change.date and first_day(change.date) >= start))
        and (end is None or (change.date and first_day(change.date) <= end))
    ]


def _start(edition: Edition) -> dt.date:
    start = edition.start
    return first_day(start) if start else dt.date.min


def _reading(catalogue: Catalogue, edition: str, concept: str) -> EditionOnConcept | None:
    positions = catalogue.positions_on[concept].get(edition)
    if positions is None:
        return None
    categories = tuple(c for c in catalogue.categories_of[edition] if c.concept == concept)
    claims = tuple(claim for c in categories for claim in catalogue.claims_in[c.id])
    stands = {symbol: position.stand for symbol, position in positions.items()}
    return EditionOnConcept(categories, claims, stands)
