"""What the pages show, as values: the views are pure functions of the catalogue."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

import service.web
from service.answers.batch import read_items
from service.catalogue import Catalogue, Selection, View
from service.catalogue.series import changes_of_authority
from service.mentions import By, Options, Outcome, Reader, Reading
from service.model import (
    OFFICIAL,
    AuthorityKind,
    Basis,
    ChangeKind,
    Coverage,
    Kind,
    Match,
    Nature,
    Stand,
    Strength,
    Summary,
    Verdict,
    Voice,
    Where,
)
from service.web import phrases
from service.web.citation import cite
from service.web.legend import (
    AGREED_OUT,
    DISPUTED,
    DISSENT_IN,
    DISSENT_OUT,
    INFERRED,
    INTERNAL,
    MATERIAL,
    ON_ALL,
    ON_NONE,
    ON_SOME,
    SINGLE_IN,
    SINGLE_OUT,
    State,
    Tally,
    of_summary,
    tally,
)
from service.web.pasted_table import column, sheet
from service.web.views.classify import OUTCOMES, Lines, classified, csv_rows
from service.web.views.dispute import disputes
from service.web.views.element import element_page
from service.web.views.home import stories
from service.web.views.records import dispute_list, members
from service.web.views.search import HOW, LANGUAGES, search
from service.web.views.table import Table, TableOptions, table
from service.web.views.timeline import Stop, history


def rare_earths(catalogue: Catalogue, asked: TableOptions | None = None) -> Table:
    return table(View(catalogue), asked or TableOptions())


def summary_of(catalogue: Catalogue, symbol: str, concept: str) -> Summary:
    return next(iter(View(catalogue).summaries(symbol, concept)))


def test_the_table_opens_with_scandium_disputed_explicitly(catalogue: Catalogue) -> None:
    made = rare_earths(catalogue)
    assert made.concept.id == "rare-earth"
    assert made.outright[0].symbol == "Sc"


def test_a_lone_dissent_has_a_state_of_its_own() -> None:
    many = tuple(Voice(id_, Stand.INCLUDED, ()) for id_ in "bcd")
    found = of_summary(disputed(many, (Voice("a", Stand.EXCLUDED, ()),)))
    assert found.state is DISSENT_IN
    assert found.spoken == "3 authorities say yes, 1 says no"


def test_a_lone_dissent_is_not_coloured_like_a_dispute() -> None:
    css = (Path(service.web.__file__).parent / "assets" / "site.css").read_text("utf-8")
    for selectors, rules in re.findall(r"([^{}]*)\{([^{}]*--hot[^{}]*)\}", css):
        assert "dissent" not in selectors, rules


def test_a_listing_counts_jurisdictions(catalogue: Catalogue) -> None:
    summary = summary_of(catalogue, "Sc", "critical")
    found = tally(View(catalogue), "Sc", "critical")
    assert found.state is ON_SOME
    assert found.short == f"{summary.listed_by}/{summary.lists}"
    assert found.counts == f"{summary.listed_by} of {summary.lists} lists"
    assert found.spoken == f"on {summary.listed_by} of {summary.lists} lists"
    listed, lists = found.lists or (0, 0)
    assert found.bar == (listed, lists - listed, 0, 0)


@pytest.mark.parametrize(
    ("verdict", "state"),
    [
        (Verdict.INTERNAL, INTERNAL),
        (Verdict.AS_MATERIAL_ONLY, MATERIAL),
        (Verdict.ON_NONE, ON_NONE),
        (Verdict.ON_ALL, ON_ALL),
    ],
)
def test_every_verdict_has_its_state(verdict: Verdict, state: State) -> None:
    assert of_summary(Summary("critical", Nature.LISTING, verdict)).state is state


def disputed(included: tuple[Voice, ...], excluded: tuple[Voice, ...]) -> Summary:
    return Summary(
        "rare-earth",
        Nature.CLASSIFICATION,
        Verdict.DISPUTED,
        included,
        excluded,
        strength=Strength.EXPLICIT,
        dissent=min(included, excluded, key=len)[0],
    )


def test_a_dissent_counts_on_the_side_of_the_many() -> None:
    many = tuple(Voice(id_, Stand.EXCLUDED, ()) for id_ in "bcd")
    assert of_summary(disputed((Voice("a", Stand.INCLUDED, ()),), many)).state is DISSENT_OUT


def test_a_cell_counts_the_authorities_on_each_side(catalogue: Catalogue) -> None:
    summary = summary_of(catalogue, "Sc", "rare-earth")
    found = tally(View(catalogue), "Sc", "rare-earth")
    assert found.state is DISPUTED
    assert (found.inside, found.outside) == (len(summary.included), len(summary.excluded))
    assert Tally(DISPUTED, 22, 8, contradictory=1).counts == "22 yes · 8 no · 1 both"
    assert Tally(DISPUTED, 22, 8, contradictory=1).spoken == (
        "22 authorities say yes, 8 say no, 1 says both yes and no"
    )
    assert Tally(DISPUTED, 22, 8, contradictory=1).short == "22:8"
    assert Tally(AGREED_OUT, 0, 8).short == "8 no"
    assert Tally(ON_ALL, lists=(1, 1)).spoken == "on the only list"
    assert Tally(SINGLE_IN, 1).spoken == "1 authority says yes"


def test_what_only_follows_from_a_list_is_disputed_by_inference(catalogue: Catalogue) -> None:
    assert tally(View(catalogue), "Ac", "group-3-element").state is INFERRED


def test_one_authority_alone_is_told_apart() -> None:
    voices = (Voice("a", Stand.INCLUDED, ()),)
    alone = Summary("lithophile", Nature.CLASSIFICATION, Verdict.SINGLE, voices)
    assert of_summary(alone).state is SINGLE_IN
    assert of_summary(replace(alone, included=(), excluded=voices)).state is SINGLE_OUT


def test_all_elements_have_a_place_of_their_own(catalogue: Catalogue) -> None:
    made = rare_earths(catalogue)
    above = [cell for row in made.periods for cell in row if cell]
    below = [cell for row in made.f_block for cell in row]
    assert {cell.symbol for cell in above + below} == set(catalogue.elements)
    assert len(above) == 90
    assert [cell.symbol for cell in below][::14] == ["Ce", "Th"]
    third = {cell.symbol for cell in above if cell.column == 3}
    assert third == {"Sc", "Y", "La", "Ac"}


def test_the_legend_adds_up_to_all_elements(catalogue: Catalogue) -> None:
    assert sum(number for _, number in rare_earths(catalogue).legend) == 118


def test_disputed_only_fades_the_others(catalogue: Catalogue) -> None:
    made = rare_earths(catalogue, TableOptions(disputed=True))
    clear = [c for row in made.periods for c in row if c and not c.faded]
    assert [c.symbol for c in clear][:2] == ["Sc", "Y"]
    assert {c.tally.state for c in clear} <= {DISPUTED, INFERRED, DISSENT_IN, DISSENT_OUT}


def test_two_editions_of_one_list_are_a_revision(catalogue: Catalogue) -> None:
    asked = TableOptions("critical", left="eu-critical-2020", right="eu-critical-2024")
    made = rare_earths(catalogue, asked)
    assert made.compared is not None
    assert made.compared.sides["only_left"] == ["In"]
    cells = {c.symbol: c for row in made.periods for c in row if c}
    assert (cells["In"].tally.state.id, cells["In"].tally.state.word) == ("moved", "left only")
    assert cells["Sc"].tally.state.word == "both"


def test_two_editions_of_two_lists_disagree(catalogue: Catalogue) -> None:
    asked = TableOptions("critical", left="us-critical-2025", right="eu-critical-2024")
    made = rare_earths(catalogue, asked)
    cells = {c.symbol: c for row in made.periods for c in row if c}
    states = {c.tally.state.id for c in cells.values()}
    assert "disputed" in states
    assert "moved" not in states


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (TableOptions(left="iupac-2005"), "choose two editions"),
        (
            TableOptions("critical", left="iupac-2005", right="ngu-yttrium-scandium"),
            "Rare-earth element",
        ),
    ],
)
def test_what_cannot_be_compared_is_explained(
    catalogue: Catalogue, asked: TableOptions, said: str
) -> None:
    made = rare_earths(catalogue, asked)
    assert made.compared is None
    assert said in made.notices[0]


def test_the_state_of_the_view_goes_with_the_links(catalogue: Catalogue) -> None:
    asked = TableOptions(authorities=("iupac",), as_of="2020-01-01")
    view = View(catalogue, Selection(dt.date(2020, 1, 1), frozenset({"iupac"})))
    cell = table(view, asked).periods[0][0]
    assert cell is not None
    assert cell.href == "/elements/H?authority=iupac&as_of=2020-01-01#rare-earth"


def test_an_element_begins_with_what_is_disputed(catalogue: Catalogue) -> None:
    contents = element_page(View(catalogue), "Sc")
    first = contents.disputed[0]
    assert (first.concept.id, contents.open) == ("rare-earth", "rare-earth")
    assert first.sentence.startswith("disputed. Yes: ")
    assert "critical" in [section.concept.id for section in contents.listed]
    assert "transition-element" in [section.concept.id for section in contents.agreed]


def test_a_card_names_both_sides_in_the_order_a_reader_weighs_them(catalogue: Catalogue) -> None:
    summary = summary_of(catalogue, "Sc", "rare-earth")
    yes, no = element_page(View(catalogue), "Sc").disputed[0].sides[:2]
    assert (yes.word, yes.count) == ("Yes", len(summary.included))
    assert (no.word, no.count) == ("No", len(summary.excluded))
    kinds = [kind for kind, _ in yes.by_kind]
    assert kinds[0] == "Standards bodies"
    assert kinds == [kind for kind in phrases.AUTHORITY_KINDS.values() if kind in kinds]
    named = [voice for _, voices in yes.by_kind for voice in voices]
    assert named[0].name == "IUPAC"
    assert yes.more.startswith(f"{yes.count - len(named)} more: ")


def test_a_card_that_names_all_counts_nobody_more(catalogue: Catalogue) -> None:
    listing = next(s for s in element_page(View(catalogue), "Sc").listed if len(s.sides) == 1)
    side = listing.sides[0]
    assert side.word == "On the list"
    assert (side.more == "") == (side.count == sum(len(named) for _, named in side.by_kind))


def test_official_voices_are_shown_first_and_the_others_folded(catalogue: Catalogue) -> None:
    groups = element_page(View(catalogue), "Sc").disputed[0].rows
    assert [group.stand for group in groups][:2] == [Stand.INCLUDED, Stand.EXCLUDED]
    for group in groups[:2]:
        assert {row.authority.kind for row in group.official} <= OFFICIAL
        assert not {row.authority.kind for row in group.others} & OFFICIAL
        assert group.official
        assert group.others


def test_a_material_is_named_where_the_element_is_not(catalogue: Catalogue) -> None:
    listed = {s.concept.id: s for s in element_page(View(catalogue), "C").listed}
    label, names = listed["critical"].materials[0]
    assert "graphite" in label
    assert " more" in names


def test_classes_without_the_element_come_last(catalogue: Catalogue) -> None:
    contents = element_page(View(catalogue), "Ne")
    assert "noble-gas" in [section.concept.id for section in contents.sections]
    assert all(not section.tally.inside for section in contents.tail)
    concepts = {s.concept.id for s in [*contents.sections, *contents.tail]}
    assert concepts | {c.id for c in contents.unspoken} == set(catalogue.concepts)


def test_one_concept_can_be_shown_whole(catalogue: Catalogue) -> None:
    contents = element_page(View(catalogue), "Ne", "rare-earth")
    assert [section.concept.id for section in contents.sections] == ["rare-earth"]
    assert contents.tail == []
    assert contents.open == "rare-earth"
    assert contents.sections[0].rows[0].stand is Stand.EXCLUDED


def test_every_position_has_its_place_and_its_source(catalogue: Catalogue) -> None:
    contents = element_page(View(catalogue), "Sc")
    rows = [r for s in contents.sections for g in s.rows for r in [*g.official, *g.others]]
    assert all(row.places and row.references and row.explanation for row in rows)
    ministry = next(r for r in rows if r.edition.id == "mnr-russia-2025-izvestia")
    assert ministry.places == ["paragraph 13"]
    assert (ministry.references[0].where, ministry.references[0].reporter) == (
        "a report",
        "Izvestia",
    )


def test_a_history_tells_when_an_element_left_and_came_back(catalogue: Catalogue) -> None:
    sections = element_page(View(catalogue), "Sc").sections
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
        Stop("id", "title", year, by_letter[letter], in_force=False)
        for year, letter in zip(years, stands.split(), strict=True)
    ]
    assert history(nature, stops) == sentence


def test_the_home_page_tells_three_stories(catalogue: Catalogue) -> None:
    scandium, helium, group_3 = stories(View(catalogue))
    summary = summary_of(catalogue, "Sc", "rare-earth")
    assert scandium.answer.startswith(f"{len(summary.included)} authorities say yes, ")
    assert helium.answer == "Not listed in 2011. Added 2017, removed 2020, added again 2023."
    assert group_3.answer == ("Lanthanum, says mendeleev. Lutetium, says IUPAC group 3 task group.")


def test_other_data_has_no_stories(tiny: Catalogue) -> None:
    assert stories(View(tiny)) == []


def test_a_disagreement_can_be_quoted(catalogue: Catalogue) -> None:
    found = disputes(View(catalogue), "Sc", "rare-earth")
    assert [d.kind for d in found][:2] == ["membership", "placement"]
    assert found[0].explicit
    summary = summary_of(catalogue, "Sc", "rare-earth")
    yes, no = len(summary.included), len(summary.excluded)
    assert found[0].sentence.startswith(
        f"Scandium as a rare-earth element: {yes} authorities say yes ("
    )
    assert f", {no} say no (" in found[0].sentence
    assert found[1].sentence.startswith("Where a source allows only one class for scandium: ")


def test_explicit_disagreements_come_first_and_coverage_only_when_asked(
    catalogue: Catalogue,
) -> None:
    found = dispute_list(View(catalogue), "rare-earth", None)
    assert {d.symbol for d in found.explicit if d.kind == "membership"} == {"Sc", "Y"}
    kinds = {d.kind for _, ds in found.by_concept for d in ds}
    assert "coverage" not in kinds
    asked = dispute_list(View(catalogue), None, "coverage")
    assert asked.count == asked.coverage > 0


def test_the_members_of_a_concept_are_all_elements_by_state(catalogue: Catalogue) -> None:
    found = {state.id: symbols for state, symbols in members(View(catalogue), "rare-earth")}
    assert found["disputed"][0] == "Sc"
    assert sum(map(len, found.values())) == 118


@pytest.mark.parametrize(
    ("typed", "symbol", "how"),
    [
        ("Sc", "Sc", "its symbol"),
        ("скандий", "Sc", "its name in Russian"),
        ("21", "Sc", "its atomic number"),
        ("7440-20-2", "Sc", "its CAS number"),
        ("CO", "Co", "its symbol, in other capitals"),
    ],
)
def test_search_says_how_it_understood(
    catalogue: Catalogue, reader: Reader, typed: str, symbol: str, how: str
) -> None:
    found = search(View(catalogue), typed, reader.read(typed, Options()))
    assert found.hit is not None
    assert (found.hit.symbol, found.how) == (symbol, how)


def test_search_reads_co_as_a_formula_too(catalogue: Catalogue, reader: Reader) -> None:
    found = search(View(catalogue), "CO", reader.read("CO", Options()))
    assert [hit.symbol for hit in found.formula] == ["C", "O"]
    assert found.notes == ["Read as cobalt (Co). As a formula it is carbon and oxygen."]


def test_search_asks_what_na_means_and_leads_classes_to_their_concept(
    catalogue: Catalogue, reader: Reader
) -> None:
    found = search(View(catalogue), "NA", reader.read("NA", Options()))
    assert [c.href for c in found.candidates] == [
        "/search?q=NA&na=sodium",
        "/search?q=NA&na=missing",
    ]
    found = search(View(catalogue), "REE", reader.read("REE", Options()))
    assert found.concept is not None
    assert found.concept.id == "rare-earth"


def lines_of(catalogue: Catalogue, reader: Reader, values: list[str], first: int = 1) -> Lines:
    def read(value: str, suggest: bool) -> Reading:
        return reader.read(value, Options(), suggest=suggest)

    return Lines(View(catalogue), "rare-earth", list(read_items(values, read)), first)


def test_a_list_keeps_its_order_and_gives_an_outcome_a_line(
    catalogue: Catalogue, reader: Reader
) -> None:
    lines = lines_of(catalogue, reader, ["Sc", "", "NA", "Sc", "=1+1"], first=2)
    found = classified(lines, "all")
    assert [(line.number, line.outcome, line.times) for line in found.lines] == [
        (2, "ok", 1),
        (3, "missing", 1),
        (4, "ambiguous", 1),
        (5, "ok", 1),
        (6, "unknown", 1),
    ]
    assert (found.count, found.distinct, found.elements, found.problems) == (5, 4, 1, 3)
    assert [line.number for line in classified(lines, "problems").lines] == [3, 4, 6]


def test_equal_values_are_shown_once_with_their_number_problems_first(
    catalogue: Catalogue, reader: Reader
) -> None:
    found = classified(lines_of(catalogue, reader, ["Sc", "Sc", "xyz", "CO", "Sc", "Y"]))
    assert [(line.typed, line.times) for line in found.lines] == [
        ("xyz", 1),
        ("CO", 1),
        ("Sc", 3),
        ("Y", 1),
    ]


@pytest.mark.parametrize(("page", "first", "shown"), [(1, 1, 200), (3, 401, 50), (9, 401, 50)])
def test_a_long_list_comes_in_pages(
    catalogue: Catalogue, reader: Reader, page: int, first: int, shown: int
) -> None:
    found = classified(lines_of(catalogue, reader, ["Sc"] * 450), "all", page)
    assert (found.lines[0].number, len(found.lines)) == (first, shown)
    assert (found.page, found.pages, found.shown) == (min(page, 3), 3, 450)


def test_a_download_keeps_the_columns_of_the_list(catalogue: Catalogue, reader: Reader) -> None:
    table = sheet("site,metal,state\nNorth,Sc,dry\nSouth,,wet")
    taken = column(table, lambda value: value == "Sc", 2)
    lines = lines_of(catalogue, reader, taken.values, taken.first_line)
    head, first, last = csv_rows(lines, table, taken)
    assert head[:6] == ["line", "site", "metal", "state", "outcome", "symbol"]
    assert "classifier_state" in head
    assert first[:9] == [2, "North", "Sc", "dry", "ok", "Sc", "Scandium", 21, "rare-earth"]
    assert last[:6] == [3, "South", "", "wet", "missing", ""]
    assert len(first) == len(last) == len(head)


def test_columns_without_a_heading_are_numbered(catalogue: Catalogue, reader: Reader) -> None:
    table = sheet("1;Sc\n2;Y;more")
    taken = column(table, lambda value: value in ("Sc", "Y"))
    head, *_ = csv_rows(lines_of(catalogue, reader, taken.values), table, taken)
    assert head[:4] == ["line", "input", "outcome", "symbol"]
    table = sheet("1;Sc\n2;Y")
    taken = column(table, lambda value: value in ("Sc", "Y"))
    head, first, _ = csv_rows(lines_of(catalogue, reader, taken.values), table, taken)
    assert head[:4] == ["line", "column_1", "column_2", "outcome"]
    assert first[:5] == [1, "1", "Sc", "ok", "Sc"]


def test_a_citation_names_release_day_and_digest(catalogue: Catalogue) -> None:
    made = cite(catalogue, "Scandium & Co", "https://example.org/elements/Sc")
    version = catalogue.records.dataset.version
    assert version in made.text
    assert catalogue.digest[:16] in made.text
    assert r"title = {{Scandium \& Co}}" in made.bibtex
    assert made.bibtex.count("{") == made.bibtex.count("}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025", "2025"),
        ("2025-03", "March 2025"),
        ("2025-03-09", "9 March 2025"),
        (None, "undated"),
    ],
)
def test_dates_are_no_finer_than_they_are_known(text: str | None, said: str) -> None:
    assert phrases.date(text) == said


def test_every_word_of_the_model_has_words_for_a_reader() -> None:
    assert set(phrases.BASES) == set(Basis)
    assert set(phrases.STANDS) == set(Stand)
    assert set(phrases.KINDS) == set(Kind)
    assert set(phrases.AUTHORITY_KINDS) == set(AuthorityKind)
    assert set(phrases.WHERE) == set(Where)
    assert set(phrases.STRENGTHS) == set(Strength)
    assert set(phrases.MATCHES) == set(Match)
    assert set(phrases.COVERAGES) == set(Coverage)
    assert set(phrases.CHANGES) == set(ChangeKind)
    assert set(OUTCOMES) == set(Outcome)
    assert set(HOW) == set(By)


def test_every_language_of_the_names_is_named(catalogue: Catalogue) -> None:
    assert set(LANGUAGES) == set(catalogue.records.dataset.languages)


def test_silence_is_counted_where_nobody_speaks() -> None:
    state = State("silent", "·", "silent", "")
    assert Tally(state, silent=3).counts == "3 silent"
    assert Tally(state).spoken == "nobody takes a position"
