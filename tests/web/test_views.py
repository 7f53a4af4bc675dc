"""Verdicts, disagreements, citations and phrases, as values."""

import json
from dataclasses import replace

import pytest

from service import model
from service.catalogue import Catalogue, View
from service.mentions import By, Outcome
from service.model import Nature, Stand, Strength, Summary, Verdict, Voice
from service.web import legend, phrases
from service.web.citation import cite
from service.web.legend import State, Tally, of_summary, tally
from service.web.views.classify import OUTCOMES
from service.web.views.home import stories
from service.web.views.records import dispute_list
from service.web.views.search import HOW, LANGUAGES
from service.web.views.table import TableOptions, table


def listing(verdict: Verdict, listed: int = 0) -> Summary:
    return Summary("critical", Nature.LISTING, verdict, listed_by=listed, lists=18)


def opinions(verdict: Verdict, yes: str, no: str) -> Summary:
    """Make the summary of a classification; each letter is an authority."""
    sides = [(yes, Stand.INCLUDED), (no, Stand.EXCLUDED)]
    inside, outside = (tuple(Voice(id_, stand, ()) for id_ in ids) for ids, stand in sides)
    lone = min(inside, outside, key=len)
    made = Summary("rare-earth", Nature.CLASSIFICATION, verdict, inside, outside)
    return replace(made, strength=Strength.EXPLICIT, dissent=lone[0]) if lone else made


@pytest.mark.parametrize(
    ("summary", "state"),
    [
        (listing(Verdict.ON_SOME, 9), legend.ON_SOME),
        (listing(Verdict.ON_SOME, 10), legend.ON_MOST),
        (listing(Verdict.INTERNAL), legend.INTERNAL),
        (listing(Verdict.AS_MATERIAL_ONLY), legend.MATERIAL),
        (listing(Verdict.ON_NONE), legend.ON_NONE),
        (listing(Verdict.ON_ALL), legend.ON_ALL),
        (opinions(Verdict.DISPUTED, "bcd", "a"), legend.DISSENT_IN),
        (opinions(Verdict.DISPUTED, "a", "bcd"), legend.DISSENT_OUT),
        (opinions(Verdict.SINGLE, "a", ""), legend.SINGLE_IN),
        (opinions(Verdict.SINGLE, "", "a"), legend.SINGLE_OUT),
    ],
)
def test_every_verdict_has_its_state(summary: Summary, state: State) -> None:
    assert of_summary(summary).state is state


@pytest.mark.parametrize(
    ("made", "short", "counts", "spoken"),
    [
        (
            Tally(legend.DISPUTED, 22, 8, contradictory=1),
            "22:8",
            "22 yes · 8 no · 1 both",
            "22 authorities say yes, 8 say no, 1 says both yes and no",
        ),
        (Tally(legend.AGREED_OUT, 0, 8), "8 no", "8 no", "8 authorities say no"),
        (Tally(legend.SINGLE_IN, 1), "1 yes", "1 yes", "1 authority says yes"),
        (Tally(legend.ON_ALL, lists=(1, 1)), "1/1", "1 of 1 jurisdictions", "on the only list"),
        (
            Tally(legend.ON_SOME, lists=(2, 9)),
            "2/9",
            "2 of 9 jurisdictions",
            "on 2 of 9 jurisdictions' lists",
        ),
        (Tally(legend.SILENT, silent=3), "", "3 silent", "nobody takes a position"),
    ],
)
def test_a_tally_counts_both_sides(made: Tally, short: str, counts: str, spoken: str) -> None:
    assert (made.short, made.counts, made.spoken) == (short, counts, spoken)


def test_a_cell_counts_as_the_summary_does(catalogue: Catalogue) -> None:
    view = View(catalogue)
    (opinion,) = view.summaries("Sc", "rare-earth")
    found = tally(view, "Sc", "rare-earth")
    assert found.state is legend.DISPUTED
    assert (found.inside, found.outside) == (len(opinion.included), len(opinion.excluded))
    (listed,) = view.summaries("Sc", "critical")
    found = tally(view, "Sc", "critical")
    assert found.lists == (listed.listed_by, listed.lists)
    number, lists = found.lists or (0, 0)
    assert found.bar == (number, lists - number, 0, 0)
    # what only follows from a list is disputed by inference
    assert tally(view, "Ac", "group-3-element").state is legend.INFERRED


def test_explicit_disagreements_come_first(catalogue: Catalogue) -> None:
    found = dispute_list(View(catalogue), "rare-earth", None)
    assert {d.symbol for d in found.explicit if d.kind == "membership"} == {"Sc", "Y"}
    rest = [d for _, ds in found.by_concept for d in ds]
    assert not any(d.dissent for d in [*found.explicit, *rest])
    assert all(d.dissent for d in found.dissents)
    assert "coverage" not in {d.kind for d in rest}
    asked = dispute_list(View(catalogue), None, "coverage")
    assert asked.count == asked.coverage > 0


def test_every_element_has_its_place(catalogue: Catalogue) -> None:
    made = table(View(catalogue), TableOptions())
    above = [cell for row in made.periods for cell in row if cell]
    below = [cell.symbol for row in made.f_block for cell in row]
    assert {*(cell.symbol for cell in above), *below} == set(catalogue.elements)
    assert len(above) == 90
    assert below[::14] == ["Ce", "Th"]
    assert {cell.symbol for cell in above if cell.column == 3} == {"Sc", "Y", "La", "Ac"}
    assert sum(number for _, number in made.legend) == 118


def test_other_data_has_no_stories(tiny: Catalogue) -> None:
    assert stories(View(tiny)) == []


def test_a_citation_names_release_day_and_digest(catalogue: Catalogue) -> None:
    made = cite(catalogue, "Scandium & Co", "https://example.org/elements/Sc")
    dataset, digest = catalogue.records.dataset, catalogue.digest[:16]
    assert dataset.version in made.text
    assert digest in made.text
    assert r"title = {{Scandium \& Co}}" in made.bibtex
    assert made.bibtex.count("{") == made.bibtex.count("}")
    (item,) = json.loads(made.csl)
    assert (item["type"], item["version"]) == ("dataset", dataset.version)
    assert item["URL"] == made.address == "https://example.org/elements/Sc"
    assert "-".join(f"{n:02}" for n in item["issued"]["date-parts"][0]) == dataset.released
    assert digest in item["note"]
    assert item["id"] in made.bibtex


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


def test_every_word_of_the_model_has_words_for_a_reader(catalogue: Catalogue) -> None:
    for words, all_words in (
        (phrases.BASES, model.Basis),
        (phrases.STANDS, model.Stand),
        (phrases.KINDS, model.Kind),
        (phrases.AUTHORITY_KINDS, model.AuthorityKind),
        (phrases.WHERE, model.Where),
        (phrases.STRENGTHS, model.Strength),
        (phrases.MATCHES, model.Match),
        (phrases.COVERAGES, model.Coverage),
        (phrases.CHANGES, model.ChangeKind),
        (OUTCOMES, Outcome),
        (HOW, By),
        (LANGUAGES, catalogue.records.dataset.languages),
    ):
        assert set(words) == set(all_words)
