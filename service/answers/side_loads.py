"""The records that an answer names by id, once each."""

from collections.abc import Iterable

from service.answers.encoding import Json
from service.catalogue import Catalogue


def side_loads(catalogue: Catalogue, editions: Iterable[str], concepts: Iterable[str]) -> Json:
    """Give the concepts, editions, authorities and sources that an answer names, as maps by id.

    Args:
        catalogue: the data.
        editions: ids of the editions that the answer names; they bring their authorities and
            sources.
        concepts: ids of the concepts that it names.
    """
    wanted = set(editions)
    named = [edition for id_, edition in catalogue.editions.items() if id_ in wanted]
    authorities = sorted({edition.authority for edition in named})
    sources = sorted({citation.source for edition in named for citation in edition.citations})
    return {
        "concepts": {id_: catalogue.concepts[id_] for id_ in sorted(set(concepts))},
        "editions": {edition.id: edition for edition in named},
        "authorities": {id_: catalogue.authorities[id_] for id_ in authorities},
        "sources": {id_: catalogue.sources[id_] for id_ in sources},
    }
