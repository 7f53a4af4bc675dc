"""Listings by jurisdiction: whose lists are in force, and since when a thing is on one."""

from collections.abc import Iterable

from service.catalogue.catalogue import Catalogue
from service.catalogue.view import View
from service.model import Basis, Position, Stand


def lists_by_jurisdiction(view: View, concept: str) -> dict[str, list[str]]:
    """Give the editions in force on a listing by jurisdiction, the newest first.

    Args:
        view: the editions that take part.
        concept: one of nature ``listing``.

    Returns:
        The name of the jurisdiction, or the id of an authority without one -> edition ids.
    """
    catalogue = view.catalogue
    speaking = [id_ for id_ in catalogue.positions_on[concept] if id_ in view.current]
    places: dict[str, list[str]] = {}
    for id_ in speaking:
        if catalogue.original_of.get(id_) not in speaking:  # a copy is no list of its own
            places.setdefault(catalogue.holder_of[id_].lists_for, []).append(id_)
    return places


def listed_since(catalogue: Catalogue, position: Position) -> str:
    """Give the edition with which a thing came on a list to stay.

    Args:
        catalogue: the catalogue.
        position: one that includes the thing.

    Returns:
        The id of the earliest edition of the series from which on every one includes it.
    """
    first = position.edition
    editions = catalogue.positions_on[position.concept]
    while before := catalogue.previous.get(first):
        earlier = editions.get(before, {}).get(position.thing)
        if earlier is None or earlier.stand is not Stand.INCLUDED:
            break
        first = before
    return first


def named(positions: Iterable[Position]) -> bool:
    """Tell whether a list names the thing, not only a wider material of it."""
    return any(p.stand is Stand.INCLUDED and p.basis is not Basis.WIDER_MATERIAL for p in positions)
