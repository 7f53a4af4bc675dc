"""Notes on a request that the application and the middleware around it share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

_KEY = "element-classifier.notes"


@dataclass
class Notes:
    """Notes on one request.

    Attributes:
        request_id: set by the middleware.
        route: set by the application: the pattern of the route that answered.
        outcomes: set by the application: how many items of a batch had each outcome.
    """

    request_id: str = "none"
    route: str | None = None
    outcomes: Mapping[str, int] | None = None


def notes(environ: dict[str, Any]) -> Notes:
    """Give the notes of the request with this WSGI environment."""
    return cast("Notes", environ.setdefault(_KEY, Notes()))
