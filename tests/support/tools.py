"""What the tests of ``deploy/`` need beside pytest: programs, a real nginx, and plain HTTP."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, NoReturn, Self

import pytest

from service.answers.problem_types import TYPES
from tests.support.server import ROOT, free_port

DEPLOY = ROOT / "deploy"
_DEADLINE = 30.0


def lacking(what: str) -> NoReturn:
    """Skip for want of something, or fail where nothing may be wanting."""
    reason = f"{what}: .ci/run installs it"
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def program(name: str) -> str:
    """Give the path of a program."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    return found or lacking(f"{name} is not installed")


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(
    port: int,
    path: str,
    *,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    body: bytes | None = None,
    chunked: bool = False,
) -> Answer:
    """Ask on a connection of its own; the names of headers come back in lower case."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        sent = iter([body]) if chunked and body is not None else body
        connection.request(method, path, sent, headers or {}, encode_chunked=chunked)
        return received(connection.getresponse())
    finally:
        connection.close()


def received(response: http.client.HTTPResponse) -> Answer:
    """Read an answer whole."""
    found = {name.lower(): value for name, value in response.getheaders()}
    return Answer(response.status, found, response.read())


def problem(answer: Answer, status: int, slug: str) -> dict[str, Any]:
    """Hold a refusal of the proxy against the catalogue of problems, and give what it says."""
    said: dict[str, Any] = json.loads(answer.body)
    assert (answer.status, said["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert (said["type"], said["title"]) == (f"/v1/problems/{slug}", TYPES[slug].title)
    assert said["request_id"] == answer.headers["x-request-id"]
    return said


class Nginx:
    """A real nginx with a file of ``deploy/``, moved to a free port and a folder of the test's.

    Args:
        folder: for its logs and whatever it writes.
        text: the whole configuration.
        port: where it listens.
    """

    def __init__(self, folder: Path, text: str, port: int) -> None:
        self.port = port
        self.folder = folder
        self._answers = f"{folder}/nginx-proxy/"
        self._command = [program("nginx"), "-p", str(folder), "-e", str(folder / "error.log")]
        self._command += ["-c", str(folder / "nginx.conf"), "-g"]
        # only a superuser may, and must, say whose its workers are: the folder is the test's
        self._globals = "daemon off;" + (" user root;" if os.geteuid() == 0 else "")
        (folder / "nginx.conf").write_text(text, "utf-8")

    def validated(self) -> str:
        """Let nginx check the configuration, and give what it says."""
        done = subprocess.run(
            [*self._command, self._globals, "-t"], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stderr

    def __enter__(self) -> Self:
        with (self.folder / "out.log").open("wb") as out, (self.folder / "err.log").open("wb") as e:
            self._process = subprocess.Popen([*self._command, self._globals], stdout=out, stderr=e)
        deadline = time.monotonic() + _DEADLINE
        while time.monotonic() < deadline:
            assert self._process.poll() is None, self.log()
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=5):
                    return self
            except OSError:
                time.sleep(0.02)
        raise AssertionError(f"It does not listen: {self.log()}")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.wait(_DEADLINE)

    def log(self) -> str:
        """Give what it wrote, but for what it noted of requests."""
        logs = [self.folder / "err.log", self.folder / "error.log"]
        return "".join(log.read_text("utf-8") for log in logs if log.exists())

    def noted(self) -> str:
        """Give what it noted of requests."""
        return (self.folder / "out.log").read_text("utf-8")

    def laid_down(self) -> int:
        """Give the bytes of answers that its workers hold in files, which have no name any more."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text()
        opened = [file for pid in children.split() for file in Path(f"/proc/{pid}/fd").iterdir()]
        return sum(map(self._size, opened))

    def _size(self, opened: Path) -> int:
        """Give the size of an answer; none where the file is another, or was closed meanwhile."""
        with suppress(FileNotFoundError):
            if str(opened.readlink()).startswith(self._answers):
                return opened.stat().st_size
        return 0


def changed(text: str, changes: dict[str, str]) -> str:
    """Replace passages that must be there, so that no test runs a file other than it thinks."""
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def proxy(folder: Path, service_port: int, changes: dict[str, str] | None = None) -> Nginx:
    """Make the proxy of ``deploy/nginx.conf`` in front of a service on loopback."""
    port = free_port()
    text = (DEPLOY / "nginx.conf").read_text("utf-8")
    moved = {
        "element-classifier:8000": f"127.0.0.1:{service_port}",
        "listen 8080;": f"listen 127.0.0.1:{port};",
        "/tmp/nginx": f"{folder}/nginx",  # noqa: S108 - the file's own
        "/dev/shm/nginx-answers": f"{folder}/answers",  # noqa: S108 - likewise
    }
    return Nginx(folder, changed(text, {**moved, **(changes or {})}), port)


def static_host(folder: Path, exported: Path) -> Nginx:
    """Make the host of ``deploy/nginx-static.conf`` over an export."""
    port = free_port()
    moved = {
        "listen 8080;": f"listen 127.0.0.1:{port};",
        "/srv/element-classifier": str(exported),
    }
    snippet = changed((DEPLOY / "nginx-static.conf").read_text("utf-8"), moved)
    text = (
        f"pid {folder}/nginx.pid; events {{}} http {{ access_log off; "
        f"client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; "
        f"fastcgi_temp_path {folder}/3; scgi_temp_path {folder}/4; uwsgi_temp_path {folder}/5;\n"
        f"{snippet}}}"
    )
    return Nginx(folder, text, port)
