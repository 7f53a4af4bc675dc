"""A body too large for memory, spooled to disk under a limit before the first byte is answered.

Answering while the client still sends would deadlock with clients that send all before they read.
"""

import codecs
import tempfile
from functools import partial
from typing import IO

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from service.api.bodies import CHUNK, IN_MEMORY, let_go, room, unsupported
from service.api.turns import in_turns
from service.problems import TooLargeError

BYTES_LIMIT = 256 * 1024 * 1024
"""Largest body in bytes."""
LINES_LIMIT = 1_000_000
"""Most lines in one body."""
_COLUMN_IN_MEMORY = max(IN_MEMORY, 2 * CHUNK)
"""How many bytes need no disk: many that do not end would fill the memory."""


def spool(request: Request) -> IO[bytes]:
    """Read a whole body into a file that lives in memory while it is small.

    Returns:
        The file, at its start, without a UTF-8 byte order mark.

    Raises:
        TooLargeError: more bytes or lines than the limits, however the body is framed.
        UnsupportedMediaType: compressed, or UTF-16.
        NoRoomError: the disk is full.
    """
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise unsupported("Send the body without Content-Encoding: it is not unpacked.")
    # werkzeug cuts a chunked body at its own limit in silence: ours is one byte below it
    request.max_content_length = BYTES_LIMIT + 1
    size = _COLUMN_IN_MEMORY
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=size)  # noqa: SIM115 - returned
    try:
        with room():
            _fill(file, request)
            file.seek(0)
        if file.read(3) != codecs.BOM_UTF8:
            file.seek(0)
    except BaseException as error:
        let_go(file)
        if isinstance(error, RequestEntityTooLarge):
            raise _too_large(BYTES_LIMIT, "bytes") from None
        raise
    return file


def _fill(file: IO[bytes], request: Request) -> None:
    size = lines = 0
    last = b"\n"
    # a client may send faster than a worker would ever look for others
    for chunk in in_turns(iter(partial(request.stream.read, CHUNK), b"")):
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


def _too_large(limit: int, unit: str) -> TooLargeError:
    return TooLargeError(f"A body has at most {limit} {unit}: split it.", limit, unit)


def _refuse_utf16(start: bytes) -> None:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in start[:4]:
        raise unsupported("The body is UTF-16: send UTF-8.")
