"""Counts are those of what we read, and figures can be written out."""

from collections.abc import Iterator

from service.loading.faults import Fault
from service.loading.integrity.places import category_fault, edition_fault
from service.model import Category, Claim, Figure, Records, Relation, Via
from service.rules import made_claims

_MOST_DIGITS = 15
"""As many as a JSON number keeps in every client."""


def faults(records: Records) -> Iterator[Fault]:
    """Check the counts of each edition and category, and the size of each figure."""
    included: dict[str, list[Claim]] = {category.id: [] for category in records.categories}
    for claim in (*records.claims, *made_claims(records)):
        if claim.relation is Relation.INCLUDES:
            included[claim.category].append(claim)
    for category in records.categories:
        yield from _count_said(category, included[category.id])
    for figure in records.figures:
        yield from _size(figure)
    for edition in records.editions:
        categories = [c for c in records.categories if c.edition == edition.id]
        entries = sum(_entries(c, included[c.id]) for c in categories)
        if edition.official_count not in (None, entries) and not edition.count_note:
            what = f"official_count is {edition.official_count}; the file has {entries} entries."
            yield edition_fault(edition.id, "official_count", "official-count", what)


def _count_said(category: Category, included: list[Claim]) -> Iterator[Fault]:
    room = sum(not claim.against_count for claim in included)
    if category.count_said not in (None, room) and not category.note:
        what = f"count_said is {category.count_said}; the file has {room} elements."
        yield category_fault(category.id, "count-said", what)


def _size(figure: Figure) -> Iterator[Fault]:
    magnitude, digits = figure.value.adjusted(), len(figure.value.as_tuple().digits)
    if abs(magnitude) >= _MOST_DIGITS or digits > _MOST_DIGITS:
        what = f"The value has {digits} digits and the magnitude 10^{magnitude}."
        yield category_fault(figure.id, "figure-size", what)


def _entries(category: Category, included: list[Claim]) -> int:
    """Count list entries: an element or a material is one, a group of elements is one."""
    groups = {claim.group for claim in included if claim.via is Via.GROUP}
    return len(category.materials) + len(groups) + sum(c.via is not Via.GROUP for c in included)
