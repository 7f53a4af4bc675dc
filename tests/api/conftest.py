"""The service as it is served, cache and middleware included: a test client, and a real server."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.test import Client

from service.app import create_app
from service.catalogue import Catalogue
from tests.support.server import Server
from tests.support.stack import stack


@pytest.fixture(scope="session")
def app(catalogue: Catalogue) -> Flask:
    """The application over the real seeds."""
    return create_app(catalogue)


@pytest.fixture
def client(app: Flask) -> Client:
    """A client of the application behind an empty cache."""
    return Client(stack(app))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of two workers that the tests share."""
    with Server(tmp_path_factory.mktemp("server"), WEB_CONCURRENCY="2") as running:
        yield running
