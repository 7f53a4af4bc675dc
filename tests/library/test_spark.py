"""Spark on two cores of this machine: small jobs, and a large one that loses a task."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.library.mentions import MENTIONS, NAMES, over_http
from tests.support.server import ROOT

pyspark = pytest.importorskip("pyspark", reason="element-classifier[spark] is not installed")
pytest.importorskip("pyarrow", reason="element-classifier[spark] is not installed")

if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
    pytest.skip("Spark needs Java: apt-get install default-jre-headless", allow_module_level=True)

from element_classifier import UnknownIdError, column_reader, spark  # noqa: E402 - skipped without pyspark

pytestmark = [
    pytest.mark.nightly,
    pytest.mark.filterwarnings("default"),  # pyspark's own are not ours to mend
]


ROWS = 5_000_000
PARTITIONS = 4
LOST = 2
"""The partition whose first task ends its worker."""


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = str(ROOT)
    builder = SparkSession.builder.master("local[2,3]").appName("element-classifier")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "4",
    }.items():
        builder = builder.config(name, value)
    running = builder.getOrCreate()
    running.sparkContext.setLogLevel("OFF")
    yield running
    running.stop()
    gc.collect()  # sockets that pyspark leaves open are told here, not in another test


def test_a_small_job_adds_what_the_service_adds(session: Any, client: FlaskClient) -> None:
    rows = list(enumerate(MENTIONS))
    frame = session.createDataFrame(rows, "id int, metal string").repartition(3)
    found = spark.classify(frame, "metal", "critical")
    assert found.columns == ["id", "metal", *NAMES]
    collected = sorted(tuple(row) for row in found.collect())
    assert [row[:2] for row in collected] == rows
    of_null = MENTIONS.index(None)
    cells = [row[2:] for row in collected]
    assert cells[of_null][0] == "missing"
    expected = over_http(client, MENTIONS)
    cells[of_null] = expected[of_null]
    assert cells == expected


def test_a_join_with_the_spellings_takes_them_to_every_worker(session: Any) -> None:
    frame = session.createDataFrame([("cu_ppm",), ("unobtainium",), (None,)], "metal string")
    found = spark.join_spellings(frame, "metal")
    assert "BroadcastHashJoin" in found._jdf.queryExecution().toString()
    rows = {row["metal"]: (row["outcome"], row["symbol"]) for row in found.collect()}
    assert rows == {"cu_ppm": ("ok", "Cu"), "unobtainium": (None, None), None: (None, None)}


def test_a_column_that_is_not_there_is_refused_before_the_job(session: Any) -> None:
    frame = session.createDataFrame([("Sc",)], "metal string")
    for ask in (spark.classify, spark.join_spellings):
        with pytest.raises(UnknownIdError, match="Did you mean metal"):
            ask(frame, "metl")


def _mentions(session: Any) -> Any:
    """Give five million rows of mentions that this test's own list makes."""
    from pyspark.sql import functions

    texts = [text for text in MENTIONS if text is not None]
    listed = functions.array(*(functions.lit(text) for text in texts))
    place = (functions.col("id") * 7919) % len(texts)
    metal = functions.element_at(listed, (place + 1).cast("int"))
    rows = session.range(0, ROWS, numPartitions=PARTITIONS)
    # each row of a hundred is a value of its own
    own = functions.concat(functions.lit("sample "), functions.col("id"))
    return rows.withColumn(
        "metal", functions.when(functions.col("id") % 100 == 0, own).otherwise(metal)
    )


def _summed(frame: Any) -> tuple[Any, ...]:
    """Give the number of rows, the counts of outcomes, and a sum over the hashes of all rows."""
    from pyspark.sql import functions

    hashed = frame.withColumn("hash", functions.xxhash64(*frame.columns).cast("decimal(38,0)"))
    counts = hashed.groupBy("outcome", "symbol").agg(
        functions.count("*").alias("rows"), functions.sum("hash").alias("sum")
    )
    return tuple(sorted((tuple(row) for row in counts.collect()), key=str))


def test_a_large_job_that_loses_a_task_gives_the_same(session: Any, tmp_path: Path) -> None:
    frame = _mentions(session)
    whole = _summed(spark.classify(frame, "metal", "critical"))
    assert sum(row[2] for row in whole) == ROWS
    reader = column_reader.ColumnReader("critical", {})
    for text in {text for text in MENTIONS if text}:
        assert any(row[:2] == reader.row(text)[:2] for row in whole), text

    died = tmp_path / "died"

    def end_the_worker(batches: Iterator[Any]) -> Iterator[Any]:
        from pyspark import TaskContext

        context = TaskContext.get()
        assert context is not None
        for place, batch in enumerate(batches):
            yield batch
            if place == 2 and context.partitionId() == LOST and context.attemptNumber() == 0:
                died.write_text(str(os.getpid()))
                os._exit(1)  # as the kernel ends a worker that takes too much memory

    losing = frame.mapInArrow(end_the_worker, frame.schema)
    assert _summed(spark.classify(losing, "metal", "critical")) == whole
    assert died.exists()
