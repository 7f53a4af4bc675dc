"""The MCP server, asked by the official client over stdio and over HTTP."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.shared.exceptions import MCPError

import element_classifier as library
from element_classifier.mcp import CHANGES_LIMIT, LIST_LIMIT, MENTIONS_LIMIT, UNREAD_SHOWN, server
from service.mentions.reading import MENTION_LIMIT
from tests.library.conftest import Command
from tests.support.processes import until
from tests.support.server import environment, free_port

LARGEST = 20_000
"""Bytes of an answer that an assistant reads."""
_DEADLINE = 60.0
_Told = TypeVar("_Told")


def within(talk: Callable[[Client], Awaitable[_Told]], target: Any = None) -> _Told:
    async def run() -> _Told:
        async with Client(target or server()) as client:
            return await talk(client)

    with ThreadPoolExecutor(1) as own:  # playwright leaves a loop in the thread of the tests
        return own.submit(anyio.run, run).result()


def told(tool: str, target: Any = None, **arguments: Any) -> tuple[bool, str]:
    """Give whether a tool refused, and its text."""

    async def talk(client: Client) -> tuple[bool, str]:
        result = await client.call_tool(tool, arguments)
        (content,) = result.content
        return bool(result.is_error), content.text

    return within(talk, target)


def answer(tool: str, target: Any = None, **arguments: Any) -> Any:
    refused, text = told(tool, target, **arguments)
    assert not refused, text
    assert len(text.encode()) <= LARGEST
    return json.loads(text)


@pytest.fixture
def over_http(tmp_path: Path) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "element_classifier", "mcp", "--http", str(port)]
    with subprocess.Popen(command, cwd=tmp_path, env=environment(tmp_path)) as process:
        url = f"http://127.0.0.1:{port}/mcp"
        try:
            until(lambda: process.poll() is not None or answers(url), _DEADLINE)
            assert process.poll() is None
            yield url
        finally:
            process.terminate()


def answers(url: str) -> bool:
    with contextlib.suppress(Exception):
        return told("look_up", url, mention="Sc")[0] is False
    return False


def test_its_tools_only_read() -> None:
    async def talk(client: Client) -> dict[str, Any]:
        return {tool.name: tool for tool in (await client.list_tools()).tools}

    tools = within(talk)
    assert set(tools) == {"look_up", "check", "classify", "identify_list", "compare", "changes"}
    assert all(tool.annotations.read_only_hint for tool in tools.values())
    assert tools["look_up"].input_schema["required"] == ["mention"]


def test_over_stdio_answers_are_those_of_the_library(tmp_path: Path) -> None:
    arguments = ["-m", "element_classifier", "mcp"]
    env = environment(tmp_path)
    program = StdioServerParameters(command=sys.executable, args=arguments, env=env, cwd=tmp_path)
    assert answer("look_up", program, mention="скандий", concept="rare-earth") == library.look_up(
        "скандий", "rare-earth"
    )


@pytest.mark.nightly
def test_over_http_answers_are_those_of_the_library(over_http: str) -> None:
    asked = {"mention": "graphite", "concept": "critical"}
    assert answer("check", over_http, **asked) == library.check("graphite", "critical")


@pytest.mark.parametrize(
    ("tool", "arguments", "expected"),
    [
        ("look_up", {"mention": "Scandum"}, "Did you mean Sc?"),
        ("look_up", {"mention": "Sc", "concept": "rare"}, "Did you mean"),
        ("check", {"mention": "Sc", "concept": "critical", "authority": "ISO"}, "Known: "),
        ("compare", {"left": "eu-critical-2024", "right": "us"}, "Did you mean us-critical-2025"),
        ("look_up", {"mention": "x" * (MENTION_LIMIT + 1)}, "at most 255 characters"),
        ("classify", {"mentions": ["Sc"] * (MENTIONS_LIMIT + 1)}, "at most 20 items"),
        ("classify", {"mentions": []}, "at least 1 item"),
        ("identify_list", {"items": ["Sc"] * (LIST_LIMIT + 1)}, "at most 150 items"),
    ],
)
def test_a_refusal_says_what_would_work(
    tool: str, arguments: dict[str, Any], expected: str
) -> None:
    refused, text = told(tool, **arguments)
    assert refused
    assert expected in text


def test_the_longest_text_and_the_most_mentions_are_answered() -> None:
    refused, text = told("look_up", mention="x" * MENTION_LIMIT)
    assert (refused, "at most" in text) == (True, False), text
    mentions = [str(number) for number in range(1, MENTIONS_LIMIT + 1)]
    results = answer("classify", mentions=mentions)["results"]
    assert [each["symbol"] for each in results[:3]] == ["H", "He", "Li"]
    assert len(results) == MENTIONS_LIMIT
    lanthanoids = [str(number) for number in range(57, 57 + MENTIONS_LIMIT)]
    verdicts = answer("classify", mentions=lanthanoids, concept="rare-earth")["elements"]
    assert len(verdicts) == MENTIONS_LIMIT


def test_mentions_without_a_concept_are_read_alone() -> None:
    read = answer("classify", mentions=["Sc", "graphite", "NA"])
    assert set(read) == {"as_of", "data_version", "summary", "results"}
    assert [each["outcome"] for each in read["results"]] == ["ok", "ok", "ambiguous"]


def test_a_list_is_identified_and_items_that_were_not_read_are_counted() -> None:
    items = ["Ga", "Ge", "gallium"]
    assert answer("identify_list", items=items) == library.identify_list(items)
    unread = [f"stone {number}" for number in range(LIST_LIMIT - len(items))]
    told_of = answer("identify_list", items=[*items, *unread])
    assert told_of["nearest"][0]["edition"] == "cn-mofcom-23-2023"
    assert len(told_of["unread"]) == UNREAD_SHOWN
    assert told_of["unread_beyond"] == len(unread) - UNREAD_SHOWN


def test_changes_are_the_newest_with_their_editions() -> None:
    changed = answer("changes")
    assert (changed["shown"], len(changed["changes"])) == (CHANGES_LIMIT, CHANGES_LIMIT)
    assert changed["count"] == library.changes()["count"]
    dates = [each["date"] for each in changed["changes"]]
    assert dates == sorted(dates, reverse=True)
    for change in changed["changes"]:
        assert changed["editions"][change["after"]]["source"]
    helium = answer("changes", mention="He", jurisdiction="EU")
    assert {each["kind"] for each in helium["changes"]} >= {"dropped"}


def test_an_edition_is_a_resource_with_its_claims() -> None:
    async def talk(client: Client) -> list[Any]:
        read = client.read_resource
        addresses = ("editions", "editions/eu-critical-2024")
        found = [await read(f"element-classifier://{each}") for each in addresses]
        with pytest.raises(MCPError, match="There is no edition 'nope'"):
            await read("element-classifier://editions/nope")
        return [json.loads(each.contents[0].text) for each in found]

    listed, edition = within(talk)
    assert "eu-critical-2024" in {row["edition"] for row in listed}
    (critical, *_) = (c for c in edition["categories"] if c["concept"] == "critical")
    assert "Ga" in {claim.get("symbol") for claim in critical["claims"]}


def test_its_missing_package_is_named(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "element_classifier.mcp")
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    done = command("mcp")
    assert (done.code, "pip install 'element-classifier[mcp]'" in done.told) == (2, True)
