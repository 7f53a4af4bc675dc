"""One service for all, and nginx in front of it or over its files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.catalogue import Catalogue
from service.cli.answer_files import write_answers
from tests.support.server import Server, free_port
from tests.support.tools import Nginx, proxy, static_host


@pytest.fixture(scope="session")
def metrics_port() -> int:
    """Where the service gives its metrics."""
    return free_port()


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory, metrics_port: int) -> Iterator[Server]:
    """A service of two workers with metrics."""
    folder = tmp_path_factory.mktemp("service")
    with Server(folder, WEB_CONCURRENCY="2", ELEMENTS_METRICS_PORT=str(metrics_port)) as running:
        yield running


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """An export of the real data."""
    folder = tmp_path_factory.mktemp("export")
    write_answers(catalogue, folder)
    return folder


@pytest.fixture(scope="session")
def static(tmp_path_factory: pytest.TempPathFactory, exported: Path) -> Iterator[Nginx]:
    """A static host over that export."""
    with static_host(tmp_path_factory.mktemp("static"), exported) as running:
        yield running


@pytest.fixture(scope="session")
def fast() -> dict[str, str]:
    """A rate no test reaches by accident, as changes to the proxy's configuration."""
    return {"rate=50r/s": "rate=100000r/s", "rate=10r/s": "rate=100000r/s"}


@pytest.fixture(scope="session")
def front(
    tmp_path_factory: pytest.TempPathFactory, service: Server, fast: dict[str, str]
) -> Iterator[Nginx]:
    """The proxy in front of the service."""
    with proxy(tmp_path_factory.mktemp("proxy"), service.port, fast) as running:
        yield running
