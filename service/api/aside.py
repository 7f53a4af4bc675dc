"""An answer that waits for its client: on the disk where it is large, or many would fill memory."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import IO

from service.api.bodies import CHUNK, IN_MEMORY, room


def aside(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Write an answer whole, whatever its client takes, and give it from where it was put.

    Raises:
        NoRoomError: the disk is full.
    """
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - returned
    try:
        with room():
            file.writelines(pieces)
            file.seek(0)
    except BaseException:
        # what could not be written is tried once more by close
        with suppress(OSError):
            file.close()
        raise
    return _from(file)


def _from(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        yield from iter(partial(file.read, CHUNK), b"")
