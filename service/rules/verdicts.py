"""Positions -> voices -> verdict: authorities are counted, not editions."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from service.model import (
    Authority,
    AuthorityKind,
    Concept,
    Nature,
    Position,
    Stand,
    Status,
    Strength,
    Summary,
    Support,
    Verdict,
    Voice,
)

_RANK = {kind: rank for rank, kind in enumerate(AuthorityKind)}
_MAJORITY = 3
"""A lone authority against so many is a dissent, not one side of an open question."""


def summary(
    concept: Concept,
    positions: Sequence[Position],
    authority_of: Mapping[str, Authority],
    original_of: Mapping[str, str] = MappingProxyType({}),
) -> Summary:
    """Sum up all positions on one concept and element.

    Args:
        concept: the concept.
        positions: one for each edition in force that speaks of it, the newest first.
        authority_of: edition id -> authority.
        original_of: id of a copy -> id of the edition that it copies or repeats: where both have
            a position, the copy adds no voice.
    """
    speaking = {position.edition for position in positions} if original_of else set()
    voices = _voices(
        concept.nature,
        [p for p in positions if original_of.get(p.edition) not in speaking],
        authority_of,
    )

    def by(stand: Stand) -> tuple[Voice, ...]:
        return tuple([voice for voice in voices if voice.stand is stand])

    sides = by(Stand.INCLUDED), by(Stand.EXCLUDED), by(Stand.SILENT), by(Stand.CONTRADICTORY)
    if concept.nature is Nature.LISTING:
        return _listing(concept.id, sides, authority_of)
    return _classification(concept.id, sides)


_Sides = tuple[tuple[Voice, ...], tuple[Voice, ...], tuple[Voice, ...], tuple[Voice, ...]]


def _voices(
    nature: Nature, positions: Iterable[Position], authority_of: Mapping[str, Authority]
) -> list[Voice]:
    """Give one voice an authority, in the order a reader weighs them."""
    groups: dict[str, list[Position]] = {}
    ranks: dict[str, int] = {}
    for position in positions:
        authority = authority_of[position.edition]
        if authority.id in groups:
            groups[authority.id].append(position)
        else:
            groups[authority.id] = [position]
            ranks[authority.id] = _RANK[authority.kind]
    in_order = sorted(groups, key=ranks.__getitem__)
    return [_voice(nature, id_, tuple(groups[id_])) for id_ in in_order]


def _voice(nature: Nature, authority: str, positions: tuple[Position, ...]) -> Voice:
    """Sum up one authority's editions; of several lists, one that includes the thing is enough."""
    if len(positions) == 1:
        (only,) = positions
        return Voice(authority, only.stand, positions, positions if only.materials else ())
    naming = tuple(position for position in positions if position.materials)
    stands = {position.stand for position in positions}
    both = {Stand.INCLUDED, Stand.EXCLUDED} <= stands
    if Stand.CONTRADICTORY in stands or (both and nature is Nature.CLASSIFICATION):
        speaking = tuple(p for p in positions if p.stand is not Stand.SILENT)
        return Voice(authority, Stand.CONTRADICTORY, speaking, naming)
    order = (Stand.INCLUDED, Stand.EXCLUDED, Stand.SILENT)
    stand = next(each for each in order if each in stands)
    return Voice(authority, stand, tuple(p for p in positions if p.stand is stand), naming)


def _classification(concept: str, sides: _Sides) -> Summary:
    inside, outside, _, both = sides
    strength = dissent = None
    if inside and outside:
        verdict, strength, dissent = Verdict.DISPUTED, _strength(inside, outside), _lone(sides)
    elif not inside and not outside:
        verdict = Verdict.INTERNAL if both else Verdict.SILENT
    elif len(inside) + len(outside) == 1:
        verdict = Verdict.SINGLE
    else:
        verdict = Verdict.AGREED_IN if inside else Verdict.AGREED_OUT
    return Summary(
        concept, Nature.CLASSIFICATION, verdict, *sides, strength=strength, dissent=dissent
    )


def _strength(*sides: Iterable[Voice]) -> Strength:
    stated = all(any(voice.status is Status.STATED for voice in side) for side in sides)
    return Strength.EXPLICIT if stated else Strength.INFERRED


def _lone(sides: _Sides) -> Voice | None:
    smaller, larger = sorted(sides[:2], key=len)
    return smaller[0] if len(smaller) == 1 and len(larger) >= _MAJORITY else None


def _listing(concept: str, sides: _Sides, authority_of: Mapping[str, Authority]) -> Summary:
    def jurisdictions(voices: Iterable[Voice]) -> set[str]:
        return {authority_of[voice.edition].lists_for for voice in voices}

    inside, outside, silent, both = sides
    listed = jurisdictions((*inside, *both))
    lists = jurisdictions((*inside, *outside, *silent, *both))
    summary = Summary(
        concept, Nature.LISTING, Verdict.SILENT, *sides, listed_by=len(listed), lists=len(lists)
    )
    if listed:
        verdict = Verdict.ON_ALL if listed == lists else Verdict.ON_SOME
    elif summary.as_material:
        verdict = Verdict.AS_MATERIAL_ONLY
    else:
        verdict = Verdict.ON_NONE if outside else Verdict.SILENT
    return Summary(
        concept, Nature.LISTING, verdict, *sides, listed_by=len(listed), lists=len(lists)
    )


def support(verdict: Summary) -> Support:
    """Say what a verdict makes of 'this element is in this concept'."""
    if verdict.nature is Nature.LISTING:
        return _ON_LISTS[verdict.verdict]
    if verdict.verdict in (Verdict.DISPUTED, Verdict.INTERNAL):
        return Support.DISPUTED
    if verdict.included:
        return Support.SUPPORTED
    return Support.CONTRADICTED if verdict.excluded else Support.SILENT


_ON_LISTS = {
    Verdict.ON_ALL: Support.SUPPORTED,
    Verdict.ON_SOME: Support.SUPPORTED,
    Verdict.ON_NONE: Support.CONTRADICTED,
    Verdict.AS_MATERIAL_ONLY: Support.AS_MATERIAL_ONLY,
    Verdict.SILENT: Support.SILENT,
}
