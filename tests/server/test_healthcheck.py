"""The container's health check, against servers that answer as told."""

import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from service.server import healthcheck


@pytest.fixture
def answering() -> Iterator[Callable[[int], str]]:
    """Start servers that answer ``/readyz`` with a status; gives the port of each."""
    with ExitStack() as stack:

        def start(status: int) -> str:
            class Answer(BaseHTTPRequestHandler):
                def do_GET(self) -> None:
                    self.send_response(status if self.path == "/readyz" else 404)
                    self.end_headers()

                def log_message(self, *_: object) -> None:
                    pass

            server = stack.enter_context(HTTPServer(("127.0.0.1", 0), Answer))
            thread = threading.Thread(target=server.serve_forever, args=(0.01,))
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.shutdown)
            return str(server.server_port)

        yield start


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::", "127.0.0.1", "localhost"])  # noqa: S104 - not listened on
def test_a_ready_service_is_found(answering: Callable[[int], str], host: str) -> None:
    assert healthcheck.fault({"PORT": answering(200), "HOST": host}) is None


def test_a_service_that_hangs_is_a_fault_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(healthcheck, "TIMEOUT", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = {"PORT": str(server.getsockname()[1])}
        assert "TimeoutError" in str(healthcheck.fault(port))
    assert "ConnectionRefusedError" in str(healthcheck.fault(port))


@pytest.mark.parametrize("port", ["", "http", "99999999"])
def test_a_port_that_is_none_is_a_fault_not_a_traceback(port: str) -> None:
    assert healthcheck.fault({"PORT": port})


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [(200, 0, ""), (204, 1, "204"), (302, 1, "302"), (503, 1, "503")],
)
def test_the_command_ends_with_0_where_ready_and_1_with_the_reason_where_not(
    answering: Callable[[int], str], status: int, code: int, said: str
) -> None:
    command = [sys.executable, "-m", "service.server.healthcheck"]
    env = {"PORT": answering(status)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, bool(done.stderr)) == (code, "", bool(said))
    assert said in done.stderr
