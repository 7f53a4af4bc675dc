"""CPU of large batches, look-ups meanwhile, the memory of two workers; pandas and DuckDB beside."""

import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from itertools import cycle, product, takewhile
from pathlib import Path

from benchmarks import servers
from benchmarks.figures import Row
from benchmarks.load import cost, wrk
from benchmarks.lookups import PATH
from benchmarks.mentions import different, mixed
from benchmarks.servers import Server
from service.loading.build import build_catalogue
from service.model import Records

_SIZE = 100_000
_CLASSIFY = "/v1/classify?concept=critical"
_LIMIT, _SECONDS = 300, 5
_PEERS = ("pandas", "duckdb")


def measure(folder: Path, rounds: int) -> tuple[list[Row], list[str]]:
    """Let batches and peers take turns; then ask for look-ups while batches run.

    Returns:
        The rows, and what was left out and why.
    """
    records = build_catalogue().records
    bodies = {"mixed": _csv(mixed(records, _SIZE)), "different": _csv(different(records, _SIZE))}
    (folder / "column.csv").write_bytes(bodies["mixed"])
    (folder / "names.csv").write_text(_names(records), "utf-8")
    peers = [peer for peer in _PEERS if find_spec(peer)]
    costs: dict[str, list[float]] = {name: [] for name in (*bodies, *peers)}
    with servers.service(folder) as server:
        _post(server, bodies["mixed"])
        for _ in range(rounds):
            for name, body in bodies.items():
                before = server.cpu()
                _post(server, body)
                costs[name].append(server.cpu() - before)
            for peer in peers:
                costs[peer].append(_joined(peer, folder))
    p99, memory = _under_load(folder, list(bodies.values()), rounds)
    what = "100,000 mixed mentions in one POST"
    rows = [
        Row(what, "s of CPU", costs["mixed"], goal=1.2),
        Row("100,000 different mentions in one POST", "s of CPU", costs["different"], goal=4),
    ]
    for peer in peers:
        rows.append(Row(f"exact names alone, joined by {peer}", "s of CPU", costs[peer]))
        rows.append(Row(what, "s of CPU", costs["mixed"], f"a join by {peer}", costs[peer]))
    rows.append(Row("p99 of look-ups while such batches run, 2 workers", "ms", p99, goal=50))
    rows.append(Row("most memory of 2 workers meanwhile", "MiB", memory, goal=192))
    missing = [peer for peer in _PEERS if peer not in peers]
    return rows, [f"{peer}: install element-classifier[bench]" for peer in missing]


def _csv(column: list[str]) -> bytes:
    return "".join(f"{_quoted(text)}\n" for text in ["mention", *column]).encode()


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _names(records: Records) -> str:
    """Make the table that a user of pandas or DuckDB joins with."""
    table = {name.text: name.symbol for name in records.names}
    for element in records.elements:
        known = (element.symbol, element.symbol.upper(), str(element.atomic_number), element.cas)
        table |= {text: element.symbol for text in known if text}
    return "mention,symbol\n" + "".join(f"{_quoted(t)},{s}\n" for t, s in table.items())


def _post(server: Server, body: bytes) -> bytes:
    headers = {"Content-Type": "text/csv"}
    request = urllib.request.Request(server.url(_CLASSIFY), body, headers)  # noqa: S310 - loopback
    with urllib.request.urlopen(request, timeout=_LIMIT) as response:  # noqa: S310 - loopback
        return bytes(response.read())


def _joined(peer: str, folder: Path) -> float:
    script = Path(__file__).parent / "peers" / "frames.py"
    command = servers.pinned([sys.executable, str(script), peer, str(folder)], servers.SERVER_CORE)
    done = subprocess.run(command, capture_output=True, check=True, timeout=_LIMIT)  # noqa: S603 - fixed
    return float(done.stdout)


def _under_load(folder: Path, bodies: list[bytes], rounds: int) -> tuple[list[float], list[float]]:
    """Give the p99 of look-ups in ms and the most memory in MiB; two workers have all cores."""
    p99, memory = [], []
    with servers.service(folder, workers=2, core=None) as server:
        _fill_caches(server)
        for _ in range(rounds):
            samples: list[float] = []
            batches = [partial(_post, server, body) for body in bodies]
            with _repeated(*batches), _repeated(partial(_sample, server, samples)):
                p99.append(wrk(server, PATH, _SECONDS, connections=4).p99)
            memory.append(max(samples))
    return p99, memory


def _fill_caches(server: Server) -> None:
    """Ask for more different answers than the caches of the workers hold."""
    symbols = build_catalogue().elements
    paths = [f"/v1/elements/{s}?as_of=2026-{m:02}-01" for m, s in product(range(1, 12), symbols)]
    paths += [f"/v1/elements/{symbol}?detail=full" for symbol in symbols]
    for _ in range(4):  # one connection is one worker's
        cost(server, paths)


def _sample(server: Server, samples: list[float]) -> None:
    samples.append(server.memory())
    time.sleep(0.1)


@contextmanager
def _repeated(*works: Callable[[], object]) -> Iterator[None]:
    """Do some work in turn, again and again, in a thread."""
    over = threading.Event()

    def repeat() -> None:
        for work in takewhile(lambda _: not over.is_set(), cycle(works)):
            work()

    thread = threading.Thread(target=repeat)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
