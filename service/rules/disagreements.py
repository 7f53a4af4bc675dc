"""Verdict -> disagreements."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from service.model import (
    Basis,
    Category,
    Claim,
    Disagreement,
    Kind,
    Nature,
    Position,
    Side,
    Stand,
    Status,
    Strength,
    Summary,
    Voice,
)
from service.rules.positions import position_by


def disagreements(
    summary: Summary, claims: Mapping[str, Claim], categories: Mapping[str, Category]
) -> tuple[Disagreement, ...]:
    """Find every disagreement on one concept and one element.

    An authority on both sides disagrees with itself alone. Lists of different jurisdictions do
    not contradict each other: on a listing only such internal contradictions are found.

    Args:
        summary: the verdict, with the authorities on each side.
        claims: the claims by id, for the places an element is put instead.
        categories: the categories by id, likewise.
    """
    inside, outside = _held_by(summary.included), _held_by(summary.excluded)
    silent = _held_by(summary.silent)
    disagreements: list[Disagreement] = []
    if summary.nature is Nature.CLASSIFICATION:
        if inside and outside:
            disagreements.append(_membership(inside, outside, silent))
            disagreements.extend(_placement(inside, outside, claims, categories))
        elif inside and silent:
            disagreements.append(
                _between(Kind.COVERAGE, inside, silent, strength=Strength.INFERRED)
            )
    both = _held_by(summary.contradictory)
    disagreements.extend(_internal((*both, *inside, *outside, *silent), claims))
    disagreements.extend(_across_editions(summary.contradictory))
    return tuple(disagreements)


def _held_by(voices: Iterable[Voice]) -> tuple[Position, ...]:
    return tuple(position for voice in voices for position in voice.positions)


def _across_editions(voices: Iterable[Voice]) -> Iterator[Disagreement]:
    for voice in voices:
        inside, outside = (
            tuple(p for p in voice.positions if p.stand is stand)
            for stand in (Stand.INCLUDED, Stand.EXCLUDED)
        )
        if inside and outside:
            yield _between(Kind.INTERNAL, inside, outside)


def _between(
    kind: Kind, *groups: tuple[Position, ...], strength: Strength | None = None
) -> Disagreement:
    sides = tuple(Side(group[0].stand, group[0].concept, group) for group in groups if group)
    first = groups[0][0]
    return Disagreement(first.concept, first.thing, kind, strength or _strength(groups[:2]), sides)


def _strength(groups: Iterable[Iterable[Position]]) -> Strength:
    stated = all(any(p.status is Status.STATED for p in group) for group in groups)
    return Strength.EXPLICIT if stated else Strength.INFERRED


def _membership(
    inside: tuple[Position, ...], outside: tuple[Position, ...], silent: tuple[Position, ...]
) -> Disagreement:
    """Call it a boundary where the clash hangs on a category that only nearly fits the concept."""
    sure = any(p.exact for p in inside) and any(p.exact for p in outside)
    return _between(Kind.MEMBERSHIP if sure else Kind.BOUNDARY, inside, outside, silent)


def _placement(
    inside: tuple[Position, ...],
    outside: tuple[Position, ...],
    claims: Mapping[str, Claim],
    categories: Mapping[str, Category],
) -> Iterator[Disagreement]:
    elsewhere: list[tuple[str, Position]] = []
    for position in outside:
        if position.basis is Basis.DISJOINT_CATEGORY:
            claim = claims[position.claims[0]]
            category = categories[claim.category]
            excluding_claims = [claims[id_] for id_ in position.claims]
            reading = position_by(category, position.thing, excluding_claims, Stand.INCLUDED)
            elsewhere.append((category.concept, reading))
    if not elsewhere:
        return
    elsewhere.sort(key=lambda pair: pair[0])
    placed = tuple(
        Side(Stand.INCLUDED, concept, tuple(reading for _, reading in pairs))
        for concept, pairs in groupby(elsewhere, key=lambda pair: pair[0])
    )
    here = Side(Stand.INCLUDED, inside[0].concept, inside)
    # what excludes the element here is only that the edition keeps the two classes apart
    yield Disagreement(
        inside[0].concept, inside[0].thing, Kind.PLACEMENT, Strength.INFERRED, (here, *placed)
    )


def _internal(positions: Iterable[Position], claims: Mapping[str, Claim]) -> Iterator[Disagreement]:
    for position in positions:
        named = [claims[id_] for id_ in position.claims if claims[id_].against_count]
        if position.stand is not Stand.CONTRADICTORY and not named:
            continue
        note = named[0].note if named else None
        side = Side(position.stand, position.concept, (position,))
        yield Disagreement(
            position.concept,
            position.thing,
            Kind.INTERNAL,
            Strength.EXPLICIT if position.status is Status.STATED else Strength.INFERRED,
            (side,),
            note,
        )
