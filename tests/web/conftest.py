"""A real browser at a real server; where there is none, CI fails and a desk is told why."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.catalogue import Catalogue
from tests.support.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Opener = Callable[..., "Page"]
HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
NARROW, WIDE = 360, 1280
both_ways = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
two_ways = pytest.mark.parametrize(("width", "script"), [(WIDE, True), (NARROW, False)])


def unavailable(reason: str) -> NoReturn:
    """Skip at a desk; fail in CI, where everything must be there."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI must have it: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def client(catalogue: Catalogue) -> FlaskClient:
    """A client of one application for all tests of pages: none changes it."""
    return create_app(catalogue).test_client()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that the tests of the pages share."""
    with Server(tmp_path_factory.mktemp("web")) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Debian's chromium, driven by Playwright."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unavailable("playwright is not installed: pip install element-classifier[browser]")
    executable = os.environ.get("CHROMIUM_PATH") or shutil.which("chromium")
    if executable is None:
        unavailable("there is no chromium: apt-get install chromium, or set CHROMIUM_PATH")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core's script, from the folder that AXE_PATH names."""
    folder = os.environ.get("AXE_PATH")
    if folder is None:
        unavailable("AXE_PATH names no folder with axe-core's axe.min.js")
    path = Path(folder) / "axe.min.js"
    if not path.is_file():
        unavailable(f"there is no {path}: npm pack axe-core, and unpack it there")
    return path.read_text("utf-8")


class Watch:
    """Notes what no page may do: write to the console, fail, ask another host."""

    def __init__(self, page: "Page", own: str) -> None:
        self.found: list[str] = []
        page.on("console", lambda message: self.found.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.found.append(f"error: {error}"))
        page.on("request", lambda request: self._asked(request.url, own))

    def _asked(self, url: str, own: str) -> None:
        if not url.startswith((own, "blob:", "data:")):
            self.found.append(f"asked {url}")


@pytest.fixture
def visit(browser: "Browser", server: Server) -> Iterator[Opener]:
    """Open a page; at the end no page has written, failed, or asked another host."""
    opened: list[tuple[Any, Watch]] = []

    def open_page(
        path: str = "/", width: int = 1280, theme: str = "light", script: bool = True, **more: Any
    ) -> "Page":
        context = browser.new_context(
            base_url=server.url,
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            locale="en-GB",
            **{"color_scheme": theme, **more},
        )
        context.set_default_timeout(15_000)
        page = context.new_page()
        opened.append((context, Watch(page, server.url)))
        page.goto(path)
        return page

    yield open_page
    for context, _ in opened:
        context.close()
    assert [found for _, watch in opened for found in watch.found] == []
