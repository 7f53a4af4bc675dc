"""One edition's file, in the shape of ``schemas.seed.EditionFile``, as records."""

from dataclasses import dataclass
from typing import Any

from service.loading.filling import filled
from service.model import (
    Category,
    Citation,
    Claim,
    Definition,
    Edition,
    Figure,
    Grade,
    ListedMaterial,
    Locator,
    Relation,
    Status,
    Suspension,
    Undecided,
    Via,
    Where,
)

_WHERE = {
    Grade.PRIMARY: Where.COPY,
    Grade.REPORTED: Where.REPORT,
    Grade.SOFTWARE: Where.SOFTWARE,
}


@dataclass(frozen=True, slots=True)
class EditionRecords:
    """Records of one edition's file."""

    edition: Edition
    categories: tuple[Category, ...]
    claims: tuple[Claim, ...]
    definitions: tuple[Definition, ...]
    figures: tuple[Figure, ...]


def edition_records(id_: str, raw: dict[str, Any], read_on: str) -> EditionRecords:
    """Make the records of one edition.

    Args:
        id_: the file's name without ``.toml``.
        raw: the file, in the shape of ``schemas.seed.EditionFile``.
        read_on: the day from which an edition without a date of its own holds.
    """
    claims, definitions = [], []
    for category in raw["categories"]:
        path = f"{id_}/{category['slug']}"
        for entry in category["claims"]:
            locator = Locator(**entry.get("locator", category["locator"]))
            if "rule" in entry:
                definitions.append(filled(Definition, entry, category=path, locator=locator))
            for symbol in entry.get("elements", ()):
                claims.append(_claim(path, symbol, locator, entry))
    return EditionRecords(
        edition=filled(
            Edition,
            raw,
            id=id_,
            citations=[_citation(row) for row in raw["sources"]],
            suspensions=[filled(Suspension, row) for row in raw["suspensions"]],
            read_on=read_on,
        ),
        categories=tuple(_category(id_, category) for category in raw["categories"]),
        claims=tuple(claims),
        definitions=tuple(definitions),
        figures=tuple(_figure(id_, figure) for figure in raw["figures"]),
    )


def _citation(row: dict[str, Any]) -> Citation:
    return filled(Citation, row, where=row.get("where", _WHERE[row["grade"]]))


def _category(edition: str, raw: dict[str, Any]) -> Category:
    return filled(
        Category,
        raw,
        id=f"{edition}/{raw['slug']}",
        edition=edition,
        locator=Locator(**raw["locator"]),
        broader=f"{edition}/{raw['broader']}" if "broader" in raw else None,
        disjoint_with=[f"{edition}/{slug}" for slug in raw["disjoint_with"]],
        materials=[filled(ListedMaterial, row) for row in raw["materials"]],
        undecided=[
            Undecided(symbol, row["note"]) for row in raw["undecided"] for symbol in row["elements"]
        ],
    )


def _claim(category: str, symbol: str, locator: Locator, entry: dict[str, Any]) -> Claim:
    excludes = "" if entry["relation"] is Relation.INCLUDES else "/excluded"
    return filled(
        Claim,
        entry,
        id=f"{category}/{symbol}{excludes}",
        category=category,
        thing=symbol,
        status=Status.STATED if entry["via"] is Via.NAMED else Status.IMPLIED,
        locator=locator,
    )


def _figure(edition: str, raw: dict[str, Any]) -> Figure:
    return filled(
        Figure,
        raw,
        id=f"{edition}/{raw['slug']}",
        edition=edition,
        locator=Locator(**raw["locator"]),
    )
