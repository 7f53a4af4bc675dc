"""Releases in a folder: whole, the same each time, and never written again."""

import errno
import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from service.__main__ import main
from service.app import create_app
from service.catalogue import Catalogue
from service.cli import release_files
from service.cli.answer_files import file_of, paths
from service.cli.releases import ReleaseError, export
from service.loading.build import build_catalogue
from service.tables import TABLES
from service.tables.delta import apply, records_of
from tests.conftest import TINY_SEEDS
from tests.support.releases import BASE, VERSIONS, change, releases, seeds_of
from tests.support.server import environment

NAMES = [table.name for table in TABLES]


def files_of(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three releases, which no test changes."""
    folder = tmp_path_factory.mktemp("three")
    assert len([*releases(TINY_SEEDS, folder)]) == 3
    return folder / "data"


@pytest.fixture(scope="module")
def release(three: Path) -> Path:
    return three / "releases/2024.6.0"


@pytest.fixture
def folder(release: Path, tmp_path: Path) -> Path:
    """A folder of the test's own with the first release."""
    shutil.copytree(release, tmp_path / "data/releases/2024.6.0")
    shutil.copy(release.parents[1] / "versions.json", tmp_path / "data")
    return tmp_path / "data"


def test_a_release_has_every_table_in_every_format_summed_and_listed(release: Path) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("rdflib")
    tables = {f"{name}.{end}" for name in NAMES for end in ("csv", "ndjson", "parquet")}
    own = {f"element-classifier.{end}" for end in ("sqlite", "ttl", "jsonld")}
    others = {"datapackage.json", "croissant.json", "index.json", "SHA256SUMS", "seeds.zip"}
    assert {path.name for path in release.iterdir()} == {*tables, *own, *others, "answers"}
    files = files_of(release)
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    assert subprocess.run(check, cwd=release, check=False).returncode == 0
    named = [line.partition("  ")[2] for line in files["SHA256SUMS"].decode().splitlines()]
    assert named == sorted({*files} - {"SHA256SUMS"})
    index = json.loads(files["index.json"])
    assert {each["file"] for each in index["files"]} == {*named} - {"index.json"}
    for each in index["files"]:
        body = files[each["file"]]
        assert (each["bytes"], each["sha256"]) == (len(body), hashlib.sha256(body).hexdigest())
    assert (index["data_version"], index["released"]) == ("2024.6.0", "2024-06-01")
    assert index["earlier"] is None


def test_every_answer_is_what_http_answers(tiny: Catalogue, release: Path) -> None:
    client = create_app(tiny).test_client()
    files = files_of(release / "answers")
    assert len(files) == len({name.casefold() for name in files})
    assert {file_of(path) for path in paths(tiny)} == files.keys()
    assert {"v1/elements.json", "v1/elements/Sc.json", "v1/materials/bauxite.json"} <= files.keys()
    for path in paths(tiny):
        assert client.get(path).get_data() == files[file_of(path)], path


def test_another_process_writes_the_same_bytes(release: Path, tmp_path: Path) -> None:
    settings = {"ELEMENTS_SEEDS": str(TINY_SEEDS), "ELEMENTS_BASE": BASE, "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-m", "service", "export", str(tmp_path / "data")],
        env=environment(tmp_path, **settings),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    written = files_of(tmp_path / "data/releases/2024.6.0")
    assert written == files_of(release)
    assert f"<{BASE}/elements/Sc> a skos:Concept".encode() in written["element-classifier.ttl"]
    assert b"element-classifier.example" not in written["element-classifier.ttl"]


def test_the_same_release_again_changes_nothing(tiny: Catalogue, release: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in release.rglob("*")}
    again = export(tiny, TINY_SEEDS, release.parents[1], BASE)
    assert (again.new, again.folder) == (False, release)
    assert {path: path.stat().st_mtime_ns for path in release.rglob("*")} == times


@pytest.mark.parametrize(
    ("file", "body", "said"),
    [
        ("claims.csv", None, r"These differ: claims\.csv$"),
        ("index.json", "{}", r"2024\.6\.0/index\.json is missing or damaged"),
    ],
)
def test_a_changed_file_is_noticed(
    file: str, body: str | None, said: str, tiny: Catalogue, folder: Path
) -> None:
    path = folder / "releases/2024.6.0" / file
    path.unlink()
    if body:
        path.write_text(body)
    before = files_of(folder)
    with pytest.raises(ReleaseError, match=said):
        export(tiny, TINY_SEEDS, folder, BASE)
    assert files_of(folder) == before


def test_other_data_of_the_same_version_is_refused(tiny_seeds: Path, folder: Path) -> None:
    before = files_of(folder)
    change(tiny_seeds / "editions/league-2023.toml", "A second list.", "A list.")
    said = r"other bytes.* answers/v1/changes\.json, .* and 5 more$"
    with pytest.raises(ReleaseError, match=said):
        export(build_catalogue(tiny_seeds), tiny_seeds, folder, BASE)
    assert files_of(folder) == before


def test_a_folder_of_other_things_is_refused(tiny: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/mine.txt").write_text("kept")
    with pytest.raises(ReleaseError, match="is not empty and has no releases"):
        export(tiny, TINY_SEEDS, tmp_path / "folder", BASE)
    with pytest.raises(ReleaseError, match="is no folder"):
        export(tiny, TINY_SEEDS, tmp_path / "folder/mine.txt", BASE)
    assert files_of(tmp_path / "folder") == {"mine.txt": b"kept"}


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 1, "No space left on device"),
        (sqlite3.OperationalError("database or disk is full"), 1, "disk is full"),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
)
def test_an_end_midway_leaves_no_half_release(
    error: BaseException,
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setenv("ELEMENTS_SEEDS", str(TINY_SEEDS))
    monkeypatch.setattr(release_files, "write_answers", fail)
    assert main(["export", str(tmp_path / "data")]) == code
    assert said in capsys.readouterr().err
    assert [*(tmp_path / "data").rglob("*")] == [tmp_path / "data/releases"]


def test_the_command_says_where_and_refuses(
    tiny_seeds: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("ELEMENTS_SEEDS", str(tiny_seeds))
    folder = tmp_path / "data"
    release = folder / "releases/2024.6.0"
    assert main(["export", str(folder)]) == 0
    assert capsys.readouterr().out == f"wrote {release}\n"
    assert main(["export", str(folder)]) == 0
    assert capsys.readouterr().out == f"{release} is there, with the same bytes\n"
    (tiny_seeds / "concepts.toml").write_text("not toml")
    assert main(["export", str(tmp_path / "other")]) == 1
    assert "concepts.toml" in capsys.readouterr().err
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    ("module", "end", "extra"), [("pyarrow", ".parquet", "parquet"), ("rdflib", ".ttl", "rdf")]
)
def test_without_an_extra_its_files_are_left_out(
    module: str,
    end: str,
    extra: str,
    tiny: Catalogue,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delitem(sys.modules, "service.tables.rdf", raising=False)
    monkeypatch.delattr("service.tables.rdf", raising=False)
    made = export(tiny, TINY_SEEDS, tmp_path / "data", BASE)
    assert [sentence.endswith(f"[{extra}]") for sentence in made.skipped] == [True]
    names = files_of(made.folder)
    assert not any(name.endswith(end) for name in names)
    assert "claims.csv" in names


def test_a_delta_names_each_claim_that_changed_and_why(three: Path) -> None:
    found = {}
    for version in VERSIONS[1:]:
        for each in records_of((three / f"releases/{version}/delta.ndjson").read_bytes()):
            claim = each["claim"] if each["op"] == "delete" else each["claim"]["claim"]
            found[version, claim] = (each["op"], each["reason"])
    assert found == {
        ("2024.7.0", "chemists-2021/metals/H/excluded"): ("modify", "spelling"),
        ("2024.7.0", "league-2023/critical/Na/excluded"): ("delete", "correction"),
        ("2024.7.0", "league-strategic/strategic/Al"): ("add", "new edition"),
        ("2024.7.0", "ministry-2022/rare/Y"): ("add", "correction"),
        ("2024.8.0", "chemists-2021/metals/Al"): ("modify", "correction"),
        ("2024.8.0", "chemists-2021/metals/H/excluded"): ("modify", "correction"),
        ("2024.8.0", "league-2020/critical/Na"): ("modify", "spelling"),
        ("2024.8.0", "league-strategic/strategic/Al"): ("delete", "retired"),
    }


def test_all_deltas_on_the_first_claims_give_todays_file(three: Path) -> None:
    folders = [three / "releases" / version for version in VERSIONS]
    claims = [(folder / "claims.ndjson").read_bytes() for folder in folders]
    deltas = [(folder / "delta.ndjson").read_bytes() for folder in folders[1:]]
    assert apply(claims[0], deltas[0]) == claims[1]
    assert apply(claims[0], *deltas) == claims[2]
    assert len({*claims}) == 3
    assert not (folders[0] / "delta.ndjson").exists()


def test_each_version_leads_to_the_one_before(folder: Path, tmp_path: Path) -> None:
    seeds = [seeds_of(n, TINY_SEEDS, tmp_path / f"seeds-{n}") for n in range(3)]
    for number in (2, 1, 2):  # the second is published late, and the third once more
        export(build_catalogue(seeds[number]), seeds[number], folder, BASE)
    listed = json.loads((folder / "versions.json").read_bytes())
    assert listed["newest"] == "2024.8.0"
    assert [(each["data_version"], each["earlier"]) for each in listed["releases"]] == [
        ("2024.8.0", "2024.6.0"),
        ("2024.7.0", "2024.6.0"),
        ("2024.6.0", None),
    ]
    for each in listed["releases"]:
        assert (folder / each["index"]).is_file()
        assert each["delta"] is None or (folder / each["delta"]).is_file()


def test_versions_are_ordered_as_numbers(tiny_seeds: Path, folder: Path) -> None:
    for version, day in (("2024.9.0", "2024-09-01"), ("2024.10.0", "2024-10-01")):
        entry = f'version = "{version}"\nreleased = "{day}"\nchanges = ["More."]\n'
        head = "[[releases]]\n"
        change(tiny_seeds / "dataset.toml", head, f"{head}{entry}\n{head}", 1)
        export(build_catalogue(tiny_seeds), tiny_seeds, folder, BASE)
    index = json.loads((folder / "releases/2024.10.0/index.json").read_bytes())
    assert index["earlier"] == "2024.9.0"


@pytest.mark.parametrize("damage", [lambda text: text[:-20], lambda _: b'{"edition": 1}\n'])
def test_a_damaged_release_is_told(
    damage: Callable[[bytes], bytes], folder: Path, tmp_path: Path
) -> None:
    path = folder / "releases/2024.6.0/claims.ndjson"
    path.write_bytes(damage(path.read_bytes()))
    seeds = seeds_of(1, TINY_SEEDS, tmp_path / "seeds")
    with pytest.raises(ReleaseError, match="nothing was written"):
        export(build_catalogue(seeds), seeds, folder, BASE)
    assert [each.name for each in (folder / "releases").iterdir()] == ["2024.6.0"]
