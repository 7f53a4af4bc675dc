"""The wheel, installed into an environment of its own, away from the checkout."""

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.support.server import ROOT, Server, environment, free_port

pytestmark = pytest.mark.nightly

LARGEST = 1_500_000
"""Bytes."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)]
    subprocess.run(build, check=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment with the wheel and its dependencies alone."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    install = [str(folder / "bin/python"), "-m", "pip", "install", "-q", str(wheel)]
    subprocess.run(install, check=True)
    return folder / "bin"


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    clean = {**environment(folder), "PYTHONPATH": ""}
    command = [str(installed / "element-classifier"), *arguments]
    return subprocess.run(command, cwd=folder, env=clean, capture_output=True, check=False)


def test_the_wheel_is_small_and_has_the_four_packages(wheel: Path) -> None:
    assert wheel.stat().st_size <= LARGEST
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        *("element_classifier", "schemas", "seeds", "service")
    }


def test_the_commands_run_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    who = run(installed, tmp_path, "who", "scandium", "rare-earth", "--json")
    assert json.loads(who.stdout)["concepts"][0]["verdict"] == "disputed"
    two = run(installed, tmp_path, "compare", "eu-critical-2024", "us-critical-2025", "--json")
    assert "He" in json.loads(two.stdout)["only_left"]
    changed = run(installed, tmp_path, "changes", "He", "--json")
    assert json.loads(changed.stdout)["count"] > 0
    (tmp_path / "in.csv").write_text("id,metal\n1,Sc\n")
    table = run(installed, tmp_path, "classify", "in.csv", "--column", "metal")
    assert table.stdout.splitlines()[1] == b"1,Sc,ok,Sc,,symbol,,"
    exported = run(installed, tmp_path, "export", "out")
    assert (exported.returncode, (tmp_path / "out").is_dir()) == (0, True), exported.stderr


def test_an_engine_that_is_missing_is_named(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "in.parquet").write_bytes(b"PAR1")
    done = run(installed, tmp_path, "classify", "in.parquet", "--column", "metal")
    assert done.returncode == 2
    assert b"pip install 'element-classifier[arrow]'" in done.stderr


def test_it_serves_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    port = str(free_port())
    command = [str(installed / "element-classifier"), "serve"]
    with Server(tmp_path, command, PORT=port, PYTHONPATH="") as server:
        assert server.url.endswith(port)
