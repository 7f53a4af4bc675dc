"""An answer that waits for its client: on the disk where it is large, or many would fill memory."""

import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import IO

from service.api.bodies import CHUNK, room
from service.problems import NoRoomError


def aside(pieces: Iterable[bytes]) -> Iterable[bytes]:
    """Make an answer whole, whatever its client takes, and put it where it may wait.

    Returns:
        One piece in a list where it is small, so that its length is known; else as many as it has,
        from the disk, or from memory where that is full.
    """
    coming = iter(pieces)
    first: list[bytes] = []
    size = 0
    for piece in coming:
        first.append(piece)
        size += len(piece)
        if size > CHUNK:
            return _put(chain(first, coming))
    return [b"".join(first)]


def _put(pieces: Iterator[bytes]) -> Iterable[bytes]:
    try:
        with room():
            # without a buffer, what is written is known where the rest no longer fits
            file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - returned
    except NoRoomError:
        return list(pieces)
    try:
        size = 0
        rest: list[bytes] = []
        for piece in pieces:
            if not rest and _written(file, piece):
                size += len(piece)
            else:
                rest.append(piece)
        file.truncate(size)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return _taken(file, rest)


def _written(file: IO[bytes], piece: bytes) -> bool:
    try:
        with room():
            return file.write(piece) == len(piece)
    except NoRoomError:
        return False


def _taken(file: IO[bytes], rest: list[bytes]) -> Iterator[bytes]:
    with file:
        yield from iter(partial(file.read, CHUNK), b"")
    yield from rest
