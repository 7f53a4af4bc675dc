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


@pytest.fixture
def silent_port() -> Iterator[str]:
    """A port that is listened on and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield str(server.getsockname()[1])


ANY = "0.0.0.0"  # noqa: S104 - only compared with, never listened on


@pytest.mark.parametrize("host", ["", ANY, "::", "127.0.0.1", "localhost"])
def test_a_ready_service_is_found_on_its_port_whatever_it_listens_on(
    answering: Callable[[int], str], host: str
) -> None:
    assert healthcheck.fault({"PORT": answering(200), "HOST": host}) is None


@pytest.mark.parametrize("status", [204, 302, 404, 500, 503])
def test_any_other_status_is_a_fault_that_names_it(
    answering: Callable[[int], str], status: int
) -> None:
    assert str(status) in str(healthcheck.fault({"PORT": answering(status)}))


def test_a_port_where_nobody_listens_is_a_fault() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert "ConnectionRefusedError" in str(healthcheck.fault({"PORT": str(port)}))


def test_a_service_that_hangs_is_a_fault_before_the_engine_gives_up(
    silent_port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(healthcheck, "TIMEOUT", 0.1)
    assert "TimeoutError" in str(healthcheck.fault({"PORT": silent_port}))


@pytest.mark.parametrize("port", ["", "http", "99999999"])
def test_a_port_that_is_none_is_a_fault_not_a_traceback(port: str) -> None:
    assert healthcheck.fault({"PORT": port})


def test_the_command_ends_with_0_where_ready_and_1_with_the_reason_where_not(
    answering: Callable[[int], str],
) -> None:
    ready, broken = (
        subprocess.run(
            [sys.executable, "-m", "service.server.healthcheck"],
            env={"PORT": answering(status)},
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
        for status in (200, 503)
    )
    assert (ready.returncode, ready.stdout, ready.stderr) == (0, "", "")
    assert broken.returncode == 1
    assert "503" in broken.stderr
