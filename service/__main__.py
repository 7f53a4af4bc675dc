"""The commands: serve (the default), and those that look after the seeds."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from service.app import create_app
from service.audit import audit
from service.bootstrap import SEEDS, build_catalogue, read_seeds
from service.catalogue import position_lines
from service.elements import snapshot, snapshot_text
from service.export import FolderError, export
from service.faults import SeedError
from service.openapi import OPENAPI, written
from service.settings import Settings, SettingsError, settings_from
from service.skeleton import skeleton


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 where all is well, 1 where the seeds or a text have faults, 2 where the command line
        or a setting is not understood.
    """
    parser = argparse.ArgumentParser(prog="python -m service", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("serve", help="answer over HTTP (the default)")
    check = commands.add_parser("check", help="check the seeds and list every fault")
    check.add_argument("folder", nargs="?", type=Path, default=SEEDS)
    auditing = commands.add_parser("audit", help="hold the seeds against a copy of a text")
    auditing.add_argument("path", type=Path)
    new = commands.add_parser("new-edition", help="write the skeleton of an edition's file")
    new.add_argument("id", help="lower-case letters, digits and hyphens: the file's name")
    new.add_argument("--folder", type=Path, default=SEEDS, help="the seeds")
    commands.add_parser("positions", help="print every position, one a line")
    exporting = commands.add_parser("export", help="write every answer without parameters to files")
    exporting.add_argument("folder", type=Path, help="an empty folder, or one to make")
    commands.add_parser("snapshot", help="write elements.json anew from mendeleev")
    commands.add_parser("openapi", help="write schemas/openapi.json anew from the routes")
    options = parser.parse_args(arguments)
    commands_by_name: dict[str, Callable[[], int]] = {
        "check": lambda: _check(options.folder),
        "audit": lambda: _audit(options.path),
        "new-edition": lambda: _new_edition(options.folder, options.id),
        "positions": _positions,
        "export": lambda: _export(options.folder),
        "snapshot": _snapshot,
        "openapi": _openapi,
    }
    if options.command in commands_by_name:
        return commands_by_name[options.command]()
    if fault := _settings_fault():
        print(fault, file=sys.stderr)
        return 2
    return _serve()


def _settings_fault() -> str | None:
    try:
        settings_from(os.environ)
    except SettingsError as error:
        return str(error)
    return None


def _serve() -> NoReturn:
    if settings_from(os.environ).metrics:
        # workers leave their counts in files here; it must be empty at start
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="element-classifier-")
    # gunicorn takes this process over, so that signals reach it
    command = [sys.executable, "-m", "gunicorn", "--config", "python:service.gunicorn_conf"]
    os.execv(sys.executable, command)  # noqa: S606 - a fixed command


def _check(folder: Path) -> int:
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
    return 0


def _audit(path: Path) -> int:
    try:
        findings = audit(build_catalogue(), path)
    except (OSError, UnicodeDecodeError) as error:
        print(f"{path} cannot be read: {error}", file=sys.stderr)
        return 1
    for finding in findings:
        print(f"{'ok  ' if finding.sound else 'FAIL'} {finding.what}")
    failed = sum(not finding.sound for finding in findings)
    print(f"{len(findings) - failed} sound, {failed} not")
    return 1 if failed else 0


def _new_edition(folder: Path, id_: str) -> int:
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


def _positions() -> int:
    for line in position_lines(build_catalogue()):
        print(line)
    return 0


def _export(folder: Path) -> int:
    if fault := _settings_fault():
        print(fault, file=sys.stderr)
        return 2
    try:
        written_answers = export(build_catalogue(settings_from(os.environ).seeds), folder)
    except (FolderError, OSError, SeedError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"wrote {written_answers} answers to {folder}")
    return 0


def _snapshot() -> int:
    try:
        text = snapshot_text(snapshot())
    except ImportError as error:
        print(f"{error}: install element-classifier[snapshot]", file=sys.stderr)
        return 1
    (SEEDS / "elements.json").write_text(text, "utf-8")
    print(f"wrote {SEEDS / 'elements.json'}")
    return 0


def _openapi() -> int:
    app = create_app(build_catalogue(), Settings())
    OPENAPI.write_text(written(app.extensions["openapi"]), "utf-8")
    print(f"wrote {OPENAPI}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
