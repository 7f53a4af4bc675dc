"""Errors say what would have worked."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import element_classifier as library
from element_classifier.errors import DayError


@pytest.mark.parametrize(
    ("ask", "outcome", "attribute", "value"),
    [
        (lambda: library.look_up("scandum"), "unknown", "suggestions", ["Sc"]),
        (lambda: library.changes("REE"), "collective-term", "concept", "rare-earth"),
    ],
)
def test_a_mention_that_is_no_element_says_what_may_be_meant(
    ask: Callable[[], Any], outcome: str, attribute: str, value: Any
) -> None:
    with pytest.raises(library.UnknownMentionError) as caught:
        ask()
    assert isinstance(caught.value, LookupError)
    assert (caught.value.outcome, getattr(caught.value, attribute)) == (outcome, value)


def test_an_ambiguous_mention_lists_its_readings() -> None:
    with pytest.raises(library.UnknownMentionError) as caught:
        library.check("NA", "critical")
    assert caught.value.outcome == "ambiguous"
    assert [each["choose"] for each in caught.value.candidates] == ["na=sodium", "na=missing"]


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
        (lambda: library.compare("iupac-2005", "iupac-205"), "edition", "iupac-2005"),
        (lambda: library.table("position"), "table", "positions"),
        (lambda: library.look_up("Sc", na="both"), "na", "sodium"),  # type: ignore[arg-type]
        (lambda: library.look_up("Sc", detail="all"), "detail", "full"),  # type: ignore[arg-type]
        (lambda: library.classify(["Sc"], read_as="heading"), "read_as", "header"),  # type: ignore[arg-type]
    ],
)
def test_an_unknown_word_suggests_a_known_one(
    ask: Callable[[], Any], kind: str, suggestion: str
) -> None:
    with pytest.raises(library.UnknownIdError) as caught:
        ask()
    assert caught.value.kind == kind
    assert suggestion in caught.value.suggestions
    assert suggestion in str(caught.value)


@pytest.mark.parametrize(
    ("ask", "error", "told"),
    [
        (lambda: library.classify(["Sc"], lang="xx"), library.UnknownLanguageError, r"\bru\b"),
        (
            lambda: library.compare("eu-critical-2024", "iupac-2005"),
            *(library.NoSharedConceptError, "share no concept"),
        ),
        (lambda: library.look_up("Sc", as_of="2020"), DayError, "YYYY-MM-DD"),
        (lambda: library.look_up("Sc", as_of="20200101"), DayError, "YYYY-MM-DD"),
        (lambda: library.look_up("Sc", as_of="2021-02-30"), DayError, "YYYY-MM-DD"),
        (lambda: library.look_up("Sc", authorty="EU"), TypeError, "Did you mean authority"),  # type: ignore[call-arg]
        (lambda: library.changes(as_of="2020-01-01"), TypeError, "no argument 'as_of'"),  # type: ignore[call-arg]
        (lambda: library.classify("Sc"), TypeError, "look_up takes one"),
        (lambda: library.identify_list("Sc"), TypeError, "not one text"),
    ],
)
def test_what_cannot_be_answered_says_why(
    ask: Callable[[], Any], error: type[Exception], told: str
) -> None:
    with pytest.raises(error, match=told):
        ask()


@pytest.mark.parametrize("day", [dt.date(2021, 6, 30), dt.datetime(2021, 6, 30, 12, tzinfo=dt.UTC)])
def test_a_day_may_be_a_date(day: dt.date) -> None:
    assert library.look_up("He", as_of=day)["as_of"] == "2021-06-30"


def test_any_value_is_an_outcome_never_an_error() -> None:
    values = [float("nan"), 10**30, "\ud800", object, {"a": {1}}, b"Sc", dt.date(2020, 1, 1)]
    results = library.classify(values)["results"]
    assert [each["outcome"] for each in results][:2] == ["missing", "unknown"]
    assert {each["outcome"] for each in results} <= {"missing", "unknown", "invalid"}
