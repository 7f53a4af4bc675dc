"""An authority holds one thing at a time, unless its editions are said to contradict each other."""

from collections.abc import Iterator
from itertools import combinations, groupby

from service.loading.faults import Fault
from service.loading.integrity.places import edition_fault
from service.model import Category, Claim, Edition, Nature, Records, Stand
from service.rules import EditionReading, eras, in_force, made_claims

_BOTH = {Stand.INCLUDED, Stand.EXCLUDED}


def faults(records: Records) -> Iterator[Fault]:
    """Find editions of one authority, in force together, on both sides of a classification.

    Args:
        records: records without any other fault, since positions are derived from them.
    """
    readings = _readings(records)
    concepts = [c.id for c in records.concepts if c.nature is Nature.CLASSIFICATION]
    ordered = sorted(records.editions, key=lambda edition: (edition.authority, edition.start))
    for _, editions in groupby(ordered, key=lambda edition: edition.authority):
        for one, other in combinations(editions, 2):
            declared = one.id in other.contradicts or other.id in one.contradicts
            if declared or not _together(one, other):
                continue
            for concept in concepts:
                if both := _on_both_sides(readings[one.id], readings[other.id], concept):
                    what = f"It contradicts {one.id!r} on {concept!r}: {', '.join(both)}."
                    yield edition_fault(other.id, "contradicts", "internal-contradiction", what)


def _readings(records: Records) -> dict[str, EditionReading]:
    categories: dict[str, list[Category]] = {edition.id: [] for edition in records.editions}
    claims: dict[str, list[Claim]] = {edition.id: [] for edition in records.editions}
    for category in records.categories:
        categories[category.edition].append(category)
    for claim in (*records.claims, *made_claims(records)):
        claims[claim.category.partition("/")[0]].append(claim)
    return {id_: EditionReading(categories[id_], claims[id_]) for id_ in categories}


def _together(one: Edition, other: Edition) -> bool:
    days = eras([one, other])
    return any(in_force(one, day) and in_force(other, day) for day in days)


def _on_both_sides(one: EditionReading, other: EditionReading, concept: str) -> list[str]:
    if concept not in one.concepts or concept not in other.concepts:
        return []
    claimed = {element for each in (one, other) for _, element in (*each.includes, *each.excludes)}
    return [
        element
        for element in sorted(claimed)
        if {one.position(concept, element).stand, other.position(concept, element).stand} == _BOTH
    ]
