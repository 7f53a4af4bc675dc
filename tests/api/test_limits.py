"""Every limit of the README at its edge: what just fits is answered, one more is refused."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from service.server.gunicorn_conf import (
    limit_request_field_size,
    limit_request_fields,
    limit_request_line,
)
from tests.support import wire
from tests.support.server import Server

NDJSON, CSV = "application/x-ndjson", "text/csv"
MIB = 1024 * 1024


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


HEADS = [
    # what fits is answered, if as a bad parameter
    (line, limit_request_line, {422}),
    (field, limit_request_field_size, {200}),
    (fields, limit_request_fields, {200}),
]


@pytest.mark.parametrize(("made", "limit", "fitting"), HEADS, ids=["line", "field", "fields"])
def test_a_head_may_be_as_large_as_the_readme_says(
    server: Server, made: Callable[[int], bytes], limit: int, fitting: set[int]
) -> None:
    (fits,) = wire.exchange(server.port, made(limit))
    assert fits.status in fitting
    (refused,) = wire.exchange(server.port, made(limit + 1))
    assert refused.status in (400, 414, 431)


def repeated(name: str, count: int) -> str:
    return "&".join(f"{name}=Sc" for _ in range(count))


QUERIES = [
    ("/v1/resolve?" + repeated("q", 20), "/v1/resolve?" + repeated("q", 21)),
    ("/v1/formulas?formula=" + "C" * 500, "/v1/formulas?formula=" + "C" * 501),
    (
        "/v1/formulas?formula=" + "(" * 20 + "H" + ")" * 20,
        "/v1/formulas?formula=" + "(" * 21 + "H" + ")" * 21,
    ),
]


@pytest.mark.parametrize(("fits", "over"), QUERIES, ids=["repeated", "long", "deep"])
def test_a_query_may_be_as_large_as_the_readme_says(server: Server, fits: str, over: str) -> None:
    assert wire.exchange(server.port, wire.get(fits))[0].status == 200
    assert wire.exchange(server.port, wire.get(over))[0].status == 422


def test_a_mention_has_a_hundred_characters(server: Server) -> None:
    body = json.dumps({"items": ["x" * 100, "x" * 101]}).encode()
    (answer,) = wire.exchange(server.port, wire.post("/v1/classify", body))
    assert [each["outcome"] for each in answer.json()["results"]] == ["unknown", "invalid"]


def nested(depth: int) -> bytes:
    """Write a body of so many levels; the object and the list of items are two of them."""
    return b'{"items":[%s]}' % (b"[" * (depth - 2) + b"]" * (depth - 2))


BODIES = [
    ("/v1/classify", lambda n: json.dumps({"items": ["Sc"] * n}).encode(), 10_000, 413),
    ("/v1/check", lambda n: json.dumps({"checks": [{}] * n}).encode(), 1_000, 413),
    ("/v1/headers", lambda n: json.dumps({"headers": ["Cu_ppm"] * n}).encode(), 1_000, 413),
    ("/v1/classify", nested, 64, 400),
]


@pytest.mark.parametrize("case", BODIES, ids=["items", "questions", "headings", "depth"])
@pytest.mark.parametrize("framing", ["length", "chunked"])
def test_a_json_body_may_be_as_large_as_the_readme_says(
    server: Server, case: tuple[str, Callable[[int], bytes], int, int], framing: str
) -> None:
    path, made, limit, refused = case
    for size, status in ((limit, 200), (limit + 1, refused)):
        body = made(size)
        raw = wire.post(path, body) if framing == "length" else wire.post_chunked(path, [body])
        assert wire.exchange(server.port, raw)[0].status == status


def form(size: int) -> bytes:
    """Write what a form sends, one value of so many bytes in all."""
    return b"format=csv&text=" + b"x" * (size - 16)


def upload(size: int) -> bytes:
    """Write what a form sends with a file, so many bytes in all."""
    part = b'--b\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n'
    head = part % (b"format", b"") + b"csv\r\n" + part % (b"file", b'; filename="a.txt"') + b"Sc\n"
    tail = b"\r\n--b--\r\n"
    return head + b" " * (size - len(head) - len(tail)) + tail


FORMS = {"application/x-www-form-urlencoded": form, "multipart/form-data; boundary=b": upload}


@pytest.mark.parametrize("media_type", FORMS)
@pytest.mark.parametrize("framing", ["length", "chunked"])
def test_a_form_may_have_a_mebibyte(server: Server, media_type: str, framing: str) -> None:
    for size, status in ((MIB, 200), (MIB + 1, 413), (MIB + 100_000, 413)):
        body = FORMS[media_type](size)
        assert len(body) == size
        answer = wire.sent(server.port, "/classify", media_type, framing, body)
        assert answer.status == status
        assert status == 200 or answer.json()["limit"] == MIB


@pytest.mark.parametrize("framing", ["length", "chunked"])
@pytest.mark.parametrize("media_type", [NDJSON, CSV])
def test_a_column_has_a_million_lines(server: Server, framing: str, media_type: str) -> None:
    body = b"1\n" * 1_000_000
    fits = wire.sent(server.port, "/v1/classify", media_type, framing, body)
    assert (fits.status, fits.body.count(b"\n")) == (200, 1_000_000)
    refused = wire.sent(server.port, "/v1/classify", media_type, framing, body + b"1")
    assert (refused.status, refused.json()["unit"]) == (413, "lines")


def test_a_line_has_64_kibibytes(server: Server) -> None:
    body = b"".join(b'"' + b"x" * (size - 2) + b'"\n' for size in (65_536, 65_537))
    fits, over = wire.sent(server.port, "/v1/classify", NDJSON, "length", body).body.splitlines()
    assert json.loads(fits)["problem"]["type"] == "/v1/problems/invalid-item"
    assert json.loads(over)["problem"]["type"] == "/v1/problems/malformed-line"


def test_a_hundred_thousand_distinct_values_are_counted(server: Server) -> None:
    values = [b"%d\n" % number for number in range(100_001)]
    path = "/v1/classify?distinct=true"
    fits = wire.sent(server.port, path, NDJSON, "length", b"".join(values[:-1]))
    assert (fits.status, fits.body.count(b"\n")) == (200, 100_000)
    refused = wire.sent(server.port, path, NDJSON, "length", b"".join(values))
    assert (refused.status, refused.json()["unit"]) == (413, "distinct values")


@pytest.mark.parametrize("framing", ["length", "chunked"])
def test_a_column_has_256_mebibytes(server: Server, framing: str, tmp_path: Path) -> None:
    body = bytearray(b" " * (256 * MIB))
    body[65_535::65_536] = b"\n" * 4096
    fits = wire.sent(server.port, "/v1/classify", NDJSON, framing, bytes(body))
    assert (fits.status, fits.body.count(b"\n")) == (200, 4096)
    refused = wire.sent(server.port, "/v1/classify", NDJSON, framing, bytes(body) + b"\n")
    assert (refused.status, refused.json()["limit"]) == (413, 256 * MIB)
