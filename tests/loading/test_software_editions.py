"""The editions made from mendeleev say what the installed package says, no more and no less."""

import tomllib
from collections.abc import Callable
from importlib.metadata import version
from math import isnan
from pathlib import Path
from typing import Any

import pytest
from mendeleev.fetch import fetch_table

EDITIONS = Path(__file__).resolve().parents[2] / "seeds" / "editions"
RELEASE = "1.3.0"
GEOCHEMICAL = {"volatile", "semi-volatile", "major", "high field strength", "U/Th decay series"}
UNMAPPED = {
    "series": set[str](),
    "geochemical-class": GEOCHEMICAL,
    "goldschmidt-class": {"synthetic"},
}
"""Classes of the package that no concept fits, by attribute."""


def elements() -> list[dict[str, Any]]:
    names = dict(fetch_table("series")[["id", "name"]].itertuples(index=False))
    rows: list[dict[str, Any]] = fetch_table("elements").to_dict("records")
    return [{**row, "series": names[row["series_id"]]} for row in rows]


def classes(attribute: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in elements():
        if isinstance(row[attribute], str):
            found.setdefault(row[attribute], set()).add(row["symbol"])
    return found


def where(holds: Callable[[dict[str, Any]], bool]) -> set[str]:
    return {row["symbol"] for row in elements() if holds(row)}


def edition(attribute: str) -> list[dict[str, Any]]:
    text = (EDITIONS / f"mendeleev-1-3-0-{attribute}.toml").read_text("utf-8")
    categories: list[dict[str, Any]] = tomllib.loads(text)["categories"]
    return categories


def claimed(category: dict[str, Any], relation: str = "includes") -> set[str]:
    rows = [row for row in category["claims"] if row.get("relation", "includes") == relation]
    return {symbol for row in rows for symbol in row["elements"]}


def test_the_release_is_the_installed_one() -> None:
    assert version("mendeleev") == RELEASE


@pytest.mark.parametrize("attribute", UNMAPPED)
def test_each_class_has_the_members_of_the_package(attribute: str) -> None:
    expected = classes(attribute.replace("-", "_"))
    stated = {category["label"]: claimed(category) for category in edition(attribute)}
    assert stated == {k: v for k, v in expected.items() if k not in UNMAPPED[attribute]}
    assert UNMAPPED[attribute] == expected.keys() - stated.keys()


@pytest.mark.parametrize("attribute", UNMAPPED)
def test_the_classes_of_an_attribute_exclude_each_other(attribute: str) -> None:
    categories = edition(attribute)
    slugs = [category["slug"] for category in categories]
    pairs = {(c["slug"], other) for c in categories for other in c.get("disjoint_with", [])}
    assert pairs == {(one, other) for i, one in enumerate(slugs) for other in slugs[i + 1 :]}


def test_radioactive_is_true_or_false_as_in_the_package() -> None:
    (category,) = edition("is-radioactive")
    assert claimed(category) == where(lambda row: bool(row["is_radioactive"]))
    assert claimed(category, "excludes") == where(lambda row: not row["is_radioactive"])


def test_group_3_is_that_of_the_package() -> None:
    (category,) = edition("group-3")
    assert claimed(category) == where(lambda row: row["group_id"] == 3)
    undecided = {symbol for row in category["undecided"] for symbol in row["elements"]}
    assert undecided <= where(lambda row: isnan(row["group_id"]))
