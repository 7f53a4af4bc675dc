"""``/reconcile``: columns from reconciled values, by the specification's schemas."""

import pytest
from werkzeug.test import Client

from schemas.parameters import QUERY_LIMIT
from schemas.reconciliation import CANDIDATES_LIMIT
from tests.support.reconciliation import DRAFT, EXTEND, STABLE, extended, fault, faults, post


@pytest.mark.parametrize(
    ("day", "helium"), [("2024-06-01", "supported"), ("2021-06-01", "contradicted")]
)
def test_a_column_says_as_a_check_does(client: Client, day: str, helium: str) -> None:
    verdicts = {"Sc": "supported", "He": helium, "graphite-natural": "supported"}
    asked = {"jurisdiction": "EU", "as_of": day}
    answer = extended(client, list(verdicts), {"id": "critical", "settings": asked})
    assert answer["meta"] == [{"id": "critical", "name": f"Critical raw material, EU, {day}"}]
    for id_, verdict in verdicts.items():
        assert answer["rows"][id_]["critical"] == [{"str": verdict}]
        check = {"element": id_, "concept": "critical", **asked}
        assert client.get("/v1/check", query_string=check).json["verdict"] == verdict


def test_an_extension_gives_the_sentence_of_a_check(client: Client) -> None:
    settings = {"authority": "iupac", "show": "sentence"}
    answer = extended(client, ["Sc"], {"id": "rare-earth", "settings": settings})
    check = client.get("/v1/check?element=Sc&concept=rare-earth&authority=iupac").json
    assert answer["rows"]["Sc"]["rare-earth"] == [{"str": check["answer"]}]


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
    ("id_", "settings", "place", "detail"),
    [
        ("criticl", {}, "id", "there are name, symbol"),
        ("critical", {"as_of": "01.06.2024"}, "settings/as_of", "A date as YYYY-MM-DD."),
        ("critical", {"jurisdiction": "Atlantis"}, "settings/jurisdiction", "no jurisdiction 'Atl"),
        ("critical", {"authority": "iupca"}, "settings/authority", "Did you mean iupac?"),
        ("critical", {"show": "all"}, "settings/show", "verdict"),
        ("critical", {"day": "x"}, "settings/day", "Unknown"),
    ],
)
def test_a_bad_property_says_what_would_do(
    client: Client, id_: str, settings: dict[str, str], place: str, detail: str
) -> None:
    body = {"ids": ["Sc"], "properties": [{"id": id_, "settings": settings}]}
    for response in (post(client, body, "extend"), client.post(EXTEND, json=body)):
        found = fault(response)
        assert found["pointer"] == f"/properties/0/{place}"
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
