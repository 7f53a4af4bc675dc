"""The files of a release before programs that are not ours; each test skips where one is missing.

The tiny data stands for all of them; ``RELEASE`` names a folder with another release.
"""

import importlib.util
import json
import logging
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from service.cli.releases import export
from service.loading.build import build_catalogue
from service.tables import TABLES
from tests.conftest import TINY_SEEDS
from tests.support.releases import BASE

SHAPES = (Path(__file__).parent / "shapes.ttl").read_text("utf-8")
NAMES = [table.name for table in TABLES]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    named = os.environ.get("RELEASE")
    if named:
        return Path(named)
    folder = tmp_path_factory.mktemp("validators")
    made = export(build_catalogue(TINY_SEEDS), TINY_SEEDS, folder, BASE)
    if made.skipped:
        pytest.skip("; ".join(made.skipped))
    return made.folder


def rows_of(release: Path, name: str) -> list[dict[str, Any]]:
    lines = (release / f"{name}.ndjson").read_text("utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def test_frictionless_finds_the_package_valid(release: Path) -> None:
    if importlib.util.find_spec("frictionless") is None:
        pytest.skip("frictionless is not installed: .ci/run installs it")
    # As a process of its own: its import raises csv's limit of a field for the whole process.
    options = ["validate", "datapackage.json", "--type", "package", "--json"]
    command = [sys.executable, "-m", "frictionless", *options]
    report = subprocess.run(command, cwd=release, capture_output=True, text=True, check=False)
    assert report.returncode == 0, report.stdout + report.stderr
    assert json.loads(report.stdout)["stats"]["tasks"] == len(NAMES)


@pytest.mark.filterwarnings("ignore")
def test_pyshacl_finds_the_graph_of_our_shapes(release: Path) -> None:
    pyshacl = pytest.importorskip("pyshacl")
    data = (release / "element-classifier.ttl").read_text("utf-8")
    base = data.partition("@prefix ec: <")[2].partition("/ns#>")[0]
    shapes = SHAPES.replace(BASE, base)
    turtle = {"data_graph_format": "turtle", "shacl_graph_format": "turtle"}
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, **turtle)
    assert conforms, text[:4000]
    broken = data.replace("ec:status", "ec:state")
    assert not pyshacl.validate(broken, shacl_graph=shapes, **turtle)[0]


@pytest.mark.filterwarnings("ignore")
def test_skosify_has_nothing_to_mend(release: Path, caplog: pytest.LogCaptureFixture) -> None:
    skosify = pytest.importorskip("skosify")
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(release / "element-classifier.ttl")
    with caplog.at_level(logging.WARNING):
        skosify.check.hierarchy_cycles(graph, fix=False)
        skosify.check.disjoint_relations(graph, fix=False)
        skosify.check.hierarchical_redundancy(graph, fix=False)
        skosify.check.preflabel_uniqueness(graph, policy="shortest")
        skosify.check.label_overlap(graph, fix=False)
    assert [record.getMessage() for record in caplog.records] == []


@pytest.mark.filterwarnings("ignore")
def test_turtle_and_json_ld_are_one_graph(release: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    turtle = rdflib.Graph().parse(release / "element-classifier.ttl")
    json_ld = rdflib.Graph().parse(release / "element-classifier.jsonld", format="json-ld")
    assert set(turtle) == set(json_ld)
    claims = rdflib.Namespace(dict(turtle.namespaces())["ec"]).Claim
    found = {*turtle.subjects(rdflib.RDF.type, claims)}
    assert len(found) == len(rows_of(release, "claims"))
    # a narrower category has a broad match
    matches = {"exact": "exactMatch", "close": "closeMatch", "narrow": "broadMatch"}
    matches["broad"] = "narrowMatch"
    base = str(dict(turtle.namespaces())["ec"]).removesuffix("/ns#")
    for row in rows_of(release, "categories"):
        slug = row["category"].partition("/")[2]
        category = rdflib.URIRef(f"{base}/editions/{row['edition']}#{slug}")
        concept = rdflib.URIRef(f"{base}/concepts/{row['concept']}")
        assert (category, rdflib.SKOS[matches[row["match"]]], concept) in turtle


@pytest.mark.filterwarnings("ignore")
def test_mlcroissant_reads_every_row(release: Path) -> None:
    croissant = pytest.importorskip("mlcroissant")
    dataset = croissant.Dataset(jsonld=release / "croissant.json")
    assert dataset.metadata.issues.errors == set()
    assert dataset.metadata.issues.warnings == set()
    for name in NAMES:
        wanted = rows_of(release, name)
        assert sum(1 for _ in dataset.records(name)) == len(wanted), name


def test_sqlite_finds_the_database_whole(release: Path) -> None:
    with sqlite3.connect(release / "element-classifier.sqlite") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = database.execute("SELECT name FROM sqlite_master WHERE type='table'")
        assert [row[0] for row in found] == NAMES
        for name in NAMES:
            rows = database.execute(f"SELECT * FROM {name}")  # noqa: S608 - names of ours
            heads = [head[0] for head in rows.description]
            held = sorted(([*row] for row in rows), key=str)
            assert held == sorted(([*row.values()] for row in rows_of(release, name)), key=str)
            assert heads == list(rows_of(release, name)[0])
        joined = "SELECT p.position FROM positions p JOIN spellings s ON p.symbol = s.symbol "
        where = "WHERE s.mention = 'scandium' AND p.concept = 'rare-earth'"
        assert database.execute(joined + where).fetchall()
    database.close()


def test_sqlite_knows_the_keys_and_what_they_refer_to(release: Path) -> None:
    with sqlite3.connect(release / "element-classifier.sqlite") as database:
        keys = {
            name: [row[1] for row in database.execute(f"PRAGMA table_info({name})") if row[5]]
            for name in NAMES
        }
        links = {
            (name, row[3]): (row[2], row[4])
            for name in NAMES
            for row in database.execute(f"PRAGMA foreign_key_list({name})")
        }
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        database.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE constraint failed"):
            database.execute("INSERT INTO elements SELECT * FROM elements LIMIT 1")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY constraint failed"):
            database.execute("UPDATE claims SET category = 'none'")
    database.close()
    single = ("elements", "materials", "authorities", "series", "editions", "categories", "claims")
    assert [len(keys[name]) for name in single] == [1] * len(single)
    assert (keys["claims"], keys["spellings"]) == (["claim"], ["mention"])
    assert keys["names"] == ["symbol", "language", "name", "kind"]
    # a row of these has an element or a material, and the other is null
    assert keys["positions"] == keys["verdicts"] == keys["changes"] == []
    assert links["claims", "category"] == ("categories", "category")
    assert links["spellings", "material"] == ("materials", "material")
    assert links["series", "newest_edition"] == ("editions", "edition")
    assert links["materials", "broader"] == ("materials", "material")
    assert links["changes", "before"] == links["changes", "after"] == ("editions", "edition")


@pytest.mark.parametrize("name", NAMES)
def test_duckdb_reads_the_same_rows_of_every_format(release: Path, name: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as database:
        parquet = database.sql(f"FROM '{release}/{name}.parquet'")
        records = [dict(zip(parquet.columns, row, strict=True)) for row in parquet.fetchall()]
        assert records == rows_of(release, name)
        csv = database.sql(f"FROM read_csv('{release}/{name}.csv', all_varchar=true)")
        assert (csv.columns, len(csv)) == (parquet.columns, len(records))
