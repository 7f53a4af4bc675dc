"""Files that are there whole or not at all: written beside, then renamed."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def whole_file(target: Path | None) -> Iterator[IO[bytes]]:
    """Open a file to write, which gets its name only when all is written.

    Args:
        target: the file; None for standard output. A device or a pipe is written to directly.

    Raises:
        OSError: it cannot be written.
    """
    if target is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
