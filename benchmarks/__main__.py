"""Measures everything, or some of it, and writes docs/benchmarks.md and docs/benchmarks.json."""

import argparse
import json
import os
import sys
from collections.abc import Callable

from benchmarks import batches, lookups, proxied, starts
from benchmarks.figures import Row, stored
from benchmarks.machine import describe
from benchmarks.report import RESULTS, TABLE, lines, written

Measure = Callable[[int, int], tuple[list[Row], list[str]]]
MEASURES: dict[str, Measure] = {
    "lookups": lookups.measure,
    "batches": batches.measure,
    "starts": starts.measure,
    "proxied": proxied.measure,
}


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("measures", nargs="*", choices=[[], *MEASURES], help="all by default")
    parser.add_argument("--rounds", type=int, default=5, help="5 at least, to be believed")
    parser.add_argument("--seconds", type=int, default=2, help="of each round and server")
    parser.add_argument("--dry", action="store_true", help="print, and write no file")
    options = parser.parse_args()
    results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {"measures": {}}
    for name in options.measures or MEASURES:
        rows, skipped = MEASURES[name](options.rounds, options.seconds)
        results["measures"][name] = {
            "rounds": options.rounds,
            "seconds": options.seconds,
            "load": os.getloadavg()[0],
            "rows": [stored(row) for row in rows],
            "skipped": skipped,
        }
        print(f"\n{name}", *lines(results["measures"][name]), sep="\n")
    results["machine"] = describe()
    if not options.dry:
        RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")
        TABLE.write_text(written(results), "utf-8")
        print(f"wrote {TABLE} and {RESULTS}", file=sys.stderr)


if __name__ == "__main__":
    main()
