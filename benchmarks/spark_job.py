"""Prints the CPU of a job of Spark on two cores: ``python -m benchmarks.spark_job [--rows N]``.

Needs Java and ``element-classifier[spark]``. Rows come from Parquet, results go nowhere; figures
count the Java machine and Python's workers, the least of the rounds after a small first one.
"""

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyspark.sql import SparkSession
from pyspark.sql.functions import broadcast

from element_classifier import spark, table

_PIECE = 1_000_000
_TICK = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spark_job", description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000_000)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        session = _session()
        least: dict[str, float] = {}
        # the first round compiles, and starts the workers
        for rows in (_PIECE, *[options.rows] * options.rounds):
            path = str(Path(folder) / f"{rows}.parquet")
            if not Path(path).exists():
                _write(path, rows)
            for name, frame in _ways(session, session.read.parquet(path)).items():
                before = _cpu(os.getpid())
                frame.write.format("noop").mode("overwrite").save()
                spent = _cpu(os.getpid()) - before
                if rows > _PIECE:
                    least[name] = min(least.get(name, 1e9), spent)
                    print(name, round(spent, 1), flush=True)
        session.stop()
    print("| Spark | CPU s |\n|---|---|")
    for name, seconds in least.items():
        print(f"| {options.rows:,} rows, {name} | {seconds:.1f} |")


def _write(path: str, rows: int) -> None:
    chance = random.Random(6)  # noqa: S311 - data, not a secret
    listed = chance.sample([row["mention"] for row in table("spellings")], 20_000)
    places = pa.array(chance.choices(range(len(listed)), k=_PIECE), pa.int32())
    piece = pa.table({"metal": pa.array(listed).take(places)})
    with pq.ParquetWriter(path, piece.schema) as writer:
        for _ in range(rows // _PIECE):
            writer.write_table(piece, row_group_size=_PIECE)


def _session() -> Any:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").appName("benchmark")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "2g",
        "spark.sql.files.maxPartitionBytes": "16m",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _ways(session: Any, frame: Any) -> dict[str, Any]:
    names = [(row["symbol"], row["symbol"]) for row in table("elements")]
    symbols = session.createDataFrame(names, "mention string, symbol string")
    plain = frame.join(broadcast(symbols), frame["metal"] == symbols["mention"], "left")
    joined = spark.join_spellings(frame, "metal")
    return {
        "broadcast join with 118 symbols, one column": plain.select("metal", "symbol"),
        "`spark.join_spellings`, one column": joined.select("metal", "symbol"),
        "`spark.join_spellings`, six columns": joined,
        "`spark.classify`, seven columns": spark.classify(frame, "metal", "critical"),
    }


def _cpu(pid: int) -> float:
    """Give the seconds of CPU of a process, of those below it, and of those that it outlived."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    children = Path(f"/proc/{pid}/task").glob("*/children")
    below = {int(each) for file in children for each in file.read_text().split()}
    return sum(map(int, after_name[11:15])) / _TICK + sum(map(_cpu, below))


if __name__ == "__main__":
    main()
