"""Every answer that needs no parameter as a file, for a host of static files."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from service.ready import Ready

SUMS = "SHA256SUMS"
"""Names every file with its hash, as ``sha256sum --check`` reads it; it is written last."""


class FolderError(Exception):
    """The folder cannot take an export."""


def export(ready: Mapping[str, Ready], folder: Path) -> int:
    """Write the answers, byte for byte as they go over HTTP.

    Args:
        ready: by path and query; those with a query are left out.
        folder: made where it is missing; it must be empty, so that no file of other data stays.

    Returns:
        How many answers were written.

    Raises:
        FolderError: the folder is not empty, or no folder.
        OSError: it cannot be written.
    """
    _take(folder)
    answers = {
        file_of(target): b"".join(kept.pieces)
        for target, kept in ready.items()
        if "?" not in target
    }
    for name, body in answers.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    sums = (f"{hashlib.sha256(answers[name]).hexdigest()}  {name}\n" for name in sorted(answers))
    (folder / SUMS).write_text("".join(sums), "utf-8", newline="\n")
    return len(answers)


def file_of(path: str) -> str:
    """Give the file of a path: ``/v1/elements`` and ``/v1/elements/Sc`` both need a name.

    So each is a file of its own beside the folder of the same name: ``v1/elements.json`` and
    ``v1/elements/Sc.json``.
    """
    return path.removeprefix("/").removesuffix(".json") + ".json"


def _take(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder} is no folder: nothing was written")
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FolderError(f"{folder} is not empty: nothing was written. Give an empty folder.")
