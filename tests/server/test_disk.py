"""A disk that is really full where bodies are spooled."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support import wire
from tests.support.clients import LookUps, staffed, warm
from tests.support.processes import descriptors, idle, private, until, workers
from tests.support.server import Server, free_port
from tests.support.shapes import validated_answer

_SIZE = 4
_KEPT = 6 * 1024
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
        reason = f"a small disk is mounted only with the right to: {done.stderr.strip()}"
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


def test_a_full_disk_refuses_what_needs_it_and_stops_nothing_else(
    tmp_path: Path, small_disk: Path
) -> None:
    settings = {"TMPDIR": str(small_disk), "ELEMENTS_METRICS_PORT": str(free_port())}
    with Server(tmp_path, WEB_CONCURRENCY="2", **settings) as server:
        pids = staffed(server)
        warm(server, 40)
        # how much a worker holds depends on how many bodies it had at once: as many as below
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: posted(server, 1_500_000), range(40)))
        assert {answer.status for answer in answers} <= {200, 507}
        files, memory = sum(idle(pid) for pid in pids), sum(private(pid) for pid in pids)
        room = used(small_disk)
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
        assert sum(private(pid) for pid in pids) <= memory + 2 * _KEPT
        assert "Traceback" not in server.log()


def test_what_fills_the_disk_by_itself_is_no_ones_fault(tmp_path: Path, small_disk: Path) -> None:
    """A disk that others have filled: nothing that is counted or noted may need it."""
    settings = {"TMPDIR": str(small_disk), "ELEMENTS_METRICS_PORT": str(free_port())}
    with Server(tmp_path, WEB_CONCURRENCY="1", **settings) as server:
        pids = staffed(server)
        with pytest.raises(OSError, match="No space"):
            (small_disk / "full").write_bytes(bytes(_SIZE + 1 << 20))
        assert posted(server, 6_000_000).status == 507
        for path in ("/v1/elements/Sc", "/v1/elements?concept=critical", "/v1/nope", "/classify"):
            assert wire.exchange(server.port, wire.get(path))[0].status in (200, 404)
        assert posted(server, 100_000).status == 200
        for size, status in ((60_000, 200), (600_000, 507)):
            (answer,) = wire.exchange(server.port, batch(size))
            assert validated_answer("POST", CLASSIFY, answer).status == status
        assert workers(server.pid) == pids
        metrics = int(settings["ELEMENTS_METRICS_PORT"])
        assert b"http_requests_total" in wire.exchange(metrics, wire.get("/metrics"))[0].body


_ITEMS = wire.post(CLASSIFY, json.dumps({"items": ["Sc"] * 10_000}).encode())
_LINES = "".join(f"{number}\n" for number in range(100_000)).encode()
_DISTINCT = wire.post(f"{CLASSIFY}?distinct=true", _LINES, media_type=wire.NDJSON)


@pytest.mark.parametrize(
    ("raw", "left"),
    [(_ITEMS, 0), (_ITEMS, 1 << 20), (_DISTINCT, 1 << 20)],
    ids=["items, no room", "items, some room", "distinct lines, room for the body alone"],
)
def test_an_answer_that_finds_no_room_on_the_disk_is_whole(
    tmp_path: Path, small_disk: Path, raw: bytes, left: int
) -> None:
    assert len(_ITEMS) < 1 << 16
    assert len(_DISTINCT) < 1 << 20
    with Server(tmp_path, TMPDIR=str(small_disk)) as server:
        (first,) = wire.exchange(server.port, raw, 30, "POST")
        assert first.status == 200
        assert len(first.body) > 2 * left
        (small_disk / "full").write_bytes(bytes((_SIZE << 20) - left))
        room = used(small_disk)
        (answer,) = wire.exchange(server.port, raw, 30, "POST")
        assert (answer.status, answer.body) == (200, first.body)
        until(lambda: used(small_disk) == room)
