"""The real seeds: their form, and what the review checklist asks beyond what loading checks."""

import csv
import io
import tomllib
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

from service.catalogue import Catalogue
from service.loading.build import read_seeds
from service.settings import SEEDS

TEXT_FILES = [path for path in SEEDS.rglob("*") if path.suffix in (".toml", ".csv", ".json")]
EDITIONS = sorted((SEEDS / "editions").glob("*.toml"))


def toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((SEEDS / name).read_text("utf-8"))))


def test_the_seeds_have_no_fault() -> None:
    records, faults = read_seeds(SEEDS)
    assert faults == []
    assert records is not None
    assert [edition.id for edition in records.editions] == [path.stem for path in EDITIONS]


def test_files_are_utf_8_with_plain_line_ends() -> None:
    assert len(TEXT_FILES) > len(EDITIONS) > 100
    for path in TEXT_FILES:
        text = path.read_bytes().decode("utf-8")
        assert not text.startswith("\N{BYTE ORDER MARK}"), path
        assert not {"\r", "\t"} & set(text), path
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path


def test_elements_stand_in_the_order_of_atomic_numbers(catalogue: Catalogue) -> None:
    places = {symbol: place for place, symbol in enumerate(catalogue.elements)}
    for path in EDITIONS:
        for category in toml(path)["categories"]:
            for claim in (*category.get("claims", []), *category.get("undecided", [])):
                numbers = [places[symbol] for symbol in claim.get("elements", [])]
                assert numbers == sorted(set(numbers)), (path.name, claim)


def test_who_reports_is_named_exactly_where_an_edition_is_reported() -> None:
    for path in EDITIONS:
        for citation in toml(path)["sources"]:
            reported = citation["grade"] == "reported"
            assert ("reporter" in citation) is reported, (path.name, citation["source"])


def test_every_preferred_name_has_two_sources_or_more() -> None:
    for row in rows("names.csv"):
        assert row["kind"] != "preferred" or len(set(row["sources"].split(";"))) > 1, row


def test_names_are_nfc_and_none_stands_twice() -> None:
    lines = rows("names.csv")
    for row in [*lines, *rows("collective-terms.csv")]:
        name = row.get("name") or row["term"]
        assert name == unicodedata.normalize("NFC", name).strip()
    keys = Counter((row["atomic_number"], row["lang"], row["name"]) for row in lines)
    assert [key for key, number in keys.items() if number > 1] == []


def test_languages_of_terms_are_declared_and_each_has_names() -> None:
    declared = set(toml(SEEDS / "dataset.toml")["languages"])
    assert len(declared) >= 10
    assert {row["lang"] for row in rows("names.csv")} == declared
    assert {row["lang"] for row in rows("collective-terms.csv")} <= declared


def test_the_elements_are_the_118_in_order(catalogue: Catalogue) -> None:
    elements = list(catalogue.elements.values())
    assert [element.atomic_number for element in elements] == list(range(1, 119))
    for key in ("symbol", "name", "cas", "inchi", "inchikey"):
        assert len({getattr(element, key) for element in elements}) == 118
    for element in elements:
        assert element.mass_numbers
        assert all(low < high for low, high in pairwise(element.mass_numbers))


def test_an_edition_speaks_of_some_concept(catalogue: Catalogue) -> None:
    spoken = {edition for editions in catalogue.positions_on.values() for edition in editions}
    assert spoken == set(catalogue.editions)
