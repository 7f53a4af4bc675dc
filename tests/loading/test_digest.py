"""The digest of the data: all that can change an answer changes it."""

import hashlib
from pathlib import Path

import pytest

from service.catalogue import position_lines
from service.loading.build import build_catalogue


def test_the_digest_is_that_of_sha256sums_lines(tiny_seeds: Path) -> None:
    files = [*tiny_seeds.glob("*.*"), *tiny_seeds.glob("editions/*")]
    sums = {
        path.relative_to(tiny_seeds).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))
    assert build_catalogue(tiny_seeds).digest == hashlib.sha256(lines.encode()).hexdigest()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("editions/league-2023.toml", "A second list.", "A second list, later."),
        ("sources.toml", "title = ", "title =  "),
        ("names.csv", "scandium", "scandiumm"),
        ("collective-terms.csv", "\n", "\r\n"),
    ],
)
def test_any_change_changes_the_digest(tiny_seeds: Path, name: str, old: str, new: str) -> None:
    before = build_catalogue(tiny_seeds)
    path = tiny_seeds / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="")
    (tiny_seeds / "README.md").write_text("This is not read.")
    after = build_catalogue(tiny_seeds)
    assert position_lines(before) == position_lines(after)
    assert before.digest != after.digest
