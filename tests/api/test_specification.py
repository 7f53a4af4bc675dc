"""The description: committed, valid, complete, with examples, and kept by every answer."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from werkzeug.routing import Rule
from werkzeug.test import Client

from service.api.openapi import OPENAPI
from service.cli.describe import made, written
from tests.support import walk
from tests.support.shapes import PROBLEM, faults, validated

COMMITTED: dict[str, Any] = json.loads(OPENAPI.read_text("utf-8"))
OPERATIONS = [
    (method, path, operation)
    for path, operations in walk.paths().items()
    for method, operation in operations.items()
    if method != "parameters"
]
NAMES = [f"{method} {path}" for method, path, _ in OPERATIONS]
_UNDESCRIBED = {"/openapi.json", "/docs"}
"""The description itself, and a page for people."""
_DESCRIBED_ELSEWHERE = ("web.", "reconcile.", "reconcile-draft.")
"""Blueprints of pages, and of routes that a specification of others describes."""


@pytest.fixture(scope="module")
def today() -> dict[str, Any]:
    """The description as the code and today's data make it."""
    return made()


def without_examples(node: Any) -> Any:
    if isinstance(node, list):
        return [without_examples(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    kept = {name: inner for name, inner in node.items() if name not in ("example", "examples")}
    return {name: without_examples(inner) for name, inner in kept.items()}


def described(node: Any, place: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every parameter and content with its place: all that has a schema of its own."""
    if isinstance(node, list):
        node = {str(index): inner for index, inner in enumerate(node)}
    if isinstance(node, dict):
        if "schema" in node:
            yield place, node
        for name, inner in node.items():
            yield from described(inner, f"{place}/{name}")


def examples(described_: dict[str, Any]) -> list[tuple[dict[str, Any], Any]]:
    """Give every example of a parameter or content with the schema that it has to keep."""
    schema = described_["schema"]
    named = described_.get("examples", {}).values()
    shapes = schema.get("anyOf", [schema]) if named else []
    single = [(schema, described_["example"])] if "example" in described_ else []
    return [*single, *((shape, each["value"]) for shape, each in zip(shapes, named, strict=True))]


def faults_of_examples(specification: dict[str, Any]) -> list[str]:
    """List the faults of all examples against their schemas, every object closed."""
    found = []
    components = closed(specification["components"])
    for place, each in described(specification):
        for schema, example in examples(each):
            rooted = {**closed(schema), "components": components}
            checker = Draft202012Validator(rooted, format_checker=FormatChecker(["date"]))
            found += [f"{place}: {error.message[:200]}" for error in checker.iter_errors(example)]
    return found


def closed(node: Any) -> Any:
    """Give a schema that takes no member that it does not list."""
    if isinstance(node, list):
        return [closed(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    copy = {name: closed(inner) for name, inner in node.items()}
    if copy.get("type") == "object" and "properties" in copy:
        copy["additionalProperties"] = False
    return copy


def test_the_committed_description_is_what_the_routes_are(today: dict[str, Any]) -> None:
    fresh, committed = (written(without_examples(each)) for each in (today, COMMITTED))
    assert fresh == committed, "run python -m service openapi"
    assert written(COMMITTED) == OPENAPI.read_text("utf-8")


def test_the_served_description_is_the_committed_one(client: Client) -> None:
    answer = client.get("/openapi.json")
    assert answer.content_type == "application/json"
    assert answer.json == COMMITTED
    assert len(answer.data) < 320_000


def test_the_description_is_valid_openapi_and_names_everything() -> None:
    assert COMMITTED["openapi"].startswith("3.1")
    validate(COMMITTED)
    ids = [operation["operationId"] for _, _, operation in OPERATIONS]
    assert len(set(ids)) == len(ids) > 0
    assert all(tag["description"] for tag in COMMITTED["tags"])
    used = {tag for _, _, operation in OPERATIONS for tag in operation["tags"]}
    assert used == {tag["name"] for tag in COMMITTED["tags"]}
    schemas = COMMITTED["components"]["schemas"]
    assert [name for name, schema in schemas.items() if not schema["description"]] == []


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=NAMES)
def test_every_operation_says_what_it_does_with_examples_and_problems(
    method: str, path: str, operation: dict[str, Any]
) -> None:
    assert operation["summary"]
    responses = operation["responses"]
    assert {"200", "406", "default"} <= set(responses)
    for code in set(responses) - {"200", "304"}:
        assert responses[code] == {"$ref": f"#/components/responses/{code}"}
        assert list(COMMITTED["components"]["responses"][code]["content"]) == [PROBLEM]
    assert {"400", "413", "415", "422"} <= set(responses) or method == "get"
    assert ("404" in responses) == ("{" in path)
    for parameter in [*walk.paths()[path].get("parameters", []), *operation.get("parameters", [])]:
        assert "example" in parameter or not parameter.get("required"), parameter["name"]
        assert 0 < len(parameter["description"]) <= 140, parameter["name"]
        assert "type" in parameter["schema"].get("items", parameter["schema"])
    asked = operation.get("requestBody", {}).get("content", {})
    for media_type, content in (*asked.items(), *responses["200"]["content"].items()):
        assert examples({**content}), media_type
    assert bool(asked) == (method == "post")


@pytest.mark.parametrize("source", ["committed", "today"])
def test_every_example_keeps_its_schema(source: str, today: dict[str, Any]) -> None:
    specification = COMMITTED if source == "committed" else today
    assert faults_of_examples(specification) == []


def test_no_parameter_and_no_member_has_a_default() -> None:
    # a generated client sends a default, and a query is refused beside a JSON body
    assert [p for p, each in described(COMMITTED) if "default" in each["schema"]] == []
    schemas = COMMITTED["components"]["schemas"]
    members = [m for schema in schemas.values() for m in schema.get("properties", {}).values()]
    assert [member for member in members if "default" in member] == []


def in_braces(rule: Rule) -> str:
    return rule.rule.replace("<", "{").replace(">", "}")


def test_every_route_is_described_and_everything_described_is_a_route(app: Flask) -> None:
    routes = {
        (method.lower(), in_braces(rule))
        for rule in app.url_map.iter_rules()
        if rule.rule not in _UNDESCRIBED and not rule.endpoint.startswith(_DESCRIBED_ELSEWHERE)
        for method in rule.methods or set()
        if method not in ("HEAD", "OPTIONS")
    }
    assert routes == {(method, path) for method, path, _ in OPERATIONS}


def test_every_plain_address_and_every_post_answers_as_described(client: Client) -> None:
    for address in walk.plain_gets():
        assert validated(client.get(address)).status_code == 200, address
    for path, body in walk.posts().items():
        assert validated(client.post(path, json=body)).status_code == 200, path


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.nightly)])
def test_members_of_every_collection_answer_as_described(client: Client, step: int) -> None:
    chosen = list(walk.members(client))[::step]
    assert len(chosen) > 118
    for address in chosen:
        assert validated(client.get(address)).status_code == 200, address


def test_every_link_of_the_start_leads_somewhere(client: Client) -> None:
    for name, address in validated(client.get("/")).json["links"].items():
        body = walk.BODIES.get(address)
        answer = client.post(address, json=body) if body else client.get(address)
        assert answer.status_code == 200, name


def test_a_body_of_another_shape_is_found_out(client: Client) -> None:
    schema = {"$ref": "#/components/schemas/BriefElementOut"}
    body = validated(client.get("/v1/elements/Sc")).json
    assert faults(schema, body) == []
    for name in body:
        assert faults(schema, {each: body[each] for each in body if each != name})
    body["concepts"][0]["included"][0]["authority"] = None
    assert faults(schema, body)
