"""axe-core over every kind of page: no violation, and nothing undecided that was not reviewed."""

from typing import Any

import pytest

from tests.support.addresses import PAGES
from tests.web.conftest import Opener

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


def told(found: list[dict[str, Any]]) -> list[str]:
    return [f"{rule['id']}: {node['html'][:160]} {said(node)}" for rule, node in nodes(found)][:9]


def nodes(found: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(rule, node) for rule in found for node in rule["nodes"]]


def said(node: dict[str, Any]) -> str:
    return " ".join(check["message"] for check in (*node["any"], *node["all"], *node["none"]))


def unreviewed(found: list[dict[str, Any]]) -> list[str]:
    return [
        f"{rule['id']}: {node['html'][:160]} {said(node)}"
        for rule, node in nodes(found)
        if rule["id"] != "color-contrast" or not any(known in said(node) for known in REVIEWED)
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", _ADDRESSES)
def test_axe_finds_nothing(visit: Opener, axe: str, name: str, width: int, theme: str) -> None:
    page = visit(_ADDRESSES[name], width, theme)
    page.evaluate("document.querySelectorAll('details').forEach((d, i) => { d.open = i < 4 })")
    page.evaluate(axe)
    result = page.evaluate(_RUN)
    assert told(result["violations"]) == []
    assert unreviewed(result["incomplete"]) == []


def test_axe_finds_nothing_in_a_result(visit: Opener, axe: str) -> None:
    page = visit("/classify")
    page.get_by_label("One mention a line").fill("Sc\nCO\nNA\nscandum\nREE")
    page.get_by_role("button", name="Classify").click()
    page.locator("#outcome").wait_for()
    page.evaluate(axe)
    result = page.evaluate(_RUN)
    assert told(result["violations"]) == []
    assert unreviewed(result["incomplete"]) == []
