"""Lists of elements in other people's files, held against the published lists.

Files are read, and never run.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Unpack

from element_classifier.choosing import chosen
from element_classifier.errors import NoSuchPathError
from element_classifier.filtering import Choosing, Several
from element_classifier.loaded import loaded
from schemas.response.identities import NearListOut
from service.answers.batch import Batch, read_items
from service.answers.elements import envelope
from service.answers.encoding import Json
from service.answers.identify import user_list
from service.answers.identity_sentences import NEAR, identity
from service.answers.nearest_lists import nearest
from service.catalogue.choice import Choice
from service.mentions import By, Options, Outcome, Reading
from service.mentions.literals import (
    KINDS,
    SHORTEST,
    Literal,
    UnreadableTextError,
    literals,
)

SIZE_LIMIT = 1024 * 1024
"""Largest file in bytes that is read."""
_LEAST_READ = 0.8
"""Part of a list's items that must be symbols, names or classes of elements, or materials."""
_SMALL = 8
"""A list of fewer things is told only where it is the same list: a likeness may be chance."""
_PLAIN = {By.SYMBOL, By.NAME, By.FORMER_NAME, By.CAS, By.MATERIAL}
"""Readings that a list in a program can have: 'in' is a word there, and 3 a number."""
_NEAR_LIST = NearListOut()


@dataclass(frozen=True, slots=True)
class FoundList:
    """A list in a file that is near to a published one.

    Attributes:
        path: of the file, as it was named or found.
        line: on which the list begins.
        answer: which list it is, in a sentence or a few.
        nearest: the nearest edition and the differences, as ``POST /v1/identify-list`` gives it.
    """

    path: Path
    line: int
    answer: str
    nearest: Json

    @property
    def finding(self) -> bool:
        """True where there is something to mend: another list, or one that is not in force."""
        return self.nearest["score"] != 1 or not self.nearest["in_force"]

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.answer}"


@dataclass(slots=True)
class Linter:
    """Looks for lists in files.

    Attributes:
        chosen: the editions that may be named, and the day.
        files: how many files were read.
        skipped: files that were not read though their ending is known, with the reason.
    """

    chosen: Choice
    files: int = 0
    skipped: dict[Path, str] = field(default_factory=dict)

    def lists(self, path: Path) -> Iterator[FoundList]:
        """Give the lists of a file, or of all files in a folder, that are near to published ones.

        In a folder only files of known endings are read: Python, JavaScript, TypeScript, JSON and
        CSV. Hidden files and folders and links are passed over.

        Raises:
            NoSuchPathError: there is no such file or folder.
        """
        if not path.exists():
            raise NoSuchPathError(path)
        if path.is_file() and not _is_known(path):
            self.skipped[path] = f"its ending is none of {', '.join(KINDS)}"
            return
        for file in _files(path):
            for literal in self._literals(file):
                if near := self._near(literal.items):
                    yield FoundList(file, literal.line, *near)

    def _literals(self, file: Path) -> list[Literal]:
        """Read a file and give its lists; none where it is skipped."""
        if (text := self._text(file)) is None:
            return []
        try:
            lists = literals(file.name, text)
        except UnreadableTextError as error:
            self.skipped[file] = str(error)
            return []
        self.files += 1
        return lists

    def _text(self, file: Path) -> str | None:
        """Read a file; None where it is too large, no text, or cannot be opened."""
        try:
            with file.open("rb") as opened:
                content = opened.read(SIZE_LIMIT + 1)
        except OSError as error:
            self.skipped[file] = error.strerror or str(error)
            return None
        if len(content) > SIZE_LIMIT:
            self.skipped[file] = f"larger than {SIZE_LIMIT} bytes"
            return None
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = "\0"
        if "\0" in text:
            self.skipped[file] = "no UTF-8 text"
            return None
        return text

    def _near(self, items: tuple[str, ...]) -> tuple[str, Json] | None:
        """Give the sentence and the nearest edition; None where it is no list that is near."""
        if not _names_elements(items):
            return None
        batch = Batch(read_items(items, lambda value, _: _read(value)))
        if len(batch.symbols) + len(batch.materials) < SHORTEST:
            return None
        view, concepts = self.chosen
        lists = nearest(view, user_list(batch), concepts)
        small = len(batch.symbols) + len(batch.materials) < _SMALL
        if not lists or lists[0]["score"] < (1 if small else NEAR):
            return None
        return identity(view, lists), _NEAR_LIST.dump(lists[0])


def linter(concept: Several | None = None, **choosing: Unpack[Choosing]) -> Linter:
    """Make a linter for the editions that a caller chooses.

    Args:
        concept: only lists of these concepts, by id, alias or label.
        choosing: only editions of these; and the day.

    Raises:
        UnknownIdError, DayError: an argument means nothing that there is.
    """
    return Linter(chosen(concept, choosing))


def report(checker: Linter, lists: Iterable[FoundList]) -> Json:
    """Give what a linter found as plain data.

    Args:
        checker: after its work.
        lists: those that it gave.
    """
    rows = [
        {
            "path": str(each.path),
            "line": each.line,
            "finding": each.finding,
            "answer": each.answer,
            "nearest": each.nearest,
        }
        for each in lists
    ]
    skipped = [{"path": str(path), "reason": why} for path, why in checker.skipped.items()]
    view = checker.chosen.view
    return {**envelope(view), "files": checker.files, "lists": rows, "skipped": skipped}


def _files(path: Path) -> Iterator[Path]:
    """Give a file itself, or the files of a folder in the order of their names."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if _is_known(file) and not name.startswith(".") and not file.is_symlink():
                yield file


def _is_known(file: Path) -> bool:
    return file.suffix.lower().removeprefix(".") in KINDS


def _names_elements(items: Iterable[str]) -> bool:
    """Tell whether enough items name elements, materials or classes; stops at once where not."""
    distinct = dict.fromkeys(items)
    allowed = len(distinct) * (1 - _LEAST_READ)
    unread = 0
    for item in distinct:
        unread += _read(item).outcome not in (Outcome.OK, Outcome.COLLECTIVE_TERM)
        if unread > allowed:
            return False
    return True


def _read(item: str) -> Reading:
    """Read an item as a symbol, a name, a class or a material, and as nothing else."""
    reader = loaded().reader
    reading = reader.read(item, Options(material=True), suggest=False)
    match = reading.resolution
    if match and match.by not in _PLAIN:
        return reader.read(None, Options())
    return reading
