"""Releases of the data in a folder: each written beside, then renamed, and never written again."""

import filecmp
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.catalogue import Catalogue
from service.cli.release_files import DELTA, INDEX, Earlier, write, write_downloads

RELEASES, VERSIONS = "releases", "versions.json"
_VERSION = re.compile(r"\d+(\.\d+)*")
_FAULTS_TOLD = 5
_LISTED = ("data_version", "released", "data_digest", "earlier")
Index = dict[str, Any]


class ReleaseError(Exception):
    """The folder cannot take the release."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A release in its folder.

    Attributes:
        folder: the release's own.
        new: whether it was not there before.
        skipped: a sentence on each kind of file that an extra is missing for.
    """

    folder: Path
    new: bool
    skipped: list[str]


def export(catalogue: Catalogue, seeds: Path, folder: Path, base: str) -> Exported:
    """Add the release of some data to a folder of releases.

    Args:
        catalogue: the data.
        seeds: the folder that it was read from.
        folder: made where it is missing; else empty, or one with releases.
        base: the address of the service.

    Raises:
        ReleaseError: the folder is no such folder, a release in it is damaged, or it has this
            release with other bytes.
        OSError, sqlite3.Error: it cannot be written.
    """
    _check(folder)
    version = catalogue.records.dataset.version
    releases = folder / RELEASES
    releases.mkdir(parents=True, exist_ok=True)
    indexes = _indexes(releases)
    target = releases / version
    with _beside(target) as beside:
        earlier = _earlier(version, releases, indexes)
        skipped = _written(lambda: write(catalogue, seeds, base, earlier, beside))
        new = not target.exists()
        if new:
            beside.rename(target)
        else:
            _compare(target, beside)
    _write_versions(folder, _indexes(releases))
    return Exported(target, new, skipped)


def export_downloads(catalogue: Catalogue, folder: Path) -> Exported:
    """Write the files that a service offers of its own data into a new or empty folder.

    Raises:
        ReleaseError: the folder is not empty, or no folder.
        OSError, sqlite3.Error: it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ReleaseError(f"{folder} is not an empty folder: nothing was written")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _beside(folder) as beside:
        skipped = _written(lambda: write_downloads(catalogue, beside))
        beside.replace(folder)
    return Exported(folder, True, skipped)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give a folder beside another, to be renamed; nothing of it stays otherwise."""
    beside = target.parent / f".{target.name}.{os.getpid()}"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    try:
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _check(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ReleaseError(f"{folder} is no folder: nothing was written")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / RELEASES).is_dir():
        raise ReleaseError(
            f"{folder} is not empty and has no releases: nothing was written. "
            "Give an empty folder, or one with releases."
        )


def _written(write: Callable[[], list[str]]) -> list[str]:
    try:
        return write()
    except KeyError as error:
        raise ReleaseError(f"{error} is missing: nothing was written") from error
    except ValueError as error:
        raise ReleaseError(f"{error}: nothing was written") from error


def _indexes(releases: Path) -> dict[str, Index]:
    """Read the index of each release by its version, the newest first."""
    names = [path.name for path in releases.iterdir() if _VERSION.fullmatch(path.name)]
    indexes = {}
    for name in sorted(names, key=_number, reverse=True):
        path = releases / name / INDEX
        try:
            index = json.loads(path.read_bytes())
            indexes[name] = {field: index[field] for field in _LISTED}
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise ReleaseError(f"{path} is missing or damaged: {error}") from error
    return indexes


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _earlier(version: str, releases: Path, indexes: Mapping[str, Index]) -> Earlier | None:
    """Give the release from which the delta leads: the newest before, or that of the first time."""
    if version in indexes:
        before: str | None = indexes[version]["earlier"]
    else:
        older = (each for each in indexes if _number(each) < _number(version))
        before = next(older, None)
    return Earlier(before, releases / before) if before else None


def _compare(release: Path, beside: Path) -> None:
    """Refuse to replace a release by other bytes."""
    old, new = ({p.relative_to(root) for p in root.rglob("*")} for root in (release, beside))
    others = [name for name in old & new if not _same(release / name, beside / name)]
    differing = sorted(str(name) for name in {*others, *(old ^ new)})
    if differing:
        shown = ", ".join(differing[:_FAULTS_TOLD])
        more = f" and {len(differing) - _FAULTS_TOLD} more" if len(differing) > _FAULTS_TOLD else ""
        raise ReleaseError(
            f"{release} is there with other bytes, and a release is never written again: "
            f"nothing was written. Raise the version in dataset.toml, or give another folder. "
            f"These differ: {shown}{more}"
        )


def _same(left: Path, right: Path) -> bool:
    if left.is_dir() or right.is_dir():
        return left.is_dir() and right.is_dir()
    return filecmp.cmp(left, right, shallow=False)


def _write_versions(folder: Path, indexes: Mapping[str, Index]) -> None:
    entries = []
    for version, index in indexes.items():
        address = f"{RELEASES}/{version}/"
        delta = f"{address}{DELTA}" if index["earlier"] else None
        entries.append({**index, "delta": delta, "index": f"{address}{INDEX}"})
    beside = folder / f".{VERSIONS}.{os.getpid()}"
    try:
        text = json.dumps({"newest": entries[0]["data_version"], "releases": entries}, indent=1)
        beside.write_text(f"{text}\n", "utf-8", newline="\n")
        beside.replace(folder / VERSIONS)
    finally:
        beside.unlink(missing_ok=True)
