"""What a start makes is kept and found again; what is not whole, or not of now, is made anew."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment

from service import compiled as module
from service.__main__ import main
from service.app import create_app
from service.bootstrap import build_catalogue
from service.compiled import compiled, keep
from service.faults import SeedError
from service.making import Compiled, make
from service.settings import Settings
from tests.conftest import TINY_SEEDS

SERVICE = Path(module.__file__).parent


@pytest.fixture
def settings(tiny_seeds: Path, tmp_path: Path) -> Settings:
    cache = tmp_path / "cache"
    cache.mkdir()
    return Settings(seeds=tiny_seeds, cache=cache)


def content(found: Compiled) -> tuple[object, ...]:
    answers = {
        path: (each.route, each.etag, b"".join(each.pieces), each.head, each.unchanged)
        for path, each in found.made.answers.items()
    }
    briefs = {symbol: bytes(each) for symbol, each in found.made.briefs.items()}
    positions = [
        (key, dict(held), [symbol for symbol in held if held.names(symbol)])
        for key, held in found.catalogue.positions_of.items()
    ]
    spellings = vars(found.made.lexicon)
    return found.catalogue.records, found.catalogue.digest, positions, spellings, answers, briefs


def files(settings: Settings) -> list[Path]:
    return sorted(settings.cache.iterdir())


def test_what_is_kept_is_what_was_made(settings: Settings) -> None:
    made = make(settings.seeds)
    assert made.catalogue.digest == build_catalogue(settings.seeds).digest
    path = keep(settings)
    assert files(settings) == [path]
    again = compiled(settings)
    assert content(again) == content(made)
    lexicon = again.made.lexicon
    assert lexicon is not None
    shared = [lexicon.elements[each.symbol] is each for each in again.catalogue.records.elements]
    assert all(shared), "an element is kept twice"


def test_the_first_start_keeps_it_for_the_second(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = compiled(settings)
    assert len(files(settings)) == 1
    monkeypatch.setattr(module, "make", lambda _: pytest.fail("it was made again"))
    assert content(compiled(settings)) == content(first)


@pytest.mark.parametrize("damage", ["cut", "longer", "empty", "garbage"])
def test_a_file_that_is_not_whole_is_made_again(settings: Settings, damage: str) -> None:
    path = keep(settings)
    whole = path.read_bytes()
    path.write_bytes(
        {"cut": whole[:-1], "longer": whole + b"x", "empty": b"", "garbage": b"x" * 5000}[damage]
    )
    assert content(compiled(settings)) == content(make(settings.seeds))
    assert path.read_bytes() == whole


def test_other_seeds_have_another_file(settings: Settings) -> None:
    before = compiled(settings).catalogue.digest
    edition = settings.seeds / "editions" / "league-2023.toml"
    with edition.open("a", encoding="utf-8") as file:
        file.write("# another\n")
    assert compiled(settings).catalogue.digest == before
    assert len(files(settings)) == 2


def test_few_files_are_left(settings: Settings) -> None:
    edition = settings.seeds / "editions" / "league-2023.toml"
    for number in range(5):
        with edition.open("a", encoding="utf-8") as file:
            file.write(f"# {number}\n")
        newest = keep(settings)
        os.utime(newest, (number, number))
    assert len(files(settings)) == 3
    assert newest in files(settings)


def test_faults_of_the_seeds_are_told_and_nothing_is_kept(settings: Settings) -> None:
    (settings.seeds / "concepts.toml").write_text("not toml")
    with pytest.raises(SeedError, match=r"concepts\.toml"):
        compiled(settings)
    assert files(settings) == []


def test_where_it_cannot_be_kept_it_is_made(settings: Settings) -> None:
    file = settings.cache / "file"
    file.touch()
    nowhere = Settings(seeds=settings.seeds, cache=file / "below")
    assert content(compiled(nowhere)) == content(make(settings.seeds))
    assert files(settings) == [file]


def test_without_a_folder_for_byte_code_it_is_kept_all_the_same(tmp_path: Path) -> None:
    """As where Python is told to write no byte code, and none was ever written."""
    code = shutil.copytree(
        SERVICE, tmp_path / "service", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(SERVICE.parent / "schemas", tmp_path / "schemas")
    command = [sys.executable, "-c", "import service.wsgi as wsgi; print(wsgi.__file__)"]
    environment = {"PYTHONDONTWRITEBYTECODE": "1", "ELEMENTS_SEEDS": str(TINY_SEEDS)}
    started = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, check=True, text=True
    )
    assert started.stdout == f"{code / 'wsgi.py'}\n"
    kept = sorted(path.suffix for path in (code / "__pycache__").iterdir())
    assert ".bin" in kept
    assert ".pyc" not in kept


def test_the_command_says_where_and_refuses(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ELEMENTS_SEEDS", str(settings.seeds))
    monkeypatch.setenv("ELEMENTS_CACHE", str(settings.cache))
    assert main(["compile"]) == 0
    assert capsys.readouterr().out == f"wrote {files(settings)[0]}\n"
    (settings.seeds / "concepts.toml").write_text("not toml")
    assert main(["compile"]) == 1
    assert "concepts.toml" in capsys.readouterr().err
    monkeypatch.setenv("ELEMENTS_CACHE", str(settings.cache / "missing"))
    assert main(["compile"]) == 2
    assert "ELEMENTS_CACHE" in capsys.readouterr().err


def test_templates_compiled_by_one_user_are_there_for_another(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = build_catalogue(settings.seeds)
    create_app(catalogue, settings)
    kept = [path for path in files(settings) if path.name.startswith("__jinja2_")]
    assert len(kept) > 10
    assert {path.stat().st_mode & 0o777 for path in kept} == {0o644}
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    create_app(catalogue, settings)
