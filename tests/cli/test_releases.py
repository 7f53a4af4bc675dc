"""Releases in a folder: whole, the same each time, and never written again."""

import csv
import errno
import hashlib
import json
import sqlite3
import subprocess
import sys
import zipfile
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
from tests.support.releases import BASE, VERSIONS, change, releases, seeds_of
from tests.support.server import environment

NAMES = [table.name for table in TABLES]


def files_of(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def command(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "service", *arguments],
        env=environment(folder, **settings),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def release(tiny: Catalogue, tiny_seeds: Path, tmp_path: Path) -> Path:
    return export(tiny, tiny_seeds, tmp_path / "data", BASE).folder


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/v1/elements", "v1/elements.json"),
        ("/v1/elements/Sc", "v1/elements/Sc.json"),
        ("/openapi.json", "openapi.json"),
    ],
)
def test_a_list_and_its_members_lie_side_by_side(path: str, file: str) -> None:
    assert file_of(path) == file


def test_a_release_has_every_table_in_every_format(release: Path) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("rdflib")
    assert release.name == "2024.6.0"
    tables = {f"{name}.{end}" for name in NAMES for end in ("csv", "ndjson", "parquet")}
    own = {f"element-classifier.{end}" for end in ("sqlite", "ttl", "jsonld")}
    others = {"datapackage.json", "croissant.json", "index.json", "SHA256SUMS", "seeds.zip"}
    assert {path.name for path in release.iterdir()} == {*tables, *own, *others, "answers"}


def test_every_file_is_summed_and_listed(release: Path) -> None:
    files = files_of(release)
    sums = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],  # noqa: S607 - the tool that readers use
        cwd=release,
        check=False,
    )
    assert sums.returncode == 0
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
    for path in [*paths(tiny), "/v1/materials/bauxite", "/v1/problems/no-such-path"]:
        assert client.get(path).get_data() == files[file_of(path)], path


def test_the_seeds_make_the_same_data_again(
    tiny: Catalogue, tiny_seeds: Path, release: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(release / "seeds.zip") as archive:
        archive.extractall(tmp_path / "again")
    assert files_of(tmp_path / "again") == files_of(tiny_seeds)
    assert build_catalogue(tmp_path / "again").digest == tiny.digest


def test_the_formats_hold_the_same_rows(release: Path) -> None:
    for name in NAMES:
        rows = [*records_of((release / f"{name}.ndjson").read_bytes())]
        with (release / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert len([*csv.reader(file)]) == len(rows) + 1
        with sqlite3.connect(release / "element-classifier.sqlite") as database:
            database.row_factory = sqlite3.Row
            found = [dict(row) for row in database.execute(f"SELECT * FROM {name}")]  # noqa: S608 - names of ours
        database.close()
        assert found == rows


def test_two_processes_write_the_same_bytes(tiny_seeds: Path, tmp_path: Path) -> None:
    for seed in "12":
        done = command(
            tmp_path,
            *("export", str(tmp_path / seed)),
            PYTHONHASHSEED=seed,
            ELEMENTS_SEEDS=str(tiny_seeds),
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert files_of(tmp_path / "1") == files_of(tmp_path / "2")


def test_the_ids_stand_under_the_base(tiny_seeds: Path, tmp_path: Path) -> None:
    pytest.importorskip("rdflib")
    settings = {"ELEMENTS_SEEDS": str(tiny_seeds), "ELEMENTS_BASE": "https://x.example/data"}
    assert command(tmp_path, "export", str(tmp_path / "data"), **settings).returncode == 0
    text = (tmp_path / "data/releases/2024.6.0/element-classifier.ttl").read_text("utf-8")
    assert "<https://x.example/data/elements/Sc> a skos:Concept" in text
    assert "element-classifier.example" not in text


def test_the_same_release_again_changes_nothing(
    tiny: Catalogue, tiny_seeds: Path, release: Path
) -> None:
    times = {path: path.stat().st_mtime_ns for path in release.rglob("*")}
    again = export(tiny, tiny_seeds, release.parents[1], BASE)
    assert (again.new, again.folder) == (False, release)
    assert {path: path.stat().st_mtime_ns for path in release.rglob("*")} == times


def test_other_data_of_the_same_version_is_refused(tiny_seeds: Path, release: Path) -> None:
    before = files_of(release.parents[1])
    change(tiny_seeds / "editions/league-2023.toml", "A second list.", "A list.")
    with pytest.raises(
        ReleaseError, match=r"other bytes.* answers/v1/changes\.json, .* and 5 more$"
    ):
        export(build_catalogue(tiny_seeds), tiny_seeds, release.parents[1], BASE)
    assert files_of(release.parents[1]) == before


def test_a_file_that_was_taken_away_is_noticed(
    tiny: Catalogue, tiny_seeds: Path, release: Path
) -> None:
    (release / "claims.csv").unlink()
    with pytest.raises(ReleaseError, match=r"These differ: claims\.csv$"):
        export(tiny, tiny_seeds, release.parents[1], BASE)
    assert not (release / "claims.csv").exists()


def test_a_folder_of_other_things_is_refused(
    tiny: Catalogue, tiny_seeds: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "mine.txt").write_text("kept")
    with pytest.raises(ReleaseError, match="is not empty and has no releases"):
        export(tiny, tiny_seeds, folder, BASE)
    assert files_of(folder) == {"mine.txt": b"kept"}
    with pytest.raises(ReleaseError, match="is no folder"):
        export(tiny, tiny_seeds, folder / "mine.txt", BASE)


def test_a_damaged_release_is_named(tiny: Catalogue, tiny_seeds: Path, release: Path) -> None:
    (release / "index.json").write_text("{}")
    with pytest.raises(ReleaseError, match=r"2024\.6\.0/index\.json is missing or damaged"):
        export(tiny, tiny_seeds, release.parents[1], BASE)


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
    tiny_seeds: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setenv("ELEMENTS_SEEDS", str(tiny_seeds))
    monkeypatch.setattr(release_files, "write_answers", fail)
    assert main(["export", str(tmp_path / "data")]) == code
    assert said in capsys.readouterr().err
    assert [*(tmp_path / "data").rglob("*")] == [tmp_path / "data/releases"]
    monkeypatch.undo()
    monkeypatch.setenv("ELEMENTS_SEEDS", str(tiny_seeds))
    assert main(["export", str(tmp_path / "data")]) == 0


def test_a_real_limit_of_the_file_system_is_told(tiny_seeds: Path, tmp_path: Path) -> None:
    run = f"ulimit -f 60; exec {sys.executable} -m service export data"
    done = subprocess.run(
        ["/bin/bash", "-c", run],
        cwd=tmp_path,
        env=environment(tmp_path, ELEMENTS_SEEDS=str(tiny_seeds)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
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
    monkeypatch.setenv("ELEMENTS_SEEDS", str(tmp_path / "nowhere"))
    assert main(["export", str(tmp_path / "other")]) == 2
    assert "ELEMENTS_SEEDS" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("module", "end", "extra"),
    [("pyarrow", ".parquet", "parquet"), ("rdflib", ".ttl", "rdf")],
)
def test_without_an_extra_its_files_are_left_out(
    module: str,
    end: str,
    extra: str,
    tiny: Catalogue,
    tiny_seeds: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delitem(sys.modules, "service.tables.rdf", raising=False)
    monkeypatch.delattr("service.tables.rdf", raising=False)
    made = export(tiny, tiny_seeds, tmp_path / "data", BASE)
    assert [sentence.endswith(f"[{extra}]") for sentence in made.skipped] == [True]
    names = files_of(made.folder)
    assert not any(name.endswith(end) for name in names)
    assert "claims.csv" in names


def test_a_delta_names_each_claim_that_changed_and_why(tiny_seeds: Path, tmp_path: Path) -> None:
    assert len([*releases(tiny_seeds, tmp_path)]) == 3
    found = {}
    for version in VERSIONS[1:]:
        delta = (tmp_path / f"data/releases/{version}/delta.ndjson").read_bytes()
        found[version] = {
            (each["claim"] if each["op"] == "delete" else each["claim"]["claim"]): (
                each["op"],
                each["reason"],
            )
            for each in records_of(delta)
        }
    assert found == {
        "2024.7.0": {
            "chemists-2021/metals/H/excluded": ("modify", "spelling"),
            "league-2023/critical/Na/excluded": ("delete", "correction"),
            "league-strategic/strategic/Al": ("add", "new edition"),
            "ministry-2022/rare/Y": ("add", "correction"),
        },
        "2024.8.0": {
            "chemists-2021/metals/Al": ("modify", "correction"),
            "chemists-2021/metals/H/excluded": ("modify", "correction"),
            "league-2020/critical/Na": ("modify", "spelling"),
            "league-strategic/strategic/Al": ("delete", "retired"),
        },
    }


def test_all_deltas_on_the_first_claims_give_todays_file(tiny_seeds: Path, tmp_path: Path) -> None:
    for _ in releases(tiny_seeds, tmp_path):
        pass
    folders = [tmp_path / "data/releases" / version for version in VERSIONS]
    claims = [(folder / "claims.ndjson").read_bytes() for folder in folders]
    deltas = [(folder / "delta.ndjson").read_bytes() for folder in folders[1:]]
    assert apply(claims[0], deltas[0]) == claims[1]
    assert apply(claims[0], *deltas) == claims[2]
    assert len({*claims}) == 3
    assert not (folders[0] / "delta.ndjson").exists()


def test_the_versions_lead_from_each_release_to_the_one_before(
    tiny_seeds: Path, tmp_path: Path
) -> None:
    seeds = [seeds_of(n, tiny_seeds, tmp_path / f"seeds-{n}") for n in range(3)]
    for number in (0, 2, 1, 2):  # the second is published late, and the third once more
        export(build_catalogue(seeds[number]), seeds[number], tmp_path / "data", BASE)
    listed = json.loads((tmp_path / "data/versions.json").read_bytes())
    assert listed["newest"] == "2024.8.0"
    assert [(each["data_version"], each["earlier"]) for each in listed["releases"]] == [
        ("2024.8.0", "2024.6.0"),
        ("2024.7.0", "2024.6.0"),
        ("2024.6.0", None),
    ]
    for each in listed["releases"]:
        assert (tmp_path / "data" / each["index"]).is_file()
        assert each["delta"] is None or (tmp_path / "data" / each["delta"]).is_file()


def test_versions_are_ordered_as_numbers(tiny_seeds: Path, tmp_path: Path) -> None:
    def release(version: str, day: str) -> None:
        change(tiny_seeds / "dataset.toml", "[[releases]]", _entry(version, day), 1)
        export(build_catalogue(tiny_seeds), tiny_seeds, tmp_path / "data", BASE)

    release("2024.9.0", "2024-09-01")
    release("2024.10.0", "2024-10-01")
    index = json.loads((tmp_path / "data/releases/2024.10.0/index.json").read_bytes())
    assert index["earlier"] == "2024.9.0"


def _entry(version: str, day: str) -> str:
    head = f'[[releases]]\nversion = "{version}"\nreleased = "{day}"\nchanges = ["More."]\n'
    return f"{head}\n[[releases]]"


@pytest.mark.parametrize("damage", [lambda text: text[:-20], lambda _: b'{"edition": 1}\n'])
def test_a_damaged_release_before_is_told_and_nothing_stays(
    damage: Callable[[bytes], bytes], tiny_seeds: Path, tmp_path: Path
) -> None:
    made = releases(tiny_seeds, tmp_path)
    next(made)
    path = tmp_path / "data/releases/2024.6.0/claims.ndjson"
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(ReleaseError, match="nothing was written"):
        next(made)
    assert [each.name for each in (tmp_path / "data/releases").iterdir()] == ["2024.6.0"]
