"""One answer in several representations, and the questions that spreadsheets and shells ask."""

import csv
import io
import json
from typing import Any

import pytest
from werkzeug.test import Client

import element_classifier as library
from service.catalogue import Catalogue, View
from tests.support.shapes import validated

SC = "/v1/elements/Sc"
CHECK = "/v1/check?element=scandium&concept=rare-earth"
LIST = "/v1/elements?authority=izvestia"
RESOLVE = "/v1/resolve?q=caesium&q=CO&q=unobtainium&q=%2B1"
TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}
TYPES |= {"text": "text/plain; charset=utf-8", "ndjson": "application/x-ndjson"}


def asked(client: Client, address: str, **headers: str) -> Any:
    answer = validated(client.get(address, headers=headers))
    assert answer.status_code == 200, answer.text
    return answer


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer = asked(client, f"{address}&format=csv" if "?" in address else f"{address}?format=csv")
    assert answer.content_type == TYPES["csv"]
    assert answer.text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


@pytest.mark.parametrize(
    ("address", "format_"),
    [
        *((f"{SC}?", format_) for format_ in ("json", "csv", "text")),
        *((f"{CHECK}&", format_) for format_ in ("json", "csv", "text")),
        *((f"{RESOLVE}&", format_) for format_ in ("json", "csv", "text", "ndjson")),
        *((f"{LIST}&", format_) for format_ in ("json", "csv", "ndjson")),
    ],
)
def test_a_form_is_asked_by_parameter_or_header(client: Client, address: str, format_: str) -> None:
    chosen = asked(client, f"{address}format={format_}", Accept="image/png")
    accepted = asked(client, address.rstrip("?&"), Accept=TYPES[format_].partition(";")[0])
    assert chosen.content_type == accepted.content_type == TYPES[format_]
    assert chosen.data == accepted.data
    assert chosen.headers["ETag"] == accepted.headers["ETag"]
    assert chosen.headers["Vary"] == accepted.headers["Vary"] == "Accept"


@pytest.mark.parametrize("address", [f"{SC}?", f"{CHECK}&"])
def test_ndjson_is_refused_where_there_is_one_answer(client: Client, address: str) -> None:
    refused = validated(client.get(f"{address}format=ndjson"))
    assert (refused.status_code, refused.json["errors"][0]["parameter"]) == (422, "format")
    header = {"Accept": "application/x-ndjson"}
    assert validated(client.get(address.rstrip("?&"), headers=header)).status_code == 406
    preferred = asked(client, address.rstrip("?&"), Accept="text/csv;q=0.5, application/json")
    assert preferred.content_type == TYPES["json"]


@pytest.mark.parametrize(
    "address",
    [f"{SC}?", f"{SC}?concept=rare-earth&", "/v1/elements/Sc?detail=full&", f"{CHECK}&"],
)
def test_text_is_the_answer_on_one_line(client: Client, address: str) -> None:
    text = asked(client, f"{address}format=text").text
    brief = asked(client, address.replace("detail=full&", "").rstrip("?&")).json
    assert text == f"{brief['answer']}\n"
    assert text.count("\n") == 1


def test_a_table_has_a_row_an_authority(client: Client, catalogue: Catalogue) -> None:
    (voices,) = View(catalogue).summaries("Sc", "rare-earth")
    authorities = catalogue.authorities
    assert [tuple(row.items()) for row in rows(client, f"{SC}?concept=rare-earth")] == [
        (
            *(("symbol", "Sc"), ("concept", "rare-earth"), ("verdict", "disputed")),
            ("position", voice.stand),
            ("authority", authorities[voice.authority].short),
            ("kind", authorities[voice.authority].kind),
            *(("edition", voice.edition), ("status", voice.status or "")),
        )
        for voice in (*voices.included, *voices.excluded, *voices.silent, *voices.contradictory)
    ]


def test_resolved_mentions_are_lines_of_text_rows_or_objects(client: Client) -> None:
    assert asked(client, f"{RESOLVE}&format=text").text == "Cs\nCo\n\n\n"
    table = rows(client, RESOLVE)
    assert [(row["input"], row["outcome"], row["symbol"], row["by"]) for row in table] == [
        ("caesium", "ok", "Cs", "name"),
        ("CO", "ok", "Co", "symbol-case-folded"),
        ("unobtainium", "unknown", "", ""),
        ("'+1", "unknown", "", ""),
    ]
    assert table[1]["warnings"]
    assert table[2]["problem"].startswith("Nothing matches")
    lines = asked(client, f"{RESOLVE}&format=ndjson").text.splitlines()
    assert [json.loads(line) for line in lines] == asked(client, RESOLVE).json["results"]


@pytest.mark.parametrize(
    ("query", "verdict"),
    [
        ("element=He&concept=critical&authority=EU&as_of=2021-06-30", "contradicted"),
        ("element=He&concept=critical&authority=EU&as_of=2018-06-30", "supported"),
        ("element=21&concept=rare-earth", "disputed"),
        ("element=Y&concept=dispersed-metal&authority=izvestia&authority=iupac", "silent"),
    ],
)
def test_a_check_takes_authorities_and_a_day(client: Client, query: str, verdict: str) -> None:
    body = asked(client, f"/v1/check?{query}").json
    assert body["verdict"] == verdict
    if "as_of=" in query:
        assert body["as_of"] == query.rpartition("as_of=")[2]
    concepts = {row["concept"] for row in rows(client, f"/v1/check?{query}")}
    assert concepts == {body["input"]["concept"]}


@pytest.mark.parametrize(
    ("query", "element", "concepts"),
    [
        ("element=helium", "He", None),
        ("concept=critical&concept=strategic", None, {"critical", "strategic"}),
        ("element=He&concept=critical", "He", {"critical"}),
    ],
)
def test_changes_are_chosen_by_element_and_by_concepts(
    client: Client, query: str, element: str | None, concepts: set[str] | None
) -> None:
    kept = [
        change
        for change in asked(client, "/v1/changes").json["changes"]
        if (element is None or element in change["elements"])
        and (concepts is None or change["concept"] in concepts)
    ]
    body = asked(client, f"/v1/changes?{query}").json
    assert (body["changes"], body["count"]) == (kept, len(kept))
    assert kept
    table = rows(client, f"/v1/changes?{query}")
    assert [row["elements"] for row in table] == [";".join(each["elements"]) for each in kept]


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/"])
def test_a_start_answers_with_links(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.json["links"]["element"] == SC
    assert answer.json == client.get("/").json


@pytest.mark.parametrize("asked_of", ["check?element=graphite&", "materials/graphite?"])
def test_a_material_is_in_no_class_of_elements(client: Client, asked_of: str) -> None:
    address = f"/v1/{asked_of}concept=rare-earth"
    said = "Rare-earth element is a class of elements; graphite is a material. "
    said += "Ask about its elements: C."
    assert asked(client, address).json["answer"] == said
    assert asked(client, f"{address}&format=text").text == f"{said}\n"


def test_a_doubtful_reading_is_told_in_text_and_in_checks(client: Client) -> None:
    doubt = "Read as cobalt (Co). As a formula it is carbon and oxygen: /v1/formulas?formula=CO"
    check = "/v1/check?element=CO&concept=critical"
    assert asked(client, check).json["warnings"] == [doubt]
    for address in ("/v1/elements/CO?", f"{check}&"):
        assert asked(client, f"{address}format=text").text.endswith(f" {doubt}\n")
    assert "warnings" not in asked(client, CHECK).json
    for detail in ("brief", "full"):
        checks = [{"element": each, "concept": "critical"} for each in ("CO", "Co")]
        many = validated(client.post("/v1/check", json={"checks": checks, "detail": detail})).json
        assert [each.get("warnings") for each in many["results"]] == [[doubt], None]


def test_a_check_takes_what_na_means(client: Client) -> None:
    check = "/v1/check?element=NA&concept=alkali-metal"
    assert "na=sodium" in validated(client.get(check)).json["detail"]
    assert asked(client, f"{check}&na=sodium").json["verdict"] == "supported"
    items = [{"element": "NA", "concept": "alkali-metal", "na": each} for each in ("sodium", "x")]
    many = validated(client.post("/v1/check", json={"checks": items})).json["results"]
    assert many[0]["symbol"] == "Na"
    assert "sodium, missing" in str(many[1])


@pytest.mark.parametrize(
    ("mention", "name", "symbol"),
    [
        ("nickel sulfate", "nickel", "Ni"),
        ("nickel compounds", "nickel", "Ni"),
        ("nickel alloys", "nickel", "Ni"),
        ("yttrium ore", "yttrium", "Y"),
    ],
)
def test_a_check_answers_on_no_element_for_its_compound(
    client: Client, mention: str, name: str, symbol: str
) -> None:
    meant = f"{mention!r} names a compound, alloy or ore of {name}, which is no material here."
    answer = client.get("/v1/check", query_string={"element": mention, "concept": "critical"})
    assert validated(answer).json["detail"].startswith(meant)
    items = [{"element": mention, "concept": "critical"}]
    (one,) = validated(client.post("/v1/check", json={"checks": items})).json["results"]
    assert one["verdict"] is None
    assert one["problem"]["suggestions"] == [symbol]
    with pytest.raises(library.UnknownMentionError, match="no material here"):
        library.check(mention, "critical")


def test_a_material_that_is_not_known_keeps_the_reason(client: Client) -> None:
    said = validated(client.get("/v1/materials/sodium%20bromide")).json["detail"]
    assert said.startswith("'sodium bromide' is a compound of sodium")
    assert "The data have no material called 'sodium bromide'" in said


def test_a_compound_that_is_no_material_leads_to_its_element(client: Client) -> None:
    answer = validated(client.get("/v1/materials/nickel%20sulfate")).json
    assert answer["suggestions"] == ["/v1/elements/Ni"]
    assert "A compound is meant" in answer["detail"]
