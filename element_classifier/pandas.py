"""Columns of pandas: ``pip install 'element-classifier[pandas]'``."""

from typing import Any, Unpack

import pandas as pd

from element_classifier.column_reader import ColumnReader, refuse_missing, refuse_too_many
from element_classifier.errors import ColumnTypeError
from element_classifier.filtering import ReadingArguments, Several
from service.answers.batch import key_of


def classify(
    frame: pd.DataFrame,
    column: str,
    concept: Several | None = None,
    **arguments: Unpack[ReadingArguments],
) -> pd.DataFrame:
    """Add to a frame what the mentions in one of its columns are.

    Read tables with ``keep_default_na=False``, or pandas takes sodium for a missing value.

    Args:
        frame: any data frame.
        column: the column of mentions: text or numbers, also mixed.
        concept: concepts to give verdicts on.
        arguments: see ``element_classifier.ReadingArguments``.

    Returns:
        The frame with ``outcome``, ``symbol``, ``material``, ``by``, a ``verdict_<concept>`` a
        concept, ``warnings`` and ``problem`` behind its own columns, as categories.

    Raises:
        UnknownIdError: there is no such column, or an argument means nothing that there is.
        ColumnTypeError: the column holds neither text nor numbers.
        ValueError: it has more than ten million distinct values.
    """
    reader = ColumnReader(concept, arguments)
    refuse_missing(column, [str(name) for name in frame.columns])
    codes, distinct = _factorized(frame[column])
    refuse_too_many(len(distinct))
    added = {}
    for name, cells in reader.columns(distinct, [str(each) for each in frame.columns]).items():
        words = pd.Categorical(cells)
        taken = words.codes.take(codes)
        added[name] = pd.Series(
            pd.Categorical.from_codes(taken, dtype=words.dtype), index=frame.index
        )
    return frame.assign(**added)


def _factorized(column: Any) -> tuple[Any, list[Any]]:
    """Give the codes of values, and the distinct values."""
    if column.dtype.kind in "mM" or isinstance(column.dtype, pd.PeriodDtype | pd.IntervalDtype):
        raise ColumnTypeError(column.name, column.dtype)
    if column.dtype != object:
        codes, distinct = pd.factorize(column, use_na_sentinel=False)
        return codes, distinct.tolist()
    # 1 and True are one value to pandas, and a list is none
    places: dict[Any, int] = {}
    values = column.tolist()
    codes = [places.setdefault(key_of(value), len(places)) for value in values]
    first = dict(zip(reversed(codes), reversed(values), strict=True))
    return codes, [first[code] for code in range(len(places))]
