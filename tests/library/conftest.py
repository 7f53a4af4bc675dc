"""The command element-classifier, run in this process."""

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from element_classifier.program import main


class Done(NamedTuple):
    """A command that has ended; ``told`` is its standard error without the program's name."""

    code: int
    out: bytes
    told: str


Command = Callable[..., Done]


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Iterator[Command]:
    """Run the program in an empty folder, with bytes on its standard input."""
    typed = tmp_path / "typed"
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(*arguments: str, given: bytes = b"") -> Done:
        typed.write_bytes(given)
        with typed.open() as file, monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", file)
            try:
                code = main(arguments)
            except SystemExit as ended:  # argparse ends so
                code = int(ended.code or 0)
        out, errors = capsysbinary.readouterr()
        return Done(code, out, errors.decode().removeprefix("element-classifier: ").strip())

    before = signal.getsignal(signal.SIGTERM)
    yield run
    signal.signal(signal.SIGTERM, before)
