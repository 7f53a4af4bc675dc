"""Every example of the README, run as it stands against a real server."""

import json
import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from schemas.request import ITEMS_LIMIT
from service.api.bulk.uploads import BYTES_LIMIT, LINES_LIMIT
from service.api.request import BODY_LIMIT
from tests.support.server import ROOT, Server

README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```sh\n(curl [^`]+)```\n+```json\n([^`]+)```", README)
PORT = "127.0.0.1:8000"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("readme")) as running:
        yield running


def test_there_are_examples_and_every_curl_has_its_answer() -> None:
    assert len(EXAMPLES) == len(re.findall(r"```sh\ncurl ", README)) >= 6


@pytest.mark.parametrize(("command", "shown"), EXAMPLES)
def test_an_example_answers_at_least_what_the_readme_shows(
    server: Server, command: str, shown: str
) -> None:
    here = command.replace(PORT, f"{server.host}:{server.port}")
    done = subprocess.run(["/bin/bash", "-c", here], capture_output=True, check=True)
    missing = list(_missing(json.loads(shown), json.loads(done.stdout), ""))
    assert missing == []


def test_every_path_of_the_readme_is_described() -> None:
    described = json.loads((ROOT / "schemas/openapi.json").read_text("utf-8"))["paths"]
    for path in re.findall(r"`(?:GET |POST )?(/v1/[a-z]+)", README):
        assert any(known == path or known.startswith(f"{path}/") for known in described), path


def test_the_limits_of_the_readme_are_those_of_the_code() -> None:
    assert f"{ITEMS_LIMIT:,} items, 1 MiB" in README
    assert BODY_LIMIT == 1024 * 1024
    assert f"{LINES_LIMIT:,} lines, 256 MiB" in README
    assert BYTES_LIMIT == 256 * 1024 * 1024


def _missing(shown: Any, real: Any, path: str) -> Iterator[str]:
    """Find what is shown but not in the answer; lists hold as many objects as are shown."""
    if isinstance(shown, dict):
        for name, value in shown.items():
            if not isinstance(real, dict) or name not in real:
                yield f"{path}/{name}"
            else:
                yield from _missing(value, real[name], f"{path}/{name}")
    elif isinstance(shown, list):
        if len(shown) != len(real):
            yield f"{path}: {len(real)} items, not {len(shown)}"
        for index, (left, right) in enumerate(zip(shown, real, strict=False)):
            yield from _missing(left, right, f"{path}/{index}")
    elif shown != real:
        yield f"{path}: {real!r}, not {shown!r}"
