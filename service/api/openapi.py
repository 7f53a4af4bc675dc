"""The committed OpenAPI description, as it is served."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, Response

from service.answers.encoding import encode
from service.api.response import respond

OPENAPI = Path(__file__).resolve().parents[2] / "schemas" / "openapi.json"
"""The committed description; ``service.cli.describe`` makes it of the routes."""


@cache
def specification() -> dict[str, Any]:
    """Read the description, once."""
    description: dict[str, Any] = json.loads(OPENAPI.read_text("utf-8"))
    return description


def register(app: Flask) -> None:
    """Serve the description at ``/openapi.json``."""

    @app.get("/openapi.json")
    def openapi() -> Response:
        return respond(encode(specification()))
