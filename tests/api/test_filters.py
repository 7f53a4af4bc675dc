"""Filters over HTTP: authorities by any name, kinds, grades, jurisdictions, editions, series."""

import re

import pytest
from werkzeug.test import Client

from service.catalogue import Catalogue
from tests.support.shapes import get_json, named, post_json, validated

HELIUM = "/v1/elements/He?concept=critical&as_of=2018-06-30"


@pytest.mark.parametrize(
    "chosen",
    [
        *(f"authority={name}" for name in ("european-commission", "European+Commission", "EU")),
        *("jurisdiction=European+Union", "jurisdiction=eu", "series=eu-critical"),
        "edition=eu-critical-2017",
    ],
)
def test_the_list_in_force_is_reached_by_each_of_its_names(client: Client, chosen: str) -> None:
    (entry,) = get_json(client, f"{HELIUM}&{chosen}")["concepts"]
    assert [holder["edition"] for holder in entry["included"]] == ["eu-critical-2017"]
    assert (entry["verdict"], entry["listed_by"], entry["of"]) == ("on-all", 1, 1)


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        *((name, "uk-critical-2024") for name in ("UK", "gb", "Britain", "Great Britain")),
        *(("America", "us-critical-2025"), ("Ontario", "ontario-critical-2022")),
        ("Québec", "quebec-csm-2024"),
    ],
)
def test_a_jurisdiction_has_several_names(client: Client, name: str, edition: str) -> None:
    assert edition in get_json(client, f"/v1/elements/Ga?jurisdiction={name}")["editions"]


@pytest.mark.parametrize(
    "query", ["jurisdiction=EU,US", "concept=critical,strategic", "authority=EU,US"]
)
def test_values_with_a_comma_between_are_told_to_stand_alone(client: Client, query: str) -> None:
    told = client.get(f"/v1/elements/Co?{query}").json["detail"]
    assert told.endswith(" Each value stands alone: repeat the parameter.")


@pytest.mark.parametrize("kinds", [{"survey"}, {"survey", "law"}])
def test_a_kind_leaves_authorities_of_that_kind(client: Client, kinds: set[str]) -> None:
    query = "&".join(f"kind={kind}" for kind in kinds)
    body = get_json(client, f"/v1/elements/Sc?{query}")
    assert {edition["kind"] for edition in body["editions"].values()} == kinds


def test_a_grade_leaves_editions_with_such_a_source(client: Client, catalogue: Catalogue) -> None:
    editions = named(get_json(client, "/v1/elements/Sc?grade=primary&detail=full")["positions"])
    assert editions
    for id_ in editions:
        assert "primary" in {row.grade for row in catalogue.editions[id_].citations}


def test_filters_of_several_sorts_must_all_fit(client: Client) -> None:
    both = get_json(client, f"{HELIUM}&jurisdiction=eu&kind=survey")
    assert (both["concepts"], both["editions"]) == ([], {})
    assert both["answer"] == "No edition we hold fits all the filters together."


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("concept=critical&authority=iupac", "only of"),
        ("concept=critical&series=eu-critical&as_of=2005-01-01", "first list held"),
        ("concept=export-controlled&edition=cn-mofcom-57-2025", "suspended"),
    ],
)
def test_an_empty_answer_gives_its_reason(client: Client, query: str, said: str) -> None:
    body = get_json(client, f"/v1/elements/He?{query}")
    assert body["editions"] == {}
    assert said in body["answer"]
    text = validated(client.get(f"/v1/elements/He?{query}&format=text")).text
    assert text == f"{body['answer']}\n"


def test_before_the_first_list_only_the_earliest_is_named(client: Client) -> None:
    answer = get_json(client, "/v1/elements/Cu?concept=critical&as_of=1900-01-01")["answer"]
    assert answer.startswith("The first list held is EU (Commission): ")
    assert answer.count("(eu-critical-2011), from 2011-02-02.") == 1
    assert re.search(r"\. [0-9]+ more begin later\.$", answer)


def test_a_note_on_a_list_is_told_of_what_it_does_not_name_itself(client: Client) -> None:
    def answer(thing: str, jurisdiction: str) -> str:
        asked = {"element": thing, "concept": "critical", "jurisdiction": jurisdiction}
        return str(get_json(client, "/v1/check", **asked)["answer"])

    canada = "Supported. Critical raw material: on the list (Canada (NRCan))."
    assert answer("potash", "Canada") == canada
    assert answer("Li", "UK") == (
        "Critical raw material: nothing we hold of UK settles it. "
        "uk-critical-2024: Only part of the list was read: silent on what the reports do not name."
    )


def test_a_link_to_further_holders_keeps_the_choice(client: Client) -> None:
    body = {"items": ["Y"], "concept": "rare-earth", "grade": ["primary"], "as_of": "2024-06-30"}
    answer = post_json(client, "/v1/classify", **body)
    ((concept,),) = (each["concepts"] for each in answer["elements"].values())
    link = concept["more"]["link"]
    assert link == "/v1/elements/Y?grade=primary&as_of=2024-06-30&concept=rare-earth"
    (whole,) = get_json(client, link)["concepts"]
    shown = concept["included"] + concept["excluded"]
    holders = whole["included"] + whole["excluded"]
    assert len(holders) > len(shown)
    assert all(holder in holders for holder in shown)
