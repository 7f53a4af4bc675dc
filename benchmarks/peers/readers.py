"""Mentions read by a package for elements: ``readers.py pymatgen FILE``, or ``mendeleev``.

The file is a JSON list of mentions. Prints JSON: the seconds of CPU without the import, and the
symbol of each mention that was read.
"""

import json
import sys
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any


def _reader(package: str) -> Callable[[str], Any]:
    if package == "mendeleev":
        element: Callable[[str], Any] = import_module("mendeleev").element
        return lambda text: element(text).symbol
    periodic_table = import_module("pymatgen.core.periodic_table")

    def read(text: str) -> Any:
        found = periodic_table.get_el_sp(text)
        return None if isinstance(found, periodic_table.DummySpecies) else found.symbol

    return read


def _symbol(read: Callable[[str], Any], mention: str) -> Any:
    try:
        return read(mention)
    except Exception:  # each package has errors of its own
        return None


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    package, file = sys.argv[1:]
    mentions = json.loads(Path(file).read_text("utf-8"))
    read = _reader(package)
    _symbol(read, "Sc")  # opens what it reads from
    began = time.process_time()
    symbols = {mention: _symbol(read, mention) for mention in set(mentions)}
    print(json.dumps({"cpu": time.process_time() - began, "symbols": symbols}))
