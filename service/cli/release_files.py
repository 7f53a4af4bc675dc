"""The files of one release of the data, written into an empty folder."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from service.catalogue import Catalogue
from service.cli.answer_files import write_answers
from service.loading import archive
from service.tables import TABLES, FlatTable, formats
from service.tables.delta import claims_of, delta, lines_of, records_of
from service.tables.descriptions import FileFacts, croissant, datapackage

NAME = "element-classifier"
INDEX, SUMS, SEEDS, DELTA = "index.json", "SHA256SUMS", "seeds.zip", "delta.ndjson"
MEDIA_TYPES = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".ndjson": "application/x-ndjson",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".ttl": "text/turtle",
    ".zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Earlier:
    """A release before this one: its version, and its folder."""

    version: str
    folder: Path


def write(
    catalogue: Catalogue, seeds: Path, base: str, earlier: Earlier | None, folder: Path
) -> list[str]:
    """Write every file of a release.

    Args:
        catalogue: the data.
        seeds: the folder that it was read from.
        base: the address of the service.
        earlier: the release from which the delta leads here; there is no delta without one.
        folder: an empty folder.

    Returns:
        A sentence on each kind of file that an extra is missing for.

    Raises:
        OSError, sqlite3.Error: a file cannot be written.
        KeyError: the licence of the data has no SPDX id here.
        ValueError, KeyError: the earlier release is damaged.
    """
    tables = [_materialized(table, catalogue) for table in TABLES]
    skipped = _write_tables(tables, catalogue, folder)
    for table in tables:
        formats.write_ndjson(table, catalogue, folder / f"{table.name}.ndjson")
    (folder / SEEDS).write_bytes(archive.packed(seeds))
    if earlier:
        (folder / DELTA).write_bytes(_delta(earlier.folder, folder))
    skipped += _optional("rdf", lambda: _write_rdf(catalogue, base, folder))
    dataset, facts = catalogue.records.dataset, _facts(folder)
    for name, describe in (("datapackage.json", datapackage), ("croissant.json", croissant)):
        _write_json(folder / name, describe(dataset, tables, facts, base))
    write_answers(catalogue, folder / "answers")
    _write_json(folder / INDEX, _index(catalogue, earlier, _facts(folder)))
    sums = "".join(f"{file.sha256}  {name}\n" for name, file in _facts(folder).items())
    (folder / SUMS).write_text(sums, "utf-8", newline="\n")
    return skipped


def write_downloads(catalogue: Catalogue, folder: Path) -> list[str]:
    """Write the files that a service offers of its own data: CSV, Parquet, SQLite and their index.

    Args, returns, raises: as ``write``.
    """
    skipped = _write_tables(
        [_materialized(table, catalogue) for table in TABLES], catalogue, folder
    )
    _write_json(folder / INDEX, _index(catalogue, None, _facts(folder)))
    return skipped


def _materialized(table: FlatTable, catalogue: Catalogue) -> FlatTable:
    """Make the rows once for all formats."""
    rows = tuple(table.rows(catalogue))
    return replace(table, rows=lambda _: rows)


def _write_tables(tables: list[FlatTable], catalogue: Catalogue, folder: Path) -> list[str]:
    for table in tables:
        formats.write_csv(table, catalogue, folder / f"{table.name}.csv")
    formats.write_sqlite(tables, catalogue, folder / f"{NAME}.sqlite")

    def parquet() -> None:
        for table in tables:
            formats.write_parquet(table, catalogue, folder / f"{table.name}.parquet")

    return _optional("parquet", parquet)


def _write_rdf(catalogue: Catalogue, base: str, folder: Path) -> None:
    from service.tables import rdf

    files = [rdf.Distribution(name, MEDIA_TYPES[Path(name).suffix]) for name in _facts(folder)]
    graph = rdf.graph(catalogue, base, files)
    (folder / f"{NAME}.ttl").write_bytes(rdf.turtle(graph))
    (folder / f"{NAME}.jsonld").write_bytes(rdf.json_ld(graph))


def _optional(extra: str, write: Callable[[], None]) -> list[str]:
    try:
        write()
    except ImportError as error:
        return [f"no {extra}: {error}; install {NAME}[{extra}]"]
    return []


def _delta(before: Path, after: Path) -> bytes:
    old, new = (folder / "claims.ndjson" for folder in (before, after))
    return lines_of(
        delta(
            claims_of(old.read_bytes()),
            claims_of(new.read_bytes()),
            _editions(before),
            _editions(after),
        )
    )


def _editions(folder: Path) -> list[str]:
    return [row["edition"] for row in records_of((folder / "editions.ndjson").read_bytes())]


def _facts(folder: Path) -> dict[str, FileFacts]:
    """Give the facts of every file in a folder by its path there, sorted."""
    return dict(sorted(_each(folder)))


def _each(folder: Path) -> Iterator[tuple[str, FileFacts]]:
    for path in folder.rglob("*"):
        if path.is_file():
            body = path.read_bytes()
            facts = FileFacts(len(body), hashlib.sha256(body).hexdigest())
            yield path.relative_to(folder).as_posix(), facts


def _index(
    catalogue: Catalogue, earlier: Earlier | None, files: dict[str, FileFacts]
) -> dict[str, Any]:
    dataset = catalogue.records.dataset
    tables = {table.name: table for table in TABLES}
    listed = []
    for name, file in files.items():
        entry: dict[str, Any] = {"file": name, "bytes": file.size, "sha256": file.sha256}
        entry["media_type"] = MEDIA_TYPES[Path(name).suffix]
        if "/" not in name and (table := tables.get(Path(name).stem)):
            entry |= {"table": table.name, "description": table.description}
        listed.append(entry)
    return {
        "data_version": dataset.version,
        "released": dataset.released,
        "data_digest": catalogue.digest,
        "licence": dataset.licence,
        "version": version(NAME),
        "earlier": earlier.version if earlier else None,
        "files": listed,
    }


def _write_json(path: Path, body: object) -> None:
    path.write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
