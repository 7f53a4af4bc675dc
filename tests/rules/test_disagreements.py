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
from tests.rules.builders import BOTH, IMPLIED, IN, MUTE, OUT, STATED, holds, sum_up

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


def shape(disagreement: Disagreement) -> list[tuple[Stand, str, list[str]]]:
    return [
        (side.stand, side.concept, [holder.edition for holder in side.holders])
        for side in disagreement.sides
    ]


@pytest.mark.parametrize(
    ("inside", "outside", "strength"),
    [
        (STATED, STATED, Strength.EXPLICIT),
        (STATED, IMPLIED, Strength.INFERRED),
        (IMPLIED, STATED, Strength.INFERRED),
        (IMPLIED, IMPLIED, Strength.INFERRED),
    ],
)
def test_membership_is_as_sharp_as_both_sides(
    inside: Status, outside: Status, strength: Strength
) -> None:
    (only,) = found([holds("a", IN, inside), holds("b", OUT, outside), holds("c", MUTE)])
    assert (only.kind, only.strength) == (Kind.MEMBERSHIP, strength)
    assert shape(only) == [(IN, "rare", ["a"]), (OUT, "rare", ["b"]), (MUTE, "rare", ["c"])]
    assert only.id == "rare/Sc/membership"


@pytest.mark.parametrize(
    ("inside", "outside", "kind"),
    [
        (True, True, Kind.MEMBERSHIP),
        (False, True, Kind.BOUNDARY),
        (True, False, Kind.BOUNDARY),
    ],
)
def test_a_clash_with_a_near_category_is_a_boundary(
    inside: bool, outside: bool, kind: Kind
) -> None:
    (only,) = found([holds("a", IN, exact=inside), holds("b", OUT, exact=outside)])
    assert only.kind is kind


def test_silence_beside_an_inclusion_is_a_disagreement_of_coverage() -> None:
    (only,) = found([holds("a", IN), holds("b", MUTE), holds("c", MUTE)])
    assert (only.kind, only.strength) == (Kind.COVERAGE, Strength.INFERRED)
    assert shape(only) == [(IN, "rare", ["a"]), (MUTE, "rare", ["b", "c"])]


@pytest.mark.parametrize(
    "stands", [[], [IN], [OUT], [MUTE], [IN, IN], [OUT, OUT], [OUT, MUTE], [MUTE, MUTE]]
)
def test_positions_that_can_all_be_right_are_no_disagreement(stands: list[Stand]) -> None:
    assert found([holds(f"e{number}", stand) for number, stand in enumerate(stands)]) == ()


@pytest.mark.parametrize("here", [STATED, IMPLIED])
@pytest.mark.parametrize("there", [Via.NAMED, Via.GROUP])
def test_a_place_elsewhere_is_a_disagreement_of_placement(here: Status, there: Via) -> None:
    """It is inferred: an edition that keeps two classes apart does not say so of the element."""
    apart = Category("b/apart", "b", "apart", "else", Match.EXACT, Coverage.OPEN, HERE)
    reason = claim("b/apart/Sc", via=there)
    outside = holds("b", OUT, IMPLIED, Basis.DISJOINT_CATEGORY, (reason.id,))
    positions = [holds("a", IN, here), outside, holds("c", MUTE)]
    membership, placement = found(positions, [reason], [apart])
    assert (membership.kind, membership.strength) == (Kind.MEMBERSHIP, Strength.INFERRED)
    assert (placement.kind, placement.strength) == (Kind.PLACEMENT, Strength.INFERRED)
    assert shape(placement) == [(IN, "rare", ["a"]), (IN, "else", ["b"])]
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
    assert shape(placement)[1:] == [(IN, "alkaline", ["c"]), (IN, "zinc-like", ["b", "d"])]


@pytest.mark.parametrize(
    ("status", "strength"), [(STATED, Strength.EXPLICIT), (IMPLIED, Strength.INFERRED)]
)
def test_an_edition_or_an_authority_that_contradicts_itself_disagrees_internally(
    status: Status, strength: Strength
) -> None:
    (only,) = found([holds("a", BOTH, status)])
    assert (only.kind, only.strength, only.note) == (Kind.INTERNAL, strength, None)
    assert shape(only) == [(BOTH, "rare", ["a"])]
    (only,) = found([holds("a-2", OUT, status), holds("a-1", IN), holds("a-0", MUTE)])
    assert (only.kind, only.strength, only.note) == (Kind.INTERNAL, strength, None)
    assert shape(only) == [(IN, "rare", ["a-1"]), (OUT, "rare", ["a-2"])]


@pytest.mark.parametrize("other", [IN, OUT, MUTE])
def test_an_authority_on_both_sides_takes_no_part_in_a_dispute(other: Stand) -> None:
    (only,) = found([holds("a-2", OUT), holds("a-1", IN), holds("b", other)])
    assert only.kind is Kind.INTERNAL
    assert {each.edition for side in only.sides for each in side.holders} == {"a-1", "a-2"}


@pytest.mark.parametrize("clash", [[IN, OUT], [IN, MUTE], [IN, OUT, MUTE], [OUT, MUTE]])
def test_lists_do_not_contradict_each_other(clash: list[Stand]) -> None:
    lists = [holds(f"e{number}", stand) for number, stand in enumerate(clash)]
    assert found(lists, nature=Nature.LISTING) == ()
    disjoint = holds("b", OUT, IMPLIED, Basis.DISJOINT_CATEGORY, ("b/apart/Sc",))
    assert found([holds("a", IN), disjoint], [claim("b/apart/Sc")], nature=Nature.LISTING) == ()


def test_a_list_that_contradicts_itself_disagrees_internally() -> None:
    (only,) = found([holds("a", BOTH), holds("b", IN)], nature=Nature.LISTING)
    assert (only.kind, shape(only)) == (Kind.INTERNAL, [(BOTH, "rare", ["a"])])


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
