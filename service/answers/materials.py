"""Answers about materials: minerals, ores, compounds and products on lists."""

from typing import Any

from service.answers import sentences
from service.answers.briefs import ALL_HOLDERS, HOLDERS, Briefs, by_interest, read_as
from service.answers.elements import envelope, position, summary
from service.answers.encoding import Json
from service.answers.queries import query_of
from service.answers.reasons import for_material, for_silence
from service.answers.side_loads import side_loads
from service.catalogue import Catalogue, Concepts, View
from service.mentions import Reading
from service.model import Nature


def kinds_of(catalogue: Catalogue, id_: str) -> list[str]:
    """Give the ids of the materials that are narrower than one."""
    return [each.id for each in catalogue.narrower[id_]]


def identity(catalogue: Catalogue, id_: str) -> Json:
    """Give a material with the ids of its kinds."""
    return {"record": catalogue.materials[id_], "narrower": kinds_of(catalogue, id_)}


def listings(catalogue: Catalogue, concept: Concepts = None) -> list[str]:
    """Give the concepts that can be asked of a material: lists, not chemical classes."""
    wanted = catalogue.concepts if concept is None else concept
    every = catalogue.concepts.values()
    return [c.id for c in every if c.nature is Nature.LISTING and c.id in wanted]


def brief(view: View, id_: str, reading: Reading, concept: Concepts) -> Json:
    """Give one material in brief.

    Args:
        view: the editions that take part.
        id_: the material's.
        reading: how the mention was read.
        concept: where given, the only ones to speak of, each with all its holders.
    """
    wanted_listings = listings(view.catalogue, concept)
    briefs = Briefs(view, ALL_HOLDERS if concept else HOLDERS)
    summaries = by_interest(view.catalogue, view.summaries(id_, wanted_listings))
    verdicts = briefs.verdicts(id_, wanted_listings if concept else None, summaries)
    told = sentences.answer(view, id_, summaries, all_of_them=concept is not None)
    query = query_of(view.selection.filters, concept, detail="full")
    return {
        **envelope(view),
        "material": identity(view.catalogue, id_),
        "read_as": read_as(reading),
        "answer": " ".join(_reasons(view, id_, concept)) or told,
        "concepts": verdicts["concepts"],
        "excluded_everywhere": [c for c in verdicts["excluded_everywhere"] if c in wanted_listings],
        "silent_everywhere": [c for c in verdicts["silent_everywhere"] if c in wanted_listings],
        "editions": briefs.editions(),
        "links": {
            "full": f"/v1/materials/{id_}{query}",
            "page": f"/materials/{id_}",
        },
    }


def _reasons(view: View, id_: str, concept: Concepts) -> list[str]:
    """Say why the answer on a material is empty, if it is."""
    catalogue = view.catalogue
    wanted_listings = listings(catalogue, concept)
    return for_material(catalogue, id_, concept) or for_silence(view, wanted_listings)


def full(view: View, id_: str, typed: Any, concept: Concepts) -> Json:
    """Give everything about one material."""
    wanted_listings = listings(view.catalogue, concept)
    positions = view.positions(id_, wanted_listings)
    suspended = view.suspended_positions(id_, wanted_listings)
    editions = {p.edition for p in (*positions, *suspended)}
    return {
        **envelope(view),
        "query": typed,
        "material": identity(view.catalogue, id_),
        "summary": [summary(each) for each in view.summaries(id_, wanted_listings)],
        "positions": [position(view, each) for each in positions],
        "suspended": [position(view, each) for each in suspended],
        "disagreements": view.disagreements(id_, wanted_listings),
        "reasons": _reasons(view, id_, concept),
        **side_loads(view.catalogue, editions, {p.concept for p in positions}),
    }
