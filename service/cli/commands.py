"""The commands that look after the seeds and what is made of them; each gives an exit code."""

import datetime as dt
import sys
from pathlib import Path

from service.api.openapi import OPENAPI
from service.catalogue import position_lines
from service.cli.audit import audit as held_against
from service.cli.coverage import coverage as coverage_table
from service.cli.due import overdue
from service.cli.skeleton import skeleton
from service.loading.build import build_catalogue, read_seeds
from service.loading.snapshot import snapshot as take_snapshot
from service.loading.snapshot import snapshot_text
from service.settings import SEEDS


def check(folder: Path, *, due: bool = False) -> int:
    """Check a folder of seeds and list every fault; and every series overdue, where asked."""
    records, faults = read_seeds(folder)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults or records is None:
        print(f"{len(faults)} faults", file=sys.stderr)
        return 1
    print(
        f"{len(records.editions)} editions of {len(records.authorities)} authorities, "
        f"{len(records.categories)} categories, {len(records.claims)} claims, "
        f"{len(records.sources)} sources, {len(records.concepts)} concepts, "
        f"{len(records.names)} names: no fault"
    )
    if due:
        for line in overdue(records, dt.datetime.now(dt.UTC).date()):
            print(line)
    return 0


def audit(path: Path) -> int:
    """Hold the seeds against a copy of a text."""
    try:
        findings = held_against(build_catalogue(), path)
    except (OSError, UnicodeDecodeError) as error:
        print(f"{path} cannot be read: {error}", file=sys.stderr)
        return 1
    for finding in findings:
        print(f"{'ok  ' if finding.sound else 'FAIL'} {finding.what}")
    failed = sum(not finding.sound for finding in findings)
    print(f"{len(findings) - failed} sound, {failed} not")
    return 1 if failed else 0


def new_edition(folder: Path, id_: str) -> int:
    """Write the skeleton of an edition's file."""
    path = folder / "editions" / f"{id_}.toml"
    try:
        text = skeleton(id_)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        print(f"{path} exists: nothing was written", file=sys.stderr)
        return 1
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"wrote {path}: fill it in, then run python -m service check")
    return 0


def positions() -> int:
    """Print every position, one a line."""
    for line in position_lines(build_catalogue()):
        print(line)
    return 0


def coverage() -> int:
    """Print the README's table of authorities."""
    print(coverage_table(build_catalogue()), end="")
    return 0


def snapshot() -> int:
    """Write elements.json anew from mendeleev."""
    try:
        text = snapshot_text(take_snapshot())
    except ImportError as error:
        print(f"{error}: install element-classifier[snapshot]", file=sys.stderr)
        return 1
    (SEEDS / "elements.json").write_text(text, "utf-8")
    print(f"wrote {SEEDS / 'elements.json'}")
    return 0


def openapi() -> int:
    """Write schemas/openapi.json anew from the routes."""
    # only this command needs what describes the routes
    from service.cli.describe import made as described
    from service.cli.describe import written

    OPENAPI.write_text(written(described()), "utf-8")
    print(f"wrote {OPENAPI}")
    return 0
