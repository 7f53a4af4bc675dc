"""Measures all goals in one run, and writes docs/benchmarks.md."""

import argparse
import datetime as dt
import os
import sys
import tempfile
from pathlib import Path

from benchmarks import batches, lookups, starts
from benchmarks.figures import Row
from benchmarks.report import PAGE, page, table
from benchmarks.servers import LOAD_CORE

_MEASURES = {
    "One look-up": lookups.measure,
    "Batches": batches.measure,
    "Start and image": starts.measure,
}


def main() -> int:
    """Run the command.

    Returns:
        0 where every goal is met, 1 where one is not.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="of look-ups; a third of others")
    parser.add_argument("--dry", action="store_true", help="print the tables, and write no page")
    options = parser.parse_args()
    os.sched_setaffinity(0, {LOAD_CORE})
    tables: dict[str, list[Row]] = {}
    left_out: list[str] = []
    for title, measure in _MEASURES.items():
        rounds = options.rounds if title == "One look-up" else -(-options.rounds // 3)
        with tempfile.TemporaryDirectory() as folder:
            tables[title], skipped = measure(Path(folder), rounds)
        left_out += skipped
        print(f"\n{title}\n{table(tables[title])}", *skipped, sep="\n", flush=True)
    if not options.dry:
        today = dt.datetime.now(dt.UTC).date().isoformat()
        PAGE.write_text(page(today, options.rounds, tables, left_out), "utf-8")
    return int(any(row.met is False for rows in tables.values() for row in rows))


if __name__ == "__main__":
    sys.exit(main())
