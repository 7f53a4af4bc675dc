"""Questions across editions, as an analyst asks them over HTTP."""

import csv
import io
import json
from typing import Any

from werkzeug.test import Client

from service.catalogue import Catalogue
from tests.support.shapes import validated


def _get(client: Client, path: str, **query: Any) -> Any:
    response = client.get(path, query_string=query)
    assert response.status_code == 200, response.text
    return validated(response).json


def _summary(client: Client, mention: str, concept: str, **query: Any) -> Any:
    asked = {"concept": concept, "detail": "full", **query}
    (found,) = _get(client, f"/v1/elements/{mention}", **asked)["summary"]
    return found


def test_helium_was_not_critical_in_the_eu_in_2021_but_was_before_and_after(
    client: Client,
) -> None:
    def told(day: str) -> tuple[list[str], list[str]]:
        found = _summary(
            client, "He", "critical", as_of=day, authority=["european-commission", "european-union"]
        )
        return found["included"], found["excluded"]

    assert told("2021-06-30") == ([], ["eu-critical-2020"])
    assert told("2018-06-30") == (["eu-critical-2017"], [])
    assert told("2025-06-30") == (["eu-critical-2024"], [])


def test_only_software_and_copied_slips_call_thorium_a_rare_earth(client: Client) -> None:
    found = _summary(client, "thorium", "rare-earth")
    assert found["verdict"] == "disputed"
    assert "iupac-2005" in found["excluded"]
    authorities = {each["id"]: each for each in _get(client, "/v1/authorities")["authorities"]}
    editions = {each["id"]: each for each in _get(client, "/v1/editions")["editions"]}
    kinds = {authorities[editions[id_]["authority"]]["kind"] for id_ in found["included"]}
    assert kinds <= {"software", "reference-work"}
    assert kinds


def test_gadolinium_is_heavy_for_the_eu_light_for_the_usgs_and_medium_for_geochemists(
    client: Client,
) -> None:
    assert "eu-crm-study-2023" in _summary(client, "Gd", "heavy-rare-earth")["included"]
    assert "usgs-rare-earths-2018" in _summary(client, "Gd", "light-rare-earth")["included"]
    assert "georefdatar-0-6-5" in _summary(client, "Gd", "medium-rare-earth")["included"]
    kinds = {
        d["kind"]
        for d in _get(client, "/v1/disagreements", element="Gd")["disagreements"]
        if d["concept"] == "heavy-rare-earth"
    }
    assert {"membership", "placement"} <= kinds


def test_what_china_controls_today_and_what_is_suspended_is_one_answer(
    client: Client,
) -> None:
    timeline = _get(client, "/v1/authorities/mofcom-china")["timeline"]
    in_force = {entry["edition"]: entry["in_force"] for entry in timeline}
    assert in_force["cn-mofcom-18-2025"] is True
    assert in_force["cn-mofcom-57-2025"] is False
    edition = _get(client, "/v1/editions/cn-mofcom-57-2025")["edition"]
    assert edition["suspensions"][0]["start"] == "2025-11-07"
    assert edition["suspensions"][0]["end_unconfirmed"] is True
    assert "cn-mofcom-18-2025" in _summary(client, "Sc", "export-controlled")["included"]
    concept = _get(client, "/v1/concepts/export-controlled")
    assert concept["members"]["cn-mofcom-18-2025"] == ["Sc", "Y", "Sm", "Gd", "Tb", "Dy", "Lu"]
    assert concept["suspended"]["cn-mofcom-57-2025"] == ["Eu", "Ho", "Er", "Tm", "Yb"]
    assert "cn-mofcom-57-2025" not in concept["members"]
    assert "cn-mofcom-57-2025" in concept["editions"]
    europium = _get(
        client, "/v1/elements/Eu", concept="export-controlled", history="true", detail="full"
    )
    suspended = [p for p in europium["positions"] if p["edition"] == "cn-mofcom-57-2025"]
    assert [(p["position"], p["in_force"]) for p in suspended] == [("included", False)]
    assert europium["summary"][0]["included"] == []
    today = _get(client, "/v1/elements/Eu", concept="export-controlled", detail="full")
    assert [p["edition"] for p in today["suspended"]] == ["cn-mofcom-57-2025"]
    (brief,) = _get(client, "/v1/elements/Eu", concept="export-controlled")["concepts"]
    assert [holder["edition"] for holder in brief["suspended"]] == ["cn-mofcom-57-2025"]


def test_history_shows_editions_out_of_force_last_and_leaves_the_verdict(
    client: Client,
) -> None:
    asked = {"concept": "critical", "detail": "full"}
    now = _get(client, "/v1/elements/He", **asked)
    all_editions = _get(client, "/v1/elements/He", history="true", **asked)
    assert all_editions["summary"] == now["summary"]
    in_force = [p["in_force"] for p in all_editions["positions"]]
    assert in_force == sorted(in_force, reverse=True)
    assert "us-critical-2018" in {p["edition"] for p in all_editions["positions"]}
    assert "us-critical-2018" not in {p["edition"] for p in now["positions"]}


def test_the_matrix_has_every_element_and_every_edition_that_speaks(
    client: Client, catalogue: Catalogue
) -> None:
    body = _get(client, "/v1/matrix", concept="rare-earth")
    assert len(body["rows"]) == 118
    scandium = body["rows"][20]
    assert scandium["symbol"] == "Sc"
    assert scandium["verdict"] == "disputed"
    assert scandium["positions"]["iupac-2005"] == "included"
    assert set(scandium["positions"]) == set(body["columns"])
    response = client.get("/v1/matrix?concept=rare-earth&format=csv")
    assert response.content_type == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(response.text)))
    assert rows[0] == ["atomic_number", "symbol", "name", "verdict", *body["columns"]]
    assert rows[21][:4] == ["21", "Sc", "Scandium", "disputed"]
    assert len(rows) == 119


def test_ndjson_has_one_object_a_line(client: Client) -> None:
    response = client.get(
        "/v1/disagreements?concept=rare-earth", headers={"Accept": "application/x-ndjson"}
    )
    assert response.content_type == "application/x-ndjson"
    lines = [json.loads(line) for line in response.text.splitlines()]
    assert lines == _get(client, "/v1/disagreements", concept="rare-earth")["disagreements"]


def test_two_editions_compare_into_six_disjoint_sets_of_all_elements(client: Client) -> None:
    body = _get(client, "/v1/compare", left="eu-critical-2020", right="eu-critical-2024")
    names = ("both", "only_left", "only_right", "neither", "silent", "contradictory")
    together = [symbol for name in names for symbol in body[name]]
    assert len(together) == len(set(together)) == 118
    assert body["only_left"] == ["In"]
    assert body["only_right"] == ["He", "Mn", "Ni", "Cu", "As"]
    assert "Al" in body["silent"]


def test_a_comparison_without_a_shared_concept_says_so(client: Client) -> None:
    response = client.get("/v1/compare?left=eu-critical-2020&right=izvestia-2025")
    assert response.status_code == 422
    assert response.json["errors"] == [
        {"parameter": "concept", "detail": "The two editions share no concept."}
    ]
    several = client.get("/v1/compare?left=iupac-2005&right=mendeleev-1-3-0-series")
    assert several.status_code == 422
    assert "Choose a concept of which both speak: " in several.json["errors"][0]["detail"]


def _checked(client: Client, **body: Any) -> Any:
    response = validated(client.post("/v1/check", json=body))
    assert response.status_code == 200
    return response.json["results"]


def test_each_question_of_a_check_gets_a_verdict_with_claims(client: Client) -> None:
    questions = [
        {"element": "scandium", "concept": "rare-earth", "authority": "iupac"},
        {"element": "Th", "concept": "rare-earth", "authority": "iupac"},
        {"element": 21, "concept": "rare-earth"},
        {"element": "Y", "concept": "dispersed-metal", "authority": "izvestia"},
        {
            "element": "He",
            "concept": "critical",
            "authority": "european-commission",
            "as_of": "2021-06-30",
        },
        {"element": "unobtainium", "concept": "rare-earth"},
        {"element": "Sc", "concept": "rare-earths"},
        {"element": "Sc"},
        "Sc",
        None,
    ]
    results = _checked(client, checks=questions, detail="full")
    assert [r["verdict"] for r in results] == [
        "supported",
        "contradicted",
        "disputed",
        "silent",
        "contradicted",
        *([None] * 5),
    ]
    assert [r["input"] for r in results] == questions
    assert results[0]["positions"][0]["claims"][0]["id"] == "iupac-2005/rare-earth-metals/Sc"
    assert results[4]["as_of"] == "2021-06-30"
    assert results[5]["problem"]["type"] == "/v1/problems/unknown-element"
    assert "rare-earth" in results[6]["problem"]["detail"]
    assert "concept" in results[7]["problem"]["detail"]
    same = ("index", "input", "symbol", "verdict", "as_of", "answer")
    for brief, whole in zip(_checked(client, checks=questions), results, strict=True):
        assert {name: brief[name] for name in same} == {name: whole[name] for name in same}
        assert brief.get("problem") == whole["problem"]
        assert ("concept" in brief) == (whole["summary"] is not None)


def test_checks_are_limited_to_a_thousand(client: Client) -> None:
    question = {"element": "Sc", "concept": "rare-earth", "authority": "iupac"}
    assert client.post("/v1/check", json={"checks": [question] * 1000}).status_code == 200
    response = client.post("/v1/check", json={"checks": [question] * 1001})
    assert response.status_code == 413
    assert (response.json["limit"], response.json["unit"]) == (1000, "questions")


def test_a_formula_is_classified_element_by_element(client: Client) -> None:
    body = _get(client, "/v1/formulas", formula="Nd2Fe14B", concept="critical")
    assert body["symbols"] == ["Nd", "Fe", "B"]
    alone = _get(client, "/v1/elements/Nd", concept="critical")["concepts"][0]
    verdict = alone["verdict"]
    assert body["elements"]["Nd"]["concepts"][0]["verdict"] == verdict
    assert verdict in ("on-all", "on-some")
    whole = _get(client, "/v1/formulas", formula="Nd2Fe14B", concept="critical", detail="full")
    assert whole["symbols"] == ["Nd", "Fe", "B"]
    assert whole["elements"]["Nd"]["summary"][0]["verdict"] == verdict
    refused = client.get("/v1/formulas", query_string={"formula": "YAG:Ce"})
    assert refused.status_code == 422
    assert refused.json["type"] == "/v1/problems/invalid-formula"
    assert refused.json["position"] == 2


def test_a_batch_of_formulas_never_falls_back_to_mentions(client: Client) -> None:
    items = ["CO", "Nd2Fe14B", "scandium", "YAG:Ce", None, 21]
    response = client.post("/v1/classify", json={"items": items, "kind": "formula"})
    results = response.json["results"]
    found = [(r["outcome"], r["symbol"], r.get("symbols", [])) for r in results]
    assert found == [
        ("ok", None, ["C", "O"]),
        ("ok", None, ["Nd", "Fe", "B"]),
        ("invalid", None, []),
        ("invalid", None, []),
        ("missing", None, []),
        ("invalid", None, []),
    ]
    assert set(response.json["elements"]) == {"C", "O", "Nd", "Fe", "B"}


def test_a_concept_shows_members_by_edition_and_its_sharpest_disagreements(
    client: Client,
) -> None:
    body = _get(client, "/v1/concepts/rare-earth")
    assert "Sc" in body["members"]["iupac-2005"]
    assert len(body["members"]["iupac-2005"]) == 17
    assert "Sc" in body["verdicts"]["disputed"]
    assert {d["kind"] for d in body["disagreements"]} <= {
        "membership",
        "placement",
        "boundary",
        "internal",
    }
    assert body["figures"][0]["unit"] == "million tonnes"


def test_the_data_set_counts_what_it_holds(client: Client, catalogue: Catalogue) -> None:
    body = _get(client, "/v1/dataset")
    assert body["counts"]["editions"] == len(catalogue.editions)
    assert sum(body["grades"].values()) == len(catalogue.editions)
    assert set(body["coverage"]) == set(catalogue.concepts)
    assert body["releases"][0]["version"] == body["data_version"]
