"""Look-ups that never reach Flask give the same bytes and headers as the ordinary road."""

from urllib.parse import quote

import pytest

from service.app import create_app
from service.catalogue import Catalogue
from service.front import Front
from service.ready import Made, common_targets, default_paths
from service.settings import Settings
from tests.roads import Fast, Slow


@pytest.fixture(scope="module")
def slow(catalogue: Catalogue, made: Made) -> Slow:
    return Slow(create_app(catalogue, Settings(log_level="ERROR"), made))


@pytest.fixture(scope="module")
def front(catalogue: Catalogue, made: Made) -> Front:
    app = create_app(catalogue, Settings(log_level="ERROR"), made)
    assert isinstance(app.wsgi_app, Front)
    return app.wsgi_app


def test_ready_answers_are_those_of_the_ordinary_road(catalogue: Catalogue, fast: Fast) -> None:
    unmade = Slow(create_app(catalogue, Settings(log_level="ERROR")))
    assert len(catalogue.elements) == 118
    for path in (*default_paths(catalogue), *common_targets(catalogue)):
        for method in ("GET", "HEAD"):
            answer = fast(path, method)
            assert answer.status == 200
            assert answer == unmade(path, method), path


def test_an_element_by_any_name_is_the_same_on_both_roads(
    catalogue: Catalogue, fast: Fast, slow: Slow, front: Front
) -> None:
    names = {name.text for name in catalogue.records.names}
    mentions = [*sorted(names)[::5], "SC", "co", "CO", "21", "7440-20-2", "U-235", "Sc3+", "%53c"]
    for mention in mentions:
        path = f"/v1/elements/{quote(mention, safe='%')}"
        answer = fast(path)
        assert answer == slow(path), path
        assert (front.look_up("GET", path, "", []) is not None) == (answer.status == 200), path
    assert fast("/v1/elements/%53c") == fast("/v1/elements/Sc")


def test_the_answer_by_another_name_is_that_of_the_ordinary_road_without_anything_ready(
    catalogue: Catalogue, fast: Fast
) -> None:
    unmade = Slow(create_app(catalogue, Settings(log_level="ERROR")))
    for mention in ("scandium", quote("иттрий"), "CO", "21", "D", "U-235"):
        made, whole = fast(f"/v1/elements/{mention}"), unmade(f"/v1/elements/{mention}")
        assert made.body == whole.body
        # the tag is another, for it need not be made of the whole body
        assert made.headers.pop("ETag") != whole.headers.pop("ETag")
        assert made.headers == whole.headers


def test_no_two_mentions_share_a_tag(catalogue: Catalogue, fast: Fast) -> None:
    paths = ["Sc", "scandium", "SC", "21", "Y", "yttrium", "Skandium", quote("скандий")]
    answers = [fast(f"/v1/elements/{mention}") for mention in paths]
    assert len({answer.headers.get("ETag") for answer in answers}) == len(
        {answer.body for answer in answers}
    )


def test_an_unchanged_answer_is_a_304_on_both_roads(
    catalogue: Catalogue, fast: Fast, slow: Slow
) -> None:
    for path in [*(f"/v1/elements/{symbol}" for symbol in catalogue.elements), "/v1/elements/SC"]:
        etag = slow(path).headers["ETag"]
        for known in (etag, f'"other", {etag}', f"W/{etag}", "*"):
            answer = fast(path, If_None_Match=known)
            assert (answer.status, answer.body) == (304, b"")
            assert answer == slow(path, If_None_Match=known)
        assert fast(path, If_None_Match='"other"').status == 200


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/v1/elements/SC?strict=true", {}),
        ("/v1/elements/Sc", {"Accept": "text/html"}),
        ("/v1/elements/Sc", {"Accept": "application/json;q=0"}),
        ("/v1/elements/Sc", {"Range": "bytes=0-9"}),
        ("/v1/elements/scandium", {"Range": "bytes=200-300"}),
        ("/v1/elements/Sc", {"If_Match": '"x"'}),
        ("/v1/elements?format=csv&concept=critical&as_of=2024-01-01", {}),
        ("/v1/elements/unobtainium", {}),
        ("/v1/elements/NA", {}),
        ("/v1/elements/Sc%2FY", {}),
        ("/v1/elements/%ff", {}),
        ("/v1/elements/", {}),
        ("/v1/elements/Sc?authorty=x", {}),
    ],
)
def test_everything_else_takes_the_ordinary_road(
    fast: Fast, slow: Slow, path: str, headers: dict[str, str]
) -> None:
    answer, wanted = fast(path, **headers), slow(path, **headers)
    assert (answer.status, answer.headers.keys()) == (wanted.status, wanted.headers.keys())
    if answer.status < 400:
        assert answer == wanted


def test_a_header_given_twice_takes_the_ordinary_road(front: Front) -> None:
    twice = [("ACCEPT", "*/*"), ("ACCEPT", "text/html")]
    assert front.look_up("GET", "/v1/elements/Sc", "", twice) is None
    assert front.look_up("GET", "/v1/elements/Sc", "", twice[:1]) is not None


@pytest.mark.parametrize("header", ["CONTENT-LENGTH", "TRANSFER-ENCODING", "EXPECT", "RANGE"])
def test_a_request_with_a_body_or_a_wish_takes_the_ordinary_road(front: Front, header: str) -> None:
    assert front.look_up("GET", "/v1/elements/Sc", "", [(header, "0")]) is None
    assert front.look_up("POST", "/v1/elements/Sc", "", []) is None


def test_a_request_id_is_taken_or_made(fast: Fast, front: Front) -> None:
    given = front.look_up("GET", "/v1/elements/Sc", "", [("X-REQUEST-ID", "mine-1")])
    assert given is not None
    assert given.head.endswith(b"X-Request-Id: mine-1\r\n")
    made = front.look_up("GET", "/v1/elements/Sc", "", [("X-REQUEST-ID", "not valid")])
    assert made is not None
    assert b"not valid" not in made.head
    assert len(made.head.rpartition(b": ")[2]) == 34
