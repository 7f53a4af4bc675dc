"""Answers of the library are those of HTTP, byte for byte once they are written."""

import json
import subprocess
import sys
from itertools import cycle, product
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

import element_classifier as library
from service import rules
from service.answers.encoding import encode
from service.app import create_app
from service.catalogue import Catalogue
from tests.support.server import environment

PUBLIC = json.loads((Path(__file__).parents[1] / "answers" / "public_lists.json").read_text())


@pytest.fixture(scope="module")
def app(catalogue: Catalogue) -> Flask:
    return create_app(catalogue)


def said(client: FlaskClient, path: str, **query: Any) -> bytes:
    answer = client.get(path, query_string=query)
    assert answer.status_code == 200, answer.text
    data: bytes = answer.data
    return data


def test_every_element_and_concept_is_that_of_http(
    client: FlaskClient, catalogue: Catalogue
) -> None:
    assert len(catalogue.concepts) < len(catalogue.elements)
    for symbol, concept in zip(catalogue.elements, cycle(catalogue.concepts), strict=False):
        over_http = said(client, f"/v1/elements/{symbol}", concept=concept)
        assert encode(library.look_up(symbol, concept)) == over_http, (symbol, concept)
        over_http = said(client, "/v1/check", element=symbol, concept=concept)
        assert encode(library.check(symbol, concept)) == over_http, (symbol, concept)


def test_elements_are_answered_whole_as_over_http(
    client: FlaskClient, catalogue: Catalogue
) -> None:
    for symbol in list(catalogue.elements)[::4]:
        over_http = said(client, f"/v1/elements/{symbol}", detail="full")
        assert encode(library.look_up(symbol, detail="full")) == over_http, symbol


def test_a_material_is_answered_as_over_http(client: FlaskClient, catalogue: Catalogue) -> None:
    details: list[library.Detail] = ["brief", "full"]
    some = [*catalogue.listed.values(), *[*catalogue.materials.values()][::40]]
    for material, detail in zip(some, cycle(details), strict=False):
        over_http = said(client, f"/v1/materials/{material.name}", detail=detail)
        answer = library.look_up(material.name, detail=detail, material=True)
        assert encode(answer) == over_http, (material.id, detail)


def test_every_day_of_a_change_is_that_of_http(client: FlaskClient, catalogue: Catalogue) -> None:
    days = [day.isoformat() for day in rules.eras(catalogue.records.editions)]
    assert len(days) > 100
    asked = [*zip(catalogue.elements, cycle(days), strict=False), *product(["Sc"], days)]
    for symbol, day in asked:
        over_http = said(client, f"/v1/elements/{symbol}", as_of=day)
        assert encode(library.look_up(symbol, as_of=day)) == over_http, (symbol, day)


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
def test_filters_choose_as_over_http(
    client: FlaskClient, chosen: dict[str, Any], detail: Any
) -> None:
    given: Any = {**chosen, **({"history": True} if "history" in chosen else {})}
    for mention, kind in (("Sc", "elements"), ("graphite", "materials")):
        over_http = said(client, f"/v1/{kind}/{mention}", detail=detail, **chosen)
        assert encode(library.look_up(mention, detail=detail, **given)) == over_http
        over_http = said(client, "/v1/check", element=mention, concept="critical", **chosen)
        assert encode(library.check(mention, "critical", **given)) == over_http


ITEMS = ["Sc", "иттрий", 21, 21.0, "NA", "REE", None, "unobtainium", "graphite", "Cu_ppm", True]


@pytest.mark.parametrize("detail", ["brief", "full"])
@pytest.mark.parametrize("concept", [None, ["critical"], ["rare-earth", "critical"]])
@pytest.mark.parametrize("distinct", [False, True])
def test_a_batch_is_that_of_http(
    client: FlaskClient, detail: Any, concept: Any, distinct: bool
) -> None:
    items: list[Any] = [*ITEMS, [1], *ITEMS]
    asked = {"items": items, "detail": detail, "distinct": distinct, "na": "sodium"}
    body = {**asked, "concept": concept} if concept else asked
    over_http = client.post("/v1/classify", json=body).json
    answer = library.classify(items, concept, detail=detail, distinct=distinct, na="sodium")
    assert answer == over_http


@pytest.mark.parametrize("kind", ["mention", "formula", "header", "auto"])
def test_values_of_each_kind_are_answered_as_over_http(client: FlaskClient, kind: Any) -> None:
    items = ["SmCo5", "YAG:Ce", "", "Al2O3_pct", "Ti-6Al-4V"]
    body = {"items": items, "kind": kind, "concept": "rare-earth"}
    over_http = client.post("/v1/classify", json=body).json
    assert library.classify(items, "rare-earth", read_as=kind) == over_http


def test_lists_are_identified_as_over_http(client: FlaskClient) -> None:
    for each in PUBLIC:
        chosen: Any = {"as_of": "2024-01-01", "jurisdiction": ["EU", "US"]}
        over_http = client.post("/v1/identify-list", json={"items": each["items"], **chosen})
        assert encode(library.identify_list(each["items"], **chosen)) == over_http.data


def test_two_editions_are_compared_as_over_http(client: FlaskClient) -> None:
    for left, right in product(["eu-critical-2011", "eu-critical-2024"], repeat=2):
        for other in (right, "us-critical-2025"):
            asked = {"left": left, "right": other, "concept": "critical"}
            assert encode(library.compare(**asked)) == said(client, "/v1/compare", **asked)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"element": "Sc"},
        {"element": "graphite", "concept": "critical"},
        {"authority": "nrcan", "start": "2024-01-01"},
        {"end": "2015-12-31", "kind": "survey"},
    ],
)
def test_changes_are_those_of_http(client: FlaskClient, given: dict[str, Any]) -> None:
    query = {{"start": "from", "end": "to"}.get(key, key): value for key, value in given.items()}
    assert encode(library.changes(**given)) == said(client, "/v1/changes", **query)


def test_a_table_has_a_dict_a_row() -> None:
    rows = library.table("spellings")
    scandium = next(row for row in rows if row["mention"] == "scandium")
    assert (scandium["symbol"], scandium["read_by"]) == ("Sc", "name")
    assert type(scandium["outcome"]) is str
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
