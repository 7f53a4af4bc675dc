"""A service that runs: its log, its end, its start."""

import json
import shutil
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from service.settings import SEEDS
from tests.support import wire
from tests.support.server import Server, environment, free_port
from tests.support.shapes import validated_answer

NOTED = {
    "ts",
    "level",
    "name",
    "message",
    "request_id",
    "method",
    "route",
    "status",
    "duration_ms",
    "bytes_in",
    "bytes_out",
}


def lines(server: Server, request_id: str) -> list[dict[str, Any]]:
    """Give the lines of the log that belong to a request; every line must be JSON."""
    parsed = [json.loads(line) for line in server.log().splitlines()]
    return [line for line in parsed if line.get("request_id") == request_id]


def ask(server: Server, raw: bytes) -> wire.Answer:
    (answer,) = wire.exchange(server.port, raw)
    return answer


@pytest.mark.parametrize(
    ("asked", "id_", "said"),
    [
        (wire.get("/v1/elements/Sc", "X-Request-Id: log-1"), "log-1", ("GET", "mention", 200)),
        (
            wire.get("/v1/elements/sEcReT?concept=sEcReT", "X-Request-Id: log-2"),
            "log-2",
            ("GET", "mention", 422),
        ),
        (wire.get("/sEcReT", "X-Request-Id: log-3"), "log-3", ("GET", None, 404)),
        (
            wire.post("/v1/classify", b'{"items":["sEcReT","Sc"]}', "X-Request-Id: log-4"),
            "log-4",
            ("POST", "classify", 200),
        ),
        (
            wire.post("/v1/classify", b'{"sEcReT"', "X-Request-Id: log-5"),
            "log-5",
            ("POST", "classify", 400),
        ),
        (
            wire.get("/", "X-Request-Id: log-6", "User-Agent: sEcReT\\", method="SECRET"),
            "log-6",
            ("other", None, 405),
        ),
    ],
)
def test_a_request_is_one_line_of_json_without_what_was_asked(
    server: Server, asked: bytes, id_: str, said: tuple[str, str | None, int]
) -> None:
    answer = ask(server, asked)
    assert answer.headers["x-request-id"] == id_
    (line,) = lines(server, id_)
    assert set(line) >= NOTED
    method, route, status = said
    assert (line["method"], line["status"]) == (method, answer.status) == (method, status)
    assert (line["route"] is None) if route is None else (route in line["route"])
    assert line["bytes_out"] == len(answer.body)
    assert isinstance(line["duration_ms"], float)
    assert "secret" not in json.dumps(line).lower()


def test_probes_leave_no_line(server: Server) -> None:
    for path in ("/livez", "/readyz"):
        ask(server, wire.get(path, "X-Request-Id: quiet"))
    assert lines(server, "quiet") == []


def test_a_look_up_and_its_304_over_the_wire_are_as_described(server: Server) -> None:
    for path in ("/v1/elements/Sc", "/v1/concepts/rare-earth", "/v1/dataset"):
        answer = validated_answer("GET", path, ask(server, wire.get(path)))
        assert answer.status == 200
        known = wire.get(path, f"If-None-Match: {answer.headers['etag']}")
        unchanged = validated_answer("GET", path, ask(server, known))
        assert (unchanged.status, unchanged.headers["etag"]) == (304, answer.headers["etag"])


def test_a_preflight_and_an_unchanged_answer_have_no_length_and_no_body(server: Server) -> None:
    answer = ask(server, wire.get("/v1/classify", method="OPTIONS"))
    assert (answer.status, answer.body) == (204, b"")
    assert "content-length" not in answer.headers


def test_many_slow_bodies_do_not_keep_a_look_up_waiting(server: Server) -> None:
    head = b"POST /v1/classify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    with ExitStack() as open_connections:
        slow = []
        for _ in range(16):
            connection = open_connections.enter_context(wire.connect(server.port))
            connection.sendall(head + b"Content-Length: 16\r\n\r\n{")
            slow.append(connection)
        for connection, byte in zip(slow, b'"items":["Sc"]', strict=False):
            connection.sendall(bytes([byte]))
            answer = ask(server, wire.get("/v1/elements/Sc"))
            assert answer.status == 200
        # the drips were open all the while, for none of them has been answered
        for connection in slow:
            connection.setblocking(False)
            with pytest.raises(BlockingIOError):
                connection.recv(1)


def test_the_end_waits_for_a_request_in_flight(tmp_path: Path) -> None:
    body = b'{"items":["Sc","yttrium"]}'
    raw = wire.post("/v1/classify", body)
    with Server(tmp_path) as server, wire.connect(server.port, 20) as connection:
        connection.sendall(raw[: -len(body)] + body[:5])
        # one worker: that it answers another shows that it has taken up the first
        assert ask(server, wire.get("/v1/elements/Sc")).status == 200
        server.terminate()
        while "Handling signal: term" not in server.log():
            with socket.socket() as probe:
                probe.settimeout(0.1)
                probe.connect_ex((server.host, server.port))
        connection.sendall(body[5:])
        (answer,) = wire.parse(wire.receive(connection))
        assert answer.status == 200
        assert [r["symbol"] for r in answer.json()["results"]] == ["Sc", "Y"]
        assert server.wait() == 0
        with pytest.raises(ConnectionRefusedError):
            wire.connect(server.port)


def start(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the service to its end, which must come by itself."""
    return subprocess.run(
        [sys.executable, "-m", "service", *arguments],
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
    ended = start(tmp_path, PORT=str(port), ELEMENTS_SEEDS=str(seeds))
    output = ended.stdout + ended.stderr
    assert ended.returncode not in (0, 2)
    for fault in ("Lx", "Bx", "lite"):
        assert fault in output
    assert "Traceback" not in output
    with pytest.raises(ConnectionRefusedError):
        wire.connect(port)


def test_an_address_of_the_newer_internet_is_put_in_brackets(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "from service.server.gunicorn_conf import bind; print(bind)"],
        env=environment(tmp_path, HOST="::1", PORT="8000"),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stdout.strip() == "['[::1]:8000']"


def test_no_control_socket_is_made(server: Server) -> None:
    made = [path for path in server.folder.rglob("*") if path.is_socket()]
    assert made == []
    assert {path.name for path in server.folder.iterdir()} <= {"server.log"}


def test_the_log_has_no_fault(server: Server) -> None:
    levels = {json.loads(line).get("level") for line in server.log().splitlines()}
    assert levels <= {"INFO", "DEBUG"}
