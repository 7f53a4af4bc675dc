"""A real nginx with ``deploy/nginx.conf`` in front of a real service."""

import gzip
import json
import re
import socket
import ssl
import subprocess
import time
from pathlib import Path

import pytest

from service.answers.problem_types import TYPES
from service.api.bulk.uploads import BYTES_LIMIT
from service.api.request import BODY_LIMIT
from service.catalogue import Catalogue
from service.cli.answer_files import paths
from service.server import gunicorn_conf
from tests.support.processes import until
from tests.support.server import Server, free_port
from tests.support.tools import DEPLOY, Answer, Nginx, ask, problem, program, proxy

JSON = {"Content-Type": "application/json"}
OF_THE_MOMENT = {"date", "server", "connection", "x-request-id", "x-cache", "keep-alive", "vary"}


def test_the_configuration_is_valid_without_a_warning(tmp_path: Path) -> None:
    assert "warn" not in proxy(tmp_path, free_port()).validated()


def test_every_look_up_is_the_services(front: Nginx, service: Server, catalogue: Catalogue) -> None:
    answers = {path: ask(service.port, path) for path in paths(catalogue)}
    assert [path for path in answers if ask(front.port, path).body != answers[path].body] == []
    for path, wanted in answers.items():
        kept = _kept(front, path)
        assert (kept.status, kept.body) == (200, wanted.body)
        assert _lasting(kept) == _lasting(wanted)


def _kept(front: Nginx, path: str) -> Answer:
    """Ask until the answer comes from the cache, which gets it a moment after the first client."""
    for _ in range(40):
        answer = ask(front.port, path)
        if answer.headers["x-cache"] == "HIT":
            return answer
        time.sleep(0.05)
    raise AssertionError(f"{path} is not kept")


def _lasting(answer: Answer) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name not in OF_THE_MOMENT}


def test_an_unchanged_answer_is_a_304_from_the_cache(front: Nginx, service: Server) -> None:
    etag = ask(front.port, "/v1/elements/Y").headers["etag"]
    assert etag == ask(service.port, "/v1/elements/Y").headers["etag"]
    for known in (etag, f'"other", {etag}', f"W/{etag}", "*"):
        answer = ask(front.port, "/v1/elements/Y", headers={"If-None-Match": known})
        assert (answer.status, answer.body) == (304, b"")
        assert answer.headers["etag"] == etag
    assert ask(front.port, "/v1/elements/Y", headers={"If-None-Match": '"other"'}).status == 200


def test_a_compressed_answer_is_the_same_under_a_weak_tag(front: Nginx) -> None:
    plain = ask(front.port, "/v1/elements/Y")
    packed = ask(front.port, "/v1/elements/Y", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["etag"] == f"W/{plain.headers['etag']}"


def test_representations_are_kept_apart(front: Nginx, service: Server) -> None:
    for accepted in ("text/csv", "application/json", "application/x-ndjson", "image/png"):
        sent = {"Accept": accepted}
        wanted = ask(service.port, "/v1/changes", headers=sent)
        for _ in range(2):
            answer = ask(front.port, "/v1/changes", headers=sent)
            assert answer.status == wanted.status
            assert answer.headers["content-type"] == wanted.headers["content-type"]
            assert wanted.status != 200 or answer.body == wanted.body
    one = ask(front.port, "/v1/changes?authority=nrcan")
    assert one.body != ask(front.port, "/v1/changes").body


def test_a_foreign_host_reaches_no_other_client(front: Nginx) -> None:
    for host in ("evil.example", "elements.example"):
        page = ask(front.port, "/docs", headers={"Host": host, "Accept": "text/html"})
        assert f"http://{host}".encode() in page.body
    assert b"evil.example" not in page.body


def test_what_may_not_be_kept_is_not(front: Nginx) -> None:
    asked = {"body": b'{"items": ["Sc", "nope"]}', "method": "POST", "headers": JSON}
    for path, more in (("/readyz", {}), ("/v1/classify", asked), ("/v1/elements/nope", {})):
        for _ in range(2):
            answer = ask(front.port, path, **more)  # type: ignore[arg-type]  # of mixed values
            assert answer.headers.get("x-cache") in (None, "MISS")
    ids = {json.loads(ask(front.port, "/v1/elements/nope").body)["request_id"] for _ in range(3)}
    assert len(ids) == 3


def test_request_id_and_traceparent_pass(front: Nginx, service: Server) -> None:
    trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    sent = {"X-Request-Id": "mine.1", "traceparent": trace}
    for path in ("/version", "/v1/elements/zirconium"):
        assert ask(front.port, path, headers=sent).headers["x-request-id"] == "mine.1"
    until(lambda: service.log().count('"mine.1"') == 2)  # a line is written after its answer
    noted = [json.loads(line) for line in service.log().splitlines() if '"mine.1"' in line]
    assert [line["route"] for line in noted] == ["/version", "/v1/elements/<mention>"]
    assert {line["traceparent"] for line in noted} == {trace}
    _kept(front, "/v1/elements/zirconium")
    cached = ask(front.port, "/v1/elements/zirconium", headers=sent)
    assert (cached.headers["x-request-id"], cached.headers["x-cache"]) == ("mine.1", "HIT")
    made = ask(front.port, "/v1/elements/Zr", headers={"X-Request-Id": "not valid"})
    assert re.fullmatch("[0-9a-f]{32}", made.headers["x-request-id"])

    def noted_by_nginx() -> list[tuple[str, str, str]]:
        lines = map(json.loads, front.noted().splitlines())
        return [(line["request_id"], line["cache"], line["traceparent"]) for line in lines]

    # once a second, by each of its workers for itself
    until(lambda: ("mine.1", "HIT", trace) in noted_by_nginx())


@pytest.mark.parametrize(
    ("sent", "status", "slug", "instance"),
    [
        (b"GET /v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n", 400, "bad-request", ""),
        (b"GET /" + b"x" * 9000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 413, "too-large", ""),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 9000 + b"\r\n\r\n", 413, "too-large", "/"),
        (b'GET /v1/"x HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n', 400, "bad-request", "/v1/"),
    ],
)
def test_no_http_is_a_problem(
    front: Nginx, sent: bytes, status: int, slug: str, instance: str
) -> None:
    with socket.create_connection(("127.0.0.1", front.port), timeout=10) as raw:
        raw.sendall(sent)
        answer = b"".join(iter(lambda: raw.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status)
    said = json.loads(body)
    assert (said["type"], said["status"]) == (f"/v1/problems/{slug}", status)
    assert (said["title"], said["instance"]) == (TYPES[slug].title, instance)


def test_too_many_requests_are_a_problem_and_wait(tmp_path: Path, service: Server) -> None:
    with proxy(tmp_path, service.port) as slow:
        answers = [ask(slow.port, "/v1/elements/Sc") for _ in range(400)]
        assert [answer.status for answer in answers[:100]] == [200] * 100
        refused = [answer for answer in answers if answer.status != 200]
        assert problem(refused[0], 429, "rate-limited")["instance"] == "/v1/elements/Sc"
        assert refused[0].headers["retry-after"] == "1"
        until(lambda: ask(slow.port, "/v1/elements/Sc").status == 200)
        time.sleep(2)  # until the bursts are allowed again: batches are limited sooner
        asked = {"method": "POST", "headers": JSON, "body": b'{"items": []}'}
        batches = [ask(slow.port, "/v1/classify", **asked).status for _ in range(60)]  # type: ignore[arg-type]  # of mixed values
        assert 429 in batches
        assert 429 not in batches[:20]
        assert ask(slow.port, "/v1/elements/Sc").status == 200


def test_slow_clients_are_held_back(tmp_path: Path, service: Server, fast: dict[str, str]) -> None:
    with proxy(tmp_path, service.port, fast) as slow:
        clients = [socket.create_connection(("127.0.0.1", slow.port)) for _ in range(50)]
        for number, client in enumerate(clients):
            client.sendall(b"POST /v1/classify HTTP/1.1\r\nHost: x\r\nX-Request-Id: drip-%d\r\n"
                           b"Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{"
                           % number)  # fmt: skip
        assert ask(slow.port, "/v1/elements/Sc").status == 200
        time.sleep(0.3)
        connected = subprocess.run(
            [program("ss"), "-Htn", "state", "established", f"( dport = :{service.port} )"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert len(connected.stdout.splitlines()) < 10
        for client in clients:
            client.close()


def test_tls_by_file(tmp_path: Path, service: Server) -> None:
    port = free_port()
    files = [str(tmp_path / "privkey.pem"), str(tmp_path / "fullchain.pem")]
    subprocess.run(
        [program("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt",
         "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", files[0], "-out", files[1]],
        capture_output=True, check=True,
    )  # fmt: skip
    written = (DEPLOY / "nginx.conf").read_text("utf-8")
    lines = re.findall(r"^ +# ((?:listen 8443|ssl_).*;)$", written, re.MULTILINE)
    assert len(lines) == 5
    changes = {f"# {line}": line for line in lines}
    moved = {"listen 8443": f"listen 127.0.0.1:{port}", "/etc/nginx/tls": str(tmp_path)}
    context = ssl.create_default_context(cafile=files[1])
    with (
        proxy(tmp_path, service.port, {**changes, **moved}),
        socket.create_connection(("127.0.0.1", port), timeout=10) as raw,
        context.wrap_socket(raw, server_hostname="localhost") as secure,
    ):
        secure.sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert secure.recv(64).startswith(b"HTTP/1.1 200 ")
        assert secure.version() in ("TLSv1.2", "TLSv1.3")


def test_the_limits_agree_with_the_services() -> None:
    text = (DEPLOY / "nginx.conf").read_text("utf-8")
    assert set(re.findall(r"client_max_body_size (\d+);", text)) == {
        str(BODY_LIMIT),
        str(BYTES_LIMIT),
    }
    (kept,) = re.findall(r"keepalive_timeout (\d+)s; # the service", text)
    assert int(kept) < gunicorn_conf.keepalive
    read = re.findall(r"proxy_read_timeout (\d+)s;", text)
    assert len(read) == 2
    assert min(map(int, read)) > gunicorn_conf.timeout
