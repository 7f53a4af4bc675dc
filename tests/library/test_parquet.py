"""Files of Parquet, batch by batch."""

from pathlib import Path
from typing import Any

import pytest

from tests.library.conftest import Command, Done
from tests.library.mentions import MENTIONS, NAMES

pa = pytest.importorskip("pyarrow", reason="element-classifier[arrow] is not installed")
import pyarrow.parquet as pq  # noqa: E402 - skipped where it is missing

from element_classifier import arrow, parquet  # noqa: E402 - likewise


def own() -> Any:
    structs = [{"x": place, "y": [str(place)]} for place in range(len(MENTIONS))]
    table = pa.table({"metal": MENTIONS, "nested": structs})
    return table.replace_schema_metadata({"mine": "kept"})


def classified(command: Command, column: str = "metal", target: str = "out.parquet") -> Done:
    asked = ("--concept", "critical", "--column", column)
    return command("classify", "in.parquet", "-o", target, *asked)


@pytest.mark.parametrize("batch", [5, 1000])
def test_own_columns_are_kept(
    command: Command, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(parquet, "_BATCH", batch)
    pq.write_table(own(), "in.parquet", row_group_size=7)
    assert classified(command).code == 0
    found = pq.read_table("out.parquet")
    assert found.select(["metal", "nested"]).equals(own())
    assert found.schema.metadata[b"mine"] == b"kept"
    expected = arrow.classify(own(), "metal", "critical")
    for name in NAMES:
        assert found.column(name).to_pylist() == expected.column(name).to_pylist()


def test_a_file_without_rows_is_written_over_itself_with_our_columns(command: Command) -> None:
    pq.write_table(own().slice(0, 0), "in.parquet")
    assert classified(command, target="in.parquet").code == 0
    assert pq.read_table("in.parquet").column_names == ["metal", "nested", *NAMES]


@pytest.mark.parametrize("end", [500, -1, 3, 0])
def test_a_file_that_is_cut_short_is_told(command: Command, end: int) -> None:
    pq.write_table(own(), "in.parquet")
    body = Path("in.parquet").read_bytes()
    Path("in.parquet").write_bytes(body[:end])
    done = classified(command)
    assert (done.code, "is no Parquet, or is cut short" in done.told) == (1, True)
    assert not Path("out.parquet").exists()


def test_a_page_that_is_damaged_leaves_no_file(command: Command) -> None:
    pq.write_table(own(), "in.parquet", compression="zstd")
    body = bytearray(Path("in.parquet").read_bytes())
    body[4:200] = bytes(196)
    Path("in.parquet").write_bytes(body)
    done = classified(command)
    assert (done.code, "cannot be read to its end" in done.told) == (1, True)
    assert [path.name for path in Path.cwd().iterdir()] == ["in.parquet"]


@pytest.mark.parametrize(
    ("column", "sentence"),
    [
        ("nested", "The column 'nested' holds struct<x: int64, y: list<"),
        ("metl", "There is no column 'metl'. Did you mean metal?"),
    ],
)
def test_a_column_that_cannot_be_read_is_told(command: Command, column: str, sentence: str) -> None:
    pq.write_table(own(), "in.parquet")
    done = classified(command, column)
    assert (done.code, sentence in done.told) == (2, True)
    assert [path.name for path in Path.cwd().iterdir()] == ["in.parquet"]
