"""Every answer that needs no parameter as a file, for a host of static files."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from service.answers.problem_types import TYPES, type_uri
from service.app import create_app
from service.catalogue import Catalogue

SUMS = "SHA256SUMS"
"""Names every file with its hash, as ``sha256sum --check`` reads it; it is written last."""


class FolderError(Exception):
    """The folder cannot take an export."""


def export(catalogue: Catalogue, folder: Path) -> int:
    """Write the answers to paths without parameters, byte for byte as they go over HTTP.

    Args:
        catalogue: the data.
        folder: made where it is missing; it must be empty, so that no file of other data stays.

    Returns:
        How many answers were written.

    Raises:
        FolderError: the folder is not empty, or no folder.
        OSError: it cannot be written.
    """
    _take(folder)
    client = create_app(catalogue).test_client()
    answers = {file_of(path): client.get(path).get_data() for path in paths(catalogue)}
    for name, body in answers.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    sums = (f"{hashlib.sha256(answers[name]).hexdigest()}  {name}\n" for name in sorted(answers))
    (folder / SUMS).write_text("".join(sums), "utf-8", newline="\n")
    return len(answers)


def paths(catalogue: Catalogue) -> list[str]:
    """List the paths of the API whose answer needs no parameter."""
    kinds: dict[str, Iterable[str]] = {
        "concepts": catalogue.concepts,
        "authorities": catalogue.authorities,
        "editions": catalogue.editions,
        "sources": catalogue.sources,
    }
    return [
        *(f"/v1/elements/{symbol}" for symbol in catalogue.elements),
        *(f"/v1/{kind}" for kind in kinds),
        *(f"/v1/{kind}/{id_}" for kind, records in kinds.items() for id_ in records),
        *(f"/v1/{name}" for name in ("elements", "disagreements", "changes", "dataset")),
        "/v1/problems",
        *(type_uri(slug) for slug in TYPES),
        "/openapi.json",
    ]


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
