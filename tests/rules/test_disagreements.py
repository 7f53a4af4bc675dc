"""Verdicts -> disagreements: each kind, each strength."""

from collections.abc import Sequence

import pytest

from service.catalogue import Catalogue, View
from service.model import (
    Basis,
    Category,
    Claim,
    Coverage,
    Disagreement,
    Kind,
    Locator,
    Match,
    Nature,
    Position,
    Relation,
    Stand,
    Status,
    Strength,
    Via,
)
from service.rules import disagreements
from tests.rules.builders import IMPLIED, IN, MUTE, OUT, STANDS, STATED, held, holds, sum_up

HERE = Locator("page", "1")


def claim(path: str, *, against_count: bool = False, via: Via = Via.NAMED) -> Claim:
    category = path.rsplit("/", 1)[0]
    status = STATED if via is Via.NAMED else IMPLIED
    return Claim(
        *(path, category, "Sc", Relation.INCLUDES, status, via, HERE),
        against_count=against_count,
        note="The count has no room for it." if against_count else None,
    )


def found(
    positions: Sequence[Position],
    claims: Sequence[Claim] = (),
    categories: Sequence[Category] = (),
    nature: Nature = Nature.CLASSIFICATION,
) -> tuple[Disagreement, ...]:
    by_id = {c.id: c for c in claims}, {c.id: c for c in categories}
    return disagreements(sum_up(positions, nature), *by_id)


def told(each: Disagreement) -> str:
    """Write a disagreement as ``membership inferred: in a, out b c``."""
    assert each.id == f"rare/Sc/{each.kind}"
    words = {stand: word for word, stand in STANDS.items()}
    sides = []
    for side in each.sides:
        place = "" if side.concept == "rare" else f" {side.concept}"
        holders = " ".join(holder.edition for holder in side.holders)
        sides.append(f"{words[side.stand]}{place} {holders}")
    return f"{each.kind} {each.strength}: {', '.join(sides)}"


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ("a in, b out, c silent", "membership explicit: in a, out b, silent c"),
        ("a in, b out implied, c silent", "membership inferred: in a, out b, silent c"),
        ("a in implied, b out", "membership inferred: in a, out b"),
        ("a in implied, b out implied", "membership inferred: in a, out b"),
        ("a in near, b out", "boundary explicit: in a, out b"),
        ("a in, b out near", "boundary explicit: in a, out b"),
        ("a in, b silent, c silent", "coverage inferred: in a, silent b c"),
        ("", None),
        ("a in", None),
        ("a out", None),
        ("a silent", None),
        ("a in, b in", None),
        ("a out, b out", None),
        ("a out, b silent", None),
        ("a silent, b silent", None),
        ("a both", "internal explicit: both a"),
        ("a both implied", "internal inferred: both a"),
        # an authority whose editions clash disagrees with itself alone
        ("a-2 out, a-1 in, a-0 silent", "internal explicit: in a-1, out a-2"),
        ("a-2 out implied, a-1 in", "internal inferred: in a-1, out a-2"),
        ("a-2 out, a-1 in, b in", "internal explicit: in a-1, out a-2"),
        ("a-2 out, a-1 in, b out", "internal explicit: in a-1, out a-2"),
        ("a-2 out, a-1 in, b silent", "internal explicit: in a-1, out a-2"),
    ],
)
def test_each_kind_of_disagreement(positions: str, expected: str | None) -> None:
    assert [told(each) for each in found(held(positions))] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ("a in, b out", []),
        ("a in, b silent", []),
        ("a in, b out, c silent", []),
        ("a out, b silent", []),
        ("a both, b in", ["internal explicit: both a"]),
    ],
)
def test_a_list_disagrees_with_itself_alone(positions: str, expected: list[str]) -> None:
    disjoint = holds("z", OUT, IMPLIED, Basis.DISJOINT_CATEGORY, ("z/apart/Sc",))
    for lists in (held(positions), [*held(positions), disjoint]):
        among = found(lists, [claim("z/apart/Sc")], nature=Nature.LISTING)
        assert [told(each) for each in among] == expected


@pytest.mark.parametrize("here", [STATED, IMPLIED])
@pytest.mark.parametrize("there", [Via.NAMED, Via.GROUP])
def test_a_place_elsewhere_is_a_disagreement_of_placement(here: Status, there: Via) -> None:
    """It is inferred: an edition that keeps two classes apart does not say so of the element."""
    apart = Category("b/apart", "b", "apart", "else", Match.EXACT, Coverage.OPEN, HERE)
    reason = claim("b/apart/Sc", via=there)
    outside = holds("b", OUT, IMPLIED, Basis.DISJOINT_CATEGORY, (reason.id,))
    positions = [holds("a", IN, here), outside, holds("c", MUTE)]
    membership, placement = found(positions, [reason], [apart])
    assert told(membership) == "membership inferred: in a, out b, silent c"
    assert told(placement) == "placement inferred: in a, in else b"
    assert placement.sides[1].holders[0].claims == (reason.id,)


def test_places_elsewhere_are_gathered_by_concept() -> None:
    categories = [
        Category(f"{e}/apart", e, "apart", concept, Match.EXACT, Coverage.OPEN, HERE)
        for e, concept in (("b", "zinc-like"), ("c", "alkaline"), ("d", "zinc-like"))
    ]
    claims = [claim(f"{c.id}/Sc") for c in categories]
    outside = [
        holds(c.edition, OUT, IMPLIED, Basis.DISJOINT_CATEGORY, (f"{c.id}/Sc",)) for c in categories
    ]
    _, placement = found([holds("a", IN), *outside], claims, categories)
    assert told(placement) == "placement inferred: in a, in alkaline c, in zinc-like b d"


@pytest.mark.parametrize("stand", [IN, OUT, MUTE])
def test_an_element_against_its_lists_count_is_internal(stand: Stand) -> None:
    """It may be named in a category apart, or in a wider one."""
    extra = claim("a/c/Sc", against_count=True)
    (only,) = found([holds("a", stand, claims=(extra.id,))], [extra])
    strength = Strength.INFERRED if stand is MUTE else Strength.EXPLICIT
    assert (only.kind, only.strength) == (Kind.INTERNAL, strength)
    assert only.note == "The count has no room for it."
    plain = claim("a/c/Sc")
    assert found([holds("a", IN, claims=(plain.id,))], [plain]) == ()


def test_the_tiny_seeds_disagree_as_they_were_written_to(tiny: Catalogue) -> None:
    found = View(tiny).all_disagreements()
    assert {f"{d.id} {d.strength}" for d in found} == {
        *("rare-earth/Sc/membership inferred", "rare-earth/Sc/placement inferred"),
        *("rare-metal/Sc/coverage inferred", "rare-earth/Y/coverage inferred"),
        *("rare-earth/Ce/internal inferred", "light-rare-earth/Ce/internal explicit"),
    }
    assert all(d.id.endswith(f"/{d.kind}") for d in found)


def test_disagreements_stand_by_sharpness_then_strength(catalogue: Catalogue) -> None:
    kinds, strengths = list(Kind), list(Strength)
    found = View(catalogue).all_disagreements()
    order = [(kinds.index(d.kind), strengths.index(d.strength)) for d in found]
    assert order == sorted(order)
    assert {d.kind for d in found} == set(Kind)
