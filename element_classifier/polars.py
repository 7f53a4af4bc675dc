"""Columns of Polars: ``pip install 'element-classifier[polars]'``."""

from functools import partial
from typing import TypeVar, Unpack

import polars as pl

from element_classifier.column_reader import ColumnReader, refuse_missing, refuse_too_many
from element_classifier.errors import ColumnTypeError
from element_classifier.filtering import ReadingArguments, Several

_KEY = "element-classifier.value"
_READABLE = (pl.String, pl.Categorical, pl.Enum, pl.Boolean, pl.Null)
Frame = TypeVar("Frame", pl.DataFrame, pl.LazyFrame)


def classify(
    frame: Frame,
    column: str,
    concept: Several | None = None,
    **arguments: Unpack[ReadingArguments],
) -> Frame:
    """Add to a frame what the mentions in one of its columns are.

    A lazy frame stays lazy, and the streaming engine reads it batch by batch.

    Args:
        frame: any data frame, or a lazy one.
        column: the column of mentions: text or numbers.
        concept: concepts to give verdicts on.
        arguments: see ``element_classifier.ReadingArguments``.

    Returns:
        The frame with ``outcome``, ``symbol``, ``material``, ``by``, a ``verdict_<concept>`` a
        concept, ``warnings`` and ``problem`` behind its own columns, in its own order.

    Raises:
        UnknownIdError: there is no such column, or an argument means nothing that there is.
        ColumnTypeError: the column holds neither text nor numbers.
        ValueError: it has more than ten million distinct values; a lazy frame may have more.
    """
    reader = ColumnReader(concept, arguments)
    schema = frame.collect_schema()
    refuse_missing(column, schema.names())
    kind = schema[column]
    if not (kind.is_numeric() or kind in _READABLE):
        raise ColumnTypeError(column, kind)
    append = partial(_append, column=column, reader=reader)
    if isinstance(frame, pl.DataFrame):
        return append(frame)
    added = dict.fromkeys(reader.names(schema.names()), pl.String)
    return frame.map_batches(append, schema={**schema, **added}, streamable=True)


def _append(frame: pl.DataFrame, column: str, reader: ColumnReader) -> pl.DataFrame:
    distinct = frame[column].unique(maintain_order=True)
    refuse_too_many(len(distinct))
    cells = reader.columns(distinct.to_list(), frame.columns)
    schema = dict.fromkeys(cells, pl.String)
    answers = pl.DataFrame(cells, schema).with_columns(distinct.alias(_KEY))
    return frame.join(
        answers,
        left_on=column,
        right_on=_KEY,
        how="left",
        nulls_equal=True,
        maintain_order="left",
    )
