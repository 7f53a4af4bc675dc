"""Every engine adds the columns that the service adds, in the order of its rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from element_classifier import UnknownIdError, column_reader, table
from element_classifier.errors import ColumnTypeError
from service.tables import TABLES
from tests.library.mentions import MENTIONS, NAMES, over_http

np = pytest.importorskip("numpy")
pa = pytest.importorskip("pyarrow", reason="element-classifier[arrow] is not installed")
pd = pytest.importorskip("pandas", reason="element-classifier[pandas] is not installed")
pl = pytest.importorskip("polars", reason="element-classifier[polars] is not installed")
duckdb = pytest.importorskip("duckdb", reason="element-classifier[duckdb] is not installed")

from element_classifier import arrow as arrow_  # noqa: E402 - skipped where an engine is missing
from element_classifier import duckdb as duckdb_  # noqa: E402 - likewise
from element_classifier import pandas as pandas_  # noqa: E402 - likewise
from element_classifier import polars as polars_  # noqa: E402 - likewise

Columns = dict[str, list[Any]]
Classify = Callable[..., Columns]


def by_arrow(columns: Columns, *asked: Any, **filters: Any) -> Columns:
    found = arrow_.classify(pa.table(columns), *asked, **filters)
    return {name: found.column(name).to_pylist() for name in found.column_names}


def by_arrow_in_chunks(columns: Columns, *asked: Any, **filters: Any) -> Columns:
    whole = pa.table(columns)
    parts = [whole.slice(start, 5) for start in range(0, max(whole.num_rows, 1), 5)]
    found = arrow_.classify(pa.concat_tables(parts), *asked, **filters)
    assert found.column(0).num_chunks == len(parts)
    return {name: found.column(name).to_pylist() for name in found.column_names}


def by_polars(columns: Columns, *asked: Any, **filters: Any) -> Columns:
    found = polars_.classify(pl.DataFrame(columns), *asked, **filters)
    return {name: found[name].to_list() for name in found.columns}


def by_polars_lazily(columns: Columns, *asked: Any, **filters: Any) -> Columns:
    found = polars_.classify(pl.LazyFrame(columns), *asked, **filters)
    assert isinstance(found, pl.LazyFrame)
    made = found.collect()
    assert made.schema == found.collect_schema()
    return {name: made[name].to_list() for name in made.columns}


def by_pandas(columns: Columns, *asked: Any, **filters: Any) -> Columns:
    frame = pd.DataFrame(columns, index=range(100, 100 + len(next(iter(columns.values())))))
    found = pandas_.classify(frame, *asked, **filters)
    assert list(found.index) == list(frame.index)
    return {str(n): [None if pd.isna(v) else v for v in found[n]] for n in found.columns}


def by_duckdb(columns: Columns, *asked: Any, **filters: Any) -> Columns:
    connection = duckdb.connect()
    connection.register("own", pa.table(columns))
    found = duckdb_.classify(connection, "FROM own", *asked, **filters)
    rows = found.order("id").fetchall()
    return {name: [row[place] for row in rows] for place, name in enumerate(found.columns)}


ENGINES = [by_arrow, by_arrow_in_chunks, by_polars, by_polars_lazily, by_pandas, by_duckdb]
each_engine = pytest.mark.parametrize("classify", ENGINES)


def column(values: list[Any], **more: list[Any]) -> Columns:
    return {"id": list(range(len(values))), "metal": values, **more}


@each_engine
def test_every_engine_adds_what_the_service_adds(client: FlaskClient, classify: Classify) -> None:
    found = classify(column(MENTIONS), "metal", "critical")
    assert list(found) == ["id", "metal", *NAMES]
    assert found["metal"] == MENTIONS
    assert found["id"] == list(range(len(MENTIONS)))
    rows = list(zip(*(found[name] for name in NAMES), strict=True))
    # the service's CSV knows no null: an empty cell is an empty text
    of_null = MENTIONS.index(None)
    assert rows[of_null][0] == "missing"
    expected = over_http(client, MENTIONS)
    rows[of_null] = expected[of_null]
    assert rows == expected


@each_engine
def test_numbers_are_atomic_numbers(classify: Classify) -> None:
    assert classify(column([21, 119, None]), "metal")["symbol"] == ["Sc", None, None]
    assert classify(column([21.0, float("nan"), 3.5]), "metal")["outcome"] == [
        *("ok", "missing", "unknown")
    ]


@each_engine
def test_a_name_that_is_taken_gets_a_prefix(classify: Classify) -> None:
    found = classify(column(["Sc"], outcome=["mine"]), "metal")
    assert list(found)[:4] == ["id", "metal", "outcome", "classified_outcome"]
    assert (found["outcome"], found["classified_outcome"]) == (["mine"], ["ok"])


@each_engine
def test_filters_and_formulas_are_heard(classify: Classify) -> None:
    asked = column(["He"]), "metal", "critical"
    assert classify(*asked, authority="EU", as_of="2021-06-30")["verdict_critical"] == ["on-none"]
    assert classify(*asked, authority="EU", as_of="2018-06-30")["verdict_critical"] == ["on-all"]
    assert classify(column(["SmCo5"]), "metal", read_as="formula")["symbol"] == ["Sm;Co"]
    alloy = classify(column(["Ti-6Al-4V"]), "metal", read_as="auto")
    assert (alloy["kind"], alloy["contains"]) == (["composition"], ["Ti=90;Al=6;V=4"])
    heading = classify(column(["Al2O3_pct"]), "metal", read_as="header")
    assert (heading["symbol"], heading["unit"]) == (["Al"], ["%"])
    assert heading["oxide_of"] == ["Al"]


@each_engine
def test_an_empty_column_stays_empty(classify: Classify) -> None:
    empty: Any = {"id": np.array([], "int64"), "metal": np.array([], "str")}
    expected: Columns = {name: [] for name in ("id", "metal", *NAMES)}
    assert classify(empty, "metal", "critical") == expected


@each_engine
def test_a_column_that_is_not_there_or_of_another_type_is_refused(classify: Classify) -> None:
    with pytest.raises(UnknownIdError, match=r"no column 'metl'\. Did you mean metal"):
        classify(column(["Sc"]), "metl")
    with pytest.raises(ColumnTypeError, match=r"'metal' holds .*text and numbers can be read"):
        classify({"id": [0], "metal": pd.to_datetime(["2020-01-01"])}, "metal")


@pytest.mark.parametrize("classify", [each for each in ENGINES if each != by_polars_lazily])
def test_distinct_values_have_a_limit(classify: Classify, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_reader, "DISTINCT_LIMIT", 2)
    assert classify(column(["Sc", "Y", "Sc"]), "metal")["symbol"] == ["Sc", "Y", "Sc"]
    with pytest.raises(ValueError, match="3 distinct values are more than 2: is it the right"):
        classify(column(["Sc", "Y", "La"]), "metal")


def test_pandas_keeps_values_apart_that_are_equal_in_python() -> None:
    frame = pd.DataFrame({"metal": pd.Series([1, True, 1.0, "1", [1], None], dtype=object)})
    found = pandas_.classify(frame, "metal")
    assert list(found["outcome"]) == ["ok", "invalid", "ok", "ok", "invalid", "missing"]


def test_a_lazy_frame_of_polars_is_read_as_it_streams(tmp_path: Any) -> None:
    rows = 300_000  # more than one batch
    metals = pl.Series("metal", MENTIONS)
    frame = pl.DataFrame({"id": range(rows)}).with_columns(
        metals.gather(pl.int_range(rows, eager=True) % len(MENTIONS))
    )
    frame.write_parquet(tmp_path / "in.parquet")
    lazy = polars_.classify(pl.scan_parquet(tmp_path / "in.parquet"), "metal", "critical")
    expected = polars_.classify(frame, "metal", "critical")
    assert lazy.collect(engine="streaming").equals(expected)
    scandium = lazy.filter(pl.col("symbol") == "Sc").select("id", "metal").collect()
    assert scandium.equals(expected.filter(pl.col("symbol") == "Sc").select("id", "metal"))
    with pytest.raises(UnknownIdError, match=r"no column 'metl'\. Did you mean metal"):
        polars_.classify(lazy, "metl")


def test_a_dictionary_of_arrow_is_read_as_its_values() -> None:
    values = pa.array(["Sc", None, "Sc"]).dictionary_encode()
    found = arrow_.classify(pa.table({"metal": values}), "metal")
    assert found.column("symbol").to_pylist() == ["Sc", None, "Sc"]


def test_a_reader_that_has_forgotten_reads_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_reader, "REMEMBERED", 2)
    reader = column_reader.ColumnReader(None, {})
    assert [reader.row(each)[1] for each in ("Sc", "Y", "La", "Sc")] == ["Sc", "Y", "La", "Sc"]


def test_a_file_that_duckdb_has_open_to_read_gets_the_tables_and_the_functions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "own.duckdb")
    duckdb.connect(path).execute("CREATE TABLE own AS SELECT 'cu_ppm' AS metal").close()
    connection = duckdb.connect(path, read_only=True, config={"threads": 1})
    duckdb_.register(connection, authority="EU")
    monkeypatch.setattr(duckdb_, "TABLES", TABLES[:1])
    duckdb_.register(connection, authority="EU", as_of="2021-06-30")
    count = connection.sql("SELECT count(*) FROM elements.positions").fetchall()
    assert count == [(len(table("positions")),)]
    row = connection.sql(
        "SELECT element_outcome(m), element_symbol(m), element_material(m),"
        " element_verdict(m, c) FROM (VALUES ('He', 'critical'), ('zz', 'Critical'),"
        " ('graphite', NULL), (NULL, 'critical'), ('Sc', NULL)) AS t(m, c)"
    ).fetchall()
    assert row == [
        ("ok", "He", None, "on-none"),
        ("unknown", None, None, None),
        ("ok", None, "graphite", None),
        ("missing", None, None, None),
        ("ok", "Sc", None, None),
    ]
    joined = connection.sql(
        "SELECT s.symbol FROM own JOIN elements.spellings s ON s.mention = metal"
    ).fetchall()
    assert joined == [("Cu",)]


def test_the_spellings_in_duckdb_are_numbers_that_read_and_sort_as_texts() -> None:
    connection = duckdb.connect()
    duckdb_.register(connection)
    spellings = connection.sql("FROM elements.spellings")
    assert [str(each).partition("(")[0] for each in spellings.types] == ["VARCHAR", *["ENUM"] * 6]
    rows = [tuple(row.values()) for row in table("spellings")]
    assert spellings.fetchall() == rows
    symbols = connection.sql("SELECT DISTINCT symbol FROM elements.spellings ORDER BY symbol")
    assert symbols.fetchall() == [
        (each,) for each in sorted({row[2] for row in rows if row[2]})
    ] + [(None,)]
    none = connection.sql("SELECT count(*) FROM elements.spellings WHERE outcome = 'mine'")
    assert none.fetchall() == [(0,)]
    joined = connection.sql(
        "SELECT count(*) FROM elements.spellings JOIN elements.elements USING (symbol)"
    )
    assert joined.fetchall() == [(sum(row[2] is not None for row in rows),)]
