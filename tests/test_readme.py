"""Every example of the README, run as it stands against a real server; the table of authorities."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.catalogue import Catalogue
from service.cli.coverage import coverage
from tests.support.server import ROOT, Server

README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```sh\n(curl [^`]+)```\n+```json\n([^`]+)```", README)
PORT = "127.0.0.1:8000"
WORDS = 900


def run(server: Server, command: str, folder: Path = ROOT) -> str:
    here = command.replace(PORT, f"{server.host}:{server.port}").replace("| jq", "")
    done = subprocess.run(["/bin/bash", "-c", here], capture_output=True, check=True, cwd=folder)
    return done.stdout.decode()


@pytest.mark.parametrize(("command", "shown"), EXAMPLES)
def test_an_example_answers_as_shown(quiet_server: Server, command: str, shown: str) -> None:
    found = json.loads(run(quiet_server, command))
    assert list(_missing(json.loads(shown), found, "")) == []
    assert (command, shown) != EXAMPLES[0] or found == json.loads(shown)


def test_a_column_comes_back_with_its_own_cells_first(quiet_server: Server, tmp_path: Path) -> None:
    (tmp_path / "metals.csv").write_text("site,metal\nA,Sc\nB,graphite\n", "utf-8")
    command = next(c for c in re.findall(r"```sh\n(curl [^`]+)```", README) if "metals.csv" in c)
    head, first, second = run(quiet_server, command, tmp_path).splitlines()
    assert head.startswith("site,metal,outcome,symbol,material,")
    assert first.startswith("A,Sc,ok,Sc,,")
    assert second.startswith("B,graphite,ok,,graphite,")


def test_the_table_of_authorities_is_what_the_command_writes(catalogue: Catalogue) -> None:
    table = README.partition("coverage -->\n")[2].partition("<!-- end -->")[0]
    assert table == coverage(catalogue)


def test_the_readme_is_short_and_its_paths_are_described() -> None:
    assert len(README.split()) <= WORDS
    described = json.loads((ROOT / "schemas/openapi.json").read_text("utf-8"))["paths"]
    for path in re.findall(r"(/v1/[a-z]+)", README):
        assert any(known == path or known.startswith(f"{path}/") for known in described), path


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
