"""The records as they are answered: authorities, sources, concepts, editions."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from service.answers.writing import Json, Written, write
from service.catalogue import Catalogue
from service.model import (
    Authority,
    Category,
    Citation,
    Claim,
    Concept,
    Edition,
    Figure,
    Locator,
    Source,
)

_Record = TypeVar("_Record")


def authority(record: Authority) -> Json:
    """Say who makes a classification."""
    return {
        "id": record.id,
        "name": record.name,
        "kind": record.kind,
        "jurisdiction": record.jurisdiction,
        "homepage": record.homepage,
        "note": record.note,
    }


def source(record: Source) -> Json:
    """Say in which document a statement was read."""
    return {
        "id": record.id,
        "title": record.title,
        "publisher": record.publisher,
        "published": record.published,
        "language": record.language,
        "url": record.url,
        "doi": record.doi,
        "citation": record.citation,
        "retrieved": record.retrieved,
        "media_type": record.media_type,
        "sha256": record.sha256,
    }


def concept(record: Concept) -> Json:
    """Say what a canonical class means."""
    return {
        "id": record.id,
        "label": record.label,
        "definition": record.definition,
        "broader": record.broader,
    }


def edition(record: Edition) -> Json:
    """Say what one dated statement is, and how near to its authority it was read."""
    return {
        "id": record.id,
        "authority": record.authority,
        "series": record.series,
        "title": record.title,
        "published": record.published,
        "in_force_from": record.in_force_from,
        "in_force_to": record.in_force_to,
        "suspensions": [
            {
                "start": pause.start,
                "end": pause.end,
                "end_unconfirmed": pause.end_unconfirmed,
                "note": pause.note,
            }
            for pause in record.suspensions
        ],
        "supersedes": record.supersedes,
        "official_count": record.official_count,
        "count_note": record.count_note,
        "note": record.note,
        "sources": [_citation(row) for row in record.citations],
    }


def _citation(record: Citation) -> Json:
    return {
        "source": record.source,
        "grade": record.grade,
        "reporter": record.reporter,
        "read": record.read,
    }


def locator(record: Locator) -> Json:
    """Say where in a document."""
    return {"kind": record.kind, "value": record.value}


def brief_category(record: Category) -> Json:
    """Say which class inside an edition is meant, and how its silence is to be read."""
    return {
        "id": record.id,
        "label": record.label,
        "match": record.match,
        "coverage": record.coverage,
        "locator": locator(record.locator),
    }


def category(record: Category) -> Json:
    """Say what a class inside an edition is, and how it relates to our concept."""
    return {
        **brief_category(record),
        "count_said": record.count_said,
        "broader": record.broader,
        "disjoint_with": list(record.disjoint_with),
        "materials": [
            {"label": row.label, "elements": list(row.elements)} for row in record.materials
        ],
        "note": record.note,
    }


def claim(record: Claim) -> Json:
    """Say what an edition says of an element, and where."""
    return {
        "id": record.id,
        "category": record.category,
        "relation": record.relation,
        "status": record.status,
        "via": record.via,
        "group": record.group,
        "expansion": record.expansion,
        "form": record.form,
        "locator": locator(record.locator),
        "note": record.note,
    }


def figure(record: Figure) -> Json:
    """Give a quantity with its unit and where it stands; the value is a JSON number."""
    whole = record.value == record.value.to_integral_value()
    return {
        "id": record.id,
        "edition": record.edition,
        "concept": record.concept,
        "quantity": record.quantity,
        "value": int(record.value) if whole else float(record.value),
        "unit": record.unit,
        "area": record.area,
        "locator": locator(record.locator),
        "note": record.note,
    }


def side_loads(catalogue: Catalogue, editions: Iterable[str], concepts: Iterable[str]) -> Json:
    """Give, once each, every record that an answer names by id, as maps by id."""
    written = written_records(catalogue)
    in_order = sorted(set(editions), key=_places(catalogue).__getitem__)
    named = [catalogue.editions[id_] for id_ in in_order]
    ids = {
        "concepts": sorted(set(concepts)),
        "editions": in_order,
        "authorities": sorted({record.authority for record in named}),
        "sources": sorted({row.source for record in named for row in record.citations}),
    }
    return {kind: _joined(written[kind], chosen) for kind, chosen in ids.items()}


def _joined(written: Mapping[str, bytes], ids: Iterable[str]) -> Written:
    return Written(b"{" + b",".join([written[id_] for id_ in ids]) + b"}")


@lru_cache(maxsize=2)
def _places(catalogue: Catalogue) -> dict[str, int]:
    return {id_: number for number, id_ in enumerate(catalogue.editions)}


@lru_cache(maxsize=2)
def written_records(catalogue: Catalogue) -> Mapping[str, Mapping[str, bytes]]:
    """Write every record that answers name, once: each with its id, as a member of a map."""

    def members(records: Mapping[str, _Record], say: Callable[[_Record], Json]) -> dict[str, bytes]:
        return {id_: write(id_) + b":" + write(say(each)) for id_, each in records.items()}

    return {
        "concepts": members(catalogue.concepts, concept),
        "editions": members(catalogue.editions, edition),
        "authorities": members(catalogue.authorities, authority),
        "sources": members(catalogue.sources, source),
    }
