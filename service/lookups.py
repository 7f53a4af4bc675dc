"""The one place that decides what may be answered without Flask.

That is what was made before the workers forked, an element by any of its names, and what this
worker answered last: for the default representation, whole. Everything else takes the ordinary
road.
"""

from collections.abc import Mapping
from urllib.parse import unquote

from service.mentions import Options, Reader
from service.ready import Ready
from service.recent import Recent
from service.variants import variant

_ELEMENTS = "/v1/elements/"
_AS_IN_A_PATH = Options()

_DEFAULT_ACCEPT = {"", "*/*", "application/json"}
WSGI_NAMES = {
    "HTTP_ACCEPT": "ACCEPT",
    "HTTP_RANGE": "RANGE",
    "HTTP_IF_MATCH": "IF-MATCH",
    "HTTP_EXPECT": "EXPECT",
    "CONTENT_LENGTH": "CONTENT-LENGTH",
    "HTTP_TRANSFER_ENCODING": "TRANSFER-ENCODING",
}
"""Where a WSGI environment has the headers that decide: key -> name in upper case."""
_CHANGING = frozenset(WSGI_NAMES.values()) - {"ACCEPT"}
"""Headers that change an answer, or announce a body."""


def plain(method: str, headers: Mapping[str, str]) -> bool:
    """Tell whether a request wants the default representation, whole.

    Args:
        method: as it was sent.
        headers: those of the request, or at least those of ``WSGI_NAMES``; names in upper case.
    """
    return (
        method in ("GET", "HEAD")
        and headers.get("ACCEPT", "") in _DEFAULT_ACCEPT
        and _CHANGING.isdisjoint(headers)
    )


class Lookups:
    """Answers by path and query."""

    def __init__(self, ready: Mapping[str, Ready], reader: Reader) -> None:
        """Keep the answers made beforehand, by path, and what reads the names of elements."""
        self.ready = ready
        self.recent = Recent()
        self._reader = reader

    def find(self, method: str, path: str, query: str, headers: Mapping[str, str]) -> Ready | None:
        """Give the answer to a request, where it is known.

        Args:
            method: as it was sent.
            path: without its query, as it was sent.
            query: without its question mark.
            headers: all of the request, each once; names in upper case.
        """
        if not plain(method, headers):
            return None
        found = None
        if not query:
            found = self.ready.get(path) or self._by_mention(path)
        if found is None:
            found = self.recent.find(path, query)
        if found is None or headers.get("IF-NONE-MATCH", found.etag) != found.etag:
            return None
        return found

    def _by_mention(self, path: str) -> Ready | None:
        if not path.startswith(_ELEMENTS):
            return None
        try:
            mention = unquote(path[len(_ELEMENTS) :], errors="strict")
        except UnicodeDecodeError:
            return None
        if "/" in mention:
            return None
        reading = self._reader.read(mention, _AS_IN_A_PATH, suggest=False)
        ready = self.ready.get(f"{_ELEMENTS}{reading.symbol}")
        return variant(ready, mention, reading) if ready else None
