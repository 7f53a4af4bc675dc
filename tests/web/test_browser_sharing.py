"""Journeys through lists, pictures, frames, reports and paper in a real browser."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest

from tests.support.server import Server
from tests.web.conftest import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
NARROW, WIDE = 360, 1280
both_widths = pytest.mark.parametrize("width", [NARROW, WIDE])
both_ways = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])


class _Host(BaseHTTPRequestHandler):
    """Another site: a page with a frame around the address in its query."""

    def do_GET(self) -> None:
        """Answer with the frame."""
        frame = unquote(self.path.partition("?")[2])
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f"<!doctype html><title>host</title>{frame}".encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    """The address of another site, which frames what its query says."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/?"
        server.shutdown()


def test_another_site_shows_the_snippet_whole(
    visit: Opener, browser: "Browser", server: Server, host: str
) -> None:
    page = visit("/elements/Sc")
    page.get_by_text("Embed in a page").click()
    snippet = page.locator("#embed").inner_text()
    there = browser.new_page(java_script_enabled=False)
    there.goto(f"{host}{quote(snippet)}")
    frame = there.frame_locator("iframe")
    assert frame.locator("h1").inner_text().startswith("Scandium Sc: rare-earth element")
    assert frame.locator(".voices").count() >= 2
    over = "e => [e.scrollHeight - innerHeight, e.scrollWidth - innerWidth]"
    assert max(frame.locator("html").evaluate(over)) <= 0
    there.goto(f"{host}{quote(f'<iframe src={server.url}/elements/Sc></iframe>')}")
    assert there.frames[1].url.startswith("chrome-error:")
    there.close()


@both_ways
@both_widths
def test_a_wrong_claim_is_reported_from_its_row(visit: Opener, width: int, script: bool) -> None:
    page = visit("/elements/Sc", width, script=script)
    page.get_by_role("link", name="Wrong? IUPAC,").first.click()
    page.wait_for_url("**/report?edition=iupac-2005&concept=rare-earth&thing=Sc")
    text = page.get_by_role("region", name="The text to send").inner_text()
    assert "Claims: iupac-2005/rare-earth-metals/Sc" in text
    assert page.url.partition("/report")[0] + "/elements/Sc#rare-earth" in text


@both_ways
@both_widths
def test_the_lists_are_found_filtered_and_sorted(visit: Opener, width: int, script: bool) -> None:
    page = visit("/", width, script=script)
    page.get_by_role("link", name="Who lists what", exact=True).click()
    page.wait_for_url("**/lists")
    page.get_by_label("Show", exact=True).select_option("material")
    if not script:
        page.get_by_role("button", name="Show").click()
    page.wait_for_url("**kind=material*")
    first = page.locator(".matrix tbody th").first
    page.locator(".matrix tbody th:has-text('Fluorspar')").wait_for()
    assert not page.locator(".matrix tbody th:has-text('Gallium')").count()
    if width == WIDE:
        page.get_by_role("link", name="European Union").press("Enter")
        page.wait_for_url("**sort=EU*")
    else:
        page.get_by_label("Order").select_option("EU")
        if not script:
            page.get_by_role("button", name="Show").click()
        page.wait_for_url("**sort=EU*")
        page.locator("#sort option[value=EU]:checked").wait_for(state="attached")
    page.locator(".matrix thead [aria-sort=ascending]").wait_for(state="attached")
    assert "2011" in page.locator(".matrix tbody tr").first.inner_text()
    first.get_by_role("link").click()
    page.wait_for_url("**/materials/*")


@both_widths
def test_the_picture_over_time_is_seen_without_script(visit: Opener, width: int) -> None:
    page = visit("/lists", width, script=False)
    picture = page.locator("img.picture")
    picture.scroll_into_view_if_needed()
    assert "from 2011 to 2026" in (picture.get_attribute("alt") or "")
    page.wait_for_function("document.querySelector('img.picture').complete")
    box = picture.evaluate("e => [e.naturalWidth, e.naturalHeight, e.width, e.height]")
    assert box[0] == 1100
    assert abs(box[0] / box[1] - box[2] / box[3]) < 0.02
    page.get_by_text("The figures as a table").click()
    assert page.locator(".years tbody tr").count() == 25


@both_ways
@both_widths
def test_a_list_is_classified_by_two_concepts(visit: Opener, width: int, script: bool) -> None:
    page = visit("/classify", width, script=script)
    page.get_by_label("One mention a line").fill("Sc\nxyz")
    page.get_by_text("Classify by: rare-earth element").click()
    page.get_by_label("Critical raw material").check()
    page.get_by_role("button", name="Classify").click()
    page.locator("#outcome").wait_for()
    page.get_by_text("Classify by: critical raw material, rare-earth element").wait_for()
    first, last = page.locator(".lines tbody tr").all()
    assert "unknown" in first.inner_text()
    assert re.search(r"jurisdictions.*disputed: \d+ yes", last.inner_text(), re.DOTALL)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    head = Path(download.value.path()).read_text("utf-8-sig").splitlines()[0]
    assert "state_critical" in head
    assert "state_rare-earth" in head


@pytest.mark.parametrize(
    ("address", "most"), [("/elements/Sc", 4), ("/elements/Og", 1), ("/", 2), ("/lists", 6)]
)
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_page_is_printed_on_few_sheets(
    visit: Opener, address: str, most: int, script: bool
) -> None:
    page = visit(address, theme="dark", script=script)
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= most
    page.emulate_media(media="print")
    for part in ("header.site", ".controls", ".copy", ".report", ".contents"):
        assert not page.locator(part).first.is_visible()
    assert page.locator("footer.site").is_visible()
