"""Headings of tables, and values of any kind: what the API says of them."""

from typing import Any

import pytest
from werkzeug.test import Client

from service.catalogue import Catalogue, View
from tests.support.columns import ndjson, table
from tests.support.shapes import get_json, post_json, validated

HEADINGS: list[tuple[str, str | None, dict[str, str]]] = [
    ("Al2O3_pct", "Al", {"unit": "%", "species": "Al2O3", "oxide_of": "Al"}),
    ("Cu_ppm_ICPMS", "Cu", {"unit": "ppm", "method": "ICPMS"}),
    ("Lead, dissolved (ug/L)", "Pb", {"unit": "µg/L", "fraction": "dissolved"}),
    ("Fe2O3T", "Fe", {"species": "Fe2O3", "oxide_of": "Fe", "fraction": "total"}),
    ("gas_PbS_mol", None, {"unit": "mol", "form": "gas", "species": "PbS"}),
]


def test_the_headings_of_a_table_are_read_with_all_that_stands_in_them(client: Client) -> None:
    body = post_json(client, "/v1/headers", headers=[text for text, _, _ in HEADINGS])
    found = [(each["input"], each["symbol"], each["heading"]) for each in body["results"]]
    assert found == HEADINGS
    assert body["results"][0]["symbols"] == ["Al", "O"]
    assert body["results"][4]["symbols"] == ["Pb", "S"]
    # an oxide names its element, so that oxygen is not counted
    assert list(body["elements"]) == ["Al", "Cu", "Pb", "Fe", "S"]
    assert body["summary"]["distinct_elements"] == 5


def test_headings_are_read_together_and_a_column_of_them_each_alone(client: Client) -> None:
    headings = ["ag", "as", "co", "cu", "ni"]
    together = post_json(client, "/v1/headers", headers=headings)["results"]
    alone = post_json(client, "/v1/classify", items=headings, kind="header")["results"]
    assert [each["symbol"] for each in together] == ["Ag", "As", "Co", "Cu", "Ni"]
    assert "4 other headings" in together[2]["warnings"][0]
    assert (alone[2]["outcome"], alone[2]["problem"]["suggestions"]) == ("unknown", ["Co"])


def test_a_heading_of_no_element_or_of_a_material_says_so(client: Client) -> None:
    headers = ["LOI", "Graphite (t)", None, True]
    loi, graphite, null, truth = post_json(client, "/v1/headers", headers=headers)["results"]
    assert "loss on ignition" in loi["problem"]["detail"]
    assert (graphite["material"], graphite["heading"]) == ("graphite", {"unit": "t"})
    assert [null["outcome"], truth["outcome"]] == ["missing", "invalid"]


def test_the_first_fifty_unknown_headings_get_suggestions(client: Client) -> None:
    headings = [f"scandum{'x' * place}" for place in range(50)] + ["yttrum", "ittrium"]
    details = [
        each["problem"]["detail"]
        for each in post_json(client, "/v1/headers", headers=headings)["results"]
    ]
    assert "Did you mean Sc?" in details[0]
    assert all("in the first 50 unknown values alone" not in each for each in details[:50])
    assert all("in the first 50 unknown values alone" in each for each in details[50:])


@pytest.mark.parametrize(
    "body", [{}, {"headers": "Cu"}, {"headers": [], "kind": "auto"}, {"headers": [], "lang": "xx"}]
)
def test_headings_that_are_no_list_are_refused(client: Client, body: dict[str, Any]) -> None:
    answer = validated(client.post("/v1/headers", json=body))
    assert (answer.status_code, answer.json["type"]) == (422, "/v1/problems/invalid-request")


def test_headings_take_the_options_of_reading(client: Client) -> None:
    (na,) = post_json(client, "/v1/headers", headers=["NA"], na="sodium")["results"]
    (exact,) = post_json(client, "/v1/headers", headers=["Cu_ppm"], strict=True)["results"]
    assert (na["symbol"], exact["outcome"]) == ("Na", "unknown")


ANY = ["Ti-6Al-4V", "Nd2Fe14B", "copper", "CACO3", "unobtainium", "graphite"]


def test_a_value_of_any_kind_says_which_it_was_and_what_it_contains(client: Client) -> None:
    body = post_json(client, "/v1/classify", items=ANY, kind="auto", concept="critical")
    results = body["results"]
    kinds = ["composition", "formula", "mention", "formula", "mention", "mention"]
    assert [each["kind"] for each in results] == kinds
    alloy = [(each["symbol"], each["weight_percent"]) for each in results[0]["contains"]]
    assert alloy == [("Ti", 90), ("Al", 6), ("V", 4)]
    assert results[0]["warnings"] == ["The numbers are read as per cent by weight."]
    assert [each["symbol"] for each in results[1]["contains"]] == ["Nd", "Fe", "B"]
    assert "Read as CaCO3" in results[3]["warnings"][0]
    assert not [each for each in (results[2], *results[4:]) if "contains" in each]
    assert (results[2]["symbol"], results[5]["material"]) == ("Cu", "graphite")


def test_several_things_of_a_register_of_mines_are_given_each(client: Client) -> None:
    asked = {"kind": "auto", "concept": "critical"}
    body = post_json(client, "/v1/classify", items=["Gold; Barite", "coal, foo"], **asked)
    (several, unread) = body["results"]
    assert (several["kind"], several["symbol"]) == ("several", None)
    assert several["contains"] == [{"symbol": "Au"}, {"material": "barite"}]
    assert (list(body["elements"]), list(body["materials"])) == (["Au"], ["coal", "barite"])
    on = body["lists"]["critical"]["European Union"]
    assert on == {"elements": [], "materials": ["barite"]}
    assert (unread["kind"], unread["material"]) == ("mention", "coal")
    (row,) = table(client, "goods\nGold; Barite\n", column="goods", **asked)
    assert (row["symbol"], row["material"], row["contains"]) == ("Au", "barite", "Au;barite")
    assert row["verdict_critical"] == "Au=on-some;barite=on-some"


@pytest.mark.parametrize("detail", ["brief", "full"])
def test_lists_name_what_an_alloy_contains(
    client: Client, catalogue: Catalogue, detail: str
) -> None:
    concepts = ["critical", "strategic"]
    asked = {"items": ["Nd2Fe14B", "copper"], "kind": "auto", "concept": concepts}
    body = post_json(client, "/v1/classify", **asked, detail=detail)
    (neodymium,) = View(catalogue).summaries("Nd", "critical")
    (iron,) = View(catalogue).summaries("Fe", "critical")
    assert list(body["lists"]) == concepts
    on = [each["elements"] for each in body["lists"]["critical"].values()]
    assert sum("Nd" in each for each in on) == neodymium.listed_by
    assert sum("Fe" in each for each in on) == iron.listed_by
    assert neodymium.listed_by != iron.listed_by
    # copper is no part of an alloy here
    assert not [each for each in on if "Cu" in each]
    alone = {"items": ["copper"], "kind": "auto", "concept": "critical"}
    assert "lists" not in post_json(client, "/v1/classify", **alone)


def test_an_alloy_of_any_kind_is_summed_up_by_its_elements(client: Client) -> None:
    asked = {"kind": "auto", "concept": "critical", "summary": True}
    body = post_json(client, "/v1/classify", items=["Nd2Fe14B", "Nd", "graphite"], **asked)
    assert (body["distinct_elements"], body["distinct_materials"]) == (3, 1)
    assert body["concepts"]["critical"]["European Union"]["elements"][0] == "Nd"


def test_strictly_a_formula_has_usual_letters_and_an_alloy_exact_symbols(client: Client) -> None:
    items = ["NaCl", "CACO3", "Cu 60%, Zn 40%", "copper 60%, zinc 40%"]
    loose = post_json(client, "/v1/classify", items=items, kind="auto")["results"]
    strict = post_json(client, "/v1/classify", items=items, kind="auto", strict=True)["results"]
    assert {each["outcome"] for each in loose} == {"ok"}
    assert [each["outcome"] for each in strict] == ["ok", "unknown", "ok", "unknown"]


def test_a_column_of_any_kind_has_columns_for_what_it_contains(client: Client) -> None:
    asked = {"kind": "auto", "concept": "critical"}
    alloy, magnet, copper = table(
        client, "alloy,kind\nTi-6Al-4V,x\nNd2Fe14B,\ncopper,\n", column="alloy", **asked
    )
    assert (alloy["kind"], alloy["classified_kind"]) == ("x", "composition")
    assert (alloy["symbol"], alloy["contains"]) == ("Ti;Al;V", "Ti=90;Al=6;V=4")
    assert (magnet["contains"], magnet["classified_kind"]) == ("Nd;Fe;B", "formula")
    assert magnet["verdict_critical"].startswith("Nd=on-some;Fe=")
    assert (copper["contains"], copper["verdict_critical"]) == ("", "on-some")
    (line,) = ndjson(client, b'"Ti-6Al-4V"\n', **asked)
    assert line["contains"][0] == {"symbol": "Ti", "weight_percent": 90}
    assert line["verdicts"]["critical"].startswith("Ti=on-some;Al=")


def test_a_column_of_headings_has_columns_for_what_stands_in_them(client: Client) -> None:
    body = "name\n" + "".join(f'"{text}"\n' for text, _, _ in HEADINGS)
    rows = table(client, body, kind="header", concept="critical")
    names = ["unit", "fraction", "method", "form", "species", "oxide_of"]
    found = [{name: row[name] for name in names if row[name]} for row in rows]
    assert found == [heading for _, _, heading in HEADINGS]
    assert [row["symbol"] for row in rows] == ["Al", "Cu", "Pb", "Fe", "Pb;S"]
    assert rows[0]["verdict_critical"] == "on-some"
    assert rows[4]["verdict_critical"].startswith("Pb=")
    (line,) = ndjson(client, b'"Al2O3_pct"\n', kind="header")
    assert line["heading"] == HEADINGS[0][2]
    assert "unit" not in table(client, "name\nCu_ppm\n")[0]


def test_a_formula_in_capitals_is_read_with_a_warning_or_refused(client: Client) -> None:
    read = get_json(client, "/v1/formulas?formula=SIO2&concept=critical")
    assert read["symbols"] == ["Si", "O"]
    assert read["warnings"] == ["Read as SiO2, silicon and oxygen, whatever its capitals."]
    usual = validated(client.get("/v1/formulas?formula=SiO2&concept=critical&detail=full")).json
    assert (usual["symbols"], usual["warnings"]) == (["Si", "O"], [])
    refused = validated(client.get("/v1/formulas?formula=INSB")).json
    assert (refused["type"], refused["position"]) == ("/v1/problems/invalid-formula", 1)
    assert "it may be INSB or INSb or InSB: send usual letters" in refused["detail"]
