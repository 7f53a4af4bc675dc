"""The real seeds: their form, and what the review checklist asks of every one of them."""

import csv
import io
import json
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from service.catalogue import Catalogue
from service.loading.build import read_seeds
from service.settings import SEEDS

NOTE_LIMIT = 240
TEXT_FILES = sorted(path for path in SEEDS.rglob("*") if path.suffix in (".toml", ".csv", ".json"))
EDITIONS = sorted((SEEDS / "editions").glob("*.toml"))
NUMBERS: dict[str, int] = {
    row["symbol"]: row["atomic_number"]
    for row in json.loads((SEEDS / "elements.json").read_text("utf-8"))["elements"]
}


def name_of(path: Path) -> str:
    return path.relative_to(SEEDS).as_posix()


def toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((SEEDS / name).read_text("utf-8"))))


def values(tree: Any, key: str) -> Iterator[Any]:
    """Every value that stands under a key, however deep."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            if name == key:
                yield value
            yield from values(value, key)
    elif isinstance(tree, list):
        for value in tree:
            yield from values(value, key)


def test_the_seeds_have_no_fault() -> None:
    records, faults = read_seeds(SEEDS)
    assert faults == []
    assert records is not None
    assert [edition.id for edition in records.editions] == [path.stem for path in EDITIONS]


@pytest.mark.parametrize("path", TEXT_FILES, ids=name_of)
def test_a_file_is_utf_8_with_plain_line_ends(path: Path) -> None:
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    assert not text.startswith("\N{BYTE ORDER MARK}")
    assert "\r" not in text
    assert "\t" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("path", EDITIONS, ids=name_of)
def test_elements_stand_in_the_order_of_atomic_numbers(path: Path) -> None:
    for elements in values(toml(path), "elements"):
        numbers = [NUMBERS[symbol] for symbol in elements]
        assert numbers == sorted(set(numbers)), elements


@pytest.mark.parametrize(
    "path", [path for path in TEXT_FILES if path.suffix == ".toml"], ids=name_of
)
def test_a_note_is_a_short_paraphrase(path: Path) -> None:
    tree = toml(path)
    for key in ("note", "count_note", "read", "definition"):
        for note in values(tree, key):
            assert 0 < len(note) <= NOTE_LIMIT, note
            assert note == note.strip()


@pytest.mark.parametrize("file", ["sources.toml", "names-sources.toml"])
def test_every_source_can_be_found_again(file: str) -> None:
    for source in toml(SEEDS / file)["sources"]:
        assert any(source.get(key) for key in ("url", "doi", "citation")), source["id"]


@pytest.mark.parametrize("path", EDITIONS, ids=name_of)
def test_who_reports_is_named_exactly_where_an_edition_is_reported(path: Path) -> None:
    for citation in toml(path)["sources"]:
        assert ("reporter" in citation) is (citation["grade"] == "reported"), citation["source"]


@pytest.mark.parametrize("table", ["authorities", "sources", "concepts"])
def test_no_id_stands_twice(table: str) -> None:
    times = Counter(row["id"] for row in toml(SEEDS / f"{table}.toml")[table])
    assert [id_ for id_, number in times.items() if number > 1] == []


def test_each_language_has_one_preferred_name_of_each_element() -> None:
    languages = toml(SEEDS / "dataset.toml")["languages"]
    preferred = Counter(
        (row["lang"], int(row["atomic_number"]))
        for row in rows("names.csv")
        if row["kind"] == "preferred"
    )
    expected = {(language, number) for language in languages for number in range(1, 119)}
    assert set(preferred) == expected
    assert set(preferred.values()) == {1}


def test_every_preferred_name_has_two_sources_or_more() -> None:
    known = {source["id"] for source in toml(SEEDS / "names-sources.toml")["sources"]}
    for row in rows("names.csv"):
        sources = set(row["sources"].split(";"))
        assert sources <= known, row
        assert row["kind"] != "preferred" or len(sources) > 1, row


def test_names_are_nfc_and_none_stands_twice() -> None:
    lines = rows("names.csv")
    for row in [*lines, *rows("collective-terms.csv")]:
        name = row.get("name") or row["term"]
        assert name == unicodedata.normalize("NFC", name).strip()
    keys = Counter((row["atomic_number"], row["lang"], row["name"]) for row in lines)
    assert [key for key, number in keys.items() if number > 1] == []


def test_languages_of_names_and_terms_are_declared() -> None:
    declared = set(toml(SEEDS / "dataset.toml")["languages"])
    assert len(declared) >= 10
    assert {row["lang"] for row in rows("names.csv")} == declared
    assert {row["lang"] for row in rows("collective-terms.csv")} <= declared


def test_releases_stand_the_newest_first() -> None:
    releases = toml(SEEDS / "dataset.toml")["releases"]
    days = [release["released"] for release in releases]
    assert days == sorted(days, reverse=True)
    assert len({release["version"] for release in releases}) == len(releases)


def test_the_elements_are_the_118_in_order(catalogue: Catalogue) -> None:
    elements = list(catalogue.elements.values())
    assert [element.atomic_number for element in elements] == list(range(1, 119))
    for key in ("symbol", "name", "cas", "inchi", "inchikey"):
        assert len({getattr(element, key) for element in elements}) == 118
    for element in elements:
        assert element.mass_numbers
        assert all(low < high for low, high in pairwise(element.mass_numbers))


def test_every_claim_and_category_leads_to_a_place(catalogue: Catalogue) -> None:
    locators = [claim.locator for claim in catalogue.claims.values()]
    locators += [category.locator for category in catalogue.categories.values()]
    assert all(locator.kind and locator.value for locator in locators)


def test_an_edition_speaks_of_some_concept(catalogue: Catalogue) -> None:
    spoken = {edition for editions in catalogue.positions_on.values() for edition in editions}
    assert spoken == set(catalogue.editions)
