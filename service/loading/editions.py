"""One edition's file, in the shape of ``schemas.seed.EditionFile``, as records."""

from dataclasses import dataclass
from typing import Any

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
    """What one edition's file says."""

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
    categories, claims, definitions = [], [], []
    for category in raw["categories"]:
        path = f"{id_}/{category['slug']}"
        categories.append(_category(path, id_, category))
        for entry in category["claims"]:
            locator = Locator(**entry.get("locator", category["locator"]))
            if "rule" in entry:
                definitions.append(Definition(path, entry["rule"], locator, entry.get("note")))
            for symbol in entry.get("elements", ()):
                claims.append(_claim(path, symbol, locator, entry))
    return EditionRecords(
        edition=_edition(id_, raw, read_on),
        categories=tuple(categories),
        claims=tuple(claims),
        definitions=tuple(definitions),
        figures=tuple(_figure(id_, figure) for figure in raw["figures"]),
    )


def _edition(id_: str, raw: dict[str, Any], read_on: str) -> Edition:
    return Edition(
        id=id_,
        authority=raw["authority"],
        series=raw["series"],
        title=raw["title"],
        citations=tuple(
            Citation(
                row["source"],
                row["grade"],
                row.get("where", _WHERE[row["grade"]]),
                row.get("reporter"),
                row["read"],
            )
            for row in raw["sources"]
        ),
        published=raw.get("published"),
        in_force_from=raw.get("in_force_from"),
        in_force_to=raw.get("in_force_to"),
        suspensions=tuple(
            Suspension(row["start"], row.get("end"), row["end_unconfirmed"], row.get("note"))
            for row in raw["suspensions"]
        ),
        supersedes=raw.get("supersedes"),
        derived_from=raw.get("derived_from"),
        official_count=raw.get("official_count"),
        count_note=raw.get("count_note"),
        note=raw.get("note"),
        read_on=read_on,
    )


def _category(path: str, edition: str, raw: dict[str, Any]) -> Category:
    return Category(
        id=path,
        edition=edition,
        label=raw["label"],
        concept=raw["concept"],
        match=raw["match"],
        coverage=raw["coverage"],
        locator=Locator(**raw["locator"]),
        broader=f"{edition}/{raw['broader']}" if "broader" in raw else None,
        disjoint_with=tuple(f"{edition}/{slug}" for slug in raw["disjoint_with"]),
        count_said=raw.get("count_said"),
        materials=tuple(ListedMaterial(row["id"], row["label"]) for row in raw["materials"]),
        undecided=tuple(
            Undecided(symbol, row["note"]) for row in raw["undecided"] for symbol in row["elements"]
        ),
        note=raw.get("note"),
    )


def _claim(category: str, symbol: str, locator: Locator, entry: dict[str, Any]) -> Claim:
    via = entry["via"]
    excludes = "" if entry["relation"] is Relation.INCLUDES else "/excluded"
    return Claim(
        id=f"{category}/{symbol}{excludes}",
        category=category,
        element=symbol,
        relation=entry["relation"],
        status=Status.STATED if via is Via.NAMED else Status.IMPLIED,
        via=via,
        locator=locator,
        group=entry.get("group"),
        expansion=entry.get("expansion"),
        form=entry.get("form"),
        against_count=entry["against_count"],
        note=entry.get("note"),
    )


def _figure(edition: str, raw: dict[str, Any]) -> Figure:
    return Figure(
        id=f"{edition}/{raw['slug']}",
        edition=edition,
        concept=raw["concept"],
        quantity=raw["quantity"],
        value=raw["value"],
        unit=raw["unit"],
        area=raw["area"],
        locator=Locator(**raw["locator"]),
        note=raw.get("note"),
    )
