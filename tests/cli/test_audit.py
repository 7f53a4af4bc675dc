"""The audit: what we cite stands where we say, in a copy of the text that we read."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from service.cli.audit import Finding, audit
from service.loading.build import build_catalogue

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = ROOT.parent / "shared" / "article.txt"
MINISTRY = "editions/ministry-2022.toml"
TEXT = """The Gazette

Reserves of rare metals amount to 12.5 tonnes.

The Ministry counts scandium among the rare metals.
Light rare earths are lanthanum, and cerium.
"""
"""Paragraph 1 is the title; empty lines do not count."""


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


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_every_citation_of_the_text_is_held_against_it(tiny_seeds: Path) -> None:
    found = findings(tiny_seeds, TEXT.encode(), known=False)
    assert failing(found) == []
    assert [finding.what for finding in found] == [
        "gazette-2022: the SHA-256 is that of this text",
        "ministry-2022/rare: the text has a paragraph 3",
        "ministry-2022/rare-earths: the text has a paragraph 4",
        "ministry-2022/light: the text has a paragraph 4",
        "ministry-2022/rare/Sc: Sc is named in paragraph 3",
        "ministry-2022/light/La: La is named in paragraph 4",
        "ministry-2022/light/Ce: Ce is named in paragraph 4",
        "ministry-2022/reserves: 12.5 stands in paragraph 2",
    ]


def test_a_wrong_paragraph_number_is_found(tiny_seeds: Path) -> None:
    edit(
        tiny_seeds / MINISTRY,
        '["rare-earths"]\nlocator = { kind = "paragraph", value = "3"',
        '["rare-earths"]\nlocator = { kind = "paragraph", value = "4"',
    )
    assert failing(findings(tiny_seeds, TEXT.encode())) == [
        "ministry-2022/rare/Sc: Sc is named in paragraph 4"
    ]


@pytest.mark.parametrize("number", ["0", "5", "-1", "four", "4-5"])
def test_a_paragraph_that_the_text_does_not_have_is_found(tiny_seeds: Path, number: str) -> None:
    edit(
        tiny_seeds / MINISTRY,
        '["rare-earths"]\nlocator = { kind = "paragraph", value = "3"',
        f'["rare-earths"]\nlocator = {{ kind = "paragraph", value = "{number}"',
    )
    assert failing(findings(tiny_seeds, TEXT.encode())) == [
        f"ministry-2022/rare: the text has a paragraph {number}",
        f"ministry-2022/rare/Sc: Sc is named in paragraph {number}",
    ]


@pytest.mark.parametrize("text", [TEXT.replace("cerium", "barium"), TEXT.replace("cerium", "Ce")])
def test_a_name_that_the_paragraph_does_not_have_is_found(tiny_seeds: Path, text: str) -> None:
    assert failing(findings(tiny_seeds, text.encode())) == [
        "ministry-2022/light/Ce: Ce is named in paragraph 4"
    ]


def test_a_name_inside_a_longer_word_is_not_the_name(tiny_seeds: Path) -> None:
    text = TEXT.replace("scandium", "scandiumlike")
    assert failing(findings(tiny_seeds, text.encode())) == [
        "ministry-2022/rare/Sc: Sc is named in paragraph 3"
    ]


def test_a_name_may_stand_in_any_case_and_spelling(tiny_seeds: Path) -> None:
    text = TEXT.replace("scandium", "SCANDIUM").replace("cerium", "(Cerium!)")
    assert failing(findings(tiny_seeds, text.encode())) == []


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("12.5", "12"),
        TEXT.replace("12.5", "112.5"),
        TEXT.replace("12.5", "12.55"),
        TEXT.replace("12.5", "12.5,5"),
        TEXT.replace("12.5", "many").replace("cerium.", "cerium: 12.5 tonnes."),
    ],
)
def test_a_figure_that_the_paragraph_does_not_have_is_found(tiny_seeds: Path, text: str) -> None:
    assert failing(findings(tiny_seeds, text.encode())) == [
        "ministry-2022/reserves: 12.5 stands in paragraph 2"
    ]


@pytest.mark.parametrize("written", ["12.5.", "(12.5)", "12.5%", "12.5, all told"])
def test_a_figure_may_stand_beside_a_mark(tiny_seeds: Path, written: str) -> None:
    text = TEXT.replace("12.5 tonnes.", written)
    assert failing(findings(tiny_seeds, text.encode())) == []


def test_another_text_is_no_source_of_ours(tiny_seeds: Path) -> None:
    raw = TEXT.replace("Gazette", "Journal").encode()
    digest = hashlib.sha256(raw).hexdigest()
    assert findings(tiny_seeds, raw, known=False) == [
        Finding(False, f"No source has the SHA-256 of this text, {digest}.")
    ]


def test_a_text_that_is_not_utf_8_cannot_be_held_against(tiny_seeds: Path) -> None:
    with pytest.raises(UnicodeDecodeError):
        findings(tiny_seeds, TEXT.encode("utf-16"))


def test_lines_end_at_line_feeds_and_nowhere_else(tiny_seeds: Path) -> None:
    text = TEXT.replace("The Gazette", "The\x0bGazette\u2028of\x85the Ministry").replace(
        "\n", "\r\n"
    )
    assert failing(findings(tiny_seeds, text.encode())) == []


def run(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "service", "audit", str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command_fails_on_a_text_it_does_not_know(tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_bytes(b"\xff")
    done = run(tmp_path / "copy.txt")
    assert done.returncode == 1
    assert done.stdout.startswith("FAIL No source has the SHA-256 of this text")
    assert done.stdout.endswith("0 sound, 1 not\n")


def test_the_command_says_what_it_cannot_read(tmp_path: Path) -> None:
    done = run(tmp_path / "none.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "none.txt cannot be read" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not ARTICLE.is_file(), reason="the article's text is not beside this project")
def test_the_article_says_what_the_seeds_cite() -> None:
    found = audit(build_catalogue(), ARTICLE)
    assert failing(found) == []
    named = [finding.what for finding in found if " is named in paragraph 13" in finding.what]
    assert len([what for what in named if what.startswith("izvestia-2025/")]) == 13
    assert len([what for what in named if what.startswith("many-scientists-2025")]) == 17
    done = run(ARTICLE)
    assert done.returncode == 0
    assert done.stdout.endswith(f"{len(found)} sound, 0 not\n")
