"""Tables -> files: CSV, NDJSON, SQLite and Parquet."""

import csv
import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from service.catalogue import Catalogue
from service.tables.flat_table import FlatTable, Reference, references

_SQL = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


def write_csv(table: FlatTable, catalogue: Catalogue, path: Path) -> None:
    """Write a table as CSV by RFC 4180, in UTF-8, its head first; a null is an empty cell."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.name for column in table.columns])
        for row in table.rows(catalogue):
            writer.writerow([_plain(value) for value in row])


def _plain(value: object) -> object:
    return ("true" if value else "false") if isinstance(value, bool) else value


def write_ndjson(table: FlatTable, catalogue: Catalogue, path: Path) -> None:
    """Write a table as one JSON object a line."""
    names = [column.name for column in table.columns]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in table.rows(catalogue):
            file.write(json_line(dict(zip(names, row, strict=True))))


def json_line(record: Mapping[str, Any]) -> str:
    """Write one object as a line of NDJSON."""
    return json.dumps(record, ensure_ascii=False) + "\n"


def write_sqlite(tables: Iterable[FlatTable], catalogue: Catalogue, path: Path) -> None:
    """Write tables into one SQLite database, with primary and foreign keys.

    A key that may hold a null is an index.
    """
    every = list(tables)
    links = references(every)
    with sqlite3.connect(path) as database:
        for table in every:
            database.execute(_definition(table, links[table.name]))
            marks = ", ".join("?" for _ in table.columns)
            rows = ([_text(value) for value in row] for row in table.rows(catalogue))
            database.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)  # noqa: S608 - names of ours
            if not table.primary_key:
                database.execute(
                    f'CREATE INDEX "{table.name}_key" ON "{table.name}" ({_quoted(table.key)})'
                )
    database.close()


def _definition(table: FlatTable, links: Iterable[Reference]) -> str:
    parts = []
    for column in table.columns:
        null = " NOT NULL" if column.name in table.primary_key else ""
        parts.append(f'"{column.name}" {_SQL.get(column.type, "TEXT")}{null}')
    if table.primary_key:
        parts.append(f"PRIMARY KEY ({_quoted(table.primary_key)})")
    for link in links:
        parts.append(f'FOREIGN KEY ("{link.column}") REFERENCES "{link.table}" ("{link.key}")')
    # by its primary key a table is a tenth smaller: the key is held once
    by_key = " WITHOUT ROWID" if table.primary_key else ""
    return f'CREATE TABLE "{table.name}" ({", ".join(parts)}){by_key}'


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _text(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def arrow_table(table: FlatTable, catalogue: Catalogue) -> Any:
    """Make a table of Arrow.

    Raises:
        ImportError: the optional dependency ``element-classifier[parquet]`` is missing.
    """
    import pyarrow as pa

    types = {"integer": pa.int32(), "number": pa.float64(), "boolean": pa.bool_()}
    schema = pa.schema(
        [
            pa.field(c.name, types.get(c.type, pa.string()), metadata={"comment": c.description})
            for c in table.columns
        ]
    )
    names = [column.name for column in table.columns]
    rows = ([_text(value) for value in row] for row in table.rows(catalogue))
    records = [dict(zip(names, row, strict=True)) for row in rows]
    return pa.Table.from_pylist(records, schema)


def write_parquet(table: FlatTable, catalogue: Catalogue, path: Path) -> None:
    """Write a table as Parquet.

    Raises:
        ImportError: the optional dependency ``element-classifier[parquet]`` is missing.
    """
    import pyarrow.parquet as pq

    pq.write_table(arrow_table(table, catalogue), path, compression="zstd")
