"""An answer that waits for its client: on the disk where it is large, or many would fill memory."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import IO

from service.api.bodies import CHUNK, IN_MEMORY, room


def aside(pieces: Iterable[bytes]) -> Iterable[bytes]:
    """Write an answer whole, whatever its client takes, and give it from where it was put.

    Returns:
        One piece in a list where it is small, so that its length is known; else as many as it has.

    Raises:
        NoRoomError: the disk is full.
    """
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - returned
    try:
        with room():
            for piece in pieces:
                # writelines would look how much it is at the end
                file.write(piece)
            size = file.tell()
            file.seek(0)
    except BaseException:
        # what could not be written is tried once more by close
        with suppress(OSError):
            file.close()
        raise
    if size > CHUNK:
        return _from(file)
    with file:
        return [file.read()]


def _from(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        yield from iter(partial(file.read, CHUNK), b"")
