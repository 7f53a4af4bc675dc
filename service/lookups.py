"""The one place that decides what may be answered without Flask.

That is what was made before the workers forked, what this worker answered last, and what costs
little to make. Everything else takes the ordinary road.
"""

from collections.abc import Callable, Mapping

from service.ready import Ready
from service.recent import Question, Recent

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


def whole(method: str, headers: Mapping[str, str]) -> bool:
    """Tell whether a request wants a representation, whole, and sends no body.

    Args:
        method: as it was sent.
        headers: those of the request, or at least those of ``WSGI_NAMES``; names in upper case.
    """
    return method in ("GET", "HEAD") and _CHANGING.isdisjoint(headers)


def asked(path: str, query: str, headers: Mapping[str, str]) -> Question:
    """Give what a request asks; whoever accepts anything asks for the default representation."""
    accept = headers.get("ACCEPT", "")
    return path, query, "" if accept in _DEFAULT_ACCEPT else accept


class Lookups:
    """Answers by path and query."""

    def __init__(self, ready: Mapping[str, Ready], ask: Callable[[str, str], Ready | None]) -> None:
        """Keep the answers made beforehand, by path and query, and what answers the light GETs."""
        self.ready = ready
        self.recent = Recent()
        self._ask = ask

    def find(self, method: str, path: str, query: str, headers: Mapping[str, str]) -> Ready | None:
        """Give the answer to a request, where Flask is not needed for it.

        Args:
            method: as it was sent.
            path: without its query, as it was sent.
            query: without its question mark.
            headers: all of the request, each once; names in upper case.
        """
        if not whole(method, headers):
            return None
        question = asked(path, query, headers)
        found = self.recent.find(question) if question[-1] else self._default(question)
        if found is None or headers.get("IF-NONE-MATCH") not in (None, found.etag or None):
            return None
        return found

    def _default(self, question: Question) -> Ready | None:
        path, query, _ = question
        target = f"{path}?{query}" if query else path
        found = self.ready.get(target) or self.recent.find(question)
        if found is None:
            found = self._ask(path, query)
            # to keep what is made so quickly is not worth it for a question that never comes again
            if found and found.etag and self.recent.again(question):
                self.recent.keep(question, found)
        return found
