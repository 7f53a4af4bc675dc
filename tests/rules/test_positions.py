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


APART = category("apart", "else")
RARE = category("rare", disjoint_with=("ed/apart",))
CLOSED = {"coverage": Coverage.CLOSED}
CLASH = (Stand.CONTRADICTORY, Status.STATED, Basis.CLAIM)
GROUPED = (Stand.INCLUDED, Status.IMPLIED, Basis.CLAIM)
INNER = (Stand.INCLUDED, Status.IMPLIED, Basis.NARROWER_CATEGORY)
KEPT_APART = (Stand.EXCLUDED, Status.IMPLIED, Basis.DISJOINT_CATEGORY)
OPEN_WORDS = (Stand.SILENT, None, Basis.UNDECIDED_WORDING)


@pytest.mark.parametrize("via", [Via.RANGE, Via.GROUP, Via.RULE])
def test_an_element_that_is_not_named_itself_is_implied(via: Via) -> None:
    assert words(position([category("list")], [claim("list", via=via)])) == GROUPED


def test_a_member_of_a_narrower_category_is_in_the_wider_one_and_not_the_reverse() -> None:
    middle = category("middle", "other", broader="ed/wide")
    inner = category("inner", "third", broader="ed/middle")
    found = position([category("wide"), middle, inner], [claim("inner")])
    assert words(found) == INNER
    assert (found.category, found.claims) == ("ed/wide", ("ed/inner/Sc",))
    narrow = category("inner", broader="ed/wide")
    assert words(position([category("wide", "other"), narrow], [claim("wide")])) == MUTE


def test_a_narrower_category_says_nothing_through_one_wider_than_the_concept() -> None:
    wide = category("wide", match=Match.BROAD, **CLOSED)
    inner = category("inner", "other", broader="ed/wide")
    assert words(position([wide, inner], [claim("inner")])) == WIDER


def test_disjointness_excludes_whichever_category_declares_it() -> None:
    other_way = [category("rare"), category("apart", "else", disjoint_with=("ed/rare",))]
    for categories in ([RARE, APART], other_way):
        found = position(categories, [claim("apart")])
        assert words(found) == KEPT_APART
        assert (found.category, found.claims) == ("ed/rare", ("ed/apart/Sc",))
    inner = category("inner", "third", broader="ed/apart")
    found = position([RARE, APART, inner], [claim("inner")])
    assert (words(found), found.claims) == (KEPT_APART, ("ed/inner/Sc",))


def test_disjointness_excludes_no_more_than_it_says() -> None:
    narrow = category("rare", match=Match.NARROW, disjoint_with=("ed/apart",))
    assert words(position([narrow, APART], [claim("apart")])) == MUTE
    assert words(position([RARE, APART], [excluded("apart")])) == MUTE


@pytest.mark.parametrize("coverage", list(Coverage))
def test_undecided_wording_is_silence_with_its_reason(coverage: Coverage) -> None:
    why = (Undecided("Sc", "The wording leaves it open."),)
    found = position([category("list", coverage=coverage, undecided=why)], [])
    assert (words(found), found.note) == (OPEN_WORDS, "The wording leaves it open.")
    inner = category("inner", "other", broader="ed/wide", undecided=why)
    found = position([category("wide", coverage=coverage), inner], [])
    assert words(found) == OPEN_WORDS
    assert (found.category, found.note) == ("ed/wide", "The wording leaves it open.")


def test_undecided_wording_about_another_element_changes_nothing() -> None:
    why = (Undecided("Y", "The wording leaves it open."),)
    assert words(position([category("list", undecided=why, **CLOSED)], [])) == SHUT


def test_a_claim_in_one_category_speaks_before_the_closed_list_of_another() -> None:
    lists = [category("one", **CLOSED), category("two", **CLOSED)]
    assert words(position(lists, [claim("two")])) == NAMED


def test_a_stated_claim_speaks_before_an_implied_one_even_of_a_category_that_fits() -> None:
    for match in (Match.EXACT, Match.CLOSE):
        lists = [category("one"), category("two", match=match)]
        found = position(lists, [claim("one", via=Via.GROUP), claim("two")])
        assert (words(found), found.category) == (NAMED, "ed/two")
        assert found.exact is (match is Match.EXACT)


@pytest.mark.parametrize("order", [("near", "fit"), ("fit", "near")])
def test_a_category_that_fits_speaks_before_one_that_nearly_does(order: Sequence[str]) -> None:
    match = {"near": Match.CLOSE, "fit": Match.EXACT}
    named = position([category(s, match=match[s]) for s in order], [claim("near"), claim("fit")])
    assert (named.category, named.exact) == ("ed/fit", True)
    shut = position([category(s, match=match[s], **CLOSED) for s in order], [])
    assert (shut.category, shut.exact) == ("ed/fit", True)


def test_an_edition_that_includes_and_excludes_contradicts_itself() -> None:
    found = position([category("list")], [claim("list"), excluded("list")])
    assert (words(found), found.exact) == (CLASH, True)
    assert found.claims == ("ed/list/Sc", "ed/list/Sc/excluded")
    both = [claim("rare", via=Via.GROUP), claim("apart")]
    found = position([RARE, APART], both)
    assert words(found) == (Stand.CONTRADICTORY, Status.IMPLIED, Basis.CLAIM)
    assert found.claims == ("ed/rare/Sc", "ed/apart/Sc")


@pytest.mark.parametrize("near", ["one", "two"])
def test_a_contradiction_is_exact_where_both_of_its_categories_are(near: str) -> None:
    match = {near: Match.CLOSE}
    lists = [category(slug, match=match.get(slug, Match.EXACT)) for slug in ("one", "two")]
    assert not position(lists, [claim("one"), excluded("two")]).exact


def test_claims_of_other_elements_and_concepts_say_nothing_here() -> None:
    lists = [category("list"), category("other", "else")]
    assert words(position(lists, [claim("list", "Y"), claim("other")])) == MUTE


MINERAL = MaterialKind.MINERAL
MATERIALS = [
    *(material("bauxite", "Al Sc"), material("fluorspar", "Ca F"), material("coal")),
    *(material("xenotime", "Sc"), material("silicates", kind=MINERAL)),
    material("thortveitite", "Sc", broader="silicates", kind=MINERAL),
    *(material("ice", "H", kind=MINERAL), material("rust", "O", kind=MINERAL)),
    material("scandium-oxide", "Sc", kind=MaterialKind.COMPOUND),
]
ORES = {each.id: each for each in MATERIALS}


def listing(slug: str, *ids: str, concept: str = "rare", **fields: Any) -> Category:
    materials = tuple(ListedMaterial(id_, id_) for id_ in ids)
    return category(slug, concept, materials=materials, **fields)


def on(
    categories: Sequence[Category], thing: str = "Sc", named: str = "", concept: str = "rare"
) -> Position:
    """Read the position of an edition that names materials, and elements in its first category."""
    claims = [claim(c.label, m.material) for c in categories for m in c.materials]
    claims += [claim(categories[0].label, symbol) for symbol in named.split()]
    return EditionReading(categories, claims, ORES).position(concept, thing)


def test_a_material_names_the_element_and_decides_nothing() -> None:
    for coverage, expected in ((Coverage.CLOSED, SHUT), (Coverage.OPEN, MUTE)):
        found = on([listing("list", "bauxite", coverage=coverage)])
        assert (words(found), found.materials) == (expected, ("bauxite",))
    found = on([listing("list", "bauxite")], named="Sc")
    assert (words(found), found.materials) == (NAMED, ("bauxite",))
    assert on([listing("list", "fluorspar", "coal")]).materials == ()


def test_materials_of_narrower_categories_count_once_and_of_other_concepts_do_not() -> None:
    wide = listing("wide", "xenotime")
    inner = listing("inner", "thortveitite", "xenotime", concept="other", broader="ed/wide")
    lists = [wide, inner, listing("beside", "bauxite", concept="other")]
    assert on(lists).materials == ("xenotime", "thortveitite")
    assert on(lists, concept="other").materials == ("thortveitite", "xenotime", "bauxite")


WIDER_MATERIAL = (Stand.INCLUDED, Status.IMPLIED, Basis.WIDER_MATERIAL)


@pytest.mark.parametrize(
    ("coverage", "listed", "named", "thing", "expected", "note"),
    [
        ("closed", "bauxite", "", "bauxite", NAMED, None),
        ("closed", "bauxite", "", "fluorspar", SHUT, None),
        ("open", "bauxite", "", "fluorspar", MUTE, None),
        ("closed", "silicates", "", "thortveitite", WIDER_MATERIAL, None),
        ("closed", "thortveitite", "", "silicates", OPEN_WORDS, "Only a kind of it is named: {}."),
        ("closed", "", "Sc", "xenotime", OPEN_WORDS, "It names Sc, and not xenotime."),
        ("closed", "", "Sc", "thortveitite", OPEN_WORDS, "It names Sc, and not thortveitite."),
        ("closed", "", "Sc", "scandium-oxide", SHUT, None),
        ("closed", "", "Sc", "fluorspar", SHUT, None),
        ("closed", "", "H", "ice", SHUT, None),  # of nearly every mineral
        ("closed", "", "O", "rust", SHUT, None),
    ],
)
def test_a_list_includes_a_material_or_what_is_wider_and_excludes_no_mineral_of_an_element(
    coverage: str, listed: str, named: str, thing: str, expected: Words, note: str | None
) -> None:
    found = on([listing("list", *listed.split(), coverage=Coverage(coverage))], thing, named)
    assert (words(found), found.thing) == (expected, thing)
    assert found.note == (note and note.format(listed))
    if expected is WIDER_MATERIAL:
        assert found.claims == (f"ed/list/{listed}",)
