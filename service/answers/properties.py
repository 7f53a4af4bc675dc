"""Properties of elements and materials that a data extension fetches, and their values."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from service.answers import checks
from service.answers.encoding import Json
from service.answers.materials import listings
from service.catalogue import Catalogue, View

SETTINGS: tuple[Json, ...] = (
    {
        "name": "jurisdiction",
        "label": "Jurisdiction",
        "type": "text",
        "default": "",
        "help_text": "Only lists of this state or union, by name or ISO 3166 code, such as EU.",
    },
    {
        "name": "authority",
        "label": "Authority",
        "type": "text",
        "default": "",
        "help_text": "Only lists of this authority, by id, alias or name, such as IUPAC.",
    },
    {
        "name": "as_of",
        "label": "Day",
        "type": "text",
        "default": "",
        "help_text": "Lists in force on this day, as YYYY-MM-DD; empty for the data's own day.",
    },
    {
        "name": "show",
        "label": "Show",
        "type": "select",
        "default": "verdict",
        "help_text": "The verdict in one word, or the answer in sentences that name the lists.",
        "choices": [
            {"value": "verdict", "name": "Verdict"},
            {"value": "sentence", "name": "Sentence"},
        ],
    },
)
"""The settings of every concept, in the words of version 0.2; identities take none."""
_Value = Callable[[Catalogue, str], list[Json]]


@dataclass(frozen=True, slots=True)
class Identity:
    """A property that tells what an entity is, for entities of some types."""

    name: str
    description: str
    types: tuple[str, ...]
    values: _Value
    of_type: str | None = None


def _element(attribute: str) -> _Value:
    return lambda data, id_: _text(getattr(data.elements[id_], attribute))


def _material(attribute: str) -> _Value:
    return lambda data, id_: _text(getattr(data.materials[id_], attribute))


def _text(value: Any) -> list[Json]:
    if value is None:
        return []
    return [{"int": value}] if isinstance(value, int) else [{"str": str(value)}]


def _name(data: Catalogue, id_: str) -> list[Json]:
    record = data.elements.get(id_) or data.materials[id_]
    return _text(record.name)


def _elements(data: Catalogue, id_: str) -> list[Json]:
    symbols = data.materials[id_].symbols
    return [{"id": symbol, "name": data.elements[symbol].name} for symbol in symbols]


IDENTITIES: Mapping[str, Identity] = {
    "name": Identity("Name", "The English name.", ("element", "material"), _name),
    "symbol": Identity("Symbol", "The symbol.", ("element",), _element("symbol")),
    "atomic-number": Identity(
        "Atomic number", "From 1 to 118.", ("element",), _element("atomic_number")
    ),
    "cas": Identity("CAS number", "The CAS number.", ("element",), _element("cas")),
    "inchikey": Identity("InChIKey", "The InChIKey.", ("element",), _element("inchikey")),
    "kind": Identity("Kind of material", "Such as mineral.", ("material",), _material("kind")),
    "formula": Identity("Formula", "Where it has one.", ("material",), _material("formula")),
    "elements": Identity(
        "Elements in it", "No list of them follows.", ("material",), _elements, "element"
    ),
}
"""Properties beside the concepts, by id."""
READABLE = ("name", "symbol", "atomic-number", "cas", "inchikey")
"""Properties whose values are read as mentions, to narrow a query."""


def proposals(catalogue: Catalogue, of_type: str | None = None) -> list[Json]:
    """Give the properties of a type, or all: id, name and description."""
    identities = [
        {"id": id_, "name": each.name, "description": each.description}
        for id_, each in IDENTITIES.items()
        if of_type is None or of_type in each.types
    ]
    askable: Collection[str] = catalogue.concepts
    if of_type == "material":
        askable = listings(catalogue)
    elif of_type not in (None, "element"):
        askable = ()
    concepts = [catalogue.concepts[id_] for id_ in askable]
    return [
        *identities,
        *({"id": c.id, "name": c.label, "description": c.definition} for c in concepts),
    ]


def column(
    catalogue: Catalogue, id_: str, settings: Mapping[str, Any], types: Mapping[str, Json]
) -> Json:
    """Give the head of a column: the property's id, and its name with the settings."""
    if identity := IDENTITIES.get(id_):
        head = {"id": id_, "name": identity.name}
        kind = types.get(identity.of_type or "")
        return {**head, "type": {"id": kind["id"], "name": kind["name"]}} if kind else head
    chosen = [
        str(settings[name]) for name in ("jurisdiction", "authority", "as_of") if settings.get(name)
    ]
    return {"id": id_, "name": ", ".join([catalogue.concepts[id_].label, *chosen])}


def values(view: View, thing: str, id_: str, show: str = "verdict") -> list[Json]:
    """Give the values of a property of an entity; none where it cannot be asked of it.

    Args:
        view: the editions that take part.
        thing: an element's symbol or a material's id.
        id_: the property's.
        show: of a concept, ``verdict`` or ``sentence``.
    """
    catalogue = view.catalogue
    kind = "element" if thing in catalogue.elements else "material"
    if identity := IDENTITIES.get(id_):
        return identity.values(catalogue, thing) if kind in identity.types else []
    if kind == "material" and id_ not in listings(catalogue):
        return []
    answer = checks.answer(view, thing, id_)
    return [{"str": str(answer["verdict"] if show == "verdict" else answer["answer"])}]
