"""Positions -> verdicts: authorities are counted, in the order of their kinds, of either nature."""

import pytest

from service.model import AuthorityKind, Nature, Stand, Status, Strength, Support, Verdict
from service.rules import summary, support
from tests.rules.builders import (
    BOTH,
    IMPLIED,
    IN,
    MUTE,
    OUT,
    STATED,
    authority,
    concept,
    editions,
    holds,
    names,
    sum_up,
)

LISTING = Nature.LISTING


@pytest.mark.parametrize(
    ("stands", "verdict", "answer"),
    [
        ([], "silent", "silent"),
        ([MUTE, MUTE], "silent", "silent"),
        ([IN], "single", "supported"),
        ([OUT], "single", "contradicted"),
        ([IN, MUTE], "single", "supported"),
        ([OUT, MUTE], "single", "contradicted"),
        ([IN, IN], "agreed-in", "supported"),
        ([IN, IN, MUTE], "agreed-in", "supported"),
        ([OUT, OUT], "agreed-out", "contradicted"),
        ([OUT, OUT, MUTE], "agreed-out", "contradicted"),
        ([IN, OUT], "disputed", "disputed"),
        ([IN, IN, OUT, MUTE], "disputed", "disputed"),
        ([BOTH], "internal", "disputed"),
        ([BOTH, MUTE], "internal", "disputed"),
        ([BOTH, IN], "single", "supported"),
        ([BOTH, OUT], "single", "contradicted"),
        ([BOTH, IN, IN], "agreed-in", "supported"),
        ([BOTH, IN, OUT], "disputed", "disputed"),
    ],
)
def test_a_verdict_sums_up_the_stands(stands: list[Stand], verdict: str, answer: str) -> None:
    result = sum_up([holds(f"e{number}", stand) for number, stand in enumerate(stands)])
    assert (result.verdict, support(result)) == (verdict, answer)
    sides = {
        IN: result.included,
        OUT: result.excluded,
        MUTE: result.silent,
        BOTH: result.contradictory,
    }
    for stand, voices in sides.items():
        assert names(voices) == [f"e{n}" for n, each in enumerate(stands) if each is stand]
        assert {voice.stand for voice in voices} <= {stand}
    assert (result.concept, result.nature) == ("rare", Nature.CLASSIFICATION)
    assert result.listed_by is result.lists is None
    assert (result.strength is not None) is (verdict == "disputed")
    assert result.dissent is None


@pytest.mark.parametrize(
    ("stands", "verdict", "listed_by", "answer"),
    [
        ([MUTE, MUTE], "silent", 0, "silent"),
        ([OUT], "on-none", 0, "contradicted"),
        ([OUT, MUTE], "on-none", 0, "contradicted"),
        ([IN], "on-all", 1, "supported"),
        ([IN, IN], "on-all", 2, "supported"),
        ([IN, OUT, OUT], "on-some", 1, "supported"),
        ([IN, MUTE], "on-some", 1, "supported"),
        ([BOTH], "on-all", 1, "supported"),
        ([BOTH, OUT], "on-some", 1, "supported"),
    ],
)
def test_the_verdict_on_a_listing_counts_the_lists(
    stands: list[Stand], verdict: str, listed_by: int, answer: str
) -> None:
    lists = [holds(f"e{number}", stand) for number, stand in enumerate(stands)]
    result = sum_up(lists, LISTING)
    assert (result.verdict, support(result)) == (verdict, answer)
    assert (result.listed_by, result.lists) == (listed_by, len(stands))
    assert (result.nature, result.strength, result.dissent) == (LISTING, None, None)


@pytest.mark.parametrize("stand", [IN, OUT, MUTE])
def test_editions_of_one_authority_are_one_voice(stand: Stand) -> None:
    alone = sum_up([holds("a-2", stand), holds("a-1", stand)])
    (voice,) = (*alone.included, *alone.excluded, *alone.silent)
    assert (voice.authority, voice.stand) == ("a", stand)
    assert (editions(voice), voice.edition) == (["a-2", "a-1"], "a-2")
    assert alone.verdict is (Verdict.SILENT if stand is MUTE else Verdict.SINGLE)


@pytest.mark.parametrize("stand", [IN, OUT])
def test_a_silent_edition_adds_nothing_to_the_voice_of_another(stand: Stand) -> None:
    result = sum_up([holds("a-2", MUTE), holds("a-1", stand)])
    assert result.verdict is Verdict.SINGLE
    assert result.silent == ()
    (voice,) = (*result.included, *result.excluded)
    assert editions(voice) == ["a-1"]


def test_a_voice_is_stated_where_one_of_its_editions_states_it() -> None:
    result = sum_up([holds("a-2", IN, IMPLIED), holds("a-1", IN, STATED), holds("b", IN, IMPLIED)])
    assert [voice.status for voice in result.included] == [STATED, IMPLIED]
    assert sum_up([holds("a", MUTE)]).silent[0].status is None


def test_authorities_stand_in_the_order_of_their_kinds() -> None:
    kinds = {f"k{number}": kind for number, kind in enumerate(AuthorityKind)}
    for stand in (IN, OUT, MUTE, BOTH):
        result = sum_up([holds(id_, stand) for id_ in reversed(kinds)], kinds=kinds)
        voices = (*result.included, *result.excluded, *result.silent, *result.contradictory)
        assert names(voices) == list(kinds)
    assert list(AuthorityKind) == [
        *("standards-body", "law", "ministry", "agency", "survey", "science"),
        *("reference-work", "software", "press"),
    ]


def test_within_a_kind_authorities_keep_the_order_of_their_editions() -> None:
    """The positions come the newest first."""
    kinds = {"law": AuthorityKind.LAW}
    positions = [holds("z-3", IN), holds("b-2", IN), holds("law", IN), holds("a-1", IN)]
    assert names(sum_up(positions, kinds=kinds).included) == ["law", "z", "b", "a"]


@pytest.mark.parametrize(
    ("inside", "outside", "strength"),
    [
        ([STATED], [STATED], Strength.EXPLICIT),
        ([STATED], [IMPLIED], Strength.INFERRED),
        ([IMPLIED], [STATED], Strength.INFERRED),
        ([IMPLIED, STATED], [IMPLIED, STATED], Strength.EXPLICIT),
        ([IMPLIED, IMPLIED], [STATED], Strength.INFERRED),
    ],
)
def test_a_dispute_is_explicit_where_someone_on_each_side_states_it(
    inside: list[Status], outside: list[Status], strength: Strength
) -> None:
    yes = [holds(f"i{number}", IN, status) for number, status in enumerate(inside)]
    no = [holds(f"o{number}", OUT, status) for number, status in enumerate(outside)]
    assert sum_up([*yes, *no]).strength is strength


@pytest.mark.parametrize(
    ("included", "excluded", "alone"),
    [
        (1, 2, None),
        (2, 1, None),
        (1, 3, "i0"),
        (3, 1, "o0"),
        (1, 9, "i0"),
        (2, 9, None),
    ],
)
def test_one_against_three_is_a_dissent(included: int, excluded: int, alone: str | None) -> None:
    inside = [holds(f"i{number}", IN) for number in range(included)]
    outside = [holds(f"o{number}", OUT) for number in range(excluded)]
    result = sum_up([*inside, *outside, holds("silent", MUTE), holds("torn", BOTH)])
    assert result.verdict is Verdict.DISPUTED
    assert (result.dissent and result.dissent.authority) == alone


def test_three_editions_of_one_authority_make_no_majority() -> None:
    many = [holds(f"a-{number}", OUT) for number in range(3)]
    assert sum_up([holds("b", IN), *many]).dissent is None
    many = [holds(f"a-{number}", IN) for number in range(3)]
    dissent = sum_up([*many, *(holds(id_, OUT) for id_ in ("b", "c", "d"))]).dissent
    assert dissent is not None
    assert dissent.authority == "a"


def test_an_authority_on_both_sides_contradicts_itself_and_is_no_party_to_a_dispute() -> None:
    torn = [holds("a-3", MUTE), holds("a-2", OUT), holds("a-1", IN)]
    result = sum_up(torn)
    (voice,) = result.contradictory
    assert (result.verdict, voice.stand) == (Verdict.INTERNAL, BOTH)
    assert editions(voice) == ["a-2", "a-1"]
    assert result.included == result.excluded == result.silent == ()
    assert sum_up([*torn, holds("b", IN)]).verdict is Verdict.SINGLE
    assert sum_up([*torn, holds("b", OUT), holds("c", OUT)]).verdict is Verdict.AGREED_OUT
    assert sum_up([*torn, holds("b", OUT), holds("c", IN)]).verdict is Verdict.DISPUTED


def test_of_several_lists_of_one_authority_it_is_enough_to_be_on_one() -> None:
    result = sum_up([holds("a-2", OUT), holds("a-1", IN)], LISTING)
    (voice,) = result.included
    assert (result.verdict, editions(voice)) == (Verdict.ON_ALL, ["a-1"])
    assert result.contradictory == result.excluded == ()


def test_two_authorities_of_one_jurisdiction_are_one_list() -> None:
    where = {"a": "Ruritania", "b": "Ruritania", "c": "Graustark"}
    both = sum_up([holds("a", IN), holds("b", IN), holds("c", OUT)], LISTING, None, where)
    assert (both.verdict, both.listed_by, both.lists) == (Verdict.ON_SOME, 1, 2)
    assert names(both.included) == ["a", "b"]
    one = sum_up([holds("a", IN), holds("b", OUT), holds("c", IN)], LISTING, None, where)
    assert (one.verdict, one.listed_by, one.lists) == (Verdict.ON_ALL, 2, 2)
    none = sum_up([holds("a", OUT), holds("b", MUTE)], LISTING, None, where)
    assert (none.verdict, none.listed_by, none.lists) == (Verdict.ON_NONE, 0, 1)


@pytest.mark.parametrize("stand", [OUT, MUTE])
def test_a_list_that_names_only_a_material_lists_no_element(stand: Stand) -> None:
    lists = [holds("a", stand, materials=("graphite", "coal")), holds("b", OUT)]
    result = sum_up(lists, LISTING)
    assert (result.verdict, result.listed_by, result.lists) == (Verdict.AS_MATERIAL_ONLY, 0, 2)
    assert support(result) is Support.AS_MATERIAL_ONLY
    assert [(v.authority, v.materials) for v in result.as_material] == [("a", ("graphite", "coal"))]


def test_a_material_beside_the_element_hides_nothing() -> None:
    lists = [holds("a", IN, materials=("bauxite",)), holds("b", OUT, materials=("alumina",))]
    result = sum_up(lists, LISTING)
    assert (result.verdict, result.listed_by) == (Verdict.ON_SOME, 1)
    assert names(result.as_material) == ["b"]


def test_a_material_decides_nothing_about_a_classification() -> None:
    result = sum_up([holds("a", MUTE, materials=("bauxite",)), holds("b", IN)])
    assert result.verdict is Verdict.SINGLE
    assert sum_up([holds("a", OUT, materials=("bauxite",))]).verdict is Verdict.SINGLE


@pytest.mark.parametrize(("newer", "older"), [(OUT, OUT), (MUTE, OUT), (OUT, MUTE), (MUTE, MUTE)])
def test_a_material_on_any_list_of_an_authority_is_said(newer: Stand, older: Stand) -> None:
    result = sum_up([holds("a-2", newer), holds("a-1", older, materials=("potash",))], LISTING)
    (voice,) = result.as_material
    assert (result.verdict, voice.materials) == (Verdict.AS_MATERIAL_ONLY, ("potash",))
    assert [position.edition for position in voice.naming] == ["a-1"]
    assert voice.edition == ("a-1" if (newer, older) == (MUTE, OUT) else "a-2")
    twice = [holds(id_, older, materials=("potash",)) for id_ in ("a-2", "a-1")]
    assert sum_up(twice, LISTING).as_material[0].materials == ("potash",)


@pytest.mark.parametrize("nature", list(Nature))
def test_a_copy_adds_no_voice_beside_its_original(nature: Nature) -> None:
    positions = [holds("copy", IN), holds("first", IN), holds("other", OUT)]
    holders = {p.edition: authority(p.edition) for p in positions}
    found = summary(concept(nature), positions, holders, {"copy": "first"})
    assert names(found.included) == ["first"]
    alone = summary(concept(nature), positions[::2], holders, {"copy": "first"})
    assert names(alone.included) == ["copy"]
