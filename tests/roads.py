"""The two roads to an answer: a real server, whose worker answers look-ups, and Flask alone."""

import http.client
from typing import NamedTuple

from flask import Flask
from flask.testing import FlaskClient

from tests.server import Server

_OF_THE_MOMENT = {"X-Request-Id", "Date", "Server", "Connection"}


class Answer(NamedTuple):
    """A status, the headers that stay, and a body."""

    status: int
    headers: dict[str, str]
    body: bytes


class Fast:
    """Asks a real server on one connection; its worker answers look-ups."""

    def __init__(self, server: Server) -> None:
        self._connection = http.client.HTTPConnection(server.host, server.port, timeout=30)

    def __call__(self, path: str, method: str = "GET", **headers: str) -> Answer:
        self._connection.request(method, path, headers=_named(headers))
        answer = self._connection.getresponse()
        return Answer(answer.status, _kept(dict(answer.getheaders())), answer.read())

    def close(self) -> None:
        self._connection.close()


class Slow:
    """Asks the application itself, which knows nothing of the look-ups' road."""

    def __init__(self, app: Flask) -> None:
        self._client: FlaskClient = app.test_client()

    def __call__(self, path: str, method: str = "GET", **headers: str) -> Answer:
        answer = self._client.open(path, method=method, headers=_named(headers))
        return Answer(answer.status_code, _kept(dict(answer.headers)), answer.data)


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def _kept(headers: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name not in _OF_THE_MOMENT}
