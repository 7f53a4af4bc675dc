"""A real ``python -m service`` on a free loopback port."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "service")
_START_DEADLINE = 120.0
_STOP_DEADLINE = 30.0


def free_port() -> int:
    """Give a port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(home: Path, **settings: str) -> dict[str, str]:
    """Give the environment of a service of this checkout, with nothing of ours left in it."""
    kept = {"PATH", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV"}
    own = {name: value for name, value in os.environ.items() if name in kept}
    return {**own, "PYTHONPATH": str(ROOT), "HOME": str(home), **settings}


class Server:
    """A running service: its address, its log, and its end.

    Args:
        folder: where the log goes; it is also the service's home and working directory.
        command: starts it.
        settings: variables of the service's environment, such as ``WEB_CONCURRENCY``.
    """

    def __init__(self, folder: Path, command: Sequence[str] = COMMAND, **settings: str) -> None:
        self.port = int(settings.get("PORT", free_port()))
        self.workers = int(settings.get("WEB_CONCURRENCY", 1))
        self.host = "127.0.0.1"
        self.folder = folder
        self.log_path = folder / "server.log"
        settings = {"HOST": self.host, "WEB_CONCURRENCY": "1", **settings, "PORT": str(self.port)}
        with self.log_path.open("wb") as log:
            self._process = subprocess.Popen(
                list(command),
                cwd=folder,
                env=environment(folder, **settings),
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def __enter__(self) -> Self:
        try:
            self._wait_until_ready()
        except BaseException:
            self._process.kill()
            self._process.wait()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.stop()
        elif self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + _START_DEADLINE
        while time.monotonic() < deadline:
            code = self._process.poll()
            assert code is None, f"The service ended with {code}:\n{self.log()}"
            try:
                with urlopen(f"{self.url}/readyz", timeout=5) as answer:  # noqa: S310 - loopback
                    assert answer.status == 200
                    return
            except (URLError, ConnectionError, TimeoutError):
                time.sleep(0.05)
        raise AssertionError(f"Not ready after {_START_DEADLINE} s:\n{self.log()}")

    @property
    def url(self) -> str:
        """The address, without a slash at its end."""
        return f"http://{self.host}:{self.port}"

    @property
    def pid(self) -> int:
        """The process that was started, which gunicorn has taken over."""
        return self._process.pid

    def log(self) -> str:
        """Give everything it has written so far."""
        return self.log_path.read_text("utf-8")

    def faults(self) -> list[str]:
        """Give the lines of the log that a service in good health does not write."""
        found = []
        for line in self.log().splitlines():
            level = json.loads(line)["level"] if line.startswith("{") else "not JSON"
            if level not in ("INFO", "WARNING", "DEBUG"):
                found.append(line)
        return found

    def terminate(self) -> None:
        """Ask it to end, and do not wait."""
        self._process.send_signal(signal.SIGTERM)

    def wait(self) -> int:
        """Wait for its end and give its exit code."""
        try:
            return self._process.wait(_STOP_DEADLINE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise AssertionError(f"It did not end within {_STOP_DEADLINE} s") from None

    def stop(self) -> None:
        """End it by SIGTERM; a service that was well ends with 0."""
        if self._process.poll() is None:
            self.terminate()
        code = self.wait()
        assert code == 0, f"The service ended with {code}:\n{self.log()}"
