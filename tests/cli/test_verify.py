"""Receipts of two releases, verified without the service that gave them."""

import json
from pathlib import Path

import pytest

from service.__main__ import main
from service.app import create_app
from service.loading.build import build_catalogue
from tests.support.releases import change, releases

ADDRESSES = (
    "/v1/elements/Sodium?receipt=true&authority=league&as_of=2024-01-01&detail=full",
    "/v1/check?element=Al&concept=critical&receipt=true",
    "/v1/materials/bauxite?receipt=true&format=csv",
)


@pytest.fixture
def receipts(tiny_seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Give a receipt of each address from two releases; the newer seeds are the service's."""
    found = []
    for number, seeds in zip((0, 1), releases(tiny_seeds, tmp_path), strict=False):
        client = create_app(build_catalogue(seeds)).test_client()
        for index, address in enumerate(ADDRESSES):
            path = tmp_path / f"receipt-{number}-{index}.json"
            path.write_bytes(client.get(address).get_data())
            found.append(path)
        monkeypatch.setenv("ELEMENTS_SEEDS", str(seeds))
    return found


def said(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    out, err = capsys.readouterr()
    return out, err


def test_receipts_of_both_releases_verify_from_the_folder(
    receipts: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hashes = set()
    for path in receipts:
        assert main(["verify", str(path), "--releases", str(tmp_path / "data")]) == 0
        out, err = said(capsys)
        wanted = json.loads(path.read_bytes())
        assert (out, err) == (
            f"equal: {wanted['address']} of data {wanted['data_version']} "
            f"has the SHA-256 {wanted['sha256']}\n",
            "",
        )
        hashes.add(wanted["sha256"])
    assert len(hashes) == 5  # rows of a material say no version, and are the same in both


def test_without_a_folder_the_seeds_of_today_serve(
    receipts: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(receipts[3])]) == 0
    assert said(capsys)[0].startswith("equal: /v1/elements/Na?authority=league")
    assert main(["verify", str(receipts[0])]) == 1
    out, err = said(capsys)
    assert out == ""
    assert "the receipt is of data 2024.6.0 with the digest" in err
    assert "this is data 2024.7.0 with the digest" in err


@pytest.mark.parametrize(
    ("member", "value", "told"),
    [
        ("sha256", "0" * 64, "has the SHA-256"),
        ("address", "/v1/elements/Al", "not equal: /v1/elements/Al of data 2024.6.0"),
        ("address", "/v1/elements/Xx", "/v1/elements/Xx gives 404 NOT FOUND"),
        ("address", "/v1/elements/Na?nothing=1", "gives 422"),
        ("data_digest", "0" * 64, f"with the digest {'0' * 64}"),
        ("data_version", "2024.5.0", "the release of the receipt is needed"),
        ("data_version", "../../etc", "is no receipt"),
        ("address", "https://elsewhere.example/", "is no receipt"),
        ("address", None, "is no receipt"),
    ],
)
def test_a_receipt_that_was_changed_is_not_equal(
    member: str,
    value: str | None,
    told: str,
    receipts: list[Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    receipt = json.loads(receipts[0].read_bytes())
    receipts[0].write_text(json.dumps({**receipt, member: value}))
    assert main(["verify", str(receipts[0]), "--releases", str(tmp_path / "data")]) == 1
    out, err = said(capsys)
    assert out == ""
    assert told in err


def test_another_service_that_writes_other_bytes_is_named(
    receipts: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    receipt = json.loads(receipts[0].read_bytes())
    receipts[0].write_text(json.dumps({**receipt, "sha256": "0" * 64, "version": "0.0.9"}))
    assert main(["verify", str(receipts[0]), "--releases", str(tmp_path / "data")]) == 1
    assert "(the receipt is of service 0.0.9, this is 0.1.0)" in said(capsys)[1]


def test_what_cannot_be_read_is_told(
    receipts: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--releases", str(tmp_path / "data")]
    assert main(["verify", str(tmp_path / "nothing.json"), *folder]) == 1
    assert "No such file" in said(capsys)[1]
    (tmp_path / "text.json").write_text("{")
    assert main(["verify", str(tmp_path / "text.json"), *folder]) == 1
    assert "is no JSON" in said(capsys)[1]
    (tmp_path / "list.json").write_text("[]")
    assert main(["verify", str(tmp_path / "list.json"), *folder]) == 1
    assert "is no receipt" in said(capsys)[1]
    archive = tmp_path / "data/releases/2024.6.0/seeds.zip"
    archive.write_bytes(archive.read_bytes()[:-30])
    assert main(["verify", str(receipts[0]), *folder]) == 1
    assert "is damaged" in said(capsys)[1]


def test_seeds_with_a_fault_are_told(
    receipts: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(tmp_path / "seeds-1/concepts.toml", "definition", "meaning")
    assert main(["verify", str(receipts[3])]) == 1
    assert "concepts.toml" in said(capsys)[1]
