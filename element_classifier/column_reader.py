"""Distinct values of a column -> the columns that are added to it: every adapter calls this."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from element_classifier.choosing import chosen, reading_options
from element_classifier.errors import checked
from element_classifier.filtering import ReadingArguments, Several
from element_classifier.loaded import loaded
from element_classifier.plain import plain
from service.answers import mentions
from service.answers.batch import key_of
from service.columns.writers import LineRecords

DISTINCT_LIMIT = 10_000_000
"""Most distinct values of one column in memory."""
REMEMBERED = 50_000
"""Different values of a column whose answers are kept."""
Row = tuple[str | None, ...]


class ColumnReader:
    """Reads each distinct value of a column once.

    The added columns are ``outcome``, ``symbol``, ``material``, ``by``, a ``verdict_<concept>`` a
    concept, ``warnings`` and ``problem``; ``read_as`` may add more. The first 50 different unknown
    values get suggestions.

    Attributes:
        concepts: ids of the concepts with verdicts.
        kind: of the values.
        records: makes the records of values, as the service does for the lines of a file.
    """

    def __init__(self, concept: Several | None, arguments: ReadingArguments) -> None:
        """Choose the editions, the concepts and the way of reading.

        Raises:
            UnknownIdError, UnknownLanguageError: an argument means nothing that there is.
        """
        data = loaded()
        view, concepts = chosen(concept, arguments, ReadingArguments)
        options = reading_options(arguments)
        self.concepts = concepts or []
        self.kind = options.kind
        self.records = LineRecords(data.reader, view, concepts, options)
        self._rows: dict[Hashable, Row] = {}

    def names(self, taken: Sequence[str]) -> list[str]:
        """Give the names of the added columns, in order; a name that is taken gets a prefix."""
        return mentions.line_head(self.concepts, taken, self.kind)

    def row(self, value: Any) -> Row:
        """Give the added cells for one value; the last values are remembered."""
        value = plain(value)
        key = key_of(value)
        row = self._rows.get(key)
        if row is None:
            if len(self._rows) >= REMEMBERED:  # threads may have passed it
                self._rows.clear()
            record, _ = self.records.record(value)
            cells = mentions.line_cells(record, self.kind)
            row = tuple(str(cell) if cell else None for cell in cells)
            self._rows[key] = row
        return row

    def columns(self, distinct: Sequence[Any], taken: Sequence[str]) -> dict[str, list[str | None]]:
        """Give the added columns for distinct values, a cell a value."""
        names = self.names(taken)
        cells: list[list[str | None]] = [[] for _ in names]
        for value in distinct:
            for column, cell in zip(cells, self.row(value), strict=True):
                column.append(cell)
        return dict(zip(names, cells, strict=True))


def refuse_too_many(distinct: int) -> None:
    """Refuse more distinct values than the limit, which bounds the memory.

    Raises:
        ValueError: there are more.
    """
    if distinct > DISTINCT_LIMIT:
        raise ValueError(
            f"{distinct:,} distinct values are more than {DISTINCT_LIMIT:,}: is it the right "
            "column? The command element-classifier classify reads any number from a file."
        )


def refuse_missing(column: str, names: Iterable[str]) -> None:
    """Refuse a column that is not there.

    Raises:
        UnknownIdError: it is not, with the nearest that are.
    """
    checked("column", column, names)
