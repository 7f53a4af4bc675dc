"""nginx with the configuration of ``deploy/``, and a server of files beside it."""

import os
import shutil
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks.servers import HOST, ROOT, SERVER_CORE, Server, free_port, pinned, running

_FILES = """
    server {{
        listen {host}:{port};
        default_type application/json;
        tcp_nopush on;
        root {folder}/files;
    }}
}}
"""


def program() -> str | None:
    """Give the path of nginx, where it is installed."""
    return shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")


def configuration(folder: Path, service: int, port: int, files: int) -> str:
    """Give ``deploy/nginx.conf`` for one core of this machine, with a server of files in it.

    Raises:
        ValueError: ``deploy/nginx.conf`` lacks a passage that must change here.
    """
    text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8").rstrip().removesuffix("}")
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
            raise ValueError(f"deploy/nginx.conf lacks {old!r}")
        text = text.replace(old, new)
    return text + _FILES.format(host=HOST, port=files, folder=folder)


def nginx(folder: Path, service: int, files: int) -> AbstractContextManager[Server]:
    """Run nginx in front of a service, and over ``folder/files`` on another port."""
    port = free_port()
    (folder / "nginx.conf").write_text(configuration(folder, service, port, files), "utf-8")
    # only a superuser may, and must, name the user of the workers
    told = "daemon off;" + (" user root;" if os.geteuid() == 0 else "")
    words = [str(program()), "-p", str(folder), "-e", str(folder / "error.log"), "-g", told]
    command = pinned([*words, "-c", str(folder / "nginx.conf")], SERVER_CORE)
    return running(command, port, folder, "/readyz")
