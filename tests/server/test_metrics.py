"""``/metrics`` of a real service with two workers, and the lines it writes."""

import errno
import http.client
import json
import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from flask import Flask
from prometheus_client.parser import text_string_to_metric_families

from tests.support.clients import warm
from tests.support.server import Server, free_port

TINY = Path(__file__).parent / "tiny_seeds"
TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
ITEMS = ["Sc", "иттрий", 21, "NA", "REE", None, "unobtainium"]
OUTCOMES = {"ok": 3, "missing": 1, "unknown": 1, "ambiguous": 1, "collective-term": 1}


class Asked(NamedTuple):
    """A status, headers and a body."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(
    port: int, path: str, body: object = None, method: str | None = None, **headers: str
) -> Asked:
    """Ask on a connection of its own, so that either worker may take it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    sent = None if body is None else json.dumps(body).encode()
    if sent is not None:
        headers["Content-Type"] = "application/json"
    method = method or ("GET" if sent is None else "POST")
    try:
        connection.request(method, path, sent, headers)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Asked(answer.status, found, answer.read())
    finally:
        connection.close()


class Measured(NamedTuple):
    """A service and its port for metrics."""

    server: Server
    port: int

    def samples(self) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
        """Scrape once."""
        answer = ask(self.port, "/metrics")
        assert answer.status == 200
        assert answer.headers["content-type"].startswith("text/plain")
        families = text_string_to_metric_families(answer.body.decode())
        return {
            (sample.name, tuple(sorted(sample.labels.items()))): sample.value
            for family in families
            for sample in family.samples
        }

    def requests(self, method: str, route: str, status: int) -> float:
        """Give how many requests of a kind were counted."""
        labels = (("method", method), ("route", route), ("status", str(status)))
        return self.samples().get(("http_requests_total", labels), 0)


@pytest.fixture
def measured(tmp_path: Path) -> Iterator[Measured]:
    port = free_port()
    with Server(tmp_path, WEB_CONCURRENCY="2", ELEMENTS_METRICS_PORT=str(port)) as server:
        yield Measured(server, port)


def workers(server: Server) -> list[int]:
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text()
    return [int(pid) for pid in children.split()]


def counts_of(server: Server) -> Path | None:
    """Give the folder of a service's counts, from the files that its first process holds open."""
    held = [link.readlink() for link in Path(f"/proc/{server.pid}/fd").iterdir()]
    return next((path.parent for path in held if path.name.startswith("histogram_")), None)


def test_every_request_is_counted_once_whoever_answers_it(measured: Measured) -> None:
    asked = warm(measured.server, 100)
    for _ in range(3):  # whichever worker is asked
        assert measured.requests("GET", "/v1/elements/<mention>", 200) == asked
    route = (("route", "/v1/elements/<mention>"),)
    assert measured.samples()["http_request_duration_seconds_count", route] == asked
    folder = counts_of(measured.server)
    assert folder is not None
    counted = list(folder.glob("counter_*.db"))
    assert {f"counter_{pid}.db" for pid in workers(measured.server)} <= {c.name for c in counted}


def test_a_dead_workers_counts_stay(measured: Measured) -> None:
    for _ in range(20):
        ask(measured.server.port, "/v1/dataset")
    started = measured.samples()["process_start_time_seconds", ()]
    before = workers(measured.server)
    os.kill(before[0], signal.SIGKILL)
    deadline = time.monotonic() + 30
    while len(set(workers(measured.server)) - {before[0]}) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    for _ in range(20):
        ask(measured.server.port, "/v1/dataset")
    assert measured.requests("GET", "/v1/dataset", 200) == 40
    assert measured.samples()["process_start_time_seconds", ()] == started
    assert abs(started - time.time()) < 120


def test_labels_are_patterns_and_known_words(measured: Measured) -> None:
    port = measured.server.port
    for path in ("/v1/elements/scandium", "/v1/elements/unobtainium", "/v1/concepts/rare-earth"):
        ask(port, path)
    ask(port, "/nobody/made/this/path")
    ask(port, "/v1/elements/Sc?concept=rare-earth")
    ask(port, "/v1/elements/Sc", method="PROPFIND")
    ask(port, "/v1/elements/Sc", method="HEAD")
    ask(port, "/livez")
    names = {sample for sample in measured.samples() if sample[0] == "http_requests_total"}
    labels = [dict(pairs) for _, pairs in names]
    routes = {each["route"] for each in labels}
    assert routes == {"/v1/elements/<mention>", "/v1/concepts/<concept_id>", "none"}
    assert {each["method"] for each in labels} == {"GET", "HEAD", "other"}
    assert {each["status"] for each in labels} == {"200", "404", "405"}


def test_items_are_counted_by_outcome_and_batches_by_size(measured: Measured) -> None:
    for items in (ITEMS, ITEMS * 100, []):
        assert ask(measured.server.port, "/v1/classify", {"items": items}).status == 200
    samples = measured.samples()
    for outcome, number in OUTCOMES.items():
        assert samples["items_total", (("outcome", outcome),)] == 101 * number
    assert samples["batch_items_count", ()] == 2
    assert samples["batch_items_sum", ()] == 101 * len(ITEMS)
    bounds = {"1.0": 0, "10.0": 1, "100.0": 1, "1000.0": 2, "+Inf": 2}
    for bound, number in bounds.items():
        assert samples["batch_items_bucket", (("le", bound),)] == number


def test_the_metrics_are_on_their_own_port_alone(measured: Measured) -> None:
    forged = f"127.0.0.1:{measured.port}"
    port = measured.server.port
    assert ask(port, "/metrics").status == 404
    for name in ("Host", "X-Forwarded-Host", "X-Forwarded-Port"):
        answer = ask(port, "/metrics", **{name: forged})
        assert answer.status == 404
        assert b"http_requests_total" not in answer.body
    assert ask(port, f"http://{forged}/metrics").status == 404
    for path in ("/", "/v1/elements/Sc", "/livez", "/metrics/", "//metrics"):
        assert ask(measured.port, path).status == 404
    # a scrape is no request of a user
    assert not [name for name, labels in measured.samples() if "/metrics" in str(labels)]


def test_without_a_port_there_are_no_metrics(tmp_path: Path) -> None:
    with Server(tmp_path, ELEMENTS_SEEDS=str(TINY)) as server:
        assert ask(server.port, "/metrics").status == 404
        assert counts_of(server) is None


def test_the_counts_files_go_with_the_service(tmp_path: Path) -> None:
    settings = {"ELEMENTS_METRICS_PORT": str(free_port()), "ELEMENTS_SEEDS": str(TINY)}
    with Server(tmp_path, **settings) as server:
        assert ask(server.port, "/v1/dataset").status == 200
        folder = counts_of(server)
        assert folder is not None
        assert list(folder.iterdir())
    assert not folder.exists()


def test_a_line_tells_duration_outcomes_and_trace(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        sent = {"traceparent": TRACE, "X-Request-Id": "batch-1"}
        ask(server.port, "/v1/classify", {"items": ITEMS}, **sent)
        ask(server.port, "/v1/elements/Sc", traceparent=f'{TRACE}", "forged": "yes')
        ask(server.port, "/v1/resolve?q=secret")
        time.sleep(0.2)
    lines = [json.loads(line) for line in server.log().splitlines()]
    batch, ready, query = [line for line in lines if line.get("message") == "request"]
    assert batch["outcomes"] == OUTCOMES
    assert (batch["request_id"], batch["traceparent"]) == ("batch-1", TRACE)
    assert (batch["method"], batch["route"], batch["status"]) == ("POST", "/v1/classify", 200)
    assert batch["duration_ms"] > 0
    assert batch["bytes_in"] == len(json.dumps({"items": ITEMS}).encode())
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", batch["ts"])
    assert not {"traceparent", "forged", "outcomes"} & set(ready)
    assert ready["route"] == "/v1/elements/<mention>"
    assert "secret" not in json.dumps(query)


def test_a_log_that_cannot_be_written_costs_no_answer(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int, __: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("service.access.os.write", full)
    assert app.test_client().get("/v1/elements/Sc").status_code == 200
