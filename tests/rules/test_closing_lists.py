"""A list that turns from open to closed is one record, not one an element."""

from pathlib import Path

from service.catalogue.series import changes
from service.loading.build import build_catalogue
from service.model import ChangeKind

EDITION = """
authority = "{authority}"
series = "test-series"
title = "Title"
published = "{published}"
{end}
[[sources]]
source = "{source}"
grade = "primary"
read = "Read whole."

[[categories]]
slug = "list"
label = "{label}"
concept = "{concept}"
match = "exact"
coverage = "{coverage}"
locator = {{ kind = "page", value = "1" }}

[[categories.claims]]
elements = ["Sc"]
"""


def test_closing_an_open_list_is_one_record(tiny_seeds: Path) -> None:
    before = build_catalogue(tiny_seeds)
    words = {
        "authority": next(iter(before.authorities)),
        "source": next(iter(before.sources)),
        "concept": next(iter(before.concepts)),
    }
    for year, coverage, end in (
        (2001, "open", 'in_force_to = "2003-01-01"'),
        (2003, "closed", ""),
    ):
        text = EDITION.format(
            **words, published=f"{year}-01-01", coverage=coverage, label="list", end=end
        )
        (tiny_seeds / "editions" / f"test-{year}.toml").write_text(text, "utf-8")
    found = [c for c in changes(build_catalogue(tiny_seeds)) if c.after == "test-2003"]
    assert [(c.kind, c.elements) for c in found] == [(ChangeKind.LIST_CLOSED, ())]
