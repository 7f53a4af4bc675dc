"""``element-classifier lint``: lists of elements in other people's files."""

import json
from pathlib import Path

import pytest

from element_classifier.linting import SIZE_LIMIT, linter
from tests.library.conftest import Command

PUBLIC = json.loads((Path(__file__).parents[1] / "answers" / "public_lists.json").read_text())
"""Lists of public repositories and pages."""
ACTINIDES = [
    *("Ac", "Th", "Pa", "U", "Np", "Pu", "Am", "Cm"),
    *("Bk", "Cf", "Es", "Fm", "Md", "No"),
]
EU_2020 = next(each["items"] for each in PUBLIC if each["edition"] == "eu-critical-2020")


def test_a_repository_with_an_old_list_and_a_sound_one(command: Command) -> None:
    Path("src").mkdir()
    Path("src/lists.py").write_text(f"\nCRM = {EU_2020!r}\nACT = {ACTINIDES!r}\n")
    Path("data.json").write_text(json.dumps({"actinides": ACTINIDES}))
    people = command("lint", ".")
    assert people.code == 1
    assert people.out.decode().splitlines() == [
        "src/lists.py:2: This is EU's list of 2020 (critical raw material, eu-critical-2020), "
        "thing for thing. A newer edition is in force on 2026-11-28: EU's list of 2024 "
        "(eu-critical-2024)."
    ]
    assert people.told == "2 files, 3 lists near to published ones, 1 to mend"
    programs = command("lint", ".", "--json")
    assert programs.code == 1
    lists = json.loads(programs.out)["lists"]
    assert [(each["path"], each["line"], each["finding"]) for each in lists] == [
        ("data.json", 1, False),
        ("src/lists.py", 2, True),
        ("src/lists.py", 3, False),
    ]
    assert lists[1]["nearest"]["newer"] == "eu-critical-2024"


@pytest.mark.parametrize("chosen", [("--as-of", "2021-01-01"), ("--jurisdiction", "JP")])
def test_the_day_and_the_holder_are_chosen(command: Command, chosen: tuple[str, str]) -> None:
    Path("a.py").write_text(f"X = {EU_2020!r}")
    assert command("lint", "a.py", *chosen)[:2] == (0, b"")


def test_public_lists_are_found_in_a_file(tmp_path: Path) -> None:
    lists = "\n".join(f"const L{n} = {json.dumps(p['items'])};" for n, p in enumerate(PUBLIC))
    (tmp_path / "all.js").write_text(lists)
    found = list(linter().lists(tmp_path))
    assert len(found) >= 20
    for each in found:
        public = PUBLIC[each.line - 1]
        assert each.nearest["edition"] == public["edition"]
        assert each.nearest["newer"] == public["newer"]


@pytest.mark.parametrize(
    "text",
    [
        'WORDS = ["in", "as", "no", "at", "be", "he", "i", "os"]',
        'STATES = ["AL", "AR", "CA", "CO", "IN", "LA", "MN", "NE"]',
        'NUMBERS = ["3", "11", "19", "37", "55", "87"]',
        'SOME = ["Fe", "Cu", "Zn", "Pb", "Sn", "Ag", "Au", "Hg"]',
        'FEW = ["F", "Cl", "Br", "I", "H"]',
        'MIXED = ["Ac", "Th", "Pa", "U", "alpha", "beta", "gamma", "delta"]',
    ],
)
def test_what_is_no_list_of_elements_or_near_to_none_is_not_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.py").write_text(text)
    assert list(linter().lists(tmp_path)) == []


def test_hidden_and_foreign_files_and_links_are_passed_over(tmp_path: Path) -> None:
    for name in (".venv/a.py", "seen/a.py", ".hidden.py", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"X = {ACTINIDES!r}")
    (tmp_path / "link.py").symlink_to(tmp_path / "seen" / "a.py")
    checker = linter()
    assert [each.path for each in checker.lists(tmp_path)] == [tmp_path / "seen" / "a.py"]
    assert (checker.files, checker.skipped) == (1, {})


@pytest.mark.parametrize(("excess", "count"), [(0, 1), (1, 0)])
def test_a_file_has_at_most_a_mebibyte(tmp_path: Path, excess: int, count: int) -> None:
    assert SIZE_LIMIT == 1024 * 1024
    text = f"X = {ACTINIDES!r}\n# "
    (tmp_path / "a.py").write_text(text + "x" * (SIZE_LIMIT + excess - len(text)))
    checker = linter()
    assert len(list(checker.lists(tmp_path / "a.py"))) == count
    assert bool(checker.skipped) == bool(excess)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", "metal\nSc\n".encode("utf-16"), "no UTF-8 text"),
        ("a.py", b"X = '\x00'", "no UTF-8 text"),
        ("a.json", b'["\xe9"]', "no UTF-8 text"),
        ("a.md", b"x", "its ending is none of py, "),
        ("a.py", b"X = [", "the text is no valid .py"),
    ],
)
def test_a_file_that_is_not_read_is_told_and_passed_over(
    command: Command, name: str, content: bytes, reason: str
) -> None:
    Path(name).write_bytes(content)
    done = command("lint", name)
    assert (done.code, done.out) == (0, b"")
    assert done.told.startswith(f"{name}: not read: {reason}")
