"""The commands: ``serve`` (the default), ``check``, ``audit``, ``snapshot``, ``openapi``."""

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn

from service.app import create_app
from service.audit import audit
from service.bootstrap import SEEDS, build_catalogue, read_seeds
from service.elements import snapshot, snapshot_text
from service.openapi import OPENAPI, written
from service.settings import Settings, SettingsError, settings_from


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
    commands.add_parser("snapshot", help="write elements.json anew from mendeleev")
    commands.add_parser("openapi", help="write schemas/openapi.json anew from the routes")
    options = parser.parse_args(arguments)
    if options.command == "check":
        return _check(options.folder)
    if options.command == "audit":
        return _audit(options.path)
    if options.command == "snapshot":
        return _snapshot()
    if options.command == "openapi":
        return _openapi()
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
