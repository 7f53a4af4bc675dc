"""Batches line by line: NDJSON and CSV, with nothing lost and nothing reordered."""

import errno
import io
import json
from typing import Any

import pytest
from werkzeug.test import Client

from service.api.bulk import columns, uploads
from service.columns import lines
from service.columns.writers import CSV, NDJSON
from tests.support.columns import ndjson, plain_rows, refused, table
from tests.support.shapes import post_json


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


@pytest.mark.parametrize(
    "verdicts", [{}, {"rare-earth": "disputed"}, {"rare-earth": "disputed", "critical": "on-some"}]
)
def test_each_concept_has_a_verdict_of_its_own(client: Client, verdicts: dict[str, str]) -> None:
    (line,) = ndjson(client, b'"Sc"\n', concept=list(verdicts))
    assert line["verdicts"] == verdicts
    (row,) = table(client, "metal\nSc\n", concept=list(verdicts))
    found = {name[8:]: value for name, value in row.items() if name.startswith("verdict_")}
    assert found == verdicts


def test_a_bad_line_keeps_every_cell_in_its_column(client: Client) -> None:
    concepts = ["rare-earth", "critical"]
    head, bad, good = plain_rows(client, b"metal\n\xff\nSc\n", concept=concepts)
    assert len(head) == len(bad) == len(good)
    row = dict(zip(head, bad, strict=True))
    assert row["problem"] == "Not UTF-8, perhaps Windows-1252: save the table as UTF-8."
    assert row["warnings"] == ""
    assert (row["verdict_rare-earth"], row["verdict_critical"]) == ("", "")
    assert (bad[0], good[1]) == ("\udcff", "ok")
    broken, sound = ndjson(client, b'"\xff"\n"Sc"\n', concept="critical")
    assert (broken["outcome"], broken["verdicts"]) == ("invalid", {"critical": None})
    assert sound["outcome"] == "ok"


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
    batch = {"items": ["Sc", "Y", "Sc", [1], [1]], "distinct": True}
    body = post_json(client, "/v1/classify", **batch)
    counts = [(each["index"], each["input"], each["count"]) for each in body["results"]]
    assert counts == [(0, "Sc", 2), (1, "Y", 1), (3, [1], 2)]
    assert body["summary"]["items"] == 5


def test_distinct_cells_of_a_column_are_those_of_its_lines(client: Client) -> None:
    body = 'id,metal\n1,Sc\n2,"иттрий"\n3\n\n4,Sc\n5\n6,"a""b"\n\n'
    found = table(client, body, column="metal", distinct="true")
    assert [(row["count"], row["outcome"], row["value"]) for row in found] == [
        *(("2", "ok", "Sc"), ("1", "ok", "иттрий"), ("2", "invalid", ""), ("2", "missing", "")),
        ("1", "unknown", 'a"b'),
    ]


def test_a_column_of_formulas_has_a_verdict_for_each_element(client: Client) -> None:
    formulas = ["SmCo5", "Sm", "YAG:Ce", ""]
    asked = {"kind": "formula", "concept": "rare-earth"}
    told = ["Sm=disputed;Co=agreed-out", "Sm=disputed", None, None]
    found = ndjson(client, "".join(f'"{each}"\n' for each in formulas).encode(), **asked)
    assert [line["verdicts"]["rare-earth"] for line in found] == told
    assert [line["symbols"] for line in found] == [["Sm", "Co"], ["Sm"], [], []]
    rows = table(client, "alloy\n" + "".join(f'"{each}"\n' for each in formulas), **asked)
    assert [row["verdict_rare-earth"] or None for row in rows] == told
    assert [row["symbol"] for row in rows] == ["Sm;Co", "Sm", "", ""]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("media_type", [CSV, NDJSON])
def test_utf_16_is_refused_by_name(client: Client, codec: str, media_type: str) -> None:
    problem = refused(client, "metal\nSc\n".encode(codec), media_type)
    assert (problem["status"], problem["detail"]) == (415, "The body is UTF-16: send UTF-8.")


def test_a_line_has_a_longest_length(client: Client) -> None:
    longest = b'"' + b"x" * (lines.LINE_LIMIT - 2) + b'"'
    found = ndjson(client, longest + b"\n" + b" " + longest + b'\n"Sc"\n')
    assert found[0]["problem"]["type"] == "/v1/problems/invalid-item"
    assert found[1]["problem"]["detail"] == f"Longer than {lines.LINE_LIMIT} bytes."
    assert (found[2]["line"], found[2]["symbol"]) == (3, "Sc")


LIMITS = [
    ("uploads.LINES_LIMIT", 3, b"1\n2\n3\n", b"1\n2\n3\n4", "lines"),
    ("uploads.LINES_LIMIT", 3, b"1\n2\n3", b"1\n2\n3\n4\n", "lines"),
    ("uploads.BYTES_LIMIT", 6, b"1\n2\n3\n", b"11\n2\n3\n", "bytes"),
    ("columns.DISTINCT_LIMIT", 2, b"1\n2\n1\n", b"1\n2\n3\n", "distinct values"),
    ("columns.DISTINCT_BYTES_LIMIT", 10, b'"abc"\n"def"\n', b'"abc"\n"defg"\n', "bytes"),
]


@pytest.mark.parametrize("case", LIMITS)
def test_lines_bytes_and_distinct_values_are_limited(
    client: Client, monkeypatch: pytest.MonkeyPatch, case: tuple[str, int, bytes, bytes, str]
) -> None:
    name, limit, fits, over, unit = case
    monkeypatch.setattr(f"service.api.bulk.{name}", limit)
    query = {"distinct": "true"} if "DISTINCT" in name else {}
    assert ndjson(client, fits, **query)
    problem = refused(client, over, NDJSON, **query)
    assert (problem["status"], problem["limit"], problem["unit"]) == (413, limit, unit)
    assert ("Distinct values" in problem["detail"]) == ("DISTINCT_BYTES" in name)


def test_the_stated_limits_are_those_of_the_readme() -> None:
    assert (uploads.LINES_LIMIT, uploads.BYTES_LIMIT) == (1_000_000, 256 * 1024 * 1024)
    assert (lines.LINE_LIMIT, columns.DISTINCT_LIMIT) == (65_536, 100_000)
    assert columns.DISTINCT_BYTES_LIMIT == 8 * 1024 * 1024


def test_a_full_disk_is_its_own_problem(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
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
def test_a_column_is_summed_up_by_its_lists(client: Client, media_type: str, body: bytes) -> None:
    answer = client.post(
        "/v1/classify?summary=true&concept=critical", data=body, content_type=media_type
    )
    assert answer.content_type == "application/json"
    found = answer.json
    assert (found["items"], found["outcomes"]) == (4, {"ok": 3, "unknown": 1})
    assert (found["distinct_elements"], found["distinct_materials"]) == (1, 1)
    assert found["concepts"]["critical"]["European Union"]["elements"] == ["Sc"]
    assert found["reasons"] == []
    batch = {"items": ["Sc", "sc", "bauxite", "xx"], "concept": "critical", "summary": True}
    assert client.post("/v1/classify", json=batch).json == found


def test_a_sum_without_lists_says_why(client: Client) -> None:
    body = {"items": ["Sc"], "concept": "rare-earth", "authority": ["EU"], "summary": True}
    found = client.post("/v1/classify", json=body).json
    assert found["concepts"] == {"rare-earth": {}}
    (reason,) = found["reasons"]
    assert "no edition we hold speaks of rare-earth" in reason


def test_parameters_of_lines_are_refused_beside_a_json_body(client: Client) -> None:
    answer = client.post("/v1/classify?concept=rare-earth", json={"items": []})
    assert answer.status_code == 422
    (fault,) = answer.json["errors"]
    assert fault["parameter"] == "concept"
    assert "in the body" in fault["detail"]
    assert "Content-Type: text/csv" in fault["detail"]
