"""Seeds -> schemas.seed -> model. Shape faults become faults; nothing is guessed."""

import csv
import hashlib
import io
import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
from marshmallow import Schema, ValidationError

from schemas import seed
from service.loading.editions import EditionRecords, edition_records
from service.loading.faults import Fault
from service.loading.filling import filled
from service.loading.integrity import characters, identity
from service.loading.materials import material, minerals, unplaced
from service.loading.snapshot import from_snapshot
from service.model import (
    Authority,
    CollectiveTerm,
    Concept,
    Dataset,
    MaterialKind,
    Name,
    Records,
    Release,
    Source,
)

_TABLES: dict[str, Schema] = {
    "dataset": seed.DatasetSchema(),
    "authorities": seed.AuthoritiesFile(),
    "sources": seed.SourcesFile(),
    "names-sources": seed.SourcesFile(),
    "materials-sources": seed.SourcesFile(),
    "concepts": seed.ConceptsFile(),
    "materials": seed.MaterialsFile(),
}
_EDITION_FILE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.toml")
_SEED_SUFFIXES = (".toml", ".csv", ".json")
_UNREADABLE = (OSError, ValueError, ArithmeticError, RecursionError)
"""Errors that parsers raise, also for a float beyond all exponents and for deep brackets."""


class Loader:
    """Reads one folder of seeds and gathers the faults of every file.

    Attributes:
        faults: every fault that one file alone shows.
        whole: whether every file could be read and has its shape.
    """

    def __init__(self, folder: Path) -> None:
        """Remember the folder; nothing is read yet."""
        self.folder = folder
        self.faults: list[Fault] = []
        self.whole = True
        self._expected = {"README.md", "LICENSE.md", "editions"}
        self._sums: dict[str, str] = {}

    def records(self) -> Records | None:
        """Read every file; None where a file that everything needs is missing or misshapen."""
        read = {name: self._file(f"{name}.toml", shape, _toml) for name, shape in _TABLES.items()}
        tables = {name: table for name, table in read.items() if table}
        elements = self._file("elements.json", seed.ElementsFile(), _json)
        names = self._rows("names.csv", seed.NameRow())
        terms = self._rows("collective-terms.csv", seed.TermRow())
        mineral_rows = self._rows("minerals.csv", seed.MineralRow())
        rock_rows = self._rows("rocks.csv", seed.MineralRow())
        mineral_names = self._rows("mineral-names.csv", seed.MineralNameRow())
        raw_editions = self._editions()
        self._find_unread()
        if not elements or len(tables) < len(read):
            return None
        self.faults.extend(identity.edited(elements))
        self.faults.extend(unplaced([*mineral_rows, *rock_rows], mineral_names))
        sources = tables["sources"]["sources"]
        editions = _with_reading_days(raw_editions, sources, tables["dataset"])
        facts = from_snapshot(elements)
        symbols = {element.atomic_number: element.symbol for element in facts}
        for name in ("names-sources", "materials-sources"):
            sources = [*sources, *tables[name]["sources"]]
        return Records(
            dataset=_dataset(tables["dataset"]),
            elements=facts,
            made_from=elements["made_from"],
            materials=tuple(material(row) for row in tables["materials"]["materials"]),
            minerals=(
                *minerals(mineral_rows, mineral_names, MaterialKind.MINERAL),
                *minerals(rock_rows, mineral_names, MaterialKind.ROCK),
            ),
            names=tuple(_name(row, symbols) for row in names),
            terms=tuple(filled(CollectiveTerm, row) for row in terms),
            authorities=tuple(_authority(row) for row in tables["authorities"]["authorities"]),
            sources=tuple(filled(Source, row) for row in sources),
            concepts=tuple(filled(Concept, row) for row in tables["concepts"]["concepts"]),
            editions=tuple(edition.edition for edition in editions),
            categories=tuple(c for edition in editions for c in edition.categories),
            claims=tuple(c for edition in editions for c in edition.claims),
            definitions=tuple(d for edition in editions for d in edition.definitions),
            figures=tuple(f for edition in editions for f in edition.figures),
            digest=self._digest(),
        )

    def _digest(self) -> str:
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(self._sums.items()))
        return hashlib.sha256(lines.encode()).hexdigest()

    def _editions(self) -> dict[str, dict[str, Any]]:
        editions = {}
        shape = seed.EditionFile()
        for path in sorted((self.folder / "editions").glob("*.toml")):
            if _EDITION_FILE.fullmatch(path.name):
                raw = self._file(f"editions/{path.name}", shape, _toml)
                if raw is not None:
                    editions[path.stem] = raw
        return editions

    def _find_unread(self) -> None:
        """Tell every file and folder that is not read; hidden ones that are no seeds may stay."""
        for folder in (self.folder, self.folder / "editions"):
            for path in folder.iterdir() if folder.is_dir() else ():
                name = path.relative_to(self.folder).as_posix()
                hidden = path.name.startswith(".") and path.suffix.lower() not in _SEED_SUFFIXES
                if name not in self._expected and not hidden:
                    self._lost(name, "", "unread-file", "Nothing reads this file or folder.")

    def _lost(self, name: str, path: str, kind: str, what: str) -> None:
        self.whole = False
        self.faults.append(Fault(name, path, kind, what))

    def _parsed(self, name: str, parse: Callable[[bytes], Any]) -> Any:
        self._expected.add(name)
        try:
            raw = (self.folder / name).read_bytes()
            self._sums[name] = hashlib.sha256(raw).hexdigest()
            return parse(raw)
        except FileNotFoundError:
            self._lost(name, "", "missing-file", "The file is not there.")
        except (*_UNREADABLE, csv.Error) as error:
            self._lost(name, "", "unreadable", str(error))
        return None

    def _file(
        self, name: str, schema: Schema, parse: Callable[[bytes], Any]
    ) -> dict[str, Any] | None:
        raw = self._parsed(name, parse)
        return None if raw is None else self._shaped(name, schema, raw)

    def _rows(self, name: str, schema: Schema) -> list[dict[str, Any]]:
        rows = self._parsed(name, _csv) or []
        shaped = [
            self._shaped(name, schema, row, prefix=f"line {line}")
            for line, row in enumerate(rows, start=2)
        ]
        return [row for row in shaped if row is not None]

    def _shaped(
        self, name: str, schema: Schema, raw: Any, prefix: str = ""
    ) -> dict[str, Any] | None:
        self.faults.extend(characters.faults(name, raw, prefix))
        try:
            shaped: dict[str, Any] = schema.load(raw)
        except ValidationError as error:
            for path, what in _flat(error.messages, prefix):
                self._lost(name, path, "shape", what)
            return None
        return shaped


def _with_reading_days(
    editions: dict[str, dict[str, Any]], sources: list[dict[str, Any]], dataset: dict[str, Any]
) -> list[EditionRecords]:
    """Make the records of editions; undated ones hold from the day on which we read them."""
    first_release = dataset["releases"][-1]["released"]
    retrieved = {source["id"]: source.get("retrieved") for source in sources}
    records = []
    for id_, raw in editions.items():
        days = [retrieved.get(citation["source"]) for citation in raw["sources"]]
        read_on = min((day for day in days if day), default=first_release)
        records.append(edition_records(id_, raw, read_on))
    return records


def _toml(raw: bytes) -> dict[str, Any]:
    return tomllib.loads(raw.decode("utf-8"), parse_float=Decimal)


def _json(raw: bytes) -> Any:
    return orjson.loads(raw) or {}  # null has no shape, but is not a missing file either


def _csv(raw: bytes) -> list[dict[str, Any]]:
    rows = csv.DictReader(io.StringIO(raw.decode("utf-8")), strict=True)
    return [{str(column): cell or None for column, cell in row.items()} for row in rows]


def _flat(messages: Any, path: str) -> list[tuple[str, str]]:
    if isinstance(messages, dict):
        inner = [_flat(value, f"{path}.{key}".lstrip(".")) for key, value in messages.items()]
        return [pair for pairs in inner for pair in pairs]
    return [(path, message) for message in messages]


def _authority(row: dict[str, Any]) -> Authority:
    return filled(Authority, row, short=row.get("short", row["name"]))


def _dataset(raw: dict[str, Any]) -> Dataset:
    releases = [filled(Release, row) for row in raw["releases"]]
    newest = releases[0]
    return filled(Dataset, raw, version=newest.version, released=newest.released, releases=releases)


def _name(row: dict[str, Any], symbols: dict[int, str]) -> Name:
    symbol = symbols.get(row["atomic_number"], "?")
    return filled(Name, row, symbol=symbol, sources=row["sources"].split(";"))
