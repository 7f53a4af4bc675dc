"""Every limit of the README at its edge: what just fits is answered, one more is refused."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from werkzeug.test import Client

from schemas.parameters import ID_LIMIT, QUERY_LIMIT
from service.server.gunicorn_conf import (
    limit_request_field_size,
    limit_request_fields,
    limit_request_line,
)
from tests.support import wire
from tests.support.server import Server
from tests.support.shapes import validated, validated_answer

CLASSIFY, DISTINCT = "/v1/classify", "/v1/classify?distinct=true"
CSV = "text/csv"
MIB = 1024 * 1024
FRAMINGS = pytest.mark.parametrize("framing", ["length", "chunked"])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("limits")) as running:
        yield running


def line(size: int) -> bytes:
    """Write a request whose first line has so many bytes, its end not counted."""
    frame = len("GET /v1/elements/Sc? HTTP/1.1")
    return wire.get("/v1/elements/Sc?" + "x" * (size - frame))


def field(size: int) -> bytes:
    """Write a request with a header of so many bytes, its end counted."""
    return wire.get("/v1/elements/Sc", "X-Long: " + "x" * (size - len("X-Long: \r\n")))


def fields(count: int) -> bytes:
    """Write a request with so many headers; two are there always."""
    return wire.get("/v1/elements/Sc", *(f"X-{number}: x" for number in range(count - 2)))


def test_the_limits_of_a_head_are_those_of_the_readme() -> None:
    assert (limit_request_line, limit_request_field_size, limit_request_fields) == (4094, 8190, 60)


@pytest.mark.parametrize(
    ("made", "limit", "fitting"),
    [(line, 4094, 422), (field, 8190, 200), (fields, 60, 200)],  # a line, if as a bad parameter
)
def test_a_head_may_be_as_large_as_the_readme_says(
    server: Server, made: Callable[[int], bytes], limit: int, fitting: int
) -> None:
    (fits,) = wire.exchange(server.port, made(limit))
    assert fits.status == fitting
    (refused,) = wire.exchange(server.port, made(limit + 1))
    assert refused.status in (400, 414, 431)


def padded(size: int) -> bytes:
    """Write a batch of one as a body of exactly so many bytes."""
    return b'{"items":["Sc"]}'.ljust(size)


def form(size: int) -> bytes:
    """Write what a form sends, one value of so many bytes in all."""
    return b"format=csv&text=".ljust(size, b"x")


def upload(size: int) -> bytes:
    """Write what a form sends with a file, so many bytes in all."""
    part = b'--b\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n'
    head = part % (b"format", b"") + b"csv\r\n" + part % (b"file", b'; filename="a.txt"') + b"Sc\n"
    tail = b"\r\n--b--\r\n"
    return head.ljust(size - len(tail)) + tail


@FRAMINGS
@pytest.mark.parametrize(
    ("path", "media_type", "made"),
    [
        (CLASSIFY, wire.JSON, padded),
        ("/classify", "application/x-www-form-urlencoded", form),
        ("/classify", "multipart/form-data; boundary=b", upload),
    ],
)
def test_a_body_and_a_form_may_have_a_mebibyte(
    server: Server, framing: str, path: str, media_type: str, made: Callable[[int], bytes]
) -> None:
    for size, status in ((MIB, 200), (MIB + 1, 413), (MIB + 100_000, 413)):
        answer = wire.sent(server.port, path, media_type, framing, made(size))
        assert answer.status == status
        if status == 413:
            problem = validated_answer("POST", path, answer).json()
            assert (problem["limit"], problem["unit"]) == (MIB, "bytes")
            assert "split" in problem["detail"]


@pytest.mark.parametrize(
    ("path", "key", "limit", "unit"),
    [
        (CLASSIFY, "items", 10_000, "items"),
        ("/v1/check", "checks", 1_000, "questions"),
        ("/v1/headers", "headers", 1_000, "headings"),
        ("/v1/identify-list", "items", 1_000, "items"),
        ("/v1/bom", "rows", 1_000, "rows"),
    ],
)
def test_a_batch_of_exactly_the_limit_is_answered_and_one_more_is_refused(
    client: Client, path: str, key: str, limit: int, unit: str
) -> None:
    fits = client.post(path, json={key: [None] * limit})
    assert fits.status_code == 200
    assert len(fits.json.get("results") or fits.json.get("rows") or fits.json["unread"]) == limit
    refused = validated(client.post(path, json={key: [None] * (limit + 1)}))
    assert refused.status_code == 413
    assert (refused.json["limit"], refused.json["unit"]) == (limit, unit)
    assert "send fewer at a time" in refused.json["detail"]


@pytest.mark.parametrize(("opening", "closing"), ["[]", ('{"a":', "}")])
@pytest.mark.parametrize("depth", [62, 63, 254, 1_025, 100_000])
def test_nesting_is_read_to_a_fixed_depth_and_never_breaks_the_echo(
    client: Client, depth: int, opening: str, closing: str
) -> None:
    body = f'{{"items":[{opening * depth}1{closing * depth}]}}'
    answer = validated(client.post(CLASSIFY, data=body, content_type=wire.JSON))
    # the object and the list around the item are two of the 64
    assert answer.status_code == (200 if depth <= 62 else 400)
    if depth > 62:
        assert answer.json["type"] == "/v1/problems/malformed-json"
        assert "deep" in answer.json["detail"] or "depth" in answer.json["detail"]


@pytest.mark.parametrize("depth", [64, 65, 100_000])
def test_a_line_is_nested_to_the_same_depth(client: Client, depth: int) -> None:
    body = b"[" * depth + b"]" * depth + b'\n"Sc"\n'
    answer = client.post(CLASSIFY, data=body, content_type=wire.NDJSON)
    nested, sound = map(json.loads, answer.text.splitlines())
    assert (nested["outcome"], sound["symbol"]) == ("invalid", "Sc")
    assert (nested["input"] is None) == (depth > 64)


@pytest.mark.parametrize(
    "more",
    [{"authority": [""] * 200_000}, {f"k{number}": 1 for number in range(60_000)}],
    ids=["bad values", "unknown keys"],
)
def test_a_body_of_many_faults_has_a_small_answer(client: Client, more: dict[str, Any]) -> None:
    answer = validated(client.post(CLASSIFY, json={"items": [], **more}))
    assert answer.status_code == 422
    assert 1 <= len(answer.json["errors"]) <= 20
    assert len(answer.data) < 10_000


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("authority", ["izvestia"] * QUERY_LIMIT, None),
        ("authority", ["izvestia"] * (QUERY_LIMIT + 1), "Length"),
        ("concept", "x" * ID_LIMIT, "There is no concept"),
        ("concept", "x" * (ID_LIMIT + 1), "Length"),
        ("authority", [""], "Length"),
        ("as_of", "2024-02-30", "YYYY-MM-DD"),
        ("as_of", 20240101, "YYYY-MM-DD"),
        ("strict", "true", "true nor false"),
        ("na", "no", "sodium, missing"),
        ("kind", "heading", "mention, formula, header, auto"),
        ("lang", "english", "such as ru"),
    ],
)
def test_a_member_of_the_body_out_of_its_limits_is_named_by_its_pointer(
    client: Client, name: str, value: Any, said: str | None
) -> None:
    answer = validated(client.post(CLASSIFY, json={"items": ["Sc"], name: value}))
    assert answer.status_code == (422 if said else 200)
    if said:
        assert answer.json["errors"][0]["pointer"].startswith(f"/{name}")
        assert said in answer.json["errors"][0]["detail"]


LINES = b"1\n" * 1_000_000
VALUES = b"".join(b"%d\n" % number for number in range(100_000))
nightly = pytest.mark.nightly


@pytest.mark.parametrize(
    ("path", "media_type", "framing", "fits", "unit"),
    [
        (CLASSIFY, wire.NDJSON, "chunked", LINES, "lines"),
        pytest.param(CLASSIFY, wire.NDJSON, "length", LINES, "lines", marks=nightly),
        pytest.param(CLASSIFY, CSV, "chunked", LINES, "lines", marks=nightly),
        pytest.param(DISTINCT, wire.NDJSON, "length", VALUES, "distinct values", marks=nightly),
    ],
    ids=["NDJSON in chunks", "NDJSON", "CSV", "distinct"],
)
def test_a_column_has_a_million_lines_and_a_hundred_thousand_values(
    server: Server, path: str, media_type: str, framing: str, fits: bytes, unit: str
) -> None:
    answer = wire.sent(server.port, path, media_type, framing, fits)
    assert (answer.status, answer.body.count(b"\n")) == (200, fits.count(b"\n"))
    refused = wire.sent(server.port, path, media_type, framing, fits + b'"x"')
    assert (refused.status, refused.json()["unit"]) == (413, unit)


@nightly
@FRAMINGS
def test_a_column_has_256_mebibytes(server: Server, framing: str) -> None:
    body = bytearray(b" " * (256 * MIB))
    body[65_535::65_536] = b"\n" * 4096
    fits = wire.sent(server.port, CLASSIFY, wire.NDJSON, framing, bytes(body))
    assert (fits.status, fits.body.count(b"\n")) == (200, 4096)
    refused = wire.sent(server.port, CLASSIFY, wire.NDJSON, framing, bytes(body) + b"\n")
    assert (refused.status, refused.json()["limit"]) == (413, 256 * MIB)
