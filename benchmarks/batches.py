"""Measure 2: batches, their memory, their recognition, and look-ups while they run."""

import json
import random
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks import servers
from benchmarks.figures import Row, row
from benchmarks.load import wrk
from benchmarks.mix import Truth, judged, mixed
from benchmarks.servers import Server
from service.loading.build import build_catalogue

_PATH = "/v1/classify"
_JSON, _NDJSON, _CSV = "application/json", "application/x-ndjson", "text/csv"
_JSON_ITEMS, _MIXED, _MILLION = 10_000, 100_000, 1_000_000
_GOAL_MIXED, _GOAL_MILLION, _GOAL_MEMORY = 1.0, 3.0, 64.0
_GOAL_RIGHT, _GOAL_SILENT, _GOAL_P99 = 99.0, 0.0, 5.0
_KEPT = 65_536
_LIMIT = 300


def measure(rounds: int, seconds: int) -> tuple[list[Row], list[str]]:
    """Measure every batch.

    Returns:
        The rows, and what was left out.
    """
    records = build_catalogue().records
    column = mixed(records, _MIXED)
    symbols = _symbols([element.symbol for element in records.elements])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [*_costs(folder, column, symbols, rounds)]
        rows += _under_load(folder, column, rounds, seconds)
    return rows, []


def _symbols(known: list[str]) -> list[str]:
    chance = random.Random(2)  # noqa: S311 - a benchmark's data, not a secret
    return chance.choices(known, k=_MILLION)


def _ndjson(mentions: list[str]) -> bytes:
    return b"".join(json.dumps(m, ensure_ascii=False).encode() + b"\n" for m in mentions)


def _costs(folder: Path, column: list[Truth], symbols: list[str], rounds: int) -> Iterator[Row]:
    mentions = [mention for mention, _ in column]
    quoted = "".join('"' + m.replace('"', '""') + '"\r\n' for m in ["mention", *mentions])
    bodies = {
        "json": (_JSON, json.dumps({"items": mentions[:_JSON_ITEMS]}).encode()),
        "ndjson": (_NDJSON, _ndjson(mentions)),
        "csv": (_CSV, quoted.encode()),
        "million": (_NDJSON, _ndjson(symbols)),
    }
    costs: dict[str, list[float]] = {name: [] for name in (*bodies, "floor")}
    memory: dict[str, list[float]] = {name: [] for name in bodies}
    with _service(folder, 1) as server:
        _post(server, *bodies["json"], folder)
        for _ in range(rounds):
            costs["floor"].append(_loads(bodies["million"][1]))
            for name, body in bodies.items():
                spent, above = _cost(server, *body, folder)
                costs[name].append(spent)
                memory[name].append(above)
        answer = _post(server, *bodies["ndjson"], folder).read_bytes().splitlines()
    json_what = "10,000 mixed mentions as JSON"
    yield row(json_what, "s of CPU", costs["json"])
    for form in ("ndjson", "csv"):
        what = f"100,000 mixed mentions as {form.upper()}"
        yield row(what, "s of CPU", costs[form], goal=_GOAL_MIXED)
    floor = ("json.loads of each line", costs["floor"])
    what = "a million exact symbols as NDJSON"
    yield row(what, "s of CPU", costs["million"], floor=floor, goal=_GOAL_MILLION)
    for name, said in (("ndjson", "100,000 mixed mentions"), ("million", "a million symbols")):
        yield row(f"memory above idle, {said}", "MiB", memory[name], goal=_GOAL_MEMORY)
    yield from _recognition(column, answer)


def _service(folder: Path, workers: int) -> AbstractContextManager[Server]:
    port = servers.free_port()
    command, environment = servers.service(port, workers)
    return servers.running(command, port, folder, environment)


def _loads(body: bytes) -> float:
    """Give the CPU seconds of the standard library over the same lines."""
    lines = body.splitlines()
    started = time.process_time()
    for line in lines:
        json.loads(line)
    return time.process_time() - started


def _post(server: Server, media_type: str, body: bytes, folder: Path) -> Path:
    """Send one batch, and keep what comes back."""
    answer = folder / "answer"
    request = urllib.request.Request(  # noqa: S310 - loopback
        server.url(_PATH), data=body, headers={"Content-Type": media_type, "Accept": media_type}
    )
    with (
        urllib.request.urlopen(request, timeout=_LIMIT) as response,  # noqa: S310 - loopback
        answer.open("wb") as file,
    ):
        while piece := response.read(_KEPT):
            file.write(piece)
    return answer


def _cost(server: Server, media_type: str, body: bytes, folder: Path) -> tuple[float, float]:
    """Give the CPU seconds of one batch, and the MiB it took above what was there before."""
    idle = sum(server.memory())
    peaks = [idle]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.02):
            peaks.append(sum(server.memory()))

    watching = threading.Thread(target=watch)
    watching.start()
    before = server.cpu()
    try:
        _post(server, media_type, body, folder)
    finally:
        done.set()
        watching.join()
    return server.cpu() - before, (max(peaks) - idle) / 1024


def _recognition(column: list[Truth], answer: list[bytes]) -> Iterator[Row]:
    said = [json.loads(line) for line in answer]
    if [entry["line"] for entry in said] != list(range(1, len(column) + 1)):
        raise RuntimeError("lines were lost or reordered")
    found = Counter(
        judged(truth, entry["outcome"], entry["symbol"], entry.get("warnings") or [])
        for (_, truth), entry in zip(column, said, strict=True)
    )
    share = {verdict: 100 * found[verdict] / len(column) for verdict in ("right", "silent")}
    yield row("recognised rightly", "%", [share["right"]], goal=_GOAL_RIGHT, at_least=True)
    yield row("wrong in silence", "%", [share["silent"]], goal=_GOAL_SILENT)


def _under_load(folder: Path, column: list[Truth], rounds: int, seconds: int) -> Iterator[Row]:
    body = _ndjson([mention for mention, _ in column])
    idle: list[float] = []
    busy: list[float] = []
    port = servers.free_port()
    command, environment = servers.service(port, workers=2)
    # two workers of one core would measure the core: here they have all of them
    with servers.running(command, port, folder, environment, core=None) as server:
        for _ in range(rounds):
            idle.append(_p99(server, seconds))
            busy.append(_while(lambda: _post(server, _NDJSON, body, folder), server, seconds))
    floor = ("idle p99", idle)
    what = "p99 of look-ups while 100,000-item batches run, 2 workers"
    yield row(what, "ms", busy, floor=floor, goal=_GOAL_P99)


def _p99(server: Server, seconds: int) -> float:
    return wrk(server, ["/v1/elements/Sc", "/v1/concepts"], seconds, connections=4).p99


def _while(batch: Callable[[], object], server: Server, seconds: int) -> float:
    """Give the p99 of look-ups while batches run back to back."""
    done = threading.Event()

    def send() -> None:
        deadline = time.monotonic() + _LIMIT
        while not done.is_set() and time.monotonic() < deadline:
            batch()

    sending = threading.Thread(target=send)
    sending.start()
    try:
        return _p99(server, seconds)
    finally:
        done.set()
        sending.join()
