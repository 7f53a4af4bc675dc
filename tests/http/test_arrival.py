"""Bodies and heads that come late, in part, broken or never, and answers that nobody takes."""

import socket
import struct
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.http import wire
from tests.http.closed import validated_answer
from tests.http.test_hostile import faults
from tests.server import HASTY, Server
from tests.standing.processes import descriptors, idle, until, workers

CLASSIFY = "/v1/classify"
BODIES = {
    "json": (CLASSIFY, "application/json", b'{"items":["Sc"]}'),
    "questions": ("/v1/check", "application/json", b'{"checks":[]}'),
    "ndjson": (CLASSIFY, "application/x-ndjson", b'"Sc"\n"Y"\n'),
    "csv": (CLASSIFY, "text/csv", b"metal\nSc\nY\n"),
    "form": ("/classify", "application/x-www-form-urlencoded", b"text=Sc%0AY"),
    "upload": (
        "/classify",
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nSc\r\n--x--\r\n',
    ),
}
FRAMINGS = ["length", "chunked"]


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose patience is short; in the end its log must be well."""
    with Server(tmp_path_factory.mktemp("hasty"), HASTY) as running:
        yield running
        assert "Traceback" not in running.log()
        assert faults(running) == []


def parts(kind: str, framing: str) -> tuple[bytes, bytes]:
    """Give a request as its head with half its body, and the rest."""
    path, media_type, body = BODIES[kind]
    half = len(body) // 2
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {media_type}\r\n".encode()
    if framing == "length":
        return head + b"Content-Length: %d\r\n\r\n%s" % (len(body), body[:half]), body[half:]
    head += b"Transfer-Encoding: chunked\r\n\r\n"
    return head + b"%x\r\n%s\r\n" % (half, body[:half]), b"%x\r\n%s\r\n0\r\n\r\n" % (
        len(body) - half,
        body[half:],
    )


ALL = [(kind, framing) for kind in BODIES for framing in FRAMINGS]


def test_a_body_that_does_not_come_in_time_is_a_problem_of_its_own(hasty: Server) -> None:
    with ExitStack() as stack:
        started = time.monotonic()
        late = [stack.enter_context(wire.connect(hasty.port)) for _ in ALL]
        for connection, case in zip(late, ALL, strict=True):
            connection.sendall(parts(*case)[0])
        for connection, (kind, _) in zip(late, ALL, strict=True):
            (answer,) = wire.parse(wire.receive(connection))
            assert time.monotonic() - started > 1
            assert answer.status == 408
            assert answer.headers["connection"] == "close"
            validated_answer("POST", BODIES[kind][0], answer)
            assert answer.json()["type"] == "/v1/problems/request-timeout"
            assert "500 bytes" in answer.json()["detail"]


def test_a_body_that_comes_late_but_in_time_is_read_and_the_connection_kept(hasty: Server) -> None:
    with ExitStack() as stack:
        late = [stack.enter_context(wire.connect(hasty.port)) for _ in ALL]
        for connection, case in zip(late, ALL, strict=True):
            connection.sendall(parts(*case)[0])
        time.sleep(0.6)
        for connection, case in zip(late, ALL, strict=True):
            connection.sendall(parts(*case)[1] + wire.get("/v1/elements/Sc"))
            first, second = wire.parse(wire.receive(connection))
            assert (first.status, second.status) == (200, 200)
            assert second.json()["element"]["symbol"] == "Sc"


@pytest.mark.parametrize(("kind", "framing"), ALL)
def test_a_body_without_its_end_is_never_taken_for_a_whole_one(
    hasty: Server, kind: str, framing: str
) -> None:
    path = BODIES[kind][0]
    (answer,) = wire.exchange(hasty.port, parts(kind, framing)[0], finish=True)
    problem = validated_answer("POST", path, answer).json()
    assert (answer.status, problem["type"]) == (400, "/v1/problems/bad-request")
    assert "before the end" in problem["detail"]
    assert answer.headers["connection"] == "close"


@pytest.mark.parametrize("kind", BODIES)
def test_broken_chunks_are_the_requests_fault_whoever_reads_them(hasty: Server, kind: str) -> None:
    whole, _ = parts(kind, "chunked")
    (answer,) = wire.exchange(hasty.port, whole + b"zz\r\n", finish=True)
    problem = validated_answer("POST", BODIES[kind][0], answer).json()
    assert (answer.status, problem["type"]) == (400, "/v1/problems/bad-request")
    assert "chunk" in problem["detail"]


def test_a_client_that_resets_in_its_body_leaves_nothing_behind(hasty: Server) -> None:
    (worker,) = workers(hasty.pid)
    before = idle(worker)
    for case in ALL:
        with wire.connect(hasty.port) as connection:
            connection.sendall(parts(*case)[0])
            assert wire.exchange(hasty.port, wire.get("/v1/elements/Sc"))[0].status == 200
            linger = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    until(lambda: descriptors(worker) == before)


HEADS = {
    "none": b"",
    "stalled": b"GET /v1/elements/Sc HTTP/1.1\r\nHost: x\r\nX-St",
    "after an answer": wire.get("/v1/elements/Sc").replace(b"close", b"keep-alive") + b"GET",
}


@pytest.mark.parametrize("begun", HEADS)
def test_a_head_has_its_time_from_the_opening_or_the_answer_before(
    hasty: Server, begun: str
) -> None:
    with wire.connect(hasty.port) as connection:
        started = time.monotonic()
        connection.sendall(HEADS[begun])
        answers = wire.parse(wire.receive(connection))
        assert 0.9 < time.monotonic() - started < 5
        assert [answer.status for answer in answers] == [200] * (begun == "after an answer")


def test_a_head_that_drips_has_no_more_time_and_one_in_time_is_answered(hasty: Server) -> None:
    raw = wire.get("/v1/elements/Sc")
    with wire.connect(hasty.port) as slow, wire.connect(hasty.port) as quick:
        started = time.monotonic()
        quick.sendall(raw[:-5])
        ended = False
        while not ended and time.monotonic() - started < 5:
            ended = dripped(slow, b"G")
            if quick.fileno() >= 0 and time.monotonic() - started > 0.5:
                quick.sendall(raw[-5:])
                assert wire.parse(wire.receive(quick))[0].status == 200
                quick.close()
        assert ended
        assert time.monotonic() - started > 0.9


def dripped(connection: socket.socket, byte: bytes) -> bool:
    """Send a byte, wait a little, and tell whether the other side has ended the connection."""
    connection.settimeout(0.05)
    try:
        connection.sendall(byte)
        return connection.recv(1) == b""
    except TimeoutError:
        return False
    except ConnectionError:
        return True


def column(lines: int) -> bytes:
    return wire.post("/v1/classify", b'"Sc"\n' * lines, media_type=wire.NDJSON)


def test_an_answer_that_nobody_takes_holds_no_file_and_no_connection(hasty: Server) -> None:
    (worker,) = workers(hasty.pid)
    before = idle(worker)
    with wire.connect(hasty.port) as connection:
        connection.sendall(column(400_000))
        until(lambda: descriptors(worker) == before + 2)
        assert wire.exchange(hasty.port, wire.get("/v1/elements/Sc"))[0].status == 200
        until(lambda: descriptors(worker) == before)
        # what the kernel held is given, and then it is plain that the answer is not whole
        taken = wire.receive(connection)
        assert b"\r\n0\r\n\r\n" not in taken[-16:]


def test_an_answer_that_is_taken_slowly_comes_whole(hasty: Server) -> None:
    lines = 200_000
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        connection.settimeout(10)
        connection.connect(("127.0.0.1", hasty.port))
        connection.sendall(column(lines))
        taken = []
        for _ in range(8):
            taken.append(connection.recv(1_000_000))
            time.sleep(0.4)
        (answer,) = wire.parse(b"".join([*taken, wire.receive(connection)]))
    assert answer.body.count(b"\n") == lines
    assert answer.body.splitlines()[-1].startswith(b'{"line":%d,' % lines)
