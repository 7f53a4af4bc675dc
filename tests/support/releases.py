"""Three releases of the tiny seeds: what each corrects, adds and retires."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from service.cli.releases import export
from service.loading.build import build_catalogue

BASE = "https://elements.example"
VERSIONS = ("2024.6.0", "2024.7.0", "2024.8.0")
_DAYS = ("2024-06-01", "2024-07-01", "2024-08-01")
_STRATEGIC = """\
authority = "league"
series = "league-strategic"
title = "Strategic raw materials 2024"
published = "2024-01"

[[sources]]
source = "journal-2023"
grade = "primary"
read = "Read whole."

[[categories]]
slug = "strategic"
label = "strategic raw materials"
concept = "critical"
match = "exact"
coverage = "open"
locator = { kind = "annex", value = "III" }

[[categories.claims]]
elements = ["Al"]
note = "Un métal léger."
"""


def seeds_of(number: int, tiny: Path, folder: Path) -> Path:
    """Make the seeds of one of the releases, from 0, in a new folder."""
    shutil.copytree(tiny, folder)
    for step in range(1, number + 1):
        _release(folder, step)
        (_second if step == 1 else _third)(folder / "editions")
    return folder


def releases(tiny: Path, folder: Path) -> Iterator[Path]:
    """Export the three releases into ``folder / "data"``, and give the seeds of each."""
    for number in range(len(VERSIONS)):
        seeds = seeds_of(number, tiny, folder / f"seeds-{number}")
        export(build_catalogue(seeds), seeds, folder / "data", BASE)
        yield seeds


def _release(folder: Path, step: int) -> None:
    entry = f'version = "{VERSIONS[step]}"\nreleased = "{_DAYS[step]}"\nchanges = ["More."]\n'
    change(folder / "dataset.toml", "[[releases]]", f"[[releases]]\n{entry}\n[[releases]]", 1)


def _second(editions: Path) -> None:
    (editions / "league-strategic.toml").write_text(_STRATEGIC, "utf-8")
    change(editions / "chemists-2021.toml", "No metal under", "Not metallic under")
    change(editions / "ministry-2022.toml", 'elements = ["Sc"]', 'elements = ["Sc", "Y"]')
    excluded = '[[categories.claims]]\nelements = ["Na"]\nrelation = "excludes"\n'
    note = 'note = "Assessed and found not critical."\n'
    change(editions / "league-2023.toml", excluded + note, "")


def _third(editions: Path) -> None:
    (editions / "league-strategic.toml").unlink()
    change(editions / "league-2020.toml", 'form = "liquid sodium"\n', "")
    change(editions / "chemists-2021.toml", 'value = "4"', 'value = "5"')


def change(path: Path, old: str, new: str, count: int = -1) -> None:
    """Replace a text that is there in a file."""
    text = path.read_text("utf-8")
    assert old in text, f"{path.name} lacks {old!r}"
    path.write_text(text.replace(old, new, count), "utf-8")
