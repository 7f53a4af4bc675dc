"""Asks the service through nginx on 127.0.0.1, and checks values in what comes back.

Usage: behind_nginx.py PORT [again], the latter after a restart, when nothing but an answer is new.
"""

import http.client
import json
import sys

from questions import WrongAnswerError, batch, disputed_scandium, expect, first_answer, problem

_PATH = "/v1/concepts"
_LINES = 20_000
_ELEMENTS = ("Sc", "Y", "La")
Reply = tuple[int, "http.client.HTTPMessage", bytes]


def raw(
    port: int, path: str, headers: dict[str, str] | None = None, body: bytes | None = None
) -> Reply:
    """Ask once; give status, headers and body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET" if body is None else "POST", path, body, headers or {})
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


def cached(port: int) -> str:
    """The first answer is the service's, the second is kept, and they are the same."""
    replies = [raw(port, _PATH) for _ in range(2)]
    expect("status", [reply[0] for reply in replies], [200, 200])
    expect("X-Cache", [reply[1]["X-Cache"] for reply in replies], ["MISS", "HIT"])
    expect("the second body", replies[1][2], replies[0][2])
    known = {concept["id"] for concept in json.loads(replies[0][2])["concepts"]}
    expect("rare-earth is a concept", "rare-earth" in known, True)
    return "a look-up is MISS and then HIT, with the same bytes"


def unchanged(port: int) -> str:
    """Who has the answer already is told so, from the cache."""
    tag = raw(port, _PATH)[1]["ETag"]
    status, headers, body = raw(port, _PATH, {"If-None-Match": tag})
    expect("status", (status, body), (304, b""))
    expect("headers", (headers["ETag"], headers["X-Cache"]), (tag, "HIT"))
    return "an unchanged look-up is a 304 from the cache"


def column(port: int) -> str:
    """A column too large for memory lies on the volume of both, and comes back whole."""
    lines = [f'"{_ELEMENTS[number % 3]}"'.ljust(199) for number in range(_LINES)]
    body = "\n".join(lines).encode()
    status, _, answer = raw(port, "/v1/classify", {"Content-Type": "application/x-ndjson"}, body)
    expect("status", (status, len(body) > 1024 * 1024), (200, True))
    said = [json.loads(line) for line in answer.splitlines()]
    expect("lines", [entry["line"] for entry in said] == list(range(1, _LINES + 1)), True)
    wanted = [_ELEMENTS[number % 3] for number in range(_LINES)]
    expect("symbols", [entry["symbol"] for entry in said] == wanted, True)
    status, _, answer = raw(port, "/v1/classify", {"Content-Type": "application/json"}, body)
    expect("the same as JSON", (status, json.loads(answer)["limit"]), (413, 1048576))
    return "a column of 4 MB passes, and as JSON it is a 413 problem"


def main(port: int, again: bool) -> int:
    """Wait, ask, and print one line a question."""
    try:
        first_answer(port)
        first = (cached, unchanged, disputed_scandium, batch, problem, column)
        for question in (disputed_scandium,) if again else first:
            said = question(port)
            print(f"after a restart of both {said}" if again else said)  # noqa: T201 - a command prints
    except (WrongAnswerError, OSError, ValueError, KeyError) as error:
        print(f"wrong: {error!r}", file=sys.stderr)  # noqa: T201 - a command prints
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:] == ["again"]))
