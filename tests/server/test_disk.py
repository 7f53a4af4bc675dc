"""A disk that is really full where bodies are spooled."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support import wire
from tests.support.clients import LookUps, staffed, warm
from tests.support.processes import descriptors, idle, until, workers
from tests.support.server import Server, free_port
from tests.support.shapes import validated_answer

_SIZE = 4
CLASSIFY = "/v1/classify"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few MiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount") or "/bin/mount"
    command = [mount, "-t", "tmpfs", "-o", f"size={_SIZE}m,mode=1777", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = f"run as root, who may mount a small disk: {done.stderr.strip()}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    try:
        yield folder
    finally:
        subprocess.run([shutil.which("umount") or "/bin/umount", str(folder)], check=True)


def column(size: int) -> bytes:
    line = b'"Sc"' + b" " * 995 + b"\n"
    return wire.post(CLASSIFY, line * (size // len(line)), media_type=wire.NDJSON)


def batch(size: int) -> bytes:
    return wire.post(CLASSIFY, b'{"items":["Sc"]}'.ljust(size))


def used(folder: Path) -> int:
    disk = os.statvfs(folder)
    return (disk.f_blocks - disk.f_bfree) * disk.f_frsize


def posted(server: Server, size: int) -> wire.Answer:
    (answer,) = wire.exchange(server.port, column(size), 30)
    return answer


def test_a_full_disk_refuses_columns_alone(tmp_path: Path, small_disk: Path) -> None:
    settings = {"TMPDIR": str(small_disk), "ELEMENTS_METRICS_PORT": str(free_port())}
    with Server(tmp_path, WEB_CONCURRENCY="2", **settings) as server:
        warm(server, 40)  # each worker opens the files of its counts
        pids = staffed(server)
        files, room = sum(idle(pid) for pid in pids), used(small_disk)
        with LookUps(server.port, 2) as load, ThreadPoolExecutor(8) as pool:
            refused = validated_answer("POST", CLASSIFY, posted(server, 6_000_000))
            assert (refused.status, refused.json()["type"]) == (507, "/v1/problems/no-room")
            many = [pool.submit(posted, server, 1_500_000) for _ in range(40)]
            small = [posted(server, 100_000) for _ in range(10)]
            answers = [future.result() for future in many]
        assert {answer.status for answer in small} == {200}
        assert {answer.status for answer in answers} <= {200, 507}
        assert all(a.body.count(b"\n") == 1_500 for a in answers if a.status == 200)
        assert (load.cut, load.false) == ([], [])
        assert posted(server, 1_500_000).status == 200
        until(lambda: sum(descriptors(pid) for pid in pids) == files)
        assert used(small_disk) == room
        assert workers(server.pid) == pids
        assert "Traceback" not in server.log()


def test_a_disk_that_others_have_filled_stops_columns_alone(
    tmp_path: Path, small_disk: Path
) -> None:
    settings = {"TMPDIR": str(small_disk), "ELEMENTS_METRICS_PORT": str(free_port())}
    with Server(tmp_path, WEB_CONCURRENCY="1", **settings) as server:
        pids = staffed(server)
        # Python chooses the folder for temporary files once, among those that have room
        assert posted(server, 1_500_000).status == 200
        with pytest.raises(OSError, match="No space"):
            (small_disk / "full").write_bytes(bytes(_SIZE + 1 << 20))
        assert posted(server, 6_000_000).status == 507
        for path in ("/v1/elements/Sc", "/v1/elements?concept=critical", "/classify"):
            assert wire.exchange(server.port, wire.get(path))[0].status == 200
        assert posted(server, 100_000).status == 200
        for size in (60_000, 600_000):
            (answer,) = wire.exchange(server.port, batch(size))
            assert validated_answer("POST", CLASSIFY, answer).status == 200
        assert workers(server.pid) == pids
        metrics = int(settings["ELEMENTS_METRICS_PORT"])
        assert b"http_requests_total" in wire.exchange(metrics, wire.get("/metrics"))[0].body
        (small_disk / "full").unlink()
        assert posted(server, 1_500_000).status == 200
