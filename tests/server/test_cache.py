"""The WSGI cache, over an application that counts how often it is asked."""

from collections.abc import Iterable
from typing import Any

import pytest
from werkzeug.test import Client, EnvironBuilder
from werkzeug.wrappers import Request, Response

from service.api.environ import notes
from service.server import cache as module
from service.server.cache import Cache

ETAG = '"one"'


class Counting:
    """An application that answers every request alike, and notes what was asked.

    Args:
        size: of the body.
        headers: more of the answer's, or others.
        status: of the answer.
    """

    def __init__(self, size: int = 10, status: int = 200, **headers: str) -> None:
        self.asked: list[str] = []
        self.size, self.status = size, status
        self.headers = {
            **{"ETag": ETAG, "Vary": "Accept", "Cache-Control": "public, max-age=300"},
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        request = Request(environ)
        self.asked.append(f"{request.method} {request.full_path}")
        notes(environ).route = "/the/route"
        response = Response(b"x" * self.size, self.status, self.headers)
        for name in [name for name, value in self.headers.items() if not value]:
            del response.headers[name]
        response.make_conditional(request)
        return response(environ, start_response)


def get(cache: Cache, path: str = "/", method: str = "GET", **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Client(cache).open(path, method=method, headers=named)


@pytest.fixture
def application() -> Counting:
    return Counting()


@pytest.fixture
def cache(application: Counting) -> Cache:
    return Cache(application)


def test_get_head_and_304_ask_the_application_once(application: Counting, cache: Cache) -> None:
    head, whole, again = get(cache, method="HEAD"), get(cache), get(cache)
    assert (head.status, head.data, head.headers["Content-Length"]) == ("200 OK", b"", "10")
    assert (whole.status, whole.data) == (again.status, again.data) == ("200 OK", b"x" * 10)
    assert list(head.headers) == list(whole.headers) == list(again.headers)
    for method in ("GET", "HEAD"):
        unchanged = get(cache, method=method, If_None_Match=f'"other", W/{ETAG}')
        assert (unchanged.status_code, unchanged.data) == (304, b"")
        assert (unchanged.headers["ETag"], unchanged.headers["Vary"]) == (ETAG, "Accept")
        assert not {"Content-Length", "Content-Type"} & set(unchanged.headers.keys())
    other = get(cache, If_None_Match='"other"')
    assert (other.status_code, other.data) == (200, b"x" * 10)
    assert application.asked == ["GET /?"]


@pytest.mark.parametrize(
    "other",
    [
        *({"path": "/other"}, {"query_string": "a=1"}, {"headers": {"Accept": "text/csv"}}),
        *({"base_url": address} for address in ("http://other", "https://localhost")),
    ],
    ids=str,
)
def test_an_answer_has_a_key(application: Counting, cache: Cache, other: dict[str, Any]) -> None:
    for _ in range(2):
        get(cache)
        Client(cache).open(**other)
        assert len(application.asked) == 2


@pytest.mark.parametrize(
    "asked",
    [
        *({"method": method} for method in ("POST", "OPTIONS", "DELETE")),
        *({"headers": {name: "x"}} for name in ("Range", "If-Match", "Authorization", "Expect")),
        {"data": b"x"},
        {"path": "/downloads/"},
    ],
    ids=str,
)
def test_such_a_request_is_neither_stored_nor_answered_from_the_cache(
    application: Counting, cache: Cache, asked: dict[str, Any]
) -> None:
    for _ in range(2):
        Client(cache).open(**asked)
    assert len(application.asked) == 2
    get(cache)
    Client(cache).open(**asked)
    assert len(application.asked) == 4


@pytest.mark.parametrize(
    "answering",
    [
        *(Counting(ETag=tag) for tag in ("", 'W/"weak"')),
        *(Counting(status=status) for status in (203, 404, 500)),
        *(Counting(Cache_Control=said) for said in ("no-store", "private, max-age=300", "")),
    ],
    ids=["no tag", "weak tag", "203", "404", "500", "no-store", "private", "nothing said"],
)
def test_such_an_answer_is_given_and_not_stored(answering: Counting) -> None:
    cache = Cache(answering)
    for number in (1, 2):
        answer = get(cache)
        assert (answer.status_code, answer.data) == (answering.status, b"x" * 10)
        assert len(answering.asked) == number
    assert not cache.entries


KEY = len("/" + "localhost" + "http")
"""Bytes of the key of ``/``."""


def test_a_body_at_the_largest_size_is_stored_and_one_byte_more_is_not() -> None:
    largest = 80_000 // module._LARGEST_SHARE - module._ENTRY_BYTES - KEY
    for size, asked in ((largest, 1), (largest + 1, 2)):
        application = Counting(size)
        cache = Cache(application, 80_000)
        assert [len(get(cache).data) for _ in range(2)] == [size, size]
        assert len(application.asked) == asked


def test_the_cache_is_bounded_in_bytes_and_gives_up_the_least_recently_used() -> None:
    entry = 1_000 + module._ENTRY_BYTES + KEY + 1
    for size, kept in ((10 * entry, 10), (10 * entry - 1, 9)):
        application = Counting(size=1_000)
        cache = Cache(application, size)
        for number in range(10):
            get(cache, f"/{number}")
        assert (len(cache.entries), cache.entries.currsize) == (kept, kept * entry)
        for path, asked in (("/9", 10), ("/a", 11), ("/9", 11), ("/0", 12)):
            get(cache, path)
            assert len(application.asked) == asked


def test_no_date_of_an_earlier_answer_is_given() -> None:
    cache = Cache(Counting(Date="Sat, 28 Nov 2026 09:19:46 GMT"))
    assert ["Date" in get(cache).headers for _ in range(2)] == [False, False]


@pytest.mark.parametrize("condition", [{}, {"HTTP_IF_NONE_MATCH": ETAG}], ids=["200", "304"])
def test_stored_headers_stay(cache: Cache, condition: dict[str, str]) -> None:
    taken: list[list[tuple[str, str]]] = []
    for number in range(3):
        environ = {**EnvironBuilder("/").get_environ(), **condition}
        cache(environ, lambda _, headers: taken.append(headers))
        assert "X-Request-Id" not in dict(taken[-1])
        taken[-1].append(("X-Request-Id", str(number)))


def test_the_application_is_closed_and_its_errors_come_through() -> None:
    class Body:
        closed = 0

        def __iter__(self) -> Any:
            yield b"x"

        def close(self) -> None:
            Body.closed += 1

    def application(_: Any, start_response: Any) -> Any:
        start_response("200 OK", [("ETag", ETAG), ("Cache-Control", "public")])
        return Body()

    assert get(Cache(application)).data == b"x"
    assert Body.closed == 1

    def failing(_: Any, __: Any) -> Any:
        raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError, match="on purpose"):
        get(Cache(failing))
