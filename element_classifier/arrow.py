"""Columns of Arrow: ``pip install 'element-classifier[arrow]'``."""

from typing import Any, Unpack

import pyarrow as pa

from element_classifier.column_reader import ColumnReader, refuse_missing, refuse_too_many
from element_classifier.errors import ColumnTypeError, checked
from element_classifier.filtering import ReadingArguments, Several
from element_classifier.loaded import loaded
from service.tables import TABLES
from service.tables.formats import arrow_table

_READABLE = (
    *(pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view),
    *(pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal),
    *(pa.types.is_boolean, pa.types.is_null),
)


def classify(
    table: pa.Table,
    column: str,
    concept: Several | None = None,
    **arguments: Unpack[ReadingArguments],
) -> pa.Table:
    """Add to a table what the mentions in one of its columns are.

    Args:
        table: any table.
        column: the column of mentions: text or numbers.
        concept: concepts to give verdicts on.
        arguments: see ``element_classifier.ReadingArguments``.

    Returns:
        The table with ``outcome``, ``symbol``, ``material``, ``by``, a ``verdict_<concept>`` a
        concept, ``warnings`` and ``problem`` behind its own columns, as dictionaries.

    Raises:
        UnknownIdError: there is no such column, or an argument means nothing that there is.
        ColumnTypeError: the column holds neither text nor numbers.
        ValueError: it has more than ten million distinct values.
    """
    return append(table, column, ColumnReader(concept, arguments))


def table(name: str) -> pa.Table:
    """Give a flat table, such as ``positions``, ``verdicts`` or ``spellings``.

    Raises:
        UnknownIdError: there is no such table.
    """
    by_name = {each.name: each for each in TABLES}
    return arrow_table(by_name[checked("table", name, by_name)], loaded().catalogue)


def append(table: pa.Table, column: str, reader: ColumnReader) -> pa.Table:
    """Add the columns that a reader makes of one column, as ``classify`` does."""
    refuse_missing(column, table.column_names)
    refuse_unreadable(column, table.schema.field(column).type)
    encoded = _encoded(table.column(column))
    distinct = encoded.chunk(0).dictionary if encoded.num_chunks else pa.array([], pa.string())
    refuse_too_many(len(distinct))
    # a null has no place in a dictionary: it is read as one more value
    places = [chunk.indices.fill_null(len(distinct)) for chunk in encoded.chunks]
    for name, cells in reader.columns([*distinct.to_pylist(), None], table.column_names).items():
        words = pa.array(cells, pa.string()).dictionary_encode()
        chunks = [
            pa.DictionaryArray.from_arrays(words.indices.take(each), words.dictionary)
            for each in places
        ]
        table = table.append_column(name, pa.chunked_array(chunks, words.type))
    return table


def refuse_unreadable(column: str, type_: Any) -> None:
    """Refuse a column of another type than text or numbers.

    Raises:
        ColumnTypeError: the column is of another type.
    """
    values = type_.value_type if pa.types.is_dictionary(type_) else type_
    if not any(is_one(values) for is_one in _READABLE):
        raise ColumnTypeError(column, type_)


def _encoded(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_null(column.type):
        column = column.cast(pa.string())
    return column.dictionary_encode().unify_dictionaries()
