"""One small change of the tiny seeds a line of ``slips.txt``, and the faults that it must show.

The old text is replaced by the new one, or where there is none the new one stands at the end;
⏎ is the end of a line. The fault has a kind, a file where it is another, and a path. Without a
kind there is none; a ``+`` means that other faults may follow from it.
"""

from pathlib import Path

import pytest

from service.loading.build import read_seeds

SLIPS = (Path(__file__).parent / "slips.txt").read_text("utf-8").splitlines()[1:]
BAD_SEEDS = Path(__file__).parents[1] / "bad_seeds"
LEAGUE_2020 = "editions/league-2020.toml"
LEAGUE_2023 = "editions/league-2023.toml"
MINISTRY = "editions/ministry-2022.toml"
LIGHT = "editions/ministry-light-2022.toml"
AUTHORITIES = "authorities.toml"
CONCEPTS = "concepts.toml"
DATASET = "dataset.toml"

Place = tuple[str, str, str]
"""Kind, file and path of a fault."""


def places(seeds: Path) -> list[Place]:
    return [(fault.kind, fault.file, fault.path) for fault in read_seeds(seeds)[1]]


def after(seeds: Path, file: str, old: str, new: str) -> list[Place]:
    text = (seeds / file).read_text("utf-8")
    assert old in text
    changed = text.replace(old, new, 1) if old else f"{text}{new}\n"
    (seeds / file).write_text(changed, "utf-8")
    return places(seeds)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_small_slip_is_found_where_it_stands(tiny_seeds: Path, slip: str) -> None:
    file, old, new, kind, place = (cell.strip().replace("⏎", "\n") for cell in slip.split("|"))
    found = after(tiny_seeds, file, old, new)
    at, _, path = place.rpartition(":")
    expected = [(kind.rstrip("+"), at or file, path)] if kind else []
    assert found == expected or (kind.endswith("+") and expected[0] in found)


@pytest.mark.parametrize(("length", "sound"), [(240, True), (241, False)])
def test_a_note_has_240_characters_at_most(tiny_seeds: Path, length: int, sound: bool) -> None:
    found = after(tiny_seeds, LEAGUE_2023, "A second list.", "n" * length)
    assert found == ([] if sound else [("shape", LEAGUE_2023, "note")])


@pytest.mark.parametrize(
    ("file", "old", "hidden", "path"),
    [
        ("names.csv", "58,de,Cer", "\u200b", "line 17.name"),
        ("names.csv", "58,de,Cer", "\u202e", "line 17.name"),
        ("names.csv", "58,de,Cer", "\x07", "line 17.name"),
        (AUTHORITIES, "Union of", "\u200b", "authorities.1.name"),
        (AUTHORITIES, "Union of", "\u3164", "authorities.1.name"),
    ],
)
def test_a_hidden_character_is_found_at_its_cell_or_key(
    tiny_seeds: Path, file: str, old: str, hidden: str, path: str
) -> None:
    found = after(tiny_seeds, file, old, old[:7] + hidden + old[7:])
    assert found == [("hidden-character", file, path)]


def test_an_excluded_element_is_no_member_of_an_expansion(tiny_seeds: Path) -> None:
    few = """[[categories]]
slug = "few"
label = "few"
concept = "rare-earth"
match = "narrow"
coverage = "open"
locator = { kind = "page", value = "1" }

[[categories.claims]]
elements = ["Sc", "Y", "La"]

[[categories.claims]]
elements = ["Ce"]
relation = "excludes"
"""
    assert after(tiny_seeds, MINISTRY, "", few) == []
    found = after(tiny_seeds, LEAGUE_2020, "chemists-2021/rare-earths", "ministry-2022/few")
    assert found == [("wrong-expansion", LEAGUE_2020, "critical")]


def test_a_snapshot_of_nothing_is_a_fault(tiny_seeds: Path) -> None:
    (tiny_seeds / "elements.json").write_text("null", "utf-8")
    assert {place[:2] for place in places(tiny_seeds)} == {("shape", "elements.json")}


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
        ("README.md", None),
        ("LICENSE.md", None),
        (".DS_Store", None),
        ("editions/.gitkeep", None),
    ],
)
def test_what_nothing_reads_is_a_fault_but_for_guide_licence_and_hidden_files(
    tiny_seeds: Path, name: str, fault: str | None
) -> None:
    (tiny_seeds / name).parent.mkdir(exist_ok=True)
    (tiny_seeds / name).write_text("", "utf-8")
    assert places(tiny_seeds) == ([("unread-file", fault, "")] if fault else [])


def test_an_alias_of_two_records_is_a_fault_at_the_second(tiny_seeds: Path) -> None:
    first, second = 'id = "rare-metal"', 'id = "critical"'
    assert after(tiny_seeds, CONCEPTS, first, f'{first}\naliases = ["RM"]') == []
    found = after(tiny_seeds, CONCEPTS, second, f'{second}\naliases = ["rm"]')
    assert found == [("ambiguous-alias", CONCEPTS, "critical")]


def test_concepts_in_a_circle_are_a_fault_at_each(tiny_seeds: Path) -> None:
    id_ = 'id = "rare-earth"'
    found = after(tiny_seeds, CONCEPTS, id_, f'{id_}\nbroader = "light-rare-earth"')
    assert found == [("circular-broader", CONCEPTS, f"{each}rare-earth") for each in ("light-", "")]


def test_releases_of_one_month_are_in_the_order_of_their_days(tiny_seeds: Path) -> None:
    older = '[[releases]]\nversion = "2024.6.9"\nreleased = "2024-06-02"\nchanges = ["Before."]'
    assert after(tiny_seeds, DATASET, '"2024.6.0"', '"2024.6.10"') == []
    assert after(tiny_seeds, DATASET, "", older) == [("release-order", DATASET, "releases.1")]


@pytest.fixture
def contradicting(tiny_seeds: Path) -> Path:
    """Seeds in which one authority is on both sides, and nothing says that it is known."""
    text = (BAD_SEEDS / "internal-contradiction" / LIGHT).read_text("utf-8")
    (tiny_seeds / LIGHT).write_text(text, "utf-8")
    return tiny_seeds


def test_an_authority_on_both_sides_is_asked_about_by_element(contradicting: Path) -> None:
    (fault,) = read_seeds(contradicting)[1]
    assert fault.what == "It contradicts 'ministry-2022' on 'rare-earth': Ce, La, Sc."
    after(contradicting, LIGHT, 'coverage = "closed"', 'coverage = "open"')
    (fault,) = read_seeds(contradicting)[1]
    assert fault.what == "It contradicts 'ministry-2022' on 'rare-earth': Sc."
    assert after(contradicting, LIGHT, '["Sc", "Y"]', '["Y"]') == []


DATED = 'published = "2022"'


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (MINISTRY, DATED, f'{DATED}\ncontradicts = ["ministry-light-2022"]'),
        (LIGHT, DATED, f'{DATED}\ncontradicts = ["ministry-2022"]'),
        (LIGHT, DATED, 'published = "2020"\nin_force_to = "2022"'),
        (LIGHT, 'authority = "ministry"', 'authority = "league"'),
        (LIGHT, 'concept = "rare-earth"', 'concept = "critical"'),
        (CONCEPTS, 'id = "rare-earth"', 'id = "rare-earth"\nnature = "listing"'),
    ],
)
def test_editions_that_may_both_be_right_or_are_known_to_clash_are_no_fault(
    contradicting: Path, file: str, old: str, new: str
) -> None:
    assert after(contradicting, file, old, new) == []


def test_faults_of_text_hide_no_fault_of_reference(tiny_seeds: Path) -> None:
    after(tiny_seeds, AUTHORITIES, "Union of Chemists", "Union\\u200B of Chemists")
    found = after(tiny_seeds, LEAGUE_2023, '"journal-2023"', '"journal-2024"')
    assert ("hidden-character", AUTHORITIES, "authorities.1.name") in found
    assert ("unknown-source", LEAGUE_2023, "sources") in found
