"""Columns of many MB through a real nginx, as far as the service itself takes them."""

import json
import socket
import time
from contextlib import ExitStack
from http.client import HTTPResponse
from pathlib import Path

import pytest

from service.api.bulk.uploads import BYTES_LIMIT
from service.api.request import BODY_LIMIT
from tests.support.server import Server
from tests.support.tools import Answer, Nginx, ask, problem, proxy, received

NDJSON, CSV, JSON = "application/x-ndjson", "text/csv", "application/json"
MIB = 1024 * 1024
HEAD = (
    b"POST /v1/classify HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
    b"Content-Length: %d\r\n"
)


def classify(front: Nginx, body: bytes, media_type: str, *, chunked: bool = False) -> Answer:
    headers = {"Content-Type": media_type}
    return ask(
        front.port, "/v1/classify", method="POST", headers=headers, body=body, chunked=chunked
    )


def in_order(answer: bytes, symbols: list[str]) -> None:
    said = [json.loads(line) for line in answer.splitlines()]
    assert [(entry["line"], entry["symbol"]) for entry in said] == [*enumerate(symbols, 1)]


def test_a_column_as_csv_is_known_by_its_type_whatever_its_parameters(front: Nginx) -> None:
    body = b"metal\r\n" + b"scandium \r\n" * 200_000
    answer = classify(front, body, "Text/CSV; charset=utf-8; header=present")
    assert answer.status == 200
    lines = answer.body.splitlines()
    assert len(lines) == 200_001
    assert lines[-1].startswith(b"scandium ,ok,Sc,")


@pytest.mark.parametrize("chunked", [False, True])
def test_the_largest_column_passes_and_a_larger_is_a_problem(front: Nginx, chunked: bool) -> None:
    line = b'"Sc"'.ljust(64 * 1024 - 1) + b"\n"
    largest = line * (BYTES_LIMIT // len(line))
    assert len(largest) == BYTES_LIMIT
    passed = classify(front, largest, NDJSON, chunked=chunked)
    assert (passed.status, passed.headers["content-type"]) == (200, NDJSON)
    assert "x-cache" not in passed.headers
    in_order(passed.body, ["Sc"] * 4096)
    said = problem(classify(front, largest + b"\n", NDJSON, chunked=chunked), 413, "too-large")
    assert (said["limit"], said["unit"], said["instance"]) == (BYTES_LIMIT, "bytes", "/v1/classify")
    assert str(BYTES_LIMIT) in said["detail"]


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize(
    ("path", "media_type"), [("/v1/check", NDJSON), ("/v1/elements", CSV), ("/v1/classify", JSON)]
)
def test_others_keep_their_limit(
    front: Nginx, service: Server, path: str, media_type: str, chunked: bool
) -> None:
    asked = {"method": "POST", "headers": {"Content-Type": media_type}, "chunked": chunked}
    body = b'{"items": ["Sc"]' + b" " * (BODY_LIMIT - 17) + b"}"
    passed = ask(front.port, path, body=body, **asked)  # type: ignore[arg-type]  # of mixed values
    assert passed.status == ask(service.port, path, body=body, **asked).status != 413  # type: ignore[arg-type]  # likewise
    refused = ask(front.port, path, body=body + b" ", **asked)  # type: ignore[arg-type]  # likewise
    said = problem(refused, 413, "too-large")
    assert (said["limit"], said["instance"]) == (BODY_LIMIT, path)


def test_a_slow_client_holds_little_disk(
    tmp_path: Path, service: Server, fast: dict[str, str]
) -> None:
    bound = {"proxy_max_temp_file_size 256m;": "proxy_max_temp_file_size 2m;"}
    symbols = ["Sc", "Y"] * 50_000
    body = b"".join(f'"{symbol}"'.ljust(199).encode() + b"\n" for symbol in symbols)
    with proxy(tmp_path, service.port, {**fast, **bound}) as front, socket.socket() as raw:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
        raw.connect(("127.0.0.1", front.port))
        raw.sendall(HEAD % len(body) + b"\r\n" + body)
        held, end = [0], time.monotonic() + 2
        while time.monotonic() < end:
            time.sleep(0.05)
            held.append(front.laid_down())
        assert 0 < max(held) <= 3 * MIB
        assert ask(front.port, "/v1/elements/Sc").status == 200
        answer = _read(raw)
    in_order(answer.body, symbols)


def _read(raw: socket.socket) -> Answer:
    response = HTTPResponse(raw, method="POST")
    response.begin()
    return received(response)


def test_no_more_columns_at_once_than_the_disk_holds(front: Nginx) -> None:
    def asking(address: int) -> socket.socket:
        raw = socket.create_connection(
            ("127.0.0.1", front.port), timeout=10, source_address=(f"127.0.0.{address}", 0)
        )
        stack.enter_context(raw)
        raw.sendall(HEAD % 100 + b"Expect: 100-continue\r\n\r\n")
        return raw

    def begun(address: int) -> socket.socket:
        """Begin a column, once nginx has read its head and counts it."""
        raw = asking(address)
        assert raw.recv(1000) == b"HTTP/1.1 100 Continue\r\n\r\n"
        raw.sendall(b'"Sc"\n')
        return raw

    with ExitStack() as stack:
        # two of each address are taken; 127.0.0.1 has none of them yet
        held = [begun(address) for address in (2, 2, 3, 3)]
        problem(_read(asking(2)), 503, "unavailable")
        assert classify(front, b'"Sc"\n', NDJSON).status == 200
        held += [begun(address) for address in (4, 4, 5, 5)]
        busy = classify(front, b'"Sc"\n', NDJSON)
        problem(busy, 503, "unavailable")
        assert busy.headers["retry-after"] == "2"
        assert classify(front, b'{"items": ["Sc"]}', JSON).status == 200
        assert ask(front.port, "/v1/elements/Sc").status == 200
        for raw in held:
            raw.sendall(b" " * 95)
            in_order(_read(raw).body.splitlines()[0], ["Sc"])
    assert classify(front, b'"Sc"\n', NDJSON).status == 200
