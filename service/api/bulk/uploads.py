"""A column's body, spooled to a temporary file under limits before the first byte is answered.

Answering while the client still sends would deadlock with clients that send all before they read.
"""

import codecs
import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import IO

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from service.api.bulk.scheduling import in_slices
from service.api.errors import NoRoomError, TooLargeError
from service.api.request import refuse_compressed, refuse_cut, unsupported

BYTES_LIMIT = 256 * 1024 * 1024
"""Largest body in bytes."""
LINES_LIMIT = 1_000_000
"""Most lines in one body."""
_IN_MEMORY = 128 * 1024
_CHUNK = 64 * 1024
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.ENOENT, errno.EMFILE, errno.ENFILE}


def spool(request: Request) -> IO[bytes]:
    """Read a whole body into a file that lives in memory while it is small.

    Returns:
        The file, at its start, without a UTF-8 byte order mark.

    Raises:
        TooLargeError: more bytes or lines than the limits, however the body is framed.
        UnsupportedMediaType: compressed, or UTF-16.
        CutBodyError: the body ended early.
        NoRoomError: the disk is full.
    """
    refuse_compressed(request)
    # werkzeug cuts a chunked body at its own limit in silence: ours is one byte below it
    request.max_content_length = BYTES_LIMIT + 1
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - returned
    try:
        with _room():
            refuse_cut(request, _fill(file, request))
            file.seek(0)
        if file.read(3) != codecs.BOM_UTF8:
            file.seek(0)
    except BaseException as error:
        with suppress(OSError):  # close writes once more to a disk that may be full
            file.close()
        if isinstance(error, RequestEntityTooLarge):
            raise _too_large(BYTES_LIMIT, "bytes") from None
        raise
    return file


def _fill(file: IO[bytes], request: Request) -> int:
    size = lines = 0
    last = b"\n"
    # a client may send faster than a worker would ever look for others
    for chunk in in_slices(iter(partial(request.stream.read, _CHUNK), b"")):
        if not size:
            _refuse_utf16(chunk)
        size += len(chunk)
        lines += chunk.count(b"\n")
        last = chunk[-1:]
        if size > BYTES_LIMIT:
            raise _too_large(BYTES_LIMIT, "bytes")
        if lines + (last != b"\n") > LINES_LIMIT:
            raise _too_large(LINES_LIMIT, "lines")
        file.write(chunk)
    return size


def _too_large(limit: int, unit: str) -> TooLargeError:
    return TooLargeError(f"A body has at most {limit} {unit}: split it.", limit, unit)


def _refuse_utf16(start: bytes) -> None:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in start[:4]:
        raise unsupported("The body is UTF-16: send UTF-8.")


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise NoRoomError from error
        raise
