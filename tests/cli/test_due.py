"""Series that are overdue on a day: not looked at for their interval."""

import datetime as dt
from pathlib import Path

import pytest

from service.__main__ import main
from service.cli.due import overdue
from service.loading.build import read_seeds


def edited(seeds: Path, keys: str) -> Path:
    path = seeds / "editions/league-2023.toml"
    path.write_text(f"{keys}\n{path.read_text('utf-8')}", "utf-8")
    return seeds


@pytest.mark.parametrize(
    ("keys", "day", "found"),
    [
        ("", "2025-06-01", []),
        ("", "2025-06-02", ["2024-06-01 (league-2023), due 2025-06-01"]),
        ("interval = 30", "2024-07-01", []),
        ("interval = 30", "2024-07-02", ["2024-06-01 (league-2023), due 2024-07-01"]),
        ('last_checked = "2026-03"', "2027-03-01", []),
        ('last_checked = "2026-03"', "2027-03-02", ["2026-03 (league-2023), due 2027-03-01"]),
        ('last_checked = "2026-03"\ninterval = 1', "2026-03-02", []),
    ],
)
def test_the_newest_edition_says_when(
    tiny_seeds: Path, keys: str, day: str, found: list[str]
) -> None:
    records, faults = read_seeds(edited(tiny_seeds, keys))
    assert records is not None
    assert faults == []
    lines = [line for line in overdue(records, dt.date.fromisoformat(day)) if "league" in line]
    assert lines == [f"league-critical: last checked {line}" for line in found]


def test_check_lists_them_at_the_end(tiny_seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(tiny_seeds, 'last_checked = "2000"')
    assert main(["check", str(tiny_seeds)]) == 0
    assert "last checked" not in capsys.readouterr().out
    assert main(["check", "--due", str(tiny_seeds)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].endswith(": no fault")
    assert "league-critical: last checked 2000 (league-2023), due 2000-12-31" in out
