"""The preview in the frame of another site, by a real browser."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Framed = Callable[[str], tuple["Page", list[str]]]


class _Site(BaseHTTPRequestHandler):
    """Another site, as OpenRefine is on its user's machine: a page that frames an address."""

    def do_GET(self) -> None:
        (address,) = parse_qs(urlsplit(self.path).query).get("frame", [""])
        body = f'<!doctype html><link rel="icon" href="data:,"><iframe src="{address}"></iframe>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Write no log."""


@pytest.fixture
def framed(browser: "Browser") -> Iterator[Framed]:
    """Open a page of another site with a frame; gives it, and what the browser complains of."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    context = browser.new_context()
    context.set_default_timeout(15_000)

    def open_page(address: str) -> "tuple[Page, list[str]]":
        page, complaints = context.new_page(), list[str]()
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(f"http://127.0.0.1:{site.server_port}/?frame={address}", wait_until="load")
        return page, complaints

    yield open_page
    context.close()
    site.shutdown()
    site.server_close()


@pytest.mark.browser
@pytest.mark.parametrize(("id_", "name"), [("Sc", "Scandium"), ("graphite", "Graphite")])
def test_another_site_shows_a_preview(framed: Framed, server: Server, id_: str, name: str) -> None:
    page, complaints = framed(f"{server.url}/reconcile/preview?id={id_}")
    heading = page.frame_locator("iframe").locator("h1")
    assert heading.inner_text() == name
    assert heading.evaluate("h => getComputedStyle(h).fontSize") == "19.2px"  # our style sheet's
    assert complaints == []


@pytest.mark.browser
def test_another_site_cannot_show_a_page(framed: Framed, server: Server) -> None:
    page, complaints = framed(f"{server.url}/elements/Sc")
    assert any("frame-ancestors" in text for text in complaints)
    # the browser shows an error of its own in its place
    assert page.frame_locator("iframe").get_by_text("Scandium").count() == 0
