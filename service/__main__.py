"""The commands: serve (the default), and those that look after the seeds."""

import argparse
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from service.settings import SEEDS, SettingsError, settings_from


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
    check.add_argument("--due", action="store_true", help="list series to look for anew, too")
    auditing = commands.add_parser("audit", help="hold the seeds against a copy of a text")
    auditing.add_argument("path", type=Path)
    new = commands.add_parser("new-edition", help="write the skeleton of an edition's file")
    new.add_argument("id", help="lower-case letters, digits and hyphens: the file's name")
    new.add_argument("--folder", type=Path, default=SEEDS, help="the seeds")
    commands.add_parser("positions", help="print every position, one a line")
    commands.add_parser("coverage", help="print the README's table of authorities")
    exporting = commands.add_parser(
        "export", help="add this release of the data to a folder of releases"
    )
    exporting.add_argument("folder", type=Path, help="of releases; or an empty one, or one to make")
    downloads = commands.add_parser("downloads", help="write the files that /downloads/ offers")
    downloads.add_argument("folder", type=Path, help="an empty folder, or one to make")
    verifying = commands.add_parser("verify", help="make the body of a receipt again, and compare")
    verifying.add_argument("receipt", type=Path, help="a file with the receipt as JSON")
    verifying.add_argument("--releases", type=Path, help="a folder that export wrote")
    commands.add_parser("snapshot", help="write elements.json anew from mendeleev")
    commands.add_parser("openapi", help="write schemas/openapi.json anew from the routes")
    options = parser.parse_args(arguments)
    if options.command not in (None, "serve"):
        return _other(options)
    try:
        settings_from(os.environ)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    return _serve()


def _other(options: argparse.Namespace) -> int:
    # serving needs none of this: gunicorn imports the application itself
    from service.cli import commands, file_commands
    from service.loading.faults import SeedError

    by_name: dict[str, Callable[[], int]] = {
        "check": lambda: commands.check(options.folder, due=options.due),
        "audit": lambda: commands.audit(options.path),
        "new-edition": lambda: commands.new_edition(options.folder, options.id),
        "positions": commands.positions,
        "coverage": commands.coverage,
        "export": lambda: file_commands.export(options.folder),
        "downloads": lambda: file_commands.downloads(options.folder),
        "verify": lambda: file_commands.verify(options.receipt, options.releases),
        "snapshot": commands.snapshot,
        "openapi": commands.openapi,
    }
    try:
        return by_name[options.command]()
    except SeedError as error:
        print(error, file=sys.stderr)
        return 1


def _serve() -> int:
    # gunicorn's own handlers come later, and a container's first process has no default ones
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    from gunicorn import __main__ as program
    from gunicorn.app.wsgiapp import run

    # as gunicorn's own command line, for it starts itself anew with these words
    sys.argv = [str(program.__file__), "--config", "python:service.server.gunicorn_conf"]
    run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
