"""The commands that write the data as files, and prove answers by them; each gives an exit code."""

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

from service.cli import releases
from service.cli.releases import Exported, ReleaseError
from service.cli.verify import ReceiptError
from service.cli.verify import verify as verified
from service.loading.build import build_catalogue
from service.loading.faults import SeedError
from service.settings import Settings, SettingsError, settings_from

_INTERRUPTED = 130
_NO_BASE = "https://element-classifier.example"
"""The address of ids where the operator names none: a name that RFC 2606 keeps free."""


def export(folder: Path) -> int:
    """Add the release of the data to a folder of releases."""

    def write(settings: Settings) -> Exported:
        catalogue = build_catalogue(settings.seeds)
        return releases.export(catalogue, settings.seeds, folder, settings.base or _NO_BASE)

    return _run(lambda settings: _told(write(settings)))


def downloads(folder: Path) -> int:
    """Write the files that ``/downloads/`` offers."""

    def write(settings: Settings) -> Exported:
        return releases.export_downloads(build_catalogue(settings.seeds), folder)

    return _run(lambda settings: _told(write(settings)))


def verify(receipt: Path, folder: Path | None) -> int:
    """Make the body of a receipt again, and compare."""

    def compare(settings: Settings) -> int:
        finding = verified(receipt, folder, settings.seeds)
        print(finding.message, file=sys.stdout if finding.equal else sys.stderr)
        return 0 if finding.equal else 1

    return _run(compare)


def _told(exported: Exported) -> int:
    for sentence in exported.skipped:
        print(sentence, file=sys.stderr)
    folder = exported.folder
    print(f"wrote {folder}" if exported.new else f"{folder} is there, with the same bytes")
    return 0


def _run(command: Callable[[Settings], int]) -> int:
    try:
        return command(settings_from(os.environ))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    except (ReceiptError, ReleaseError, SeedError, OSError, sqlite3.Error) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted: no half release stays", file=sys.stderr)
        return _INTERRUPTED
