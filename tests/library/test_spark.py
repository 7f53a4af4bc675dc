"""Spark on two cores of this machine."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.library.mentions import MENTIONS, NAMES, over_http
from tests.support.server import ROOT

pyspark = pytest.importorskip("pyspark", reason="element-classifier[spark] is not installed")
pytest.importorskip("pyarrow", reason="element-classifier[spark] is not installed")

if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
    pytest.skip("Spark needs Java: apt-get install default-jre-headless", allow_module_level=True)

from element_classifier import UnknownIdError, spark  # noqa: E402 - skipped without pyspark

pytestmark = [
    pytest.mark.nightly,
    pytest.mark.filterwarnings("default"),  # pyspark's own are not ours to mend
]


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
