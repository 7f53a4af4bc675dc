"""Records and verdicts from a few words: an edition ``a-2`` is one of the authority ``a``."""

from collections.abc import Mapping, Sequence
from typing import Any

from service import rules
from service.model import (
    Authority,
    AuthorityKind,
    Basis,
    Concept,
    Constituent,
    Edition,
    Material,
    MaterialKind,
    Nature,
    Position,
    Role,
    Stand,
    Status,
    Summary,
    Voice,
)

IN, OUT, MUTE, BOTH = Stand.INCLUDED, Stand.EXCLUDED, Stand.SILENT, Stand.CONTRADICTORY
STATED, IMPLIED = Status.STATED, Status.IMPLIED
STANDS = {"in": IN, "out": OUT, "silent": MUTE, "both": BOTH}


def concept(nature: Nature = Nature.CLASSIFICATION, id_: str = "rare") -> Concept:
    return Concept(id_, id_.capitalize(), "A class.", nature, None, ())


def authority(
    id_: str, kind: AuthorityKind = AuthorityKind.SCIENCE, jurisdiction: str | None = None
) -> Authority:
    return Authority(id_, f"The {id_}", id_.upper(), kind, jurisdiction, None, (), None, None)


def edition(id_: str, authority: str = "a", **fields: Any) -> Edition:
    """Make an edition without dates, read on 2024-01-01, of a series of its own."""
    defaults: dict[str, Any] = dict.fromkeys(
        ("published", "in_force_from", "in_force_to", "supersedes", "derived_from")
    )
    defaults |= dict.fromkeys(("official_count", "count_note", "note"))
    defaults |= {"series": f"series-{id_}", "citations": (), "suspensions": ()}
    return Edition(
        id=id_, authority=authority, title=id_, **{**defaults, "read_on": "2024-01-01", **fields}
    )


def material(
    id_: str, sought: str = "", broader: str | None = None, kind: MaterialKind = MaterialKind.ORE
) -> Material:
    """Make a material of the elements under which people look for it."""
    symbols = tuple(sought.split())
    elements = tuple(Constituent(symbol, Role.CARRIED) for symbol in symbols)
    return Material(id_, id_, kind, broader, None, elements, symbols, (), (), None)


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


def held(text: str) -> list[Position]:
    """Read ``a-2 in implied, b out near sand``.

    That is the edition ``a-2`` of the authority ``a``, its stand and status; ``near`` is a
    category that only nearly fits; and materials that the edition names.
    """
    found = []
    for each in filter(None, text.split(", ")):
        edition, stand, *more = each.split()
        materials = tuple(word for word in more if word not in ("implied", "near"))
        status = IMPLIED if "implied" in more else STATED
        exact = "near" not in more
        found.append(holds(edition, STANDS[stand], status, exact=exact, materials=materials))
    return found


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
