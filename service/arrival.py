"""Bodies as they arrive: whole or a problem."""

import io
from typing import IO, Any

from flask import Flask, Request, Response
from gunicorn.http.errors import ParseException

from service.patience import CutBodyError, SlowBodyError
from service.problem_types import TYPES
from service.problems import problem


class Arriving(Request):
    """Flask's request; the files of a form stay in memory, which its limit allows."""

    def _get_file_stream(self, *_: Any, **__: Any) -> IO[bytes]:
        return io.BytesIO()


def register(app: Flask) -> None:
    """Let every body that did not arrive whole be answered as a problem, whoever was reading."""
    app.request_class = Arriving
    app.register_error_handler(SlowBodyError, _slow)
    app.register_error_handler(CutBodyError, _cut)
    # the server reads chunks as they are asked for, so that their faults come to light here
    app.register_error_handler(ParseException, _broken)


def _slow(_: SlowBodyError) -> Response:
    return problem("request-timeout", TYPES["request-timeout"].meaning)


def _cut(_: CutBodyError) -> Response:
    return problem("bad-request", "The connection was closed before the end of the body.")


def _broken(error: ParseException) -> Response:
    return problem("bad-request", f"The chunks of the body are broken: {error}.")
