"""Bodies of the API and of forms: whole, under a limit, and not in memory while they arrive."""

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import SEEK_END
from typing import IO

from flask import Request, request
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from service.problems import NoRoomError, TooLargeError

BODY_LIMIT = 1024 * 1024
"""Largest body in bytes."""
CHUNK = 64 * 1024
"""How much of a body is read at once."""
_ARRIVED = "element-classifier.body"
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.ENOENT, errno.EMFILE, errno.ENFILE}

try:
    # chosen while there is room: a full disk would send later bodies to another
    tempfile.gettempdir()
    IN_MEMORY = CHUNK
except FileNotFoundError:
    IN_MEMORY = BODY_LIMIT  # there is nowhere else


def arrived(req: Request) -> int:
    """Wait for a whole body, whatever its framing; ``read_body`` or ``whole`` gives it then.

    Returns:
        How many bytes it has.

    Raises:
        TooLargeError: it is larger than the limit.
        NoRoomError: the disk is full.
    """
    file = req.environ[_ARRIVED] = _spooled(req)
    size = file.seek(0, SEEK_END)
    file.seek(0)
    return size


def json_arrived(req: Request) -> int:
    """Wait for a whole JSON body.

    Raises:
        UnsupportedMediaType: it does not call itself JSON, or is compressed.
        TooLargeError, NoRoomError: as by ``arrived``.
    """
    encoding = req.headers.get("Content-Encoding", "identity")
    if encoding.lower() != "identity":
        raise unsupported("Send the body without Content-Encoding: it is not unpacked here.")
    if not req.is_json:
        raise unsupported(f"Send {_read_here()}.")
    return arrived(req)


def read_body(req: Request) -> bytes:
    """Read a whole JSON body under the limit, whatever its framing.

    Raises:
        UnsupportedMediaType, TooLargeError, NoRoomError: as by ``json_arrived``.
    """
    if _ARRIVED not in req.environ:
        json_arrived(req)
    with _taken(req) as file:
        return file.read()


def whole(req: Request) -> bytes:
    """Read the whole body of a form under the limit, and keep it to be parsed.

    Raises:
        TooLargeError, NoRoomError: as by ``arrived``.
    """
    if _ARRIVED not in req.environ:
        arrived(req)
    with _taken(req) as file:
        req.stream = file
        return req.get_data()


def _taken(req: Request) -> IO[bytes]:
    file: IO[bytes] = req.environ.pop(_ARRIVED)
    return file


def _spooled(req: Request) -> IO[bytes]:
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - returned
    try:
        with room():
            _fill(file, req)
    except BaseException as error:
        let_go(file)
        if isinstance(error, RequestEntityTooLarge):
            raise _too_large() from None
        raise
    return file


def _fill(file: IO[bytes], req: Request) -> None:
    size = 0
    while chunk := req.stream.read(CHUNK):
        size += len(chunk)
        # werkzeug cuts a chunked body at its own limit in silence: that is one byte above ours
        if size > BODY_LIMIT:
            raise _too_large()
        file.write(chunk)
    file.seek(0)


def _too_large() -> TooLargeError:
    detail = f"A body has at most {BODY_LIMIT} bytes: split it."
    return TooLargeError(detail, BODY_LIMIT, "bytes")


def let_go(file: IO[bytes]) -> None:
    """Close a file that may hold what found no room: close tries to write it once more."""
    with suppress(OSError):
        file.close()


@contextmanager
def room() -> Iterator[None]:
    """Tell faults of a full disk from others.

    Raises:
        NoRoomError: there is no room for a body.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise NoRoomError from error
        raise


def _read_here() -> str:
    lines = ", application/x-ndjson, text/csv" if request.path == "/v1/classify" else ""
    return f"application/json{lines}"


def unsupported(detail: str) -> UnsupportedMediaType:
    """Make the error for a body that is not read here; its Accept header says what is."""
    accepted = _read_here()
    error = UnsupportedMediaType(detail)
    error.get_headers = lambda *_: [("Accept", accepted)]  # type: ignore[method-assign]  # werkzeug offers no argument for it
    return error
