"""Errors say what would have worked."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import element_classifier as library
from element_classifier.errors import DayError


def test_an_unknown_mention_suggests_what_may_have_been_meant() -> None:
    with pytest.raises(library.UnknownMentionError, match="Did you mean Sc") as caught:
        library.look_up("scandum")
    assert isinstance(caught.value, LookupError)
    assert (caught.value.outcome, caught.value.suggestions) == ("unknown", ["Sc"])


def test_an_ambiguous_mention_lists_its_readings() -> None:
    with pytest.raises(library.UnknownMentionError) as caught:
        library.check("NA", "critical")
    assert caught.value.outcome == "ambiguous"
    assert [each["choose"] for each in caught.value.candidates] == ["na=sodium", "na=missing"]


def test_a_collective_term_names_its_concept() -> None:
    with pytest.raises(library.UnknownMentionError) as caught:
        library.changes("REE")
    assert (caught.value.outcome, caught.value.concept) == ("collective-term", "rare-earth")


@pytest.mark.parametrize(
    ("ask", "kind", "suggestion"),
    [
        (lambda: library.look_up("Sc", "rare-eath"), "concept", "rare-earth"),
        (lambda: library.look_up("Sc", "qqqq"), "concept", "rare-metal"),
        (lambda: library.look_up("Sc", authority="iupc"), "authority", "iupac"),
        (lambda: library.look_up("Sc", authority="qqqqqqqq"), "authority", "iupac"),
        (lambda: library.look_up("Sc", series="qqqqqqqq"), "series", "eu-critical"),
        (lambda: library.look_up("Sc", kind="laws"), "kind", "law"),
        (lambda: library.look_up("Sc", jurisdiction="Atlantis"), "jurisdiction", "EU"),
        (
            lambda: library.compare("eu-critical-2024", "eu-critical-204"),
            "edition",
            "eu-critical-2024",
        ),
        (lambda: library.table("position"), "table", "positions"),
        (lambda: library.look_up("Sc", na="both"), "na", "sodium"),  # type: ignore[arg-type]
        (lambda: library.look_up("Sc", detail="all"), "detail", "full"),  # type: ignore[arg-type]
    ],
)
def test_an_unknown_word_suggests_one_that_is_known(
    ask: Callable[[], Any], kind: str, suggestion: str
) -> None:
    with pytest.raises(library.UnknownIdError) as caught:
        ask()
    assert caught.value.kind == kind
    assert suggestion in caught.value.suggestions
    assert suggestion in str(caught.value)


def test_an_unknown_language_lists_those_there_are() -> None:
    with pytest.raises(library.UnknownLanguageError) as caught:
        library.classify(["Sc"], lang="xx")
    assert "ru" in caught.value.suggestions


def test_editions_without_a_shared_concept_are_not_compared() -> None:
    with pytest.raises(library.NoSharedConceptError, match="share no concept"):
        library.compare("eu-critical-2024", "iupac-2005")


@pytest.mark.parametrize("day", ["2020", "20200101", "2021-02-30", "yesterday"])
def test_a_day_is_one_of_the_calendar(day: str) -> None:
    with pytest.raises(DayError, match="YYYY-MM-DD"):
        library.look_up("Sc", as_of=day)


@pytest.mark.parametrize("day", [dt.date(2021, 6, 30), dt.datetime(2021, 6, 30, 12, tzinfo=dt.UTC)])
def test_a_day_may_be_a_date(day: dt.date) -> None:
    assert library.look_up("He", as_of=day)["as_of"] == "2021-06-30"


def test_a_misspelt_argument_is_named() -> None:
    with pytest.raises(TypeError, match="Did you mean authority"):
        library.look_up("Sc", authorty="EU")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="no argument 'as_of'"):
        library.changes(as_of="2020-01-01")  # type: ignore[call-arg]


def test_one_text_is_no_list_of_mentions() -> None:
    with pytest.raises(TypeError, match="look_up takes one"):
        library.classify("Sc")


def test_any_value_is_an_outcome_never_an_error() -> None:
    values: list[Any] = [
        float("nan"),
        10**30,
        "\ud800",
        object,
        {"a": {1}},
        b"Sc",
        dt.date(2020, 1, 1),
    ]
    results = library.classify(values)["results"]
    assert [each["outcome"] for each in results][:2] == ["missing", "unknown"]
    assert {each["outcome"] for each in results} <= {"missing", "unknown", "invalid"}
