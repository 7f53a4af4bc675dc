"""What the tests stand on: a tiny folder of seeds, the real one, and the service made of it."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.app import create_app
from service.catalogue import Catalogue
from service.loading.build import build_catalogue
from service.mentions import Lexicon, Reader
from tests.support.server import Server

# the same examples each time: a test turns red by a change alone
hypothesis.settings.register_profile("service", deadline=None, derandomize=True)
hypothesis.settings.load_profile("service")

TINY_SEEDS = Path(__file__).parent / "tiny_seeds"
real_catalogue = cache(build_catalogue)
"""Give the catalogue of the real seeds, where a module needs it before its tests run."""


@pytest.fixture
def tiny_seeds(tmp_path: Path) -> Path:
    """A copy of the tiny seeds that a test may break."""
    return Path(shutil.copytree(TINY_SEEDS, tmp_path / "seeds"))


@pytest.fixture
def tiny(tiny_seeds: Path) -> Catalogue:
    """The catalogue of the tiny seeds."""
    return build_catalogue(tiny_seeds)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue of the real seeds."""
    return real_catalogue()


@pytest.fixture(scope="session")
def reader(catalogue: Catalogue) -> Reader:
    """The reader of mentions, with the real names."""
    return Reader(Lexicon(catalogue.records))


@pytest.fixture
def app(catalogue: Catalogue) -> Flask:
    """The application over the real seeds."""
    return create_app(catalogue)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client of that application."""
    return app.test_client()


@pytest.fixture(scope="session")
def quiet_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real server without a log of its requests."""
    with Server(tmp_path_factory.mktemp("server"), LOG_LEVEL="ERROR") as server:
        yield server
