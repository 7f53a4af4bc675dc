"""The middleware: each request has an id and one line in the log, whoever answers it."""

import json
import logging
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import Client, EnvironBuilder, TestResponse

from service.api.environ import notes
from service.app import create_app
from service.catalogue import Catalogue
from service.server.metrics import Metrics
from service.server.middleware import Middleware
from tests.support import wire
from tests.support.processes import until
from tests.support.server import Server
from tests.support.stack import stack

SC = "/v1/elements/Sc"
ITEMS = ["Sc", "иттрий", 21, "NA", "REE", None, "unobtainium"]
OUTCOMES = {"ok": 3, "missing": 1, "unknown": 1, "ambiguous": 1, "collective-term": 1}
TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


class Closing(Client):
    """A client that closes each answer, as a WSGI server does."""

    def open(self, *arguments: Any, **options: Any) -> TestResponse:
        return super().open(*arguments, **{**options, "buffered": True})


@pytest.fixture(scope="module")
def app(catalogue: Catalogue) -> Flask:
    return create_app(catalogue)


@pytest.fixture
def client(app: Flask) -> Client:
    return Closing(stack(app))


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Callable[[], list[Any]]:
    """Give the access log's lines so far."""
    caplog.set_level(logging.INFO, "service.access")
    return lambda: [each for each in caplog.records if each.name == "service.access"]


@pytest.mark.parametrize("given", ["a", "A-1_b.c:d", "x" * 64])
def test_an_id_that_fits_is_kept(
    client: Client, given: str, lines: Callable[[], list[Any]]
) -> None:
    for _ in range(2):
        answer = client.get(SC, headers={"X-Request-Id": given})
        assert answer.headers.getlist("X-Request-Id") == [given]
    assert [line.request_id for line in lines()] == [given, given]


@pytest.mark.parametrize("given", [None, "", "x" * 65, "a b", "a/b", "é", '"', "a\tb"])
def test_another_id_is_replaced_by_one_of_ours_also_for_a_hit(
    client: Client, given: str | None
) -> None:
    headers = {} if given is None else {"X-Request-Id": given}
    found = [client.get(SC, headers=headers).headers.getlist("X-Request-Id") for _ in range(3)]
    assert all(len(ids) == 1 and re.fullmatch("[0-9a-f]{32}", ids[0]) for ids in found)
    assert len({ids[0] for ids in found}) == 3


def test_a_problem_names_the_id_of_its_request(client: Client) -> None:
    for path in ("/v1/elements/Xx", "/v1/nope"):
        answer = client.get(path, headers={"X-Request-Id": "mine"})
        assert answer.json["request_id"] == answer.headers["X-Request-Id"] == "mine"


def test_every_answer_is_one_line_with_its_route_from_the_cache_as_well(
    client: Client, lines: Callable[[], list[Any]]
) -> None:
    first = client.get(SC)
    client.get(SC)
    client.get(SC, headers={"If-None-Match": first.headers["ETag"]})
    client.head(SC)
    client.get("/v1/elements/unobtainium")
    client.get("/nobody/made/this/path")
    client.open(SC, method="PROPFIND")
    found = [(each.method, each.route, each.status, each.bytes_out) for each in lines()]
    mention, size = "/v1/elements/<mention>", len(first.data)
    assert found[:4] == [
        ("GET", mention, 200, size),
        ("GET", mention, 200, size),
        ("GET", mention, 304, 0),
        ("HEAD", mention, 200, 0),
    ]
    assert [each[:3] for each in found[4:]] == [
        ("GET", mention, 404),
        ("GET", None, 404),
        ("other", None, 405),
    ]


def test_probes_leave_no_line(client: Client, lines: Callable[[], list[Any]]) -> None:
    assert client.get("/livez").status_code == client.get("/readyz").status_code == 200
    assert lines() == []


def test_a_line_has_outcomes_and_a_trace_that_is_one(
    client: Client, lines: Callable[[], list[Any]]
) -> None:
    client.post("/v1/classify", json={"items": ITEMS}, headers={"traceparent": TRACE})
    client.get(SC, headers={"traceparent": f'{TRACE}", "forged": "yes'})
    batch, look_up = lines()
    assert (batch.outcomes, batch.traceparent) == (OUTCOMES, TRACE)
    assert batch.bytes_in > len(ITEMS)
    assert not {"traceparent", "outcomes"} & set(vars(look_up))


def test_outcomes_of_a_column_are_those_of_all_its_lines(
    client: Client, lines: Callable[[], list[Any]]
) -> None:
    body = b'"Sc"\n"Sc"\nnull\n{bad\n'
    for query, outcomes in (
        ("", {"ok": 2, "missing": 1, "invalid": 1}),
        ("?distinct=true", {"ok": 2, "missing": 1, "invalid": 1}),
    ):
        answer = client.post(f"/v1/classify{query}", data=body, content_type="application/x-ndjson")
        assert answer.data
        assert lines()[-1].outcomes == outcomes


def test_a_client_that_leaves_before_the_end_is_logged_with_what_it_got(
    lines: Callable[[], list[Any]],
) -> None:
    closed = []

    class Pieces:
        def __iter__(self) -> Iterable[bytes]:
            yield from (b"abc", b"defg", b"h")

        def close(self) -> None:
            closed.append(True)

    def application(_: Any, start_response: Any) -> Any:
        start_response("200 OK", [])
        return Pieces()

    middleware = Middleware(application, Metrics(None))
    body = middleware(EnvironBuilder("/").get_environ(), lambda *_: None)
    pieces = iter(body)
    assert [next(pieces), next(pieces)] == [b"abc", b"defg"]
    assert lines() == []
    body.close()  # type: ignore[attr-defined]  # as a WSGI server does
    (line,) = lines()
    assert (line.status, line.bytes_out, closed) == (200, 7, [True])


def test_nothing_of_one_request_is_told_to_another(app: Flask) -> None:
    served = stack(app)
    cached: Any = served.application
    Client(served).get(SC, headers={"X-Request-Id": "id-of-mine"})
    (entry,) = cached.entries.values()
    assert b"id-of-mine" not in entry.body
    assert not {"X-Request-Id", "Date", "Set-Cookie"} & {name for name, _ in entry.head}


def test_the_notes_of_a_request_are_its_own() -> None:
    first, second = {}, {}  # type: dict[str, Any], dict[str, Any]
    notes(first).route = "/first"
    assert (notes(first).route, notes(second).route) == ("/first", None)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with Server(tmp_path_factory.mktemp("log")) as running:
        yield running


def logged(server: Server, request_id: str) -> list[dict[str, Any]]:
    parsed = [json.loads(line) for line in server.log().splitlines()]
    return [line for line in parsed if line.get("request_id") == request_id]


def test_over_the_wire_each_request_is_one_line_of_json(server: Server) -> None:
    raw = wire.get(SC, "X-Request-Id: wire", f"traceparent: {TRACE}")
    size = 0
    for _ in range(3):
        (answer,) = wire.exchange(server.port, raw)
        size = len(answer.body)
    until(lambda: len(logged(server, "wire")) == 3)
    for line in logged(server, "wire"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(\+00:00|Z)", line.pop("ts"))
        assert isinstance(line.pop("duration_ms"), float)
        assert line == {
            "level": "INFO",
            "name": "service.access",
            "message": "request",
            "request_id": "wire",
            "method": "GET",
            "route": "/v1/elements/<mention>",
            "status": 200,
            "bytes_in": 0,
            "bytes_out": size,
            "traceparent": TRACE,
        }


def test_a_level_above_info_writes_no_line(tmp_path: Path) -> None:
    with Server(tmp_path, LOG_LEVEL="WARNING") as server:
        assert wire.exchange(server.port, wire.get(SC))[0].status == 200
    assert server.log() == ""
