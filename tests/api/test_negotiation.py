"""Which representation comes, and what a cache or a browser may do with it."""

import re
from urllib.request import urlopen

import pytest
from werkzeug.test import Client

from tests.support.reconciliation import MATCH
from tests.support.server import Server
from tests.support.shapes import validated
from tests.support.walk import plain_gets

SC = "/v1/elements/Sc"
PROBES = ["/livez", "/readyz", "/version"]
PASSING = {"X-Request-Id", "Date"}
"""Headers that differ from one answer to the next."""


def etag(client: Client, path: str = SC) -> str:
    answer = validated(client.get(path))
    assert answer.status_code == 200
    return str(answer.headers["ETag"])


@pytest.mark.parametrize("path", [*plain_gets(), "/openapi.json", "/docs", "/v1/elements/Xx"])
def test_get_head_and_an_unchanged_answer_agree_on_their_headers(client: Client, path: str) -> None:
    got, head = client.get(path), validated(client.head(path))
    headers = {name: value for name, value in got.headers.items() if name not in PASSING}
    assert head.status_code == got.status_code
    assert head.headers["Content-Length"] == str(len(got.data))
    if path in PROBES:
        assert (got.status_code, got.headers["Cache-Control"]) == (200, "no-store")
        assert "ETag" not in got.headers
    elif got.status_code == 200:
        assert {k: v for k, v in head.headers.items() if k not in PASSING} == headers
        assert re.fullmatch(r'"[0-9a-f]{40}"', headers["ETag"])
        assert headers["Cache-Control"] == "public, max-age=300, stale-while-revalidate=86400"
        assert "Accept" in headers["Vary"]
        again = validated(client.get(path, headers={"If-None-Match": headers["ETag"]}))
        assert (again.status_code, again.data) == (304, b"")
        for name in ("ETag", "Cache-Control", "Vary", "Content-Location"):
            assert again.headers.get(name) == headers.get(name)


@pytest.mark.parametrize(
    ("form", "status"),
    [
        *(('"nope", {}', 304), ("{}", 304), ("*", 304), ("W/{}", 304)),
        *(('W/"nope",W/{} , "more"', 304), ('"nope"', 200), ("", 200), ("nope", 200)),
        *(('"nope', 200), ('W/"nope"', 200)),
    ],
)
def test_if_none_match_is_heard_in_every_form(client: Client, form: str, status: int) -> None:
    header = {"If-None-Match": form.format(etag(client))}
    assert validated(client.get(SC, headers=header)).status_code == status
    assert validated(client.head(SC, headers=header)).status_code == status


def test_a_post_knows_no_conditions_and_is_not_kept(client: Client) -> None:
    header = {"If-None-Match": "*"}
    answer = validated(client.post("/v1/classify", json={"items": ["Sc"]}, headers=header))
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert "ETag" not in answer.headers


def test_if_match_is_answered_for_this_tag_alone(client: Client) -> None:
    tag = etag(client)
    assert validated(client.get(SC, headers={"If-Match": tag})).status_code == 200
    refused = validated(client.get(SC, headers={"If-Match": '"nope"'}))
    assert refused.status_code == 412
    assert refused.json["type"] == "/v1/problems/precondition-failed"
    assert tag in refused.json["detail"]


def test_tags_differ_by_answer_and_form_alone(client: Client, quiet_server: Server) -> None:
    asked = [
        SC,
        "/v1/elements/Y",
        f"{SC}?concept=rare-earth",
        "/v1/elements/sc",
        f"{SC}?format=csv",
    ]
    assert len({etag(client, address) for address in asked}) == len(asked)
    with urlopen(f"{quiet_server.url}{SC}") as answer:  # noqa: S310 - loopback
        assert answer.headers["ETag"] == etag(client)


@pytest.mark.parametrize(
    ("asked", "location"),
    [
        *((mention, SC) for mention in ("Sc", "sc", "скандий", "21")),
        ("sc?concept=rare-earth", f"{SC}?concept=rare-earth"),
        ("sc?lang=en&strict=false", SC),
        ("21?authority=izvestia&as_of=2025-06-01", f"{SC}?authority=izvestia&as_of=2025-06-01"),
        ("21?concept=critical&concept=scarce", f"{SC}?concept=critical&concept=scarce"),
        ("21?history=true&detail=brief", f"{SC}?history=true"),
    ],
)
def test_content_location_is_by_symbol(client: Client, asked: str, location: str) -> None:
    answer = validated(client.get(f"/v1/elements/{asked}"))
    assert answer.headers["Content-Location"] == location
    there = validated(client.get(location))
    assert there.headers["Content-Location"] == location
    assert {**there.json, "read_as": None} == {**answer.json, "read_as": None}


OFFERED = ["application/json", "text/csv; charset=utf-8", "text/plain; charset=utf-8"]


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        *(("application/json; charset=utf-8", 200), ("application/json;q=0.1", 200)),
        *(("application/*", 200), ("*/*", 200), ("text/html, */*;q=0.1", 200), ("", 200)),
        *(("text/html", 406), ("application/json;q=0", 406), ("*/*;q=0", 406)),
        *(("image/*", 406), ("application/ld+json", 406)),
    ],
)
def test_json_is_sent_to_whoever_takes_it(client: Client, accept: str, status: int) -> None:
    for path, offered in ((SC, OFFERED), ("/v1/concepts", OFFERED[:1])):
        answer = validated(client.get(path, headers={"Accept": accept}))
        assert answer.status_code == status
        if status == 200:
            assert answer.content_type == "application/json"
        else:
            assert answer.json["available"] == offered


@pytest.mark.parametrize("path", ["/", SC, "/v1/classify", "/openapi.json", MATCH])
def test_a_preflight_allows_what_the_path_allows(client: Client, path: str) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    answer = validated(client.options(path, headers=asked))
    assert answer.status_code == 204
    allowed = set(answer.headers["Access-Control-Allow-Methods"].split(", "))
    assert allowed == set(answer.headers["Allow"].split(", "))
    assert ("POST" in allowed) == (path in ("/v1/classify", MATCH))
    assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]
    assert answer.headers["Access-Control-Max-Age"] == "86400"
    assert "Content-Type" not in answer.headers


@pytest.mark.parametrize("path", [SC, "/v1/elements/Xx"])
def test_scripts_elsewhere_may_read_the_headers_that_matter(client: Client, path: str) -> None:
    answer = validated(client.get(path, headers={"Origin": "https://example.org"}))
    exposed = answer.headers["Access-Control-Expose-Headers"].split(", ")
    wanted = {"ETag", "Link", "X-Request-Id", "Retry-After", "Data-Version", "Content-Location"}
    assert set(exposed) == wanted
    assert "Access-Control-Allow-Credentials" not in answer.headers


def test_the_data_version_in_the_header_is_that_of_the_body(client: Client) -> None:
    answer = validated(client.get(SC))
    assert answer.headers["Data-Version"] == answer.json["data_version"]
    assert validated(client.get("/version")).json["data_version"] == answer.json["data_version"]
