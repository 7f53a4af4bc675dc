"""Which representation comes, and what a cache or a browser may do with it."""

import re
from urllib.request import urlopen

import pytest
from werkzeug.test import Client

from tests.support.server import Server
from tests.support.shapes import validated
from tests.support.walk import plain_gets

SC = "/v1/elements/Sc"
CACHED = [path for path in plain_gets() if path not in ("/livez", "/readyz", "/version")]


def etag(client: Client, path: str = SC, **headers: str) -> str:
    answer = validated(client.get(path, headers=headers))
    assert answer.status_code == 200
    return str(answer.headers["ETag"])


@pytest.mark.parametrize("path", CACHED)
def test_every_cacheable_answer_has_a_strong_etag_and_says_how_long_it_keeps(
    client: Client, path: str
) -> None:
    answer = validated(client.get(path))
    assert re.fullmatch(r'"[0-9a-f]{40}"', answer.headers["ETag"])
    assert answer.headers["Cache-Control"] == "public, max-age=300, stale-while-revalidate=86400"
    assert "Accept" in answer.headers["Vary"]


@pytest.mark.parametrize("path", [*CACHED, "/openapi.json", "/docs"])
def test_the_same_tag_again_is_304_without_a_body(client: Client, path: str) -> None:
    first = client.get(path)
    again = validated(client.get(path, headers={"If-None-Match": first.headers["ETag"]}))
    assert again.status_code == 304
    assert again.data == b""
    for name in ("ETag", "Cache-Control", "Vary", "Content-Location"):
        assert again.headers.get(name) == first.headers.get(name)


@pytest.mark.parametrize("form", ['"nope", {}', "{}", "*", "W/{}", 'W/"nope",W/{} , "more"'])
def test_if_none_match_is_heard_in_every_form(client: Client, form: str) -> None:
    header = {"If-None-Match": form.format(etag(client))}
    assert validated(client.get(SC, headers=header)).status_code == 304
    assert validated(client.head(SC, headers=header)).status_code == 304


@pytest.mark.parametrize("form", ['"nope"', "", "nope", '"nope', 'W/"nope"'])
def test_another_tag_or_none_is_answered_whole(client: Client, form: str) -> None:
    answer = validated(client.get(SC, headers={"If-None-Match": form}))
    assert (answer.status_code, answer.json["element"]["symbol"]) == (200, "Sc")


def test_a_post_knows_no_conditions_and_is_not_kept(client: Client) -> None:
    answer = validated(
        client.post("/v1/classify", json={"items": ["Sc"]}, headers={"If-None-Match": "*"})
    )
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert "ETag" not in answer.headers


def test_if_match_with_another_tag_is_a_problem_and_with_this_one_an_answer(
    client: Client,
) -> None:
    tag = etag(client)
    assert validated(client.get(SC, headers={"If-Match": tag})).status_code == 200
    refused = validated(client.get(SC, headers={"If-Match": '"nope"'}))
    assert refused.status_code == 412
    assert refused.json["type"] == "/v1/problems/precondition-failed"
    assert tag in refused.json["detail"]


@pytest.mark.parametrize("path", [*plain_gets(), "/openapi.json", "/docs", "/v1/elements/Xx"])
def test_head_has_the_headers_of_get_and_no_body(client: Client, path: str) -> None:
    got, head = client.get(path), validated(client.head(path))
    passing = {"X-Request-Id", "Date"}
    if got.status_code == 200:
        assert {k: v for k, v in head.headers.items() if k not in passing} == {
            k: v for k, v in got.headers.items() if k not in passing
        }
    assert head.status_code == got.status_code
    assert head.headers["Content-Length"] == str(len(got.data))


def test_different_answers_and_representations_have_different_tags(client: Client) -> None:
    addresses = [SC, "/v1/elements/Y", f"{SC}?concept=rare-earth", "/v1/elements/sc"]
    tags = [etag(client, address) for address in addresses]
    tags.append(etag(client, "/v1/elements"))
    tags.append(etag(client, "/v1/elements?format=csv"))
    tags.append(etag(client, "/v1/elements?format=ndjson"))
    assert len(set(tags)) == len(tags)


def test_the_tag_is_the_same_from_every_worker_and_start(client: Client, server: Server) -> None:
    with urlopen(f"{server.url}{SC}") as answer:  # noqa: S310 - loopback
        assert answer.headers["ETag"] == etag(client)


@pytest.mark.parametrize(
    ("asked", "location"),
    [
        ("Sc", SC),
        ("sc", SC),
        ("скандий", SC),
        ("21", SC),
        ("caesium", "/v1/elements/Cs"),
        ("sc?concept=rare-earth", f"{SC}?concept=rare-earth"),
        ("sc?lang=en&strict=false", SC),
        ("21?authority=izvestia&as_of=2025-06-01", f"{SC}?authority=izvestia&as_of=2025-06-01"),
        ("21?concept=critical&concept=scarce", f"{SC}?concept=critical&concept=scarce"),
        ("21?history=true&detail=brief", f"{SC}?history=true"),
    ],
)
def test_content_location_is_the_address_by_symbol_of_the_same_choice(
    client: Client, asked: str, location: str
) -> None:
    answer = validated(client.get(f"/v1/elements/{asked}"))
    assert answer.headers["Content-Location"] == location
    there = validated(client.get(location))
    assert there.headers["Content-Location"] == location
    assert {**there.json, "read_as": None} == {**answer.json, "read_as": None}


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/version"])
def test_probes_are_never_kept(client: Client, path: str) -> None:
    answer = validated(client.get(path))
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert "ETag" not in answer.headers


@pytest.mark.parametrize(
    "accept",
    [
        "application/json",
        "application/json; charset=utf-8",
        "application/json;q=0.1",
        "application/*",
        "*/*",
        "text/html, */*;q=0.1",
        "",
    ],
)
def test_json_is_sent_to_whoever_takes_it(client: Client, accept: str) -> None:
    answer = validated(client.get(SC, headers={"Accept": accept}))
    assert (answer.status_code, answer.content_type) == (200, "application/json")


@pytest.mark.parametrize(
    "accept", ["text/html", "application/json;q=0", "*/*;q=0", "image/*", "application/ld+json"]
)
def test_whoever_takes_no_json_is_told_what_there_is(client: Client, accept: str) -> None:
    answer = validated(client.get(SC, headers={"Accept": accept}))
    offered = ["application/json", "text/csv; charset=utf-8", "text/plain; charset=utf-8"]
    assert (answer.status_code, answer.json["available"]) == (406, offered)
    alone = validated(client.get("/v1/concepts", headers={"Accept": accept}))
    assert (alone.status_code, alone.json["available"]) == (406, ["application/json"])


@pytest.mark.parametrize("accept", ["text/html", "text/html;charset=utf-8", "text/*"])
def test_the_page_is_sent_to_whoever_takes_html(client: Client, accept: str) -> None:
    assert client.get("/docs", headers={"Accept": accept}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "accept", "media_type"),
    [
        ("", "text/csv", "text/csv; charset=utf-8"),
        ("", "text/csv; charset=utf-8", "text/csv; charset=utf-8"),
        ("", "application/x-ndjson", "application/x-ndjson"),
        ("", "text/csv;q=0.5, application/json", "application/json"),
        ("?format=json", "text/csv", "application/json"),
        ("?format=csv", "application/json", "text/csv; charset=utf-8"),
        ("?format=ndjson", "", "application/x-ndjson"),
    ],
)
def test_a_table_comes_as_asked_and_the_parameter_goes_before_the_header(
    client: Client, asked: str, accept: str, media_type: str
) -> None:
    answer = validated(client.get(f"/v1/elements{asked}", headers={"Accept": accept}))
    assert (answer.status_code, answer.content_type) == (200, media_type)


@pytest.mark.parametrize("path", ["/", SC, "/v1/elements", "/v1/classify", "/openapi.json"])
def test_a_preflight_allows_what_the_path_allows(client: Client, path: str) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    answer = validated(client.options(path, headers=asked))
    assert answer.status_code == 204
    allowed = set(answer.headers["Access-Control-Allow-Methods"].split(", "))
    assert allowed == set(answer.headers["Allow"].split(", "))
    assert ("POST" in allowed) == (path == "/v1/classify")
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


@pytest.mark.parametrize("given", ["a", "A-1_b.c:d", "x" * 64])
def test_a_request_id_is_taken_over(client: Client, given: str) -> None:
    answer = validated(client.get("/v1/elements/Xx", headers={"X-Request-Id": given}))
    assert answer.headers["X-Request-Id"] == answer.json["request_id"] == given


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", "a/b", "é", "a,b", '"'])
def test_a_request_id_that_does_not_fit_is_replaced(client: Client, given: str) -> None:
    ids = {
        validated(client.get(SC, headers={"X-Request-Id": given})).headers["X-Request-Id"]
        for _ in range(2)
    }
    assert given not in ids
    assert len(ids) == 2
    assert all(re.fullmatch(r"[0-9a-f]{32}", each) for each in ids)


def test_the_data_version_in_the_header_is_that_of_the_body(client: Client) -> None:
    answer = validated(client.get(SC))
    assert answer.headers["Data-Version"] == answer.json["data_version"]
    assert validated(client.get("/version")).json["data_version"] == answer.json["data_version"]
