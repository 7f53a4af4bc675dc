"""``/metrics`` of a real service with two workers."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from prometheus_client.parser import text_string_to_metric_families

from service.server.metrics import FILES, Metrics, free_slot
from tests.support import wire
from tests.support.clients import warm
from tests.support.processes import until, workers
from tests.support.server import Server, free_port

ITEMS = ["Sc", "иттрий", 21, "NA", "REE", None, "unobtainium"]
OUTCOMES = {"ok": 3, "missing": 1, "unknown": 1, "ambiguous": 1, "collective-term": 1}
Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def ask(port: int, path: str, *headers: str, method: str = "GET") -> wire.Answer:
    """Ask on a connection of its own, so that either worker may take it."""
    (answer,) = wire.exchange(port, wire.get(path, *headers, method=method), method=method)
    return answer


class Measured(NamedTuple):
    """A service and its port for metrics."""

    server: Server
    port: int

    def samples(self) -> Samples:
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


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Measured]:
    port = free_port()
    folder = tmp_path_factory.mktemp("metrics")
    with Server(folder, WEB_CONCURRENCY="2", ELEMENTS_METRICS_PORT=str(port)) as server:
        counts = counts_of(server)
        assert counts is not None
        yield Measured(server, port)
    assert not counts.exists()


def counts_of(server: Server) -> Path | None:
    """Give the folder of a service's counts, from the files that its first process holds open."""
    held = [link.readlink() for link in Path(f"/proc/{server.pid}/fd").iterdir()]
    return next((path.parent for path in held if path.name.startswith("histogram_")), None)


def test_every_request_is_counted_once_whoever_answers_it(measured: Measured) -> None:
    mention = "/v1/elements/<mention>"
    asked = warm(measured.server, 100)
    tag = ask(measured.server.port, "/v1/elements/Sc").headers["etag"]
    unchanged = ask(measured.server.port, "/v1/elements/Sc", f"If-None-Match: {tag}")
    assert unchanged.status == 304
    for _ in range(3):  # whichever worker is asked
        measured.until_counted("GET", mention, 200, asked + 1)
    measured.until_counted("GET", mention, 304, 1)
    duration = ("http_request_duration_seconds_count", (("route", mention),))
    assert measured.samples()[duration] == asked + 2
    folder = counts_of(measured.server)
    assert folder is not None
    assert {path.name for path in folder.glob("counter_*.db")} >= {"counter_0.db", "counter_1.db"}


def test_labels_are_patterns_and_known_words(measured: Measured) -> None:
    port = measured.server.port
    for path in (
        "/v1/elements/unobtainium",
        "/v1/elements/Sc?strict=true",
        "/v1/concepts/x",
        "/no",
    ):
        ask(port, path)
    for method in ("PROPFIND", "HEAD"):
        ask(port, "/v1/elements/Sc", method=method)
    ask(port, "/livez")
    measured.until_counted("HEAD", "/v1/elements/<mention>", 200, 1)
    labels = [dict(pairs) for name, pairs in measured.samples() if name == "http_requests_total"]
    routes = {each["route"] for each in labels}
    assert routes >= {"/v1/elements/<mention>", "/v1/concepts/<concept_id>", "none"}
    assert all("Sc" not in route and "livez" not in route for route in routes)
    assert {each["method"] for each in labels} >= {"GET", "HEAD", "other"}
    assert {each["status"] for each in labels} >= {"200", "404", "405"}


def test_items_are_counted_by_outcome_and_batches_by_size(measured: Measured) -> None:
    for items in (ITEMS, ITEMS * 100, []):
        raw = wire.post("/v1/classify", json.dumps({"items": items}).encode())
        (answer,) = wire.exchange(measured.server.port, raw)
        assert answer.status == 200
    measured.until_counted("POST", "/v1/classify", 200, 3)
    samples = measured.samples()
    for outcome, number in OUTCOMES.items():
        assert samples["items_total", (("outcome", outcome),)] == 101 * number
    assert samples["batch_items_count", ()] == 2
    assert samples["batch_items_sum", ()] == 101 * len(ITEMS)
    for bound, number in {"1.0": 0, "10.0": 1, "100.0": 1, "1000.0": 2, "+Inf": 2}.items():
        assert samples["batch_items_bucket", (("le", bound),)] == number


def test_the_metrics_are_on_their_own_port_alone(measured: Measured, quiet_server: Server) -> None:
    forged = f"127.0.0.1:{measured.port}"
    port = measured.server.port
    for name in ("X-Forwarded-Host", "X-Forwarded-Port"):
        assert ask(port, "/metrics", f"{name}: {forged}").status == 404
    host = wire.get("/metrics").replace(b"Host: x", f"Host: {forged}".encode())
    assert wire.exchange(port, host)[0].status == 404
    assert ask(port, f"http://{forged}/metrics").status == 404
    for path in ("/", "/v1/elements/Sc", "/livez", "/metrics/", "//metrics"):
        assert ask(measured.port, path).status == 404
    # a scrape is no request of a user
    assert not [name for name, labels in measured.samples() if "/metrics" in str(labels)]
    assert ask(quiet_server.port, "/metrics").status == 404
    assert counts_of(quiet_server) is None


def test_the_service_is_not_ready_while_requests_cannot_be_counted(measured: Measured) -> None:
    folder = counts_of(measured.server)
    assert folder is not None
    aside = folder.with_name(f"{folder.name}-aside")
    port = measured.server.port
    folder.rename(aside)
    try:
        for _ in range(10):
            refused = ask(port, "/readyz")
            assert (refused.status, refused.json()["type"]) == (503, "/v1/problems/unavailable")
            assert "counted" in refused.json()["detail"]
            assert ask(port, "/livez").status == ask(port, "/v1/elements/Sc").status == 200
    finally:
        aside.rename(folder)
    for _ in range(10):
        assert ask(port, "/readyz").status == 200


def test_dead_workers_leave_no_files_and_lose_no_counts(measured: Measured) -> None:
    server, folder = measured.server, counts_of(measured.server)
    assert folder is not None
    started = measured.samples()["process_start_time_seconds", ()]
    for kills in range(1, 6):
        victim, spared = workers(server.pid)
        os.kill(victim, signal.SIGKILL)
        until(lambda gone=victim: _replaced(server, gone))  # type: ignore[misc]  # its default is its type
        for _ in range(5):
            assert ask(server.port, "/v1/dataset").status == 200
        measured.until_counted("GET", "/v1/dataset", 200, 5 * kills)
        assert spared in workers(server.pid)
    assert measured.samples()["process_start_time_seconds", ()] == started
    # one worker may have had no request yet when the other has answered all
    assert {path.stem.rpartition("_")[2] for path in folder.iterdir()} <= {"0", "1", "master"}


def _replaced(server: Server, gone: int) -> bool:
    now = workers(server.pid)
    return len(now) == 2 and gone not in now


def test_a_full_file_system_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FILES, str(tmp_path))
    blocks = [*os.statvfs(tmp_path)]
    metrics = object.__new__(Metrics)  # making it whole would change this process's registry
    metrics.port, metrics._uncounted = "9090", None
    assert metrics.fault() is None
    blocks[4] = 0  # free to users
    monkeypatch.setattr(os, "statvfs", lambda _: os.statvfs_result(blocks))
    assert "full" in str(metrics.fault())
    monkeypatch.undo()
    monkeypatch.setenv(FILES, str(tmp_path / "gone"))
    assert "cannot be counted" in str(metrics.fault())


@pytest.mark.parametrize(("taken", "slot"), [([], 0), ([0, 1], 2), ([1, 2], 0), ([1, 1], 0)])
def test_a_replacement_takes_the_slot_that_is_free(taken: list[int], slot: int) -> None:
    assert free_slot(taken) == slot
