"""The application over the real seeds, its test client, and a real server."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.app import create_app
from service.catalogue import Catalogue
from service.loading.build import build_catalogue
from service.settings import Settings
from tests.support.server import Server


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return build_catalogue()


@pytest.fixture(scope="session")
def app(catalogue: Catalogue) -> Flask:
    return create_app(catalogue, Settings())


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of two workers that all tests share."""
    with Server(tmp_path_factory.mktemp("server"), WEB_CONCURRENCY="2") as running:
        yield running
