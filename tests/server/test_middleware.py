"""The middleware: each request has an id and one line in the log, whoever answers it."""

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import Client, EnvironBuilder, TestResponse

from service.app import create_app
from service.catalogue import Catalogue
from service.server.metrics import Metrics
from service.server.middleware import Middleware
from tests.support import wire
from tests.support.processes import until
from tests.support.server import Server
from tests.support.stack import stack

SC, CLASSIFY = "/v1/elements/Sc", "/v1/classify"
MENTION = "/v1/elements/<mention>"
ITEMS = ["Sc", "иттрий", 21, "NA", "REE", None, "unobtainium"]
OUTCOMES = {"ok": 3, "missing": 1, "unknown": 1, "ambiguous": 1, "collective-term": 1}
TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
Lines = Callable[[], list[Any]]


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
def lines(caplog: pytest.LogCaptureFixture) -> Lines:
    """Give the access log's lines so far."""
    caplog.set_level(logging.INFO, "service.access")
    return lambda: [each for each in caplog.records if each.name == "service.access"]


@pytest.mark.parametrize("given", ["a", "A-1_b.c:d", "x" * 64])
def test_an_id_that_fits_is_kept(client: Client, given: str, lines: Lines) -> None:
    for path in (SC, SC, "/v1/elements/Xx", "/v1/nope"):
        answer = client.get(path, headers={"X-Request-Id": given})
        assert answer.headers.getlist("X-Request-Id") == [given]
        assert answer.status_code == 200 or answer.json["request_id"] == given
    assert [line.request_id for line in lines()] == [given] * 4


@pytest.mark.parametrize("given", [None, "", "x" * 65, "a b", "a/b", "é", '"', "a\tb"])
def test_another_id_is_replaced_also_for_a_hit(client: Client, given: str | None) -> None:
    headers = {} if given is None else {"X-Request-Id": given}
    found = [client.get(SC, headers=headers).headers.getlist("X-Request-Id") for _ in range(3)]
    assert all(len(ids) == 1 and re.fullmatch("[0-9a-f]{32}", ids[0]) for ids in found)
    assert len({ids[0] for ids in found}) == 3


def test_every_answer_is_one_line_also_from_the_cache(client: Client, lines: Lines) -> None:
    first = client.get(SC)
    client.get(SC)
    client.get(SC, headers={"If-None-Match": first.headers["ETag"]})
    client.head(SC)
    problem = client.get("/v1/elements/unobtainium")
    client.get("/livez")
    client.get("/readyz")
    assert [(each.method, each.route, each.status, each.bytes_out) for each in lines()] == [
        *[("GET", MENTION, 200, len(first.data))] * 2,
        *(("GET", MENTION, 304, 0), ("HEAD", MENTION, 200, 0)),
        ("GET", MENTION, 404, len(problem.data)),
    ]


SECRETS: list[tuple[str, str, dict[str, Any], str | None, int]] = [
    ("GET", "/v1/elements/sEcReT?concept=sEcReT", {}, MENTION, 422),
    ("GET", "/sEcReT", {}, None, 404),
    ("POST", CLASSIFY, {"json": {"items": ["sEcReT"]}}, CLASSIFY, 200),
    ("POST", CLASSIFY, {"data": b'{"sEcReT"', "content_type": wire.JSON}, CLASSIFY, 400),
    ("SECRET", "/", {"headers": {"User-Agent": "sEcReT\\"}}, None, 405),
]


@pytest.mark.parametrize("case", SECRETS)
def test_a_line_does_not_tell_what_was_asked(client: Client, lines: Lines, case: Any) -> None:
    method, path, more, route, status = case
    client.open(path, method=method, **more)
    (line,) = lines()
    known = method if method in ("GET", "POST") else "other"
    assert (line.method, line.route, line.status) == (known, route, status)
    assert "secret" not in str(vars(line)).lower()


def test_a_line_has_outcomes_and_a_trace_that_is_one(client: Client, lines: Lines) -> None:
    client.post(CLASSIFY, json={"items": ITEMS}, headers={"traceparent": TRACE})
    client.get(SC, headers={"traceparent": f'{TRACE}", "forged": "yes'})
    batch, look_up = lines()
    assert (batch.outcomes, batch.traceparent) == (OUTCOMES, TRACE)
    assert batch.bytes_in > len(ITEMS)
    assert not {"traceparent", "outcomes"} & set(vars(look_up))


@pytest.mark.parametrize("query", ["", "?distinct=true"])
def test_a_column_has_outcomes_of_all_lines(client: Client, lines: Lines, query: str) -> None:
    body = b'"Sc"\n"Sc"\nnull\n{bad\n'
    client.post(f"{CLASSIFY}{query}", data=body, content_type=wire.NDJSON)
    assert lines()[-1].outcomes == {"ok": 2, "missing": 1, "invalid": 1}


def test_a_client_that_leaves_before_the_end_is_logged_with_what_it_got(lines: Lines) -> None:
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


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("log")) as running:
        yield running


def test_each_request_over_the_wire_is_one_line(server: Server, quiet_server: Server) -> None:
    raw = wire.get(SC, "X-Request-Id: wire", f"traceparent: {TRACE}")
    for _ in range(3):
        (answer,) = wire.exchange(server.port, raw)
    until(lambda: server.log().count('"wire"') == 3)
    for line in [json.loads(line) for line in server.log().splitlines() if '"wire"' in line]:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(\+00:00|Z)", line.pop("ts"))
        assert isinstance(line.pop("duration_ms"), float)
        assert line == {
            **{"level": "INFO", "name": "service.access", "message": "request"},
            **{"request_id": "wire", "method": "GET", "route": MENTION, "status": 200},
            **{"bytes_in": 0, "bytes_out": len(answer.body), "traceparent": TRACE},
        }
    # at a level above, there is none
    assert wire.exchange(quiet_server.port, raw)[0].status == 200
    assert '"wire"' not in quiet_server.log()
