"""Answers of the Reconciliation Service API: the manifest, entities and candidates."""

from collections.abc import Collection, Mapping, Sequence
from importlib.metadata import version

from service.answers.encoding import Json
from service.answers.properties import SETTINGS
from service.catalogue import Catalogue
from service.mentions import Outcome, Reading

TYPES: Mapping[str, Json] = {
    "element": {
        "id": "element",
        "name": "Chemical element",
        "description": "One of the 118, by its symbol.",
    },
    "material": {
        "id": "material",
        "name": "Material",
        "description": "A mineral, ore, compound, alloy or product that a list names.",
    },
}
CERTAIN, DOUBTFUL, POSSIBLE = 100, 80, 50
"""Scores: one reading without a warning, one with a warning, one of several readings."""
ROOT, DRAFT_ROOT = "/reconcile", "/reconcile/1.0-draft"
PREVIEW = {"width": 420, "height": 240}
"""Size in pixels of the frame for a preview."""


def manifest(catalogue: Catalogue, base: str, batch: int) -> Json:
    """Give the manifest of version 0.2.

    Args:
        catalogue: the data.
        base: the public address of the service.
        batch: the most queries of a batch.
    """
    root = f"{base}{ROOT}"
    suggest = {
        kind: {"service_url": root, "service_path": f"/suggest/{kind}"}
        for kind in ("entity", "property", "type")
    }
    return {
        **_common(catalogue, base, "0.2"),
        "batchSize": batch,
        "identifierSpace": f"{root}/view/",
        "schemaSpace": f"{base}/concepts/",
        "view": {"url": f"{root}/view/{{{{id}}}}"},
        "preview": {"url": f"{root}/preview?id={{{{id}}}}", **PREVIEW},
        "suggest": suggest,
        "extend": {
            "propose_properties": {"service_url": root, "service_path": "/extend/propose"},
            "property_settings": SETTINGS,
        },
    }


def draft_manifest(catalogue: Catalogue, base: str, batch: int) -> Json:
    """Give the manifest of the draft of 1.0, which places the routes itself."""
    names = {"name": "id", "label": "name", "help_text": "helpText"}
    settings = [{names.get(key, key): value for key, value in each.items()} for each in SETTINGS]
    return {
        **_common(catalogue, base, "1.0-draft"),
        "batchSize": batch,
        "view": {"url": f"{base}{ROOT}/view/{{id}}"},
        "preview": PREVIEW,
        "suggest": {"entity": True, "property": True, "type": True},
        "extend": {"proposeProperties": True, "propertySettings": settings},
        "lang": "en",
        "standardizedScore": True,
    }


def _common(catalogue: Catalogue, base: str, of_api: str) -> Json:
    data = catalogue.records.dataset.version
    return {
        "versions": [of_api],
        "name": "Element classifier",
        "defaultTypes": list(TYPES.values()),
        "documentation": f"{base}/docs",
        "logo": f"{base}/assets/icon.svg",
        "serviceVersion": f"{version('element-classifier')}, data {data}",
    }


def type_of(catalogue: Catalogue, id_: str) -> str:
    """Give the type of an entity: ``element`` or ``material``."""
    return "element" if id_ in catalogue.elements else "material"


def entity(catalogue: Catalogue, id_: str) -> Json:
    """Describe an entity: id, name, description and the ids and names of its types."""
    kind = TYPES[type_of(catalogue, id_)]
    if element := catalogue.elements.get(id_):
        name, description = element.name, f"Element {element.atomic_number}, {id_}."
    else:
        material = catalogue.materials[id_]
        formula = f", {material.formula}" if material.formula else ""
        name, description = material.name, f"Material: {material.kind}{formula}."
    of_type = {"id": kind["id"], "name": kind["name"]}
    return {"id": id_, "name": name, "description": description, "type": [of_type]}


def candidates(
    catalogue: Catalogue, readings: Sequence[Reading], types: Collection[str], limit: int
) -> list[Json]:
    """Give the entities that a query can mean, the likeliest first.

    The first is a match where it is the only one, and every reading names it for certain.

    Args:
        catalogue: the data.
        readings: of the query, and of the properties that tell one entity from another.
        types: the only types to take; none for all.
        limit: how many to give.
    """
    told = [reading for reading in readings if reading.outcome is not Outcome.MISSING]
    named = [_named(reading) for reading in told]
    best: dict[str, tuple[int, str]] = {}
    for scores in named:
        for id_, (score, remark) in scores.items():
            best[id_] = max(best.get(id_, (0, "")), (score, remark), key=lambda each: each[0])
    certain = len(best) == 1 and all(
        score == CERTAIN for scores in named for score, _ in scores.values()
    )
    match = certain and all(named)
    ranked = sorted(best, key=lambda id_: -best[id_][0])
    if types:
        ranked = [id_ for id_ in ranked if type_of(catalogue, id_) in types]
    return [_candidate(catalogue, id_, *best[id_], match) for id_ in ranked[:limit]]


def _candidate(
    catalogue: Catalogue,
    id_: str,
    score: int,
    remark: str,
    match: bool,
) -> Json:
    record = entity(catalogue, id_)
    if remark:
        record["description"] = f"{record['description']} {remark}"
    # a reading that is certain alone, but not beside the others, is no match and no 100
    return {**record, "score": score if match else min(score, DOUBTFUL), "match": match}


def _named(reading: Reading) -> dict[str, tuple[int, str]]:
    """Give the entities that a reading names: id -> score, and what is doubtful."""
    if reading.outcome is Outcome.OK and reading.thing:
        score = DOUBTFUL if reading.warnings else CERTAIN
        return {reading.thing: (score, " ".join(reading.warnings))}
    if reading.outcome is Outcome.AMBIGUOUS and reading.problem:
        return {
            each.thing: (POSSIBLE, f"One reading: {each.reading}.")
            for each in reading.problem.candidates
            if each.thing
        }
    return {}
