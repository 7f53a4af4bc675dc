"""The command element-classifier, as a process of its own."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

import element_classifier as library
from element_classifier import column_reader, files
from element_classifier.program import main
from service.columns.writers import Lines
from tests.library.mentions import MENTIONS, NAMES
from tests.support.server import environment

_DEADLINE = 120.0


def command(folder: Path, *arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "element_classifier", *arguments],
        cwd=folder,
        env=environment(folder, COLUMNS="200"),
        capture_output=True,
        check=False,
        timeout=_DEADLINE,
        **options,
    )


def told(done: subprocess.CompletedProcess[bytes]) -> str:
    """Give what it told on standard error, without the name before it."""
    return done.stderr.decode().removeprefix("element-classifier: ").strip()


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_who_says_so_for_people_and_for_programs(tmp_path: Path) -> None:
    people = command(tmp_path, "who", "scandium", "rare-earth")
    text = people.stdout.decode()
    assert (people.returncode, people.stderr) == (0, b"")
    assert text.startswith("Rare-earth element: disputed. Yes: IUPAC")
    assert "iupac-2005" in text
    programs = command(tmp_path, "who", "scandium", "rare-earth", "--json")
    assert json.loads(programs.stdout) == library.look_up("scandium", "rare-earth")
    filtered = command(
        tmp_path, "who", "He", "critical", "--authority", "EU", "--as-of", "2021-06-30", "--json"
    )
    assert json.loads(filtered.stdout) == library.look_up(
        "He", "critical", authority="EU", as_of="2021-06-30"
    )


def test_a_doubtful_reading_is_told(tmp_path: Path) -> None:
    lines = command(tmp_path, "who", "CO", "critical", "--jurisdiction", "EU").stdout.splitlines()
    assert lines[0] == b"Critical raw material: on the list (EU)."
    assert lines[1].startswith(b"Read as cobalt (Co). As a formula it is carbon and oxygen")


def test_compare_and_changes_for_people_and_for_programs(tmp_path: Path) -> None:
    two = ("compare", "eu-critical-2024", "us-critical-2025")
    people = command(tmp_path, *two)
    assert (people.returncode, "only eu-critical-2024" in people.stdout.decode()) == (0, True)
    answer = library.compare("eu-critical-2024", "us-critical-2025")
    assert json.loads(command(tmp_path, *two, "--json").stdout) == answer
    revised = ("changes", "Sc", "--from", "2020-01-01", "--to", "2026-01-01")
    people = command(tmp_path, *revised)
    assert (people.returncode, "eu-crm-study-2023" in people.stdout.decode()) == (0, True)
    answer = library.changes("Sc", start="2020-01-01", end="2026-01-01")
    assert json.loads(command(tmp_path, *revised, "--json").stdout) == answer


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["who", "scandum"], "Nothing matches 'scandum'. Did you mean Sc?"),
        (["who", "Sc", "rare-eath"], "There is no concept 'rare-eath'. Did you mean rare-earth?"),
        (["who", "Sc", "--as-of", "2020"], "'2020': A date as YYYY-MM-DD."),
        (["compare", "eu-critical-2024", "iupac-2005"], "The two editions share no concept."),
        (["classify", "table.xlsx"], "--format: table.xlsx may be csv, ndjson, parquet."),
        (["classify", "-"], "--format: standard input may be csv, ndjson, parquet."),
    ],
)
def test_a_question_that_means_nothing_ends_with_two_and_one_line(
    tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    done = command(tmp_path, *arguments)
    assert (done.returncode, done.stdout, told(done)) == (2, b"", sentence)


def table_of(mentions: list[str | None]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["id", "metal"], *([i, m] for i, m in enumerate(mentions))])
    return out.getvalue().encode()


@pytest.mark.parametrize("kind", ["mention", "header", "auto"])
def test_a_csv_is_written_as_the_service_writes_it(
    tmp_path: Path, client: FlaskClient, kind: str
) -> None:
    body = table_of([*MENTIONS, "Al2O3_pct", "Ti-6Al-4V"])
    body += b'x,"two\nlines"\ny\n\nz,Sc,extra\n'
    asked = f"/v1/classify?column=metal&concept=critical&concept=rare-earth&kind={kind}"
    over_http = client.post(asked, data=body, content_type="text/csv").data
    (tmp_path / "in.csv").write_bytes(b"\xef\xbb\xbf" + body)
    concepts = ("--concept", "critical", "--concept", "rare-earth")
    chosen = ("--column", "metal", *concepts, "--read-as", kind)
    done = command(tmp_path, "classify", "in.csv", *chosen, "-o", "out.csv")
    assert (tmp_path / "out.csv").read_bytes() == over_http
    assert done.stdout == b""
    assert left(tmp_path) == ["in.csv", "out.csv"]
    piped = command(tmp_path, "classify", "-", "--format", "csv", *chosen, input=body)
    assert piped.stdout == over_http


def test_a_table_keeps_its_separator(tmp_path: Path) -> None:
    (tmp_path / "in.tsv").write_text("id\tmetal\n1\tSc\n")
    done = command(tmp_path, "classify", "in.tsv", "--column", "metal")
    head, row = done.stdout.decode().splitlines()
    assert head.split("\t") == ["id", "metal", *(n for n in NAMES if n != "verdict_critical")]
    assert row.split("\t")[:4] == ["1", "Sc", "ok", "Sc"]


def test_mentions_alone_are_answered_as_the_service_answers_them(
    tmp_path: Path, client: FlaskClient
) -> None:
    body = b'"Sc"\n{bad\n["x"]\nnull\n\n"NA"\n21\n'
    asked = "/v1/classify?concept=critical"
    over_http = client.post(asked, data=body, content_type="application/x-ndjson").data
    done = command(
        tmp_path, "classify", "-", "--format", "ndjson", "--concept", "critical", input=body
    )
    assert done.stdout == over_http
    assert done.returncode == 1
    assert done.stderr.decode().startswith("standard input:2: ")


def test_objects_keep_their_members_as_they_came(tmp_path: Path) -> None:
    lines = [
        '{"m": "Sc", "n": 1.10, "big": 123456789012345678901234567890}',
        '{"m": 1, "symbol": "mine"}',
        '{"m": true}',
        '{"m": 1.0}',
        "{}",
        "[1]",
    ]
    (tmp_path / "in.ndjson").write_text("\n".join(lines))
    done = command(tmp_path, "classify", "in.ndjson", "--column", "m", "-o", "out.ndjson")
    rows = (tmp_path / "out.ndjson").read_text().splitlines()
    assert rows[0].startswith(lines[0][:-1] + ',"outcome":"ok","symbol":"Sc",')
    read = [json.loads(row) for row in rows]
    assert [row["outcome"] for row in read] == ["ok", "ok", "invalid", "ok", "missing", "invalid"]
    assert (read[1]["symbol"], read[1]["classified_symbol"]) == ("mine", "H")
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "in.ndjson:6: Not a JSON object.",
        "6 lines: 3 ok, 2 invalid, 1 missing",
    ]


def test_a_file_cut_short_is_read_to_the_cut(tmp_path: Path) -> None:
    (tmp_path / "in.ndjson").write_text('{"m":"Sc"}\n{"m":"Y"}\n{"m":"L')
    done = command(tmp_path, "classify", "in.ndjson", "--column", "m", "--concept", "critical")
    read = [json.loads(row) for row in done.stdout.splitlines()]
    assert [row["outcome"] for row in read] == ["ok", "ok", "invalid"]
    assert read[2]["verdict_critical"] is None
    assert done.returncode == 1
    assert done.stderr.decode().splitlines()[0].startswith("in.ndjson:3: ")


@pytest.mark.parametrize(
    ("name", "body", "arguments", "code", "sentence"),
    [
        ("a.csv", b"a,b\n1,2\n", [], 2, "--column: There are 2 columns: choose one. Known: a, b."),
        ("a.csv", b"a,b\n1,2\n", ["--column", "c"], 2, "--column: 'c' stands nowhere in the head"),
        ("a.csv", b"a;b\n1;2\n", ["--column", "b"], 2, "--delimiter: The head seems separated by"),
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
    tmp_path: Path, name: str, body: bytes, arguments: list[str], code: int, sentence: str
) -> None:
    (tmp_path / name).write_bytes(body)
    read = "a.csv" if name == "b.csv" else name
    done = command(tmp_path, "classify", read, *arguments, "-o", "out")
    assert (done.returncode, told(done)[: len(sentence)]) == (code, sentence)
    assert len(told(done).splitlines()) == 1
    assert left(tmp_path) == [name]


@pytest.mark.parametrize(
    ("arguments", "body", "counted"),
    [
        (("classify", "in.csv"), "m\n", b"0 lines"),
        (("classify", "in.csv"), "m\nSc\n", b"1 line: 1 ok"),
        (("lint", "in.csv"), "m\nSc\n", b"1 file, 0 lists near to published ones, 0 to mend"),
    ],
)
def test_one_is_counted_as_one(
    tmp_path: Path, arguments: tuple[str, ...], body: str, counted: bytes
) -> None:
    (tmp_path / "in.csv").write_text(body)
    done = command(tmp_path, *arguments)
    assert (done.returncode, done.stderr) == (0, counted + b"\n")


def test_many_bad_lines_are_counted_not_told_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(b"metal\n" + b"\xff\n" * 30 + b"Sc\n")
    done = command(tmp_path, "classify", "in.csv")
    lines = done.stderr.decode().splitlines()
    assert lines[0] == "in.csv:2: Not UTF-8, perhaps Windows-1252: save the table as UTF-8."
    assert lines[20:] == [
        "Further bad lines are counted, not told.",
        "31 lines: 30 invalid, 1 ok",
    ]
    assert done.stdout.count(b"\n") == 32
    assert done.returncode == 1


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(table_of(["Sc"] * 100_000))
    done = command(tmp_path, "classify", "in.csv", "--column", "metal", "-o", "/dev/full")
    assert (done.returncode, told(done)) == (1, "[Errno 28] No space left on device")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_no_file(tmp_path: Path, number: signal.Signals) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "out.csv").write_text("the last result")
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "element_classifier", "classify", "-", "--format", "csv"),
            *("--column", "metal", "-o", "out.csv"),
        ],
        cwd=folder,
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stderr
    process.stdin.write(table_of(["Sc"] * 50_000))
    process.stdin.flush()
    deadline = time.monotonic() + _DEADLINE
    while len(left(folder)) < 2 and time.monotonic() < deadline:
        assert process.poll() is None
        time.sleep(0.05)
    assert [name.endswith(".part") for name in left(folder)] == [True, False]
    process.send_signal(number)
    # Python hears of a signal between two lines
    process.stdin.close()
    code = process.wait(_DEADLINE)
    assert code == (130 if number is signal.SIGINT else 143)
    process.stderr.close()
    assert left(folder) == ["out.csv"]
    assert (folder / "out.csv").read_text() == "the last result"


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(table_of(["Sc"] * 50_000))
    read, write = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "element_classifier", "classify", "in.csv", "--column", "metal"],
        cwd=tmp_path,
        env=environment(tmp_path),
        stdout=write,
        stderr=subprocess.PIPE,
    )
    os.close(write)
    assert os.read(read, 10) == b"id,metal,o"
    os.close(read)
    _, errors = process.communicate(timeout=_DEADLINE)
    assert (process.returncode, errors) == (1, b"")


def test_export_and_serve_are_the_services(tmp_path: Path) -> None:
    done = command(tmp_path, "export", "--help")
    assert done.returncode == 0
    assert b"folder" in done.stdout
    refused = command(tmp_path, "serve", "--nonsense")
    assert refused.returncode == 2


def test_as_many_values_of_a_file_are_remembered_as_of_a_column(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = 0

    class Counted(Lines):
        def record(self, value: Any) -> Any:
            nonlocal reads
            reads += 1
            return super().record(value)

    monkeypatch.setattr(column_reader, "Lines", Counted)
    monkeypatch.setattr(column_reader, "REMEMBERED", 5)
    monkeypatch.setattr(files, "REMEMBERED", 5)
    for values, expected in ((5, 5), (6, 12)):
        metals = "".join(f"unobtainium {number}\n" for number in range(values))
        (tmp_path / "in.csv").write_text(f"metal\n{metals}{metals}")
        reads = 0
        assert (
            main(
                [
                    "classify",
                    str(tmp_path / "in.csv"),
                    "--column",
                    "metal",
                    "-o",
                    str(tmp_path / "out.csv"),
                ]
            )
            == 0
        )
        assert reads == expected
