"""The sizes of answers in brief, over all elements: a person is to read them."""

from statistics import median
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import Client

from service.catalogue import Catalogue, View

KB = 1_000
LARGEST = 50
"""So many questions with the largest answers are asked in other forms, too."""


@pytest.fixture(scope="module")
def client(app: Flask) -> Client:
    return Client(app)


def size(client: Client, address: str) -> int:
    answer = client.get(address)
    assert answer.status_code == 200
    return len(answer.data)


def beyond(sizes: dict[Any, int], limit: int) -> dict[Any, int]:
    return {address: found for address, found in sizes.items() if found > limit}


@pytest.fixture(scope="module")
def pairs(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Each element with each concept on which an edition in force has a position."""
    view = View(catalogue)
    return [(s, summary.concept) for s in catalogue.elements for summary in view.summaries(s)]


def test_an_element_has_20_kb_at_most_and_7_kb_in_the_middle(
    client: Client, catalogue: Catalogue
) -> None:
    sizes = {s: size(client, f"/v1/elements/{s}") for s in catalogue.elements}
    assert len(sizes) == 118
    assert beyond(sizes, 20 * KB) == {}
    assert median(sizes.values()) <= 7 * KB


def test_an_element_with_a_concept_has_16_kb_at_most(
    client: Client, pairs: list[tuple[str, str]]
) -> None:
    addresses = [f"/v1/elements/{symbol}?concept={concept}" for symbol, concept in pairs]
    assert len(addresses) > 118
    assert beyond({address: size(client, address) for address in addresses}, 16 * KB) == {}


@pytest.fixture(scope="module")
def checks(client: Client, pairs: list[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """The size of the answer to each question, the largest first."""
    sizes = {
        (symbol, concept): size(client, f"/v1/check?element={symbol}&concept={concept}")
        for symbol, concept in pairs
    }
    return dict(sorted(sizes.items(), key=lambda pair: -pair[1]))


def test_a_check_has_5_kb_at_most(client: Client, checks: dict[tuple[str, str], int]) -> None:
    assert beyond(checks, 5 * KB) == {}
    for symbol, concept in list(checks)[:LARGEST]:
        question = {"element": symbol, "concept": concept}
        assert len(client.post("/v1/check", json={"checks": [question]}).data) <= 5 * KB


def test_a_classified_item_with_a_concept_has_5_kb_at_most(
    client: Client, checks: dict[tuple[str, str], int]
) -> None:
    for symbol, concept in list(checks)[:LARGEST]:
        answer = client.post("/v1/classify", json={"items": [symbol], "concept": concept})
        assert list(answer.json["elements"]) == [symbol]
        assert len(answer.data) <= 5 * KB


def test_a_formula_of_two_elements_has_14_kb_at_most(client: Client) -> None:
    assert size(client, "/v1/formulas?formula=CO") <= 14 * KB
