"""The element page and the home page, as values."""

import pytest

from service.catalogue import Catalogue, View
from service.catalogue.series import changes_of_authority
from service.model import (
    OFFICIAL,
    Nature,
    Stand,
)
from service.web import phrases
from service.web.views.element import element_page
from service.web.views.home import stories
from service.web.views.timeline import Stop, history


def test_an_element_begins_with_what_is_disputed(catalogue: Catalogue) -> None:
    contents = element_page(View(catalogue), "Sc")
    first = contents.groups.disputed[0]
    assert (first.concept.id, contents.groups.open) == ("rare-earth", "rare-earth")
    assert first.sentence.startswith("disputed. Yes: ")
    assert "critical" in [section.concept.id for section in contents.groups.listed]
    assert "transition-element" in [section.concept.id for section in contents.groups.agreed]


def test_a_card_names_both_sides_in_the_order_a_reader_weighs_them(catalogue: Catalogue) -> None:
    summary = next(iter(View(catalogue).summaries("Sc", "rare-earth")))
    yes, no = element_page(View(catalogue), "Sc").groups.disputed[0].sides[:2]
    assert (yes.word, yes.count) == ("Yes", len(summary.included))
    assert (no.word, no.count) == ("No", len(summary.excluded))
    kinds = [kind for kind, _ in yes.by_kind]
    assert kinds[0] == "Standards bodies"
    assert kinds == [kind for kind in phrases.AUTHORITY_KINDS.values() if kind in kinds]
    named = [voice for _, voices in yes.by_kind for voice in voices]
    assert named[0].name == "IUPAC"
    assert yes.more.startswith(f"{yes.count - len(named)} more: ")


def test_a_card_that_names_all_counts_nobody_more(catalogue: Catalogue) -> None:
    listing = next(
        s for s in element_page(View(catalogue), "Sc").groups.listed if len(s.sides) == 1
    )
    side = listing.sides[0]
    assert side.word == "On the list"
    assert (side.more == "") == (side.count == sum(len(named) for _, named in side.by_kind))


def test_official_voices_are_shown_first_and_the_others_folded(catalogue: Catalogue) -> None:
    groups = element_page(View(catalogue), "Sc").groups.disputed[0].rows
    assert [group.stand for group in groups][:2] == [Stand.INCLUDED, Stand.EXCLUDED]
    for group in groups[:2]:
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
    assert "noble-gas" in [section.concept.id for section in contents.groups.sections]
    assert all(not section.tally.inside for section in contents.groups.tail)
    concepts = {s.concept.id for s in [*contents.groups.sections, *contents.groups.tail]}
    assert concepts | {c.id for c in contents.unspoken} == set(catalogue.concepts)


def test_one_concept_can_be_shown_whole(catalogue: Catalogue) -> None:
    contents = element_page(View(catalogue), "Ne", "rare-earth")
    assert [section.concept.id for section in contents.groups.sections] == ["rare-earth"]
    assert contents.groups.tail == []
    assert contents.groups.open == "rare-earth"
    assert contents.groups.sections[0].rows[0].stand is Stand.EXCLUDED


def test_every_position_has_its_place_and_its_source(catalogue: Catalogue) -> None:
    contents = element_page(View(catalogue), "Sc")
    rows = [r for s in contents.groups.sections for g in s.rows for r in [*g.official, *g.others]]
    assert all(row.places and row.references and row.explanation for row in rows)
    ministry = next(r for r in rows if r.edition.id == "mnr-russia-2025-izvestia")
    assert ministry.places == ["paragraph 13"]
    assert (ministry.references[0].where, ministry.references[0].reporter) == (
        "a report",
        "Izvestia",
    )


def test_a_history_tells_when_an_element_left_and_came_back(catalogue: Catalogue) -> None:
    sections = element_page(View(catalogue), "Sc").groups.sections
    critical = next(s for s in sections if s.concept.id == "critical")
    track = next(t for t in critical.tracks if t.series == "eu-critical")
    assert track.changed
    assert track.sentence == "Listed since 2011. Removed 2014, added again 2017."
    known = changes_of_authority(catalogue, "european-commission")
    assert any(c.after == "eu-critical-2014" and "Sc" in c.elements for c in known)


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


def test_the_home_page_tells_stories(catalogue: Catalogue) -> None:
    scandium, helium, group_3, lists = stories(View(catalogue))
    assert lists.href == "/lists"
    assert "jurisdictions have a list in force" in lists.answer
    summary = next(iter(View(catalogue).summaries("Sc", "rare-earth")))
    assert scandium.answer.startswith(f"{len(summary.included)} authorities say yes, ")
    assert helium.answer == "Not listed in 2011. Added 2017, removed 2020, added again 2023."
    assert group_3.answer == ("Lanthanum, says mendeleev. Lutetium, says IUPAC group 3 task group.")


def test_other_data_has_no_stories(tiny: Catalogue) -> None:
    assert stories(View(tiny)) == []
