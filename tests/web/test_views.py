"""Verdicts, disagreements, citations and phrases, as values."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import service.web
from service.catalogue import Catalogue, View
from service.mentions import By, Outcome
from service.model import (
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
    ON_MOST,
    ON_NONE,
    ON_SOME,
    SINGLE_IN,
    SINGLE_OUT,
    State,
    Tally,
    of_summary,
    tally,
)
from service.web.views.classify import OUTCOMES
from service.web.views.dispute import disputes
from service.web.views.records import dispute_list, members
from service.web.views.search import HOW, LANGUAGES


def summary_of(catalogue: Catalogue, symbol: str, concept: str) -> Summary:
    return next(iter(View(catalogue).summaries(symbol, concept)))


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
    assert found.state in (ON_SOME, ON_MOST)
    assert found.short == f"{summary.listed_by}/{summary.lists}"
    assert found.counts == f"{summary.listed_by} of {summary.lists} jurisdictions"
    assert found.spoken == f"on {summary.listed_by} of {summary.lists} jurisdictions' lists"
    listed, lists = found.lists or (0, 0)
    assert found.bar == (listed, lists - listed, 0, 0)


@pytest.mark.parametrize(("lists", "state"), [((9, 18), ON_SOME), ((10, 18), ON_MOST)])
def test_more_than_half_of_the_lists_are_most(lists: tuple[int, int], state: State) -> None:
    listed, of = lists
    summary = Summary("critical", Nature.LISTING, Verdict.ON_SOME, listed_by=listed, lists=of)
    assert of_summary(summary).state is state


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
    assert not any(
        d.dissent for d in [*found.explicit, *(d for _, ds in found.by_concept for d in ds)]
    )
    assert all(d.dissent for d in found.dissents)
    kinds = {d.kind for _, ds in found.by_concept for d in ds}
    assert "coverage" not in kinds
    asked = dispute_list(View(catalogue), None, "coverage")
    assert asked.count == asked.coverage > 0


def test_the_members_of_a_concept_are_all_elements_by_state(catalogue: Catalogue) -> None:
    found = {state.id: symbols for state, symbols in members(View(catalogue), "rare-earth")}
    assert found["disputed"][0] == "Sc"
    assert sum(map(len, found.values())) == 118


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
