"""Columns of Spark: ``pip install 'element-classifier[spark]'``, on the workers, too."""

from collections.abc import Iterable, Iterator
from typing import Any, Unpack

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.functions import broadcast
from pyspark.sql.types import StringType, StructField, StructType

from element_classifier import arrow, table
from element_classifier.column_reader import ColumnReader, refuse_missing
from element_classifier.filtering import ReadingArguments, Several


def classify(
    frame: DataFrame,
    column: str,
    concept: Several | None = None,
    **arguments: Unpack[ReadingArguments],
) -> DataFrame:
    """Add to a frame what the mentions in one of its columns are.

    Each partition is read in batches of Arrow, and each distinct value of a partition once.

    Args:
        frame: any data frame.
        column: the column of mentions: text or numbers.
        concept: concepts to give verdicts on.
        arguments: see ``element_classifier.ReadingArguments``.

    Returns:
        The frame with ``outcome``, ``symbol``, ``material``, ``by``, a ``verdict_<concept>`` a
        concept, ``warnings`` and ``problem`` behind its own columns.

    Raises:
        UnknownIdError: there is no such column, or an argument means nothing that there is.
        ColumnTypeError: in a task, if the column holds neither text nor numbers.
    """
    refuse_missing(column, frame.columns)
    names = ColumnReader(concept, arguments).names(frame.columns)
    added = [StructField(name, StringType()) for name in names]

    def read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        reader = ColumnReader(concept, arguments)
        for batch in batches:
            rows = arrow.append(pa.Table.from_batches([batch]), column, reader)
            for name in names:
                place = rows.column_names.index(name)
                rows = rows.set_column(place, name, rows.column(name).cast(pa.string()))
            yield from rows.to_batches()

    return frame.mapInArrow(read, StructType([*frame.schema.fields, *added]))


def join_spellings(frame: DataFrame, column: str) -> DataFrame:
    """Join a frame with the table of spellings, which goes to every worker.

    It takes no Python on the workers. A mention that is not in the table gets nulls:
    ``classify`` reads any.

    Args:
        frame: any data frame.
        column: the column of mentions, as text.

    Returns:
        The frame with the columns of ``spellings`` but ``mention`` behind its own.

    Raises:
        UnknownIdError: there is no such column.
    """
    refuse_missing(column, frame.columns)
    rows = table("spellings")
    names = list(rows[0])
    types = StructType([StructField(name, StringType()) for name in names])
    session: Any = frame.sparkSession
    spellings = session.createDataFrame([tuple(row.values()) for row in rows], types)
    joined = frame.join(broadcast(spellings), frame[column] == spellings["mention"], "left")
    return joined.drop(spellings["mention"])
