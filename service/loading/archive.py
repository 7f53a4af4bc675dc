"""Seeds in one file: a zip archive with the same bytes for the same seeds."""

import io
import zipfile
from pathlib import Path

_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16


def packed(folder: Path) -> bytes:
    """Give the archive of a folder of seeds that has no fault, without its hidden files.

    Raises:
        OSError: a file cannot be read.
    """
    paths = [path for part in (folder, folder / "editions") for path in part.iterdir()]
    names = {p.relative_to(folder).as_posix(): p for p in paths if p.is_file()}
    out = io.BytesIO()
    # not compressed: zlib's bytes differ from release to release
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, path in sorted(names.items()):
            if not path.name.startswith("."):
                entry = zipfile.ZipInfo(name, _DAY)
                entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
                archive.writestr(entry, path.read_bytes())
    return out.getvalue()


def unpack(archive: Path, folder: Path) -> None:
    """Write the files of an archive into a folder.

    Raises:
        OSError: it cannot be read or written.
        zipfile.BadZipFile: it is no zip archive, or damaged.
    """
    with zipfile.ZipFile(archive) as file:
        file.extractall(folder)
