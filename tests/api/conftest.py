"""The service as it is served, cache and middleware included."""

import pytest
from flask import Flask
from werkzeug.test import Client

from service.app import create_app
from service.catalogue import Catalogue
from tests.support.stack import stack


@pytest.fixture(scope="session")
def app(catalogue: Catalogue) -> Flask:
    """The application over the real seeds."""
    return create_app(catalogue)


@pytest.fixture
def client(app: Flask) -> Client:
    """A client of the application behind an empty cache."""
    return Client(stack(app))
