"""Files with a column of mentions, classified as they stream by: CSV, NDJSON and Parquet."""

import codecs
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

import orjson

from element_classifier.column_reader import REMEMBERED, ColumnReader
from element_classifier.errors import FileFormatError, unknown
from element_classifier.file_job import FileReport, InputFile
from element_classifier.whole_file import whole_file
from service.answers import mentions
from service.answers.encoding import Json, encode
from service.columns.lines import (
    DELIMITERS,
    BadLine,
    ColumnError,
    Line,
    csv_table,
    json_value,
    raw_lines,
)
from service.columns.writers import CsvWriter, NdjsonWriter, Writer, classified
from service.mentions import Outcome

FORMATS = ("csv", "ndjson", "parquet")
_SUFFIXES = {".csv": "csv", ".tsv": "csv", ".txt": "csv", ".ndjson": "ndjson"}
_SUFFIXES |= {".jsonl": "ndjson", ".parquet": "parquet", ".pq": "parquet"}
_SEARCHED = 100
"""Lines of NDJSON in which the key must be found once."""
_TOLD = 20
"""Bad lines that are told one by one."""
_EVERY = 4_096
"""Lines between two reports of progress."""


def format_of(path: Path | None, named: str | None) -> str:
    """Give the format of a file: the one named, or that of its suffix.

    Raises:
        ColumnError: the suffix tells none.
    """
    suffix = path.suffix.lower() if path else ""
    if named is None and suffix not in _SUFFIXES:
        raise ColumnError(f"{path or 'standard input'} may be {', '.join(FORMATS)}.", "format")
    return named or _SUFFIXES[suffix]


def classify_file(
    source: InputFile, target: Path | None, reader: ColumnReader, report: FileReport
) -> None:
    """Write a file anew with the outcomes of its mentions behind its own columns.

    Memory stays the same however long the file is.

    Args:
        source: the file.
        target: what to write; None for standard output. It is written whole or not at all.
        reader: reads the mentions.
        report: is told of progress and of bad lines.

    Raises:
        ColumnError, UnknownIdError, ColumnTypeError: no such column, or one that cannot be read.
        FileFormatError: the file is not of its format.
        OSError: it cannot be read, or there is no room to write.
    """
    if source.format == "parquet":
        # pyarrow is an extra, and takes a moment to import
        from element_classifier.parquet import classify_parquet

        classify_parquet(source, target, reader, report)
        return
    with source.path.open("rb") if source.path else _standard_input() as file:
        lines, writer = _opened(source, _text_only(file), reader)
        with whole_file(target) as out:
            out.write(writer.head)
            for number, (line, outcome, body) in enumerate(
                classified(lines, reader.records, writer, REMEMBERED), start=1
            ):
                out.write(body)
                report.outcomes[outcome] += 1
                bad = writer.value(line.raw) if outcome == Outcome.INVALID else None
                if isinstance(bad, BadLine):
                    _tell_bad(report, f"{source.name}:{line.number}: {bad.detail}")
                if number % _EVERY == 0 and source.path:
                    report.advance(file.tell(), source.path.stat().st_size)


def _standard_input() -> IO[bytes]:
    return open(sys.stdin.fileno(), "rb", closefd=False)


def _tell_bad(report: FileReport, sentence: str) -> None:
    report.bad += 1
    if report.bad <= _TOLD:
        report.tell(sentence)
    elif report.bad == _TOLD + 1:
        report.tell("Further bad lines are counted, not told.")


def _text_only(file: Any) -> IO[bytes]:
    """Pass over a byte order mark, and refuse what is no UTF-8 text."""
    start = file.peek(4)[:4]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in start:
        raise FileFormatError("The file is UTF-16 or no text: save it as UTF-8.")
    if start.startswith(b"PAR1"):
        raise FileFormatError("The file is Parquet: say --format parquet.")
    if start.startswith(codecs.BOM_UTF8):
        file.read(len(codecs.BOM_UTF8))
    opened: IO[bytes] = file
    return opened


def _opened(
    source: InputFile, file: IO[bytes], reader: ColumnReader
) -> tuple[Iterable[Line], Writer]:
    if source.format == "csv":
        delimiter = DELIMITERS[source.delimiter]
        table = csv_table(file, source.column, delimiter, header=source.header)
        return table.lines, CsvWriter(table, reader.concepts, delimiter, reader.kind)
    if source.column is None:
        return raw_lines(file), NdjsonWriter("line")
    return _objects(raw_lines(file), source.column), ObjectWriter(reader)


def _objects(lines: Iterator[Line], key: str) -> Iterator[Line]:
    """Give the lines with the value under a key, and the object as their only cell."""
    parsed = (_parsed(line, key) for line in lines)
    first = list(islice(parsed, _SEARCHED))
    objects = [line.cells[0] for line in first if line.cells]
    if objects and not any(key in each.keys for each in objects):
        raise unknown("column", key, objects[0].keys)
    return chain(first, parsed)


@dataclass(frozen=True, slots=True)
class _Object:
    """A JSON object as it came, and its keys."""

    text: bytes
    keys: tuple[str, ...]


def _parsed(line: Line, key: str) -> Line:
    record = line.raw if isinstance(line.raw, BadLine) else json_value(line.raw)
    if isinstance(record, BadLine):
        return Line(line.number, record)
    if not isinstance(record, dict):
        return Line(line.number, BadLine("Not a JSON object."))
    value = record.get(key)
    # as a text, 1 and true are different values
    raw = value if isinstance(value, str) else encode(value)
    return Line(line.number, raw, (_Object(line.raw.strip(), tuple(record)),))


class ObjectWriter(Writer):
    """NDJSON objects: the user's own members as they came, and ours behind them."""

    head = b""

    def __init__(self, reader: ColumnReader) -> None:
        self._reader = reader
        self._names = reader.names(())

    def value(self, raw: Any) -> Any:
        """Give the value under the key."""
        return orjson.loads(raw) if isinstance(raw, bytes) else raw

    def body(self, record: Json) -> bytes:
        """Write the members of a record, from the first on."""
        return encode(dict(zip(self._names, self._cells(record), strict=True)))[1:]

    def line(self, line: Line, body: bytes) -> bytes:
        """Write an object with the members of its record; of a bad line, these alone."""
        if not line.cells:
            return b"{" + body
        own: _Object = line.cells[0]
        if taken := set(own.keys).intersection(self._names):
            for name in taken:
                body = body.replace(
                    b'"%s":' % name.encode(), b'"classified_%s":' % name.encode(), 1
                )
        return own.text[:-1] + (b"," if own.keys else b"") + body

    def _cells(self, record: Json) -> list[Any]:
        return [cell or None for cell in mentions.line_cells(record, self._reader.kind)]
