"""The article's five facts, encoded exactly: no more than it says, and no less.

The expected values are written out here from the text itself. Everything is read through a
catalogue cut down to the article's own editions, so that this stays true whatever is added.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from service.catalogue import Catalogue, Selection, View
from service.model import (
    Coverage,
    Disagreement,
    Grade,
    Kind,
    Locator,
    Match,
    Position,
    Stand,
    Status,
    Via,
    Voice,
)

ARTICLE = "izvestia-2025"
MINISTRY = "mnr-russia-2025-izvestia"
SCIENTISTS = "many-scientists-2025-izvestia"
AUTHORITIES = {ARTICLE: "izvestia", MINISTRY: "mnr-russia", SCIENTISTS: "many-scientists"}
SOURCE = "izvestia-2025-negotiations"
SHA256 = "9a8080e0dd18980a752a3352e42327a9f9cf1a06bcf4adb9da842a8b17c70d8f"

THIRTEEN = {"Li", "Rb", "Cs", "Be", "In", "Ga", "Ge", "Zr", "Hf", "V", "Nb", "Ta", "Re"}
LANTHANOIDS = {"Sm", "Lu", "Dy", "Ho", "Er", "Pr", "Tm", "La", "Ce", "Yb", "Tb", "Nd", "Gd"}
LANTHANOIDS |= {"Eu", "Pm"}
SEVENTEEN = LANTHANOIDS | {"Sc", "Y"}
FOUR = {
    "dispersed": "dispersed-metal",
    "light": "light-rare-metal",
    "refractory": "refractory-rare-metal",
    "radioactive": "radioactive-rare-metal",
}

Row = tuple[str, set[str], set[str], set[str]]
"""A verdict, and the editions that include, exclude and are silent."""

NOTHING: Row = ("silent", set(), set(), {ARTICLE})


def rare_metal(symbol: str) -> Row:
    if symbol in THIRTEEN:
        return "agreed-in", {ARTICLE, MINISTRY}, set(), set()
    if symbol == "Sc":
        return "single", {MINISTRY}, set(), {ARTICLE}
    return "silent", set(), set(), {ARTICLE, MINISTRY}


def rare_earth(symbol: str) -> Row:
    if symbol == "Sc":
        return "disputed", {SCIENTISTS}, {MINISTRY}, {ARTICLE}
    if symbol in SEVENTEEN:
        return "single", {SCIENTISTS}, set(), {ARTICLE, MINISTRY}
    if symbol in THIRTEEN:
        return "agreed-out", set(), {ARTICLE, MINISTRY, SCIENTISTS}, set()
    return "single", set(), {SCIENTISTS}, {ARTICLE, MINISTRY}


def expected(symbol: str) -> dict[str, Row]:
    table = {"rare-metal": rare_metal(symbol), "rare-earth": rare_earth(symbol)}
    return table | dict.fromkeys(FOUR.values(), NOTHING)


@pytest.fixture(scope="module")
def article(catalogue: Catalogue) -> Catalogue:
    records = catalogue.records
    return Catalogue(
        replace(
            records,
            editions=tuple(e for e in records.editions if e.id in AUTHORITIES),
            categories=tuple(c for c in records.categories if c.edition in AUTHORITIES),
            claims=tuple(c for c in records.claims if c.id.split("/")[0] in AUTHORITIES),
            definitions=tuple(d for d in records.definitions if of_article(d.category)),
            figures=tuple(f for f in records.figures if f.edition in AUTHORITIES),
        )
    )


def of_article(path: str) -> bool:
    return path.split("/")[0] in AUTHORITIES


@pytest.fixture(scope="module")
def view(article: Catalogue) -> View:
    return View(article, Selection(dt.date(2025, 4, 1), frozenset(AUTHORITIES.values())))


def claimed(article: Catalogue, edition: str) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {c.id: set() for c in article.categories_of[edition]}
    for claim in article.claims.values():
        if claim.category in found:
            found[claim.category].add(claim.thing)
    return found


def test_three_authorities_stand_behind_one_source(article: Catalogue, view: View) -> None:
    assert set(view.editions) == set(AUTHORITIES)
    assert {e.id: e.authority for e in article.editions.values()} == AUTHORITIES
    for edition in article.editions.values():
        (citation,) = edition.citations
        assert citation.source == SOURCE
        own = edition.id == ARTICLE
        assert citation.grade is (Grade.PRIMARY if own else Grade.REPORTED)
        assert citation.reporter == (None if own else "Izvestia")
        assert edition.published == "2025-03"
    assert article.sources[SOURCE].sha256 == SHA256


def test_the_thirteen_stand_in_the_four_groups_and_in_none_by_name(article: Catalogue) -> None:
    members = claimed(article, ARTICLE)
    assert members == {
        f"{ARTICLE}/rare": set(),
        f"{ARTICLE}/first-four": THIRTEEN,
        f"{ARTICLE}/rare-earth": set(),
        **{f"{ARTICLE}/{slug}": set() for slug in FOUR},
    }


def test_each_of_the_four_groups_is_named_open_and_inside_the_union(article: Catalogue) -> None:
    for slug, concept in FOUR.items():
        category = article.categories[f"{ARTICLE}/{slug}"]
        assert (category.concept, category.coverage) == (concept, Coverage.OPEN)
        assert category.broader == f"{ARTICLE}/first-four"
        assert category.undecided == ()


def test_five_groups_are_called_rare_as_a_rule_of_thumb(article: Catalogue) -> None:
    rare = article.categories[f"{ARTICLE}/rare"]
    assert (rare.concept, rare.match, rare.coverage) == ("rare-metal", Match.EXACT, Coverage.OPEN)
    within = {c.id for c in article.categories.values() if c.broader == rare.id}
    assert within == {f"{ARTICLE}/first-four", f"{ARTICLE}/rare-earth"}
    union = article.categories[f"{ARTICLE}/first-four"]
    assert union.disjoint_with == (f"{ARTICLE}/rare-earth",)


def test_the_ministry_names_scandium_and_also_means_the_thirteen(article: Catalogue) -> None:
    assert claimed(article, MINISTRY) == {
        f"{MINISTRY}/classifier": {"Sc"} | THIRTEEN,
        f"{MINISTRY}/rare": set(),
        f"{MINISTRY}/rare-earth": set(),
    }
    for symbol in {"Sc"} | THIRTEEN:
        claim = article.claims[f"{MINISTRY}/classifier/{symbol}"]
        named = (Status.STATED, Via.NAMED) if symbol == "Sc" else (Status.IMPLIED, Via.GROUP)
        assert (claim.status, claim.via) == named
        assert claim.expansion == (None if symbol == "Sc" else f"{ARTICLE}/first-four")


def test_the_ministry_counts_the_rare_earths_among_its_rare_metals(article: Catalogue) -> None:
    within = {c.id for c in article.categories.values() if c.broader == f"{MINISTRY}/rare"}
    assert within == {f"{MINISTRY}/classifier", f"{MINISTRY}/rare-earth"}
    rare = article.categories[f"{MINISTRY}/rare"]
    assert (rare.concept, rare.match, rare.coverage) == ("rare-metal", Match.EXACT, Coverage.OPEN)


def test_the_ministry_puts_scandium_outside_the_rare_earths(view: View) -> None:
    (position,) = (
        p for p in view.positions("Sc") if (p.edition, p.concept) == (MINISTRY, "rare-earth")
    )
    assert (position.stand, position.status) == (Stand.EXCLUDED, Status.IMPLIED)
    assert position.claims == (f"{MINISTRY}/classifier/Sc",)


def test_the_scientists_name_the_seventeen_one_by_one(article: Catalogue) -> None:
    assert claimed(article, SCIENTISTS) == {f"{SCIENTISTS}/rare-earth-metals": SEVENTEEN}
    assert len(SEVENTEEN) == article.categories[f"{SCIENTISTS}/rare-earth-metals"].count_said == 17
    claims = [c for c in article.claims.values() if of_article(c.id)]
    others = [c for c in claims if not c.id.startswith(f"{MINISTRY}/")]
    assert {(c.status, c.via) for c in others} == {(Status.STATED, Via.NAMED)}


def test_the_ministry_is_silent_on_yttrium(view: View) -> None:
    stands = {p.concept: p.stand for p in view.positions("Y") if p.edition == MINISTRY}
    assert stands == {"rare-metal": Stand.SILENT, "rare-earth": Stand.SILENT}


def test_every_locator_is_the_paragraph_of_the_classification(article: Catalogue) -> None:
    """All rare metals stand in the paragraph of the reserves."""
    paragraph = Locator("paragraph", "13")
    others = {id_: c.locator for id_, c in article.categories.items() if c.locator != paragraph}
    assert others == {f"{MINISTRY}/rare": Locator("paragraph", "10")}
    assert {c.locator for c in article.claims.values()} == {paragraph}


def test_the_reserves_are_the_ministrys_figures(article: Catalogue) -> None:
    figures = article.records.figures
    assert {(f.concept, f.value) for f in figures} == {
        ("rare-metal", Decimal("658")),
        ("rare-earth", Decimal("28.5")),
    }
    assert len(figures) == 2
    for each in figures:
        assert (each.edition, each.unit, each.area) == (MINISTRY, "million tonnes", "Russia")
        assert each.locator == Locator("paragraph", "10")


def editions_of(voices: Sequence[Voice]) -> set[str]:
    return {position.edition for voice in voices for position in voice.positions}


def test_the_verdicts_on_all_118_elements_are_those_of_the_text(view: View) -> None:
    symbols = list(view.catalogue.elements)
    assert len(symbols) == 118
    found = {}
    for symbol in symbols:
        summaries = view.summaries(symbol)
        assert not any(each.contradictory for each in summaries)
        found[symbol] = {
            each.concept: (
                *(str(each.verdict), editions_of(each.included)),
                *(editions_of(each.excluded), editions_of(each.silent)),
            )
            for each in summaries
        }
    assert found == {symbol: expected(symbol) for symbol in symbols}


def sides(disagreement: Disagreement) -> list[tuple[str, str, set[str]]]:
    return [
        (str(side.stand), side.concept, {holder.edition for holder in side.holders})
        for side in disagreement.sides
    ]


def test_scandium_is_disputed_in_three_ways_and_no_other(view: View) -> None:
    found = view.disagreements("Sc")
    assert {each.strength for each in found} == {"inferred"}
    assert {(each.kind, each.concept): sides(each) for each in found} == {
        (Kind.MEMBERSHIP, "rare-earth"): [
            ("included", "rare-earth", {SCIENTISTS}),
            ("excluded", "rare-earth", {MINISTRY}),
            ("silent", "rare-earth", {ARTICLE}),
        ],
        (Kind.PLACEMENT, "rare-earth"): [
            ("included", "rare-earth", {SCIENTISTS}),
            ("included", "rare-metal", {MINISTRY}),
        ],
        (Kind.COVERAGE, "rare-metal"): [
            ("included", "rare-metal", {MINISTRY}),
            ("silent", "rare-metal", {ARTICLE}),
        ],
    }
    assert len(found) == 3


def test_no_other_element_is_more_than_left_unmentioned_by_one_side(view: View) -> None:
    found = {
        (each.thing, each.concept): (each.kind, sides(each)[0][2])
        for each in view.all_disagreements()
        if each.thing != "Sc"
    }
    left_out = {
        (symbol, "rare-earth"): (Kind.COVERAGE, {SCIENTISTS}) for symbol in SEVENTEEN - {"Sc"}
    }
    assert found == left_out
    assert len(view.all_disagreements()) == len(left_out) + 3


def positions(catalogue: Catalogue, edition: str, symbol: str) -> list[Position]:
    return [
        by_edition[edition][symbol]
        for by_edition in catalogue.positions_on.values()
        if edition in by_edition
    ]


def test_the_full_catalogue_holds_the_same_positions(
    catalogue: Catalogue, article: Catalogue
) -> None:
    for edition in AUTHORITIES:
        for symbol in article.elements:
            full = positions(catalogue, edition, symbol)
            assert full
            assert full == positions(article, edition, symbol)


def test_the_article_speaks_of_no_other_concept(article: Catalogue) -> None:
    spoken = {concept for concept, editions in article.positions_on.items() if editions}
    assert spoken == {"rare-metal", "rare-earth", *FOUR.values()}
