import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
WANTED = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    "requirements-build.lock": PROJECT["build-system"]["requires"],
}
LINUX = {"sys_platform": "linux", "platform_python_implementation": "CPython"}


def entries(name: str) -> list[str]:
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    return [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]


def pins(name: str) -> dict[str, Requirement]:
    found = [Requirement(entry.split("--hash")[0]) for entry in entries(name)]
    return {canonicalize_name(pin.name): pin for pin in found}


@pytest.mark.parametrize("name", WANTED)
def test_every_dependency_is_pinned_within_the_range_the_project_asks_for(name: str) -> None:
    pinned = pins(name)
    for wanted in map(Requirement, WANTED[name]):
        (version,) = pinned[canonicalize_name(wanted.name)].specifier
        assert version.version in wanted.specifier, f"{name}: {wanted} is pinned to {version}"


@pytest.mark.parametrize("name", WANTED)
def test_every_pin_is_exact_and_hashed(name: str) -> None:
    for entry in entries(name):
        assert re.match(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ;.*)? +--hash=sha256:[0-9a-f]{64}\b", entry)


@pytest.mark.parametrize("name", WANTED)
def test_a_pin_file_names_no_address_and_says_how_it_is_made(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "index" not in text
    assert "uv pip compile" in text.split("\n\n")[0][:400]


def test_what_makes_the_snapshot_is_no_part_of_the_running_service() -> None:
    assert not {"mendeleev", "rdkit", "pandas", "numpy"} & pins("requirements.lock").keys()


@pytest.mark.parametrize("python", ["3.11", "3.13"])
@pytest.mark.parametrize("name", WANTED)
def test_on_linux_every_pin_applies_to_each_supported_python(name: str, python: str) -> None:
    environment = LINUX | {"python_version": python, "python_full_version": f"{python}.0"}
    applying = {
        pin
        for pin, found in pins(name).items()
        if found.marker is None or found.marker.evaluate(environment)
    }
    assert applying == pins(name).keys() - {"cffi", "pycparser"}  # gevent wants those on Windows
