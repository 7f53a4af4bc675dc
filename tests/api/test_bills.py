"""``POST /v1/bom``: a real battery, and rows that cannot be decided."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

from tests.support.shapes import post_json, validated

BOM = "/v1/bom"
BATTERY = json.loads((Path(__file__).parents[1] / "answers" / "battery_bill.json").read_text())
"""The composition of a battery as its maker publishes it, and where."""
EU = {"concept": "critical", "jurisdiction": "EU"}


def answered(client: Client, rows: list[Any], **more: Any) -> Any:
    return post_json(client, BOM, rows=rows, **more)


def one(client: Client, **row: Any) -> Any:
    """Give what the EU's list of critical raw materials holds on one row."""
    return answered(client, [row], **EU)["rows"][0]


def held(row: Any) -> tuple[str, Any]:
    """Give the status of a row on the only list of an answer, and what is told with it."""
    for status in ("named", "as_material_only", "undecided"):
        if row[status]:
            return status, row[status]["critical"]["European Union"]
    return ("not_named", None) if row["not_named"] else ("unread", None)


def test_a_battery_is_read_by_its_rows(client: Client) -> None:
    assert BATTERY["origin"].startswith("https://")
    answer = answered(client, BATTERY["rows"], **EU)
    named = {0: ["Co", "Li"], 2: ["Al"], 3: ["graphite"], 6: ["Cu"]}
    assert [held(row) for row in answer["rows"]] == [
        ("named", named[place]) if place in named else ("unread", None) for place in range(10)
    ]
    assert all(row["reasons"] for row in answer["rows"] if row["status"] == "undecided")
    assert answer["summary"]["mass_percent"] == 100
    assert answer["summary"]["lists"]["critical"]["European Union"] == {
        "named": 4,
        "as_material_only": 0,
        "undecided": 6,
        "not_named": 0,
        "mass_percent_named": 72.18,
    }
    assert answer["lists"] == {"critical": {"European Union": ["eu-critical-2024"]}}
    assert answer["editions"]["eu-critical-2024"]["source"]
    assert answer["answer"] == (
        "Lists in force on 2026-11-28 name something in 4 of 10 rows. Not read, and so "
        "undecided: 6; see `reasons`."
    )


def test_the_same_battery_on_another_day_is_on_other_lists(client: Client) -> None:
    answer = answered(client, BATTERY["rows"], **EU, as_of="2018-01-01")
    assert answer["lists"]["critical"]["European Union"] == ["eu-critical-2017"]
    cathode, aluminium, graphite, copper = (answer["rows"][place] for place in (0, 2, 3, 6))
    assert held(cathode) == ("named", ["Co"])
    assert [held(row)[0] for row in (aluminium, copper)] == ["not_named", "not_named"]
    assert held(graphite)[0] == "undecided"
    assert "graphite-natural" in held(graphite)[1]


def test_every_jurisdiction_has_one_word_on_every_row_that_was_read(client: Client) -> None:
    answer = answered(client, BATTERY["rows"])
    places = sorted((c, j) for c, lists in answer["lists"].items() for j in lists)
    assert len(places) > 30
    for row in answer["rows"]:
        words = [row[word] for word in ("named", "as_material_only", "undecided", "not_named")]
        told = sorted((c, j) for word in words for c, lists in word.items() for j in lists)
        assert told == (places if row["status"] == "decided" else [])


@pytest.mark.parametrize(
    ("row", "elements", "material", "on"),
    [
        ({"formula": "C3H4O3"}, "CHO", None, ("as_material_only", ["coking-coal", "graphite"])),
        ({"name": "natural graphite"}, "", "graphite-natural", ("named", ["graphite-natural"])),
        ({"name": "iron", "formula": "Fe"}, ["Fe"], None, ("not_named", None)),
    ],
)
def test_an_element_is_never_named_by_a_material_nor_the_other_way_round(
    client: Client, row: dict[str, str], elements: str, material: str | None, on: tuple[str, Any]
) -> None:
    answer = one(client, **row)
    assert (answer["elements"], answer["material"]) == (list(elements), material)
    assert held(answer) == on


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"name": "cobalt", "cas": "7440-02-0"}, "The name is that of Co, the CAS number that"),
        ({"name": "cobalt", "formula": "NiO"}, "the formula is without it"),
        ({"name": "carbon", "cas": "7782-42-5"}, "The CAS number is not that of C itself"),
        ({"cas": "7440-48-4", "formula": "CoO"}, "The CAS number is that of Co itself"),
        ({"name": "fluorspar", "formula": "NaCl"}, "The name is that of fluorspar (F and Ca)"),
        ({"name": "rare earths"}, "names no single element"),
        ({"name": "NA"}, "sodium in another case, or a missing value"),
        ({"name": 29}, "29 may mean Cu"),
        ({"name": "CO"}, "'CO' may mean Co"),
        ({"name": ["Sc"]}, "Send text"),
        ({"cas": 7440508}, "A CAS number is a text such as 7440-50-8."),
        ({"cas": "12190-79-3"}, "not that of an element"),
        ({"cas": "7440-50-9"}, "cas: "),
        ({"formula": "Qx2"}, "'Qx' is no element's symbol"),
        ({"formula": "LiNiO2" * 100}, "A formula has at most 500 characters"),
        ({"formula": 5}, "Send a formula as text."),
        ({"name": "stainless steel casing"}, "name: Nothing matches"),
        ({"name": "", "cas": None}, "No name, CAS number or formula is given."),
        ({"nam": "cobalt"}, "Unknown member 'nam'. Known: name, cas, formula, mass_percent."),
    ],
)
def test_a_row_not_read_is_undecided_with_why(
    client: Client, row: dict[str, Any], told: str
) -> None:
    answer = one(client, **row)
    assert (answer["status"], answer["elements"], answer["material"]) == ("undecided", [], None)
    assert held(answer) == ("unread", None)
    assert told in " ".join(answer["reasons"])
    assert answer["input"] == row


@pytest.mark.parametrize("row", [None, 5, "cobalt", ["cobalt"]])
def test_a_row_that_is_no_object_is_undecided(client: Client, row: Any) -> None:
    (answer,) = answered(client, [row], **EU)["rows"]
    told = "A row is an object with name, cas, formula and mass_percent."
    assert (answer["status"], answer["reasons"]) == ("undecided", [told])
    assert answered(client, [])["answer"].startswith("The bill is empty: send rows with a name")


def test_a_formula_that_was_not_read_leaves_open_what_else_is_in_the_row(client: Client) -> None:
    iron = one(client, name="iron", formula="FeMX")
    assert (iron["status"], iron["elements"]) == ("decided", ["Fe"])
    assert held(iron) == ("undecided", "Not all elements of the row are known.")
    cobalt = one(client, name="cobalt", formula="CoMX")
    assert held(cobalt) == ("named", ["Co"])
    assert "formula: " in cobalt["reasons"][0]


def test_a_name_not_read_may_be_a_listed_material_without_a_formula(client: Client) -> None:
    status, reason = held(one(client, name="mystery", formula="Fe"))
    assert status == "undecided"
    assert "feldspar" in reason


def test_an_alloy_by_name_leaves_open_what_else_is_in_it(client: Client) -> None:
    assert held(one(client, name="steel")) == (
        "undecided",
        "Not all elements of the row are known.",
    )
    status, reason = held(one(client, name="ferronickel"))
    assert status == "undecided"
    assert reason.startswith("The list is silent on ferronickel.")
    (row,) = answered(client, [{"name": "steel", "formula": "Fe"}], **EU)["rows"]
    assert row["not_named"] == {"critical": ["European Union"]}


def test_a_suspended_list_decides_nothing(client: Client) -> None:
    answer = answered(client, [{"name": "holmium"}], concept="export-controlled", jurisdiction="CN")
    (row,) = answer["rows"]
    assert "cn-mofcom-57-2025" in answer["lists"]["export-controlled"]["China"]
    assert "is suspended on that day" in row["undecided"]["export-controlled"]["China"]


@pytest.mark.parametrize(
    ("given", "mass"),
    [(0, 0), (100, 100), ("12.5", 12.5), (100.1, None), (-1, None), ("a", None), (True, None)],
)
def test_a_mass_per_cent_is_a_number_up_to_a_hundred(client: Client, given: Any, mass: Any) -> None:
    row = one(client, name="cobalt", mass_percent=given)
    assert row["mass_percent"] == mass
    assert bool(row["reasons"]) == (mass is None)
    assert held(row) == ("named", ["Co"])


def test_a_thousand_rows_of_a_table_are_read_and_one_more_is_refused(client: Client) -> None:
    for rows, status in ((1_000, 200), (1_001, 413)):
        answer = client.post(BOM, data=b"name\n" + b"Co\n" * rows, content_type="text/csv")
        assert answer.status_code == status
    assert (answer.json["limit"], answer.json["unit"]) == (1_000, "rows")


def test_a_table_keeps_its_own_cells_and_says_the_same(client: Client) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["Part", "Name", "CAS", "Formula", "Mass percent"])
    for number, row in enumerate(BATTERY["rows"]):
        known = [row.get(name, "") for name in ("name", "cas", "formula", "mass_percent")]
        writer.writerow([f"=A{number}", *known])
    asked = f"{BOM}?concept=critical&jurisdiction=EU&delimiter=semicolon"
    answer = client.post(asked, data=out.getvalue().encode(), content_type="text/csv")
    assert (answer.status_code, answer.content_type) == (200, "text/csv; charset=utf-8")
    head, *rows = csv.reader(io.StringIO(answer.text, newline=""), delimiter=";")
    assert head[5:] == ["status", "elements", "material", "reasons", "critical: European Union"]
    assert [row[0] for row in rows] == [f"=A{number}" for number in range(10)]
    assert rows[0][5:8] == ["decided", "Co;Li;O", "lithium-cobalt-oxide"]
    assert [row[9].partition(":")[0] for row in rows] == [
        {"named": "named", "unread": "undecided"}[held(row)[0]]
        for row in answered(client, BATTERY["rows"], **EU)["rows"]
    ]
    assert rows[0][9] == "named: Co;Li"


def test_a_broken_row_of_a_table_is_undecided(client: Client) -> None:
    table = 'name,formula\nSc\n\nY,"a"b\ncobalt,\n'
    answer = client.post(f"{BOM}?concept=critical", data=table, content_type="text/csv")
    rows = list(csv.reader(io.StringIO(answer.text, newline="")))[1:]
    assert [row[2] for row in rows] == ["decided", "undecided", "undecided", "decided"]
    assert "Not CSV" in rows[2][5]


HEAD = "The first line must be a head with name, cas or formula."


@pytest.mark.parametrize(
    ("body", "told"),
    [
        *((b"", HEAD), (b"Sc\n", HEAD), (b"mass_percent\n5\n", HEAD)),
        (b"name;cas\nSc;\n", "send delimiter=semicolon"),
        (b"name,Name\nSc,Y\n", "'name' stands twice in the head."),
        (b"name\n\xe9\n", "The table is not UTF-8, perhaps Windows-1252."),
        (b"{}", "Missing data for required field."),
        (b'{"rows": {}}', "Not a valid list."),
        (b'{"rows": [], "concept": "rare-earth"}', "rare-earth is no listing: ask for critical,"),
        (b'{"rows": [], "jurisdiction": "Atlantis"}', "There is no jurisdiction"),
        (b'{"rows": [], "column": "name"}', "Unknown parameter."),
    ],
)
def test_a_wrong_table_or_body_says_why(client: Client, body: bytes, told: str) -> None:
    media_type = "application/json" if body.startswith(b"{") else "text/csv"
    refused = validated(client.post(BOM, data=body, content_type=media_type))
    assert refused.status_code == 422
    assert told in refused.json["detail"]


def test_a_body_of_another_type_is_told_both_that_are_read(client: Client) -> None:
    refused = validated(client.post(BOM, data="Sc", content_type="text/plain"))
    assert (refused.status_code, refused.headers["Accept"]) == (415, "application/json, text/csv")
    refused = validated(client.post(f"{BOM}?concept=critical", json={"rows": []}))
    assert refused.status_code == 422
    assert "every parameter stands in the body" in refused.json["detail"]
