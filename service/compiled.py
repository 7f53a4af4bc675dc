"""What a start makes of the seeds, kept in a file beside the code, as Python keeps its byte code.

The file holds the checked records, every position, every spelling and every ready answer. Its name
is a digest of all it was made of, seeds and code, so that it is never out of date; it is mapped
into memory, so that all workers share one copy. Where it cannot be kept, each start makes
everything anew.
"""

import hashlib
import mmap
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from service.catalogue import Catalogue
from service.cuts import Cuts
from service.making import Compiled, make
from service.ready import Made, Ready
from service.rests import Rests
from service.settings import Settings

_CODE = Path(__file__).resolve().parent
_PACKAGES = ("flask", "marshmallow", "orjson", "webargs", "werkzeug")
_KEPT = 3
"""How many files are left in the folder: those of other seeds, or of a service still running."""
_LENGTH = 8
_NOT_THERE = (OSError, ValueError, EOFError, pickle.UnpicklingError)


def compiled(settings: Settings) -> Compiled:
    """Load what was made of the seeds before, or make it and keep it.

    Raises:
        SeedError: the seeds have faults.
    """
    path = _path(settings)
    try:
        return _read(path)
    except _NOT_THERE:
        pass
    if _writable(path.parent):
        # in a process of its own: the memory that making takes is not to stay with the service
        told = {"ELEMENTS_SEEDS": str(settings.seeds), "ELEMENTS_CACHE": str(settings.cache)}
        subprocess.run(
            [sys.executable, "-m", "service", "compile"],
            env={**os.environ, **told},
            cwd=_CODE.parent,
            capture_output=True,
            check=False,
        )
        try:
            return _read(path)
        except _NOT_THERE:
            pass
    return make(settings.seeds)


def _writable(folder: Path) -> bool:
    """Tell whether files can be kept in a folder, which is made where it is not there yet."""
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
    return os.access(folder, os.W_OK)


def keep(settings: Settings) -> Path:
    """Make everything, and keep it for the starts to come.

    Returns:
        The file.

    Raises:
        SeedError: the seeds have faults.
        OSError: it cannot be written.
    """
    path = _path(settings)
    path.parent.mkdir(exist_ok=True)
    _write(path, make(settings.seeds))
    return path


def _path(settings: Settings) -> Path:
    return settings.cache / f"answers-{_digest(settings.seeds)[:32]}.bin"


def _digest(seeds: Path) -> str:
    """Give the SHA-256 of everything that answers are made of."""
    found = hashlib.sha256(sys.version.encode())
    for package in _PACKAGES:
        found.update(f"{package} {version(package)}\n".encode())
    for folder, name in _made_of(seeds):
        with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 - a start has hundreds
            content = file.read()
        found.update(f"{name} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


def _made_of(seeds: Path) -> Iterator[tuple[str, str]]:
    for whole in (seeds, _CODE, _CODE.parent / "schemas"):
        for folder, inner, names in os.walk(whole):
            inner[:] = sorted(each for each in inner if each != "__pycache__")
            yield from ((folder, name) for name in sorted(names))


class _Bodies:
    """Pieces one after another, and where each begins and ends."""

    def __init__(self) -> None:
        self.size = 0
        self.pieces: list[bytes | memoryview] = []

    def add(self, *pieces: bytes | memoryview) -> tuple[int, int]:
        start = self.size
        self.pieces += pieces
        self.size += sum(map(len, pieces))
        return start, self.size


def _write(path: Path, made: Compiled) -> None:
    """Write a file whole or not at all: its index first, then the bodies one after another."""
    bodies = _Bodies()
    by_tag = {each.etag: each.pieces for each in made.made.answers.values()}
    places = {etag: bodies.add(*pieces) for etag, pieces in by_tag.items()}
    answers = {
        name: (each.route, each.etag, each.head, each.unchanged, *places[each.etag])
        for name, each in made.made.answers.items()
    }
    briefs = {symbol: bodies.add(each) for symbol, each in made.made.briefs.items()}
    cut = [
        (bodies.add(cuts.pool), bodies.add(cuts.table))
        for cuts in (made.made.answer_cuts, made.made.brief_cuts)
        if cuts is not None
    ]
    rests = {place: bodies.add(each) for place, each in made.made.rests.pieces.items()}
    held = made.catalogue
    lexicon = made.made.lexicon
    front = pickle.dumps((held.records, held.derived, lexicon, answers, briefs, cut, rests), 5)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix="answers-", delete=False) as file:
        try:
            file.write(len(front).to_bytes(_LENGTH) + bodies.size.to_bytes(_LENGTH) + front)
            file.writelines(bodies.pieces)
            file.flush()
            Path(file.name).chmod(0o644)
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    by_age = sorted(path.parent.glob("answers-*.bin"), key=lambda each: -each.stat().st_mtime)
    for old in by_age[_KEPT:]:
        old.unlink(missing_ok=True)


def _read(path: Path) -> Compiled:
    """Map a file into memory.

    Raises:
        OSError: there is none.
        ValueError: it is not whole.
    """
    with path.open("rb") as file:
        mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    front = int.from_bytes(mapped[:_LENGTH]) + 2 * _LENGTH
    bodies = mapped[front:]
    if len(bodies) != int.from_bytes(mapped[_LENGTH : 2 * _LENGTH]):
        raise ValueError(f"{path} is not whole")
    # the file is ours, as the code beside it is
    kept = pickle.loads(mapped[2 * _LENGTH : front])  # noqa: S301 - as above
    records, derived, lexicon, answers, briefs, places, rests = kept
    catalogue = Catalogue(records, derived)
    cuts = [
        Cuts(bodies[slice(*pool)], bodies[slice(*table)], catalogue.elements, catalogue.concepts)
        for pool, table in places
    ]
    made = Made(
        {
            name: Ready(route, etag, (bodies[start:end],), head, unchanged)
            for name, (route, etag, head, unchanged, start, end) in answers.items()
        },
        {symbol: bodies[start:end] for symbol, (start, end) in briefs.items()},
        Rests({place: bodies[start:end] for place, (start, end) in rests.items()}),
        lexicon,
        *cuts,
    )
    return Compiled(catalogue, made)
