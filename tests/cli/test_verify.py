"""Receipts of two releases, verified without the service that gave them."""

import json
import shutil
from pathlib import Path

import pytest

from service.__main__ import main
from service.app import create_app
from service.loading.build import build_catalogue
from tests.conftest import TINY_SEEDS
from tests.support.releases import change, releases

ADDRESSES = (
    "/v1/elements/Sodium?receipt=true&authority=league&as_of=2024-01-01&detail=full",
    "/v1/check?element=Al&concept=critical&receipt=true",
    "/v1/materials/bauxite?receipt=true&format=csv",
)
Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases, the seeds of each, and a receipt of each address; no test changes them."""
    folder = tmp_path_factory.mktemp("receipts")
    for number, seeds in zip((0, 1), releases(TINY_SEEDS, folder), strict=False):
        client = create_app(build_catalogue(seeds)).test_client()
        for index, address in enumerate(ADDRESSES):
            path = folder / f"receipt-{number}-{index}.json"
            path.write_bytes(client.get(address).get_data())
    return folder


@pytest.fixture(autouse=True)
def newer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newer seeds are the service's."""
    monkeypatch.setenv("ELEMENTS_SEEDS", str(folder / "seeds-1"))


def test_receipts_of_both_releases_verify_from_the_folder(folder: Path, capsys: Captured) -> None:
    hashes = set()
    for path in folder.glob("receipt-*.json"):
        assert main(["verify", str(path), "--releases", str(folder / "data")]) == 0
        wanted = json.loads(path.read_bytes())
        assert tuple(capsys.readouterr()) == (
            f"equal: {wanted['address']} of data {wanted['data_version']} "
            f"has the SHA-256 {wanted['sha256']}\n",
            "",
        )
        hashes.add(wanted["sha256"])
    assert len(hashes) == 5  # rows of a material say no version, and are the same in both


def test_without_a_folder_the_seeds_of_today_serve(folder: Path, capsys: Captured) -> None:
    assert main(["verify", str(folder / "receipt-1-0.json")]) == 0
    assert capsys.readouterr().out.startswith("equal: /v1/elements/Na?authority=league")
    assert main(["verify", str(folder / "receipt-0-0.json")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "the receipt is of data 2024.6.0 with the digest" in err
    assert "this is data 2024.7.0 with the digest" in err


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"sha256": "0" * 64}, "has the SHA-256"),
        (
            {"sha256": "0" * 64, "version": "0.0.9"},
            "(the receipt is of service 0.0.9, this is 0.1.0)",
        ),
        ({"address": "/v1/elements/Al"}, "not equal: /v1/elements/Al of data 2024.6.0"),
        ({"address": "/v1/elements/Xx"}, "/v1/elements/Xx gives 404 NOT FOUND"),
        ({"address": "/v1/elements/Na?nothing=1"}, "gives 422"),
        ({"data_digest": "0" * 64}, f"with the digest {'0' * 64}"),
        ({"data_version": "2024.5.0"}, "the release of the receipt is needed"),
        ({"data_version": "../../etc"}, "is no receipt"),
        ({"address": "https://elsewhere.example/"}, "is no receipt"),
        ({"address": None}, "is no receipt"),
    ],
)
def test_a_changed_receipt_is_not_equal(
    changed: dict[str, str | None], told: str, folder: Path, tmp_path: Path, capsys: Captured
) -> None:
    receipt = json.loads((folder / "receipt-0-0.json").read_bytes())
    (tmp_path / "receipt.json").write_text(json.dumps(receipt | changed))
    command = ["verify", str(tmp_path / "receipt.json"), "--releases", str(folder / "data")]
    assert main(command) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err


@pytest.mark.parametrize(
    ("text", "told"), [(None, "No such file"), ("{", "is no JSON"), ("[]", "is no receipt")]
)
def test_a_receipt_must_be_readable(
    text: str | None, told: str, tmp_path: Path, capsys: Captured
) -> None:
    if text:
        (tmp_path / "receipt.json").write_text(text)
    assert main(["verify", str(tmp_path / "receipt.json")]) == 1
    assert told in capsys.readouterr().err


def test_data_must_be_readable(
    folder: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(folder / "data", tmp_path / "data")
    archive = tmp_path / "data/releases/2024.6.0/seeds.zip"
    archive.write_bytes(archive.read_bytes()[:-30])
    command = ["verify", str(folder / "receipt-0-0.json"), "--releases", str(tmp_path / "data")]
    assert main(command) == 1
    assert "is damaged" in capsys.readouterr().err
    seeds = shutil.copytree(folder / "seeds-1", tmp_path / "seeds")
    change(seeds / "concepts.toml", "definition", "meaning")
    monkeypatch.setenv("ELEMENTS_SEEDS", str(seeds))
    assert main(["verify", str(folder / "receipt-1-0.json")]) == 1
    assert "concepts.toml" in capsys.readouterr().err
