"""A service that runs: its answers over the wire, its folder, its start."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from service.settings import SEEDS
from tests.support import wire
from tests.support.server import Server, environment, free_port
from tests.support.shapes import validated_answer


def ask(server: Server, raw: bytes) -> wire.Answer:
    (answer,) = wire.exchange(server.port, raw)
    return answer


def test_answers_over_the_wire_are_as_described(quiet_server: Server) -> None:
    path = "/v1/elements/Sc"
    answer = validated_answer("GET", path, ask(quiet_server, wire.get(path)))
    known = wire.get(path, f"If-None-Match: {answer.headers['etag']}")
    unchanged = validated_answer("GET", path, ask(quiet_server, known))
    assert (answer.status, unchanged.status, unchanged.body) == (200, 304, b"")
    assert unchanged.headers["etag"] == answer.headers["etag"]
    preflight = ask(quiet_server, wire.get("/v1/classify", method="OPTIONS"))
    assert (preflight.status, preflight.body) == (204, b"")
    assert "content-length" not in preflight.headers


def test_no_control_socket_is_made(quiet_server: Server) -> None:
    assert [path.name for path in quiet_server.folder.iterdir()] == ["server.log"]


def run(folder: Path, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    """Run Python to its end, which must come by itself."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment(folder, **settings),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_seeds_with_faults_stop_the_start_with_every_fault_told(tmp_path: Path) -> None:
    seeds, port = tmp_path / "seeds", free_port()
    shutil.copytree(SEEDS, seeds)
    edition = seeds / "editions" / "izvestia-2025.toml"
    text = edition.read_text("utf-8")
    broken = text.replace('"Li", "Be"', '"Lx", "Bx"').replace('"light-rare-metal"', '"lite"')
    edition.write_text(broken, "utf-8")
    ended = run(tmp_path, "-m", "service", PORT=str(port), ELEMENTS_SEEDS=str(seeds))
    output = ended.stdout + ended.stderr
    assert ended.returncode not in (0, 2)
    assert [fault for fault in ("Lx", "Bx", "lite") if fault not in output] == []
    assert "Traceback" not in output
    with pytest.raises(ConnectionRefusedError):
        wire.connect(port)


def test_an_address_of_the_newer_internet_is_put_in_brackets(tmp_path: Path) -> None:
    asked = "from service.server.gunicorn_conf import bind; print(bind)"
    assert run(tmp_path, "-c", asked, HOST="::1", PORT="8000").stdout == "['[::1]:8000']\n"
