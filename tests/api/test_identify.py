"""``POST /v1/identify-list``: public lists named, and lists that cannot be."""

import json
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

from tests.support.shapes import post_json, validated

IDENTIFY = "/v1/identify-list"
PUBLIC = json.loads((Path(__file__).parents[1] / "answers" / "public_lists.json").read_text())
"""Lists of public repositories and pages: items as they stand there, and where that is."""


def identified(client: Client, items: list[Any], **more: Any) -> Any:
    return post_json(client, IDENTIFY, items=items, **more)


def public(edition: str) -> list[Any]:
    """Give the items of the one public list that is of an edition."""
    (items,) = (each["items"] for each in PUBLIC if each["edition"] == edition)
    return list(items)


@pytest.mark.parametrize("each", PUBLIC, ids=lambda each: each["name"])
def test_a_public_list_is_named_rightly(client: Client, each: dict[str, Any]) -> None:
    assert each["origin"].startswith("http")
    answer = identified(client, each["items"])
    best = answer["nearest"][0]
    assert (best["edition"], best["newer"]) == (each["edition"], each["newer"])
    assert each["edition"] in answer["answer"]
    assert answer["editions"][each["edition"]]["source"]
    assert answer["summary"]["items"] == len(each["items"])


def test_the_answer_is_a_plain_sentence(client: Client) -> None:
    assert identified(client, public("in-critical-2023"))["answer"] == (
        "This is India's list of 2023 (critical raw material, in-critical-2023) but for P, which "
        "you leave out. Not read: 1 of 30 items, see `unread`."
    )


def test_a_newer_edition_is_told_with_a_comparison(client: Client) -> None:
    best = identified(client, public("au-critical-2019"))["nearest"][0]
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
    assert [(each["index"], each["outcome"]) for each in answer["unread"]] == [
        *((2, "unknown"), (3, "missing"), (4, "ambiguous"), (5, "collective-term")),
        *((6, "unknown"), (7, "invalid")),
    ]
    assert all(each["problem"]["detail"] for each in answer["unread"])
    assert "Not read: 5 of 8 items" in answer["answer"]


@pytest.mark.parametrize(
    ("items", "near", "told"),
    [
        ([], 0, "The list is empty"),
        (["xyzzy", None], 0, "None of the items names"),
        (["Cu", "Fe", "H"], 5, "No list we hold is near: the nearest is "),
    ],
)
def test_a_list_near_to_none_is_told(
    client: Client, items: list[Any], near: int, told: str
) -> None:
    answer = identified(client, items)
    assert len(answer["nearest"]) == near
    assert answer["answer"].startswith(told)
    assert all(
        f"a score of {best['score']:.2f}" in answer["answer"] for best in answer["nearest"][:1]
    )


def test_an_authority_a_concept_or_a_day_may_be_chosen(client: Client) -> None:
    by_authority = identified(client, ["Li", "Co", "Ni"], authority=["Japan"])
    assert {each["authority"] for each in by_authority["editions"].values()} == {"Japan (METI)"}
    by_concept = identified(client, ["Li", "Co", "Ni"], concept="strategic")
    assert {each["concept"] for each in by_concept["nearest"]} == {"strategic"}
    best = identified(client, public("us-critical-2022"), as_of="2023-01-01")["nearest"][0]
    assert (best["in_force"], best["newer"]) == (True, None)


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
def test_a_wrong_body_says_why(client: Client, body: dict[str, Any], told: str) -> None:
    refused = validated(client.post(IDENTIFY, json=body))
    assert refused.status_code == 422
    assert told in str(refused.json)
