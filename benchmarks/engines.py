"""Prints the tables of docs/scale.md: ``python -m benchmarks.engines [--rows N] [--peers PYTHON]``.

``--peers`` names an interpreter with mendeleev and pymatgen; pandas, DuckDB and pyarrow must be
installed here. Figures are seconds of CPU, the least of the rounds.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from benchmarks.mentions import different, meant, mixed
from element_classifier import arrow, table
from element_classifier import duckdb as duckdb_
from element_classifier import pandas as pandas_
from service.loading.build import build_catalogue

_READERS = Path(__file__).parent / "peers" / "readers.py"
_SAMPLED = {"mendeleev": 300}
"""Mentions of a package that takes milliseconds for each; its seconds are multiplied."""
Ways = Mapping[str, Callable[[], object]]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engines", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--peers", default=sys.executable)
    options = parser.parse_args()
    records = build_catalogue().records
    truth = meant(records)
    chance = random.Random(4)  # noqa: S311 - data, not a secret
    few = chance.sample(list(truth), 20_000)
    every = different(records, 100_000)
    listed = chance.sample([row["mention"] for row in table("spellings")], 20_000)
    symbols = [element.symbol for element in records.elements]
    print("| rows | way | CPU s | |\n|---|---|---|---|")
    repeated = _column(few, options.rows)
    _measure(f"{options.rows:,} of 20,000 mentions", _classified(repeated), options.rounds)
    _measure("100,000 different", _classified(pa.table({"metal": every})), options.rounds)
    for name, pool in (("20,000 spellings", listed), ("118 symbols", symbols)):
        column = _column(pool, options.rows)
        _measure(f"{options.rows:,} of {name}", _joined(column), options.rounds)
    print("\n| rows | read by | recognised | wrong in silence | CPU s |\n|---|---|---|---|---|")
    usual = mixed(records, 100_000)
    for name, column in (("mixed", usual), ("20,000 messy", few), ("100,000 different", every)):
        for read in _reads(column, options.peers):
            print(f"| {name} | {read.line(column, truth)} |", flush=True)


def _column(pool: list[str], rows: int) -> Any:
    chance = random.Random(5)  # noqa: S311 - data, not a secret
    places = pa.array(chance.choices(range(len(pool)), k=rows), pa.int32())
    return pa.table({"metal": pa.array(pool).take(places)})


def _classified(column: Any) -> Ways:
    frame, symbols = column.to_pandas(), _symbols().to_pandas()
    return {
        "pandas merge with 118 symbols": lambda: frame.merge(symbols, how="left", on="metal"),
        "`pandas.classify`": lambda: pandas_.classify(frame, "metal", "critical"),
        "Arrow's dictionary encoding": lambda: column["metal"].dictionary_encode(),
        "Arrow's join with 118 symbols": lambda: column.join(_symbols(), "metal"),
        "`arrow.classify`": lambda: arrow.classify(column, "metal", "critical"),
    }


def _symbols() -> Any:
    symbols = arrow.table("elements")["symbol"]
    return pa.table({"metal": symbols, "symbol": symbols})


def _joined(column: Any) -> Ways:
    connection = duckdb.connect()
    duckdb_.register(connection)
    connection.register("given", column)
    connection.execute("CREATE TABLE mine AS FROM given")
    connection.execute(
        "CREATE TABLE symbols AS SELECT symbol AS mention, symbol FROM elements.elements"
    )
    folder = tempfile.TemporaryDirectory()
    ways = {
        "counted": "SELECT count(symbol) FROM ({})",
        "written": "CREATE OR REPLACE TABLE joined AS {}",
        "written to Parquet": f"COPY ({{}}) TO '{folder.name}/joined.parquet'",
    }
    made = {}
    for way, wrapped in ways.items():
        for name in ("symbols", "elements.spellings"):
            join = f"SELECT metal, symbol FROM mine LEFT JOIN {name} ON mention = metal"  # noqa: S608 - names of ours
            query = wrapped.format(join)
            # the folder lives as long as the query
            made[f"DuckDB join with {name}, {way}"] = lambda q=query, _=folder: connection.execute(
                q
            ).fetchall()
    return made


def _measure(rows: str, ways: Ways, rounds: int) -> None:
    least: dict[str, float] = {}
    for _ in range(rounds):
        for name, way in ways.items():
            began = time.process_time()
            way()
            least[name] = min(least.get(name, 1e9), time.process_time() - began)
    for name, seconds in least.items():
        print(f"| {rows} | {name} | {seconds:.2f} |", flush=True)


@dataclass(frozen=True, slots=True)
class Read:
    """The symbols that a reader gave to mentions, and those with a warning or a question."""

    by: str
    symbols: Mapping[str, str | None]
    doubted: Set[str] = frozenset()
    cpu: float | None = None

    def line(self, column: list[str], truth: Mapping[str, set[str]]) -> str:
        """Write the shares of rows, of those that were asked and mean an element."""
        known = [each for each in column if each in truth and each in self.symbols]
        right = sum(self.symbols[each] in truth[each] for each in known)
        sure = {each: found for each, found in self.symbols.items() if each not in self.doubted}
        wrong = [each for each, found in sure.items() if found and found not in truth.get(each, ())]
        cpu = "" if self.cpu is None else f"{self.cpu:.1f}"
        return f"{self.by} | {right / len(known):.2%} | {len(wrong)} {wrong[:5] or ''} | {cpu}"


def _reads(column: list[str], python: str) -> Iterator[Read]:
    began = time.process_time()
    rows = arrow.classify(pa.table({"metal": column}), "metal").to_pylist()
    spent = time.process_time() - began
    doubted = {row["metal"] for row in rows if row["warnings"]}
    yield Read("`classify`", {row["metal"]: row["symbol"] for row in rows}, doubted, spent)
    listed = {row["mention"]: row for row in table("spellings")}
    found = {each: listed[each]["symbol"] if each in listed else None for each in column}
    doubted = {each for each, row in listed.items() if row["warning"]}
    yield Read("join with `spellings`", found, doubted)
    symbols = {row["symbol"] for row in table("elements")}
    same = {each: each if each in symbols else None for each in column}
    yield Read("join with 118 symbols", same)
    chance = random.Random(6)  # noqa: S311 - data, not a secret
    for package in ("pymatgen", "mendeleev"):
        mentions = list(dict.fromkeys(column))
        size = _SAMPLED.get(package, len(mentions))
        sample = chance.sample(
            mentions, min(size, len(mentions))
        )  # the first are the frequent ones
        answers, cpu = _read(package, sample, python)
        yield Read(package, answers, cpu=cpu * len(mentions) / len(sample))


def _read(package: str, mentions: list[str], python: str) -> tuple[dict[str, str | None], float]:
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(mentions, file)
        file.flush()
        command = [python, str(_READERS), package, file.name]
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - fixed
    answer = json.loads(done.stdout)
    return answer["symbols"], answer["cpu"]


if __name__ == "__main__":
    main()
