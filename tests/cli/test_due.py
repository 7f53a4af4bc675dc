"""Which series are overdue on a day: those that nobody has looked at for their interval."""

import datetime as dt
from pathlib import Path

import pytest

from service.__main__ import main
from service.cli.due import overdue
from service.loading.build import read_seeds

NEWEST = "editions/league-2023.toml"


def due(seeds: Path, day: str, keys: str = "") -> list[str]:
    path = seeds / NEWEST
    path.write_text(f"{keys}\n{path.read_text('utf-8')}", "utf-8")
    records, faults = read_seeds(seeds)
    assert records is not None
    assert faults == []
    return [line for line in overdue(records, dt.date.fromisoformat(day)) if "league" in line]


def test_a_series_is_due_a_year_after_we_read_it(tiny_seeds: Path) -> None:
    assert due(tiny_seeds, "2025-06-01") == []
    assert due(tiny_seeds, "2025-06-02") == [
        "league-critical: last checked 2024-06-01 (league-2023), due 2025-06-01"
    ]


@pytest.mark.parametrize(
    ("keys", "day", "found"),
    [
        ("interval = 30", "2024-07-01", []),
        ("interval = 30", "2024-07-02", ["2024-06-01 (league-2023), due 2024-07-01"]),
        ('last_checked = "2026-03"', "2027-03-01", []),
        ('last_checked = "2026-03"', "2027-03-02", ["2026-03 (league-2023), due 2027-03-01"]),
        ('last_checked = "2026-03"\ninterval = 1', "2026-03-02", []),
    ],
)
def test_the_newest_edition_says_when_and_how_often(
    tiny_seeds: Path, keys: str, day: str, found: list[str]
) -> None:
    lines = [f"league-critical: last checked {line}" for line in found]
    assert due(tiny_seeds, day, keys) == lines


def test_the_command_lists_them_after_the_check(
    tiny_seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert due(tiny_seeds, "2024-06-01", 'last_checked = "2000"') != []
    assert main(["check", str(tiny_seeds)]) == 0
    assert "last checked" not in capsys.readouterr().out
    assert main(["check", "--due", str(tiny_seeds)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].endswith(": no fault")
    assert "league-critical: last checked 2000 (league-2023), due 2000-12-31" in out
