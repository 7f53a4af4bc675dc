"""A disk that is really full where bodies are spooled."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support import wire
from tests.support.clients import LookUps, staffed
from tests.support.processes import descriptors, idle, until, workers
from tests.support.server import Server
from tests.support.shapes import validated_answer

_SIZE = 4
CLASSIFY = "/v1/classify"


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A file system of a few MiB."""
    folder = tmp_path_factory.mktemp("disk")
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


@pytest.fixture(scope="module")
def server(small_disk: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A worker that spools on the small disk, the same one from beginning to end."""
    with Server(tmp_path_factory.mktemp("server"), TMPDIR=str(small_disk)) as running:
        pids = staffed(running)
        # Python chooses the folder for temporary files once, among those that have room
        assert posted(running, 1_500_000).status == 200
        yield running
        assert workers(running.pid) == pids
        assert "Traceback" not in running.log()


def posted(server: Server, size: int) -> wire.Answer:
    body = (b'"Sc"' + b" " * 995 + b"\n") * (size // 1_000)
    raw = wire.post(CLASSIFY, body, media_type=wire.NDJSON)
    (answer,) = wire.exchange(server.port, raw, 30)
    return validated_answer("POST", CLASSIFY, answer)


def test_columns_that_fill_the_disk_are_refused_alone(server: Server, small_disk: Path) -> None:
    (pid,) = workers(server.pid)
    files, room = idle(pid), os.statvfs(small_disk).f_bfree
    with LookUps(server.port, 2) as load, ThreadPoolExecutor(8) as pool:
        refused = posted(server, 6_000_000)
        assert (refused.status, refused.json()["type"]) == (507, "/v1/problems/no-room")
        many = [pool.submit(posted, server, 1_500_000) for _ in range(16)]
        assert {posted(server, 100_000).status for _ in range(5)} == {200}
        answers = [future.result() for future in many]
    assert {answer.status for answer in answers} <= {200, 507}
    assert all(a.body.count(b"\n") == 1_500 for a in answers if a.status == 200)
    assert (load.cut, load.false) == ([], [])
    assert posted(server, 1_500_000).status == 200
    until(lambda: descriptors(pid) == files)
    assert os.statvfs(small_disk).f_bfree == room


def test_a_disk_filled_by_others_stops_columns_alone(server: Server, small_disk: Path) -> None:
    with pytest.raises(OSError, match="No space"):
        (small_disk / "full").write_bytes(bytes(_SIZE + 1 << 20))
    assert posted(server, 6_000_000).status == 507
    for path in ("/v1/elements/Sc", "/v1/elements?concept=critical", "/classify"):
        assert wire.exchange(server.port, wire.get(path))[0].status == 200
    assert posted(server, 100_000).status == 200
    batch = wire.post(CLASSIFY, b'{"items":["Sc"]}'.ljust(600_000))
    assert wire.exchange(server.port, batch)[0].status == 200
    (small_disk / "full").unlink()
    assert posted(server, 1_500_000).status == 200
