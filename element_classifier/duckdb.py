"""Columns and tables in DuckDB: ``pip install 'element-classifier[duckdb]'``."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Unpack
from uuid import uuid4

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from element_classifier import arrow
from element_classifier.column_reader import ColumnReader, refuse_missing, refuse_too_many
from element_classifier.filtering import ReadingArguments, Several
from service.tables import TABLES

DATABASE = "elements"


def register(connection: duckdb.DuckDBPyConnection, **arguments: Unpack[ReadingArguments]) -> None:
    """Give a connection the flat tables and the functions.

    The tables are in a database in memory: ``elements.positions``, ``elements.verdicts``,
    ``elements.spellings`` and so on; the columns of spellings are ENUM, but for ``mention``. The
    functions read a text: ``element_outcome(text)``, ``element_symbol(text)``,
    ``element_material(text)`` and ``element_verdict(text, concept)``.

    Args:
        connection: any connection; the file it may have open is not written to.
        arguments: how the functions read and which editions they take; see
            ``element_classifier.ReadingArguments``.

    Raises:
        UnknownIdError, UnknownLanguageError: an argument means nothing that there is.
    """
    connection.execute(f"ATTACH IF NOT EXISTS ':memory:' AS {DATABASE} (READ_WRITE)")
    for each in TABLES:
        table = arrow.table(each.name)
        columns = _numbered(table) if each.name == "spellings" else "*"
        with _registered(connection, table) as name:
            connection.execute(
                f"CREATE OR REPLACE TABLE {DATABASE}.{each.name} AS SELECT {columns} FROM {name}"  # noqa: S608 - names of ours
            )
    reader = ColumnReader(None, arguments)
    for name in ("outcome", "symbol", "material"):
        _add_function(connection, f"element_{name}", 1, _reads(reader, name))
    _add_function(connection, "element_verdict", 2, _verdicts(arguments))


def classify(
    connection: duckdb.DuckDBPyConnection,
    query: str,
    column: str,
    concept: Several | None = None,
    **arguments: Unpack[ReadingArguments],
) -> duckdb.DuckDBPyRelation:
    """Add to the rows of a query what the mentions in one of its columns are.

    Args:
        connection: any connection.
        query: a SELECT, or ``FROM table``.
        column: the column of mentions: text or numbers.
        concept: concepts to give verdicts on.
        arguments: see ``element_classifier.ReadingArguments``.

    Returns:
        The rows with ``outcome``, ``symbol``, ``material``, ``by``, a ``verdict_<concept>`` a
        concept, ``warnings`` and ``problem`` behind their own columns, in any order.

    Raises:
        UnknownIdError: there is no such column, or an argument means nothing that there is.
        ColumnTypeError: the column holds neither text nor numbers.
        ValueError: it has more than ten million distinct values.
    """
    reader = ColumnReader(concept, arguments)
    rows = connection.sql(query)
    refuse_missing(column, rows.columns)
    key = '"' + column.replace('"', '""') + '"'
    distinct = rows.project(key).distinct().to_arrow_table()
    arrow.refuse_unreadable(column, distinct.schema.field(0).type)
    refuse_too_many(distinct.num_rows)
    cells = reader.columns(distinct.column(0).to_pylist(), rows.columns)
    added = pa.table({name: pa.array(values, pa.string()) for name, values in cells.items()})
    value = f"value_{uuid4().hex}"
    answers, view = f"answers_{uuid4().hex}", f"rows_{uuid4().hex}"
    connection.register(answers, added.append_column(value, distinct.column(0)))
    rows.create_view(view)
    return connection.sql(
        f"SELECT r.*, a.* EXCLUDE ({value}) FROM {view} r "  # noqa: S608 - quoted above
        f"LEFT JOIN {answers} a ON r.{key} IS NOT DISTINCT FROM a.{value}"
    )


@contextmanager
def _registered(connection: duckdb.DuckDBPyConnection, table: pa.Table) -> Iterator[str]:
    """Give a table of Arrow a name of its own, for as long as it is needed."""
    name = f"arrow_{uuid4().hex}"
    connection.register(name, table)
    try:
        yield name
    finally:
        connection.unregister(name)


def _numbered(spellings: pa.Table) -> str:
    """Give the columns, all but the mention as ENUM: a join then writes numbers, not texts."""
    columns = []
    for name in spellings.column_names[1:]:
        texts = sorted(set(spellings.column(name).to_pylist()) - {None})  # ENUM sorts by its list
        listed = ", ".join("'" + text.replace("'", "''") + "'" for text in texts)
        columns.append(f"{name}::ENUM({listed}) AS {name}")
    return ", ".join(["mention", *columns])


def _add_function(
    connection: duckdb.DuckDBPyConnection, name: str, parameters: int, function: Any
) -> None:
    with suppress(duckdb.Error):  # there is none before the first time
        connection.remove_function(name)
    connection.create_function(
        name,
        function,
        ["VARCHAR"] * parameters,
        "VARCHAR",
        type="arrow",
        null_handling="special",
    )


def _reads(reader: ColumnReader, name: str) -> Any:
    def read(values: Any) -> Any:
        return _column(reader, values, name)

    return read


def _verdicts(arguments: ReadingArguments) -> Any:
    readers: dict[str, ColumnReader] = {}

    def verdict(values: Any, concepts: Any) -> Any:
        chosen = {text for text in concepts.unique().to_pylist() if text is not None}
        answers = pa.nulls(len(values), pa.string())
        for text in chosen:
            if text not in readers:
                readers[text] = ColumnReader(text, arguments)
            reader = readers[text]
            verdicts = _column(reader, values, f"verdict_{reader.concepts[0]}")
            answers = pc.if_else(pc.equal(concepts, text), verdicts, answers)
        return answers

    return verdict


def _column(reader: ColumnReader, values: Any, name: str) -> Any:
    table = arrow.append(pa.table({"value": values}), "value", reader)
    return table.column(name).combine_chunks().cast(pa.string())
