"""Files of Parquet, classified batch by batch."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from element_classifier import arrow
from element_classifier.column_reader import ColumnReader, refuse_missing
from element_classifier.errors import FileFormatError
from element_classifier.file_job import FileReport, InputFile
from element_classifier.whole_file import whole_file
from service.columns.lines import ColumnError

_BATCH = 131_072


def classify_parquet(
    source: InputFile, target: Path | None, reader: ColumnReader, report: FileReport
) -> None:
    """Write a file of Parquet anew with the outcomes of its mentions, as ``classify_file`` does.

    Raises:
        ColumnError, UnknownIdError, ColumnTypeError: no such column, or one that cannot be read.
        FileFormatError: the file is no Parquet, or is cut short.
        OSError: it cannot be read, or there is no room to write.
    """
    if source.path is None:
        raise FileFormatError("Parquet is read from a file, not from standard input.")
    if source.column is None:
        raise ColumnError("Say which column holds the mentions.", "column")
    with source.path.open("rb") as raw:
        file = _opened(raw, source.path)
        refuse_missing(source.column, file.schema_arrow.names)
        arrow.refuse_unreadable(source.column, file.schema_arrow.field(source.column).type)
        _write(file, source, target, reader, report)


def _opened(raw: Any, path: Path) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(raw)
    except pa.ArrowException as error:
        raise FileFormatError(f"{path} is no Parquet, or is cut short: {error}") from None


def _write(
    file: Any, source: InputFile, target: Path | None, reader: ColumnReader, report: FileReport
) -> None:
    empty = arrow.append(file.schema_arrow.empty_table(), source.column or "", reader)
    outcome = reader.names(file.schema_arrow.names)[0]
    rows = 0
    with whole_file(target) as out, pq.ParquetWriter(out, empty.schema) as writer:
        for batch in _batches(file, source):
            table = arrow.append(pa.Table.from_batches([batch]), source.column or "", reader)
            writer.write_table(table.cast(empty.schema))
            for row in table.column(outcome).value_counts().to_pylist():
                report.outcomes[row["values"]] += row["counts"]
            rows += batch.num_rows
            report.advance(rows, file.metadata.num_rows)


def _batches(file: Any, source: InputFile) -> Iterator[pa.RecordBatch]:
    try:
        yield from file.iter_batches(batch_size=_BATCH)
    except (pa.ArrowException, OSError) as error:
        raise FileFormatError(f"{source.name} cannot be read to its end: {error}") from error
