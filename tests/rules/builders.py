"""Positions and verdicts from a few words: an edition ``a-2`` is one of the authority ``a``."""

from collections.abc import Mapping, Sequence

from service import rules
from service.model import (
    Authority,
    AuthorityKind,
    Basis,
    Concept,
    Nature,
    Position,
    Stand,
    Status,
    Summary,
    Voice,
)

IN, OUT, MUTE, BOTH = Stand.INCLUDED, Stand.EXCLUDED, Stand.SILENT, Stand.CONTRADICTORY
STATED, IMPLIED = Status.STATED, Status.IMPLIED


def concept(nature: Nature = Nature.CLASSIFICATION, id_: str = "rare") -> Concept:
    return Concept(id_, id_.capitalize(), "A class.", nature, None, ())


def authority(
    id_: str, kind: AuthorityKind = AuthorityKind.SCIENCE, jurisdiction: str | None = None
) -> Authority:
    return Authority(id_, f"The {id_}", id_.upper(), kind, jurisdiction, None, (), None, None)


def holds(
    edition: str,
    stand: Stand,
    status: Status | None = STATED,
    basis: Basis = Basis.CLAIM,
    claims: tuple[str, ...] = (),
    *,
    exact: bool = True,
    materials: tuple[str, ...] = (),
) -> Position:
    status = None if stand is MUTE else status
    category = f"{edition}/c"
    return Position(
        *("rare", "Sc", edition, stand, status, basis, category, claims, exact, materials)
    )


def sum_up(
    positions: Sequence[Position],
    nature: Nature = Nature.CLASSIFICATION,
    kinds: Mapping[str, AuthorityKind] | None = None,
    jurisdictions: Mapping[str, str] | None = None,
) -> Summary:
    """Sum positions up; an authority is scientific and of no jurisdiction where nothing is said."""
    holders = {}
    for position in positions:
        id_ = position.edition.partition("-")[0]
        kind = (kinds or {}).get(id_, AuthorityKind.SCIENCE)
        holders[position.edition] = authority(id_, kind, (jurisdictions or {}).get(id_))
    return rules.summary(concept(nature), positions, holders)


def names(voices: Sequence[Voice]) -> list[str]:
    return [voice.authority for voice in voices]


def editions(voice: Voice) -> list[str]:
    return [position.edition for position in voice.positions]
