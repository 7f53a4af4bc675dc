"""The file to classify, and the report of its reading."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class InputFile:
    """The file to read.

    Attributes:
        path: None for standard input.
        format: of the file, and of what is written.
        column: the column of mentions, or in NDJSON the key; without one, NDJSON has a mention a
            line and CSV one column.
        delimiter: of CSV: comma, semicolon, tab or pipe.
        header: of CSV: whether the first line is a head.
    """

    path: Path | None
    format: str
    column: str | None = None
    delimiter: str = "comma"
    header: bool = True

    @property
    def name(self) -> str:
        """The file's name in a message."""
        return str(self.path) if self.path else "standard input"


@dataclass(slots=True)
class FileReport:
    """Counts of what was written, and what is told on the way.

    Attributes:
        outcomes: how many lines had each outcome.
        bad: how many lines could not be read.
        tell: is given a sentence on a bad line.
        advance: is given how far the file is read, and its length: bytes, or of Parquet rows.
    """

    tell: Callable[[str], None]
    advance: Callable[[int, int], None]
    outcomes: Counter[str] = field(default_factory=Counter)
    bad: int = 0
