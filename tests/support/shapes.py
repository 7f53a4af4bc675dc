"""Every JSON answer against the committed description."""

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker
from werkzeug.test import Client, TestResponse

from service.api.openapi import specification
from tests.support.wire import Answer

PROBLEM = "application/problem+json"
_BODILESS = {204, 304}
_PROBLEMS_FROM = 400
_UNDESCRIBED = {"/openapi.json"}
"""JSON that the description does not describe: itself."""


def operation(method: str, path: str) -> dict[str, Any] | None:
    """Give the operation that answers a path, a plain path before a pattern."""
    paths = specification()["paths"]
    fitting = [path] if path in paths else [name for name in paths if _fits(name, path)]
    asked = "get" if method == "HEAD" else method.lower()
    found: dict[str, Any] | None = paths[fitting[0]].get(asked) if fitting else None
    return found


def _fits(template: str, path: str) -> bool:
    pattern = re.sub(r"\\\{[^/]+?\\\}", "[^/]+", re.escape(template))
    return re.fullmatch(pattern, path) is not None


def faults(schema: Mapping[str, Any], body: Any) -> list[str]:
    """List the faults of a body by a schema of the description."""
    found = _checker(json.dumps(schema)).iter_errors(body)
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


@cache
def _checker(schema: str) -> Draft202012Validator:
    rooted = {**json.loads(schema), "components": specification()["components"]}
    return Draft202012Validator(rooted, format_checker=FormatChecker(["date"]))


@lru_cache(maxsize=4096)
def _faults_of(schema: str, body: bytes) -> list[str]:
    """List the faults of a body; many tests get the same body."""
    return faults(json.loads(schema), json.loads(body))


def named(answer: Any, key: str = "edition") -> set[str]:
    """Give every id that an answer, or a part of it, has under a key."""
    parts = answer.values() if isinstance(answer, dict) else answer
    found = (
        {answer[key]} if isinstance(answer, dict) and isinstance(answer.get(key), str) else set()
    )
    return found.union(*(named(part, key) for part in parts if isinstance(part, dict | list)))


class Checked(TestResponse):
    """An answer that is as described, and has JSON where the test reads it."""

    @property
    def json(self) -> Any:
        """Give the body, parsed."""
        return self.get_json()


def validated(response: TestResponse) -> Checked:
    """Check an answer of the test client against the description, and give it back."""
    asked = response.request
    check(
        asked.method, asked.path, response.status_code, dict(response.headers), response.get_data()
    )
    return cast(Checked, response)


def get_json(client: Client, address: str, **query: Any) -> Any:
    """Ask for an answer that is 200 and as described, and give its JSON."""
    answer = validated(client.get(address, query_string=query or None))
    assert answer.status_code == 200, answer.text
    return answer.json


def post_json(client: Client, path: str, **body: Any) -> Any:
    """Send JSON for an answer that is 200 and as described, and give its JSON."""
    answer = validated(client.post(path, json=body))
    assert answer.status_code == 200, answer.text
    return answer.json


def validated_answer(method: str, path: str, answer: Answer) -> Answer:
    """Check an answer that came over the wire against the description, and give it back."""
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
    elif status >= _PROBLEMS_FROM:
        _check_problem(status, headers, json.loads(body))
    elif path not in _UNDESCRIBED:
        _check_described(method, path, status, headers["Content-Type"], body)


def _check_described(method: str, path: str, status: int, media_type: str, body: bytes) -> None:
    described = operation(method, path)
    assert described is not None, f"{method} {path} is not described"
    assert str(status) in described["responses"], f"{status} of {method} {path} is not described"
    content = described["responses"][str(status)]["content"]
    by_type = {name.partition(";")[0]: each["schema"] for name, each in content.items()}
    plain = media_type.partition(";")[0]
    assert plain in by_type, f"{media_type} of {method} {path} is not described"
    if plain == "application/json":
        assert _faults_of(json.dumps(by_type[plain]), body) == []


def _check_problem(status: int, headers: Mapping[str, str], body: Any) -> None:
    assert headers["Content-Type"] == PROBLEM
    assert faults({"$ref": "#/components/schemas/ProblemOut"}, body) == []
    assert body["status"] == status
    assert body["request_id"] == headers["X-Request-Id"]
    assert body["detail"]
    assert body["type"] == "about:blank" or body["type"].startswith("/v1/problems/")
