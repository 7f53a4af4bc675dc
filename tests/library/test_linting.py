"""``element-classifier lint``: lists of elements in other people's files."""

import json
from pathlib import Path
from typing import Any

import pytest

from element_classifier.linting import SIZE_LIMIT, FoundList, linter
from tests.library.test_program import command, told

PUBLIC = json.loads((Path(__file__).parents[1] / "answers" / "public_lists.json").read_text())
"""Lists of public repositories and pages."""
ACTINIDES = [
    "Ac",
    "Th",
    "Pa",
    "U",
    "Np",
    "Pu",
    "Am",
    "Cm",
    "Bk",
    "Cf",
    "Es",
    "Fm",
    "Md",
    "No",
    "Lr",
]
EU_2020 = next(each["items"] for each in PUBLIC if each["edition"] == "eu-critical-2020")


def found_in(path: Path, **chosen: Any) -> list[FoundList]:
    return list(linter(**chosen).lists(path))


def test_a_repository_with_an_old_list_and_a_sound_one(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "lists.py").write_text(f"\nCRM = {EU_2020!r}\nACT = {ACTINIDES!r}\n")
    (tmp_path / "data.json").write_text(json.dumps({"actinides": ACTINIDES}))
    people = command(tmp_path, "lint", ".")
    assert people.returncode == 1
    assert people.stdout.decode().splitlines() == [
        "src/lists.py:2: This is EU's list of 2020 (critical raw material, eu-critical-2020), "
        "thing for thing. A newer edition is in force on 2026-11-28: EU's list of 2024 "
        "(eu-critical-2024)."
    ]
    assert people.stderr.decode() == "2 files, 3 lists near to published ones, 1 to mend\n"
    programs = command(tmp_path, "lint", ".", "--json")
    assert programs.returncode == 1
    lists = json.loads(programs.stdout)["lists"]
    assert [(each["path"], each["line"], each["finding"]) for each in lists] == [
        ("data.json", 1, False),
        ("src/lists.py", 2, True),
        ("src/lists.py", 3, False),
    ]
    assert lists[1]["nearest"]["newer"] == "eu-critical-2024"


def test_the_day_and_the_holder_are_chosen(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f"X = {EU_2020!r}")
    then = command(tmp_path, "lint", "a.py", "--as-of", "2021-01-01")
    assert (then.returncode, then.stdout) == (0, b"")
    other = command(tmp_path, "lint", "a.py", "--jurisdiction", "JP")
    assert (other.returncode, other.stdout) == (0, b"")


@pytest.mark.parametrize("public", PUBLIC, ids=lambda each: each["name"])
def test_every_public_list_that_is_near_is_found_in_a_file(
    tmp_path: Path, public: dict[str, Any]
) -> None:
    file = tmp_path / "list.js"
    file.write_text(f"export const LIST = {json.dumps(public['items'])};\n")
    for each in found_in(file):
        assert each.nearest["edition"] == public["edition"]
        assert each.nearest["newer"] == public["newer"]


def test_most_public_lists_are_near(tmp_path: Path) -> None:
    lists = "\n".join(f"L{n} = {each['items']!r}" for n, each in enumerate(PUBLIC))
    (tmp_path / "all.py").write_text(lists)
    assert len(found_in(tmp_path)) >= 20


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
    assert found_in(tmp_path) == []


def test_hidden_and_foreign_files_and_links_are_passed_over(tmp_path: Path) -> None:
    text = f"X = {ACTINIDES!r}"
    for folder in (".venv", "seen"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.py").write_text(text)
    (tmp_path / ".hidden.py").write_text(text)
    (tmp_path / "notes.md").write_text(text)
    (tmp_path / "link.py").symlink_to(tmp_path / "seen" / "a.py")
    checker = linter()
    found = list(checker.lists(tmp_path))
    assert [each.path.relative_to(tmp_path).as_posix() for each in found] == ["seen/a.py"]
    assert (checker.files, checker.skipped) == (1, {})


@pytest.mark.parametrize(("excess", "count"), [(0, 1), (1, 0)])
def test_a_file_has_at_most_a_mebibyte(tmp_path: Path, excess: int, count: int) -> None:
    assert SIZE_LIMIT == 1024 * 1024
    text = f"X = {ACTINIDES!r}\n# "
    file = tmp_path / "a.py"
    file.write_text(text + "x" * (SIZE_LIMIT + excess - len(text)))
    checker = linter()
    assert len(list(checker.lists(tmp_path))) == count
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
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    checker = linter()
    assert list(checker.lists(tmp_path / name)) == []
    assert checker.skipped[tmp_path / name].startswith(reason)


def test_a_file_that_is_not_read_is_told_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"metal\n\xff\n")
    done = command(tmp_path, "lint", "a.csv")
    assert done.returncode == 0
    assert done.stderr.decode().splitlines()[0] == "a.csv: not read: no UTF-8 text"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere"], "There is no file or folder 'nowhere'."),
        ([".", "--as-of", "2020"], "'2020': A date as YYYY-MM-DD."),
        ([".", "--concept", "critcal"], "There is no concept 'critcal'. Did you mean critical?"),
    ],
)
def test_a_question_that_means_nothing_ends_with_two(
    tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    done = command(tmp_path, "lint", *arguments)
    assert (done.returncode, done.stdout, told(done)) == (2, b"", sentence)
