"""The column joined with a table of names: ``frames.py pandas FOLDER``, or ``duckdb``.

Prints the seconds of CPU without the import.
"""

import sys
import time
from importlib import import_module

_OPTIONS = "header=true, all_varchar=true"
_SQL = """copy (select * from read_csv('{0}/column.csv', {1}) as items
left join read_csv('{0}/names.csv', {1}) as names using (mention)) to '{0}/joined.csv'"""

if __name__ == "__main__":
    which, folder = sys.argv[1:]
    library = import_module(which)
    began = time.process_time()
    if which == "pandas":
        column, names = (
            library.read_csv(f"{folder}/{name}.csv", keep_default_na=False, dtype=str)
            for name in ("column", "names")
        )
        column.merge(names, how="left", on="mention").to_csv(f"{folder}/joined.csv", index=False)
    else:
        library.sql(_SQL.format(folder, _OPTIONS))
    print(time.process_time() - began)
