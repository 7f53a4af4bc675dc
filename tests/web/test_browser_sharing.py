"""Journeys through lists, pictures, frames, reports and paper in a real browser."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest

from tests.support.server import Server
from tests.web.conftest import WIDE, Opener, two_ways

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


class _Host(BaseHTTPRequestHandler):
    """Another site: a page with the HTML in its query."""

    def do_GET(self) -> None:
        body = f'<!doctype html><link rel="icon" href="data:,">{unquote(self.path[2:])}'
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def elsewhere(browser: "Browser") -> Iterator[tuple["Page", str, list[str]]]:
    """A page, the address of another site for its HTML, and the complaints of the browser."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as host:
        Thread(target=host.serve_forever, daemon=True).start()
        page, complaints = browser.new_page(), list[str]()
        page.on("console", lambda message: complaints.append(message.text))
        yield page, f"http://127.0.0.1:{host.server_port}/?", complaints
        page.close()
        host.shutdown()


def test_another_site_shows_the_snippet(
    visit: Opener, server: Server, elsewhere: tuple["Page", str, list[str]]
) -> None:
    page = visit("/elements/Sc")
    page.get_by_text("Embed in a page").click()
    snippet = page.locator("#embed").inner_text()
    there, host, complaints = elsewhere
    there.goto(f"{host}{quote(snippet)}")
    frame = there.frame_locator("iframe")
    assert frame.locator("h1").inner_text().startswith("Scandium Sc: rare-earth element")
    assert frame.locator(".voices").count() >= 2
    over = "e => [e.scrollHeight - innerHeight, e.scrollWidth - innerWidth]"
    assert max(frame.locator("html").evaluate(over)) <= 0
    assert complaints == []
    there.goto(f"{host}{quote(f'<iframe src={server.url}/elements/Sc></iframe>')}")
    assert there.frames[1].url.startswith("chrome-error:")
    assert any("frame-ancestors" in text for text in complaints)


@pytest.mark.parametrize(("id_", "name"), [("Sc", "Scandium"), ("graphite", "Graphite")])
def test_another_site_shows_a_preview(
    server: Server, elsewhere: tuple["Page", str, list[str]], id_: str, name: str
) -> None:
    there, host, complaints = elsewhere
    there.goto(f"{host}{quote(f'<iframe src={server.url}/reconcile/preview?id={id_}></iframe>')}")
    heading = there.frame_locator("iframe").locator("h1")
    assert heading.inner_text() == name
    assert heading.evaluate("h => getComputedStyle(h).fontSize") == "19.2px"  # our style sheet's
    assert complaints == []


@two_ways
def test_the_lists_are_found_filtered_and_sorted(visit: Opener, width: int, script: bool) -> None:
    page = visit("/", width, script=script)
    page.get_by_role("link", name="Who lists what", exact=True).click()
    page.wait_for_url("**/lists")
    page.get_by_label("Show", exact=True).select_option("material")
    if not script:
        page.get_by_role("button", name="Show").click()
    page.wait_for_url("**kind=material*")
    page.locator(".matrix tbody th:has-text('Fluorspar')").wait_for()
    assert not page.locator(".matrix tbody th:has-text('Gallium')").count()
    if width == WIDE:
        page.get_by_role("link", name="European Union").press("Enter")
    else:
        page.get_by_label("Order").select_option("EU")
        page.get_by_role("button", name="Show").click()
    page.wait_for_url("**sort=EU*")
    page.locator(".matrix thead [aria-sort=ascending]").wait_for(state="attached")
    assert "2011" in page.locator(".matrix tbody tr").first.inner_text()
    page.locator(".matrix tbody th").first.get_by_role("link").click()
    page.wait_for_url("**/materials/*")


@pytest.mark.parametrize(
    ("address", "most"), [("/elements/Sc", 4), ("/elements/Og", 1), ("/", 2), ("/lists", 6)]
)
def test_a_page_is_printed_in_ink_on_few_sheets(visit: Opener, address: str, most: int) -> None:
    page = visit(address, theme="dark")
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= most
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for part in ("header.site", ".controls", ".copy", ".report", ".contents"):
        assert not page.locator(part).first.is_visible()
    assert page.locator("footer.site").is_visible()
    assert page.locator("h1").is_visible()
