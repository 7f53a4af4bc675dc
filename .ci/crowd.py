"""Asks a service on 127.0.0.1 every kind of question from several clients at once, without a pause.

Usage: crowd.py PORT CLIENTS SECONDS, with the repository on PYTHONPATH. It fails where one question
gets two answers, or none.
"""

import sys
import time

from benchmarks.visitors import Visitors, questions


def main(port: int, clients: int, seconds: float) -> int:
    """Ask for so long, and print what came of it."""
    visitors = Visitors(port, questions(), clients, 0)
    with visitors:
        time.sleep(seconds)
    if visitors.cut or visitors.faults:
        print(f"cut: {visitors.cut}; wrong: {dict(visitors.faults)}", file=sys.stderr)  # noqa: T201 - a command prints
        return 1
    asked = visitors.statuses.total()
    print(f"{clients} clients get {asked} right answers to every kind of question")  # noqa: T201 - a command prints
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
