"""The files of pins: every dependency, within its range, exact and hashed."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.server import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
WANTED = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    "requirements-build.lock": PROJECT["build-system"]["requires"],
}
LINUX = {"sys_platform": "linux", "platform_python_implementation": "CPython"}
ENTRY = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ;.*)? +--hash=sha256:[0-9a-f]{64}\b")


@pytest.mark.parametrize("name", WANTED)
def test_every_dependency_is_pinned_exactly_within_its_range(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "index" not in text
    assert "uv pip compile" in text.split("\n\n")[0][:400]
    lines = text.replace("\\\n", " ").splitlines()
    entries = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    assert [entry for entry in entries if not ENTRY.match(entry)] == []
    pins = [Requirement(entry.split("--hash")[0]) for entry in entries]
    pinned = {canonicalize_name(pin.name): pin for pin in pins}
    for wanted in map(Requirement, WANTED[name]):
        (version,) = pinned[canonicalize_name(wanted.name)].specifier
        assert version.version in wanted.specifier, f"{name}: {wanted} is pinned to {version}"
    # these make the snapshot, and are no part of the running service
    assert not {"mendeleev", "rdkit", "pandas", "numpy"} & pinned.keys()
    for python in ("3.11", "3.13"):
        environment = LINUX | {"python_version": python, "python_full_version": f"{python}.0"}
        left = {id_ for id_, pin in pinned.items()
                if pin.marker and not pin.marker.evaluate(environment)}  # fmt: skip
        assert left <= {"cffi", "pycparser"}  # gevent wants those on Windows
