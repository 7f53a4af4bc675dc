"""Answers to checks: the question as it came, the answer, and who holds what."""

import datetime as dt

from service.answers import checks
from service.answers.briefs import BATCH_HOLDERS, Briefs
from service.catalogue import Catalogue, Selection, View
from tests.answers.builders import Says, catalogue

QUESTION = {"element": "scandium", "concept": "earth"}


def test_a_brief_answer_has_the_verdict_and_its_holders() -> None:
    data = catalogue(*(Says(id_, includes="Sc") for id_ in "abcd"))
    result = checks.brief(Briefs(View(data), BATCH_HOLDERS), QUESTION, "Sc", "earth")
    assert (result["input"], result["symbol"]) == (QUESTION, "Sc")
    assert (result["verdict"], result["as_of"]) == ("supported", dt.date(2024, 6, 1))
    assert result["answer"] == "Supported. Rare earth: yes, agreed by D, C, B and A."
    assert [each["authority"] for each in result["concept"]["included"]] == ["d", "c", "b"]
    assert result["concept"]["more"]["included"] == 1


def test_a_concept_that_nobody_speaks_of_has_an_answer_and_no_verdict() -> None:
    data = catalogue(Says("a", "metal", includes="Sc"), unsaid=["earth"])
    result = checks.brief(Briefs(View(data)), QUESTION, "Sc", "earth")
    assert result["verdict"] == "silent"
    assert result["answer"] == "A: no edition we hold speaks of rare earth, only of rare metal."
    assert "concept" not in result


def test_a_suspended_list_is_told(tiny: Catalogue) -> None:
    view = View(tiny, Selection(dt.date(2024, 2, 15)))
    for symbol, says in (("Sc", "names it in"), ("H", "leaves it out of")):
        told = f"League of States {says} league-2023, which is suspended on that day."
        for answer in (
            checks.brief(Briefs(view), QUESTION, symbol, "critical"),
            checks.full(view, QUESTION, symbol, "critical"),
        ):
            assert (answer["verdict"], answer["answer"].endswith(told)) == ("suspended", True)


def test_a_day_inside_a_date_known_to_the_month_is_uncertain(tiny: Catalogue) -> None:
    view = View(tiny, Selection(dt.date(2020, 9, 15)))
    answer = checks.brief(Briefs(view), QUESTION, "Na", "critical")
    assert answer["verdict"] == "uncertain"
    assert answer["answer"].endswith(
        "Uncertain on that day: League of States has it included in league-2020, "
        "in force from 2020-09 to 2023-01-15."
    )


def test_a_full_answer_has_every_position() -> None:
    data = catalogue(Says("a", includes="Sc"), Says("b"), Says("c", excludes="Sc"))
    result = checks.full(View(data), QUESTION, "Sc", "earth")
    held = {each["record"].edition: str(each["record"].stand) for each in result["positions"]}
    assert held == {"a-0": "included", "b-1": "silent", "c-2": "excluded"}
    assert result["summary"]["verdict"] == "disputed"
    assert (result["suspended"], result["problem"]) == ([], None)
