"""Seeds that are well formed and lie: each is a fault, and nothing that is sound is."""

from pathlib import Path

import pytest

from service.loading.build import read_seeds
from tests.loading.test_integrity_cases import (
    CHEMISTS,
    DATASET,
    LEAGUE_2020,
    LEAGUE_2023,
    MINISTRY,
    NAMES,
    Place,
    after,
)

AUTHORITIES = "authorities.toml"
CONCEPTS = "concepts.toml"
ELEMENTS = "elements.json"
TERMS = "collective-terms.csv"
BAD_SEEDS = Path(__file__).parents[1] / "bad_seeds"
CONTRADICTING = "editions/ministry-light-2022.toml"
OLDER_RELEASE = '\n[[releases]]\nversion = "{}"\nreleased = "{}"\nchanges = ["Before."]\n'


def places(seeds: Path) -> list[Place]:
    return [(fault.kind, fault.file, fault.path) for fault in read_seeds(seeds)[1]]


def append(seeds: Path, file: str, text: str) -> list[Place]:
    with (seeds / file).open("a", encoding="utf-8") as end:
        end.write(text)
    return places(seeds)


@pytest.mark.parametrize(
    ("old", "new", "kind", "path"),
    [
        ('"cas": "7440-20-2"', '"cas": "7440-20-1"', "wrong-identifier", "Sc"),
        ('"cas": "7440-20-2"', '"cas": "07440-20-2"', "wrong-identifier", "Sc"),
        ('"cas": "7440-20-2"', '"cas": "7440-65-5"', "wrong-identifier", "Y"),
        ('"InChI=1S/Sc"', '"InChI=1S/Y"', "wrong-identifier", "Sc"),
        ('"InChI=1S/Sc"', '"InChI=1S/Sc/q+3"', "wrong-identifier", "Sc"),
        ("SIXSYDAISGFNSX-UHFFFAOYSA-N", "SIXSYDAISGFNSX", "wrong-identifier", "Sc"),
        ("SIXSYDAISGFNSX", "VWQVUPCCIRVNHF", "wrong-identifier", "Y"),
        ('"symbol": "Sc", "name": "Scandium"', '"symbol": "Sc", "name": "Yttrium"', *("",) * 2),
        ('"lasting_mass_numbers": [1, 2, 3]', '"lasting_mass_numbers": [1, 2]', *("",) * 2),
    ],
)
def test_an_edit_of_the_elements_is_found_and_named_where_it_shows(
    tiny_seeds: Path, old: str, new: str, kind: str, path: str
) -> None:
    found = after(tiny_seeds, ELEMENTS, old, new)
    assert ("edited-snapshot", ELEMENTS, "sha256") in found
    assert not kind or (kind, ELEMENTS, path) in found


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        (ELEMENTS, '"group": 3, "period": 4', '"group": 99, "period": 4', "elements.3.group"),
        (ELEMENTS, '"group": 3, "period": 4', '"group": 3, "period": 8', "elements.3.period"),
        (ELEMENTS, '"atomic_number": 58', '"atomic_number": 119', "elements.6.atomic_number"),
        (CHEMISTS, "count_said = 4", "count_said = 119", "categories.0.count_said"),
    ],
)
def test_a_number_that_no_periodic_table_has_is_a_fault_of_shape(
    tiny_seeds: Path, file: str, old: str, new: str, path: str
) -> None:
    assert after(tiny_seeds, file, old, new) == [("shape", file, path)]


def test_a_snapshot_of_nothing_is_a_fault(tiny_seeds: Path) -> None:
    (tiny_seeds / ELEMENTS).write_text("null", "utf-8")
    assert {place[:2] for place in places(tiny_seeds)} == {("shape", ELEMENTS)}


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("editions/league-2024.TOML", "editions/league-2024.TOML"),
        ("editions/League 2024.toml", "editions/League 2024.toml"),
        ("editions/.league-2024.toml", "editions/.league-2024.toml"),
        ("editions/sub/league-2024.toml", "editions/sub"),
        ("editions/README.md", "editions/README.md"),
        ("edition/league-2024.toml", "edition"),
        ("names.csv~", "names.csv~"),
        ("sources.json", "sources.json"),
    ],
)
def test_what_nothing_reads_is_a_fault(tiny_seeds: Path, name: str, fault: str) -> None:
    (tiny_seeds / name).parent.mkdir(exist_ok=True)
    (tiny_seeds / name).write_text("", "utf-8")
    assert places(tiny_seeds) == [("unread-file", fault, "")]


@pytest.mark.parametrize("name", ["README.md", "LICENSE.md", ".DS_Store", "editions/.gitkeep"])
def test_guide_licence_and_hidden_files_may_stand_beside_the_seeds(
    tiny_seeds: Path, name: str
) -> None:
    (tiny_seeds / name).write_text("", "utf-8")
    assert places(tiny_seeds) == []


@pytest.mark.parametrize(
    "hidden",
    ["\\u200B", "\\u202E", "\\u2066", "\\u00AD", "\\u0007", "\\n", "\\uFEFF", "\u200b", "\u3164"],
)
@pytest.mark.parametrize(
    ("file", "old", "path"),
    [
        (AUTHORITIES, "Union of Chemists", "authorities.1.name"),
        (LEAGUE_2023, "A second list.", "note"),
        (MINISTRY, "rare metals, the rare earths apart", "categories.0.label"),
        (DATASET, "Everything that a test needs", "releases.0.changes.0"),
    ],
)
def test_a_character_that_nobody_sees_is_a_fault(
    tiny_seeds: Path, file: str, old: str, path: str, hidden: str
) -> None:
    found = after(tiny_seeds, file, old, old[:5] + hidden + old[5:])
    assert found == [("hidden-character", file, path)]


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\x07"])
def test_a_hidden_character_in_a_table_is_found_at_its_cell(tiny_seeds: Path, hidden: str) -> None:
    found = after(tiny_seeds, NAMES, "58,de,Cer", f"58,de,C{hidden}er")
    assert found == [("hidden-character", NAMES, "line 17.name")]


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        (AUTHORITIES, "Union of Chemists", "Union \u043ef Chemists", "authorities.1.name"),
        (AUTHORITIES, "Union of Chemists", "Uni\u03bfn of Chemists", "authorities.1.name"),
        (AUTHORITIES, "Union of Chemists", "\u0420\u0417\u042d\u043ex", "authorities.1.name"),
        (NAMES, "58,en,cerium", "58,en,\u0441erium", "line 16.name"),
        (NAMES, "58,de,Cer", "58,de,\u0421\u0435\u0440", "Ce.de.\u0421\u0435\u0440"),
        (TERMS, "PGM,en", "\u0420\u0413\u041c,en", "\u0420\u0413\u041c"),
    ],
)
def test_letters_that_look_like_those_of_another_script_are_a_fault(
    tiny_seeds: Path, file: str, old: str, new: str, path: str
) -> None:
    assert after(tiny_seeds, file, old, new) == [("mixed-scripts", file, path)]


@pytest.mark.parametrize(
    "name", ["Союз химиков", "РЗЭ (REE)", "β-Union", "Union µm", "Ένωση", "化学会"]
)
def test_words_of_two_scripts_may_stand_side_by_side(tiny_seeds: Path, name: str) -> None:
    assert after(tiny_seeds, AUTHORITIES, "Union of Chemists", name) == []


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("39,de,Sc,spelling,,dictionary-one", "Y.de.Sc"),
        ("39,de,sC,former,,dictionary-one", "Y.de.sC"),
        ("39,de,lanthan,spelling,,dictionary-one", "Y.de.lanthan"),
        ("1,en,Aluminum,spelling,,dictionary-one", "H.en.Aluminum"),
    ],
)
def test_a_name_of_another_element_is_a_fault(tiny_seeds: Path, row: str, place: str) -> None:
    assert append(tiny_seeds, NAMES, f"{row}\n") == [("name-of-another", NAMES, place)]


def test_a_name_may_mean_another_element_in_another_language(tiny_seeds: Path) -> None:
    assert append(tiny_seeds, NAMES, "39,en,Lanthan,spelling,,dictionary-one\n") == []


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("SCANDIUM,en,rare-earth,A class.", "SCANDIUM"),
        ("wasserstoff,en,,A class.", "wasserstoff"),
        ("sc,de,rare-earth,A class.", "sc"),
        ("Rare Earths,en,rare-earth,A class.", "Rare Earths"),
    ],
)
def test_a_term_that_means_something_else_too_is_a_fault(
    tiny_seeds: Path, row: str, found: str
) -> None:
    assert append(tiny_seeds, TERMS, f"{row}\n") == [("ambiguous-term", TERMS, found)]


def test_a_term_may_stand_in_two_languages(tiny_seeds: Path) -> None:
    assert append(tiny_seeds, TERMS, "PGM,de,,Stands for platinum-group metals.\n") == []


@pytest.mark.parametrize(
    ("file", "old", "key", "id_"),
    [
        (AUTHORITIES, 'id = "chemists"', 'aliases = ["LEAGUE"]', "chemists"),
        (AUTHORITIES, 'id = "chemists"', 'aliases = ["league of states"]', "chemists"),
        (AUTHORITIES, 'id = "chemists"', 'aliases = ["UC", "uc"]', "chemists"),
        (AUTHORITIES, 'id = "league"', 'short = "Ministry"', "league"),
        (CONCEPTS, 'id = "critical"', 'aliases = ["Rare Metal"]', "critical"),
        (CONCEPTS, 'id = "rare-earth"', 'aliases = ["Scandium"]', "rare-earth"),
        (CONCEPTS, 'id = "rare-earth"', 'aliases = ["SC"]', "rare-earth"),
    ],
)
def test_an_alias_that_means_something_else_too_is_a_fault(
    tiny_seeds: Path, file: str, old: str, key: str, id_: str
) -> None:
    assert after(tiny_seeds, file, old, f"{old}\n{key}") == [("ambiguous-alias", file, id_)]


def test_an_alias_of_two_records_is_a_fault_at_the_second(tiny_seeds: Path) -> None:
    first, second = 'id = "rare-metal"', 'id = "critical"'
    assert after(tiny_seeds, CONCEPTS, first, f'{first}\naliases = ["RM"]') == []
    found = after(tiny_seeds, CONCEPTS, second, f'{second}\naliases = ["rm"]')
    assert found == [("ambiguous-alias", CONCEPTS, "critical")]


def test_a_short_name_may_be_an_alias_of_its_own_record(tiny_seeds: Path) -> None:
    id_ = 'id = "chemists"'
    names = 'short = "UC"\naliases = ["UC", "chemists"]'
    assert after(tiny_seeds, AUTHORITIES, id_, f"{id_}\n{names}") == []


def test_concepts_in_a_circle_are_a_fault_at_each(tiny_seeds: Path) -> None:
    id_ = 'id = "rare-earth"'
    found = after(tiny_seeds, CONCEPTS, id_, f'{id_}\nbroader = "light-rare-earth"')
    assert found == [
        ("circular-broader", CONCEPTS, "light-rare-earth"),
        ("circular-broader", CONCEPTS, "rare-earth"),
    ]
    found = after(tiny_seeds, CONCEPTS, 'broader = "rare-earth"', 'broader = "light-rare-earth"')
    assert ("circular-broader", CONCEPTS, "light-rare-earth") in found


def test_editions_that_supersede_each_other_are_a_fault(tiny_seeds: Path) -> None:
    series = 'series = "league-critical"'
    found = after(tiny_seeds, LEAGUE_2020, series, f'{series}\nsupersedes = "league-2023"')
    assert found == [("supersedes-later", LEAGUE_2020, "supersedes")]


@pytest.mark.parametrize(
    ("version", "day", "found"),
    [
        ("2024.5.1", "2024-05-31", []),
        ("2024.6.0", "2024-06-01", ["releases.1"]),
        ("2024.6.1", "2024-06-01", ["releases.1"]),
        ("2024.5.0", "2024-04-30", ["releases.1"]),
        ("2099.1.0", "2099-01-01", ["releases.1"]),
    ],
)
def test_releases_descend_and_are_of_the_month_of_their_version(
    tiny_seeds: Path, version: str, day: str, found: list[str]
) -> None:
    older = OLDER_RELEASE.format(version, day)
    expected = [("release-order", DATASET, path) for path in found]
    assert append(tiny_seeds, DATASET, older) == expected


def test_releases_of_one_month_are_in_the_order_of_their_days(tiny_seeds: Path) -> None:
    assert after(tiny_seeds, DATASET, '"2024.6.0"', '"2024.6.10"') == []
    assert append(tiny_seeds, DATASET, OLDER_RELEASE.format("2024.6.9", "2024-06-02")) == [
        ("release-order", DATASET, "releases.1")
    ]


@pytest.mark.parametrize(
    ("retrieved", "found"),
    [("2023-06-01", []), ("2023-05-31", [("release-order", DATASET, "releases.0")])],
)
def test_a_release_follows_the_last_reading_of_a_source_within_a_year(
    tiny_seeds: Path, retrieved: str, found: list[Place]
) -> None:
    id_ = 'id = "handbook"'
    assert after(tiny_seeds, "sources.toml", id_, f'{id_}\nretrieved = "{retrieved}"') == found


@pytest.mark.parametrize(
    ("value", "sound"),
    [
        ("0", True),
        ("-12.5", True),
        ("123456789012345", True),
        ("1234567890123456", False),
        ("0.00000000000000001", False),
        ("1.234567890123456", False),
        ("1e-999999", False),
        ("-1e999999", False),
    ],
)
def test_a_figure_has_fifteen_digits_at_most(tiny_seeds: Path, value: str, sound: bool) -> None:
    fault = [("figure-size", MINISTRY, "reserves")]
    assert after(tiny_seeds, MINISTRY, "value = 12.5", f"value = {value}") == (
        [] if sound else fault
    )


@pytest.fixture
def contradicting(tiny_seeds: Path) -> Path:
    """Seeds in which one authority is on both sides, and nothing says that it is known."""
    text = (BAD_SEEDS / "internal-contradiction" / CONTRADICTING).read_text("utf-8")
    (tiny_seeds / CONTRADICTING).write_text(text, "utf-8")
    return tiny_seeds


def test_an_authority_on_both_sides_is_asked_about_by_element(contradicting: Path) -> None:
    (fault,) = read_seeds(contradicting)[1]
    assert fault.what == "It contradicts 'ministry-2022' on 'rare-earth': Ce, La, Sc."


@pytest.mark.parametrize(
    ("file", "other"), [(MINISTRY, "ministry-light-2022"), (CONTRADICTING, "ministry-2022")]
)
def test_either_edition_may_say_that_it_contradicts_the_other(
    contradicting: Path, file: str, other: str
) -> None:
    dated = 'published = "2022"'
    assert after(contradicting, file, dated, f'{dated}\ncontradicts = ["{other}"]') == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('published = "2022"', 'published = "2020"\nin_force_to = "2022"'),
        ('authority = "ministry"', 'authority = "league"'),
        ('concept = "rare-earth"', 'concept = "critical"'),
    ],
)
def test_editions_that_may_both_be_right_are_no_fault(
    contradicting: Path, old: str, new: str
) -> None:
    assert after(contradicting, CONTRADICTING, old, new) == []


def test_an_open_list_contradicts_by_the_elements_it_names_alone(contradicting: Path) -> None:
    after(contradicting, CONTRADICTING, 'coverage = "closed"', 'coverage = "open"')
    (fault,) = read_seeds(contradicting)[1]
    assert fault.what.endswith(": Sc.")
    assert after(contradicting, CONTRADICTING, '["Sc", "Y"]', '["Y"]') == []


def test_a_listing_of_the_same_authority_is_no_contradiction(contradicting: Path) -> None:
    id_ = 'id = "rare-earth"'
    assert after(contradicting, CONCEPTS, id_, f'{id_}\nnature = "listing"') == []


def test_an_edition_contradicts_editions_that_there_are(tiny_seeds: Path) -> None:
    dated = 'published = "2022"'
    found = after(tiny_seeds, MINISTRY, dated, f'{dated}\ncontradicts = ["ministry-2021"]')
    assert found == [("unknown-edition", MINISTRY, "contradicts")]


def test_faults_of_text_hide_no_fault_of_reference(tiny_seeds: Path) -> None:
    after(tiny_seeds, AUTHORITIES, "Union of Chemists", "Union\\u200B of Chemists")
    found = after(tiny_seeds, LEAGUE_2023, '"journal-2023"', '"journal-2024"')
    assert ("hidden-character", AUTHORITIES, "authorities.1.name") in found
    assert ("unknown-source", LEAGUE_2023, "sources") in found
