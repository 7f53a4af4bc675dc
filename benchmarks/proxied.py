"""Measure 4: what a cached look-up costs behind the supplied nginx, beside a file of its own."""

import os
import shutil
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks import servers
from benchmarks.figures import Row, row
from benchmarks.lookups import CANONICAL, Target, turns
from benchmarks.servers import HOST, Server

_CONFIGURATION = Path(__file__).resolve().parent.parent / "deploy" / "nginx.conf"
_GOAL = 1.3
_WARM_LIMIT = 30
# The same nginx and log, set up for files; the second location is the best a host of files can do.
_FILES = """
    server {{
        listen {host}:{port};
        default_type application/json;
        tcp_nopush on;
        location / {{
            root {folder}/files;
        }}
        location /open/ {{
            alias {folder}/files/;
            open_file_cache max=500 inactive=10m;
            open_file_cache_valid 1m;
        }}
    }}
}}
"""


def measure(rounds: int, seconds: int) -> tuple[list[Row], list[str]]:
    """Measure cached look-ups and files in turn.

    Returns:
        The rows, and why there are none.
    """
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/sbin")
    if program is None:
        return [], ["nginx: install it from your distribution"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        behind, port = servers.free_port(), servers.free_port()
        command, environment = servers.service(behind)
        with servers.running(command, behind, folder, environment) as service:
            _keep(service, folder)
            files = servers.free_port()
            text = configuration(folder, behind, port, files)
            with servers.running(_nginx(program, folder, text), port, folder, {}) as proxy:
                return list(_measured(proxy, Server(proxy.process, files), rounds, seconds)), []


def configuration(folder: Path, service: int, port: int, files: int) -> str:
    """Give ``deploy/nginx.conf`` for one core of this machine, and a server of files beside it.

    Args:
        folder: where it writes, and where the files are.
        service: the service's port.
        port: where the proxy listens.
        files: where the server of files listens.

    Raises:
        ValueError: a passage that must be another here is not in the file.
    """
    text = _CONFIGURATION.read_text("utf-8").rstrip().removesuffix("}")
    for old, new in {
        "worker_processes auto;": "worker_processes 1;",
        "server element-classifier:8000;": f"server {HOST}:{service};",
        "listen 8080;": f"listen {HOST}:{port};",
        "/tmp/nginx": f"{folder}/nginx",  # noqa: S108 - the file's own
        "/dev/shm/nginx-answers": f"{folder}/answers",  # noqa: S108 - likewise
        "rate=50r/s": "rate=1000000r/s",
        "rate=10r/s": "rate=1000000r/s",
    }.items():
        if old not in text:
            raise ValueError(f"{old} is not in {_CONFIGURATION.name}")
        text = text.replace(old, new)
    return text + _FILES.format(host=HOST, port=files, folder=folder)


def _nginx(program: str, folder: Path, text: str) -> list[str]:
    (folder / "nginx.conf").write_text(text, "utf-8")
    # only a superuser may, and must, say whose its workers are
    told = "daemon off;" + (" user root;" if os.geteuid() == 0 else "")
    options = ["-p", str(folder), "-e", str(folder / "error.log"), "-g", told]
    return [program, *options, "-c", str(folder / "nginx.conf")]


def _keep(service: Server, folder: Path) -> None:
    """Keep the service's answers as files."""
    for path in CANONICAL.values():
        file = folder / "files" / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_asked(service, path)[1])


def _asked(server: Server, path: str) -> tuple[str, bytes]:
    with urllib.request.urlopen(server.url(path), timeout=30) as response:  # noqa: S310 - loopback
        return str(response.headers["X-Cache"]), response.read()


def _measured(proxy: Server, files: Server, rounds: int, seconds: int) -> Iterator[Row]:
    targets = {}
    for name, path in CANONICAL.items():
        _warm(proxy, files, path)
        targets[f"file {name}"] = Target(files, [path])
        targets[f"cached {name}"] = Target(proxy, [path])
        targets[f"open {name}"] = Target(files, [f"/open{path}"])
    turns(targets, rounds, seconds)
    for path in CANONICAL.values():
        _warm(proxy, files, path)
    yield from rows({key: target.costs for key, target in targets.items()})


def _warm(proxy: Server, files: Server, path: str) -> None:
    """Make sure that an answer comes from the cache, and is the file's and the open file's."""
    deadline = time.monotonic() + _WARM_LIMIT
    while (found := _asked(proxy, path))[0] != "HIT":
        if time.monotonic() > deadline:
            raise RuntimeError(f"{path} is not kept, but {found[0]}")
        time.sleep(0.05)
    if not found[1] == _asked(files, path)[1] == _asked(files, f"/open{path}")[1]:
        raise RuntimeError(f"{path} differs from its file")


def rows(costs: Mapping[str, list[float]]) -> Iterator[Row]:
    """Hold cached look-ups against both ways to serve a file.

    Args:
        costs: CPU microseconds of each round, by ``file``, ``cached`` and ``open`` and the answer.
    """
    for name, path in CANONICAL.items():
        file, opened = costs[f"file {name}"], costs[f"open {name}"]
        cached, what = costs[f"cached {name}"], f"cached GET {path}"
        yield row(f"nginx, {path} as a file", "µs", file)
        yield row(what, "µs", cached, floor=("nginx, a file", file), goal=_GOAL)
        yield row(what, "µs", cached, floor=("nginx, a file kept open", opened))
