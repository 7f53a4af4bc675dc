"""A restart of the service behind the proxy: cached answers go on, others are a 503."""

import os
import signal
import threading
import time
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path

import pytest

from service.catalogue import Catalogue
from tests.support.processes import workers
from tests.support.server import Server, free_port
from tests.support.tools import ask, problem, proxy


def _warm(port: int, catalogue: Catalogue) -> dict[str, bytes]:
    paths = [*(f"/v1/elements/{symbol}" for symbol in catalogue.elements), "/v1/dataset"]
    return {path: ask(port, path).body for path in paths}


def test_a_reload_loses_no_look_up(
    tmp_path: Path, catalogue: Catalogue, fast: dict[str, str]
) -> None:
    """Workers that end on SIGHUP finish what they have, and close no connection in use."""
    port = free_port()
    # an idle connection keeps a worker for seconds: more questions than can be asked in them
    days = (date(2016, 1, 1) + timedelta(days=n) for n in count())
    paths = (f"/v1/elements/{symbol}?as_of={day}" for day in days for symbol in catalogue.elements)
    misses = 0
    with proxy(tmp_path, port, fast) as front, Server(tmp_path, PORT=str(port)) as server:
        before = workers(server.pid)
        os.kill(server.pid, signal.SIGHUP)
        deadline = time.monotonic() + 30
        while set(before) & set(workers(server.pid)) or misses < 300:
            if time.monotonic() > deadline:
                pytest.fail("The old workers did not end.")
            answer = ask(front.port, next(paths))
            assert (answer.status, answer.headers["x-cache"]) == (200, "MISS")
            misses += 1
    assert misses >= 300


def test_old_answers_go_on_meanwhile(
    tmp_path: Path, catalogue: Catalogue, fast: dict[str, str]
) -> None:
    aged = {
        "proxy_cache answers;": "proxy_cache answers; proxy_cache_valid 200 1s; "
        "proxy_ignore_headers Cache-Control;"
    }
    port = free_port()
    with proxy(tmp_path, port, {**fast, **aged}) as front:
        with Server(tmp_path, PORT=str(port)):
            wanted = _warm(front.port, catalogue)
        time.sleep(1.5)  # all that is kept is past its time, and nobody can renew it
        for path, body in wanted.items():
            answer = ask(front.port, path)
            assert (answer.status, answer.body) == (200, body)
            assert answer.headers["x-cache"] in ("STALE", "UPDATING")
        absent = ask(front.port, "/v1/elements")
        problem(absent, 503, "unavailable")
        assert absent.headers["retry-after"] == "2"
        with Server(tmp_path, PORT=str(port)):
            ask(front.port, "/v1/elements/Sc")
            time.sleep(0.5)
            renewed = ask(front.port, "/v1/elements/Sc")
            assert (renewed.status, renewed.body) == (200, wanted["/v1/elements/Sc"])
            assert renewed.headers["x-cache"] != "STALE"


class _Data(BaseHTTPRequestHandler):
    """A service whose answers are good for a second, and whose data are of one release."""

    protocol_version = "HTTP/1.1"
    release = b"old"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("ETag", f'"{self.release.decode()}"')
        self.send_header("Cache-Control", "public, max-age=1, stale-while-revalidate=86400")
        self.send_header("Content-Length", str(len(self.release)))
        self.end_headers()
        self.wfile.write(self.release)

    def log_message(self, *_: object) -> None:
        pass


def test_new_data_replace_open_files(tmp_path: Path, fast: dict[str, str]) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Data) as upstream:
        serving = threading.Thread(target=upstream.serve_forever)
        serving.start()
        try:
            with proxy(tmp_path, upstream.server_port, fast) as front:
                assert {ask(front.port, "/v1/dataset").body for _ in range(50)} == {b"old"}
                _Data.release = b"new"
                time.sleep(2.1)
                ask(front.port, "/v1/dataset")  # may still be the old one: it has it renewed
                time.sleep(0.5)
                # every worker of nginx has had the old file open
                assert {ask(front.port, "/v1/dataset").body for _ in range(50)} == {b"new"}
        finally:
            upstream.shutdown()
            serving.join()
