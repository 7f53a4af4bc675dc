"""The application unchanged under another WSGI server: granian gives gunicorn's answers."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import wire
from tests.support.processes import until
from tests.support.server import Server, environment, free_port

ID = "X-Request-Id: same"
CSV = "metal,site\nSc,A\n=1,B\nиттрий,C\n".encode()
ASKED = {
    "element": wire.get("/v1/elements/Sc", ID),
    "name in Cyrillic": wire.get("/v1/elements/%D1%81%D0%BA%D0%B0%D0%BD%D0%B4%D0%B8%D0%B9", ID),
    "matrix": wire.get("/v1/matrix?concept=critical", ID, "Accept: text/csv"),
    "head": wire.get("/v1/elements/Y", ID, method="HEAD"),
    "no path": wire.get("/v1//elements", ID),
    "unchanged": wire.get("/v1/concepts", ID, "If-None-Match: *"),
    "preflight": wire.get("/v1/classify", ID, "Origin: http://y", method="OPTIONS"),
    "batch": wire.post("/v1/classify", '{"items":["Sc","иттрий",null]}'.encode(), ID),
    "chunks": wire.post_chunked("/v1/classify", [b'{"items":', b'["Sc"]}'], ID),
    "column": wire.post("/v1/classify?column=metal&include=input", CSV, ID, media_type="text/csv"),
    "page": wire.get("/elements/Sc", ID, "Accept: text/html"),
}
SERVERS_OWN = {"server", "date", "connection", "transfer-encoding"}
"""Headers that each server writes for itself."""


@pytest.fixture(scope="module")
def granian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A service under granian; gives its port."""
    folder, port = tmp_path_factory.mktemp("granian"), free_port()
    arguments = ["--interface", "wsgi", "--port", str(port), "--workers", "1", "--no-ws"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "granian", *arguments, "service.wsgi:app"],
            cwd=folder,
            env=environment(folder),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        until(lambda: _ready(port) or _ended(process, folder / "log"))
        yield port
    finally:
        process.terminate()
        process.wait(30)


def _ready(port: int) -> bool:
    try:
        (answer,) = wire.exchange(port, wire.get("/readyz"))
    except OSError:
        return False
    return answer.status == 200


def _ended(process: "subprocess.Popen[bytes]", log: Path) -> bool:
    assert process.poll() is None, log.read_text("utf-8")
    return False


@pytest.mark.parametrize("what", ASKED)
def test_granian_answers_as_gunicorn_does(granian: int, quiet_server: Server, what: str) -> None:
    raw = ASKED[what]
    method = raw.partition(b" ")[0].decode()
    (theirs,) = wire.exchange(granian, raw, method=method)
    (ours,) = wire.exchange(quiet_server.port, raw, method=method)
    assert theirs.body == ours.body
    assert theirs.status == ours.status
    assert _headers(theirs) == _headers(ours)


def _headers(answer: wire.Answer) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name not in SERVERS_OWN}
