"""The sizes of answers in brief, over all elements: a person is to read them."""

from statistics import median

import pytest
from werkzeug.test import Client

from service.catalogue import Catalogue, View

KB = 1_000


def size(client: Client, address: str) -> int:
    answer = client.get(address)
    assert answer.status_code == 200
    return len(answer.data)


@pytest.fixture(scope="module")
def longest(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Each concept with the three elements on which most authorities have a position."""
    held: dict[str, list[tuple[int, str]]] = {}
    for symbol in catalogue.elements:
        for voices in View(catalogue).summaries(symbol):
            number = len((*voices.included, *voices.excluded, *voices.as_material))
            held.setdefault(voices.concept, []).append((number, symbol))
    return [(s, concept) for concept, all_ in held.items() for _, s in sorted(all_)[-3:]]


def test_an_element_has_20_kb_and_7_kb_in_the_middle(client: Client, catalogue: Catalogue) -> None:
    sizes = {symbol: size(client, f"/v1/elements/{symbol}") for symbol in catalogue.elements}
    assert {symbol: found for symbol, found in sizes.items() if found > 20 * KB} == {}
    assert median(sizes.values()) <= 7 * KB


def test_an_answer_on_one_concept_is_small(client: Client, longest: list[tuple[str, str]]) -> None:
    for symbol, concept in longest:
        question = {"element": symbol, "concept": concept}
        batch = {"items": [symbol], "concept": concept}
        assert size(client, f"/v1/elements/{symbol}?concept={concept}") <= 16 * KB, question
        assert size(client, f"/v1/check?element={symbol}&concept={concept}") <= 5 * KB, question
        for path, body in (("/v1/check", {"checks": [question]}), ("/v1/classify", batch)):
            assert len(client.post(path, json=body).data) <= 5 * KB, (path, question)
    assert size(client, "/v1/formulas?formula=CO") <= 14 * KB
