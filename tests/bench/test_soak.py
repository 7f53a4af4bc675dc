"""The soak's own eyes: what it must see, and what it must bear."""

import os
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from benchmarks.load import Run
from benchmarks.servers import _kib
from benchmarks.soak import Watch, _log_faults, _lost
from benchmarks.visitors import Question, Visitors


class Fickle(BaseHTTPRequestHandler):
    """Answers what it is told to, one after the other, and the last for ever."""

    protocol_version = "HTTP/1.1"
    answers: ClassVar[list[tuple[int, bytes]]] = []

    def do_GET(self) -> None:
        status, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if not status:
            self.close_connection = True
            return
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Fickle) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def visited(port: int, answers: list[tuple[int, bytes]], bearable: list[int]) -> Visitors:
    Fickle.answers = answers
    with Visitors(port, [Question("/x")], 1, 0.001, bearable) as visitors:
        while len(Fickle.answers) > 1 or sum(visitors.statuses.values()) < 3:
            pass
    return visitors


def test_another_answer_to_the_same_question_is_seen(port: int) -> None:
    found = visited(port, [(200, b"one"), (200, b"one"), (200, b"two"), (200, b"one")], [])
    assert found.faults == Counter({"GET /x: another answer": 1})


def test_another_status_is_seen_unless_it_is_to_be_borne(port: int) -> None:
    answers = [(200, b"one"), (507, b""), (500, b""), (200, b"one")]
    assert visited(port, list(answers), []).faults.total() == 2
    assert visited(port, list(answers), [507]).faults == Counter({"GET /x: 500": 1})


def test_a_connection_without_an_answer_is_counted(port: int) -> None:
    found = visited(port, [(200, b"one"), (0, b""), (200, b"one")], [])
    assert (found.cut, found.faults.total()) == (1, 0)


def test_a_service_that_is_not_right_at_the_start_is_not_soaked(port: int) -> None:
    Fickle.answers = [(404, b"")]
    with pytest.raises(RuntimeError, match="404 at the start"):
        Visitors(port, [Question("/x")], 1, 0.0)


@pytest.mark.parametrize(
    ("broken", "cut", "kills", "told"),
    [(0, 0, None, 0), (1, 0, None, 1), (0, 1, None, 1), (4, 4, 1, 0), (5, 5, 1, 2)],
)
def test_only_workers_that_ended_may_lose_connections(
    broken: int, cut: int, kills: int | None, told: int
) -> None:
    harm: Any = None if kills is None else SimpleNamespace(done=Counter(kill=kills))
    visitors: Any = SimpleNamespace(cut=cut)
    assert len(list(_lost([Run(9, broken, 1, 1, broken)], visitors, harm))) == told
    assert len(list(_lost([Run(9, broken + 1, 1, 1, broken)], visitors, harm))) == told + 1


def test_the_log_of_a_service_in_good_health_has_no_error() -> None:
    line = '{"level": "%s", "message": "%s"}\n'
    assert list(_log_faults(line % ("INFO", "x"), chaos=False)) == []
    killed = line % ("ERROR", "Worker was sent SIGKILL!")
    assert len(list(_log_faults(killed, chaos=False))) == 1
    assert list(_log_faults(killed, chaos=True)) == []
    assert len(list(_log_faults("Traceback", chaos=True))) == 1


def test_levels_are_those_of_the_warm_and_of_the_last_part() -> None:
    watch = Watch.__new__(Watch)
    watch.samples = [1.0] * 10 + [5.0] * 10 + [9.0] * 10
    assert watch.levels() == (5.0, 9.0)


def test_memory_is_counted_once() -> None:
    pid = os.getpid()
    assert _kib(pid, "Private") <= _kib(pid, "Pss") <= _kib(pid, "Rss")
