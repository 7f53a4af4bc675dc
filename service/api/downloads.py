"""Files of the data that a service offers, by the index that came with them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.catalogue import Catalogue

_FIELDS = ("file", "bytes", "sha256", "media_type")


class DownloadsError(ValueError):
    """The folder holds no files of this data."""


@dataclass(frozen=True, slots=True)
class Downloads:
    """A folder, and the entries of its index by file name."""

    folder: Path
    files: Mapping[str, dict[str, Any]]


def read_downloads(folder: Path, catalogue: Catalogue) -> Downloads:
    """Read the index of a folder of files.

    Args:
        folder: as ``python -m service downloads`` or ``export`` wrote it.
        catalogue: the data that the service answers from.

    Raises:
        DownloadsError: the index is damaged or of other data, or a file is missing.
    """
    try:
        index = json.loads((folder / "index.json").read_bytes())
        digest = index["data_digest"]
        entries = {each["file"]: each for each in index["files"] if "/" not in each["file"]}
        missing = [name for name in entries if not (folder / name).is_file()]
        damaged = [each for each in entries.values() if not all(f in each for f in _FIELDS)]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise DownloadsError(f"{folder}/index.json is missing or damaged: {error}") from error
    if digest != catalogue.digest:
        raise DownloadsError(
            f"{folder} holds files of other data: its digest is {digest}, "
            f"and that of the seeds {catalogue.digest}. Write the folder anew."
        )
    if missing or damaged:
        raise DownloadsError(f"{folder} lacks {', '.join(missing) or 'facts in its index'}.")
    return Downloads(folder, entries)
