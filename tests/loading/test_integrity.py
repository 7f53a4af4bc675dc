"""Seeds with faults: each kind is found where it stands, with its remedy, and nothing crashes.

A folder of ``bad_seeds`` holds the files that differ from ``tiny_seeds``, a list ``DELETE`` of
those that are missing, and in ``expected.txt`` the kind, the file and the path of the fault.
"""

import shutil
from pathlib import Path

import pytest

from service.__main__ import main
from service.loading import integrity
from service.loading.build import build_catalogue, read_seeds
from service.loading.faults import REMEDIES, Fault, SeedError

BAD_SEEDS = Path(__file__).parents[1] / "bad_seeds"
FOLDERS = sorted(folder.name for folder in BAD_SEEDS.iterdir())
FOLLOWING = {
    "circular-broader": ["circular-broader"],
    "duplicate-claim": ["count-said"],
    "duplicate-id": ["count-said"],
    "elements-table": [
        *("count-said", "missing-name", "missing-name", "wrong-expansion"),
        *("unknown-element", "unknown-element"),
    ],
    "unknown-concept": ["unused-concept"],
    "unknown-rule": ["count-said", *4 * ["wrong-expansion"]],
    "unknown-source": ["unused-source"],
    "wrong-expansion": 3 * ["wrong-expansion"],
}
"""What else one thing wrong entails; a kind that is not here comes alone."""


def spoil(seeds: Path, folder: Path) -> tuple[str, str, str]:
    """Lay a bad folder over sound seeds; give the kind, file and path that it promises."""
    for path in folder.rglob("*"):
        if path.is_file() and path.name not in ("DELETE", "expected.txt"):
            shutil.copy(path, seeds / path.relative_to(folder))
    if (folder / "DELETE").exists():
        for name in (folder / "DELETE").read_text("utf-8").split():
            (seeds / name).unlink()
    kind, file, place = (folder / "expected.txt").read_text("utf-8").splitlines()
    return kind, file, place


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def kinds(faults: list[Fault]) -> list[str]:
    return [fault.kind for fault in faults]


def test_every_kind_of_fault_has_a_folder_and_every_folder_a_kind() -> None:
    assert set(FOLDERS) == set(REMEDIES)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_fault_is_found_and_entails_no_others_than_these(folder: str, tiny_seeds: Path) -> None:
    kind, file, place = spoil(tiny_seeds, BAD_SEEDS / folder)
    assert kind == folder
    _, faults = read_seeds(tiny_seeds)
    found = [fault for fault in faults if fault.kind == kind]
    assert (file, place) in [(fault.file, fault.path) for fault in found]
    for fault in found:
        assert fault.what
        assert str(fault).endswith(f"[{kind}] {REMEDIES[kind]}")
    assert sorted(kinds(faults)) == sorted([folder, *FOLLOWING.get(folder, [])])


def test_sound_seeds_have_no_fault(tiny_seeds: Path) -> None:
    records, faults = read_seeds(tiny_seeds)
    assert faults == []
    assert records is not None
    assert integrity.faults(records) == []


def test_all_faults_come_at_once_sorted_by_place(tiny_seeds: Path) -> None:
    for kind in ("official-count", "count-said", "missing-name", "unused-concept", "unknown-rule"):
        spoil(tiny_seeds, BAD_SEEDS / kind)
    with pytest.raises(SeedError) as caught:
        build_catalogue(tiny_seeds)
    assert [(fault.file, fault.kind) for fault in caught.value.faults] == [
        ("concepts.toml", "unused-concept"),
        ("editions/chemists-2021.toml", "count-said"),
        ("editions/chemists-2021.toml", "unknown-rule"),
        ("editions/league-2020.toml", "wrong-expansion"),
        ("editions/league-2020.toml", "wrong-expansion"),
        ("editions/league-2020.toml", "wrong-expansion"),
        ("editions/league-2020.toml", "wrong-expansion"),
        ("editions/league-2023.toml", "official-count"),
        ("editions/ministry-2022.toml", "count-said"),
        ("names.csv", "missing-name"),
    ]
    assert str(caught.value).splitlines() == [str(fault) for fault in caught.value.faults]


def test_faults_of_shape_stand_beside_those_across_files(tiny_seeds: Path) -> None:
    for kind in ("shape", "overlap", "unknown-source"):
        spoil(tiny_seeds, BAD_SEEDS / kind)
    replace(tiny_seeds / "names.csv", "21,en,scandium", "119,en,scandium")
    found = [(fault.file, fault.path, fault.kind) for fault in read_seeds(tiny_seeds)[1]]
    assert found == [
        ("editions/league-2020.toml", "in_force_to", "overlap"),
        ("editions/ministry-2022.toml", "published", "shape"),
        ("names.csv", "line 10.atomic_number", "shape"),
    ]


def test_what_only_follows_from_an_unreadable_file_is_left_out(tiny_seeds: Path) -> None:
    (tiny_seeds / "editions" / "ministry-2022.toml").write_bytes(b"\xff")
    assert kinds(read_seeds(tiny_seeds)[1]) == ["unreadable"]


@pytest.mark.parametrize("name", ["no folder", "a file"])
def test_every_missing_file_is_told_at_once(tmp_path: Path, name: str) -> None:
    (tmp_path / "a file").write_text("no seeds", "utf-8")
    records, faults = read_seeds(tmp_path / name)
    assert records is None
    assert {fault.kind for fault in faults} <= {"missing-file", "unreadable"}
    assert [fault.file for fault in faults] == [
        *("authorities.toml", "collective-terms.csv", "concepts.toml", "dataset.toml"),
        *("elements.json", "materials-sources.toml", "materials.toml"),
        *("mineral-names.csv", "minerals.csv", "names-sources.toml", "names.csv", "rocks.csv"),
        "sources.toml",
    ]


@pytest.mark.parametrize(
    ("file", "raw"),
    [
        ("concepts.toml", b"\xff\xfe"),
        ("concepts.toml", b"\x00"),
        ("concepts.toml", b"a = 1\na = 2\n"),
        ("concepts.toml", b"a = " + b"[" * 100_000),
        ("concepts.toml", b"a = 1e99999999999999999999\n"),
        ("concepts.toml", b"a = " + b"9" * 5000 + b"\n"),
        ("editions/league-2023.toml", b"[[categories"),
        ("elements.json", b"[" * 100_000),
        ("elements.json", b'{"made_from": NaN}'),
        ("elements.json", b""),
        ("names.csv", b"\xff"),
        ("names.csv", b'atomic_number,lang\n"1,en\n'),
        ("names.csv", b'atomic_number,lang\n1,"' + b"e" * 200_000 + b'"\n'),
    ],
    ids=lambda value: value if isinstance(value, str) else value[:24].decode("latin-1"),
)
def test_a_file_that_cannot_be_parsed_is_a_fault(tiny_seeds: Path, file: str, raw: bytes) -> None:
    (tiny_seeds / file).write_bytes(raw)
    assert [(f.file, f.kind) for f in read_seeds(tiny_seeds)[1]] == [(file, "unreadable")]


def test_a_folder_in_the_place_of_a_file_is_a_fault(tiny_seeds: Path) -> None:
    for name in ("concepts.toml", "names.csv"):
        (tiny_seeds / name).unlink()
        (tiny_seeds / name).mkdir()
    found = [(fault.file, fault.kind) for fault in read_seeds(tiny_seeds)[1]]
    assert found == [("concepts.toml", "unreadable"), ("names.csv", "unreadable")]


def test_the_command_lists_each_fault_or_is_content(
    tiny_seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tiny_seeds)]) == 0
    out, errors = capsys.readouterr()
    assert (out, errors) == (
        "4 editions of 3 authorities, 7 categories, 13 claims, 7 sources, 4 concepts, "
        "16 names: no fault\n",
        "",
    )
    for kind in ("official-count", "missing-name", "unused-source"):
        spoil(tiny_seeds, BAD_SEEDS / kind)
    assert main(["check", str(tiny_seeds)]) == 1
    out, errors = capsys.readouterr()
    assert out == ""
    assert errors.splitlines() == [*map(str, read_seeds(tiny_seeds)[1]), "3 faults"]
