"""Receipts: the hash of the body that an address gives from the data of one digest."""

import datetime as dt
import hashlib
from http import HTTPStatus
from importlib.metadata import version
from typing import Any

from flask import Response, current_app
from werkzeug.test import create_environ
from werkzeug.wrappers import Response as Answer

from schemas.response.operations import ReceiptOut
from service.api.context import catalogue
from service.api.response import dump

_RECEIPT = ReceiptOut()


class NoBodyError(LookupError):
    """An address gives a problem, so there is no body to hash."""


def receipt(address: str, as_of: dt.date) -> Response:
    """Answer with the receipt of an address.

    Args:
        address: canonical, from the root.
        as_of: the day of which its answer speaks.
    """
    data = catalogue()
    answer = body_of(address)
    record = {
        "address": address,
        "as_of": as_of.isoformat(),
        "data_version": data.records.dataset.version,
        "data_digest": data.digest,
        "sha256": hashlib.sha256(answer.get_data()).hexdigest(),
        "media_type": answer.content_type,
        "version": version("element-classifier"),
    }
    return dump(_RECEIPT, record)


def shape_of(arguments: dict[str, Any]) -> dict[str, Any]:
    """Give the parameters of a request that choose the shape of its answer, without defaults."""
    chosen = {name: arguments.get(name) for name in ("detail", "format")}
    return {name: value for name, value in chosen.items() if value not in (None, "brief", "json")}


def body_of(address: str) -> Answer:
    """Ask the current application for an address, as a client without preferences would.

    Raises:
        NoBodyError: the address gives a problem.
    """
    path, _, query = address.partition("?")
    environ = create_environ(path, query_string=query)
    answer = Answer.from_app(current_app.wsgi_app, environ)
    if answer.status_code != HTTPStatus.OK:
        raise NoBodyError(f"{address} gives {answer.status}")
    return answer
