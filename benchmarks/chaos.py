"""What befalls a service: killed workers, reloads, a full disk, clients that break off."""

import os
import random
import shutil
import signal
import socket
import struct
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.servers import HOST, Server

_EVERY = 3.0
_FULL = 2.0
_SIZE = 16
_CROWD = 200
_RESET = struct.pack("ii", 1, 0)


@contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """Mount a disk of a few MiB, where that is allowed."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}m,mode=1777", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603 - fixed
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S603, S607 - fixed


class Chaos:
    """A thread that does harm in turn; ``done`` counts what it did.

    Args:
        server: the service.
        disk: a small one that bodies are spooled to, if there is one.
        seed: of the choice of workers.
    """

    def __init__(self, server: Server, disk: Path | None, seed: int = 1) -> None:
        """Prepare, and do nothing yet."""
        self.done: Counter[str] = Counter()
        self._server, self._disk = server, disk
        self._chance = random.Random(seed)  # noqa: S311 - not a secret
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> "Chaos":
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End, with the disk free again."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        acts = [self._kill, self._break_off, self._fill, self._reload]
        turn = 0
        while not self._over.wait(_EVERY):
            act = acts[turn % len(acts)]
            act()
            self.done[act.__name__.strip("_")] += 1
            turn += 1

    def _kill(self) -> None:
        workers = self._server.pids()[1:]
        if workers:
            with suppress(ProcessLookupError):
                os.kill(self._chance.choice(workers), signal.SIGKILL)

    def _reload(self) -> None:
        os.kill(self._server.process.pid, signal.SIGHUP)

    def _break_off(self) -> None:
        """Open many connections, send half of something, and reset them."""
        begun = b"POST /v1/classify HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\n"
        begun += b"Content-Length: 2000000\r\n\r\nmetal\n" + b"Sc\n" * 1_000
        opened = []
        for _ in range(_CROWD):
            with suppress(OSError):
                connection = socket.create_connection((HOST, self._server.port), 10)
                opened.append(connection)
                connection.sendall(begun)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        for connection in opened:
            connection.close()

    def _fill(self) -> None:
        if self._disk is None:
            return
        full = self._disk / "full"
        with suppress(OSError), full.open("wb") as file:
            for _ in range(shutil.disk_usage(self._disk).free // 65536 + 1):
                file.write(bytes(65536))
        self._post_large()
        until = time.monotonic() + _FULL
        while time.monotonic() < until and not self._over.wait(0.1):
            pass
        full.unlink()

    def _post_large(self) -> None:
        """Send a body that the disk has no room for."""
        body = b'"Sc"\n' * 600_000
        head = b"POST /v1/classify HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        head += b"Content-Type: application/x-ndjson\r\nContent-Length: %d\r\n\r\n" % len(body)
        with (
            suppress(OSError),
            socket.create_connection((HOST, self._server.port), 10) as connection,
        ):
            connection.sendall(head + body)
            self.done[connection.recv(16)[9:12].decode() or "none"] += 1
