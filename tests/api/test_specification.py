"""The description: committed, valid, complete, and kept by every answer."""

import json

import pytest
from flask import Flask
from werkzeug.test import Client
from openapi_spec_validator import validate
from werkzeug.routing import Rule

from service.api.openapi import OPENAPI
from service.cli.describe import made, written
from tests.support import walk
from tests.support.shapes import PROBLEM, faults, validated

OPERATIONS = [
    (method, path, operation)
    for path, operations in walk.paths().items()
    for method, operation in operations.items()
    if method != "parameters"
]
NAMES = [f"{method} {path}" for method, path, _ in OPERATIONS]
_UNDESCRIBED = {"/openapi.json", "/docs"}
"""The description itself, and pages for people."""


def test_the_committed_description_is_what_the_routes_are() -> None:
    text = OPENAPI.read_text("utf-8")
    assert written(made()) == text, "run python -m service openapi"


def test_the_served_description_is_the_committed_one(client: Client) -> None:
    answer = client.get("/openapi.json")
    assert answer.content_type == "application/json"
    assert answer.json == json.loads(OPENAPI.read_text("utf-8"))


def test_the_description_is_valid_openapi() -> None:
    spec = json.loads(OPENAPI.read_text("utf-8"))
    assert spec["openapi"].startswith("3.1")
    validate(spec)


def test_every_operation_has_an_id_of_its_own() -> None:
    ids = [operation["operationId"] for _, _, operation in OPERATIONS]
    assert len(set(ids)) == len(ids) > 0


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=NAMES)
def test_every_operation_says_what_it_does_and_which_problems_it_has(
    method: str, path: str, operation: dict[str, dict[str, dict[str, object]]]
) -> None:
    assert operation["summary"]
    assert operation["tags"]
    responses = operation["responses"]
    assert {"200", "406", "default"} <= set(responses)
    problems = {code: r for code, r in responses.items() if code not in ("200", "304")}
    for code, response in problems.items():
        assert list(response["content"]) == [PROBLEM], code  # type: ignore[call-overload]
    assert {"400", "413", "415", "422"} <= set(responses) or method == "get"
    assert ("404" in responses) == ("{" in path)


def in_braces(rule: Rule) -> str:
    return rule.rule.replace("<", "{").replace(">", "}")


def test_every_route_is_described_and_everything_described_is_a_route(app: Flask) -> None:
    routes = {
        (method.lower(), in_braces(rule))
        for rule in app.url_map.iter_rules()
        if rule.rule not in _UNDESCRIBED and not rule.endpoint.startswith("web.")
        for method in rule.methods or set()
        if method not in ("HEAD", "OPTIONS")
    }
    assert routes == {(method, path) for method, path, _ in OPERATIONS}


@pytest.mark.parametrize("address", walk.plain_gets())
def test_every_plain_address_answers_as_described(client: Client, address: str) -> None:
    assert validated(client.get(address)).status_code == 200


@pytest.mark.parametrize(("path", "body"), walk.posts().items(), ids=walk.posts())
def test_every_post_answers_as_described(
    client: Client, path: str, body: dict[str, object]
) -> None:
    assert validated(client.post(path, json=body)).status_code == 200


def test_every_member_of_every_collection_answers_as_described(client: Client) -> None:
    seen = 0
    for address in walk.members(client):
        answer = validated(client.get(address))
        assert answer.status_code == 200, address
        seen += 1
    assert seen > 118


def test_every_link_of_the_start_leads_somewhere(client: Client) -> None:
    links = validated(client.get("/")).json["links"]
    for name, address in links.items():
        path = address.partition("?")[0]
        if "post" in walk.paths().get(path, {}):
            assert validated(client.post(path, json=walk.BODIES[path])).status_code == 200, name
        else:
            assert client.get(address).status_code == 200, name


def test_a_body_of_another_shape_is_found_out(client: Client) -> None:
    schema = {"$ref": "#/components/schemas/BriefElementOut"}
    body = validated(client.get("/v1/elements/Sc")).json
    assert faults(schema, body) == []
    for name in body:
        assert faults(schema, {each: body[each] for each in body if each != name})
    body["concepts"][0]["included"][0]["authority"] = None
    assert faults(schema, body)
