"""Claims -> positions: what an edition holds, and why."""

from collections.abc import Sequence
from typing import Any

import pytest

from service.model import (
    Basis,
    Category,
    Claim,
    Coverage,
    ListedMaterial,
    Locator,
    Match,
    MaterialKind,
    Position,
    Relation,
    Stand,
    Status,
    Undecided,
    Via,
)
from service.rules import EditionReading
from tests.rules.builders import material

HERE = Locator("page", "1")
NAMED = (Stand.INCLUDED, Status.STATED, Basis.CLAIM)
STRUCK = (Stand.EXCLUDED, Status.STATED, Basis.CLAIM)
SHUT = (Stand.EXCLUDED, Status.IMPLIED, Basis.CLOSED_LIST)
MUTE = (Stand.SILENT, None, Basis.NOTHING_SAID)
WIDER = (Stand.SILENT, None, Basis.WIDER_CATEGORY)

Words = tuple[Stand, Status | None, Basis]


def category(slug: str, concept: str = "rare", **fields: Any) -> Category:
    defaults = {"match": Match.EXACT, "coverage": Coverage.OPEN, "locator": HERE, "label": slug}
    return Category(id=f"ed/{slug}", edition="ed", concept=concept, **{**defaults, **fields})


def claim(
    slug: str, element: str = "Sc", relation: Relation = Relation.INCLUDES, via: Via = Via.NAMED
) -> Claim:
    status = Status.STATED if via is Via.NAMED else Status.IMPLIED
    end = "" if relation is Relation.INCLUDES else "/excluded"
    id_ = f"ed/{slug}/{element}{end}"
    return Claim(id_, f"ed/{slug}", element, relation, status, via, HERE)


def excluded(slug: str, element: str = "Sc") -> Claim:
    return claim(slug, element, Relation.EXCLUDES)


def position(
    categories: Sequence[Category], claims: Sequence[Claim], concept: str = "rare"
) -> Position:
    return EditionReading(categories, claims).position(concept, "Sc")


def words(position: Position) -> Words:
    return position.stand, position.status, position.basis


TABLE: list[tuple[str, str, str, Words]] = [
    ("exact", "closed", "includes", NAMED),
    ("exact", "closed", "excludes", STRUCK),
    ("exact", "closed", "nothing", SHUT),
    ("exact", "open", "includes", NAMED),
    ("exact", "open", "excludes", STRUCK),
    ("exact", "open", "nothing", MUTE),
    ("close", "closed", "includes", NAMED),
    ("close", "closed", "excludes", STRUCK),
    ("close", "closed", "nothing", SHUT),
    ("close", "open", "includes", NAMED),
    ("close", "open", "excludes", STRUCK),
    ("close", "open", "nothing", MUTE),
    ("broad", "closed", "includes", WIDER),
    ("broad", "closed", "excludes", STRUCK),
    ("broad", "closed", "nothing", SHUT),
    ("broad", "open", "includes", WIDER),
    ("broad", "open", "excludes", STRUCK),
    ("broad", "open", "nothing", MUTE),
    ("narrow", "closed", "includes", NAMED),
    ("narrow", "closed", "excludes", MUTE),
    ("narrow", "closed", "nothing", MUTE),
    ("narrow", "open", "includes", NAMED),
    ("narrow", "open", "excludes", MUTE),
    ("narrow", "open", "nothing", MUTE),
]


@pytest.mark.parametrize(("match", "coverage", "said", "expected"), TABLE)
def test_a_position_follows_from_match_coverage_and_claim(
    match: str, coverage: str, said: str, expected: Words
) -> None:
    list_ = category("list", match=Match(match), coverage=Coverage(coverage))
    claims = [] if said == "nothing" else [claim("list", relation=Relation(said))]
    found = position([list_], claims)
    assert words(found) == expected
    spoken = expected[2] in (Basis.CLAIM, Basis.WIDER_CATEGORY)
    assert found.claims == (tuple(c.id for c in claims) if spoken else ())
    assert found.exact is (match != "close" or expected is MUTE)
    assert (found.concept, found.thing, found.edition) == ("rare", "Sc", "ed")
    assert found.category == "ed/list"


def test_the_table_of_positions_has_every_combination() -> None:
    said = [*Relation, "nothing"]
    every = {(m.value, c.value, str(s)) for m in Match for c in Coverage for s in said}
    assert {row[:3] for row in TABLE} == every
    assert len(TABLE) == len(every)


@pytest.mark.parametrize("via", [Via.RANGE, Via.GROUP, Via.RULE])
def test_an_element_that_is_not_named_itself_is_implied(via: Via) -> None:
    found = position([category("list")], [claim("list", via=via)])
    assert words(found) == (Stand.INCLUDED, Status.IMPLIED, Basis.CLAIM)


def test_an_element_of_a_narrower_category_is_in_the_wider_one_by_implication() -> None:
    wide = category("wide")
    middle = category("middle", "other", broader="ed/wide")
    inner = category("inner", "third", broader="ed/middle")
    found = position([wide, middle, inner], [claim("inner")])
    assert words(found) == (Stand.INCLUDED, Status.IMPLIED, Basis.NARROWER_CATEGORY)
    assert (found.category, found.claims) == ("ed/wide", ("ed/inner/Sc",))


def test_an_element_of_a_wider_category_is_not_thereby_in_the_narrower_one() -> None:
    inner = category("inner", broader="ed/wide")
    found = position([category("wide", "other"), inner], [claim("wide")])
    assert words(found) == MUTE


def test_a_narrower_category_says_nothing_through_one_wider_than_the_concept() -> None:
    wide = category("wide", match=Match.BROAD, coverage=Coverage.CLOSED)
    inner = category("inner", "other", broader="ed/wide")
    assert words(position([wide, inner], [claim("inner")])) == WIDER


@pytest.mark.parametrize("declared_by", ["rare", "apart"])
def test_disjointness_excludes_whichever_category_declares_it(declared_by: str) -> None:
    rare = category("rare", disjoint_with=("ed/apart",) if declared_by == "rare" else ())
    apart = category("apart", "else", disjoint_with=("ed/rare",) if declared_by == "apart" else ())
    found = position([rare, apart], [claim("apart")])
    assert words(found) == (Stand.EXCLUDED, Status.IMPLIED, Basis.DISJOINT_CATEGORY)
    assert (found.category, found.claims) == ("ed/rare", ("ed/apart/Sc",))


def test_a_member_of_a_category_inside_a_disjoint_one_is_excluded_too() -> None:
    rare = category("rare", disjoint_with=("ed/apart",))
    apart = category("apart", "else")
    inner = category("inner", "third", broader="ed/apart")
    found = position([rare, apart, inner], [claim("inner")])
    assert words(found) == (Stand.EXCLUDED, Status.IMPLIED, Basis.DISJOINT_CATEGORY)
    assert found.claims == ("ed/inner/Sc",)


def test_disjointness_from_a_category_narrower_than_the_concept_excludes_nobody() -> None:
    rare = category("rare", match=Match.NARROW, disjoint_with=("ed/apart",))
    assert words(position([rare, category("apart", "else")], [claim("apart")])) == MUTE


def test_an_element_that_is_excluded_elsewhere_is_not_thereby_included() -> None:
    rare = category("rare", disjoint_with=("ed/apart",))
    assert words(position([rare, category("apart", "else")], [excluded("apart")])) == MUTE


@pytest.mark.parametrize("coverage", list(Coverage))
def test_undecided_wording_is_silence_with_its_reason(coverage: Coverage) -> None:
    why = (Undecided("Sc", "The wording leaves it open."),)
    found = position([category("list", coverage=coverage, undecided=why)], [])
    assert words(found) == (Stand.SILENT, None, Basis.UNDECIDED_WORDING)
    assert found.note == "The wording leaves it open."


def test_undecided_wording_in_a_narrower_category_is_silence_in_the_wider_one() -> None:
    wide = category("wide", coverage=Coverage.CLOSED)
    why = (Undecided("Sc", "Some count six of them."),)
    inner = category("inner", "other", broader="ed/wide", undecided=why)
    found = position([wide, inner], [])
    assert words(found) == (Stand.SILENT, None, Basis.UNDECIDED_WORDING)
    assert (found.category, found.note) == ("ed/wide", "Some count six of them.")


def test_undecided_wording_about_another_element_changes_nothing() -> None:
    why = (Undecided("Y", "The wording leaves it open."),)
    found = position([category("list", coverage=Coverage.CLOSED, undecided=why)], [])
    assert words(found) == SHUT


def test_a_claim_in_one_category_speaks_before_the_closed_list_of_another() -> None:
    lists = [category("one", coverage=Coverage.CLOSED), category("two", coverage=Coverage.CLOSED)]
    assert words(position(lists, [claim("two")])) == NAMED


def test_a_stated_claim_speaks_before_an_implied_one() -> None:
    lists = [category("one"), category("two")]
    found = position(lists, [claim("one", via=Via.GROUP), claim("two")])
    assert words(found) == NAMED
    assert found.category == "ed/two"


def test_a_stated_claim_in_a_near_category_speaks_before_an_implied_one_in_a_fitting_one() -> None:
    lists = [category("fit"), category("near", match=Match.CLOSE)]
    found = position(lists, [claim("fit", via=Via.GROUP), claim("near")])
    assert (words(found), found.category, found.exact) == (NAMED, "ed/near", False)


@pytest.mark.parametrize("order", [("near", "fit"), ("fit", "near")])
def test_a_category_that_fits_speaks_before_one_that_nearly_does(order: Sequence[str]) -> None:
    match = {"near": Match.CLOSE, "fit": Match.EXACT}
    open_ = [category(slug, match=match[slug]) for slug in order]
    named = position(open_, [claim("near"), claim("fit")])
    assert (named.category, named.exact) == ("ed/fit", True)
    closed = [category(s, match=match[s], coverage=Coverage.CLOSED) for s in order]
    shut = position(closed, [])
    assert (shut.category, shut.exact) == ("ed/fit", True)


def test_an_edition_that_includes_and_excludes_contradicts_itself() -> None:
    found = position([category("list")], [claim("list"), excluded("list")])
    assert words(found) == (Stand.CONTRADICTORY, Status.STATED, Basis.CLAIM)
    assert found.claims == ("ed/list/Sc", "ed/list/Sc/excluded")


@pytest.mark.parametrize("near", ["one", "two"])
def test_a_contradiction_is_exact_where_both_of_its_categories_are(near: str) -> None:
    match = {near: Match.CLOSE}
    lists = [category(slug, match=match.get(slug, Match.EXACT)) for slug in ("one", "two")]
    assert not position(lists, [claim("one"), excluded("two")]).exact
    assert position([category("list")], [claim("list"), excluded("list")]).exact


def test_a_contradiction_through_a_disjoint_category_keeps_both_claims() -> None:
    rare = category("rare", disjoint_with=("ed/apart",))
    both = [claim("rare", via=Via.GROUP), claim("apart")]
    found = position([rare, category("apart", "else")], both)
    assert words(found) == (Stand.CONTRADICTORY, Status.IMPLIED, Basis.CLAIM)
    assert found.claims == ("ed/rare/Sc", "ed/apart/Sc")


def test_claims_of_other_elements_and_concepts_say_nothing_here() -> None:
    lists = [category("list"), category("other", "else")]
    assert words(position(lists, [claim("list", "Y"), claim("other")])) == MUTE


ORES = {
    each.id: each
    for each in (
        material("bauxite", "Al Sc"),
        material("fluorspar", "Ca F"),
        material("coal"),
        material("xenotime", "Sc"),
        material("thortveitite", "Sc", broader="silicates", kind=MaterialKind.MINERAL),
        material("silicates", kind=MaterialKind.MINERAL),
        material("scandium-oxide", "Sc", kind=MaterialKind.COMPOUND),
    )
}


def listed(*ids: str) -> tuple[ListedMaterial, ...]:
    return tuple(ListedMaterial(id_, id_) for id_ in ids)


def on(categories: Sequence[Category], thing: str = "Sc", concept: str = "rare") -> Position:
    """Read the position of an edition that names elements by claims, and materials."""
    claims = [
        Claim(
            f"{c.id}/{m.material}",
            c.id,
            m.material,
            Relation.INCLUDES,
            Status.STATED,
            Via.NAMED,
            HERE,
        )
        for c in categories
        for m in c.materials
    ]
    return EditionReading(categories, claims, ORES).position(concept, thing)


def test_a_material_names_the_element_and_decides_nothing() -> None:
    for coverage, expected in ((Coverage.CLOSED, SHUT), (Coverage.OPEN, MUTE)):
        found = on([category("list", coverage=coverage, materials=listed("bauxite"))])
        assert (words(found), found.materials) == (expected, ("bauxite",))
    both = EditionReading([category("list", materials=listed("bauxite"))], [claim("list")], ORES)
    found = both.position("rare", "Sc")
    assert (words(found), found.materials) == (NAMED, ("bauxite",))


def test_a_material_of_another_element_is_not_said_of_this_one() -> None:
    assert on([category("list", materials=listed("fluorspar", "coal"))]).materials == ()


def test_materials_of_narrower_categories_count_and_of_other_concepts_do_not() -> None:
    wide = category("wide", materials=listed("xenotime"))
    inner = category("inner", "other", broader="ed/wide", materials=listed("thortveitite"))
    beside = category("beside", "other", materials=listed("bauxite"))
    lists = [wide, inner, beside]
    assert on(lists).materials == ("xenotime", "thortveitite")
    assert on(lists, concept="other").materials == ("thortveitite", "bauxite")


def test_a_material_that_is_named_twice_is_said_once() -> None:
    lists = [
        category("one", materials=listed("bauxite")),
        category("two", materials=listed("bauxite")),
    ]
    assert on(lists).materials == ("bauxite",)


WIDER_MATERIAL = (Stand.INCLUDED, Status.IMPLIED, Basis.WIDER_MATERIAL)


def test_a_material_on_a_list_is_included() -> None:
    closed = category("list", coverage=Coverage.CLOSED, materials=listed("bauxite"))
    assert words(on([closed], "bauxite")) == NAMED
    assert words(on([closed], "fluorspar")) == SHUT
    assert words(on([category("list", materials=listed("bauxite"))], "fluorspar")) == MUTE


def test_a_wider_material_includes_a_narrower_one_and_not_the_reverse() -> None:
    closed = Coverage.CLOSED
    wide = on([category("list", coverage=closed, materials=listed("silicates"))], "thortveitite")
    assert (words(wide), wide.thing) == (WIDER_MATERIAL, "thortveitite")
    assert wide.claims == ("ed/list/silicates",)
    narrow = on([category("list", coverage=closed, materials=listed("thortveitite"))], "silicates")
    assert words(narrow) == (Stand.SILENT, None, Basis.UNDECIDED_WORDING)
    assert narrow.note == "Only a kind of it is named: thortveitite."


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        ("xenotime", (Stand.SILENT, None, Basis.UNDECIDED_WORDING)),
        ("thortveitite", (Stand.SILENT, None, Basis.UNDECIDED_WORDING)),
        ("scandium-oxide", SHUT),
        ("fluorspar", SHUT),
    ],
)
def test_a_list_that_names_an_element_does_not_exclude_its_minerals(
    thing: str, expected: Words
) -> None:
    lists = [category("list", coverage=Coverage.CLOSED)]
    found = EditionReading(lists, [claim("list")], ORES).position("rare", thing)
    assert words(found) == expected
    assert found.note == (None if expected is SHUT else f"It names Sc, and not {thing}.")


@pytest.mark.parametrize("symbol", ["H", "O"])
def test_an_element_of_nearly_every_mineral_says_nothing_of_one(symbol: str) -> None:
    ores = {"ice": material("ice", symbol, kind=MaterialKind.MINERAL)}
    reading = EditionReading(
        [category("list", coverage=Coverage.CLOSED)], [claim("list", symbol)], ores
    )
    assert words(reading.position("rare", "ice")) == SHUT
