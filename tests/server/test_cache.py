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


def test_the_second_answer_comes_without_asking_the_application() -> None:
    application = Counting()
    cache = Cache(application)
    first, second = get(cache), get(cache)
    assert application.asked == ["GET /?"]
    assert (second.status, second.data, list(second.headers)) == (
        *(first.status, first.data, list(first.headers)),
    )
    assert (first.status, first.data) == ("200 OK", b"x" * 10)


def test_the_same_tag_is_304_without_asking_the_application() -> None:
    application = Counting()
    cache = Cache(application)
    for _ in range(2):
        unchanged = get(cache, If_None_Match=f'"other", W/{ETAG}')
        assert (unchanged.status_code, unchanged.data) == (304, b"")
        assert unchanged.headers["ETag"] == ETAG
        assert unchanged.headers["Vary"] == "Accept"
        assert not {"Content-Length", "Content-Type"} & set(unchanged.headers.keys())
    whole = get(cache, If_None_Match='"other"')
    assert (whole.status_code, whole.data) == (200, b"x" * 10)
    assert application.asked == ["GET /?"]


def test_head_is_answered_from_the_answer_to_get_and_get_from_that_to_head() -> None:
    application = Counting()
    cache = Cache(application)
    head, whole, again = get(cache, method="HEAD"), get(cache), get(cache, method="HEAD")
    assert (head.status_code, head.data, head.headers["Content-Length"]) == (200, b"", "10")
    assert whole.data == b"x" * 10
    assert list(again.headers) == list(head.headers) == list(whole.headers)
    assert get(cache, method="HEAD", If_None_Match=ETAG).status_code == 304
    assert application.asked == ["GET /?"]


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/other"},
        {"path": "/", "query_string": "a=1"},
        {"path": "/", "headers": {"Accept": "text/csv"}},
        {"path": "/", "base_url": "http://other"},
        {"path": "/", "base_url": "https://localhost"},
    ],
    ids=str,
)
def test_path_query_accept_host_and_scheme_are_the_key(other: dict[str, Any]) -> None:
    application = Counting()
    cache = Cache(application)
    get(cache)
    Client(cache).get(**other)
    assert len(application.asked) == 2
    Client(cache).get(**other)
    get(cache)
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
    asked: dict[str, Any],
) -> None:
    application = Counting()
    cache = Cache(application)
    for _ in range(2):
        Client(cache).open(**{"path": "/", **asked})
    assert len(application.asked) == 2
    get(cache)
    Client(cache).open(**{"path": "/", **asked})
    assert len(application.asked) == 4


@pytest.mark.parametrize(
    "application",
    [
        *(Counting(ETag=tag) for tag in ("", 'W/"weak"')),
        *(Counting(status=status) for status in (203, 404, 500)),
        *(Counting(Cache_Control=said) for said in ("no-store", "private, max-age=300", "")),
    ],
    ids=["no tag", "weak tag", "203", "404", "500", "no-store", "private", "nothing said"],
)
def test_such_an_answer_is_given_and_not_stored(application: Counting) -> None:
    cache = Cache(application)
    for number in (1, 2):
        answer = get(cache)
        assert (answer.status_code, answer.data) == (application.status, b"x" * 10)
        assert len(application.asked) == number
    assert not cache.entries


def test_a_body_at_the_largest_size_is_stored_and_one_byte_more_is_not() -> None:
    largest = 80_000 // module._LARGEST_SHARE - module._ENTRY_BYTES - KEY
    for size, asked in ((largest, 1), (largest + 1, 2)):
        application = Counting(size)
        cache = Cache(application, 80_000)
        assert [len(get(cache).data) for _ in range(2)] == [size, size]
        assert len(application.asked) == asked


KEY = len("/" + "localhost" + "http")
"""Bytes of the key of ``/``."""


def test_the_cache_is_bounded_in_bytes_and_gives_up_the_least_recently_used() -> None:
    """Ten entries fit exactly; the eleventh takes the place of one."""
    application = Counting(size=1_000)
    entry = 1_000 + module._ENTRY_BYTES + KEY + 1
    for size, kept in ((10 * entry, True), (10 * entry - 1, False)):
        application.asked.clear()
        cache = Cache(application, size)
        for number in range(10):
            get(cache, f"/{number}")
        get(cache, "/0")
        assert (len(application.asked) == 10) is kept
        assert cache.entries.currsize <= size
    application.asked.clear()
    cache = Cache(application, 10 * entry)
    for number in [*range(10), 0, "a", 0, 2]:
        get(cache, f"/{number}")
    assert len(application.asked) == 11
    get(cache, "/1")
    assert application.asked[-1] == "GET /1?"
    assert len(application.asked) == 12
    assert cache.entries.currsize == 10 * entry


def test_no_date_of_an_earlier_answer_is_given() -> None:
    cache = Cache(Counting(Date="Sat, 28 Nov 2026 09:19:46 GMT"))
    assert ["Date" in get(cache).headers for _ in range(2)] == [False, False]


@pytest.mark.parametrize("condition", [{}, {"HTTP_IF_NONE_MATCH": ETAG}], ids=["200", "304"])
def test_headers_may_be_added_to_an_answer_and_the_stored_ones_stay(
    condition: dict[str, str],
) -> None:
    cache = Cache(Counting())
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
