"""Measure 1: what one look-up costs, beside the floors and beside the peers."""

import datetime as dt
import json
import os
import random
import shutil
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from benchmarks import servers
from benchmarks.figures import Row, row
from benchmarks.load import wrk
from benchmarks.servers import Server
from service.loading.build import build_catalogue

CANONICAL = {"element": "/v1/elements/Sc", "concepts": "/v1/concepts"}
"""Canonical answers, a large and a small one, by the name that the peers serve them under."""
OTHERS = {
    "name": "/v1/elements/scandium",
    "concept": "/v1/elements/Sc?concept=rare-earth",
    "compare": "/v1/compare?left=ca-critical-2024&right=eu-critical-2020",
    "matrix": "/v1/matrix?concept=critical",
    "resolve": "/v1/resolve?q=caesium",
    "formula": "/v1/formulas?formula=SiO2&concept=rare-earth",
    "dated": "/v1/elements/He?concept=critical&as_of=2021-06-30",
    "disagreements": "/v1/disagreements?element=Sc",
}
"""Answers to questions, each asked again and again."""
MANY = {
    "name": "elements by a thousand names",
    "concept": "elements by one concept, 2,000 questions in turn",
    "dated": "elements by one concept on 2,000 days",
    "resolve": "a mention resolved, a thousand in turn",
    "formula": "formulas by one concept, 2,000 in turn",
    "disagreements": "disagreements of each element",
    "matrix": "the matrix of each concept",
}
"""What is asked when no question is asked twice in a row, by the answer that the floor gives."""
_GOAL_CANONICAL, _GOAL_UNCHANGED, _GOAL_OTHER, _AHEAD = 1.15, 1.0, 1.3, 1.0
_QUESTIONS = 2_000
_SLOW = 6
"""Seconds in which a server that answers twice a second answers at all."""


@dataclass(slots=True)
class Target:
    """What is asked of which server, and the CPU microseconds a request cost, round by round."""

    server: Server
    paths: list[str]
    headers: list[str] = field(default_factory=list)
    connections: int = 8
    least: int = 0
    costs: list[float] = field(default_factory=list)

    def measure(self, seconds: int) -> None:
        """Run one round."""
        for patience in (1, 4, 16):
            before = self.server.cpu()
            run = wrk(
                self.server,
                self.paths,
                max(seconds, self.least) * patience,
                headers=self.headers,
                connections=self.connections,
            )
            # a busy machine may give a server no turn in so short a time
            if run.requests:
                break
        if run.failed or not run.requests:
            raise RuntimeError(f"{run.failed} requests for {self.paths[0]} failed")
        self.costs.append((self.server.cpu() - before) / run.requests * 1e6)


def measure(rounds: int, seconds: int) -> tuple[list[Row], list[str]]:
    """Measure every look-up.

    Returns:
        The rows, and why a peer was left out.
    """
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        port = servers.free_port()
        command, environment = servers.service(port)
        ours = stack.enter_context(servers.running(command, port, folder, environment))
        told = _answers(ours, folder)
        started, skipped = _peers(stack, folder, told)
        targets = _targets(ours, started)
        turns(targets, rounds, seconds)
        costs = {key: target.costs for key, target in targets.items()}
        return _rows(costs), skipped


def turns(targets: Mapping[str, Target], rounds: int, seconds: int) -> None:
    """Warm every target up, then measure them in turn."""
    for target in targets.values():
        target.measure(min(seconds, 1))
        target.costs.clear()
    for number in range(rounds):
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
        for target in targets.values():
            target.measure(seconds)


def _answers(ours: Server, folder: Path) -> dict[str, str]:
    """Keep our answers' bytes for the peers: they answer the same."""
    names = {}
    for name, path in {**CANONICAL, **OTHERS}.items():
        with urllib.request.urlopen(ours.url(path), timeout=30) as response:  # noqa: S310 - our own loopback server
            (folder / name).write_bytes(response.read())
        names[f"/{name}"] = name
    listed = folder / "answers.json"
    listed.write_text(json.dumps(names), "utf-8")
    return {"BENCH_ANSWERS": str(listed)}


def _peers(
    stack: ExitStack, folder: Path, told: dict[str, str]
) -> tuple[dict[str, Server], list[str]]:
    """Start the floors and those peers that are installed."""
    started: dict[str, Server] = {}
    skipped = []

    def start(name: str, command: list[str], port: int, **more: str) -> None:
        running = servers.running(command, port, folder, {**told, **more})
        started[name] = stack.enter_context(running)

    for module in ("bare", "flask_constant", "flask_scan", "mendeleev_each"):
        if module == "mendeleev_each" and find_spec("mendeleev") is None:
            skipped.append("mendeleev: install element-classifier[snapshot]")
            continue
        port = servers.free_port()
        start(module, servers.gunicorn(module, port), port)
    if find_spec("fastapi") and find_spec("uvicorn"):
        port = servers.free_port()
        start("fastapi_model", servers.uvicorn("fastapi_model", port), port)
    else:
        skipped.append("FastAPI: install element-classifier[bench]")
    packages = os.environ.get("BENCH_EXPRESS")
    if packages and (Path(packages) / "node_modules" / "express").is_dir() and shutil.which("node"):
        port = servers.free_port()
        start("express_json", servers.express(port), port, BENCH_EXPRESS=packages)
    else:
        skipped.append("Express: BENCH_EXPRESS names no folder in which express is installed")
    return started, skipped


def _targets(ours: Server, started: Mapping[str, Server]) -> dict[str, Target]:
    targets = {}
    # a floor has its turn right before what is held against it
    for name, path in CANONICAL.items():
        targets[f"bare {name}"] = Target(started["bare"], [f"/{name}"])
        targets[f"ours {name}"] = Target(ours, [path])
        targets[f"unchanged {name}"] = Target(ours, [path], [f"If-None-Match: {_etag(ours, path)}"])
    for name, path in OTHERS.items():
        targets[f"flask_constant {name}"] = Target(started["flask_constant"], [f"/{name}"])
        targets[f"ours {name}"] = Target(ours, [path])
    for name, paths in many().items():
        targets[f"flask_constant many {name}"] = Target(started["flask_constant"], [f"/{name}"])
        targets[f"ours many {name}"] = Target(ours, paths)
    for peer, server in started.items():
        if peer == "bare":
            continue
        if peer == "mendeleev_each":
            targets[peer] = Target(server, ["/Sc"], connections=1, least=_SLOW)
            continue
        for name in CANONICAL:
            targets[f"{peer} {name}"] = Target(server, [f"/{name}"])
    return targets


def many() -> dict[str, list[str]]:
    """Give paths by the hundred: more questions than a worker remembers."""
    records = build_catalogue().records
    kept = dict.fromkeys(quote(name.text) for name in records.names if name.kind == "preferred")
    names = list(kept)[:1_000]
    pairs = [(e.symbol, c.id) for e in records.elements for c in records.concepts]
    asked = [f"/v1/elements/{symbol}?concept={id_}" for symbol, id_ in pairs]
    random.Random(1).shuffle(asked)  # noqa: S311 - the same order each time
    start = dt.date(2015, 1, 1)
    days = [start + dt.timedelta(2 * number) for number in range(_QUESTIONS)]
    return {
        "name": [f"/v1/elements/{name}" for name in names],
        "concept": asked[:_QUESTIONS],
        "dated": [f"{path}&as_of={day}" for path, day in zip(asked, days, strict=False)],
        "resolve": [f"/v1/resolve?q={name}" for name in names],
        "formula": [
            f"/v1/formulas?formula={symbol}O{number}&concept={id_}"
            for number, (symbol, id_) in enumerate(pairs[:_QUESTIONS], 2)
        ],
        "disagreements": [f"/v1/disagreements?element={e.symbol}" for e in records.elements],
        "matrix": [f"/v1/matrix?concept={c.id}" for c in records.concepts],
    }


def _etag(server: Server, path: str) -> str:
    with urllib.request.urlopen(server.url(path), timeout=30) as response:  # noqa: S310 - loopback
        return str(response.headers["ETag"])


_PEERS = {
    "flask_constant": "Flask returning constant bytes",
    "fastapi_model": "FastAPI + uvicorn, response model",
    "express_json": "Express, JSON",
    "flask_scan": "Flask, dictionary scan and jsonify",
}


def _rows(costs: Mapping[str, list[float]]) -> list[Row]:
    return [*_canonical(costs), *_others(costs), *_beside_peers(costs)]


def _canonical(costs: Mapping[str, list[float]]) -> Iterator[Row]:
    for name, path in CANONICAL.items():
        bare = costs[f"bare {name}"]
        floor = ("bare WSGI, same bytes", bare)
        yield row(f"bare WSGI, bytes of {path}", "µs", bare)
        yield row(f"GET {path}", "µs", costs[f"ours {name}"], floor=floor, goal=_GOAL_CANONICAL)
        unchanged = costs[f"unchanged {name}"]
        yield row(f"304 of {path}", "µs", unchanged, floor=floor, goal=_GOAL_UNCHANGED)


def _others(costs: Mapping[str, list[float]]) -> Iterator[Row]:
    for name, path in OTHERS.items():
        floor = ("Flask, same bytes", costs[f"flask_constant {name}"])
        yield row(f"GET {path}", "µs", costs[f"ours {name}"], floor=floor, goal=_GOAL_OTHER)
    for name, what in MANY.items():
        floor = (f"Flask, bytes of {OTHERS[name]}", costs[f"flask_constant many {name}"])
        yield row(f"GET {what}", "µs", costs[f"ours many {name}"], floor=floor, goal=_GOAL_OTHER)


def _beside_peers(costs: Mapping[str, list[float]]) -> Iterator[Row]:
    for name, path in CANONICAL.items():
        for peer, what in _PEERS.items():
            if f"{peer} {name}" in costs:
                floor = (what, costs[f"{peer} {name}"])
                yield row(f"GET {path}", "µs", costs[f"ours {name}"], floor=floor, goal=_AHEAD)
    if "mendeleev_each" in costs:
        floor = ("mendeleev.element() for each request", costs["mendeleev_each"])
        path = CANONICAL["element"]
        yield row(f"GET {path}", "µs", costs["ours element"], floor=floor, goal=_AHEAD)
