"""Waits for a service on 127.0.0.1, asks it some questions and checks values in the answers.

Usage: questions.py PORT NANOSECONDS REVISION, with the time at which the container was started.
"""

import http.client
import json
import sys
import time
from typing import Any

PATIENCE = 30.0
"""Seconds until the first answer."""


class WrongAnswerError(Exception):
    """An answer that is not what the seeds say."""


def ask(port: int, path: str, body: object = None) -> tuple[int, Any]:
    """Ask once.

    Args:
        port: where the service listens on 127.0.0.1.
        path: with its query.
        body: what to post as JSON; None asks with GET.

    Returns:
        The status and the answer as JSON.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        if body is None:
            connection.request("GET", path)
        else:
            connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        response = connection.getresponse()
        return response.status, json.loads(response.read())
    finally:
        connection.close()


def expect(what: str, answer: object, wanted: object) -> None:
    """Refuse an answer that is another than the wanted one."""
    if answer != wanted:
        raise WrongAnswerError(f"{what}: {answer!r} instead of {wanted!r}")


def first_answer(port: int) -> None:
    """Wait until the service is ready."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            status, _ = ask(port, "/readyz")
            if status == http.client.OK:
                return
            fault = f"/readyz answers {status}"
        except OSError as error:
            fault = str(error)
        if time.monotonic() > end:
            raise WrongAnswerError(f"not ready in {PATIENCE:.0f} s: {fault}")
        time.sleep(0.02)


def disputed_scandium(port: int) -> str:
    """Scandium is a rare earth to many scientists and none to the Ministry, in one article."""
    status, answer = ask(port, "/v1/elements/Sc?concept=rare-earth")
    expect("status", status, 200)
    (row,) = answer["concepts"]
    expect("verdict", (row["concept"], row["verdict"]), ("rare-earth", "disputed"))
    for position, edition in (
        ("included", "many-scientists-2025-izvestia"),
        ("excluded", "mnr-russia-2025-izvestia"),
    ):
        holders = [holder["edition"] for holder in row[position]]
        expect(f"{edition} among the {position}", edition in holders, True)
        expect(f"{edition} is explained", edition in answer["editions"], True)
    return "Sc is a disputed rare earth, by the right editions"


def batch(port: int) -> str:
    """A batch keeps order and duplicates, and a bad item is an outcome."""
    items = ["yttrium", "Sc", "unobtainium", "иттрий", "Sc"]
    status, answer = ask(port, "/v1/classify", {"items": items})
    expect("status", status, 200)
    expect("inputs", [result["input"] for result in answer["results"]], items)
    symbols = [result["symbol"] for result in answer["results"]]
    expect("symbols", symbols, ["Y", "Sc", None, "Y", "Sc"])
    expect("outcome of unobtainium", answer["results"][2]["outcome"], "unknown")
    expect("elements", sorted(answer["elements"]), ["Sc", "Y"])
    return "a batch of 5 keeps order, duplicates and the unknown"


def endurance(port: int) -> str:
    """What takes most memory is asked for, one thing after another, and nothing is refused."""
    sent = 0
    column = b"".join(b'"unobtainium %d"\n' % number for number in range(100_000))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", "/v1/classify", column, {"Content-Type": "application/x-ndjson"})
    expect("lines", connection.getresponse().read().count(b"\n"), 100_000)
    connection.close()
    for year in range(2010, 2027):
        for path in ("elements", "disagreements", "matrix?concept=critical"):
            joint = "&" if "?" in path else "?"
            status, _ = ask(port, f"/v1/{path}{joint}as_of={year}-06-30")
            expect(f"{path} in {year}", status, 200)
            sent += 1
    _, known = ask(port, "/v1/concepts")
    for concept in (record["id"] for record in known["concepts"]):
        for path in (f"elements?concept={concept}", f"concepts/{concept}?history=true"):
            expect(path, ask(port, f"/v1/{path}")[0], 200)
            sent += 1
    return f"a column of 100,000 lines and {sent} tables are answered one after another"


def downloads(port: int) -> str:
    """The image carries its data as files."""
    status, answer = ask(port, "/downloads/")
    expect("status", status, 200)
    files = {each["file"] for each in answer["files"]}
    wanted = {"claims.csv", "claims.parquet", "element-classifier.sqlite"}
    expect("files", wanted - files, set())
    return f"/downloads/ offers {len(files)} files"


def problem(port: int) -> str:
    """An error is a problem that names what was asked."""
    status, answer = ask(port, "/v1/elements/unobtainium")
    expect("status", status, 404)
    expect("type", answer["type"], "/v1/problems/unknown-element")
    expect("instance", answer["instance"], "/v1/elements/unobtainium")
    return "an unknown element is a 404 problem"


def main(port: int, started: int, revision: str) -> int:
    """Wait, ask, and print one line a question."""
    try:
        first_answer(port)
        print(f"first 200 after {(time.time_ns() - started) // 1_000_000} ms")  # noqa: T201 - a command prints
        for question in (disputed_scandium, batch, problem, downloads, endurance):
            print(question(port))  # noqa: T201 - a command prints
        expect("revision", ask(port, "/version")[1]["revision"], revision)
        print("/version names the commit")  # noqa: T201 - a command prints
        for _ in range(200):  # what it holds in memory afterwards is read from outside
            ask(port, "/v1/elements/Sc")
    except (WrongAnswerError, OSError, ValueError, KeyError) as error:
        print(f"wrong: {error!r}", file=sys.stderr)  # noqa: T201 - a command prints
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
