"""The description, attacked by its own means: all checks, the same examples every time."""

import json
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.config import (
    ChecksConfig,
    GenerationConfig,
    PositiveDataAcceptanceConfig,
    ProjectConfig,
    ProjectsConfig,
    SchemathesisConfig,
)
from schemathesis.specs.openapi.checks import negative_data_rejection

from service.api.openapi import OPENAPI
from service.app import create_app
from service.columns.writers import NDJSON
from service.loading.build import build_catalogue
from service.server.middleware import Middleware
from tests.support.shapes import faults
from tests.support.stack import stack

EXAMPLES = 20


@cache
def made() -> Middleware:
    return stack(create_app(build_catalogue()))


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """Answer as the service does; it is made by the first request, not at collection."""
    return made()(environ, start)


@schemathesis.serializer(NDJSON)
def one_line(_: object, value: Any) -> bytes:
    """Write a value as the one line of a body."""
    return json.dumps(value).encode() + b"\n"


ACCEPTED = ["2xx", "404", "422"]
"""An id that no record has is a text like any other in the description, and a 422 here."""

generation = GenerationConfig(deterministic=True, max_examples=EXAMPLES)
checks = ChecksConfig(
    positive_data_acceptance=PositiveDataAcceptanceConfig(expected_statuses=ACCEPTED)
)
project = ProjectConfig(generation=generation, checks=checks)
config = SchemathesisConfig(seed=20261123, projects=ProjectsConfig(default=project))
schema = schemathesis.openapi.from_dict(json.loads(OPENAPI.read_text("utf-8")), config=config)
schema.app = application


def is_taken(case: schemathesis.Case) -> bool:
    """Tell whether all that is wrong with a body is taken: a bad line or question is an outcome."""
    if case.media_type in (NDJSON, "text/csv"):  # every text has lines
        return True
    if not isinstance(case.body, dict):
        return False
    taken = schema.raw_schema["paths"][case.operation.path]["post"]["requestBody"]["content"]
    reference = taken["application/json"]["schema"]
    shape = reference["$ref"].rpartition("/")[2]
    members = schema.raw_schema["components"]["schemas"][shape]["properties"]
    # of a list with one text, the text alone will do
    body = {
        name: [value]
        if members.get(name, {}).get("type") == "array" and isinstance(value, str)
        else value
        for name, value in case.body.items()
    }
    for name in {"checks", "rows"} & body.keys():
        if isinstance(body[name], list):
            body[name] = []
    return bool(faults(reference, case.body)) and not faults(reference, body)


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_operation_keeps_its_description(case: schemathesis.Case) -> None:
    excluded = [negative_data_rejection] if is_taken(case) else []
    response = case.call_and_validate(excluded_checks=excluded)
    if response.status_code == 422 and case.meta.generation.mode.is_positive:
        faults = response.json().get("errors", [])
        assert not any(fault["detail"].startswith("Unknown parameter") for fault in faults)
