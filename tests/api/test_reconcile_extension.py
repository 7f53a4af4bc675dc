"""``/reconcile``: columns from reconciled values, by the specification's schemas."""

from typing import Any

import pytest
from werkzeug.test import Client

from schemas.parameters import QUERY_LIMIT
from schemas.reconciliation import CANDIDATES_LIMIT
from tests.support.reconciliation import (
    DRAFT,
    EXTEND,
    STABLE,
    extended,
    fault,
    faults,
    post,
)


@pytest.mark.parametrize(
    ("day", "verdicts"),
    [
        ("2024-06-01", ["supported", "supported", "supported"]),
        ("2021-06-01", ["supported", "contradicted", "supported"]),
    ],
)
def test_a_column_says_critical_in_the_eu_on_a_day(
    client: Client, day: str, verdicts: list[str]
) -> None:
    ids = ["Sc", "He", "graphite-natural"]
    settings = {"jurisdiction": "EU", "as_of": day}
    answer = extended(client, ids, {"id": "critical", "settings": settings})
    assert answer["meta"] == [{"id": "critical", "name": f"Critical raw material, EU, {day}"}]
    assert [answer["rows"][id_]["critical"] for id_ in ids] == [[{"str": v}] for v in verdicts]
    for id_, verdict in zip(ids, verdicts, strict=True):
        asked = {"element": id_, "concept": "critical", "jurisdiction": "EU", "as_of": day}
        assert client.get("/v1/check", query_string=asked).json["verdict"] == verdict


def test_an_extension_answers_as_a_check_does(client: Client) -> None:
    settings = {"authority": "iupac", "show": "sentence"}
    answer = extended(
        client, ["Sc", "Fe"], {"id": "rare-earth", "settings": settings}, {"id": "critical"}
    )
    for symbol in ("Sc", "Fe"):
        row = answer["rows"][symbol]
        asked = f"/v1/check?element={symbol}&concept="
        check = client.get(f"{asked}rare-earth&authority=iupac").json
        assert row["rare-earth"] == [{"str": check["answer"]}]
        check = client.get(f"{asked}critical").json
        assert row["critical"] == [{"str": check["verdict"]}]


def test_identities_are_fetched_and_elements_of_a_material_are_entities(client: Client) -> None:
    asked = [{"id": id_} for id_ in ("name", "symbol", "atomic-number", "cas", "formula", "kind")]
    answer = extended(client, ["Sc", "graphite", "gone"], *asked, {"id": "elements"})
    assert answer["rows"]["Sc"] == {
        **{"name": [{"str": "Scandium"}], "symbol": [{"str": "Sc"}]},
        **{"atomic-number": [{"int": 21}], "cas": [{"str": "7440-20-2"}]},
        **{"formula": [], "kind": [], "elements": []},
    }
    graphite = answer["rows"]["graphite"]
    assert graphite["formula"] == [{"str": "C"}]
    assert graphite["kind"] == [{"str": "mineral"}]
    assert graphite["elements"] == [{"id": "C", "name": "Carbon"}]
    assert set(map(str, answer["rows"]["gone"].values())) == {"[]"}
    assert answer["meta"][-1]["type"]["id"] == "element"


def test_a_chemical_class_is_not_asked_of_a_material(client: Client) -> None:
    answer = extended(client, ["graphite"], {"id": "rare-earth"}, {"id": "critical"})
    assert answer["rows"]["graphite"]["rare-earth"] == []
    assert answer["rows"]["graphite"]["critical"] == [{"str": "supported"}]


def test_every_proposed_property_can_be_fetched(client: Client) -> None:
    seen = set()
    for kind, id_ in (("element", "Sc"), ("material", "graphite")):
        response = client.get(f"/reconcile/extend/propose?type={kind}&limit={CANDIDATES_LIMIT}")
        assert faults(STABLE, "data-extension-property-proposal", response.json) == []
        names = [each["id"] for each in response.json["properties"]]
        assert len(names) == len(set(names))
        for start in range(0, len(names), QUERY_LIMIT):
            asked = [{"id": name} for name in names[start : start + QUERY_LIMIT]]
            row = extended(client, [id_], *asked)["rows"][id_]
            seen |= {name for name, values in row.items() if values}
        assert set(names) - seen == set()
    limited = client.get("/reconcile/extend/propose?type=element&limit=3").json
    assert len(limited["properties"]) == 3
    assert client.get("/reconcile/extend/propose?type=Person").json["properties"] == []


@pytest.mark.parametrize(
    ("asked", "pointer", "detail"),
    [
        ({"id": "criticl"}, "/properties/0/id", "there are name, symbol"),
        (
            {"id": "critical", "settings": {"as_of": "01.06.2024"}},
            "/properties/0/settings/as_of",
            "A date as YYYY-MM-DD.",
        ),
        (
            {"id": "critical", "settings": {"jurisdiction": "Atlantis"}},
            "/properties/0/settings/jurisdiction",
            "There is no jurisdiction 'Atlantis'.",
        ),
        (
            {"id": "critical", "settings": {"authority": "iupca"}},
            "/properties/0/settings/authority",
            "Did you mean iupac?",
        ),
        ({"id": "critical", "settings": {"show": "all"}}, "/properties/0/settings/show", "verdict"),
        ({"id": "critical", "settings": {"day": "x"}}, "/properties/0/settings/day", "Unknown"),
    ],
)
def test_a_bad_property_says_what_would_do(
    client: Client, asked: dict[str, Any], pointer: str, detail: str
) -> None:
    body = {"ids": ["Sc"], "properties": [asked]}
    for response in (post(client, body, "extend"), client.post(EXTEND, json=body)):
        found = fault(response)
        assert found["pointer"] == pointer
        assert detail in found["detail"]


def test_one_property_cannot_be_asked_for_twice(client: Client) -> None:
    asked = [{"id": "critical", "settings": {"jurisdiction": each}} for each in ("EU", "US")]
    response = post(client, {"ids": ["Sc"], "properties": asked}, "extend")
    assert fault(response)["pointer"] == "/properties/1/id"


def test_settings_left_blank_are_not_given(client: Client) -> None:
    manifest = client.get("/reconcile").json
    settings = {each["name"]: each["default"] for each in manifest["extend"]["property_settings"]}
    blank = extended(client, ["Sc"], {"id": "critical", "settings": settings})
    assert blank == extended(client, ["Sc"], {"id": "critical"})
    (show,) = [e for e in manifest["extend"]["property_settings"] if e["type"] == "select"]
    for choice in show["choices"]:
        extended(client, ["Sc"], {"id": "critical", "settings": {"show": choice["value"]}})


def test_an_extension_of_the_draft_has_rows_in_order(client: Client) -> None:
    body = {"ids": ["Y", "Sc"], "properties": [{"id": "symbol"}, {"id": "critical"}]}
    response = client.post(EXTEND, json=body)
    assert faults(DRAFT, "data-extension-response", response.json) == []
    assert [row["id"] for row in response.json["rows"]] == ["Y", "Sc"]
    assert response.json["rows"][1]["properties"][0] == {"id": "symbol", "values": [{"str": "Sc"}]}
