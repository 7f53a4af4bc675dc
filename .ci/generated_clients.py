"""Calls every operation of a service on 127.0.0.1 by two clients generated of its description.

Usage: generated_clients.py FOLDER, where the service may write its log. Importable must be the
packages ``attrs_client``, of openapi-python-client, and ``pydantic_client``, of openapi-generator.
"""

import datetime as dt
import json
import keyword
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from service.cli.openapi_examples import asked_by
from tests.support.server import ROOT, Server

_DESCRIPTION = json.loads((ROOT / "schemas" / "openapi.json").read_text("utf-8"))


class Call(NamedTuple):
    """One operation with the example of the description, and the shape of its answer."""

    operation_id: str
    tag: str
    arguments: dict[str, Any]
    body: dict[str, Any] | None
    body_shape: str
    shape: str


class Reply(NamedTuple):
    """What a client makes of an answer."""

    status: int
    raw: bytes
    parsed: Any
    again: Any
    """The parsed answer as JSON again."""


class WrongReplyError(Exception):
    """A client did not get, or did not understand, an answer."""


def calls() -> Iterator[Call]:
    """Give a call of every operation, two where ``detail`` gives two shapes."""
    for operations in _DESCRIPTION["paths"].values():
        for method in ("get", "post"):
            if method in operations:
                yield from _calls(operations[method], operations.get("parameters", []))


def _calls(operation: dict[str, Any], shared: list[dict[str, Any]]) -> Iterator[Call]:
    arguments = {
        each["name"]: _value(each)
        for each in (*shared, *operation.get("parameters", []))
        if "example" in each
    }
    asked = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    body = asked.get("example")
    answered = operation["responses"]["200"]["content"]["application/json"]["schema"]
    for shape in answered.get("anyOf", [answered]):
        more = asked_by(shape)[1] if "anyOf" in answered else {}
        yield Call(
            operation["operationId"],
            operation["tags"][0],
            arguments if body else {**arguments, **more},
            {**body, **more} if body else None,
            _name(asked.get("schema", {})),
            _name(shape),
        )


def _value(parameter: dict[str, Any]) -> Any:
    example = parameter["example"]
    is_date = parameter["schema"].get("format") == "date"
    return dt.date.fromisoformat(example) if is_date else example


def _name(schema: dict[str, Any]) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


def snake(name: str) -> str:
    """Write ``getElement`` as ``get_element``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


class AttrsClient:
    """A client by openapi-python-client."""

    def __init__(self, url: str) -> None:
        self._client = import_module("attrs_client").Client(base_url=url)
        self._models = import_module("attrs_client.models")

    def call(self, call: Call) -> Reply:
        """Call one operation."""
        module = import_module(f"attrs_client.api.{call.tag}.{snake(call.operation_id)}")
        arguments = {
            f"{name}_" if keyword.iskeyword(name) else name: value
            for name, value in call.arguments.items()
        }
        if call.body:
            arguments["body"] = getattr(self._models, call.body_shape).from_dict(call.body)
        got = module.sync_detailed(client=self._client, **arguments)
        again = got.parsed.to_dict() if hasattr(got.parsed, "to_dict") else None
        return Reply(int(got.status_code), got.content, got.parsed, again)


class PydanticClient:
    """A client by openapi-generator."""

    def __init__(self, url: str) -> None:
        self._package = import_module("pydantic_client")
        self._client = self._package.ApiClient(self._package.Configuration(host=url))

    def call(self, call: Call) -> Reply:
        """Call one operation."""
        api = getattr(self._package, f"{call.tag.capitalize()}Api")(self._client)
        arguments = {
            f"var_{name}" if keyword.iskeyword(name) else name: value
            for name, value in call.arguments.items()
        }
        if call.body:
            body = getattr(self._package, call.body_shape).from_dict(call.body)
            arguments[snake(call.body_shape)] = body
        got = getattr(api, f"{snake(call.operation_id)}_with_http_info")(**arguments)
        parsed = getattr(got.data, "actual_instance", got.data)
        return Reply(got.status_code, got.raw_data, parsed, json.loads(got.data.to_json()))


def check(client: AttrsClient | PydanticClient, call: Call) -> None:
    """Make a call.

    Raises:
        WrongReplyError: the answer is no 200, has another shape, or loses something.
    """
    reply = client.call(call)
    told = f"{type(client).__name__} {call.operation_id}"
    if reply.status != 200:  # noqa: PLR2004 - OK
        raise WrongReplyError(f"{told}: {reply.status}: {reply.raw[:1000]!r}")
    if type(reply.parsed).__name__ != call.shape:
        raise WrongReplyError(f"{told}: a {type(reply.parsed).__name__}, not a {call.shape}")
    if reply.again != json.loads(reply.raw):
        raise WrongReplyError(f"{told}: a member of the answer is lost or changed")


def main(folder: Path) -> None:
    """Call every operation by both clients."""
    with Server(folder) as server:
        for client in (AttrsClient(server.url), PydanticClient(server.url)):
            made = list(calls())
            for call in made:
                check(client, call)
            operations = len({call.operation_id for call in made})
            print(f"{type(client).__name__}: {operations} operations, {len(made)} calls")  # noqa: T201 - a command prints


if __name__ == "__main__":
    main(Path(sys.argv[1]))
