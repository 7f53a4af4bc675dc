"""``/downloads/``: the files of the service's own data."""

import hashlib
import json
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
from tests.support.releases import change
from tests.support.server import Server, environment
from tests.support.stack import stack

HTML = {"Accept": "text/html"}
TYPES = {
    "claims.csv": "text/csv; charset=utf-8",
    "claims.parquet": "application/vnd.apache.parquet",
    "element-classifier.sqlite": "application/vnd.sqlite3",
}


@pytest.fixture
def folder(tiny: Catalogue, tmp_path: Path) -> Path:
    pytest.importorskip("pyarrow")
    made = export_downloads(tiny, tmp_path / "downloads")
    assert (made.new, made.skipped) == (True, [])
    return made.folder


@pytest.fixture
def offering(tiny: Catalogue, folder: Path) -> FlaskClient:
    return create_app(tiny, downloads=read_downloads(folder, tiny)).test_client()


def test_the_list_names_every_file(offering: FlaskClient, tiny: Catalogue, folder: Path) -> None:
    answer = offering.get("/downloads/")
    assert (answer.status_code, answer.json["data_digest"]) == (200, tiny.digest)
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


@pytest.mark.parametrize("name", TYPES)
def test_a_file_comes_whole_with_its_hash_as_tag(
    offering: FlaskClient, folder: Path, name: str
) -> None:
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


def test_the_page_offers_each_table_in_each_format(offering: FlaskClient) -> None:
    answer = offering.get("/downloads/", headers=HTML)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    for name in TYPES:
        assert f'href="/downloads/{name}"' in answer.text
    assert "Download Parquet" in answer.text
    assert "NDJSON" not in answer.text


@pytest.mark.parametrize(
    "path",
    ["/downloads/index.json", "/downloads/nothing.csv", "/downloads/..%2Fseeds%2Fnames.csv"],
)
def test_another_file_is_not_there(offering: FlaskClient, path: str) -> None:
    answer = offering.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


def test_what_a_file_is_not_is_told(offering: FlaskClient) -> None:
    answer = offering.get("/downloads/claims.csv", headers={"Accept": "image/png"})
    assert (answer.status_code, answer.json["available"]) == (406, ["text/csv"])
    assert offering.get("/downloads/claims.csv?x=1").status_code == 422


def test_a_service_without_files_says_so(client: FlaskClient) -> None:
    assert client.get("/downloads").json["files"] == []
    page = client.get("/downloads/", headers=HTML)
    assert "This service offers no files" in page.text
    assert client.get("/downloads/claims.csv").status_code == 404


def test_a_release_serves_too_without_its_answers(
    tiny: Catalogue, tiny_seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ELEMENTS_SEEDS", str(tiny_seeds))
    assert main(["export", str(tmp_path / "data")]) == 0
    offered = read_downloads(tmp_path / "data/releases/2024.6.0", tiny)
    assert "seeds.zip" in offered.files
    assert not any(name.startswith("answers") for name in offered.files)


def test_files_of_other_data_are_refused(catalogue: Catalogue, folder: Path) -> None:
    with pytest.raises(DownloadsError, match="holds files of other data"):
        read_downloads(folder, catalogue)


def test_a_folder_that_is_not_whole_is_refused(tiny: Catalogue, folder: Path) -> None:
    (folder / "names.csv").unlink()
    with pytest.raises(DownloadsError, match=r"lacks names\.csv"):
        read_downloads(folder, tiny)
    (folder / "index.json").write_text("[]")
    with pytest.raises(DownloadsError, match="is missing or damaged"):
        read_downloads(folder, tiny)


def test_a_folder_with_something_in_it_is_not_written(tiny: Catalogue, folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(ReleaseError, match="is not an empty folder"):
        export_downloads(tiny, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_cache_keeps_no_file(tiny: Catalogue, folder: Path) -> None:
    service = stack(create_app(tiny, downloads=read_downloads(folder, tiny)))
    client = Client(service)
    for _ in range(2):
        assert client.get("/downloads/claims.csv", buffered=True).status_code == 200
    assert not service.application.entries  # type: ignore[attr-defined]  # the cache is there


def test_a_real_service_serves_what_the_command_wrote(tiny_seeds: Path, tmp_path: Path) -> None:
    settings = {"ELEMENTS_SEEDS": str(tiny_seeds)}
    subprocess.run(
        [sys.executable, "-m", "service", "downloads", "files"],
        cwd=tmp_path,
        env=environment(tmp_path, **settings),
        check=True,
    )
    # relative to the folder in which the service starts
    with Server(tmp_path, **settings, ELEMENTS_DOWNLOADS="files") as server:
        done = subprocess.run(
            ["curl", "-sf", f"{server.url}/downloads/claims.csv"],  # noqa: S607 - the tool of readers
            capture_output=True,
            check=True,
        )
        assert done.stdout == (tmp_path / "files/claims.csv").read_bytes()


def test_a_service_with_files_of_other_data_does_not_start(
    tiny: Catalogue, tiny_seeds: Path, folder: Path, tmp_path: Path
) -> None:
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
    assert tiny.digest in json.dumps(json.loads((folder / "index.json").read_bytes()))
