"""HTTP by hand: bytes out, whatever comes back in."""

import contextlib
import io
import json
import socket
from dataclasses import dataclass, field
from http.client import HTTPResponse, IncompleteRead
from typing import Any, cast

JSON, NDJSON = "application/json", "application/x-ndjson"
_CHUNK = 65_536


@dataclass(frozen=True)
class Answer:
    """One answer as it came over the wire; header names are in lower case."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    def json(self) -> Any:
        """Give the body, parsed."""
        return json.loads(self.body)


class _Stream(io.BytesIO):
    """What ``http.client`` wants of a socket, over bytes that came already."""

    def makefile(self, _mode: str) -> "_Stream":
        return self

    def close(self) -> None:
        """Stay open: the next answer stands behind this one."""


def connect(port: int, timeout: float = 10.0) -> socket.socket:
    """Open a connection to the loopback interface."""
    return socket.create_connection(("127.0.0.1", port), timeout)


def send(connection: socket.socket, raw: bytes) -> None:
    """Send what the other side takes; it may answer and close before it has read everything."""
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        connection.sendall(raw)


def receive(connection: socket.socket) -> bytes:
    """Read until the other side closes, resets or has been quiet for the socket's timeout."""
    chunks = []
    with contextlib.suppress(ConnectionResetError, TimeoutError):
        while chunk := connection.recv(65536):
            chunks.append(chunk)
    return b"".join(chunks)


def silent(connection: socket.socket) -> bool:
    """Tell whether nothing has come, and the other side has not closed."""
    patience = connection.gettimeout()
    connection.setblocking(False)
    try:
        connection.recv(1)
    except BlockingIOError:
        return True
    finally:
        connection.settimeout(patience)
    return False


def exchange(
    port: int, raw: bytes, timeout: float = 10.0, method: str = "GET", *, finish: bool = False
) -> list[Answer]:
    """Send bytes on a connection of their own and give the answers that come back.

    The requests must end the connection (``Connection: close``, or a fault), or the timeout does.
    With ``finish`` the other side sees that nothing more will come.
    """
    with connect(port, timeout) as connection:
        send(connection, raw)
        if finish:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_WR)
        return parse(receive(connection), method)


def parse(raw: bytes, method: str = "GET") -> list[Answer]:
    """Take bytes apart into answers."""
    stream = _Stream(raw)
    answers = []
    while stream.tell() < len(raw):
        response = HTTPResponse(cast(socket.socket, stream), method=method)
        response.begin()
        try:
            body = response.read()
        except IncompleteRead as error:
            body = error.partial
        headers = {name.lower(): value for name, value in response.getheaders()}
        answers.append(Answer(response.status, headers, body))
    return answers


def get(path: str, *headers: str, method: str = "GET") -> bytes:
    """Write a request without a body that ends its connection."""
    return _head(f"{method} {path} HTTP/1.1", *headers) + b"\r\n"


def post(path: str, body: bytes, *headers: str, media_type: str = JSON) -> bytes:
    """Write a request with a body, its length in front, that ends its connection."""
    about = f"Content-Type: {media_type}", f"Content-Length: {len(body)}"
    return _head(f"POST {path} HTTP/1.1", *about, *headers) + b"\r\n" + body


def post_chunked(path: str, chunks: list[bytes], *headers: str, media_type: str = JSON) -> bytes:
    """Write a request with a body in chunks, that ends its connection."""
    framed = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    about = f"Content-Type: {media_type}", "Transfer-Encoding: chunked"
    return _head(f"POST {path} HTTP/1.1", *about, *headers) + b"\r\n" + framed + b"0\r\n\r\n"


def sent(port: int, path: str, media_type: str, framing: str, body: bytes) -> Answer:
    """Send a large body by ``length`` or ``chunked``, and give the answer."""
    if framing == "length":
        raw = post(path, body, media_type=media_type)
    else:
        chunks = [body[start : start + _CHUNK] for start in range(0, len(body), _CHUNK)]
        raw = post_chunked(path, chunks, media_type=media_type)
    (answer,) = exchange(port, raw, 60)
    return answer


def _head(*lines: str) -> bytes:
    return "".join(f"{line}\r\n" for line in (*lines, "Host: x", "Connection: close")).encode()
