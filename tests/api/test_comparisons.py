"""Questions across editions, as an analyst asks them over HTTP."""

import csv
import io
from typing import Any

import pytest
from werkzeug.test import Client

from service.catalogue import Catalogue
from tests.support.shapes import get_json, post_json


def test_what_china_controls_and_what_is_suspended_is_told(client: Client) -> None:
    timeline = get_json(client, "/v1/authorities/mofcom-china")["timeline"]
    in_force = {entry["edition"]: entry["in_force"] for entry in timeline}
    assert in_force["cn-mofcom-18-2025"] is True
    assert in_force["cn-mofcom-57-2025"] is False
    edition = get_json(client, "/v1/editions/cn-mofcom-57-2025")["edition"]
    assert edition["suspensions"][0]["start"] == "2025-11-07"
    assert edition["suspensions"][0]["end_unconfirmed"] is True
    concept = get_json(client, "/v1/concepts/export-controlled")
    assert concept["members"]["cn-mofcom-18-2025"] == ["Sc", "Y", "Sm", "Gd", "Tb", "Dy", "Lu"]
    assert concept["suspended"]["cn-mofcom-57-2025"] == ["Eu", "Ho", "Er", "Tm", "Yb"]
    asked = {"concept": "export-controlled"}
    full = get_json(client, "/v1/elements/Eu", **asked, detail="full")
    assert [p["edition"] for p in full["suspended"]] == ["cn-mofcom-57-2025"]
    matrix = get_json(client, "/v1/matrix", **asked)["suspended"]
    assert matrix["cn-mofcom-57-2025"] == ["Eu", "Ho", "Er", "Tm", "Yb"]
    (brief,) = get_json(client, "/v1/elements/Eu", **asked)["concepts"]
    assert [holder["edition"] for holder in brief["suspended"]] == ["cn-mofcom-57-2025"]


def test_history_shows_editions_out_of_force_last(client: Client) -> None:
    asked = {"concept": "critical", "detail": "full"}
    now = get_json(client, "/v1/elements/He", **asked)
    all_editions = get_json(client, "/v1/elements/He", history="true", **asked)
    assert all_editions["summary"] == now["summary"]
    in_force = [p["in_force"] for p in all_editions["positions"]]
    assert in_force == sorted(in_force, reverse=True)
    assert "us-critical-2018" in {p["edition"] for p in all_editions["positions"]}
    assert "us-critical-2018" not in {p["edition"] for p in now["positions"]}


def test_the_matrix_has_every_element_and_every_edition_that_speaks(client: Client) -> None:
    body = get_json(client, "/v1/matrix", concept="rare-earth")
    assert len(body["rows"]) == 118
    scandium = body["rows"][20]
    assert (scandium["symbol"], scandium["verdict"]) == ("Sc", "disputed")
    assert scandium["positions"]["iupac-2005"] == "included"
    assert set(scandium["positions"]) == set(body["columns"])
    asked = {"concept": "critical", "jurisdiction": "EU"}
    materials = get_json(client, "/v1/matrix", **asked)["material_rows"]
    assert [row["material"] for row in materials][:2] == ["alumina", "alumina-high-purity"]
    response = client.get("/v1/matrix?concept=rare-earth&format=csv")
    assert response.content_type == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(response.text)))
    assert rows[0] == ["atomic_number", "symbol", "name", "verdict", *body["columns"]]
    assert rows[21][:4] == ["21", "Sc", "Scandium", "disputed"]
    assert len(rows) == 119


def test_two_editions_compare_into_six_disjoint_sets_of_all_elements(client: Client) -> None:
    body = get_json(client, "/v1/compare", left="eu-critical-2020", right="eu-critical-2024")
    names = ("both", "only_left", "only_right", "neither", "silent", "contradictory")
    together = [symbol for name in names for symbol in body[name]]
    assert len(together) == len(set(together)) == 118
    assert body["only_left"] == ["In"]
    assert body["only_right"] == ["He", "Mn", "Ni", "Cu", "As"]
    assert "Al" in body["silent"]


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("eu-critical-2020", "izvestia-2025", "The two editions share no concept."),
        ("iupac-2005", "mendeleev-1-3-0-series", "Choose a concept of which both speak: "),
    ],
)
def test_two_editions_must_share_one_concept(
    client: Client, left: str, right: str, said: str
) -> None:
    response = client.get("/v1/compare", query_string={"left": left, "right": right})
    assert response.status_code == 422
    (fault,) = response.json["errors"]
    assert (fault["parameter"], fault["detail"].startswith(said)) == ("concept", True)


def test_each_question_of_a_check_gets_a_verdict_with_claims(client: Client) -> None:
    eu = {"element": "He", "concept": "critical", "authority": "european-commission"}
    asked: list[tuple[Any, str | None, str]] = [
        ({"element": "scandium", "concept": "rare-earth", "authority": "iupac"}, "supported", ""),
        ({"element": "Th", "concept": "rare-earth", "authority": "iupac"}, "contradicted", ""),
        ({"element": 21, "concept": "rare-earth"}, "disputed", ""),
        ({"element": "Y", "concept": "dispersed-metal", "authority": "izvestia"}, "silent", ""),
        ({**eu, "as_of": "2021-06-30"}, "contradicted", ""),
        ({"element": "unobtainium", "concept": "rare-earth"}, None, "Nothing matches"),
        ({"element": "Sc", "concept": "rare-earths"}, None, "Did you mean rare-earth"),
        ({"element": "Sc"}, None, "concept"),
        ("Sc", None, "Invalid input type"),
        (None, None, "Invalid input type"),
    ]
    questions = [question for question, _, _ in asked]
    results = post_json(client, "/v1/check", checks=questions, detail="full")["results"]
    briefs = post_json(client, "/v1/check", checks=questions)["results"]
    for (question, verdict, said), whole, brief in zip(asked, results, briefs, strict=True):
        assert (whole["input"], whole["verdict"]) == (question, verdict)
        assert said in (whole["problem"] or {"detail": ""})["detail"]
        for name in ("index", "input", "symbol", "verdict", "as_of", "answer"):
            assert brief[name] == whole[name]
        assert brief.get("problem") == whole["problem"]
        assert ("concept" in brief) == (whole["summary"] is not None)
    assert results[0]["positions"][0]["claims"][0]["id"] == "iupac-2005/rare-earth-metals/Sc"
    assert results[4]["as_of"] == "2021-06-30"
    assert results[5]["problem"]["type"] == "/v1/problems/unknown-element"


def test_a_formula_is_classified_element_by_element(client: Client) -> None:
    asked = {"formula": "Nd2Fe14B", "concept": "critical"}
    body = get_json(client, "/v1/formulas", **asked)
    (alone,) = get_json(client, "/v1/elements/Nd", concept="critical")["concepts"]
    assert body["elements"]["Nd"]["concepts"][0]["verdict"] == alone["verdict"] == "on-some"
    whole = get_json(client, "/v1/formulas", **asked, detail="full")
    assert body["symbols"] == whole["symbols"] == ["Nd", "Fe", "B"]
    assert whole["elements"]["Nd"]["summary"][0]["verdict"] == alone["verdict"]


def test_a_batch_of_formulas_never_falls_back_to_mentions(client: Client) -> None:
    items = ["CO", "Nd2Fe14B", "scandium", "YAG:Ce", None, 21]
    body = post_json(client, "/v1/classify", items=items, kind="formula")
    results = body["results"]
    assert [(r["outcome"], r["symbol"], r.get("symbols", [])) for r in results] == [
        ("ok", None, ["C", "O"]),
        ("ok", None, ["Nd", "Fe", "B"]),
        *(("invalid", None, []), ("invalid", None, []), ("missing", None, [])),
        ("invalid", None, []),
    ]
    assert set(body["elements"]) == {"C", "O", "Nd", "Fe", "B"}


def test_the_data_set_counts_what_it_holds(client: Client, catalogue: Catalogue) -> None:
    body = get_json(client, "/v1/dataset")
    assert body["counts"]["editions"] == len(catalogue.editions)
    assert sum(body["grades"].values()) == len(catalogue.editions)
    assert set(body["coverage"]) == set(catalogue.concepts)
    assert body["releases"][0]["version"] == body["data_version"]
