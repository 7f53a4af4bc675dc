"""Files of Parquet, batch by batch."""

from pathlib import Path
from typing import Any

import pytest

from element_classifier.program import main
from tests.library.mentions import MENTIONS, NAMES

pa = pytest.importorskip("pyarrow", reason="element-classifier[arrow] is not installed")
import pyarrow.parquet as pq  # noqa: E402 - skipped where it is missing

from element_classifier import arrow, parquet  # noqa: E402 - likewise


def own() -> Any:
    structs = [{"x": place, "y": [str(place)]} for place in range(len(MENTIONS))]
    table = pa.table({"metal": MENTIONS, "nested": structs})
    return table.replace_schema_metadata({"mine": "kept"})


def run(folder: Path, *more: str) -> int:
    source, target = str(folder / "in.parquet"), str(folder / "out.parquet")
    return main(["classify", source, "-o", target, "--concept", "critical", *more])


@pytest.mark.parametrize("batch", [5, 1000])
def test_own_columns_are_kept_and_ours_appended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(parquet, "_BATCH", batch)
    pq.write_table(own(), tmp_path / "in.parquet", row_group_size=7)
    assert run(tmp_path, "--column", "metal") == 0
    found = pq.read_table(tmp_path / "out.parquet")
    assert found.select(["metal", "nested"]).equals(own())
    assert found.schema.metadata[b"mine"] == b"kept"
    expected = arrow.classify(own(), "metal", "critical")
    for name in NAMES:
        assert found.column(name).to_pylist() == expected.column(name).to_pylist()


def test_a_file_without_rows_is_written_with_our_columns(tmp_path: Path) -> None:
    pq.write_table(own().slice(0, 0), tmp_path / "in.parquet")
    assert run(tmp_path, "--column", "metal") == 0
    assert pq.read_table(tmp_path / "out.parquet").column_names == ["metal", "nested", *NAMES]


def test_a_file_that_is_cut_short_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pq.write_table(own(), tmp_path / "in.parquet")
    body = (tmp_path / "in.parquet").read_bytes()
    for kept in (len(body) // 2, len(body) - 1, 3, 0):
        (tmp_path / "in.parquet").write_bytes(body[:kept])
        assert run(tmp_path, "--column", "metal") == 1
        assert "is no Parquet, or is cut short" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]


def test_a_page_that_is_damaged_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pq.write_table(own(), tmp_path / "in.parquet", compression="zstd")
    body = bytearray((tmp_path / "in.parquet").read_bytes())
    body[4:200] = bytes(196)
    (tmp_path / "in.parquet").write_bytes(body)
    assert run(tmp_path, "--column", "metal") == 1
    assert "cannot be read to its end" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]


@pytest.mark.parametrize(
    ("column", "sentence"),
    [
        ("nested", "The column 'nested' holds struct<x: int64, y: list<"),
        ("metl", "There is no column 'metl'. Did you mean metal?"),
    ],
)
def test_a_column_that_cannot_be_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], column: str, sentence: str
) -> None:
    pq.write_table(own(), tmp_path / "in.parquet")
    assert run(tmp_path, "--column", column) == 2
    assert sentence in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]


def test_a_file_may_be_written_over_itself(tmp_path: Path) -> None:
    path = str(tmp_path / "in.parquet")
    pq.write_table(own(), path)
    assert main(["classify", path, "-o", path, "--column", "metal"]) == 0
    assert pq.read_table(path).column("metal").to_pylist() == MENTIONS
