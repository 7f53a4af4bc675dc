"""Batches line by line: NDJSON and CSV, with nothing lost and nothing reordered."""

import csv
import errno
import io
import json
from typing import Any

import gevent
import pytest
from flask.testing import FlaskClient

from service.api import distinct, lines, spool, streams
from service.api.bulk.scheduling import alone
from service.api.bulk.writers import writer_of

NDJSON = "application/x-ndjson"
CSV = "text/csv"


def ndjson(client: FlaskClient, body: bytes, **query: Any) -> list[dict[str, Any]]:
    answer = client.post("/v1/classify", query_string=query, data=body, content_type=NDJSON)
    assert (answer.status_code, answer.content_type) == (200, NDJSON), answer.text
    return [json.loads(line) for line in answer.text.splitlines()]


def table(client: FlaskClient, body: str | bytes, **query: Any) -> list[dict[str, str]]:
    answer = client.post("/v1/classify", query_string=query, data=body, content_type=CSV)
    assert (answer.status_code, answer.mimetype) == (200, CSV), answer.text
    return list(csv.DictReader(io.StringIO(answer.text)))


def refused(client: FlaskClient, body: bytes, media_type: str, **query: Any) -> dict[str, Any]:
    answer = client.post("/v1/classify", query_string=query, data=body, content_type=media_type)
    assert answer.content_type == "application/problem+json"
    return {"status": answer.status_code, **answer.json}


def test_each_line_has_its_outcome_in_order_and_bad_ones_say_why(client: FlaskClient) -> None:
    body = '"Sc"\n"иттрий"\r\n21\n\n{bad\n["x"]\nnull\n"NA"\n"Sc"'.encode()
    found = ndjson(client, body, concept="rare-earth")
    assert [line["line"] for line in found] == list(range(1, 10))
    assert [line["outcome"] for line in found] == [
        *("ok", "ok", "ok", "missing", "invalid", "invalid", "missing", "ambiguous", "ok")
    ]
    assert [line["symbol"] for line in found[:3]] == ["Sc", "Y", "Sc"]
    assert (found[0]["by"], found[0]["verdict"]) == ("symbol", "disputed")
    assert found[4]["problem"]["type"] == "/v1/problems/malformed-line"
    assert found[5]["input"] == ["x"]
    assert {**found[8], "line": 1} == found[0]


def test_without_a_concept_there_is_no_verdict(client: FlaskClient) -> None:
    assert [line["verdict"] for line in ndjson(client, b'"Sc"\n')] == [None]


def test_a_line_is_read_as_the_same_item_of_a_json_batch(client: FlaskClient) -> None:
    items = ["Sc", "CO", "7440-20-2", "U-235", "REE", None, True, 119, 21.0, "unobtainium", [1]]
    batch = client.post("/v1/classify", json={"items": items}).json["results"]
    body = "".join(json.dumps(item) + "\n" for item in items).encode()
    for line, result in zip(ndjson(client, body), batch, strict=True):
        for name in ("input", "outcome", "symbol", "symbols", "warnings", "problem"):
            assert line[name] == result[name]
        assert line["by"] == (result["resolution"] or {"by": None})["by"]


def test_distinct_values_are_answered_once_with_their_counts(client: FlaskClient) -> None:
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


def test_distinct_cells_of_a_column_are_those_of_its_lines(client: FlaskClient) -> None:
    body = 'id,metal\n1,Sc\n2,"иттрий"\n3\n\n4,Sc\n5\n6,"a""b"\n\n'
    found = table(client, body, column="metal", distinct="true", include="input")
    assert [(row["count"], row["outcome"], row["input"]) for row in found] == [
        ("2", "ok", "Sc"),
        ("1", "ok", "иттрий"),
        ("2", "invalid", ""),
        ("2", "missing", ""),
        ("1", "unknown", 'a"b'),
    ]


def test_distinct_values_are_counted_by_one_request_at_a_time(client: FlaskClient) -> None:
    answers: list[int] = []
    asking = gevent.spawn(lambda: answers.append(len(ndjson(client, b'"Sc"\n', distinct="true"))))
    with alone(large=True):
        asking.join(timeout=0)
        assert answers == []
    asking.join()
    assert answers == [1]


def test_a_column_is_chosen_by_name_or_number(client: FlaskClient) -> None:
    body = 'id;metal\n1;Sc\n2;"a;b"\n3\n\n5;scandum\n'
    found = table(client, body, column="metal", delimiter="semicolon", include="input")
    assert [(row["line"], row["outcome"], row["input"]) for row in found] == [
        ("2", "ok", "Sc"),
        ("3", "unknown", "a;b"),
        ("4", "invalid", ""),
        ("5", "missing", ""),
        ("6", "unknown", "scandum"),
    ]
    assert found[4]["problem"] == "Nothing matches 'scandum'. Did you mean Sc?"
    headless = table(client, "1\tSc\n2\tY\n", column="2", delimiter="tab", header="false")
    assert [(row["line"], row["symbol"]) for row in headless] == [("1", "Sc"), ("2", "Y")]


def test_one_column_needs_no_choice_and_a_byte_order_mark_is_no_part_of_it(
    client: FlaskClient,
) -> None:
    assert [row["symbol"] for row in table(client, "\ufeffmetal\nSc\n".encode())] == ["Sc"]
    assert [row["symbol"] for row in table(client, "\ufeffSc\n".encode(), header="false")] == ["Sc"]


def test_a_quoted_cell_may_hold_line_ends_and_a_broken_quote_loses_only_itself(
    client: FlaskClient,
) -> None:
    body = 'metal,note\nSc,"two\nlines"\n"Y" x,bad\nCe,fine\nLa,"never closed\nmore\n'
    found = table(client, body, column="metal")
    assert [(row["line"], row["outcome"], row["symbol"]) for row in found] == [
        ("2", "ok", "Sc"),
        ("4", "invalid", ""),
        ("5", "ok", "Ce"),
        ("6", "invalid", ""),
    ]
    assert "in lines 6 to 7" in found[3]["problem"]


def test_cells_that_a_spreadsheet_would_run_are_disarmed(client: FlaskClient) -> None:
    (row,) = table(client, "metal\n=1+1\n", include="input")
    assert row["input"] == "'=1+1"


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
    client: FlaskClient, body: str, query: dict[str, str], detail: str
) -> None:
    problem = refused(client, body.encode(), CSV, **query)
    assert problem["status"] == 422
    assert problem["errors"] == [{"parameter": "column", "detail": detail}]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("media_type", [CSV, NDJSON])
def test_utf_16_is_refused_by_name(client: FlaskClient, codec: str, media_type: str) -> None:
    problem = refused(client, "metal\nSc\n".encode(codec), media_type)
    assert (problem["status"], problem["detail"]) == (415, "The body is UTF-16: send UTF-8.")


def test_a_line_that_is_not_utf_8_is_a_bad_line(client: FlaskClient) -> None:
    assert [row["outcome"] for row in table(client, b"metal\nSc\n\xff\nY\n")] == [
        "ok",
        "invalid",
        "ok",
    ]
    assert [line["outcome"] for line in ndjson(client, b'"Sc"\n"\xff"\n"Y"\n')] == [
        "ok",
        "invalid",
        "ok",
    ]


def test_a_line_has_a_longest_length(client: FlaskClient) -> None:
    longest = b'"' + b"x" * (lines.LINE_LIMIT - 2) + b'"'
    found = ndjson(client, longest + b"\n" + b" " + longest + b'\n"Sc"\n')
    assert found[0]["problem"]["type"] == "/v1/problems/invalid-item"
    assert found[1]["problem"]["detail"] == f"Longer than {lines.LINE_LIMIT} bytes."
    assert (found[2]["line"], found[2]["symbol"]) == (3, "Sc")


def test_lines_bytes_and_distinct_values_are_limited(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "LINES_LIMIT", 3)
    assert len(ndjson(client, b"1\n2\n3\n")) == len(ndjson(client, b"1\n2\n3")) == 3
    for over in (b"1\n2\n3\n4\n", b"1\n2\n3\n4"):
        problem = refused(client, over, NDJSON)
        assert (problem["status"], problem["limit"], problem["unit"]) == (413, 3, "lines")
    monkeypatch.setattr(spool, "BYTES_LIMIT", 6)
    assert len(ndjson(client, b"1\n2\n3\n")) == 3
    problem = refused(client, b"11\n2\n3\n", NDJSON)
    assert (problem["status"], problem["limit"], problem["unit"]) == (413, 6, "bytes")
    monkeypatch.setattr(distinct, "LIMIT", 2)
    assert len(ndjson(client, b"1\n2\n1\n", distinct="true")) == 2
    problem = refused(client, b"1\n2\n3\n", NDJSON, distinct="true")
    assert (problem["status"], problem["unit"]) == (413, "distinct values")


def test_the_stated_limits_are_those_of_the_readme() -> None:
    assert (spool.LINES_LIMIT, spool.BYTES_LIMIT) == (1_000_000, 256 * 1024 * 1024)
    assert (lines.LINE_LIMIT, distinct.LIMIT) == (65_536, 100_000)
    assert distinct.BYTES == 8 * 1024 * 1024


def test_a_full_disk_is_a_problem_of_its_own(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.BytesIO):
        def write(self, _: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.SpooledTemporaryFile", lambda **_: Full())
    problem = refused(client, b'"Sc"\n', NDJSON)
    assert (problem["status"], problem["type"]) == (507, "/v1/problems/no-room")


def test_parameters_of_lines_are_refused_beside_a_json_body(client: FlaskClient) -> None:
    answer = client.post("/v1/classify?concept=rare-earth", json={"items": []})
    assert answer.status_code == 422
    assert answer.json["errors"] == [
        {"parameter": "concept", "detail": "With a JSON body every parameter stands in the body."}
    ]


def test_what_is_kept_does_not_grow_with_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value is made again once the bytes that may be kept are taken."""

    class Counting:
        made = 0

        def record(self, _: Any) -> dict[str, Any]:
            Counting.made += 1
            return {"outcome": "unknown"}

    writer = writer_of(NDJSON, with_input=False)
    entry = len(writer.body({"outcome": "unknown"})) + streams._ENTRY
    monkeypatch.setattr(streams, "KEPT_BYTES", 3 * entry + 1)
    lines: Any = Counting()  # it only needs record()
    with streams._Kept(lines, writer) as made:
        for raw in (b'"a"', b'"b"', b'"c"', b'"d"'):
            made(raw)
        assert Counting.made == 4
        made(b'"c"')
        assert Counting.made == 4
        made(b'"d"')
        assert Counting.made == 5
        with streams._Kept(lines, writer) as another:
            another(b'"c"')
            another(b'"c"')
        assert Counting.made == 7
    with streams._Kept(lines, writer) as another:
        another(b'"c"')
        another(b'"c"')
    assert Counting.made == 8
    assert streams._Kept.in_all == 0


def test_distinct_values_are_limited_by_their_bytes_as_well(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distinct, "BYTES", 10)
    assert len(ndjson(client, b'"abc"\n"def"\n"abc"\n', distinct="true")) == 2
    problem = refused(client, b'"abc"\n"defg"\n', NDJSON, distinct="true")
    assert (problem["status"], problem["limit"]) == (413, 10)
    assert problem["unit"] == "bytes of distinct values"
