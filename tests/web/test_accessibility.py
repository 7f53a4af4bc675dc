"""axe-core over every kind of page: no violation, and nothing undecided that was not reviewed."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.addresses import PAGES
from tests.web.conftest import NARROW, WIDE, Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
_ADDRESSES = {**PAGES, "embed": "/embed/elements/Sc?concept=rare-earth"}
REVIEWED = {
    "partially obscured by another element": "a scrolling region cuts it off; nothing is over it",
    "only non-text characters": "a mark; its word stands beside it and says the same",
    "partially overlaps other elements": "the legend lies over cells of the table that are empty",
    "too short to determine": "one sign: a group, a symbol or a state, in a colour measured",
    "due to a pseudo element": "the line and the dot of a timeline stand above the text",
}
"""Contrasts that axe cannot measure, with the reason; test_palette measures every pair."""
_RUN = """() => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations", "incomplete"],
})"""


def faults(page: "Page", axe: str) -> list[str]:
    page.evaluate(axe)
    result: dict[str, Any] = page.evaluate(_RUN)
    found = []
    for kind in ("violations", "incomplete"):
        nodes = [(rule, node) for rule in result[kind] for node in rule["nodes"]]
        for rule, node in nodes:
            checks = (*node["any"], *node["all"], *node["none"])
            said = " ".join(check["message"] for check in checks)
            measured = kind == "violations" or rule["id"] != "color-contrast"
            if measured or not any(known in said for known in REVIEWED):
                found.append(f"{kind} {rule['id']}: {node['html'][:160]} {said}")
    return found


@pytest.mark.parametrize(("width", "theme"), [(NARROW, "light"), (WIDE, "dark")])
@pytest.mark.parametrize("name", _ADDRESSES)
def test_axe_finds_nothing(visit: Opener, axe: str, name: str, width: int, theme: str) -> None:
    page = visit(_ADDRESSES[name], width, theme)
    page.evaluate("document.querySelectorAll('details').forEach((d, i) => { d.open = i < 4 })")
    assert faults(page, axe) == []


def test_axe_finds_nothing_in_a_result(visit: Opener, axe: str) -> None:
    page = visit("/classify")
    page.get_by_label("One mention a line").fill("Sc\nCO\nNA\nscandum\nREE")
    page.get_by_role("button", name="Classify").click()
    page.locator("#outcome").wait_for()
    assert faults(page, axe) == []
