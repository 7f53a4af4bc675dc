"""The committed OpenAPI description, as it is served."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, Response

from service.answers.writing import encode
from service.api.respond import answer

OPENAPI = Path(__file__).resolve().parent.parent / "schemas" / "openapi.json"
"""The committed description; ``service.openapi`` makes it of the routes."""


@cache
def specification() -> dict[str, Any]:
    """Read the description, once."""
    found: dict[str, Any] = json.loads(OPENAPI.read_text("utf-8"))
    return found


def register(app: Flask) -> None:
    """Serve the description at ``/openapi.json``."""

    @app.get("/openapi.json")
    def openapi() -> Response:
        return answer(encode(specification()))
