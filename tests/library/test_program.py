"""The command element-classifier: most of it in this process, its end as a process of its own."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

import element_classifier as library
from element_classifier import column_reader, files
from service.columns.writers import LineRecords
from tests.library.conftest import Command
from tests.library.mentions import MENTIONS, NAMES
from tests.support.server import environment

_DEADLINE = 120.0


def left() -> list[str]:
    return sorted(path.name for path in Path.cwd().iterdir())


QUESTIONS: list[tuple[str, Callable[[], Any], str]] = [
    (
        "who scandium rare-earth",
        lambda: library.look_up("scandium", "rare-earth"),
        r"^Rare-earth element: disputed\. Yes: IUPAC(.|\n)*iupac-2005",
    ),
    (
        "who He critical --authority EU --as-of 2021-06-30",
        lambda: library.look_up("He", "critical", authority="EU", as_of="2021-06-30"),
        "^Critical raw material: ",
    ),
    (
        "who CO critical --jurisdiction EU",
        lambda: library.look_up("CO", "critical", jurisdiction="EU"),
        r"list \(EU\)\.\nRead as cobalt \(Co\)\. As a formula it is carbon and oxygen",
    ),
    (
        "compare eu-critical-2024 us-critical-2025",
        lambda: library.compare("eu-critical-2024", "us-critical-2025"),
        "only eu-critical-2024",
    ),
    (
        "changes Sc --from 2020-01-01 --to 2026-01-01",
        lambda: library.changes("Sc", start="2020-01-01", end="2026-01-01"),
        "eu-crm-study-2023",
    ),
]


@pytest.mark.parametrize(("line", "answer", "shown"), QUESTIONS, ids=[q[0] for q in QUESTIONS])
def test_a_question_is_answered_for_people_and_for_programs(
    command: Command, line: str, answer: Callable[[], Any], shown: str
) -> None:
    code, out, told = command(*line.split())
    assert (code, told) == (0, "")
    assert re.search(shown, out.decode())
    assert json.loads(command(*line.split(), "--json").out) == answer()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["who", "scandum"], "Nothing matches 'scandum'. Did you mean Sc?"),
        (["who", "Sc", "rare-eath"], "There is no concept 'rare-eath'. Did you mean rare-earth?"),
        (["who", "Sc", "--as-of", "2020"], "'2020': A date as YYYY-MM-DD."),
        (["compare", "eu-critical-2024", "iupac-2005"], "The two editions share no concept."),
        (["classify", "table.xlsx"], "--format: table.xlsx may be csv, ndjson, parquet."),
        (["classify", "-"], "--format: standard input may be csv, ndjson, parquet."),
        (["lint", "nowhere"], "There is no file or folder 'nowhere'."),
        (["lint", ".", "--as-of", "2020"], "'2020': A date as YYYY-MM-DD."),
        (
            ["lint", ".", "--concept", "critcal"],
            "There is no concept 'critcal'. Did you mean critical?",
        ),
    ],
)
def test_a_question_that_means_nothing_ends_with_two(
    command: Command, arguments: list[str], sentence: str
) -> None:
    assert command(*arguments) == (2, b"", sentence)


def table_of(mentions: list[str | None]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["id", "metal"], *([i, m] for i, m in enumerate(mentions))])
    return out.getvalue().encode()


@pytest.mark.parametrize("kind", ["mention", "header", "auto"])
def test_a_csv_is_written_as_over_http(command: Command, client: FlaskClient, kind: str) -> None:
    body = table_of([*MENTIONS, "Al2O3_pct", "Ti-6Al-4V"])
    body += b'x,"two\nlines"\ny\n\nz,Sc,extra\n'
    asked = f"/v1/classify?column=metal&concept=critical&concept=rare-earth&kind={kind}"
    over_http = client.post(asked, data=body, content_type="text/csv").data
    Path("in.csv").write_bytes(b"\xef\xbb\xbf" + body)
    concepts = ("--concept", "critical", "--concept", "rare-earth")
    chosen = ("--column", "metal", *concepts, "--read-as", kind)
    assert command("classify", "in.csv", *chosen, "-o", "out.csv").out == b""
    assert Path("out.csv").read_bytes() == over_http
    assert left() == ["in.csv", "out.csv"]
    assert command("classify", "-", "--format", "csv", *chosen, given=body).out == over_http


def test_a_table_keeps_its_separator(command: Command) -> None:
    Path("in.tsv").write_text("id\tmetal\n1\tSc\n")
    head, row = command("classify", "in.tsv", "--column", "metal").out.decode().splitlines()
    assert head.split("\t") == ["id", "metal", *(n for n in NAMES if n != "verdict_critical")]
    assert row.split("\t")[:4] == ["1", "Sc", "ok", "Sc"]


def test_mentions_alone_are_answered_as_over_http(command: Command, client: FlaskClient) -> None:
    body = b'"Sc"\n{bad\n["x"]\nnull\n\n"NA"\n21\n'
    asked = "/v1/classify?concept=critical"
    over_http = client.post(asked, data=body, content_type="application/x-ndjson").data
    done = command("classify", "-", "--format", "ndjson", "--concept", "critical", given=body)
    assert (done.code, done.out) == (1, over_http)
    assert done.told.startswith("standard input:2: ")


def test_objects_keep_their_members_as_they_came(command: Command) -> None:
    first = '{"m": "Sc", "n": 1.10, "big": 123456789012345678901234567890'
    lines = [first + "}", '{"m": 1, "symbol": "mine"}', '{"m": true}', '{"m": 1.0}', "{}", "[1]"]
    Path("in.ndjson").write_text("\n".join(lines))
    done = command("classify", "in.ndjson", "--column", "m", "-o", "out.ndjson")
    rows = Path("out.ndjson").read_text().splitlines()
    assert rows[0].startswith(first + ',"outcome":"ok","symbol":"Sc",')
    read = [json.loads(row) for row in rows]
    assert [row["outcome"] for row in read] == ["ok", "ok", "invalid", "ok", "missing", "invalid"]
    assert (read[1]["symbol"], read[1]["classified_symbol"]) == ("mine", "H")
    assert done.code == 1
    assert done.told.splitlines() == [
        "in.ndjson:6: Not a JSON object.",
        "6 lines: 3 ok, 2 invalid, 1 missing",
    ]


def test_a_file_cut_short_is_read_to_the_cut(command: Command) -> None:
    Path("in.ndjson").write_text('{"m":"Sc"}\n{"m":"Y"}\n{"m":"L')
    done = command("classify", "in.ndjson", "--column", "m", "--concept", "critical")
    read = [json.loads(row) for row in done.out.splitlines()]
    assert [row["outcome"] for row in read] == ["ok", "ok", "invalid"]
    assert read[2]["verdict_critical"] is None
    assert done.code == 1
    assert done.told.startswith("in.ndjson:3: ")


@pytest.mark.parametrize(
    ("name", "body", "arguments", "code", "sentence"),
    [
        ("a.csv", b"a,b\n1,2\n", [], 2, "--column: There are 2 columns: choose one. Known: a, b."),
        ("a.csv", b"a,b\n1,2\n", ["--column", "c"], 2, "--column: 'c' stands nowhere in the head"),
        (
            "a.csv",
            b"a;b\n1;2\n",
            ["--column", "b"],
            2,
            "--delimiter: The head seems separated by",
        ),
        ("a.csv", b"", ["--column", "m"], 2, "The table is empty: its first line would name"),
        ("a.csv", b"m\rSc\r", [], 2, "The first line is not CSV: new-line character seen in"),
        ("a.csv", "m\nSc\n".encode("utf-16"), [], 1, "The file is UTF-16 or no text: save it as"),
        ("a.csv", b"PAR1\x15\x04", [], 1, "The file is Parquet: say --format parquet."),
        ("a.ndjson", b'{"b":1}\n', ["--column", "c"], 2, "There is no column 'c'. Known: b."),
        ("a.parquet", b"PAR1", ["--column", "c"], 1, "a.parquet is no Parquet, or is cut short"),
        ("a.parquet", b"PAR1", [], 2, "--column: Say which column holds the mentions."),
        ("a.csv", b"m\nSc\n", ["--concept", "nope"], 2, "There is no concept 'nope'. Known: "),
        ("b.csv", b"", ["--format", "csv"], 1, "[Errno 2] No such file or directory: 'a.csv'"),
    ],
)
def test_bad_input_ends_with_one_line_and_no_file(
    command: Command, name: str, body: bytes, arguments: list[str], code: int, sentence: str
) -> None:
    Path(name).write_bytes(body)
    read = "a.csv" if name == "b.csv" else name
    done = command("classify", read, *arguments, "-o", "out")
    assert (done.code, done.told[: len(sentence)]) == (code, sentence)
    assert len(done.told.splitlines()) == 1
    assert left() == [name]


@pytest.mark.parametrize(
    ("of", "body", "counted"),
    [
        ("classify", "m\n", "0 lines"),
        ("classify", "m\nSc\n", "1 line: 1 ok"),
        ("lint", "m\nSc\n", "1 file, 0 lists near to published ones, 0 to mend"),
    ],
)
def test_one_is_counted_as_one(command: Command, of: str, body: str, counted: str) -> None:
    Path("in.csv").write_text(body)
    done = command(of, "in.csv")
    assert (done.code, done.told) == (0, counted)


def test_many_bad_lines_are_counted_not_told_one_by_one(command: Command) -> None:
    Path("in.csv").write_bytes(b"metal\n" + b"\xff\n" * 30 + b"Sc\n")
    done = command("classify", "in.csv")
    lines = done.told.splitlines()
    assert lines[0] == "in.csv:2: Not UTF-8, perhaps Windows-1252: save the table as UTF-8."
    assert lines[20:] == ["Further bad lines are counted, not told.", "31 lines: 30 invalid, 1 ok"]
    assert (done.code, done.out.count(b"\n")) == (1, 32)


def test_a_full_disk_is_told(command: Command) -> None:
    Path("in.csv").write_bytes(table_of(["Sc"] * 5_000))
    done = command("classify", "in.csv", "--column", "metal", "-o", "/dev/full")
    assert (done.code, done.told) == (1, "[Errno 28] No space left on device")


def started(folder: Path, *arguments: str, **streams: Any) -> subprocess.Popen[bytes]:
    program = [sys.executable, "-m", "element_classifier", *arguments, "--column", "metal"]
    return subprocess.Popen(
        program, cwd=folder, env=environment(folder), stderr=subprocess.PIPE, **streams
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_no_file(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "out.csv").write_text("the last result")
    arguments = ("classify", "-", "--format", "csv", "-o", "out.csv")
    process = started(tmp_path, *arguments, stdin=subprocess.PIPE)
    assert process.stdin
    process.stdin.write(table_of(["Sc"] * 5_000))
    process.stdin.flush()
    deadline = time.monotonic() + _DEADLINE
    while not list(tmp_path.glob(".*.part")) and time.monotonic() < deadline:
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(number)
    # Python hears of a signal between two lines
    process.communicate(timeout=_DEADLINE)
    assert process.returncode == (130 if number is signal.SIGINT else 143)
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert (tmp_path / "out.csv").read_text() == "the last result"


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(table_of(["Sc"] * 5_000))
    read, write = os.pipe()
    process = started(tmp_path, "classify", "in.csv", stdout=write)
    os.close(write)
    assert os.read(read, 10) == b"id,metal,o"
    os.close(read)
    _, errors = process.communicate(timeout=_DEADLINE)
    assert (process.returncode, errors) == (1, b"")


def test_export_and_serve_are_the_services(command: Command) -> None:
    told = command("export", "--help")
    assert (told.code, b"folder" in told.out) == (0, True)
    refused = command("serve", "--nonsense")
    assert (refused.code, "--nonsense" in refused.told) == (2, True)


def test_as_many_values_of_a_file_are_remembered_as_of_a_column(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = 0

    class Counted(LineRecords):
        def record(self, value: Any) -> Any:
            nonlocal reads
            reads += 1
            return super().record(value)

    monkeypatch.setattr(column_reader, "LineRecords", Counted)
    monkeypatch.setattr(column_reader, "REMEMBERED", 5)
    monkeypatch.setattr(files, "REMEMBERED", 5)
    for values, expected in ((5, 5), (6, 12)):
        metals = "".join(f"unobtainium {number}\n" for number in range(values))
        Path("in.csv").write_text(f"metal\n{metals}{metals}")
        reads = 0
        done = command("classify", "in.csv", "--column", "metal", "-o", "out.csv")
        assert done.code == 0
        assert reads == expected
