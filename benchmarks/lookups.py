"""CPU of one look-up: repeated, for the first time, under granian, behind nginx, and of peers."""

import datetime as dt
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from benchmarks import proxy, servers
from benchmarks.figures import Row
from benchmarks.load import cost
from benchmarks.servers import HOST, SERVER_CORE, Server, pinned
from service.loading.build import build_catalogue

PATH = "/v1/elements/Sc"
_REQUESTS, _FIRSTS = 1_000, 236
_PEERS = {"fastapi": "FastAPI with a response model", "express": "Express"}


def measure(folder: Path, rounds: int) -> tuple[list[Row], list[str]]:
    """Let all servers take turns.

    Returns:
        The rows, and what was left out and why.
    """
    skipped: list[str] = []
    with ExitStack() as stack:
        targets = _targets(stack, folder, skipped)
        for ask in targets.values():
            ask()  # warms up
        costs: dict[str, list[float]] = {name: [] for name in targets}
        for _ in range(rounds):
            for name, ask in targets.items():
                costs[name].append(ask())
    return _rows(costs), skipped


def _targets(stack: ExitStack, folder: Path, skipped: list[str]) -> dict[str, Callable[[], float]]:
    def repeated(server: Server, path: str = PATH) -> Callable[[], float]:
        return lambda: cost(server, [path] * _REQUESTS)

    ours = stack.enter_context(servers.service(folder))
    answer = folder / "files" / PATH.lstrip("/")
    answer.parent.mkdir(parents=True)
    answer.write_bytes(ours.get(PATH))
    bare = stack.enter_context(servers.gunicorn("bare", folder, answer))
    questions = _questions()
    targets = {
        "bare": repeated(bare),
        "ours": repeated(ours),
        "granian": repeated(stack.enter_context(servers.granian(folder))),
        "first": lambda: cost(ours, islice(questions, _FIRSTS)),
    }
    if proxy.program():
        files = servers.free_port()
        front = stack.enter_context(proxy.nginx(folder, ours.port, files))
        targets |= {"file": repeated(Server(front.process, files)), "nginx": repeated(front)}
    else:
        skipped.append("nginx: not installed")
    for name, command in _peers(skipped).items():
        port = servers.free_port()
        told = [word.replace("PORT", str(port)) for word in command]
        peer = servers.running(pinned(told, SERVER_CORE), port, folder, BENCH_ANSWER=str(answer))
        targets[name] = repeated(stack.enter_context(peer), "/")
    return targets


def _questions() -> Iterator[str]:
    """Give brief look-ups of every element, on one day after the other, none twice."""
    elements = list(build_catalogue().elements)
    day = dt.date(2026, 11, 1)
    while True:
        yield from (f"/v1/elements/{symbol}?as_of={day}" for symbol in elements)
        day -= dt.timedelta(1)


def _peers(skipped: list[str]) -> dict[str, list[str]]:
    commands = {}
    if find_spec("fastapi") and find_spec("uvicorn"):
        words = ["-m", "uvicorn", "--no-access-log", "--log-level", "warning"]
        words += ["--host", HOST, "--port", "PORT", "benchmarks.peers.fastapi_model:app"]
        commands["fastapi"] = [sys.executable, *words]
    else:
        skipped.append("FastAPI: install element-classifier[bench]")
    packages = os.environ.get("BENCH_EXPRESS")
    if packages and shutil.which("node"):
        commands["express"] = ["node", "benchmarks/peers/express_json.cjs", HOST, "PORT", packages]
    else:
        skipped.append("Express: BENCH_EXPRESS names no folder in which it is installed")
    return commands


def _rows(costs: dict[str, list[float]]) -> list[Row]:
    bare, ours = costs["bare"], costs["ours"]
    floor, what = "bare WSGI in gunicorn", f"GET {PATH}, repeated"
    rows = [
        Row(f"{floor}, the same bytes", "µs", bare),
        Row(what, "µs", ours, floor, bare, 1.5),
        Row("the same under granian", "µs", costs["granian"], floor, bare, 0.6),
    ]
    if "nginx" in costs:
        cached = "the same from the cache of deploy/nginx.conf"
        rows.append(Row("nginx, the same bytes as a file", "µs", costs["file"]))
        rows.append(Row(cached, "µs", costs["nginx"], "nginx, a file", costs["file"], 1.3))
    first = [figure / 1000 for figure in costs["first"]]
    rows.append(Row("a brief look-up for the first time, all elements", "ms", first, goal=2))
    for peer in filter(costs.__contains__, _PEERS):
        rows.append(Row(f"{_PEERS[peer]}, the same data", "µs", costs[peer]))
        rows.append(Row(what, "µs", ours, _PEERS[peer], costs[peer]))
    return rows
