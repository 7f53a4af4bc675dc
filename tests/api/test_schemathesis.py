"""The description, attacked by its own means: all checks, the same examples every time."""

import json
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import schemathesis
from flask import Flask
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
from service.loading.build import build_catalogue

EXAMPLES = 50


@cache
def made() -> Flask:
    return create_app(build_catalogue())


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """Answer as the service does; it is made by the first request, not at collection."""
    return made()(environ, start)


@schemathesis.serializer("application/x-ndjson")
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


def has_outcomes(case: schemathesis.Case) -> bool:
    """Tell whether all that is wrong is lines or questions: a bad one is an outcome, no error."""
    if case.media_type == "application/x-ndjson":
        return True
    body = case.body if isinstance(case.body, dict) else {}
    checks = body.get("checks")
    return isinstance(checks, list) and {**body, "checks": []} in (
        {"checks": []},
        {"checks": [], "detail": "brief"},
        {"checks": [], "detail": "full"},
    )


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_operation_keeps_its_description(case: schemathesis.Case) -> None:
    excluded = [negative_data_rejection] if has_outcomes(case) else []
    response = case.call_and_validate(excluded_checks=excluded)
    if response.status_code == 422 and case.meta.generation.mode.is_positive:
        faults = response.json().get("errors", [])
        assert not any(fault["detail"].startswith("Unknown parameter") for fault in faults)
