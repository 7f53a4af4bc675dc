"""Faults that are easy to overlook: one small change of the tiny seeds, and what it must show."""

from pathlib import Path

import pytest

from service.loading.build import read_seeds

LEAGUE_2020 = "editions/league-2020.toml"
LEAGUE_2023 = "editions/league-2023.toml"
MINISTRY = "editions/ministry-2022.toml"
CHEMISTS = "editions/chemists-2021.toml"
NAMES = "names.csv"
DATASET = "dataset.toml"
MATERIALS = "materials.toml"
ORE = """
id = "bauxite"
name = "another bauxite"
kind = "ore"
"""

Place = tuple[str, str, str]
"""Kind, file and path of a fault."""


def after(seeds: Path, file: str, old: str, new: str) -> list[Place]:
    text = (seeds / file).read_text("utf-8")
    assert old in text
    (seeds / file).write_text(text.replace(old, new, 1), "utf-8")
    return [(fault.kind, fault.file, fault.path) for fault in read_seeds(seeds)[1]]


@pytest.mark.parametrize("date", ["2021-02-29", "2021-13", "0000", "2021-00", "21", "May 2021", ""])
@pytest.mark.parametrize(
    ("file", "key", "old"),
    [
        (CHEMISTS, "published", "2021-05-01"),
        (LEAGUE_2023, "in_force_from", "2023-01-15"),
        (LEAGUE_2020, "in_force_to", "2023-01-15"),
        (LEAGUE_2023, "suspensions.0.end", "2024-03-10"),
        (DATASET, "releases.0.released", "2024-06-01"),
        ("sources.toml", "sources.2.published", "2020-09"),
    ],
)
def test_a_day_that_no_calendar_has_is_a_fault_of_shape(
    tiny_seeds: Path, file: str, key: str, old: str, date: str
) -> None:
    assert set(after(tiny_seeds, file, f'"{old}"', f'"{date}"')) == {("shape", file, key)}


@pytest.mark.parametrize("date", ["2020", "2020-02", "2020-02-29"])
def test_a_date_may_lack_its_day_or_month(tiny_seeds: Path, date: str) -> None:
    assert after(tiny_seeds, CHEMISTS, "2021-05-01", date) == []


CASES: list[tuple[str, str, str, Place]] = [
    (
        *(CHEMISTS, 'elements = ["Al"]', 'elements = ["Al", "Al"]'),
        ("duplicate-claim", CHEMISTS, "metals"),
    ),
    (
        *(LEAGUE_2020, "chemists-2021/rare-earths", "league-2020/critical"),
        ("wrong-expansion", LEAGUE_2020, "critical"),
    ),
    (
        *(LEAGUE_2020, "chemists-2021/rare-earths", "chemists-2021/rare"),
        ("unknown-category", LEAGUE_2020, "critical"),
    ),
    (
        *(LEAGUE_2020, '"Ce"]\nvia', '"Ce", "Al"]\nvia'),
        ("wrong-expansion", LEAGUE_2020, "critical"),
    ),
    (
        *(MATERIALS, 'symbol = "Al"', 'symbol = "AI"'),
        ("unknown-element", MATERIALS, "bauxite"),
    ),
    (
        *(MATERIALS, 'source = "dictionary-of-ores"', 'source = "dictionary-of-oars"'),
        ("unknown-source", MATERIALS, "bauxite"),
    ),
    (
        *(MATERIALS, 'kind = "ore"', 'kind = "ore"\nbroader = "bauxite"'),
        ("circular-broader", MATERIALS, "bauxite"),
    ),
    (
        *(MATERIALS, 'kind = "ore"', 'kind = "ore"\nbroader = "laterite"'),
        ("unknown-material", MATERIALS, "bauxite"),
    ),
    (
        *(MATERIALS, "[[materials]]", f"[[materials]]{ORE}\n[[materials]]"),
        ("duplicate-id", MATERIALS, "bauxite"),
    ),
    (
        *(LEAGUE_2023, 'elements = ["Ce"], note', 'elements = ["Xx"], note'),
        ("unknown-element", LEAGUE_2023, "critical"),
    ),
    (
        *(MINISTRY, 'disjoint_with = ["rare-earths"]', 'disjoint_with = ["ree"]'),
        ("unknown-category", MINISTRY, "rare"),
    ),
    (
        *(MINISTRY, 'concept = "rare-metal"\nquantity', 'concept = "metal"\nquantity'),
        ("unknown-concept", MINISTRY, "reserves"),
    ),
    (
        *("concepts.toml", 'broader = "rare-earth"', 'broader = "rare"'),
        ("unknown-concept", "concepts.toml", "light-rare-earth"),
    ),
    (
        *("collective-terms.csv", "en,rare-earth,", "en,rare-soil,"),
        ("unknown-concept", "collective-terms.csv", "rare earths"),
    ),
    (
        *("names-sources.toml", 'id = "dictionary-two"', 'id = "handbook"'),
        ("duplicate-id", "sources.toml", "handbook"),
    ),
    (
        *("authorities.toml", 'id = "chemists"', 'id = "ministry"'),
        ("duplicate-id", "authorities.toml", "ministry"),
    ),
    (
        *(NAMES, "Cer,preferred,,dictionary-one;dictionary-two", "Cer,preferred,,dictionary-one;"),
        ("unknown-source", NAMES, "Ce.de.Cer"),
    ),
    (
        *(NAMES, "58,de,Cer", "59,en,praseodymium,spelling,,dictionary-one\n58,de,Cer"),
        ("unknown-element", NAMES, "?.en.praseodymium"),
    ),
    (
        *(NAMES, "58,de,Cer", "58,de,Cerium,preferred,,dictionary-one\n58,de,Cer"),
        ("missing-name", NAMES, "Ce.de"),
    ),
    (
        *(NAMES, "deuterium,isotope,2,", "deuterium,isotope,,"),
        ("wrong-mass-number", NAMES, "H.en.deuterium"),
    ),
    (
        *(NAMES, "aluminum,spelling,,", "aluminum,spelling,27,"),
        ("wrong-mass-number", NAMES, "Al.en.aluminum"),
    ),
    (
        *(LEAGUE_2020, 'in_force_to = "2023-01-15"', 'in_force_to = "2020"'),
        ("date-order", LEAGUE_2020, "in_force_to"),
    ),
    (
        *(LEAGUE_2023, 'end = "2024-03-10"', 'end = "2024-02-01"'),
        ("date-order", LEAGUE_2023, "suspensions"),
    ),
    (
        *(LEAGUE_2020, 'in_force_to = "2023-01-15"\n', ""),
        ("overlap", LEAGUE_2020, "in_force_to"),
    ),
    (
        *("elements.json", '"symbol": "Ce"', '"symbol": "La"'),
        ("elements-table", "elements.json", "elements"),
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_a_small_slip_is_found(
    tiny_seeds: Path, file: str, old: str, new: str, expected: Place
) -> None:
    assert expected in after(tiny_seeds, file, old, new)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (LEAGUE_2023, "official_count = 2", 'official_count = 3\ncount_note = "Ce counts."'),
        (MINISTRY, "count_said = 1", 'count_said = 3\nnote = "It counts ores."'),
        (LEAGUE_2020, 'in_force_to = "2023-01-15"', 'in_force_to = "2023"'),
    ],
)
def test_what_is_explained_or_leaves_a_gap_is_no_fault(
    tiny_seeds: Path, file: str, old: str, new: str
) -> None:
    assert after(tiny_seeds, file, old, new) == []


def test_an_element_that_a_category_excludes_is_no_member_of_its_expansion(
    tiny_seeds: Path,
) -> None:
    apart = '[[categories.claims]]\nelements = ["Ce"]\nrelation = "excludes"\n'
    slug = '[[categories]]\nslug = "light"'
    text = f'{slug.replace("light", "few")}\nlabel = "few"\nconcept = "rare-earth"\n'
    text += 'match = "narrow"\ncoverage = "open"\nlocator = { kind = "page", value = "1" }\n\n'
    named = '[[categories.claims]]\nelements = ["Sc", "Y", "La"]\n\n'
    assert after(tiny_seeds, MINISTRY, slug, f"{text}{named}{apart}\n{slug}") == []
    found = after(tiny_seeds, LEAGUE_2020, "chemists-2021/rare-earths", "ministry-2022/few")
    assert found == [("wrong-expansion", LEAGUE_2020, "critical")]


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        (CHEMISTS, 'series = "', 'serie = "', "serie"),
        (CHEMISTS, 'match = "exact"', 'match = "near"', "categories.0.match"),
        (CHEMISTS, 'slug = "metals"', 'slug = "Metals"', "categories.1.slug"),
        (CHEMISTS, 'label = "metals"', 'label = " metals"', "categories.1.label"),
        (CHEMISTS, "count_said = 4", "count_said = 4.0", "categories.0.count_said"),
        (LEAGUE_2020, 'via = "group"\n', "", "categories.0.claims.1.group"),
        (LEAGUE_2020, 'via = "group"', 'via = "rule"', "categories.0.claims.1.via"),
        (LEAGUE_2023, "2022-12-20", "2022-12-20T00:00", "published"),
        (LEAGUE_2023, "A second list.", "n" * 241, "note"),
        (MINISTRY, "value = 12.5", "value = inf", "figures.0.value"),
        ("sources.toml", 'doi = "10.1000/182"\n', "", "sources.1.url"),
        (NAMES, "1,en,hydrogen", "1,en,hydrogen,extra", "line 2.None"),
        (NAMES, "1,en,hydrogen,preferred,,", "one,en,hydrogen,preferred,,", "line 2.atomic_number"),
    ],
)
def test_a_file_of_another_shape_is_a_fault_at_its_key(
    tiny_seeds: Path, file: str, old: str, new: str, path: str
) -> None:
    assert ("shape", file, path) in after(tiny_seeds, file, old, new)


def test_a_note_of_240_characters_is_not_too_long(tiny_seeds: Path) -> None:
    assert after(tiny_seeds, LEAGUE_2023, "A second list.", "n" * 240) == []
