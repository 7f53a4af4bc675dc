"""Every error is a problem that says what would have worked."""

import json
from typing import Any

import pytest
from flask import Flask, Response, abort
from werkzeug.exceptions import default_exceptions
from werkzeug.test import Client, TestResponse

from service.answers.problem_types import TYPES
from service.app import create_app
from service.catalogue import Catalogue
from tests.support.shapes import PROBLEM, validated
from tests.support.stack import stack

CLASSIFY = "/v1/classify"
JSON = "application/json"
READ = "application/json, application/x-ndjson, text/csv"


def problem(answer: TestResponse) -> dict[str, Any]:
    body: dict[str, Any] = validated(answer).json
    assert answer.content_type == PROBLEM
    return body


def test_every_type_of_problem_has_a_page_of_its_own(client: Client) -> None:
    listed = validated(client.get("/v1/problems")).json["problems"]
    assert [row["type"].rpartition("/")[2] for row in listed] == list(TYPES)
    for row in listed:
        assert validated(client.get(row["type"])).json == row
        assert row["title"]
        assert row["meaning"]


PATHS = [
    ("GET", "/v1/elements/NA", 422, "ambiguous-mention", "na=sodium or na=missing"),
    ("GET", "/v1/elements/NA?na=missing", 422, "missing-value", "missing"),
    ("GET", "/v1/elements/%20", 422, "missing-value", "empty"),
    ("GET", "/v1/elements/nan", 422, "missing-value", "customary mark"),
    ("GET", "/v1/elements/REE", 404, "collective-term", "/v1/concepts/rare-earth"),
    ("GET", "/v1/elements/unobtainium", 404, "unknown-element", "A symbol, an atomic number, a"),
    ("GET", "/v1/elements/scandum", 404, "unknown-element", "Did you mean Sc?"),
    ("GET", "/v1/elements/119", 404, "unknown-element", "from 1 to 118"),
    ("GET", "/v1/elements/7440-20-3", 404, "unknown-element", "check digit would be 2"),
    ("GET", "/v1/elements/CO2", 404, "unknown-element", "/v1/formulas?formula=CO2"),
    ("GET", "/v1/elements/%D0%A1%D0%BE", 404, "unknown-element", "CYRILLIC CAPITAL LETTER ES"),
    ("GET", "/v1/elements/sc?strict=true", 404, "unknown-element", "Did you mean Sc?"),
    ("GET", "/v1/elements/" + "x" * 256, 422, "invalid-item", "at most 255 characters"),
    ("GET", "/v1/elements/n%2Fa", 404, "no-such-path", "/v1/resolve?q="),
    ("GET", "/v1/elements/Sc/", 404, "no-such-path", "Did you mean /v1/elements/Sc?"),
    ("GET", "/v1/check?element=unobtainium&concept=critical", 404, "unknown-element", "Nothing m"),
    ("GET", "/v1/check?element=REE&concept=critical", 404, "collective-term", "rare-earth"),
    ("GET", "/v1/check?element=NA&concept=critical", 422, "ambiguous-mention", "na=sodium"),
    ("GET", "/v1/nope", 404, "no-such-path", "See /"),
    ("GET", "/v1//elements", 404, "no-such-path", "Did you mean /v1/elements?"),
    ("GET", "/v1/elements/", 404, "no-such-path", "Did you mean /v1/elements?"),
    ("GET", "/v1/authorities/EU", 404, "unknown-authority", "Did you mean european-union?"),
    ("GET", "/v1/concepts/REE", 404, "unknown-concept", "Did you mean rare-earth?"),
    ("GET", "/v1/compare?left=EU&right=x", 422, "invalid-request", "eu-critical-2024"),
    ("GET", "/feeds/", 404, "no-such-path", "See /"),
    ("GET", "/v1/concepts/qqq", 404, "unknown-concept", "/v1/concepts"),
    ("GET", "/v1/editions/izvestia-2052", 404, "unknown-edition", "izvestia-2025"),
    ("GET", "/v1/problems/unknown-elements", 404, "unknown-problem", "mean unknown-element"),
    ("GET", "/v1/sources/qqq", 404, "unknown-source", "/v1/sources"),
    ("GET", "/assets/nope.css", 404, "no-such-path", "See /"),
    ("POST", "/v1/elements", 405, "method-not-allowed", "GET"),
    ("GET", CLASSIFY, 405, "method-not-allowed", "POST"),
    ("HEAD", CLASSIFY, 405, None, ""),
    ("PROPFIND", "/v1/elements/Sc", 405, "method-not-allowed", "PROPFIND"),
    ("TRACE", "/v1/elements/Sc", 405, "method-not-allowed", "TRACE"),
]


@pytest.mark.parametrize("case", PATHS, ids=[f"{row[0]} {row[1]}" for row in PATHS])
def test_a_path_or_method_that_is_not_there_says_what_is(
    client: Client, case: tuple[str, str, int, str | None, str]
) -> None:
    method, path, status, slug, said = case
    answer = validated(client.open(path, method=method))
    assert answer.status_code == status
    if slug is not None:
        assert answer.json["type"] == f"/v1/problems/{slug}"
        assert said in answer.json["detail"]
    if status == 405:
        allowed = set(answer.headers["Allow"].split(", "))
        assert method not in allowed
        assert slug is None or set(answer.json["allowed"]) == allowed


def test_the_candidates_of_an_ambiguous_mention_work_when_chosen(client: Client) -> None:
    candidates = problem(client.get("/v1/elements/NA"))["candidates"]
    assert [c["symbol"] for c in candidates] == ["Na", None]
    chosen = validated(client.get(f"/v1/elements/NA?{candidates[0]['choose']}"))
    assert chosen.json["element"]["symbol"] == "Na"


BODIES: list[tuple[bytes, str, int, str, str]] = [
    (b"", JSON, 400, "malformed-json", "empty"),
    (b"{", JSON, 400, "malformed-json", "end of data"),
    (b'{"items":[NaN]}', JSON, 400, "malformed-json", "JSON value"),
    (b'{"items":[1e999]}', JSON, 400, "malformed-json", "double"),
    (b'{"items":[' + b"9" * 5000 + b"]}", JSON, 400, "malformed-json", "double"),
    (b'{"items":[],"items":["Sc"]}', JSON, 400, "malformed-json", "'items' twice"),
    (b'{"items":["\\ud800"]}', JSON, 400, "malformed-json", "surrogate"),
    ('{"items":["Sc"]}'.encode("utf-16"), JSON, 400, "malformed-json", "UTF-8"),
    (b'{"items":["\xff"]}', JSON, 400, "malformed-json", "UTF-8"),
    (b"[]", JSON, 422, "invalid-request", "object"),
    (b"{}", JSON, 422, "invalid-request", "required"),
    (b'{"items":[],"itmes":[]}', JSON, 422, "invalid-request", "Did you mean items?"),
    (b'{"items":"Sc"}', JSON, 422, "invalid-request", "list"),
    (b'{"items":[],"concept":"rare-eart"}', JSON, 422, "invalid-request", "rare-earth"),
    (b'{"items":[],"lang":"xx"}', JSON, 422, "invalid-request", "names in"),
    (b'{"items":["Sc"]}', "", 415, "unsupported-media-type", JSON),
    (b"items=Sc", "application/x-www-form-urlencoded", 415, "unsupported-media-type", JSON),
]


@pytest.mark.parametrize("case", BODIES)
def test_a_wrong_body_says_why(client: Client, case: tuple[bytes, str, int, str, str]) -> None:
    body, media_type, status, slug, said = case
    headers = {"Content-Type": media_type} if media_type else {}
    answer = client.post(CLASSIFY, data=body, headers=headers)
    found = problem(answer)
    assert (answer.status_code, found["type"]) == (status, f"/v1/problems/{slug}")
    assert said in found["detail"]
    if status == 422:
        assert all("pointer" in fault for fault in found["errors"])
    if status == 415:
        assert answer.headers["Accept"] == READ


@pytest.mark.parametrize("coding", ["gzip", "gzip, identity", "nonsense"])
def test_a_compressed_body_is_refused_with_the_reason(client: Client, coding: str) -> None:
    headers = {"Content-Type": JSON, "Content-Encoding": coding}
    answer = client.post(CLASSIFY, data=b'{"items":[]}', headers=headers)
    assert (problem(answer)["status"], answer.headers["Accept"]) == (415, READ)
    assert "without Content-Encoding" in problem(answer)["detail"]


def test_a_byte_order_mark_and_other_json_types_are_taken(client: Client) -> None:
    body = b'\xef\xbb\xbf{"items":["Sc"]}'
    for media_type in (JSON, f"{JSON}; charset=utf-8", "application/problem+json"):
        answer = validated(client.post(CLASSIFY, data=body, content_type=media_type))
        assert (answer.status_code, answer.json["summary"]["ok"]) == (200, 1)


def test_broken_json_is_placed_by_line_and_column(client: Client) -> None:
    body = b'{"items": ["Sc",\n  nope]}'
    found = problem(client.post(CLASSIFY, data=body, content_type=JSON))
    assert (found["line"], found["column"]) == (2, 3)


@pytest.mark.parametrize("accept", ["text/html", "image/png", "*/*;q=0"])
def test_an_error_ignores_accept(client: Client, accept: str) -> None:
    for path, status in (("/v1/nope", 404), ("/v1/elements?x=1", 422)):
        assert problem(client.get(path, headers={"Accept": accept}))["status"] == status


def test_an_error_says_what_was_asked_as_a_uri_reference(client: Client) -> None:
    found = problem(client.get('/v1/elements/<б> "x"'))
    assert found["instance"] == "/v1/elements/%3C%D0%B1%3E%20%22x%22"


def test_only_an_unknown_element_may_be_kept_for_a_minute(client: Client) -> None:
    assert client.get("/v1/elements/Xx").headers["Cache-Control"] == "public, max-age=60"
    for path in ("/v1/elements/NA", "/v1/nope", "/v1/concepts/x", "/v1/elements?x=1"):
        assert client.get(path).headers["Cache-Control"] == "no-store"


@pytest.fixture(scope="module")
def failing(catalogue: Catalogue) -> Client:
    """A client of an application with routes that fail as told."""
    app: Flask = create_app(catalogue)

    @app.get("/fail/<int:code>")
    def fail(code: int) -> Response:
        abort(code)

    @app.get("/fail/unforeseen")
    def unforeseen() -> Response:
        raise RuntimeError("the secret of the trace")

    return Client(stack(app))


@pytest.mark.parametrize("code", sorted(default_exceptions))
def test_every_error_of_http_is_a_problem_of_its_own_status(failing: Client, code: int) -> None:
    answer = failing.get(f"/fail/{code}")
    found = problem(answer)
    assert answer.status_code == found["status"] == code
    assert answer.headers["Cache-Control"] == "no-store"
    if found["type"] != "about:blank":
        assert validated(failing.get(found["type"])).json["status"] == code
    assert "trace" not in answer.text.lower()


def test_an_unforeseen_error_gives_its_request_id_alone(failing: Client) -> None:
    answer = failing.get("/fail/unforeseen", headers={"X-Request-Id": "seen-in-the-log"})
    found = problem(answer)
    assert (found["status"], found["type"]) == (500, "/v1/problems/internal")
    assert found["request_id"] == "seen-in-the-log"
    assert "secret" not in json.dumps(found)
