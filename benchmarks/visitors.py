"""Who visits a service in a soak: each kind of request there is, and clients that are slow."""

import hashlib
import http.client
import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field

from benchmarks.servers import HOST

_TIMEOUT = 30
_CLASSIFY, _CHECK = "/v1/classify", "/v1/check"
_JSON, _NDJSON, _CSV = "application/json", "application/x-ndjson", "text/csv"
_MIXED = ["Sc", "yttrium", 21, "NA", "REE", None, "unobtainium", "7440-20-2", "U-235", [1]]
_SYMBOLS = ["Sc", "Y", "La", "Nd", "Fe", "He", "Li", "Ga", "U", "Th"]
PATHS = [
    *(f"/v1/elements/{symbol}" for symbol in _SYMBOLS),
    *("/v1/concepts", "/v1/dataset", "/v1/elements", "/v1/elements/scandium"),
    "/v1/elements/%D1%81%D0%BA%D0%B0%D0%BD%D0%B4%D0%B8%D0%B9",
    "/v1/elements/Sc?concept=rare-earth",
    "/v1/elements?concept=critical&authority=european-commission",
]
"""Look-ups: canonical, by names, and filtered."""


@dataclass(frozen=True, slots=True)
class Question:
    """A request, and the status that is right for it."""

    path: str
    status: int = 200
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


def _post(path: str, media_type: str, body: bytes, status: int = 200) -> Question:
    return Question(path, status, "POST", {"Content-Type": media_type}, body)


def _json(path: str, body: object, status: int = 200) -> Question:
    return _post(path, _JSON, json.dumps(body).encode(), status)


def questions() -> list[Question]:
    """Give one of each kind: look-ups, batches, tables, pages, and what must be refused."""
    lines = "".join(json.dumps(item) + "\n" for item in _MIXED * 500).encode()
    asked = {"element": "thorium", "concept": "rare-earth", "authority": "iupac"}
    pages = ("/", "/elements/Sc", "/classify", "/disagreements", "/docs")
    return [
        *(Question(path) for path in PATHS),
        *(Question(path, headers={"Accept": "text/html"}) for path in pages),
        Question("/v1/matrix?concept=critical"),
        Question("/v1/matrix?concept=rare-earth&format=csv"),
        Question("/v1/disagreements"),
        Question("/v1/changes?authority=nrcan&from=2024-01-01"),
        Question("/v1/elements?as_of=2021-06-30&history=true"),
        Question("/v1/formulas?formula=CeO2"),
        Question("/v1/resolve?q=7440-20-2&q=CO&q=119"),
        _json(_CLASSIFY, {"items": _MIXED * 100, "concept": "rare-earth"}),
        _json(_CLASSIFY, {"items": ["Fe2O3", "CO2", "H("] * 50, "kind": "formula"}),
        _json(_CHECK, {"checks": [asked] * 50}),
        _post(_CLASSIFY, _NDJSON, lines),
        _post(f"{_CLASSIFY}?distinct=true", _NDJSON, lines),
        _post(f"{_CLASSIFY}?column=metal", _CSV, b"id,metal\n" + b"1,Sc\n2,iron\n3,?\n" * 2_000),
        _post("/classify", "application/x-www-form-urlencoded", b"text=Sc%0AY%0Agold"),
        Question("/v1/elements/unobtainium", 404),
        Question("/v1/nowhere", 404),
        Question("/v1/elements/NA", 422),
        Question("/v1/elements/Sc?concpet=x", 422),
        Question("/v1/elements/Sc", 405, "DELETE"),
        Question("/v1/elements/Sc", 406, headers={"Accept": "image/png"}),
        _post(_CLASSIFY, _JSON, b'{"items": [', 400),
        _post(_CLASSIFY, "text/plain", b"Sc", 415),
        _json(_CLASSIFY, {"items": ["Sc"], "concept": "x"}, 422),
        _json(_CLASSIFY, {"items": [1] * 10_001}, 413),
        _post(_CLASSIFY, _JSON, b" " * (1 << 20) + b"x", 413),
    ]


class Visitors:
    """Threads that ask every question in turn; the same question must get the same bytes.

    Args:
        port: of the service, on loopback.
        asked: the questions.
        clients: how many threads.
        pause: seconds between two questions of a thread.
        bearable: further statuses that are no fault, such as that of a full disk under chaos.
    """

    def __init__(
        self,
        port: int,
        asked: Sequence[Question],
        clients: int,
        pause: float,
        bearable: Sequence[int] = (),
    ) -> None:
        """Ask each question once, to learn what is right, and add those of what is known."""
        self.statuses: Counter[int] = Counter()
        self.faults: Counter[str] = Counter()
        self.cut = 0
        self.slowest = 0.0
        self._port, self._pause, self._bearable = port, pause, set(bearable)
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._right: dict[int, str] = {}
        self._asked = [*asked, *self._learn(asked)]
        self._threads = [threading.Thread(target=self._visit, args=(n,)) for n in range(clients)]

    def __enter__(self) -> "Visitors":
        """Let them in."""
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Send them away."""
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _learn(self, asked: Sequence[Question]) -> list[Question]:
        known = []
        with closing(self._connection()) as connection:
            for question in asked:
                status, tag, digest = _answer(connection, question)
                if status != question.status:
                    raise RuntimeError(f"{question.method} {question.path}: {status} at the start")
                self._right[id(question)] = digest
                if tag and question.method == "GET":
                    held = {**question.headers, "If-None-Match": tag}
                    known.append(Question(question.path, 304, headers=held))
        return known

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(HOST, self._port, timeout=_TIMEOUT)

    def _visit(self, place: int) -> None:
        with closing(self._connection()) as connection:
            while not self._over.is_set():
                place = (place + 1) % len(self._asked)
                self._ask(connection, self._asked[place])
                time.sleep(self._pause)

    def _ask(self, connection: http.client.HTTPConnection, question: Question) -> None:
        started = time.monotonic()
        try:
            status, _, digest = _answer(connection, question)
        except (OSError, http.client.HTTPException):
            connection.close()
            with self._lock:
                self.cut += 1
            return
        right = self._right.get(id(question), digest)
        with self._lock:
            self.slowest = max(self.slowest, time.monotonic() - started)
            self.statuses[status] += 1
            if status != question.status:
                if status not in self._bearable:
                    self.faults[f"{question.method} {question.path}: {status}"] += 1
            elif digest != right:
                self.faults[f"{question.method} {question.path}: another answer"] += 1


def _answer(connection: http.client.HTTPConnection, question: Question) -> tuple[int, str, str]:
    """Give the status, the entity tag and a digest of the body."""
    # the same id, for problems hold it
    headers = {**question.headers, "X-Request-Id": "soak"}
    connection.request(question.method, question.path, question.body, headers)
    answer = connection.getresponse()
    return answer.status, answer.headers.get("ETag", ""), hashlib.sha256(answer.read()).hexdigest()


_HEAD = b"GET /v1/elements/Sc HTTP/1.1\r\nHost: x\r\nX-Drip: "
_BODY = b"POST /v1/classify HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
_SLOW = [
    b"",
    _HEAD,
    _BODY + b"Content-Length: 100000\r\n\r\n",
    _BODY + b"Transfer-Encoding: chunked\r\n\r\nffff\r\n",
]


def loiter(port: int, over: threading.Event, clients: int) -> None:
    """Be so many slow clients, until told to end; whoever is sent away comes again.

    They are idle, drip a head, or drip a body in either framing, a byte every tenth of a second.
    """
    crowd: list[socket.socket | None] = [None] * clients
    while not over.wait(0.1):
        for place, each in enumerate(crowd):
            with suppress(OSError):
                crowd[place] = _again(each, port, _SLOW[place % len(_SLOW)])
    for each in crowd:
        if each is not None:
            each.close()


def _again(connection: socket.socket | None, port: int, begun: bytes) -> socket.socket | None:
    if connection is None:
        connection = socket.create_connection((HOST, port), _TIMEOUT)
        connection.sendall(begun)
        connection.setblocking(False)
        return connection
    try:
        if begun:
            connection.send(b" ")
        gone = connection.recv(65536) == b""
    except BlockingIOError:
        return connection
    except OSError:
        gone = True
    if gone:
        connection.close()
        return None
    return connection
