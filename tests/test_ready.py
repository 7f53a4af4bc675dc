"""Both roads to an answer give the same bytes and headers."""

import pytest
from flask import Flask

from service.app import create_app, make_ready
from service.catalogue import Catalogue
from service.ready import default_paths
from service.settings import Settings

_OF_THE_REQUEST = {"X-Request-Id", "Date"}


@pytest.fixture(scope="module")
def roads(catalogue: Catalogue) -> tuple[Flask, Flask]:
    ordinary = create_app(catalogue, Settings(log_level="ERROR"))
    ready = create_app(catalogue, Settings(log_level="ERROR"))
    make_ready(ready, catalogue)
    return ordinary, ready


def test_ready_answers_are_those_of_the_ordinary_road(
    roads: tuple[Flask, Flask], catalogue: Catalogue
) -> None:
    ordinary, ready = (app.test_client() for app in roads)
    assert len(catalogue.elements) == 118
    for path in default_paths(catalogue):
        for method in ("GET", "HEAD"):
            slow = ordinary.open(path, method=method)
            fast = ready.open(path, method=method)
            assert fast.status_code == slow.status_code == 200
            assert fast.data == slow.data
            assert _kept(fast.headers) == _kept(slow.headers), path


def test_an_unchanged_answer_is_a_304_on_both_roads(
    roads: tuple[Flask, Flask], catalogue: Catalogue
) -> None:
    ordinary, ready = (app.test_client() for app in roads)
    for symbol in catalogue.elements:
        path = f"/v1/elements/{symbol}"
        etag = ordinary.get(path).headers["ETag"]
        for known in (etag, f'"other", {etag}', f"W/{etag}", "*"):
            slow = ordinary.get(path, headers={"If-None-Match": known})
            fast = ready.get(path, headers={"If-None-Match": known})
            assert fast.status_code == slow.status_code == 304
            assert fast.data == slow.data == b""
            assert _kept(fast.headers) == _kept(slow.headers)


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/v1/elements/Sc?concept=rare-earth", {}),
        ("/v1/elements/scandium", {}),
        ("/v1/elements/Sc?strict=true", {}),
        ("/v1/elements/Sc", {"Accept": "text/html"}),
        ("/v1/elements/Sc", {"Accept": "application/json;q=0"}),
        ("/v1/elements?format=csv", {}),
        ("/v1/elements/unobtainium", {}),
        ("/v1/elements/Sc?authorty=x", {}),
    ],
)
def test_everything_else_takes_the_ordinary_road(
    roads: tuple[Flask, Flask], path: str, headers: dict[str, str]
) -> None:
    slow, fast = (app.test_client().get(path, headers=headers) for app in roads)
    assert fast.status_code == slow.status_code
    assert _kept(fast.headers) == _kept(slow.headers)
    if fast.is_json and fast.status_code >= 400:
        assert {**fast.json, "request_id": ""} == {**slow.json, "request_id": ""}
    else:
        assert fast.data == slow.data


def test_a_request_id_is_taken_or_made_on_the_ready_road(roads: tuple[Flask, Flask]) -> None:
    ready = roads[1].test_client()
    given = ready.get("/v1/elements/Sc", headers={"X-Request-Id": "mine-1"})
    assert given.headers["X-Request-Id"] == "mine-1"
    made = ready.get("/v1/elements/Sc", headers={"X-Request-Id": "not valid"})
    assert len(made.headers["X-Request-Id"]) == 32


def _kept(headers: object) -> list[tuple[str, str]]:
    pairs = dict(headers)  # type: ignore[call-overload]  # werkzeug's headers iterate as pairs
    return sorted((name, value) for name, value in pairs.items() if name not in _OF_THE_REQUEST)
