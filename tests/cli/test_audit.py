"""The audit of our citations against a copy of the text that we read."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from service.__main__ import main
from service.catalogue import Catalogue
from service.cli.audit import Finding, audit
from service.loading.build import build_catalogue
from tests.support.releases import change
from tests.support.server import ROOT

ARTICLE = ROOT.parent / "shared" / "article.txt"
TEXT = """The Gazette

Reserves of rare metals amount to 12.5 tonnes.

The Ministry counts scandium among the rare metals.
Light rare earths are lanthanum, and cerium.
"""
"""Paragraph 1 is the title; empty lines do not count."""
SCANDIUM = "ministry-2022/rare/Sc: Sc is named in paragraph 3"
CERIUM = "ministry-2022/light/Ce: Ce is named in paragraph 4"
FIGURE = "ministry-2022/reserves: 12.5 stands in paragraph 2"


def findings(seeds: Path, raw: bytes, *, known: bool = True) -> list[Finding]:
    """Audit a text against seeds; ``known``: that cite it by its SHA-256."""
    if known:
        file = seeds / "sources.toml"
        digest = f'sha256 = "{hashlib.sha256(raw).hexdigest()}"'
        file.write_text(re.sub(r'sha256 = "\w+"', digest, file.read_text("utf-8")), "utf-8")
    copy = seeds.parent / "copy.txt"
    copy.write_bytes(raw)
    return audit(build_catalogue(seeds), copy)


def failing(found: list[Finding]) -> list[str]:
    return [finding.what for finding in found if not finding.sound]


def test_every_citation_of_the_text_is_held_against_it(tiny_seeds: Path) -> None:
    found = findings(tiny_seeds, TEXT.encode(), known=False)
    assert failing(found) == []
    assert [finding.what for finding in found] == [
        "gazette-2022: the SHA-256 is that of this text",
        "ministry-2022/rare: the text has a paragraph 3",
        "ministry-2022/rare-earths: the text has a paragraph 4",
        "ministry-2022/light: the text has a paragraph 4",
        SCANDIUM,
        "ministry-2022/light/La: La is named in paragraph 4",
        CERIUM,
        FIGURE,
    ]


@pytest.mark.parametrize("number", ["0", "5", "-1", "four", "4-5", "4"])
def test_a_wrong_paragraph_number_is_found(tiny_seeds: Path, number: str) -> None:
    locator = '["rare-earths"]\nlocator = {{ kind = "paragraph", value = "{}"'
    file = tiny_seeds / "editions/ministry-2022.toml"
    change(file, locator.format("3"), locator.format(number))
    there = [] if number == "4" else [f"ministry-2022/rare: the text has a paragraph {number}"]
    assert failing(findings(tiny_seeds, TEXT.encode())) == [
        *there,
        f"ministry-2022/rare/Sc: Sc is named in paragraph {number}",
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("cerium", "barium", [CERIUM]),
        ("cerium", "Ce", [CERIUM]),
        ("scandium", "scandiumlike", [SCANDIUM]),
        ("scandium", "SCANDIUM", []),
        ("cerium", "(Cerium!)", []),
        ("12.5", "12", [FIGURE]),
        ("12.5", "112.5", [FIGURE]),
        ("12.5", "12.55", [FIGURE]),
        ("12.5", "12.5,5", [FIGURE]),
        ("amount to 12.5 tonnes.\n\nThe", "grow.\n\nOf 12.5 tonnes, the", [FIGURE]),
        ("12.5 tonnes.", "12.5.", []),
        ("12.5 tonnes.", "(12.5)", []),
        ("12.5 tonnes.", "12.5%", []),
        ("12.5 tonnes.", "12.5, all told", []),
        # lines end at line feeds and nowhere else
        ("The Gazette", "The\x0bGazette\u2028of\x85the Ministry\r", []),
    ],
)
def test_a_name_or_figure_stands_whole(
    tiny_seeds: Path, old: str, new: str, found: list[str]
) -> None:
    assert old in TEXT
    assert failing(findings(tiny_seeds, TEXT.replace(old, new).encode())) == found


def test_another_text_is_no_source_of_ours(tiny_seeds: Path) -> None:
    raw = TEXT.replace("Gazette", "Journal").encode()
    digest = hashlib.sha256(raw).hexdigest()
    assert findings(tiny_seeds, raw, known=False) == [
        Finding(False, f"No source has the SHA-256 of this text, {digest}.")
    ]
    with pytest.raises(UnicodeDecodeError):
        findings(tiny_seeds, TEXT.encode("utf-16"))


def test_the_command_fails_on_another_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "copy.txt").write_bytes(b"\xff")
    assert main(["audit", str(tmp_path / "copy.txt")]) == 1
    out = capsys.readouterr().out
    assert out.startswith("FAIL No source has the SHA-256 of this text")
    assert out.endswith("0 sound, 1 not\n")
    command = [sys.executable, "-m", "service", "audit", str(tmp_path / "none.txt")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "none.txt cannot be read" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not ARTICLE.is_file(), reason="the article's text is not beside this project")
def test_the_article_says_it(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]) -> None:
    found = audit(catalogue, ARTICLE)
    assert failing(found) == []
    named = [finding.what for finding in found if " is named in paragraph 13" in finding.what]
    assert len([what for what in named if what.startswith("izvestia-2025/")]) == 13
    assert len([what for what in named if what.startswith("many-scientists-2025")]) == 17
    assert main(["audit", str(ARTICLE)]) == 0
    assert capsys.readouterr().out.endswith(f"{len(found)} sound, 0 not\n")
