"""The revisions of a catalogue: every series, edition after edition."""

import datetime as dt
from functools import lru_cache

from service.catalogue.catalogue import Catalogue
from service.model import first_day
from service.rules.changes import Change, EditionOnConcept, revisions


@lru_cache(maxsize=4)
def every_change(catalogue: Catalogue) -> tuple[Change, ...]:
    """Find every revision, in the order of dates."""
    collected: list[Change] = []
    for after_id, before_id in catalogue.previous.items():
        before, after = catalogue.editions[before_id], catalogue.editions[after_id]
        for concept in catalogue.concepts:
            old = _reading(catalogue, before_id, concept)
            new = _reading(catalogue, after_id, concept)
            if old or new:
                collected.extend(revisions(before, after, concept, old, new))
    return tuple(sorted(collected, key=lambda c: (c.date or "", c.series)))


def changes(
    catalogue: Catalogue, start: dt.date | None = None, end: dt.date | None = None
) -> list[Change]:
    """Give the revisions whose later edition begins in a period.

    Args:
        catalogue: the catalogue.
        start: the first day on which the later edition may begin.
        end: the last such day.
    """
    return [
        change
        for change in every_change(catalogue)
        if (start is None or (change.date and first_day(change.date) >= start))
        and (end is None or (change.date and first_day(change.date) <= end))
    ]


def changes_of_authority(catalogue: Catalogue, authority: str) -> list[Change]:
    """Give the revisions of the series that an authority holds or held."""
    series = {e.series for e in catalogue.editions.values() if e.authority == authority}
    return [change for change in every_change(catalogue) if change.series in series]


def _reading(catalogue: Catalogue, edition: str, concept: str) -> EditionOnConcept | None:
    positions = catalogue.positions_on[concept].get(edition)
    if positions is None:
        return None
    categories = tuple(c for c in catalogue.categories_of[edition] if c.concept == concept)
    claims = tuple(claim for c in categories for claim in catalogue.claims_in[c.id])
    elements, materials = (
        {thing: positions[thing].stand for thing in things if thing in positions}
        for things in (catalogue.elements, catalogue.listed)
    )
    return EditionOnConcept(categories, claims, elements, materials)
