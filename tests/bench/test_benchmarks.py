"""The benchmark's arithmetic, and its page: nothing here takes time."""

import json
from pathlib import Path

import pytest

from benchmarks import proxied
from benchmarks.figures import Row, Spread, ratios, restored, row, stored
from benchmarks.load import Run, read
from benchmarks.lookups import CANONICAL
from benchmarks.mix import SHARES, judged, mixed
from benchmarks.report import RESULTS, TABLE, lines, written
from service.catalogue import Catalogue
from tests.support.server import ROOT

WRK = """\
Running 2s test @ http://127.0.0.1:1/
  Latency Distribution
     50%  640.00us
     75%    1.10ms
     99%    2.50ms
  4123 requests in 2.00s, 20.00MB read
{more}Requests/sec:   2061.50
"""


def test_a_spread_is_minimum_median_and_maximum() -> None:
    assert Spread.of([3, 1, 10]) == Spread(1, 3, 10)
    assert Spread.of([1, 2]) == Spread(1, 1.5, 2)


def test_ratios_are_taken_within_a_round() -> None:
    assert ratios([10, 30], [10, 20]) == [1.0, 1.5]
    with pytest.raises(ValueError, match="shorter"):
        ratios([1, 2], [1])


@pytest.mark.parametrize(
    ("values", "floor", "goal", "at_least", "verdict"),
    [
        ([11, 12, 13], [10, 10, 10], 1.2, False, "met"),
        ([11, 13, 13], [10, 10, 10], 1.2, False, "not met"),
        ([0.9], None, 1.0, False, "met"),
        ([1.1], None, 1.0, False, "not met"),
        ([99.0], None, 99.0, True, "met"),
        ([98.9], None, 99.0, True, "not met"),
        ([5.0], None, None, False, ""),
    ],
)
def test_the_median_is_held_against_the_goal(
    values: list[float], floor: list[float] | None, goal: float | None, at_least: bool, verdict: str
) -> None:
    against = ("floor", floor) if floor else None
    found = row("what", "µs", values, floor=against, goal=goal, at_least=at_least)
    assert found.verdict == verdict
    assert restored(json.loads(json.dumps(stored(found)))) == found


def test_a_line_of_the_table_has_figure_ratio_goal_and_verdict() -> None:
    entry = Row("GET /", "µs", Spread(90, 110, 130), "bare", Spread(0.9, 1.1, 1.3), 1.15)
    found = list(lines({"rows": [stored(entry)]}))
    assert found[-1] == "| GET / | 110 (90-130) µs | bare | 1.1 (0.9-1.3) | ≤ 1.15 | met |"


def test_what_wrk_prints_is_read() -> None:
    assert read(WRK.format(more="")) == Run(4123, 0, 0.64, 2.5)
    more = "  Socket errors: connect 0, read 1, write 0, timeout 2\n"
    more += "  Non-2xx or 3xx responses: 4\n"
    found = read(WRK.format(more=more))
    assert (found.failed, found.broken) == (7, 3)
    with pytest.raises(ValueError, match="something else"):
        read("unable to connect")


def test_the_mix_is_the_same_for_the_same_seed_and_has_every_sort(catalogue: Catalogue) -> None:
    column = mixed(catalogue.records, 2000)
    assert column == mixed(catalogue.records, 2000) != mixed(catalogue.records, 2000, seed=2)
    nothing = sum(truth is None for _, truth in column) / len(column)
    assert nothing == pytest.approx(SHARES["garbage"] / 100, abs=0.02)


@pytest.mark.parametrize(
    ("truth", "outcome", "symbol", "warnings", "verdict"),
    [
        ("Sc", "ok", "Sc", [], "right"),
        (None, "unknown", None, [], "right"),
        ("Sc", "unknown", None, [], "told"),
        ("C", "ok", "Co", ["Read as cobalt."], "told"),
        ("C", "ok", "Co", [], "silent"),
        (None, "ok", "Co", [], "silent"),
    ],
)
def test_an_outcome_is_right_told_or_wrong_in_silence(
    truth: str | None, outcome: str, symbol: str | None, warnings: list[str], verdict: str
) -> None:
    assert judged(truth, outcome, symbol, warnings) == verdict


def test_behind_nginx_nothing_is_measured_but_the_supplied_configuration(tmp_path: Path) -> None:
    supplied = (ROOT / "deploy" / "nginx.conf").read_text("utf-8").splitlines()
    measured = proxied.configuration(tmp_path, 1, 2, 3).splitlines()
    changed = [line.split() for line in supplied if line not in measured]
    assert {line[0] for line in changed} == {
        "worker_processes",
        "pid",
        "limit_req_zone",
        "client_body_temp_path",
        "proxy_temp_path",
        "fastcgi_temp_path",
        "scgi_temp_path",
        "uwsgi_temp_path",
        "proxy_cache_path",
        "server",
        "listen",
    }
    # beside it stands a server of files, and nothing else
    added = measured[len(supplied) - 1 :]
    assert [line.split()[0] for line in added if line].count("server") == 1
    assert sum(line.count("{") - line.count("}") for line in measured) == 0


def test_a_cached_look_up_is_held_against_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    costs = {
        f"{kind} {name}": [cost, cost]
        for name in CANONICAL
        for kind, cost in (("file", 20.0), ("cached", 25.0), ("open", 10.0))
    }
    found = list(proxied.rows(costs))
    assert [entry.ratio and entry.ratio.middle for entry in found] == [None, 1.25, 2.5] * 2
    assert [entry.verdict for entry in found] == ["", "met", ""] * 2
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    assert proxied.measure(1, 1) == ([], ["nginx: install it from your distribution"])


def test_the_page_is_what_is_written_of_the_stored_results() -> None:
    assert TABLE.read_text("utf-8") == written(json.loads(RESULTS.read_text("utf-8")))


def test_every_peer_is_a_few_lines() -> None:
    import benchmarks.peers

    folder = Path(benchmarks.peers.__file__).parent
    peers = {path.stem: path for path in folder.iterdir() if path.suffix in {".py", ".cjs"}}
    assert {"bare", "flask_constant", "fastapi_model", "express_json"} <= set(peers)
    assert all(len(path.read_text("utf-8").splitlines()) <= 60 for path in peers.values())
