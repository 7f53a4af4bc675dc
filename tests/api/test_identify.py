"""``POST /v1/identify-list``: public lists named, and lists that cannot be."""

import json
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

from schemas.bodies import LIST_LIMIT
from tests.support.shapes import validated

IDENTIFY = "/v1/identify-list"
PUBLIC = json.loads((Path(__file__).parents[1] / "answers" / "public_lists.json").read_text())
"""Lists of public repositories and pages: items as they stand there, and where that is."""


def identified(client: Client, items: list[Any], **more: Any) -> Any:
    answer = validated(client.post(IDENTIFY, json={"items": items, **more}))
    assert answer.status_code == 200
    return answer.json


def test_there_are_twenty_public_lists_and_each_has_its_origin() -> None:
    assert len(PUBLIC) >= 20
    assert all(each["origin"].startswith("http") for each in PUBLIC)


@pytest.mark.parametrize("public", PUBLIC, ids=lambda each: each["name"])
def test_a_public_list_is_named_rightly(client: Client, public: dict[str, Any]) -> None:
    answer = identified(client, public["items"])
    best = answer["nearest"][0]
    assert (best["edition"], best["newer"]) == (public["edition"], public["newer"])
    assert public["edition"] in answer["answer"]
    assert answer["editions"][public["edition"]]["source"]
    assert answer["summary"]["items"] == len(public["items"])


def test_the_answer_is_a_plain_sentence(client: Client) -> None:
    (public,) = (each for each in PUBLIC if each["edition"] == "in-critical-2023")
    answer = identified(client, public["items"])["answer"]
    assert answer == (
        "This is India's list of 2023 (critical raw material, in-critical-2023) but for P, which "
        "you leave out. Not read: 1 of 30 items, see `unread`."
    )


def test_a_newer_edition_is_told_with_a_comparison(client: Client) -> None:
    (public,) = (each for each in PUBLIC if each["edition"] == "au-critical-2019")
    best = identified(client, public["items"])["nearest"][0]
    assert best["newer"] == "au-critical-2024"
    assert validated(client.get(best["links"]["edition"])).status_code == 200
    assert validated(client.get(best["links"]["compare"])).json["right"] == "au-critical-2024"
    assert client.get(best["links"]["page"]).status_code == 200


def test_an_item_that_may_mean_something_else_is_told(client: Client) -> None:
    answer = identified(client, ["bar", "cynk", "Ga"])
    (doubted,) = answer["doubted"]
    assert (doubted["input"], doubted["symbol"]) == ("bar", "Ba")
    assert any("unit, the bar" in warning for warning in doubted["warnings"])
    assert answer["unread"] == []


def test_an_item_that_cannot_be_read_is_told_and_not_dropped(client: Client) -> None:
    answer = identified(client, ["Ga", "Ge", "Gee", None, "NA", "REE", 3.5, ["Sc"]])
    assert answer["nearest"][0]["edition"] == "cn-mofcom-23-2023"
    unread = {each["index"]: each["outcome"] for each in answer["unread"]}
    assert unread == {
        2: "unknown",
        3: "missing",
        4: "ambiguous",
        5: "collective-term",
        6: "unknown",
        7: "invalid",
    }
    assert all(each["problem"]["detail"] for each in answer["unread"])
    assert "Not read: 5 of 8 items" in answer["answer"]


def test_a_list_that_is_near_to_none_is_told_with_the_best_score(client: Client) -> None:
    answer = identified(client, ["Cu", "Fe", "H"])
    assert answer["answer"].startswith("No list we hold is near: the nearest is ")
    assert f"with a score of {answer['nearest'][0]['score']:.2f}" in answer["answer"]


@pytest.mark.parametrize(
    ("items", "told"), [([], "The list is empty"), (["xyzzy", None], "None of the items names")]
)
def test_a_list_without_a_thing_has_no_nearest(client: Client, items: list[Any], told: str) -> None:
    answer = identified(client, items)
    assert answer["nearest"] == []
    assert answer["answer"].startswith(told)


def test_the_list_of_one_authority_or_concept_is_looked_for_on_request(client: Client) -> None:
    by_authority = identified(client, ["Li", "Co", "Ni"], authority=["Japan"])
    assert {each["authority"] for each in by_authority["editions"].values()} == {"Japan (METI)"}
    by_concept = identified(client, ["Li", "Co", "Ni"], concept="strategic")
    assert {each["concept"] for each in by_concept["nearest"]} == {"strategic"}


def test_the_day_decides_which_edition_is_in_force(client: Client) -> None:
    (public,) = (each for each in PUBLIC if each["edition"] == "us-critical-2022")
    best = identified(client, public["items"], as_of="2023-01-01")["nearest"][0]
    assert (best["in_force"], best["newer"]) == (True, None)


def test_a_thousand_items_are_read_and_one_more_is_refused(client: Client) -> None:
    assert LIST_LIMIT == 1_000
    assert identified(client, ["Sc"] * LIST_LIMIT)["summary"]["items"] == LIST_LIMIT
    refused = validated(client.post(IDENTIFY, json={"items": ["Sc"] * (LIST_LIMIT + 1)}))
    assert refused.status_code == 413
    assert (refused.json["limit"], refused.json["unit"]) == (LIST_LIMIT, "items")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "Missing data for required field."),
        ({"items": "Sc"}, "Not a valid list."),
        ({"items": ["Sc"], "edition": "iupac-2005"}, "Unknown parameter."),
        ({"items": ["Sc"], "concept": "rare-earths-of-all"}, "There is no concept"),
        ({"items": ["Sc"], "lang": "xx"}, "There are no names in 'xx'"),
    ],
)
def test_a_wrong_body_is_a_problem_that_says_why(
    client: Client, body: dict[str, Any], told: str
) -> None:
    refused = validated(client.post(IDENTIFY, json=body))
    assert refused.status_code == 422
    assert told in str(refused.json)
