"""``/downloads/``: the files of the service's own data."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import Client

from service.__main__ import main
from service.api.downloads import DownloadsError, read_downloads
from service.app import create_app
from service.catalogue import Catalogue
from service.cli.releases import ReleaseError, export_downloads
from service.loading.build import build_catalogue
from tests.conftest import TINY_SEEDS
from tests.support.releases import change
from tests.support.server import Server, environment
from tests.support.stack import stack
from tests.web.conftest import HTML

TYPES = {
    "claims.csv": "text/csv; charset=utf-8",
    "claims.parquet": "application/vnd.apache.parquet",
    "element-classifier.sqlite": "application/vnd.sqlite3",
}


@pytest.fixture(scope="module")
def data() -> Catalogue:
    return build_catalogue(TINY_SEEDS)


@pytest.fixture(scope="module")
def folder(data: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pyarrow")
    made = export_downloads(data, tmp_path_factory.mktemp("files") / "downloads")
    assert (made.new, made.skipped) == (True, [])
    return made.folder


@pytest.fixture(scope="module")
def offering(data: Catalogue, folder: Path) -> FlaskClient:
    return create_app(data, downloads=read_downloads(folder, data)).test_client()


def test_the_list_names_every_file(offering: FlaskClient, data: Catalogue, folder: Path) -> None:
    answer = offering.get("/downloads/")
    assert (answer.status_code, answer.json["data_digest"]) == (200, data.digest)
    listed = {each["file"]: each for each in answer.json["files"]}
    assert listed.keys() == {path.name for path in folder.iterdir()} - {"index.json"}
    body = (folder / "claims.csv").read_bytes()
    assert listed["claims.csv"] == {
        "file": "claims.csv",
        "bytes": len(body),
        "sha256": hashlib.sha256(body).hexdigest(),
        "media_type": "text/csv",
        "table": "claims",
        "description": "Statements of editions on one element or material.",
    }
    assert offering.get("/").json["links"]["downloads"] == "/downloads/"
    page = offering.get("/downloads/", headers=HTML)
    assert (page.status_code, page.mimetype) == (200, "text/html")
    assert [name for name in TYPES if f'href="/downloads/{name}"' not in page.text] == []
    assert "Download Parquet" in page.text
    assert "NDJSON" not in page.text


@pytest.mark.parametrize("name", TYPES)
def test_a_file_comes_whole_with_its_hash(offering: FlaskClient, folder: Path, name: str) -> None:
    body = (folder / name).read_bytes()
    answer = offering.get(f"/downloads/{name}", buffered=True)
    assert (answer.status_code, answer.data) == (200, body)
    assert answer.content_type == TYPES[name]
    assert answer.headers["ETag"] == f'"{hashlib.sha256(body).hexdigest()}"'
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
    assert answer.headers["Cache-Control"].startswith("public, max-age=300")
    again = {"If-None-Match": answer.headers["ETag"]}
    same = offering.get(f"/downloads/{name}", headers=again, buffered=True)
    assert (same.status_code, same.data) == (304, b"")
    part = offering.get(f"/downloads/{name}", headers={"Range": "bytes=3-9"}, buffered=True)
    assert (part.status_code, part.data) == (206, body[3:10])
    head = offering.head(f"/downloads/{name}", buffered=True)
    assert (head.status_code, head.data, head.content_length) == (200, b"", len(body))


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        ("index.json", "*/*", 404),
        ("nothing.csv", "*/*", 404),
        ("..%2Fseeds%2Fnames.csv", "*/*", 404),
        ("claims.csv", "image/png", 406),
        ("claims.csv?x=1", "*/*", 422),
    ],
)
def test_no_other_file_is_there(offering: FlaskClient, path: str, accept: str, status: int) -> None:
    answer = offering.get(f"/downloads/{path}", headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.json.get("available") == (["text/csv"] if status == 406 else None)


def test_a_release_serves_too(
    data: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ELEMENTS_SEEDS", str(TINY_SEEDS))
    assert main(["export", str(tmp_path / "data")]) == 0
    offered = read_downloads(tmp_path / "data/releases/2024.6.0", data)
    assert "seeds.zip" in offered.files
    assert not any(name.startswith("answers") for name in offered.files)


def test_a_folder_that_is_not_whole_is_refused(data: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text("[]")
    with pytest.raises(DownloadsError, match="is missing or damaged"):
        read_downloads(tmp_path, data)
    with pytest.raises(ReleaseError, match="is not an empty folder"):
        export_downloads(data, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.json"]
    made = export_downloads(data, tmp_path / "files").folder
    (made / "names.csv").unlink()
    with pytest.raises(DownloadsError, match=r"lacks names\.csv"):
        read_downloads(made, data)


def test_the_cache_keeps_no_file(data: Catalogue, folder: Path) -> None:
    service = stack(create_app(data, downloads=read_downloads(folder, data)))
    client = Client(service)
    for _ in range(2):
        assert client.get("/downloads/claims.csv", buffered=True).status_code == 200
    assert not service.application.entries  # type: ignore[attr-defined]  # the cache is there


def test_a_real_service_serves_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELEMENTS_SEEDS", str(TINY_SEEDS))
    assert main(["downloads", str(tmp_path / "files")]) == 0
    # relative to the folder in which the service starts
    settings = {"ELEMENTS_SEEDS": str(TINY_SEEDS), "ELEMENTS_DOWNLOADS": "files"}
    with Server(tmp_path, **settings) as server:
        done = subprocess.run(
            ["curl", "-sf", f"{server.url}/downloads/claims.csv"],  # noqa: S607 - the tool of readers
            capture_output=True,
            check=True,
        )
        assert done.stdout == (tmp_path / "files/claims.csv").read_bytes()


def test_files_of_other_data_stop_the_start(
    catalogue: Catalogue, tiny_seeds: Path, folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(DownloadsError, match="holds files of other data"):
        read_downloads(folder, catalogue)
    change(tiny_seeds / "concepts.toml", "on a list", "on any list")
    settings = {"ELEMENTS_SEEDS": str(tiny_seeds), "ELEMENTS_DOWNLOADS": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", "import service.wsgi"],
        env=environment(tmp_path, **settings),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "holds files of other data" in done.stderr
    assert "Traceback" not in done.stderr
