"""Commands that look after the seeds: what they print, write and give as exit code."""

import tomllib
from pathlib import Path

import pytest

from service.__main__ import main
from service.loading.build import read_seeds
from tests.support.releases import change

GOLDEN = Path(__file__).parents[1] / "golden" / "positions.txt"
Captured = pytest.CaptureFixture[str]


def test_a_new_edition_is_a_skeleton_to_fill_in(tiny_seeds: Path, capsys: Captured) -> None:
    path = tiny_seeds / "editions" / "utopia-2024.toml"
    assert main(["new-edition", "utopia-2024", "--folder", str(tiny_seeds)]) == 0
    assert capsys.readouterr().out.startswith(f"wrote {path}: fill it in")
    assert tomllib.loads(path.read_text("utf-8"))["authority"] == "AUTHORITY-ID"
    assert {fault.file for fault in read_seeds(tiny_seeds)[1]} == {"editions/utopia-2024.toml"}
    for capitals, value in (
        ("AUTHORITY-ID", "ministry"),
        ('"SERIES"', '"utopia"'),
        ("YYYY-MM-DD", "2024-01-01"),
        ("SOURCE-ID", "gazette-2022"),
        ('"CATEGORY"', '"list"'),
        ("CONCEPT-ID", "critical"),
        ('"SYMBOL"', '"Sc"'),
    ):
        change(path, capitals, value)
    assert read_seeds(tiny_seeds)[1] == []
    before = path.read_bytes()
    assert main(["new-edition", "utopia-2024", "--folder", str(tiny_seeds)]) == 1
    assert f"{path} exists: nothing was written" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize("id_", ["", "Utopia", "utopia_2024", "../utopia", "utopia--2024", "-u"])
def test_what_is_no_id_makes_no_edition(tiny_seeds: Path, capsys: Captured, id_: str) -> None:
    before = sorted(tiny_seeds.rglob("*"))
    assert main(["new-edition", "--folder", str(tiny_seeds), "--", id_]) == 1
    assert "is no id: lower-case letters, digits and single hyphens." in capsys.readouterr().err
    assert sorted(tiny_seeds.rglob("*")) == before


def test_positions_are_printed_as_they_are_reviewed(capsys: Captured) -> None:
    assert main(["positions"]) == 0
    assert capsys.readouterr().out == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("command", [[], ["export", "data"]])
def test_a_bad_setting_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured, command: list[str]
) -> None:
    monkeypatch.setenv("ELEMENTS_SEEDS", "/nowhere/at/all")
    assert main(command) == 2
    assert "ELEMENTS_SEEDS" in capsys.readouterr().err
