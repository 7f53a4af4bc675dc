"""Positions -> verdict and disagreements."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from service.model import (
    Basis,
    Category,
    Claim,
    Disagreement,
    Kind,
    Position,
    Side,
    Stand,
    Status,
    Strength,
    Summary,
    Verdict,
)
from service.rules.positions import position_by


def summary(
    concept: str, positions: Sequence[Position], authority_of: Mapping[str, str]
) -> Summary:
    """Sum up all positions on one concept and element.

    Args:
        concept: the concept's id.
        positions: what each edition holds on it; editions that do not speak of it are absent.
        authority_of: edition id -> authority id; `single` counts authorities, not editions.
    """
    by = {stand: tuple([p.edition for p in positions if p.stand is stand]) for stand in Stand}
    inside, outside = by[Stand.INCLUDED], by[Stand.EXCLUDED]
    speaking = {authority_of[edition] for edition in (*inside, *outside)}
    if by[Stand.CONTRADICTORY] or (inside and outside):
        verdict = Verdict.DISPUTED
    elif not speaking:
        verdict = Verdict.SILENT
    elif len(speaking) == 1:
        verdict = Verdict.SINGLE
    else:
        verdict = Verdict.AGREED_IN if inside else Verdict.AGREED_OUT
    return Summary(concept, verdict, inside, outside, by[Stand.SILENT], by[Stand.CONTRADICTORY])


def support(positions: Iterable[Position]) -> str:
    """Say what positions on one concept and element make of 'it is in it'.

    Returns:
        ``supported``, ``contradicted``, ``disputed`` or ``silent``.
    """
    stands = {position.stand for position in positions}
    if Stand.CONTRADICTORY in stands or {Stand.INCLUDED, Stand.EXCLUDED} <= stands:
        return "disputed"
    if Stand.INCLUDED in stands:
        return "supported"
    return "contradicted" if Stand.EXCLUDED in stands else "silent"


def disagreements(
    positions: Sequence[Position], claims: Mapping[str, Claim], categories: Mapping[str, Category]
) -> tuple[Disagreement, ...]:
    """Find every disagreement among positions on one concept and one element.

    Args:
        positions: all of one concept and element, one an edition.
        claims: the claims by id, for the places an element is put instead.
        categories: the categories by id, likewise.
    """
    by = {stand: tuple([p for p in positions if p.stand is stand]) for stand in Stand}
    inside, outside, silent = by[Stand.INCLUDED], by[Stand.EXCLUDED], by[Stand.SILENT]
    found: list[Disagreement] = []
    if inside and outside:
        found.append(_membership(inside, outside, silent))
        found.extend(_placement(inside, outside, claims, categories))
    elif inside and silent:
        found.append(_between(Kind.COVERAGE, inside, silent, strength=Strength.INFERRED))
    found.extend(_internal(positions, claims))
    return tuple(found)


def _between(
    kind: Kind, *groups: tuple[Position, ...], strength: Strength | None = None
) -> Disagreement:
    sides = tuple(Side(group[0].stand, group[0].concept, group) for group in groups if group)
    first = groups[0][0]
    return Disagreement(
        first.concept, first.element, kind, strength or _strength(groups[:2]), sides
    )


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
            reading = position_by(
                category, [claims[id_] for id_ in position.claims], Stand.INCLUDED
            )
            elsewhere.append((category.concept, reading))
    if not elsewhere:
        return
    elsewhere.sort(key=lambda pair: pair[0])
    placed = tuple(
        Side(Stand.INCLUDED, concept, tuple(reading for _, reading in pairs))
        for concept, pairs in groupby(elsewhere, key=lambda pair: pair[0])
    )
    here = Side(Stand.INCLUDED, inside[0].concept, inside)
    strength = _strength([inside, [reading for _, reading in elsewhere]])
    yield Disagreement(
        inside[0].concept, inside[0].element, Kind.PLACEMENT, strength, (here, *placed)
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
            position.element,
            Kind.INTERNAL,
            Strength.EXPLICIT if position.status is Status.STATED else Strength.INFERRED,
            (side,),
            note,
        )
