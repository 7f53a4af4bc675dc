"""Seeds -> schemas.seed -> model. Shape faults become faults; nothing is guessed."""

import csv
import io
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
from marshmallow import Schema, ValidationError

from schemas import seed
from service.loading.editions import EditionRecords, edition_records
from service.loading.elements import from_snapshot
from service.loading.faults import Fault
from service.model import (
    Authority,
    CollectiveTerm,
    Concept,
    Constituent,
    Dataset,
    Link,
    Material,
    MaterialName,
    Name,
    Records,
    Release,
    Source,
)

_ABSENT_CELL = ""
_UNREADABLE = (OSError, ValueError, ArithmeticError, RecursionError)
"""What parsers raise: also for a float beyond all exponents, and for brackets in brackets."""


class Loader:
    """Reads one folder of seeds and gathers the faults of every file."""

    def __init__(self, folder: Path) -> None:
        """Remember the folder; nothing is read yet."""
        self.folder = folder
        self.faults: list[Fault] = []

    def records(self) -> Records | None:
        """Read every file; None where a file that everything needs is missing or misshapen."""
        dataset = self._file("dataset.toml", seed.DatasetSchema(), _toml)
        elements = self._file("elements.json", seed.ElementsFile(), orjson.loads)
        authorities = self._file("authorities.toml", seed.AuthoritiesFile(), _toml)
        sources = self._file("sources.toml", seed.SourcesFile(), _toml)
        of_names = self._file("names-sources.toml", seed.SourcesFile(), _toml)
        concepts = self._file("concepts.toml", seed.ConceptsFile(), _toml)
        materials = self._file("materials.toml", seed.MaterialsFile(), _toml)
        of_materials = self._file("materials-sources.toml", seed.SourcesFile(), _toml)
        names = self._rows("names.csv", seed.NameRow())
        terms = self._rows("collective-terms.csv", seed.TermRow())
        raw_editions = self._editions()
        if not (dataset and elements and authorities and sources and of_names and concepts):
            return None
        if not (materials and of_materials):
            return None
        editions = _with_reading_days(raw_editions, sources["sources"], dataset)
        facts = from_snapshot(elements)
        symbols = {element.atomic_number: element.symbol for element in facts}
        return Records(
            dataset=_dataset(dataset),
            elements=facts,
            made_from=elements["made_from"],
            materials=tuple(_material(row) for row in materials["materials"]),
            names=tuple(_name(row, symbols) for row in names),
            terms=tuple(_term(row) for row in terms),
            authorities=tuple(_authority(row) for row in authorities["authorities"]),
            sources=tuple(
                _optional(Source, row)
                for row in (
                    *sources["sources"],
                    *of_names["sources"],
                    *of_materials["sources"],
                )
            ),
            concepts=tuple(_concept(row) for row in concepts["concepts"]),
            editions=tuple(edition.edition for edition in editions),
            categories=tuple(c for edition in editions for c in edition.categories),
            claims=tuple(c for edition in editions for c in edition.claims),
            definitions=tuple(d for edition in editions for d in edition.definitions),
            figures=tuple(f for edition in editions for f in edition.figures),
        )

    def _editions(self) -> dict[str, dict[str, Any]]:
        editions = {}
        shape = seed.EditionFile()
        for path in sorted((self.folder / "editions").glob("*.toml")):
            raw = self._file(f"editions/{path.name}", shape, _toml)
            if raw is not None:
                editions[path.stem] = raw
        return editions

    def _file(
        self, name: str, schema: Schema, parse: Callable[[bytes], Any]
    ) -> dict[str, Any] | None:
        try:
            raw = parse((self.folder / name).read_bytes())
        except FileNotFoundError:
            self.faults.append(Fault(name, "", "missing-file", "The file is not there."))
            return None
        except _UNREADABLE as error:
            self.faults.append(Fault(name, "", "unreadable", str(error)))
            return None
        return self._shaped(name, schema, raw)

    def _rows(self, name: str, schema: Schema) -> list[dict[str, Any]]:
        try:
            text = (self.folder / name).read_text("utf-8")
            rows = list(csv.DictReader(io.StringIO(text), strict=True))
        except FileNotFoundError:
            self.faults.append(Fault(name, "", "missing-file", "The file is not there."))
            return []
        except (*_UNREADABLE, csv.Error) as error:
            self.faults.append(Fault(name, "", "unreadable", str(error)))
            return []
        found = []
        for line, row in enumerate(rows, start=2):
            cells = {str(key): _cell(str(key), value) for key, value in row.items()}
            shaped = self._shaped(name, schema, cells, prefix=f"line {line}")
            if shaped is not None:
                found.append(shaped)
        return found

    def _shaped(
        self, name: str, schema: Schema, raw: Any, prefix: str = ""
    ) -> dict[str, Any] | None:
        try:
            shaped: dict[str, Any] = schema.load(raw)
        except ValidationError as error:
            for path, what in _flat(error.messages, prefix):
                self.faults.append(Fault(name, path, "shape", what))
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


def _cell(column: str, value: Any) -> Any:
    return None if column == "mass_number" and value == _ABSENT_CELL else value


def _flat(messages: Any, path: str) -> list[tuple[str, str]]:
    if isinstance(messages, dict):
        inner = [_flat(value, f"{path}.{key}".lstrip(".")) for key, value in messages.items()]
        return [pair for pairs in inner for pair in pairs]
    return [(path, message) for message in messages]


def _optional(record: Callable[..., Any], row: dict[str, Any]) -> Any:
    fields: dict[str, Any] = record.__dataclass_fields__  # type: ignore[attr-defined]  # dataclasses only
    return record(**{name: row.get(name) for name in fields})


def _authority(row: dict[str, Any]) -> Authority:
    names = {"short": row.get("short", row["name"]), "aliases": tuple(row["aliases"])}
    authority: Authority = _optional(Authority, {**row, **names})
    return authority


def _material(row: dict[str, Any]) -> Material:
    lists = {
        "elements": tuple(Constituent(each["symbol"], each["role"]) for each in row["elements"]),
        "names": tuple(MaterialName(*each.values()) for each in map(_in_order, row["names"])),
        "links": tuple(Link(**each) for each in row["links"]),
    }
    material: Material = _optional(Material, {**row, **lists})
    return material


def _in_order(name: dict[str, str]) -> dict[str, str]:
    return {key: name[key] for key in ("lang", "text", "source")}


def _concept(row: dict[str, Any]) -> Concept:
    concept: Concept = _optional(Concept, {**row, "aliases": tuple(row["aliases"])})
    return concept


def _dataset(raw: dict[str, Any]) -> Dataset:
    releases = tuple(
        Release(row["version"], row["released"], tuple(row["changes"])) for row in raw["releases"]
    )
    return Dataset(
        version=releases[0].version,
        released=releases[0].released,
        licence=raw["licence"],
        languages=tuple(raw["languages"]),
        releases=releases,
    )


def _name(row: dict[str, Any], symbols: dict[int, str]) -> Name:
    return Name(
        symbol=symbols.get(row["atomic_number"], "?"),
        language=row["lang"],
        text=row["name"],
        kind=row["kind"],
        mass_number=row["mass_number"],
        sources=tuple(row["sources"].split(";")),
    )


def _term(row: dict[str, Any]) -> CollectiveTerm:
    return CollectiveTerm(row["term"], row["lang"], row["concept"] or None, row["note"])
