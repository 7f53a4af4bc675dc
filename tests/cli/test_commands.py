"""Commands that look after the seeds: what they print, write and give as exit code."""

import tomllib
from pathlib import Path

import pytest

from service.__main__ import main
from service.loading.build import read_seeds

GOLDEN = Path(__file__).parents[1] / "golden" / "positions.txt"


def test_a_new_edition_is_a_skeleton_that_check_asks_to_fill_in(
    tiny_seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["new-edition", "utopia-2024", "--folder", str(tiny_seeds)]
    path = tiny_seeds / "editions" / "utopia-2024.toml"
    assert main(command) == 0
    assert capsys.readouterr().out.startswith(f"wrote {path}: fill it in")
    raw = tomllib.loads(path.read_text("utf-8"))
    assert raw["authority"] == "AUTHORITY-ID"
    assert {fault.file for fault in read_seeds(tiny_seeds)[1]} == {"editions/utopia-2024.toml"}


def test_a_filled_in_skeleton_has_no_fault(tiny_seeds: Path) -> None:
    main(["new-edition", "utopia-2024", "--folder", str(tiny_seeds)])
    path = tiny_seeds / "editions" / "utopia-2024.toml"
    text = path.read_text("utf-8")
    for capitals, value in (
        ("AUTHORITY-ID", "ministry"),
        ('"SERIES"', '"utopia"'),
        ("YYYY-MM-DD", "2024-01-01"),
        ("SOURCE-ID", "gazette-2022"),
        ('"CATEGORY"', '"list"'),
        ("CONCEPT-ID", "critical"),
        ('"SYMBOL"', '"Sc"'),
    ):
        assert capitals in text
        text = text.replace(capitals, value)
    path.write_text(text, "utf-8")
    assert read_seeds(tiny_seeds)[1] == []


def test_a_new_edition_overwrites_nothing(
    tiny_seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tiny_seeds / "editions" / "league-2023.toml"
    before = path.read_bytes()
    assert main(["new-edition", "league-2023", "--folder", str(tiny_seeds)]) == 1
    assert f"{path} exists: nothing was written" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize("id_", ["", "Utopia", "utopia_2024", "../utopia", "utopia--2024", "-u"])
def test_what_is_no_id_makes_no_edition(
    tiny_seeds: Path, capsys: pytest.CaptureFixture[str], id_: str
) -> None:
    before = sorted(tiny_seeds.rglob("*"))
    assert main(["new-edition", "--folder", str(tiny_seeds), "--", id_]) == 1
    assert "is no id: lower-case letters, digits and single hyphens." in capsys.readouterr().err
    assert sorted(tiny_seeds.rglob("*")) == before


def test_positions_are_printed_as_they_are_reviewed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["positions"]) == 0
    assert capsys.readouterr().out == GOLDEN.read_text("utf-8")


def test_a_setting_that_is_not_understood_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ELEMENTS_SEEDS", "/nowhere/at/all")
    assert main([]) == 2
    assert "ELEMENTS_SEEDS" in capsys.readouterr().err
