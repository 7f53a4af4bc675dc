"""The examples of /docs: run where they can be run, else every address in them is asked."""

import re
import subprocess
import sys
from urllib.request import urlopen

import pytest

from service.web.docs import BASE, EXAMPLES, examples
from tests.support.server import Server

TEXTS = {id_: text for id_, _, text in examples(BASE)}


def at(server: Server, name: str) -> str:
    return TEXTS[name].replace(BASE, server.url)


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_example_file_is_shown() -> None:
    assert {path.stem for path in EXAMPLES.iterdir()} == set(TEXTS)


def test_the_curl_example_runs(server: Server) -> None:
    out = run("sh", "-ec", at(server, "curl").replace("curl ", "curl -sSf "))
    assert '"symbol":"Sc"' in out
    assert "atomic_number,symbol,name,concept,verdict" in out


def test_the_python_example_runs(server: Server) -> None:
    lines = run(sys.executable, "-c", at(server, "python")).split("\n")
    assert lines[0].split("\t") == ["Sc", "Sc", "disputed"]
    assert lines[4].split("\t") == ["n/a", "None", "missing"]


@pytest.mark.parametrize("name", ["r", "sheet"])
def test_the_addresses_of_the_other_examples_answer(server: Server, name: str) -> None:
    text = at(server, name).replace('" & ENCODEURL(A2) & "', "scandium")
    text = text.replace('base, "', server.url)
    found = re.findall(rf"{re.escape(server.url)}/v1/[^\s\"')]+", text)
    assert found
    for address in found:
        with urlopen(address) as answer:  # noqa: S310 - our own loopback server
            assert answer.status == 200, address
            assert answer.read(1)
