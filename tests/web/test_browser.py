"""The journeys of a reader in a real browser: by keyboard, by pointer, with and without script."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.addresses import PAGES
from tests.web.conftest import NARROW, WIDE, Opener, both_ways, two_ways

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
_OUT_OF_ITS_PLACE = """() => {
  const key = document.querySelector(".key"), place = key.getBoundingClientRect();
  return [...key.children].filter(part => part.getClientRects().length)
    .map(part => part.getBoundingClientRect())
    .some(part => part.top < place.top - 1 || part.bottom > place.bottom + 1);
}"""
_CONCEPTS = "[...document.querySelector('#concept').options].map(o => o.value).filter(Boolean)"
SITES = "site,metal,grade\nNorth,Sc,12\nSouth,Y,7\nEast,Nd,3"
DROP = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, {type: "text/csv"}));
  document.querySelector(".drop").dispatchEvent(
    new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


def resized(page: "Page", width: int) -> "Page":
    page.set_viewport_size({"width": width, "height": 900})
    return page


def focused(page: "Page") -> str:
    return str(page.evaluate("document.activeElement.querySelector('b')?.textContent ?? ''"))


@pytest.mark.parametrize(("width", "theme"), [(NARROW, "light"), (WIDE, "dark")])
def test_scandium_stands_out_when_the_page_opens(visit: Opener, width: int, theme: str) -> None:
    page = visit("/", width, theme)
    cells = page.locator("td.disputed a")
    assert cells.locator("b").first.text_content() == "Sc"
    assert re.search(r"≠.*\d+ authorities say yes, \d+ say no", cells.first.inner_text(), re.DOTALL)
    paints = page.evaluate(
        "['Sc','Ce','Ti','Zr'].map(s => getComputedStyle("
        'document.querySelector(`a[href^="/elements/${s}#"][data-r]`)).backgroundColor)'
    )
    assert paints[0] not in paints[1:]
    assert page.locator(".outright:visible").is_visible()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_no_page_is_wider_than_the_window(visit: Opener, address: str) -> None:
    page, overflow = visit(address, WIDE), "document.documentElement.scrollWidth - innerWidth"
    widths = (320, NARROW, 640, 768, 1024, WIDE, 1920)
    assert [width for width in widths if resized(page, width).evaluate(overflow) > 0] == []


@pytest.mark.parametrize("first", [2, pytest.param(None, marks=pytest.mark.nightly)])
def test_the_legend_stays_in_its_empty_corner(visit: Opener, first: int | None) -> None:
    page = visit("/", WIDE)
    outside = []
    concepts = page.evaluate(_CONCEPTS)
    assert len(concepts) > 30
    for concept in concepts[:first]:
        page.goto(f"/?concept={concept}")
        for width in (1264, WIDE, 1499, 1500, 1920):
            if resized(page, width).evaluate(_OUT_OF_ITS_PLACE):
                outside.append((concept, width))
    assert outside == []


@pytest.mark.nightly
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [NARROW, 768, WIDE, 1920])
def test_screenshots_are_kept(visit: Opener, tmp_path: Path, width: int, theme: str) -> None:
    page = visit("/", width, theme)
    shots = Path(os.environ.get("SCREENSHOTS", tmp_path))
    shots.mkdir(parents=True, exist_ok=True)
    for name, address in PAGES.items():
        page.goto(address)
        target = shots / f"{name}-{width}-{theme}.png"
        page.screenshot(path=target, full_page=width == NARROW and name == "table")
        assert target.stat().st_size > 5_000


@two_ways
def test_a_concept_is_chosen_and_an_element_opened(visit: Opener, width: int, script: bool) -> None:
    page = visit("/", width, script=script)
    page.get_by_label("Concept").select_option("critical")
    if not script:
        page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/*concept=critical*")
    page.get_by_role("heading", level=1, name=re.compile("Critical raw material")).wait_for()
    page.locator("td a:has(b:text-is('Li'))").click()
    page.wait_for_url(re.compile(r"/elements/Li(\?as_of=[0-9-]+)?#critical$"))
    assert page.get_by_role("heading", level=1).inner_text().startswith("Lithium")


def test_the_view_changes_in_place_is_said_aloud_and_the_way_back_works(visit: Opener) -> None:
    page = visit("/")
    page.evaluate("window.same = true")
    page.get_by_label("Disputed only").check()
    page.wait_for_url("**/*disputed=true*")
    page.locator("td.faded").first.wait_for()
    assert page.evaluate("window.same") is True
    page.locator("#status:has-text('Rare-earth element')").wait_for(state="attached")
    assert "as_of" not in page.url
    page.go_back()
    page.locator("td.faded").first.wait_for(state="detached")


def test_the_table_is_one_tab_stop_with_arrow_keys(visit: Opener) -> None:
    page = visit("/", WIDE)
    stop = page.locator(".elements a[tabindex='0']")
    assert stop.count() == 1
    stop.focus()
    assert focused(page) == "Sc"
    seen = []
    for key in ("ArrowDown", "ArrowLeft", "ArrowUp", "End", "Home", "Control+End", "ArrowUp"):
        page.keyboard.press(key)
        seen.append(focused(page))
    assert seen == ["Y", "Sr", "Ca", "Kr", "K", "Lr", "Lu"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/elements/Lu#rare-earth")
    page.go_back()
    assert stop.locator("b").inner_text() == "Lu"


def test_the_keyboard_reaches_everything_and_shows_where_it_is(visit: Opener) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    names = []
    for _ in range(30):
        page.keyboard.press("Tab")
        names.append(focused(page))
        assert page.evaluate(
            "document.activeElement.type === 'date'  // its parts show focus the browser's way\n"
            "|| getComputedStyle(document.activeElement).outlineStyle !== 'none'"
        )
        if names[-1] == "Sc" and page.evaluate("Boolean(document.activeElement.dataset.r)"):
            break
    assert names[-1] == "Sc"


@two_ways
def test_a_search_says_how_it_understood(visit: Opener, width: int, script: bool) -> None:
    page = visit("/", width, script=script)
    page.get_by_role("searchbox").fill("CO")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=CO")
    assert "As a formula it is carbon and oxygen" in page.locator("main").inner_text()
    page.get_by_role("searchbox").fill("NA")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="sodium").click()
    page.wait_for_url("**/search?q=NA&na=sodium")


def test_a_dropped_file_of_5000_messy_lines_is_classified(visit: Opener) -> None:
    page = visit("/classify")
    mess = ["Sc", "  yttrium ", "CO", "", "n/a", "скандий", "=1+1", "Fe2+", "7440-05-3", "xyz"]
    lines = ["id;metal", *(f"{n};{mess[n % 10]}" for n in range(5_000))]
    page.evaluate(DROP, ["messy.csv", "\n".join(lines)])
    heading = page.locator("#outcome")
    heading.wait_for(timeout=30_000)
    assert heading.inner_text().startswith("5000 lines")
    assert page.evaluate("document.activeElement.id") == "outcome"
    assert page.locator("#status").inner_text() == heading.inner_text()
    assert page.locator("table.lines tbody tr").count() == 10
    page.get_by_label("Show").select_option("all")
    page.get_by_role("button", name="Classify").click()
    page.get_by_text("Page 1 of 25, 5000 lines").wait_for()
    assert page.locator("table.lines tbody tr").count() == 200
    page.get_by_role("button", name="Next").click()
    page.get_by_text("Page 2 of 25").wait_for()
    assert page.locator("table.lines tbody td").first.inner_text() == "202"


@both_ways
def test_the_column_stays_chosen_the_next_time(visit: Opener, script: bool) -> None:
    page = visit("/classify", script=script)
    if script:
        page.evaluate(DROP, ["sites.csv", SITES])
    else:
        page.get_by_label("One mention a line").fill(SITES)
        page.get_by_role("button", name="Classify").click()
    heading = page.get_by_role("heading", name="3 lines: 3 elements", exact=True)
    heading.wait_for()
    for _ in range(2):
        assert page.get_by_label("Column", exact=True).input_value() == "2"
        page.evaluate("document.querySelector('#result').dataset.old = 'yes'")
        page.get_by_role("button", name="Classify").click()
        page.locator("#result:not([data-old])").wait_for()
        heading.wait_for()
        assert page.locator("table.lines tbody th").all_inner_texts() == ["Sc", "Y", "Nd"]
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    assert [line.split(",")[1:6] for line in text.splitlines()[1:]] == [
        ["North", "Sc", "12", "ok", "Sc"],
        ["South", "Y", "7", "ok", "Y"],
        ["East", "Nd", "3", "ok", "Nd"],
    ]


def test_other_columns_are_offered_when_the_list_changes(visit: Opener) -> None:
    page = visit("/classify")
    box, column = page.get_by_label("One mention a line"), page.get_by_label("Column", exact=True)
    box.fill(SITES)
    column.select_option("3")
    box.fill(SITES + "\nWest,La,1")
    assert column.input_value() == "3"
    box.fill("metal;grade\nSc;1")
    assert column.input_value() == ""
    assert column.locator("option").all_inner_texts()[1:] == ["1: metal", "2: grade"]


def test_a_file_too_large_is_refused_in_words(visit: Opener) -> None:
    page = visit("/classify")
    page.get_by_label("or a file").set_input_files(
        {"name": "big.txt", "mimeType": "text/plain", "buffer": b"Sc\n" * 400_000}
    )
    page.locator("#status:has-text('larger than 1 MiB')").wait_for()


@two_ways
def test_the_first_screen_names_both_sides(visit: Opener, width: int, script: bool) -> None:
    page = visit("/elements/Sc", width, script=script)
    card = page.locator(".verdicts > li").first
    assert "authorities say yes" in card.inner_text()
    sides = card.locator(".voices")
    for at, word in enumerate(("Yes", "No")):
        assert sides.nth(at).locator("h4").inner_text().startswith(word)
        for name in sides.nth(at).locator("a").all()[:4]:
            box = name.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] < 800
    many = int(sides.first.locator("h4 b").inner_text())
    page.get_by_role("link", name="Official voices only").click()
    page.wait_for_url("**/elements/Sc?official=true")
    assert 0 < int(page.locator(".voices h4 b").first.inner_text()) < many


def test_all_columns_of_the_table_fit_a_tablet(visit: Opener) -> None:
    page = visit("/", 768)
    wider = "(e => e.scrollWidth - e.clientWidth)(document.querySelector('.scroller'))"
    assert page.evaluate(wider) == 0
    assert not page.locator(".pan").is_visible()
    assert resized(page, NARROW).evaluate(wider) > 0
    assert page.locator(".pan").is_visible()


def test_rows_become_cards_on_a_phone(visit: Opener) -> None:
    page = visit("/elements/Sc", NARROW)
    row = page.locator("#rare-earth .rows tbody tr").first
    widths = [cell.bounding_box() for cell in row.locator("th, td").all()]
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= NARROW for box in widths)
    assert len({box["y"] for box in widths if box}) == 4


def test_a_link_to_a_folded_concept_unfolds_it(visit: Opener) -> None:
    assert visit("/elements/Ne#rare-earth").locator("li#rare-earth").is_visible()


def test_forced_colours_keep_the_disputed_apart(visit: Opener) -> None:
    page = visit("/", forced_colors="active")
    width = "getComputedStyle(document.querySelector('td.{} a')).borderTopWidth"
    assert page.evaluate(width.format("disputed")) == "3px"
    assert page.evaluate(width.format("out")) == "1px"


def test_reduced_motion_moves_nothing(visit: Opener) -> None:
    page = visit("/", reduced_motion="reduce")
    duration = "getComputedStyle(document.querySelector('td a')).transitionDuration"
    assert page.evaluate(duration) in ("0s", "0ms", "")


def test_links_and_buttons_are_large_enough_to_hit(visit: Opener) -> None:
    sizes = visit("/", NARROW).evaluate(
        "[...document.querySelectorAll('.elements a, header a, button, summary, select')]"
        ".map(e => e.getBoundingClientRect()).filter(r => r.width)"
        ".map(r => Math.min(r.width, r.height))"
    )
    assert min(sizes) >= 24
