"""Batches line by line: NDJSON and CSV, with nothing lost and nothing reordered."""

import csv
import errno
import io
import json
from typing import Any

import pytest
from werkzeug.test import Client

from service.api.bulk import columns, uploads
from service.catalogue import Catalogue, View
from service.columns import lines
from service.columns.writers import CSV, NDJSON


def ndjson(client: Client, body: bytes, **query: Any) -> list[dict[str, Any]]:
    answer = client.post("/v1/classify", query_string=query, data=body, content_type=NDJSON)
    assert (answer.status_code, answer.content_type) == (200, NDJSON), answer.text
    return [json.loads(line) for line in answer.text.splitlines()]


def table(client: Client, body: str | bytes, **query: Any) -> list[dict[str, str]]:
    answer = client.post("/v1/classify", query_string=query, data=body, content_type=CSV)
    assert (answer.status_code, answer.mimetype) == (200, CSV), answer.text
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def plain_rows(client: Client, body: str | bytes, **query: Any) -> list[list[str]]:
    answer = client.post("/v1/classify", query_string=query, data=body, content_type=CSV)
    assert (answer.status_code, answer.mimetype) == (200, CSV)
    text = answer.data.decode("utf-8", "surrogateescape")
    return list(csv.reader(io.StringIO(text, newline="")))


def refused(
    client: Client, body: bytes, media_type: str, path: str = "/v1/classify", **query: Any
) -> dict[str, Any]:
    answer = client.post(path, query_string=query or None, data=body, content_type=media_type)
    assert answer.content_type == "application/problem+json"
    return {"status": answer.status_code, **answer.json}


def test_each_line_has_its_outcome_in_order_and_bad_ones_say_why(client: Client) -> None:
    body = '"Sc"\n"иттрий"\r\n21\n\n{bad\n["x"]\nnull\n"NA"\n"Sc"'.encode()
    found = ndjson(client, body, concept="rare-earth")
    assert [line["line"] for line in found] == list(range(1, 10))
    assert [line["outcome"] for line in found] == [
        *("ok", "ok", "ok", "missing", "invalid", "invalid", "missing", "ambiguous", "ok")
    ]
    assert [line["symbol"] for line in found[:3]] == ["Sc", "Y", "Sc"]
    assert (found[0]["by"], found[0]["verdicts"]) == ("symbol", {"rare-earth": "disputed"})
    assert found[4]["problem"]["type"] == "/v1/problems/malformed-line"
    assert found[5]["input"] == ["x"]
    assert {**found[8], "line": 1} == found[0]


def test_without_a_concept_there_is_no_verdict(client: Client) -> None:
    assert [line["verdicts"] for line in ndjson(client, b'"Sc"\n')] == [{}]
    assert not [name for name in table(client, "metal\nSc\n")[0] if "verdict" in name]


def test_each_concept_has_a_verdict_of_its_own(client: Client) -> None:
    concepts = ["rare-earth", "critical"]
    (line,) = ndjson(client, b'"Sc"\n', concept=concepts)
    assert line["verdicts"] == {"rare-earth": "disputed", "critical": "on-some"}
    (row,) = table(client, "metal\nSc\n", concept=concepts)
    verdicts = {name: value for name, value in row.items() if name.startswith("verdict_")}
    assert verdicts == {"verdict_rare-earth": "disputed", "verdict_critical": "on-some"}


def test_a_line_is_read_as_the_same_item_of_a_json_batch(client: Client) -> None:
    items = ["Sc", "CO", "7440-20-2", "U-235", "REE", None, True, 119, 21.0, "unobtainium", [1]]
    asked = {"items": items, "detail": "full"}
    batch = client.post("/v1/classify", json=asked).json["results"]
    body = "".join(json.dumps(item) + "\n" for item in items).encode()
    for line, result in zip(ndjson(client, body), batch, strict=True):
        for name in ("input", "outcome", "symbol", "symbols", "warnings", "problem"):
            assert line[name] == result[name]
        assert line["by"] == (result["resolution"] or {"by": None})["by"]


def test_distinct_values_are_answered_once_with_their_counts(client: Client) -> None:
    found = ndjson(client, b'"Sc"\n"Y"\n"Sc"\n{bad\n"Sc"\n{bad\n', distinct="true")
    assert [(line["input"], line["count"]) for line in found] == [("Sc", 3), ("Y", 1), (None, 2)]
    batch = client.post(
        "/v1/classify", json={"items": ["Sc", "Y", "Sc", [1], [1]], "distinct": True}
    )
    assert [(r["index"], r["input"], r["count"]) for r in batch.json["results"]] == [
        (0, "Sc", 2),
        (1, "Y", 1),
        (3, [1], 2),
    ]
    assert batch.json["summary"]["items"] == 5


def test_distinct_cells_of_a_column_are_those_of_its_lines(client: Client) -> None:
    body = 'id,metal\n1,Sc\n2,"иттрий"\n3\n\n4,Sc\n5\n6,"a""b"\n\n'
    found = table(client, body, column="metal", distinct="true")
    assert [(row["count"], row["outcome"], row["value"]) for row in found] == [
        ("2", "ok", "Sc"),
        ("1", "ok", "иттрий"),
        ("2", "invalid", ""),
        ("2", "missing", ""),
        ("1", "unknown", 'a"b'),
    ]


def test_a_table_comes_back_with_its_own_cells_and_ours_behind_them(client: Client) -> None:
    body = 'id,metal,note\n1,Sc,"two\nlines"\n2,"a,b","say ""no"""\n'
    head, first, second = plain_rows(client, body, column="metal")
    assert head[:3] == ["id", "metal", "note"]
    assert first[:3] == ["1", "Sc", "two\nlines"]
    assert second[:3] == ["2", "a,b", 'say "no"']
    ours = dict(zip(head[3:], first[3:], strict=True))
    assert (ours["outcome"], ours["symbol"], ours["by"]) == ("ok", "Sc", "symbol")


def test_a_line_of_another_length_keeps_our_columns_in_their_places(client: Client) -> None:
    head, short, long = plain_rows(client, "id,metal\n1\n2,Y,more,cells\n", column="metal")
    place = head.index("outcome")
    assert (short[:2], short[place]) == (["1", ""], "invalid")
    assert (long[:2], long[place], long[-2:]) == (["2", "Y"], "ok", ["more", "cells"])
    assert len(head) == len(short) == len(long) - 2


def test_a_column_of_the_users_with_our_name_keeps_it(client: Client) -> None:
    (row,) = table(client, "symbol,outcome\nsc,mine\n", column="symbol")
    assert (row["symbol"], row["outcome"]) == ("sc", "mine")
    assert (row["classified_symbol"], row["classified_outcome"]) == ("Sc", "ok")


def test_a_column_is_chosen_by_name_or_number(client: Client) -> None:
    body = 'id;metal\n1;Sc\n2;"a;b"\n3\n\n5;scandum\n'
    found = table(client, body, column="metal", delimiter="semicolon")
    assert [(row["id"], row["metal"], row["outcome"]) for row in found] == [
        ("1", "Sc", "ok"),
        ("2", "a;b", "unknown"),
        ("3", "", "invalid"),
        ("", "", "missing"),
        ("5", "scandum", "unknown"),
    ]
    assert found[4]["problem"] == "Nothing matches 'scandum'. Did you mean Sc?"
    headless = {"column": "2", "delimiter": "tab", "header": "false"}
    rows = plain_rows(client, "1\tSc\n2\tY\n", **headless)
    assert [row[:4] for row in rows] == [["1", "Sc", "ok", "Sc"], ["2", "Y", "ok", "Y"]]


def test_one_column_needs_no_choice_and_a_byte_order_mark_is_no_part_of_it(
    client: Client,
) -> None:
    assert [row["symbol"] for row in table(client, "\ufeffmetal\nSc\n".encode())] == ["Sc"]
    (row,) = plain_rows(client, "\ufeffSc\n".encode(), header="false")
    assert row[:3] == ["Sc", "ok", "Sc"]


def test_a_quoted_cell_may_hold_line_ends_and_a_broken_quote_loses_only_itself(
    client: Client,
) -> None:
    body = 'metal,note\nSc,"two\nlines"\n"Y" x,bad\nCe,fine\nLa,"never closed\nmore\n'
    found = table(client, body, column="metal")
    assert [(row["note"], row["outcome"], row["symbol"]) for row in found] == [
        ("two\nlines", "ok", "Sc"),
        ("", "invalid", ""),
        ("fine", "ok", "Ce"),
        ("", "invalid", ""),
    ]
    assert "in lines 4 to 4" in found[1]["problem"]
    assert "in lines 6 to 7" in found[3]["problem"]


RUN = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
"""The first characters of cells that a spreadsheet may run."""


@pytest.mark.parametrize("start", RUN, ids=ascii)
def test_a_cell_of_ours_that_a_spreadsheet_would_run_is_disarmed(
    client: Client, start: str
) -> None:
    asked = {"q": [f"{start}1", f"1{start}"], "format": "csv"}
    answer = client.get("/v1/resolve", query_string=asked)
    _, run, harmless = csv.reader(io.StringIO(answer.text, newline=""))
    assert run[0] == f"'{start}1"
    assert harmless[0] == f"1{start}"


@pytest.mark.parametrize("start", RUN, ids=ascii)
def test_the_users_own_cells_come_back_as_they_are(client: Client, start: str) -> None:
    (_, row) = plain_rows(client, f'metal,note\nSc,"{start}1"\n', column="metal")
    assert row[:2] == ["Sc", f"{start}1"]


FORMULAS = ["SmCo5", "Sm", "YAG:Ce", ""]


def test_a_column_of_formulas_has_a_verdict_for_each_element(
    client: Client, catalogue: Catalogue
) -> None:
    view = View(catalogue)
    verdicts = {s: view.summaries(s, "rare-earth")[0].verdict for s in ("Sm", "Co")}
    told = [f"Sm={verdicts['Sm']};Co={verdicts['Co']}", f"Sm={verdicts['Sm']}", None, None]
    asked = {"kind": "formula", "concept": "rare-earth"}
    found = ndjson(client, "".join(f'"{each}"\n' for each in FORMULAS).encode(), **asked)
    assert [line["verdicts"]["rare-earth"] for line in found] == told
    assert [line["symbols"] for line in found] == [["Sm", "Co"], ["Sm"], [], []]
    rows = table(client, "alloy\n" + "".join(f'"{each}"\n' for each in FORMULAS), **asked)
    assert [row["verdict_rare-earth"] or None for row in rows] == told
    assert [row["symbol"] for row in rows] == ["Sm;Co", "Sm", "", ""]


@pytest.mark.parametrize(
    ("body", "query", "detail"),
    [
        ("a,b\n1,2\n", {}, "There are 2 columns: choose one. Known: a, b."),
        ("a,b\n1,2\n", {"column": "c"}, "'c' stands nowhere in the head. Known: a, b."),
        ("a,a\n1,2\n", {"column": "a"}, "'a' stands twice or more in the head. Known: a, a."),
        ("1,2\n", {"column": "3", "header": "false"}, "There is no column '3'. Known: 1 to 2."),
        ("1,2\n", {"column": "0", "header": "false"}, "There is no column '0'. Known: 1 to 2."),
    ],
)
def test_a_column_that_is_not_there_is_refused_with_those_that_are(
    client: Client, body: str, query: dict[str, str], detail: str
) -> None:
    problem = refused(client, body.encode(), CSV, **query)
    assert problem["status"] == 422
    assert problem["errors"] == [{"parameter": "column", "detail": detail}]


@pytest.mark.parametrize(
    ("given", "separator", "name"),
    [
        ("comma", ";", "semicolon"),
        ("comma", "\t", "tab"),
        ("comma", "|", "pipe"),
        ("semicolon", ",", "comma"),
    ],
)
@pytest.mark.parametrize("column", [{}, {"column": "metal"}])
def test_a_head_with_another_separator_names_it(
    client: Client, given: str, separator: str, name: str, column: dict[str, str]
) -> None:
    body = f"site{separator}metal\nA{separator}Sc\n".encode()
    (fault,) = refused(client, body, CSV, delimiter=given, **column)["errors"]
    assert fault["parameter"] == "delimiter"
    assert f"delimiter={name}" in fault["detail"]
    asked = {"delimiter": name, "column": "metal"}
    assert [row["symbol"] for row in table(client, body, **asked)] == ["Sc"]


@pytest.mark.parametrize("head", ["Métal", "Métal,grade", "Métal;grade"])
@pytest.mark.parametrize("column", [{}, {"column": "grade"}, {"column": "Métal"}])
def test_a_head_in_windows_1252_is_refused_with_both_encodings_named(
    client: Client, head: str, column: dict[str, str]
) -> None:
    problem = refused(client, f"{head}\nSc,1\n".encode("cp1252"), CSV, **column)
    assert problem["status"] == 422
    assert "UTF-8" in problem["detail"]
    assert "Windows-1252" in problem["detail"]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("media_type", [CSV, NDJSON])
def test_utf_16_is_refused_by_name(client: Client, codec: str, media_type: str) -> None:
    problem = refused(client, "metal\nSc\n".encode(codec), media_type)
    assert (problem["status"], problem["detail"]) == (415, "The body is UTF-16: send UTF-8.")


def test_a_line_that_is_not_utf_8_is_a_bad_line(client: Client) -> None:
    found = plain_rows(client, b"metal\nSc\n\xff\nY\n")[1:]
    assert [row[1] for row in found] == ["ok", "invalid", "ok"]
    assert found[1][0] == "\udcff"
    assert [line["outcome"] for line in ndjson(client, b'"Sc"\n"\xff"\n"Y"\n')] == [
        "ok",
        "invalid",
        "ok",
    ]


def test_a_line_has_a_longest_length(client: Client) -> None:
    longest = b'"' + b"x" * (lines.LINE_LIMIT - 2) + b'"'
    found = ndjson(client, longest + b"\n" + b" " + longest + b'\n"Sc"\n')
    assert found[0]["problem"]["type"] == "/v1/problems/invalid-item"
    assert found[1]["problem"]["detail"] == f"Longer than {lines.LINE_LIMIT} bytes."
    assert (found[2]["line"], found[2]["symbol"]) == (3, "Sc")


def test_lines_bytes_and_distinct_values_are_limited(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LINES_LIMIT", 3)
    assert len(ndjson(client, b"1\n2\n3\n")) == len(ndjson(client, b"1\n2\n3")) == 3
    for over in (b"1\n2\n3\n4\n", b"1\n2\n3\n4"):
        problem = refused(client, over, NDJSON)
        assert (problem["status"], problem["limit"], problem["unit"]) == (413, 3, "lines")
    monkeypatch.setattr(uploads, "BYTES_LIMIT", 6)
    assert len(ndjson(client, b"1\n2\n3\n")) == 3
    problem = refused(client, b"11\n2\n3\n", NDJSON)
    assert (problem["status"], problem["limit"], problem["unit"]) == (413, 6, "bytes")
    monkeypatch.setattr(columns, "DISTINCT_LIMIT", 2)
    assert len(ndjson(client, b"1\n2\n1\n", distinct="true")) == 2
    problem = refused(client, b"1\n2\n3\n", NDJSON, distinct="true")
    assert (problem["status"], problem["unit"]) == (413, "distinct values")


def test_the_stated_limits_are_those_of_the_readme() -> None:
    assert (uploads.LINES_LIMIT, uploads.BYTES_LIMIT) == (1_000_000, 256 * 1024 * 1024)
    assert (lines.LINE_LIMIT, columns.DISTINCT_LIMIT) == (65_536, 100_000)
    assert columns.DISTINCT_BYTES_LIMIT == 8 * 1024 * 1024


def test_a_full_disk_is_a_problem_of_its_own(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.BytesIO):
        def write(self, _: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.SpooledTemporaryFile", lambda **_: Full())
    problem = refused(client, b'"Sc"\n', NDJSON)
    assert (problem["status"], problem["type"]) == (507, "/v1/problems/no-room")


@pytest.mark.parametrize(
    ("media_type", "body"),
    [(CSV, b"metal\nSc\nsc\nbauxite\nxx\n"), (NDJSON, b'"Sc"\n"sc"\n"bauxite"\n"xx"\n')],
)
def test_a_column_is_summed_up_by_whose_lists_it_is_on(
    client: Client, catalogue: Catalogue, media_type: str, body: bytes
) -> None:
    answer = client.post(
        "/v1/classify?summary=true&concept=critical", data=body, content_type=media_type
    )
    assert answer.content_type == "application/json"
    found = answer.json
    assert (found["items"], found["outcomes"]) == (4, {"ok": 3, "unknown": 1})
    assert (found["distinct_elements"], found["distinct_materials"]) == (1, 1)
    (summary,) = View(catalogue).summaries("Sc", "critical")
    holders = [catalogue.authorities[voice.authority] for voice in summary.included]
    listed = {each.jurisdiction or each.short for each in holders}
    counted = found["concepts"]["critical"]
    assert {name for name, things in counted.items() if things["elements"]} == listed
    batch = {"items": ["Sc", "sc", "bauxite", "xx"], "concept": "critical", "summary": True}
    assert client.post("/v1/classify", json=batch).json == found


def test_parameters_of_lines_are_refused_beside_a_json_body(client: Client) -> None:
    answer = client.post("/v1/classify?concept=rare-earth", json={"items": []})
    assert answer.status_code == 422
    (fault,) = answer.json["errors"]
    assert fault["parameter"] == "concept"
    assert "in the body" in fault["detail"]
    assert "Content-Type: text/csv" in fault["detail"]


@pytest.mark.parametrize("query", ["", "?column=metal&concept=rare-earth"])
def test_a_table_with_curls_own_type_is_told_the_right_one(client: Client, query: str) -> None:
    form = "application/x-www-form-urlencoded"
    problem = refused(client, b"metal\nSc\n", form, path=f"/v1/classify{query}")
    assert problem["status"] == 415
    assert "Content-Type: text/csv" in problem["detail"]


def test_distinct_values_are_limited_by_their_bytes_as_well(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "DISTINCT_BYTES_LIMIT", 10)
    assert len(ndjson(client, b'"abc"\n"def"\n"abc"\n', distinct="true")) == 2
    problem = refused(client, b'"abc"\n"defg"\n', NDJSON, distinct="true")
    assert (problem["status"], problem["limit"], problem["unit"]) == (413, 10, "bytes")
    assert "Distinct values" in problem["detail"]
