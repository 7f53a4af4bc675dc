"""axe-core over every kind of page: no violation, and nothing undecided that was not reviewed."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.web.addresses import PAGES
from tests.web.conftest import Opener

pytestmark = pytest.mark.browser
REVIEWED: dict[str, str] = {}
"""What axe cannot decide and a person has: rule -> why it is well."""
_RUN = """() => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations", "incomplete"],
})"""


def told(found: list[dict[str, Any]]) -> list[str]:
    return [
        f"{rule['id']}: {node['html'][:160]} {node['any'][0]['message'] if node['any'] else ''}"
        for rule in found
        for node in rule["nodes"][:3]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    visit: Opener, axe: str, shots: Path, name: str, width: int, theme: str
) -> None:
    page = visit(PAGES[name], width, theme)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.evaluate(axe)
    result = page.evaluate(_RUN)
    assert told(result["violations"]) == []
    undecided = [rule for rule in result["incomplete"] if rule["id"] not in REVIEWED]
    if undecided:
        (shots / f"axe-{name}-{width}-{theme}.json").write_text(json.dumps(undecided, indent=1))
    assert told(undecided) == []


def test_axe_finds_nothing_in_a_result(visit: Opener, axe: str) -> None:
    page = visit("/classify")
    page.get_by_label("One mention a line").fill("Sc\nCO\nNA\nscandum\nREE")
    page.get_by_role("button", name="Classify").click()
    page.locator("#outcome").wait_for()
    page.evaluate(axe)
    result = page.evaluate(_RUN)
    assert told(result["violations"]) == []
    assert told([rule for rule in result["incomplete"] if rule["id"] not in REVIEWED]) == []
