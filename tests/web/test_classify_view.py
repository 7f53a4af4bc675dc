"""A list of mentions over HTTP: its lines, its pages, its download, its limits."""

import csv
import io
import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from schemas.forms import CONCEPTS_LIMIT
from service.catalogue import Catalogue
from tests.web.conftest import HTML

_LINE = re.compile(r'<td class="num" [^>]*>(\d+)</td><th scope="row">([^<]*)</th><td>([^<]*)')
ALLOY = "Read as a composition. The numbers are read as per cent by weight."
FORMULA = "Read as a formula."
OXIDE = (
    "By the formula of an oxide or another compound of it. Read as Al2O3. Aluminum as its oxide."
)


def posted(client: FlaskClient, **form: object) -> TestResponse:
    return client.post("/classify", data=form, headers=HTML)


@pytest.mark.parametrize(
    ("form", "heading", "lines"),
    [
        (
            {"text": "metal\nSc\n\nNA\nSc\n=1+1", "show": "all"},
            "5 lines: 1 element, 3 lines to check",
            "2 Sc recognised; 3  missing; 4 NA ambiguous; 5 Sc recognised; 6 =1+1 unknown",
        ),
        (
            {"text": "Sc\nCO\nNA\nscandum", "show": "problems", "na": "missing"},
            "4 lines: 2 elements, 2 lines to check",
            "2 CO recognised; 3 NA missing; 4 scandum unknown",
        ),
        (  # each value once with its number, problems first
            {"text": "Sc\nSc\nxyz\nCO\nSc\nY"},
            "6 lines: 3 elements, 1 line to check",
            "1 xyz unknown; 1 CO recognised; 3 Sc recognised; 1 Y recognised",
        ),
        ({"text": "REE"}, "1 line: 0 elements, 1 line to check", "1 REE names a class"),
    ],
)
def test_a_list_becomes_a_table(
    client: FlaskClient, form: dict[str, str], heading: str, lines: str
) -> None:
    answer = posted(client, **form)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert heading in answer.text
    assert "; ".join(map(" ".join, _LINE.findall(answer.text))) == lines


@pytest.mark.parametrize(
    ("form", "head", "rows"),
    [
        (
            {"text": "site,metal,state_rare-earth\nNorth,Sc,dry\nSouth,,wet", "column": "2"},
            "line,site,metal,state_rare-earth,outcome,symbol,name,atomic_number,"
            "classifier_state_rare-earth,yes_rare-earth,no_rare-earth,silent_rare-earth,remark",
            ["2,North,Sc,dry,ok,Sc,Scandium,21,disputed,", "3,South,,wet,missing,,,,,,,,"],
        ),
        ({"text": "1;Sc\n2;Y;more"}, "line,input,outcome,", ["1,1;Sc,unk", "2,2;Y;more,unk"]),
        ({"text": "1;Sc\n2;Y"}, "line,column_1,column_2,", ["1,1,Sc,ok,Sc,", "2,2,Y,ok,Y,"]),
        (  # no formula that a spreadsheet would run
            {"file": (io.BytesIO("id;metal\n1;Sc\n2;=1+1\n".encode("utf-8-sig")), "list.csv")},
            "line,id,metal,outcome,",
            ["2,1,Sc,ok,Sc,Scandium,21,disputed,", "3,2,'=1+1,unknown,,,,"],
        ),
        (
            {"text": "bauxite\nSc", "concept": ["rare-earth", "critical"]},
            "line,input,outcome,symbol,name,atomic_number,state_rare-earth,yes_rare-earth,"
            "no_rare-earth,silent_rare-earth,state_critical,yes_critical,",
            [
                "1,bauxite,ok,,bauxite,,nobody says,0,0,0,on some lists,",
                "2,Sc,ok,Sc,Scandium,21,dis",
            ],
        ),
    ],
)
def test_a_list_becomes_csv(
    client: FlaskClient, form: dict[str, object], head: str, rows: list[str]
) -> None:
    answer = posted(client, **form, format="csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["Content-Disposition"]
    lines = answer.data.decode("utf-8-sig").splitlines()
    starts = [head, *rows]
    assert [line[: len(start)] for line, start in zip(lines, starts, strict=True)] == starts


@pytest.mark.parametrize(
    ("typed", "kind", "symbols", "remark"),
    [
        ("Ti-6Al-4V", None, ["Ti", "Al", "V"], ALLOY),
        ("NdFeB", None, ["Nd", "Fe", "B"], FORMULA),
        ("gold and barite", None, ["Au", ""], "Read as several things."),
        ("Nd2O3", None, ["Nd", "O"], FORMULA),
        ("CO", "formula", ["C", "O"], ""),
        ("Al2O3_pct", "header", ["Al"], OXIDE),
        ("copper", None, ["Cu"], "By its name in English."),
        ("скандий", None, ["Sc"], "By its name in Russian, Bulgarian."),
        ("7440-20-2", None, ["Sc"], "By its CAS number."),
    ],
)
def test_a_line_says_how_it_was_read(
    client: FlaskClient, typed: str, kind: str | None, symbols: list[str], remark: str
) -> None:
    form = {"text": typed, "format": "csv"} | ({"kind": kind} if kind else {})
    _, *rows = csv.reader(posted(client, **form).text.splitlines())
    assert [row[3] for row in rows] == symbols
    assert {row[-1] for row in rows} == {remark}


@pytest.mark.parametrize(("page", "shown", "others"), [("2", 2, "13"), ("9", 3, "2")])
def test_another_page_is_a_button(client: FlaskClient, page: str, shown: int, others: str) -> None:
    answer = posted(client, text="\n".join(["Sc"] * 450), show="all", page=page)
    assert f"Page {shown} of 3, 450 lines" in answer.text
    assert re.findall(r'name="page" value="(\d)"', answer.text) == [*others]
    assert len(_LINE.findall(answer.text)) == {2: 200, 3: 50}[shown]


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        ("", 200, "The list is empty"),
        ("Sc", 200, "<title>1 line classified"),
        ("\n".join(["Sc"] * 10_000), 200, "10000 lines"),
        ("\n".join(["Sc"] * 10_001), 413, "A list has at most 10,000 lines, not 10,001"),
        ("Sc\n" * 400_000, 413, "too large"),
    ],
)
def test_a_list_has_10_000_lines_at_most(
    client: FlaskClient, text: str, status: int, said: str
) -> None:
    answer = posted(client, text=text)
    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    assert said in answer.text


@pytest.mark.parametrize("number", [CONCEPTS_LIMIT, CONCEPTS_LIMIT + 1])
def test_a_list_takes_a_few_concepts(
    client: FlaskClient, catalogue: Catalogue, number: int
) -> None:
    chosen = list(catalogue.concepts)[:number]
    answer = posted(client, text="Sc\nCO", concept=chosen)
    if number > CONCEPTS_LIMIT:
        assert answer.status_code == 422
        assert f"than maximum length {CONCEPTS_LIMIT}" in answer.text
        return
    assert answer.status_code == 200
    heads = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', answer.text)
    assert heads[4:-1] == [catalogue.concepts[id_].label for id_ in chosen]
    boxes = re.findall(r'name="concept" value="([^"]+)" checked', answer.text)
    assert sorted(boxes) == sorted(chosen)
