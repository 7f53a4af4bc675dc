"""Every answer against a closed copy of the description: nothing undocumented leaks."""

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker
from werkzeug.test import TestResponse

from service.api.openapi import OPENAPI
from tests.support.wire import Answer

PROBLEM = "application/problem+json"
_BODILESS = {204, 304}
_PROBLEMS_FROM = 400
_OUTSIDE = {"/openapi.json"}
"""JSON that the description does not describe: itself."""


@cache
def closed_spec() -> dict[str, Any]:
    """Give the description with every object that lists its properties closed."""
    return _closed(json.loads(OPENAPI.read_text("utf-8")))  # type: ignore[no-any-return]


def _closed(node: Any) -> Any:
    if isinstance(node, list):
        return [_closed(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    copy = {name: _closed(inner) for name, inner in node.items()}
    if copy.get("type") == "object" and "properties" in copy:
        copy["additionalProperties"] = False
    return copy


def operation(method: str, path: str) -> dict[str, Any] | None:
    """Give the operation that answers a path, a plain path before a pattern."""
    paths = closed_spec()["paths"]
    fitting = [path] if path in paths else [name for name in paths if _fits(name, path)]
    if not fitting:
        return None
    asked = "get" if method == "HEAD" else method.lower()
    found: dict[str, Any] | None = paths[fitting[0]].get(asked)
    return found


def _fits(template: str, path: str) -> bool:
    pattern = re.sub(r"\\\{[^/]+?\\\}", "[^/]+", re.escape(template))
    return re.fullmatch(pattern, path) is not None


def faults(schema: dict[str, Any], body: Any) -> list[str]:
    """List what a body has against a schema of the closed description."""
    found = _checker(json.dumps(schema)).iter_errors(body)
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


@cache
def _checker(schema: str) -> Draft202012Validator:
    rooted = {**json.loads(schema), "components": closed_spec()["components"]}
    return Draft202012Validator(rooted, format_checker=FormatChecker(["date"]))


@lru_cache(maxsize=4096)
def _fault_of(schema: str, body: bytes) -> str | None:
    """Give the first fault of a body; the same body comes to many tests."""
    return next(iter(faults(json.loads(schema), json.loads(body))), None)


class Checked(TestResponse):
    """An answer that is as described; what it holds is known to be there."""

    @property
    def json(self) -> Any:
        """Give the body, parsed."""
        return self.get_json()


def validated(response: TestResponse) -> Checked:
    """Hold an answer of the test client against the closed description, and hand it on."""
    check(
        response.request.method,
        response.request.path,
        response.status_code,
        dict(response.headers),
        response.data,
    )
    return cast(Checked, response)


def validated_answer(method: str, path: str, answer: Answer) -> Answer:
    """Hold an answer that came over the wire against the closed description, and hand it on."""
    headers = {name.title(): value for name, value in answer.headers.items()}
    check(method, path.partition("?")[0], answer.status, headers, answer.body)
    return answer


def check(method: str, path: str, status: int, headers: Mapping[str, str], body: bytes) -> None:
    """Assert that an answer has the headers of every answer and a body that is described."""
    assert re.fullmatch(r"[A-Za-z0-9_.:-]{1,64}", headers["X-Request-Id"])
    assert headers["Data-Version"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Access-Control-Allow-Origin"] == "*"
    if method in ("HEAD", "OPTIONS") or status in _BODILESS:
        assert body == b""
        return
    media_type = headers["Content-Type"]
    if status >= _PROBLEMS_FROM:
        _check_problem(status, media_type, headers, json.loads(body))
        return
    if path in _OUTSIDE:
        return
    described = operation(method, path)
    assert described is not None, f"{method} {path} is not described"
    assert str(status) in described["responses"], f"{status} of {method} {path} is not described"
    content = described["responses"][str(status)]["content"]
    by_type = {name.partition(";")[0]: each["schema"] for name, each in content.items()}
    plain = media_type.partition(";")[0]
    assert plain in by_type, f"{media_type} of {method} {path} is not described"
    if plain == "application/json":
        assert _fault_of(json.dumps(by_type[plain]), body) is None


def _check_problem(status: int, media_type: str, headers: Mapping[str, str], body: Any) -> None:
    assert media_type == PROBLEM
    assert faults({"$ref": "#/components/schemas/ProblemOut"}, body) == []
    assert body["status"] == status
    assert body["request_id"] == headers["X-Request-Id"]
    assert body["detail"]
    assert body["type"] == "about:blank" or body["type"].startswith("/v1/problems/")
