"""Answers given last are found again, each kept once, within a number of bytes."""

import pytest
from flask import Flask

from service.app import create_app
from service.catalogue import Catalogue
from service.front import Front
from service.ready import Made, Ready
from service.recent import OVERHEAD, QUESTIONS, Recent
from service.settings import Settings

_BROWSER = ["text/html", "text/html,application/xhtml+xml,*/*;q=0.8", "*/*"]


def answer(etag: str, size: int = 10) -> Ready:
    return Ready("/v1/x", f'"{etag}"', (b"x" * size,), b"", b"")


def test_an_answer_is_found_by_its_question_alone() -> None:
    recent = Recent()
    kept = answer("a")
    recent.keep(("/v1/x", "y=1", ""), kept)
    assert recent.find(("/v1/x", "y=1", "")) is kept
    assert recent.find(("/v1/x", "y=2", "")) is None
    assert recent.find(("/v1/y", "y=1", "")) is None
    assert recent.find(("/v1/x", "y=1", "text/csv")) is None


def test_two_spellings_of_a_question_share_the_bytes() -> None:
    recent = Recent()
    recent.keep(("/v1/x", "y=1&z=2", ""), answer("a"))
    recent.keep(("/v1/x", "z=2&y=1", ""), answer("a"))
    assert recent.size == 10 + OVERHEAD
    assert recent.find(("/v1/x", "y=1&z=2", "")) is recent.find(("/v1/x", "z=2&y=1", ""))


def test_the_one_not_asked_for_the_longest_goes_at_the_limit() -> None:
    recent = Recent(limit=3 * (10 + OVERHEAD))
    for name in "abc":
        recent.keep(("/v1/x", name, ""), answer(name))
    assert recent.size == recent.limit
    assert recent.find(("/v1/x", "a", "")) is not None
    recent.keep(("/v1/x", "d", ""), answer("d"))
    assert recent.size == recent.limit
    assert recent.find(("/v1/x", "b", "")) is None
    assert recent.find(("/v1/x", "a", "")) is not None


def test_questions_are_bounded_as_well() -> None:
    recent = Recent()
    for number in range(QUESTIONS + 1):
        recent.keep(("/v1/x", str(number), ""), answer("a"))
    assert recent.find(("/v1/x", "0", "")) is None
    assert recent.find(("/v1/x", str(QUESTIONS), "")) is not None


def test_large_answers_and_long_questions_are_not_worth_their_place() -> None:
    recent = Recent(limit=40)
    assert recent.fits(("/v1/x", "y=1", ""), 10)
    assert not recent.fits(("/v1/x", "y=1", ""), 11)
    assert recent.fits(("/v1/x", "y" * 500, "t/csv.."), 10)
    assert not recent.fits(("/v1/x", "y" * 500, "t/csv..."), 10)


@pytest.fixture
def front(catalogue: Catalogue) -> tuple[Flask, Front]:
    app = create_app(catalogue, Settings(log_level="ERROR"))
    found = app.wsgi_app
    assert isinstance(found, Front)
    return app, found


@pytest.mark.parametrize(
    "path",
    [
        "/v1/matrix?concept=rare-earth&as_of=2021-01-01",
        "/v1/elements?concept=rare-earth&format=csv",
        "/v1/disagreements?concept=rare-earth&kind=membership",
        "/",
    ],
)
def test_asking_again_gives_the_same_without_flask(front: tuple[Flask, Front], path: str) -> None:
    app, layer = front
    place, _, query = path.partition("?")
    assert layer.look_up("GET", place, query, []) is None
    first = app.test_client().get(path)
    assert first.status_code == 200
    again = layer.look_up("GET", place, query, [])
    assert again is not None
    assert (again.status, b"".join(again.pieces)) == (b"200 OK", first.data)
    assert _same(again.head) == _same(str(first.headers).encode())
    head = layer.look_up("HEAD", place, query, [])
    assert head is not None
    assert (head.pieces, _same(head.head)) == ((), _same(again.head))
    known = [("IF-NONE-MATCH", first.headers["ETag"])]
    unchanged = layer.look_up("GET", place, query, known)
    assert unchanged is not None
    assert (unchanged.status, unchanged.pieces) == (b"304 NOT MODIFIED", ())


def test_what_was_answered_without_flask_is_kept_when_it_is_asked_for_again(
    front: tuple[Flask, Front],
) -> None:
    lookups = front[1].lookups
    first, again, kept = (
        lookups.find("GET", "/v1/resolve", "q=caesium&q=CO", {}) for _ in range(3)
    )
    assert first == again is kept
    assert again is not None
    assert again is not first
    assert lookups.recent.size == again.own + OVERHEAD
    assert again.own > len(b"".join(again.pieces))


def test_a_question_that_is_not_asked_again_takes_no_place(front: tuple[Flask, Front]) -> None:
    lookups = front[1].lookups
    for number in range(1_000):
        assert lookups.find("GET", "/v1/resolve", f"q=Sc&q={number}", {}) is not None
    assert lookups.recent.size == 0


def test_of_what_shares_the_bytes_of_a_ready_answer_only_its_own_count(
    catalogue: Catalogue, made: Made
) -> None:
    front = create_app(catalogue, Settings(log_level="ERROR"), made).wsgi_app
    assert isinstance(front, Front)
    for path, query in (("/v1/elements/scandium", ""), ("/v1/elements/Sc", "concept=rare-earth")):
        asked = [front.lookups.find("GET", path, query, {}) for _ in range(3)]
        assert asked[0] is not None
        assert asked[1] is asked[2]
    assert front.lookups.recent.size < 8_000


def test_each_representation_is_kept_apart(front: tuple[Flask, Front]) -> None:
    app, layer = front
    types = ["text/csv", "application/x-ndjson", "text/csv, application/json;q=0.5", ""]
    said = {
        accept: app.test_client().get("/v1/concepts", headers={"Accept": accept})
        for accept in types
    }
    pages = {accept: app.test_client().get("/", headers={"Accept": accept}) for accept in _BROWSER}
    for path, answers in (("/v1/concepts", said), ("/", pages)):
        for accept, first in answers.items():
            again = layer.look_up("GET", path, "", [("ACCEPT", accept)])
            assert (again is not None) == (first.status_code == 200)
            if again is not None:
                assert b"".join(again.pieces) == first.data
                assert _same(again.head) == _same(str(first.headers).encode())
    assert pages["text/html"].data[:1] == b"<"
    assert pages["*/*"].data[:1] == b"{"


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/v1/elements/unobtainium", {}),
        ("/v1/elements/Sc?authorty=x", {}),
        ("/v1/elements/Sc", {"Accept": "text/csv"}),
        ("/v1/elements/scandium", {"Range": "bytes=0-9"}),
        ("/v1/elements/scandium", {"If-Match": "*"}),
        ("/livez", {}),
        ("/version", {}),
    ],
)
def test_what_does_not_last_is_not_kept(
    front: tuple[Flask, Front], path: str, headers: dict[str, str]
) -> None:
    app, layer = front
    app.test_client().get(path, headers=headers)
    assert layer.lookups.recent.size == 0


def _same(lines: bytes) -> list[bytes]:
    of_the_moment = (b"X-Request-Id: ", b"Date: ")
    return sorted(
        line for line in lines.splitlines() if line and not line.startswith(of_the_moment)
    )
