"""The processes of a service, their descriptors, and waiting for what must come."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

_DEADLINE = 30.0


def until(condition: Callable[[], object], seconds: float = _DEADLINE) -> None:
    """Wait until something holds, and fail where it does not come to."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"The condition did not come to hold within {seconds} s.")
        time.sleep(0.02)


def workers(pid: int) -> list[int]:
    """List the workers of a service by its first process."""
    return [int(child) for child in _read(pid, f"task/{pid}/children").split()]


def descriptors(pid: int) -> int:
    """Count the open descriptors of a process."""
    return len(os.listdir(f"/proc/{pid}/fd"))  # noqa: PTH208 - names alone, as they pass


def sockets(pid: int) -> int:
    """Count the connections of a process, and the addresses that it listens on."""
    found = 0
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            found += str(link.readlink()).startswith("socket:")
    return found


def idle(pid: int, seconds: float = 0.3) -> int:
    """Count the open descriptors of a process once they stay the same."""
    found, since = descriptors(pid), time.monotonic()
    deadline = since + _DEADLINE
    while time.monotonic() < since + seconds:
        if time.monotonic() > deadline:
            pytest.fail("The descriptors change all the time.")
        time.sleep(0.02)
        if descriptors(pid) != found:
            found, since = descriptors(pid), time.monotonic()
    return found


def _read(pid: int, name: str) -> str:
    return Path(f"/proc/{pid}/{name}").read_text("ascii")
