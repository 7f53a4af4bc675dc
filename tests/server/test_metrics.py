"""``/metrics`` of a real service with two workers, and the lines it writes."""

import http.client
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from prometheus_client.parser import text_string_to_metric_families

from service.server.metrics import FILES, Metrics, free_slot
from tests.conftest import TINY_SEEDS as TINY
from tests.support.clients import warm
from tests.support.processes import until, workers
from tests.support.server import Server, free_port

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

    def until_counted(self, method: str, route: str, status: int, number: float) -> None:
        """Wait until so many were counted: each is when the client has its last byte."""
        until(lambda: self.requests(method, route, status) >= number)
        assert self.requests(method, route, status) == number


@pytest.fixture
def measured(tmp_path: Path) -> Iterator[Measured]:
    port = free_port()
    with Server(tmp_path, WEB_CONCURRENCY="2", ELEMENTS_METRICS_PORT=str(port)) as server:
        yield Measured(server, port)


def counts_of(server: Server) -> Path | None:
    """Give the folder of a service's counts, from the files that its first process holds open."""
    held = [link.readlink() for link in Path(f"/proc/{server.pid}/fd").iterdir()]
    return next((path.parent for path in held if path.name.startswith("histogram_")), None)


def test_every_request_is_counted_once_whoever_answers_it(measured: Measured) -> None:
    asked = warm(measured.server, 100)
    for _ in range(3):  # whichever worker is asked
        measured.until_counted("GET", "/v1/elements/<mention>", 200, asked)
    route = (("route", "/v1/elements/<mention>"),)
    assert measured.samples()["http_request_duration_seconds_count", route] == asked
    folder = counts_of(measured.server)
    assert folder is not None
    counted = {path.name for path in folder.glob("counter_*.db")}
    assert {"counter_0.db", "counter_1.db"} <= counted


def test_a_dead_workers_counts_stay(measured: Measured) -> None:
    for _ in range(20):
        ask(measured.server.port, "/v1/dataset")
    started = measured.samples()["process_start_time_seconds", ()]
    before = workers(measured.server.pid)
    os.kill(before[0], signal.SIGKILL)
    until(lambda: len(set(workers(measured.server.pid)) - {before[0]}) == 2)
    for _ in range(20):
        ask(measured.server.port, "/v1/dataset")
    measured.until_counted("GET", "/v1/dataset", 200, 40)
    assert measured.samples()["process_start_time_seconds", ()] == started


def test_labels_are_patterns_and_known_words(measured: Measured) -> None:
    port = measured.server.port
    for path in ("/v1/elements/scandium", "/v1/elements/unobtainium", "/v1/concepts/rare-earth"):
        ask(port, path)
    ask(port, "/nobody/made/this/path")
    ask(port, "/v1/elements/Sc?concept=rare-earth")
    ask(port, "/v1/elements/Sc", method="PROPFIND")
    ask(port, "/v1/elements/Sc", method="HEAD")
    ask(port, "/livez")
    measured.until_counted("HEAD", "/v1/elements/<mention>", 200, 1)
    names = {sample for sample in measured.samples() if sample[0] == "http_requests_total"}
    labels = [dict(pairs) for _, pairs in names]
    routes = {each["route"] for each in labels}
    assert routes == {"/v1/elements/<mention>", "/v1/concepts/<concept_id>", "none"}
    assert {each["method"] for each in labels} == {"GET", "HEAD", "other"}
    assert {each["status"] for each in labels} == {"200", "404", "405"}


def test_items_are_counted_by_outcome_and_batches_by_size(measured: Measured) -> None:
    for items in (ITEMS, ITEMS * 100, []):
        assert ask(measured.server.port, "/v1/classify", {"items": items}).status == 200
    measured.until_counted("POST", "/v1/classify", 200, 3)
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


def test_a_request_that_the_cache_answers_is_counted_under_its_route(measured: Measured) -> None:
    port = measured.server.port
    for path, times in (("/v1/elements/Sc", 20), ("/v1/concepts", 15)):
        tags = {ask(port, path).headers["etag"] for _ in range(times)}
        (tag,) = tags
        assert ask(port, path, **{"If-None-Match": tag}).status == 304
    measured.until_counted("GET", "/v1/elements/<mention>", 200, 20)
    measured.until_counted("GET", "/v1/concepts", 200, 15)
    measured.until_counted("GET", "/v1/elements/<mention>", 304, 1)
    measured.until_counted("GET", "/v1/concepts", 304, 1)


def test_dead_workers_leave_no_files_and_lose_no_counts(measured: Measured) -> None:
    server, folder = measured.server, counts_of(measured.server)
    assert folder is not None
    warm(server, 100)
    asked = measured.requests("GET", "/v1/dataset", 200)
    for _ in range(20):
        victim, spared = workers(server.pid)
        os.kill(victim, signal.SIGKILL)
        until(lambda gone=victim: _replaced(server, gone))  # type: ignore[misc]  # its default is its type
        for _ in range(5):
            assert ask(server.port, "/v1/dataset").status == 200
        asked += 5
        measured.until_counted("GET", "/v1/dataset", 200, asked)
        assert spared in workers(server.pid)
    warm(server, 100)
    # one worker may have had no request yet when the other has answered all
    assert {path.stem.rpartition("_")[2] for path in folder.iterdir()} <= {"0", "1", "master"}


def _replaced(server: Server, gone: int) -> bool:
    now = workers(server.pid)
    return len(now) == 2 and gone not in now


def test_the_service_is_not_ready_while_requests_cannot_be_counted(measured: Measured) -> None:
    folder = counts_of(measured.server)
    assert folder is not None
    aside = folder.with_name(f"{folder.name}-aside")
    port = measured.server.port
    assert ask(port, "/readyz").status == 200
    folder.rename(aside)
    try:
        for _ in range(10):
            refused = ask(port, "/readyz")
            assert refused.status == 503
            assert json.loads(refused.body)["type"] == "/v1/problems/unavailable"
            assert "counted" in json.loads(refused.body)["detail"]
            assert ask(port, "/livez").status == ask(port, "/v1/elements/Sc").status == 200
    finally:
        aside.rename(folder)
    for _ in range(10):
        assert ask(port, "/readyz").status == 200


def test_a_full_file_system_of_the_metrics_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FILES, str(tmp_path))
    real = os.statvfs(tmp_path)
    metrics = object.__new__(Metrics)  # making it whole would change this process's registry
    metrics.port, metrics._uncounted = "9090", None
    assert metrics.fault() is None
    blocks = [*real]
    blocks[4] = 0  # free to users
    monkeypatch.setattr(os, "statvfs", lambda _: os.statvfs_result(blocks))
    assert "full" in str(metrics.fault())
    monkeypatch.undo()
    monkeypatch.setenv(FILES, str(tmp_path / "gone"))
    assert "cannot be counted" in str(metrics.fault())


@pytest.mark.parametrize(
    ("taken", "slot"), [([], 0), ([0, 1], 2), ([1, 2], 0), ([2, 0], 1), ([1, 1], 0)]
)
def test_a_replacement_takes_the_slot_that_is_free(taken: list[int], slot: int) -> None:
    assert free_slot(taken) == slot
