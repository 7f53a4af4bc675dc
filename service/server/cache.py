"""A WSGI cache of GET responses: path, query, Accept and host -> status, headers, body."""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any, NamedTuple

from cachetools import LRUCache
from werkzeug.http import is_resource_modified
from werkzeug.wrappers import Response

from service.api.environ import notes

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

CACHE_BYTES = 16 * 1024 * 1024
"""Most bytes that one worker keeps."""
_ENTRY_BYTES = 3_000
"""Roughly what an entry takes beside its key and body."""
_LARGEST_SHARE = 8
"""A body larger than this share of the cache is not stored: it would evict too many others."""
_BYPASS = ("HTTP_RANGE", "HTTP_IF_MATCH", "HTTP_EXPECT", "HTTP_AUTHORIZATION", "CONTENT_LENGTH")
_FILES = "/downloads/"
"""Files are sent from the disk; to keep one would take the memory of a thousand answers."""
_KEY = ("PATH_INFO", "QUERY_STRING", "HTTP_ACCEPT", "HTTP_HOST", "wsgi.url_scheme")


class _Entry(NamedTuple):
    route: str | None
    etag: str
    head: list[tuple[str, str]]
    head_unchanged: list[tuple[str, str]]
    body: bytes
    size: int


class Cache:
    """Stores each public 200 with a strong entity tag; answers GET, HEAD and If-None-Match."""

    def __init__(self, application: Application, size: int = CACHE_BYTES) -> None:
        self.application = application
        self.size = size
        self.entries: LRUCache[tuple[str, ...], _Entry] = LRUCache(size, lambda entry: entry.size)
        self._lock = Lock()

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer from the cache, or from the application."""
        method = environ["REQUEST_METHOD"]
        files = environ["PATH_INFO"].startswith(_FILES)
        if files or method not in ("GET", "HEAD") or any(map(environ.get, _BYPASS)):
            return self.application(environ, start_response)
        key = tuple([environ.get(name, "") for name in _KEY])
        with self._lock:
            entry = self.entries.get(key)
        if entry is None:
            request = {**environ, "REQUEST_METHOD": "GET", "HTTP_IF_NONE_MATCH": ""}
            response = Response.from_app(self.application, request, buffered=True)
            del response.headers["Date"]  # the WSGI server dates each answer
            entry = self._store(key, notes(environ).route, response)
            if entry is None:
                return response(environ, start_response)
        notes(environ).route = entry.route
        if "HTTP_IF_NONE_MATCH" in environ and not is_resource_modified(environ, etag=entry.etag):
            start_response("304 NOT MODIFIED", list(entry.head_unchanged))
            return ()
        start_response("200 OK", list(entry.head))
        return (entry.body,) if method == "GET" else ()

    def _store(self, key: tuple[str, ...], route: str | None, response: Response) -> _Entry | None:
        etag, weak = response.get_etag()
        public = response.status_code == 200 and response.cache_control.public  # noqa: PLR2004 - OK
        if not public or not etag or weak:
            return None
        head = list(response.headers)
        unchanged = [each for each in head if each[0] not in ("Content-Length", "Content-Type")]
        body = response.get_data()
        size = len(body) + sum(map(len, key)) + _ENTRY_BYTES
        entry = _Entry(route, etag, head, unchanged, body, size)
        if size <= self.size // _LARGEST_SHARE:
            with self._lock:
                self.entries[key] = entry
        return entry
