"""The element page and the home page, as values."""

import pytest

from service.catalogue import Catalogue, View
from service.model import OFFICIAL, Nature, Stand
from service.web import phrases
from service.web.views.element import ElementPage, element_page
from service.web.views.home import stories
from service.web.views.timeline import Stop, history


@pytest.fixture(scope="module")
def scandium(catalogue: Catalogue) -> ElementPage:
    return element_page(View(catalogue), "Sc")


def test_an_element_begins_with_what_is_disputed(scandium: ElementPage) -> None:
    groups = scandium.groups
    assert (groups.disputed[0].concept.id, groups.open) == ("rare-earth", "rare-earth")
    assert groups.disputed[0].sentence.startswith("disputed. Yes: ")
    assert "critical" in [section.concept.id for section in groups.listed]
    assert "transition-element" in [section.concept.id for section in groups.agreed]


def test_a_card_names_both_sides_in_order(catalogue: Catalogue, scandium: ElementPage) -> None:
    (summary,) = View(catalogue).summaries("Sc", "rare-earth")
    yes, no = scandium.groups.disputed[0].sides[:2]
    assert (yes.word, yes.count) == ("Yes", len(summary.included))
    assert (no.word, no.count) == ("No", len(summary.excluded))
    kinds = [kind for kind, _ in yes.by_kind]
    assert kinds[0] == "Standards bodies"
    assert kinds == [kind for kind in phrases.AUTHORITY_KINDS.values() if kind in kinds]
    named = [voice for _, voices in yes.by_kind for voice in voices]
    assert named[0].name == "IUPAC"
    assert yes.more.startswith(f"{yes.count - len(named)} more: ")
    listed = next(section.sides[0] for section in scandium.groups.listed)
    assert listed.word == "On the list"
    assert (listed.more == "") is (listed.count == sum(len(found) for _, found in listed.by_kind))


def test_official_voices_are_shown_first_and_the_others_folded(scandium: ElementPage) -> None:
    included, excluded = scandium.groups.disputed[0].rows[:2]
    assert (included.stand, excluded.stand) == (Stand.INCLUDED, Stand.EXCLUDED)
    for group in (included, excluded):
        assert {row.authority.kind for row in group.official} <= OFFICIAL
        assert not {row.authority.kind for row in group.others} & OFFICIAL
        assert group.official
        assert group.others


def test_a_material_is_named_where_the_element_is_not(catalogue: Catalogue) -> None:
    listed = {s.concept.id: s for s in element_page(View(catalogue), "C").groups.listed}
    material, names = listed["critical"].materials[0]
    assert material.id == "graphite"
    assert " more" in names


def test_classes_without_the_element_come_last(catalogue: Catalogue) -> None:
    contents = element_page(View(catalogue), "Ne")
    sections, tail = contents.groups.sections, contents.groups.tail
    assert "noble-gas" in [section.concept.id for section in sections]
    assert all(not section.tally.inside for section in tail)
    concepts = {s.concept.id for s in [*sections, *tail]} | {c.id for c in contents.unspoken}
    assert concepts == set(catalogue.concepts)
    alone = element_page(View(catalogue), "Ne", "rare-earth").groups
    assert [section.concept.id for section in alone.sections] == [alone.open] == ["rare-earth"]
    assert alone.tail == []
    assert alone.sections[0].rows[0].stand is Stand.EXCLUDED


def test_every_position_has_its_place_and_its_source(scandium: ElementPage) -> None:
    groups = [group for section in scandium.groups.sections for group in section.rows]
    rows = [row for group in groups for row in [*group.official, *group.others]]
    assert all(row.places and row.references and row.explanation for row in rows)
    ministry = next(row for row in rows if row.edition.id == "mnr-russia-2025-izvestia")
    assert ministry.places == ["paragraph 13"]
    reference = ministry.references[0]
    assert (reference.where, reference.reporter) == ("a report", "Izvestia")


@pytest.mark.parametrize(
    ("nature", "stands", "sentence"),
    [
        (Nature.LISTING, "i e i", "Listed since 2018. Removed 2022, added again 2025."),
        (Nature.LISTING, "e i e", "Not listed in 2018. Added 2022, removed 2025."),
        (Nature.LISTING, "i i i", "Listed since 2018."),
        (
            Nature.LISTING,
            "s i s",
            "Not decided in 2018. Added 2022, no longer named explicitly 2025.",
        ),
        (
            Nature.CLASSIFICATION,
            "i e i",
            "Included since 2018. Left out 2022, included again 2025.",
        ),
    ],
)
def test_a_history_is_a_sentence(nature: Nature, stands: str, sentence: str) -> None:
    by_letter = {stand.value[0]: stand for stand in Stand}
    years = ("2018", "2022", "2025")
    stops = [
        Stop("id", "title", year, by_letter[letter], in_force=False, start=year, end=None)
        for year, letter in zip(years, stands.split(), strict=True)
    ]
    assert history(nature, stops) == sentence


def test_the_home_page_tells_stories_of_our_data(catalogue: Catalogue, tiny: Catalogue) -> None:
    scandium, helium, group_3, lists = stories(View(catalogue))
    assert lists.href == "/lists"
    assert "jurisdictions have a list in force" in lists.answer
    (summary,) = View(catalogue).summaries("Sc", "rare-earth")
    assert scandium.answer.startswith(f"{len(summary.included)} authorities say yes, ")
    assert helium.answer == "Not listed in 2011. Added 2017, removed 2020, added again 2023."
    assert group_3.answer == "Lanthanum, says mendeleev. Lutetium, says IUPAC group 3 task group."
    assert stories(View(tiny)) == []
