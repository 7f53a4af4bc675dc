"""Columns of Polars: ``pip install 'element-classifier[polars]'``."""

from typing import Unpack

import polars as pl

from element_classifier.column_reader import ColumnReader, refuse_missing, refuse_too_many
from element_classifier.errors import ColumnTypeError
from element_classifier.filtering import ReadingArguments, Several

_KEY = "element-classifier.value"


def classify(
    frame: pl.DataFrame,
    column: str,
    concept: Several | None = None,
    **arguments: Unpack[ReadingArguments],
) -> pl.DataFrame:
    """Add to a frame what the mentions in one of its columns are.

    Args:
        frame: any data frame.
        column: the column of mentions: text or numbers.
        concept: concepts to give verdicts on.
        arguments: see ``element_classifier.ReadingArguments``.

    Returns:
        The frame with ``outcome``, ``symbol``, ``material``, ``by``, a ``verdict_<concept>`` a
        concept, ``warnings`` and ``problem`` behind its own columns, in its own order.

    Raises:
        UnknownIdError: there is no such column, or an argument means nothing that there is.
        ColumnTypeError: the column holds neither text nor numbers.
        ValueError: it has more than ten million distinct values.
    """
    reader = ColumnReader(concept, arguments)
    refuse_missing(column, frame.columns)
    kind = frame.schema[column]
    if not (kind.is_numeric() or kind in _READABLE):
        raise ColumnTypeError(column, kind)
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


_READABLE = (pl.String, pl.Categorical, pl.Enum, pl.Boolean, pl.Null)
