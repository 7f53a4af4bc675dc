"""Answers of the library are those of HTTP, byte for byte once they are written."""

import json
import subprocess
import sys
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

import element_classifier as library
from service import rules
from service.app import create_app
from service.catalogue import Catalogue
from tests.support.server import environment

FEW = ["Sc", "He", "Ga", "C", "Th"]


@pytest.fixture(scope="module")
def app(catalogue: Catalogue) -> Flask:
    return create_app(catalogue)


def said(client: FlaskClient, path: str, **query: Any) -> Any:
    answer = client.get(path, query_string=query)
    assert answer.status_code == 200, answer.text
    return answer.json


def days(catalogue: Catalogue) -> list[str]:
    return [day.isoformat() for day in rules.eras(catalogue.records.editions)]


def test_every_element_and_concept_is_answered_as_over_http(
    client: FlaskClient, catalogue: Catalogue
) -> None:
    for symbol, concept in product(catalogue.elements, catalogue.concepts):
        over_http = said(client, f"/v1/elements/{symbol}", concept=concept)
        assert library.look_up(symbol, concept) == over_http, (symbol, concept)


def test_every_element_is_checked_as_over_http(client: FlaskClient, catalogue: Catalogue) -> None:
    for symbol, concept in product(catalogue.elements, ("rare-earth", "critical", "rare-metal")):
        over_http = said(client, "/v1/check", element=symbol, concept=concept)
        assert library.check(symbol, concept) == over_http, (symbol, concept)


def test_every_element_is_answered_whole_as_over_http(
    client: FlaskClient, catalogue: Catalogue
) -> None:
    for symbol in catalogue.elements:
        over_http = said(client, f"/v1/elements/{symbol}", detail="full")
        assert library.look_up(symbol, detail="full") == over_http, symbol


def test_every_material_is_answered_as_over_http(client: FlaskClient, catalogue: Catalogue) -> None:
    details: list[library.Detail] = ["brief", "full"]
    for material, detail in product(catalogue.materials.values(), details):
        over_http = said(client, f"/v1/materials/{material.name}", detail=detail)
        answer = library.look_up(material.name, detail=detail, material=True)
        assert answer == over_http, (material.id, detail)


@pytest.mark.parametrize("symbol", FEW)
def test_on_every_day_on_which_anything_changes_the_answer_is_that_of_http(
    client: FlaskClient, catalogue: Catalogue, symbol: str
) -> None:
    assert len(days(catalogue)) > 100
    for day in days(catalogue):
        over_http = said(client, f"/v1/elements/{symbol}", as_of=day)
        assert library.look_up(symbol, as_of=day) == over_http, day


def test_on_a_sample_of_these_days_every_element_is_answered_as_over_http(
    client: FlaskClient, catalogue: Catalogue
) -> None:
    every = days(catalogue)
    for symbol, day in product(catalogue.elements, every[:: len(every) // 5]):
        over_http = said(client, f"/v1/elements/{symbol}", as_of=day)
        assert library.look_up(symbol, as_of=day) == over_http, (symbol, day)


CHOICES: list[dict[str, Any]] = [
    {"authority": ["EU"]},
    {"authority": ["EU", "US"], "as_of": "2021-06-30"},
    {"kind": ["law", "survey"], "history": "true"},
    {"jurisdiction": ["EU"], "grade": ["primary"]},
    {"series": ["eu-critical"], "as_of": "2015-01-01"},
    {"edition": ["eu-critical-2017"], "history": "true"},
]


@pytest.mark.parametrize("chosen", CHOICES, ids=str)
@pytest.mark.parametrize("detail", ["brief", "full"])
def test_filters_choose_what_they_choose_over_http(
    client: FlaskClient, chosen: dict[str, Any], detail: Any
) -> None:
    given: Any = {**chosen, **({"history": True} if "history" in chosen else {})}
    for mention in ("Sc", "graphite"):
        kind = "elements" if mention == "Sc" else "materials"
        over_http = said(client, f"/v1/{kind}/{mention}", detail=detail, **chosen)
        assert library.look_up(mention, detail=detail, **given) == over_http
    over_http = said(client, "/v1/check", element="Sc", concept="critical", **chosen)
    assert library.check("Sc", "critical", **given) == over_http


ITEMS = [
    "Sc",
    "иттрий",
    21,
    21.0,
    "NA",
    "REE",
    None,
    "unobtainium",
    "graphite",
    "Cu_ppm",
    True,
    [1],
]


@pytest.mark.parametrize("detail", ["brief", "full"])
@pytest.mark.parametrize("concept", [None, ["critical"], ["rare-earth", "critical"]])
@pytest.mark.parametrize("distinct", [False, True])
def test_a_batch_is_answered_as_over_http(
    client: FlaskClient, detail: Any, concept: Any, distinct: bool
) -> None:
    asked = {"items": ITEMS * 2, "detail": detail, "distinct": distinct, "na": "sodium"}
    body = {**asked, "concept": concept} if concept else asked
    over_http = client.post("/v1/classify", json=body).json
    answer = library.classify(ITEMS * 2, concept, detail=detail, distinct=distinct, na="sodium")
    assert answer == over_http


@pytest.mark.parametrize("kind", ["mention", "formula", "header", "auto"])
def test_values_of_each_kind_are_answered_as_over_http(client: FlaskClient, kind: Any) -> None:
    items = ["SmCo5", "YAG:Ce", "", "Al2O3_pct", "Ti-6Al-4V"]
    body = {"items": items, "kind": kind, "concept": "rare-earth"}
    over_http = client.post("/v1/classify", json=body).json
    assert library.classify(items, "rare-earth", read_as=kind) == over_http


def test_an_unknown_kind_of_values_is_refused_with_the_nearest() -> None:
    with pytest.raises(library.UnknownIdError) as refused:
        library.classify(["Sc"], read_as="heading")  # type: ignore[arg-type]
    assert refused.value.suggestions == ["header"]


def test_lists_are_identified_as_over_http(client: FlaskClient) -> None:
    public = Path(__file__).parents[1] / "answers" / "public_lists.json"
    for each in json.loads(public.read_text()):
        body = {"items": each["items"], "as_of": "2024-01-01", "jurisdiction": ["EU", "US"]}
        over_http = client.post("/v1/identify-list", json=body).json
        assert over_http == library.identify_list(
            each["items"], as_of="2024-01-01", jurisdiction=["EU", "US"]
        )
    with pytest.raises(TypeError, match="not one text"):
        library.identify_list("Sc")


def test_two_editions_are_compared_as_over_http(client: FlaskClient, catalogue: Catalogue) -> None:
    editions = [e.id for e in catalogue.editions.values() if e.series in ("eu-critical",)]
    for left, right in product(editions, [*editions, "us-critical-2025"]):
        asked = {"left": left, "right": right, "concept": "critical"}
        assert library.compare(**asked) == said(client, "/v1/compare", **asked)


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ({}, {}),
        ({"element": "Sc"}, {"element": "Sc"}),
        ({"element": "graphite", "concept": "critical"}, None),
        (
            {"authority": "nrcan", "start": "2024-01-01"},
            {"authority": "nrcan", "from": "2024-01-01"},
        ),
        ({"end": "2015-12-31", "kind": "survey"}, {"to": "2015-12-31", "kind": "survey"}),
    ],
)
def test_changes_are_those_of_http(
    client: FlaskClient, given: Any, query: dict[str, str] | None
) -> None:
    assert library.changes(**given) == said(
        client, "/v1/changes", **(given if query is None else query)
    )


def test_a_table_has_a_dict_a_row() -> None:
    rows = library.table("spellings")
    scandium = next(row for row in rows if row["mention"] == "scandium")
    assert (scandium["symbol"], scandium["read_by"], type(scandium["outcome"])) == (
        "Sc",
        "name",
        str,
    )
    assert len(library.table("elements")) == 118


def test_importing_and_asking_takes_no_web_framework(tmp_path: Path) -> None:
    code = (
        "import sys, json, element_classifier as library\n"
        "loaded = 'service.loading.build' in sys.modules\n"
        "answer = library.check('Sc', 'rare-earth')['verdict']\n"
        "web = [m for m in sys.modules if m.split('.')[0] in ('flask', 'werkzeug', 'gunicorn')]\n"
        "print(json.dumps([loaded, answer, web]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(tmp_path), capture_output=True, check=True
    )
    assert json.loads(done.stdout) == [True, "disputed", []]
