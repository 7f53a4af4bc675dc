"""Answers to which list this is: the nearest editions, and how each differs."""

from collections.abc import Iterable
from functools import lru_cache

from service.answers.encoding import Json
from service.catalogue import Catalogue
from service.model import Stand

_NEAREST = 3

_IncludedSet = tuple[str, str, frozenset[str]]
"""A concept, an edition, and the things that the edition includes."""


def nearest(catalogue: Catalogue, things: Iterable[str], concept: str | None = None) -> list[Json]:
    """Give the editions whose included things are nearest to a list, the nearest first.

    Args:
        catalogue: the catalogue.
        things: symbols of elements and ids of materials.
        concept: where given, the only one.
    """
    ours = frozenset(things)
    scored = [
        (len(ours & each[2]) / len(ours | each[2]), each)
        for each in _included_sets(catalogue)
        if concept in (None, each[0]) and ours & each[2]
    ]
    # the sort is stable: of equals, the newest edition stays first
    scored.sort(key=lambda each: -each[0])
    return [_match(catalogue, ours, *each) for each in scored[:_NEAREST]]


def _match(
    catalogue: Catalogue,
    ours: frozenset[str],
    score: float,
    included: _IncludedSet,
) -> Json:
    concept, edition, theirs = included
    positions = catalogue.positions_on[concept][edition]
    beyond = sorted(ours - theirs)
    silent = [t for t in beyond if t not in positions or positions[t].stand is Stand.SILENT]
    return {
        "edition": edition,
        "concept": concept,
        "similarity": round(score, 4),
        "extra": [thing for thing in beyond if thing not in silent],
        "missing": sorted(theirs - ours),
        "silent": silent,
        "newer": _newer(catalogue, edition),
    }


def _newer(catalogue: Catalogue, edition: str) -> str | None:
    """Give the newest edition of the series; None where this is the newest."""
    after = {before: later for later, before in catalogue.previous.items()}
    newest = edition
    while newest in after:
        newest = after[newest]
    return None if newest == edition else newest


@lru_cache(maxsize=4)
def _included_sets(catalogue: Catalogue) -> tuple[_IncludedSet, ...]:
    order = {edition: place for place, edition in enumerate(catalogue.editions)}
    found = [
        (concept, edition, included)
        for concept, editions in catalogue.positions_on.items()
        for edition, positions in editions.items()
        if (included := frozenset(t for t, p in positions.items() if p.stand is Stand.INCLUDED))
    ]
    return tuple(sorted(found, key=lambda each: order[each[1]]))
