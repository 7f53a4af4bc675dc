"""Every answer without parameters, as a file."""

import hashlib
import http.client
import json
from pathlib import Path

import pytest

from service.__main__ import main
from service.catalogue import Catalogue
from service.cli.export import SUMS, FolderError, export, file_of, paths
from tests.support.server import Server


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


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


def test_every_file_is_what_http_answers(catalogue: Catalogue, tmp_path: Path) -> None:
    wanted = export(catalogue, tmp_path / "new" / "export")
    files = _files(tmp_path / "new" / "export")
    sums = files.pop(SUMS)
    addresses = paths(catalogue)
    assert wanted == len(files) == len(addresses) == len({file.casefold() for file in files})
    with Server(tmp_path, LOG_LEVEL="ERROR") as server:
        connection = http.client.HTTPConnection(server.host, server.port, timeout=60)
        for path in addresses:
            connection.request("GET", path)
            answer = connection.getresponse()
            assert answer.status == 200
            assert answer.read() == files[file_of(path)], path
        connection.close()
    hashed = sorted((name, hashlib.sha256(body).hexdigest()) for name, body in files.items())
    assert sums.decode() == "".join(f"{digest}  {name}\n" for name, digest in hashed)


def test_a_type_of_problem_that_a_static_host_names_is_a_file(
    tiny: Catalogue, tmp_path: Path
) -> None:
    export(tiny, tmp_path / "export")
    for slug in ("no-such-path", "method-not-allowed", "invalid-request"):
        said = json.loads((tmp_path / "export/v1/problems" / f"{slug}.json").read_bytes())
        assert said["type"] == f"/v1/problems/{slug}"


def test_two_runs_are_the_same(tiny: Catalogue, tmp_path: Path) -> None:
    export(tiny, tmp_path / "one")
    export(tiny, tmp_path / "two")
    assert _files(tmp_path / "one") == _files(tmp_path / "two")


def test_a_folder_with_something_in_it_is_refused(tiny: Catalogue, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "mine.txt").write_text("kept")
    with pytest.raises(FolderError, match="is not empty: nothing was written"):
        export(tiny, folder)
    assert _files(folder) == {"mine.txt": b"kept"}
    with pytest.raises(FolderError, match="is no folder"):
        export(tiny, folder / "mine.txt")


def test_the_command_says_how_many_and_refuses(
    tiny_seeds: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("ELEMENTS_SEEDS", str(tiny_seeds))
    folder = tmp_path / "export"
    assert main(["export", str(folder)]) == 0
    assert capsys.readouterr().out == f"wrote {len(_files(folder)) - 1} answers to {folder}\n"
    assert main(["export", str(folder)]) == 1
    assert "is not empty" in capsys.readouterr().err
    (tiny_seeds / "concepts.toml").write_text("not toml")
    assert main(["export", str(tmp_path / "other")]) == 1
    assert "concepts.toml" in capsys.readouterr().err
    assert not (tmp_path / "other").exists()
    monkeypatch.setenv("ELEMENTS_SEEDS", str(tmp_path / "nowhere"))
    assert main(["export", str(tmp_path / "other")]) == 2
    assert "ELEMENTS_SEEDS" in capsys.readouterr().err
