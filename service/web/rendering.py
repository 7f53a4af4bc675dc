"""A template -> a page that browsers and caches can keep."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Response, stream_template

from service.api.bulk.scheduling import joined
from service.api.response import respond, respond_once

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_EMBED_POLICY = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
)
"""For the views that other sites may frame: less is allowed in them, but anyone may frame them."""
HTML = "text/html; charset=utf-8"
SVG = "image/svg+xml; charset=utf-8"
_ASSETS = Path(__file__).parent / "assets"


def page(template: str, **values: Any) -> Response:
    """Render a page that stays the same until the data changes."""
    return dressed(respond(rendered(template, **values), media_type=HTML))


def embedded_page(template: str, **values: Any) -> Response:
    """Render a page that other sites may frame, and that stays until the data changes."""
    response = respond(rendered(template, **values), media_type=HTML)
    response.headers["Content-Security-Policy"] = _EMBED_POLICY
    return response


def passing_page(template: str, status: int = 200, **values: Any) -> Response:
    """Render a page of this request alone, which no cache may keep."""
    response = respond_once(rendered(template, **values), HTML)
    response.status_code = status
    return dressed(response)


def picture(template: str, **values: Any) -> Response:
    """Render a picture that stays the same until the data changes."""
    return respond(rendered(template, **values), media_type=SVG)


def rendered(template: str, **values: Any) -> bytes:
    """Render a template to bytes, in slices with other requests."""
    parts = stream_template(template, **values)
    return b"".join(joined(part.encode() for part in parts))


def dressed(response: Response) -> Response:
    """Put a page under the pages' own content security policy."""
    response.headers["Content-Security-Policy"] = _POLICY
    return response


@lru_cache(maxsize=8)
def asset(name: str) -> str:
    """Give the address of an asset with its digest, so that it may be kept for a year."""
    digest = hashlib.sha256((_ASSETS / name).read_bytes()).hexdigest()[:12]
    return f"/assets/{name}?v={digest}"
