"""Descriptions of the tables' files for programs: a Frictionless data package, and Croissant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from service.model import Dataset
from service.tables.flat_table import FlatColumn, FlatTable, Reference, references

TITLE = "Element classifier"
ABSTRACT = (
    "What kind of element is this, and who says so: claims of authorities by dated edition, with "
    "their sources, the positions that follow, verdicts, disagreements and changes."
)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The size of a file in bytes, and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its SPDX id and its address."""

    id: str
    address: str


_LICENCES = {
    "CC BY 4.0": Licence("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "MIT": Licence("MIT", "https://opensource.org/license/mit"),
}


def licence_of(dataset: Dataset) -> Licence:
    """Give the licence of the data.

    Raises:
        KeyError: its SPDX id is not known here.
    """
    return _LICENCES[dataset.licence]


def datapackage(
    dataset: Dataset, tables: Iterable[FlatTable], files: Mapping[str, FileFacts], base: str
) -> dict[str, Any]:
    """Describe the CSV files by Frictionless Data Package, version 1.

    Args:
        dataset: the release.
        tables: those that were written.
        files: the facts of each file by name.
        base: the address of the service.
    """
    licence = licence_of(dataset)
    every = list(tables)
    links = references(every)
    return {
        "profile": "tabular-data-package",
        "name": "element-classifier",
        "id": f"{base}/releases/{dataset.version}/",
        "title": TITLE,
        "description": ABSTRACT,
        "homepage": base,
        "version": dataset.version,
        "created": f"{dataset.released}T00:00:00Z",
        "licenses": [{"name": licence.id, "path": licence.address, "title": dataset.licence}],
        "resources": [
            _resource(table, files[f"{table.name}.csv"], links[table.name]) for table in every
        ],
    }


def _resource(table: FlatTable, file: FileFacts, links: Iterable[Reference]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(table, column) for column in table.columns]}
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    # the format writes a table's reference to itself as an empty name
    schema["foreignKeys"] = [
        {
            "fields": [link.column],
            "reference": {
                "resource": "" if link.table == table.name else link.table,
                "fields": [link.key],
            },
        }
        for link in links
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": schema,
    }


def _field(table: FlatTable, column: FlatColumn) -> dict[str, Any]:
    described = {"name": column.name, "type": column.type, "description": column.description}
    required = column.name in table.primary_key
    return {**described, "constraints": {"required": True}} if required else described


_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that Croissant 1.0 prescribes."""
_DATA_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}


def croissant(
    dataset: Dataset, tables: Iterable[FlatTable], files: Mapping[str, FileFacts], base: str
) -> dict[str, Any]:
    """Describe the CSV files as a schema.org Dataset by Croissant 1.0.

    Args: as of ``datapackage``.
    """
    every = list(tables)
    address = f"{base}/releases/{dataset.version}/"
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "@id": address,
        "name": "element-classifier",
        "alternateName": TITLE,
        "description": ABSTRACT,
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "license": licence_of(dataset).address,
        "url": address,
        "version": dataset.version,
        "datePublished": dataset.released,
        "citeAs": f"{TITLE}, data {dataset.version} ({dataset.released}). {address}",
        "creator": {"@type": "sc:Organization", "name": TITLE, "url": base},
        "keywords": ["chemical elements", "critical raw materials", "rare earths", "provenance"],
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": f"{table.name}.csv",
                "name": f"{table.name}.csv",
                "description": table.description,
                "contentUrl": f"{table.name}.csv",
                "contentSize": f"{files[f'{table.name}.csv'].size} B",
                "encodingFormat": "text/csv",
                "sha256": files[f"{table.name}.csv"].sha256,
            }
            for table in every
        ],
        "recordSet": [_record_set(table) for table in every],
    }


def _record_set(table: FlatTable) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{table.name}/{column.name}",
                "name": f"{table.name}/{column.name}",
                "description": column.description,
                "dataType": _DATA_TYPES[column.type],
                "source": {
                    "fileObject": {"@id": f"{table.name}.csv"},
                    "extract": {"column": column.name},
                },
            }
            for column in table.columns
        ],
    }
