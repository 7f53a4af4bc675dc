"""On what it was measured: nothing that names the place."""

import os
import platform
import re
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGES = ("gunicorn", "gevent", "flask", "marshmallow", "fastapi", "uvicorn", "mendeleev")


def describe() -> dict[str, str]:
    """Describe the machine: cores, kernel, versions."""
    return {
        "cores": str(os.cpu_count()),
        "processor": _first(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo")),
        "memory": _first(r"MemTotal:\s*(.+)", Path("/proc/meminfo")),
        "kernel": f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
        "Python": platform.python_version(),
        "wrk": _said(["wrk", "--version"]),
        "nginx": _said(["nginx", "-v"]),
        "node": _said(["node", "--version"]),
        **{name: _version(name) for name in _PACKAGES},
    }


def _first(pattern: str, path: Path) -> str:
    found = re.search(pattern, path.read_text())
    return found.group(1).strip() if found else "unknown"


def _said(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=10)  # noqa: S603 - fixed commands
    except FileNotFoundError:
        return "absent"
    found = re.search(r"\d+\.\d+(\.\d+)?", done.stdout + done.stderr)
    return found.group() if found else "unknown"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
