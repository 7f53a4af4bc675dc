"""The commands: ``serve`` (the default), ``check``, ``audit`` and ``snapshot``."""

import argparse
import sys
from pathlib import Path

from service.bootstrap import SEEDS, read_seeds


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 where all is well, 1 where the seeds, a text or the snapshot has faults, 2 where the
        command line or a setting is not understood.
    """
    parser = argparse.ArgumentParser(prog="python -m service", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("serve", help="answer over HTTP (the default)")
    check = commands.add_parser("check", help="check the seeds and list every fault")
    check.add_argument("folder", nargs="?", type=Path, default=SEEDS)
    options = parser.parse_args(arguments)
    if options.command == "check":
        return _check(options.folder)
    return 0


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


if __name__ == "__main__":
    sys.exit(main())
