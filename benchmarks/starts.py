"""The start of the service beside that of an empty Flask application, and the size of the image."""

import shutil
import subprocess
import time
from pathlib import Path

from benchmarks import servers
from benchmarks.figures import Row
from benchmarks.lookups import PATH

_IMAGE = "localhost/element-classifier:ci"


def measure(folder: Path, rounds: int) -> tuple[list[Row], list[str]]:
    """Start both in turn, with two workers each.

    Returns:
        The rows, and what was left out and why.
    """
    figures: dict[str, list[float]] = {name: [] for name in ("ours", "empty", "cpu", "empty cpu")}
    for _ in range(rounds):
        began = time.monotonic()
        with servers.gunicorn("flask_empty", folder, workers=2) as server:
            figures["empty"].append(time.monotonic() - began)
            figures["empty cpu"].append(server.cpu())
        began = time.monotonic()
        with servers.service(folder, 2, PATH) as server:
            figures["ours"].append(time.monotonic() - began)
            figures["cpu"].append(server.cpu())
    floor = "empty Flask, same gunicorn"
    rows = [
        Row("start to the first answer", "s", figures["ours"], floor, figures["empty"], 3),
        Row("CPU of that start", "s", figures["cpu"], floor, figures["empty cpu"]),
    ]
    if shutil.which("podman"):
        command = ["podman", "image", "inspect", "--format", "{{.Size}}", _IMAGE]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed
        if not done.returncode:
            return [*rows, Row("image", "MB", [int(done.stdout) / 1e6], goal=160)], []
    return rows, ["the image: .ci/image builds it"]
