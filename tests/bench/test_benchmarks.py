"""The arithmetic of the benchmark and its page; nothing here takes time."""

from itertools import islice
from pathlib import Path

import pytest

from benchmarks import lookups, proxy
from benchmarks.figures import Row
from benchmarks.load import Run, read
from benchmarks.mentions import GARBAGE, different, meant, mixed
from benchmarks.report import page
from service.catalogue import Catalogue
from tests.support.server import ROOT

WRK = """\
Running 2s test @ http://127.0.0.1:1/
  Latency Distribution
     50%  640.00us
     99%    2.50ms
  4123 requests in 2.00s, 20.00MB read
{more}Requests/sec:   2061.50
"""


@pytest.mark.parametrize(
    ("figures", "floors", "goal", "met"),
    [
        ([11, 12, 13], [10, 10, 10], 1.2, True),
        ([11, 13, 13], [10, 10, 10], 1.2, False),
        ([10, 30, 50], [10, 20, 50], 1.0, True),
        ([0.9], [], 1.0, True),
        ([1.1], [], 1.0, False),
        ([5.0], [], None, None),
    ],
)
def test_the_median_meets_the_goal(
    figures: list[float], floors: list[float], goal: float | None, met: bool | None
) -> None:
    assert Row("what", "µs", figures, "floor" if floors else "", floors, goal).met is met


def test_the_page_has_each_figure_and_names_what_misses_its_goal() -> None:
    row = Row("GET /", "µs", [90, 110, 130], "bare", [100, 100, 100], 1.15)
    line = "| GET / | 110 (90-130) µs | bare | 1.1 (0.9-1.3) | ≤ 1.15 | met |"
    text = page("2026-11-28", 5, {"Look-ups": [row, Row("slow", "ms", [3], goal=2)]}, ["X: absent"])
    assert "1 of 2 goals are met. Not met: slow. Left out: X: absent." in text
    assert "## Look-ups\n\n| what |" in text
    assert line in text.splitlines()
    with pytest.raises(ValueError, match="shorter"):
        _ = Row("what", "µs", [1, 2], "floor", [1]).ratios


def test_the_output_of_wrk_is_read() -> None:
    assert read(WRK.format(more="")) == Run(4123, 0, 2.5)
    more = "  Socket errors: connect 0, read 1, write 0, timeout 2\n"
    assert read(WRK.format(more=more + "  Non-2xx or 3xx responses: 4\n")).failed == 7
    with pytest.raises(ValueError, match="no output"):
        read("unable to connect")


def test_columns_are_the_same_each_time_or_all_different(catalogue: Catalogue) -> None:
    column = mixed(catalogue.records, 2000)
    assert column == mixed(catalogue.records, 2000)
    assert len(set(column)) < len(column) == 2000
    assert len(set(different(catalogue.records, 100_000))) == 100_000
    assert len(set(islice(lookups._questions(), 5_000))) == 5_000


def test_every_mention_of_an_element_has_its_symbol(catalogue: Catalogue) -> None:
    symbols = meant(catalogue.records)
    column = {*mixed(catalogue.records, 2000), *different(catalogue.records, 100_000)}
    assert not symbols.keys() & {*GARBAGE}
    assert {each for each in column - symbols.keys() if not each.startswith("sample ")} <= {
        *GARBAGE
    }
    assert (symbols["total Sc"], symbols["SC"], symbols["21"]) == ({"Sc"}, {"Sc"}, {"Sc"})
    assert symbols["7440-20-2"] == {"Sc"}


def test_behind_nginx_nothing_is_measured_but_the_supplied_configuration(tmp_path: Path) -> None:
    supplied = (ROOT / "deploy" / "nginx.conf").read_text("utf-8").splitlines()
    measured = proxy.configuration(tmp_path, 1, 2, 3).splitlines()
    changed = {line.split()[0] for line in supplied if line not in measured}
    assert changed == {
        *("worker_processes", "pid", "limit_req_zone", "proxy_cache_path", "server", "listen"),
        *("client_body_temp_path", "proxy_temp_path", "fastcgi_temp_path"),
        *("scgi_temp_path", "uwsgi_temp_path"),
    }
    added = measured[len(supplied) - 1 :]
    assert [line.split()[0] for line in added if line].count("server") == 1
    assert sum(line.count("{") - line.count("}") for line in measured) == 0


def test_the_benchmarks_stay_small() -> None:
    files = [path for path in (ROOT / "benchmarks").rglob("*") if path.suffix in {".py", ".cjs"}]
    assert len(files) > 10
    assert sum(len(path.read_text("utf-8").splitlines()) for path in files) <= 1_250
