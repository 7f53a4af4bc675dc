"""Suggestions for the first letters of a text: elements, materials, properties, types."""

from collections.abc import Iterable
from functools import lru_cache

from service.answers.encoding import Json
from service.answers.properties import proposals
from service.answers.reconciliation import TYPES, entity
from service.catalogue import Catalogue
from service.mentions import key


def entities(catalogue: Catalogue, prefix: str, of_type: str | None = None) -> list[Json]:
    """Give the elements and materials of which a spelling begins so, whole spellings first.

    Args:
        catalogue: the data.
        prefix: the first letters of a symbol, name, number or id; empty for all.
        of_type: where it is a type of ours, the only one to take.
    """
    ranked = [
        (rank, id_)
        for id_, spellings in _spellings(catalogue)
        if (rank := _rank(key(prefix), spellings)) is not None
    ]
    records = [entity(catalogue, id_) for _, id_ in sorted(ranked, key=lambda each: each[0])]
    wanted = {of_type} & TYPES.keys() or TYPES.keys()
    return [
        {**{name: each[name] for name in ("id", "name", "description")}, "notable": each["type"]}
        for each in records
        if each["type"][0]["id"] in wanted
    ]


def _rank(wanted: str, spellings: tuple[str, ...]) -> int | None:
    """Give 0 for a whole spelling, 1 where the id or name begins so, 2 where another does."""
    if wanted in spellings:
        return 0
    places = (place for place, text in enumerate(spellings) if text.startswith(wanted))
    first = next(places, None)
    return None if first is None else 1 if first <= 1 else 2


@lru_cache(maxsize=2)
def _spellings(catalogue: Catalogue) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give each entity's spellings in the form they are compared in: id, name, the others."""
    named = [
        (
            symbol,
            (
                symbol,
                e.name,
                *(n.text for n in catalogue.names_of[symbol]),
                str(e.atomic_number),
                e.cas,
            ),
        )
        for symbol, e in catalogue.elements.items()
    ]
    named += [
        (id_, (id_, m.name, *(name.text for name in m.names)))
        for id_, m in catalogue.materials.items()
    ]
    return tuple((id_, tuple(key(text) for text in texts)) for id_, texts in named)


def properties(catalogue: Catalogue, prefix: str, of_type: str | None = None) -> list[Json]:
    """Give the properties whose id or name begins so, or has a word that does."""
    kind = of_type if of_type in TYPES else None
    return _beginning(prefix, proposals(catalogue, kind))


def types(prefix: str) -> list[Json]:
    """Give the types whose id or name begins so, or has a word that does."""
    return _beginning(prefix, TYPES.values())


def _beginning(prefix: str, records: Iterable[Json]) -> list[Json]:
    wanted = key(prefix)

    def begins(record: Json) -> bool:
        texts = [key(record["id"]), key(record["name"])]
        words = [word for text in texts for word in text.replace("-", " ").split()]
        return any(text.startswith(wanted) for text in (*texts, *words))

    return [record for record in records if begins(record)]
