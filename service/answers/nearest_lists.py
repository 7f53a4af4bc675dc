"""The editions that are nearest to a list, and how each differs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nsmallest
from typing import NamedTuple

from service.answers.encoding import Json
from service.catalogue import Catalogue, Selection, View
from service.model import AuthorityKind, Basis, Edition, Nature, Stand, first_day

MOST = 5
"""Most lists in an answer."""


@dataclass(frozen=True, slots=True)
class UserList:
    """A list that is to be identified.

    Attributes:
        things: symbols of elements and ids of materials.
        classes: texts that name several elements at once ('rare earths', 'PGM'), or cannot be
            read, with the concept that each stands for, if it does. Where an edition has such a
            text as an entry of its own, the list has what the edition counts to it; else what any
            edition includes in the concept is not compared.
    """

    things: frozenset[str]
    classes: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Listed:
    """The things of an edition in a concept; ``implied`` are materials that a wider one brings.

    ``entries`` are its things by the entry of the list that brings them, where that is a group.
    """

    concept: str
    edition: str
    elements: frozenset[str]
    materials: frozenset[str]
    implied: frozenset[str]
    entries: Mapping[str, frozenset[str]]


class _Near(NamedTuple):
    """An edition with its score, the two sides as far as they are compared, and what is not."""

    score: float
    listed: _Listed
    ours: frozenset[str]
    theirs: frozenset[str]
    apart: tuple[str, ...]


def nearest(view: View, users: UserList, concepts: Collection[str] | None = None) -> list[Json]:
    """Give the editions whose included things are nearest to a list, the nearest first.

    Only kinds of thing that the list has are compared: elements, materials, or both. Editions
    that include the same things in a concept are one entry: those in force come first, then by
    the weight of their authority, then the newest.

    Args:
        view: the editions that may be named, and the day on which one of them is in force.
        users: the list.
        concepts: where given, the only ones.
    """
    catalogue = view.catalogue
    candidates = frozenset(view.candidates)
    keyed = {_key(text): concept for text, concept in users.classes.items()}
    alike: dict[tuple[str, frozenset[str]], list[_Near]] = {}
    for listed in _listed(catalogue):
        if listed.edition in candidates and (not concepts or listed.concept in concepts):
            near = _compared(catalogue, users.things, keyed, listed)
            if near:
                alike.setdefault((listed.concept, near.theirs), []).append(near)

    def order(near: _Near) -> tuple[float, bool, int]:
        edition = near.listed.edition
        kind = catalogue.holder_of[edition].kind
        return -near.score, edition not in view.current, _WEIGHTS[kind]

    # both are stable: of equals, the newest edition stays first
    entries = [sorted(same, key=order) if len(same) > 1 else same for same in alike.values()]
    best = nsmallest(MOST, entries, key=lambda same: order(same[0]))
    return [_entry(view, same) for same in best]


_WEIGHTS = {kind: place for place, kind in enumerate(AuthorityKind)}


def _key(text: str) -> str:
    """Give a text as two lists that name the same class may both write it."""
    return " ".join(text.replace("-", " ").casefold().split())


def _compared(
    catalogue: Catalogue, things: frozenset[str], classes: Mapping[str, str | None], listed: _Listed
) -> _Near | None:
    """Compare a list with an edition; None where they have nothing in common."""
    ours, out = things, _NOTHING
    apart: tuple[str, ...] = ()
    if classes:
        spelled = [listed.entries[key] for key in classes if key in listed.entries]
        uncompared = (concept for key, concept in classes.items() if key not in listed.entries)
        apart = tuple(dict.fromkeys(concept for concept in uncompared if concept))
        out = _members(catalogue, apart) if apart else _NOTHING
        ours = things.union(*spelled) - out
    theirs = listed.elements
    if not catalogue.materials.keys().isdisjoint(ours):
        named = listed.materials | (listed.implied & ours)
        has_elements = not catalogue.elements.keys().isdisjoint(ours)
        theirs = theirs | named if has_elements else named
    if out:
        theirs -= out
    common = len(ours & theirs)
    if not common:
        return None
    return _Near(common / (len(ours) + len(theirs) - common), listed, ours, theirs, apart)


_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=64)
def _members(catalogue: Catalogue, concepts: tuple[str, ...]) -> frozenset[str]:
    """Give the things that any edition includes in one of some concepts."""
    sets = [
        each.elements | each.materials for each in _listed(catalogue) if each.concept in concepts
    ]
    return frozenset().union(*sets)


def _entry(view: View, same: Sequence[_Near]) -> Json:
    near = same[0]
    listed = near.listed
    positions = view.catalogue.positions_on[listed.concept][listed.edition]
    beyond = _sorted(view.catalogue, near.ours - near.theirs)
    silent = [t for t in beyond if t not in positions or positions[t].stand is Stand.SILENT]
    newer = _newer(view, view.catalogue.editions[listed.edition])
    return {
        "edition": listed.edition,
        "concept": listed.concept,
        "score": round(near.score, 4),
        "extra": [thing for thing in beyond if thing not in silent],
        "missing": _sorted(view.catalogue, near.theirs - near.ours),
        "silent": silent,
        "not_compared": near.apart,
        "in_force": listed.edition in view.current,
        "newer": newer,
        "same": [each.listed.edition for each in same[1:]],
        "links": _links(listed, newer),
    }


def _sorted(catalogue: Catalogue, things: Collection[str]) -> list[str]:
    """Sort elements by atomic number, then materials by id."""
    elements = [symbol for symbol in catalogue.elements if symbol in things]
    return [*elements, *sorted(set(things) - set(elements))]


def _newer(view: View, edition: Edition) -> str | None:
    """Give the edition of the same series that is in force and later; None where there is none."""
    start = first_day(edition.start)
    # a choice of editions does not put others out of force
    for id_ in View(view.catalogue, Selection(view.selection.as_of)).editions:
        other = view.catalogue.editions[id_]
        if other.series == edition.series and first_day(other.start) > start:
            return id_
    return None


def _links(listed: _Listed, newer: str | None) -> Json:
    id_ = listed.edition
    links = {"edition": f"/v1/editions/{id_}", "page": f"/editions/{id_}"}
    if newer:
        links["compare"] = f"/v1/compare?left={id_}&right={newer}&concept={listed.concept}"
    return links


@lru_cache(maxsize=4)
def _listed(catalogue: Catalogue) -> tuple[_Listed, ...]:
    """Give what every edition includes in every concept, the newest edition first."""
    order = {edition: place for place, edition in enumerate(catalogue.editions)}
    lists = []
    for concept, editions in catalogue.positions_on.items():
        for edition, positions in editions.items():
            included = {t: p.basis for t, p in positions.items() if p.stand is Stand.INCLUDED}
            elements = frozenset(included).intersection(catalogue.elements)
            implied = frozenset(t for t, basis in included.items() if basis is Basis.WIDER_MATERIAL)
            named = frozenset(included) - elements - implied
            if included:
                entries = _entries(catalogue, concept, edition, included)
                lists.append(_Listed(concept, edition, elements, named, implied, entries))

    def newest_first(listed: _Listed) -> tuple[int, bool]:
        nature = catalogue.concepts[listed.concept].nature
        return order[listed.edition], nature is not Nature.LISTING

    return tuple(sorted(lists, key=newest_first))


def _entries(
    catalogue: Catalogue, concept: str, edition: str, included: Collection[str]
) -> Mapping[str, frozenset[str]]:
    """Give the things that an edition includes, by those of its entries that are groups."""
    entries: dict[str, set[str]] = {}
    for category in catalogue.categories_of[edition]:
        for claim in catalogue.claims_in[category.id]:
            if category.concept == concept and claim.group and claim.thing in included:
                entries.setdefault(_key(claim.group), set()).add(claim.thing)
    return {key: frozenset(things) for key, things in entries.items()}
