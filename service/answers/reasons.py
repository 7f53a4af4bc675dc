"""Reasons why nobody selected speaks of a concept on a day: no answer is empty without one."""

import datetime as dt
from collections.abc import Iterable

from service.catalogue import Catalogue, Concepts, View
from service.model import Edition, Nature, first_day

_MOST = 8


def for_silence(view: View, concept: Concepts) -> list[str]:
    """Say why no edition in force speaks of the concepts, for each authority selected.

    Args:
        view: the editions that take part; empty where one of them has a position.
        concept: the concepts asked about, None for all.
    """
    if not view.candidates:
        return ["No edition we hold fits all the filters together."]
    if any(view.speaking(id_)[0] for id_ in view.concepts(concept)):
        return []
    catalogue = view.catalogue
    by_series: dict[str, list[Edition]] = {}
    for id_ in view.candidates:
        edition = catalogue.editions[id_]
        by_series.setdefault(edition.series, []).append(edition)
    speaking = [each for e in by_series.values() if (each := _speaking(view, concept, e))]
    day = view.selection.as_of
    begun = [each for each in speaking if _begun(each, day)]
    coming = [each[-1] for each in speaking if not _begun(each, day)]
    reasons = [_of_series(view, editions) for editions in begun][:_MOST]
    reasons += [_not_yet(catalogue, coming)] if coming else []
    return reasons or [_of_other_concepts(view, concept)]


def for_material(catalogue: Catalogue, id_: str, concept: Concepts) -> list[str]:
    """Say why no list can name a material, where only classes of elements were asked about."""
    classes = [catalogue.concepts[each] for each in concept or ()]
    if not classes or any(each.nature is Nature.LISTING for each in classes):
        return []
    material = catalogue.materials[id_]
    each = " ".join(
        f"{one.label} is a class of elements; {material.name} is a material." for one in classes
    )
    inside = f" Ask about its elements: {_listed(material.symbols)}." if material.symbols else ""
    return [f"{each}{inside}"]


def for_no_disagreement(view: View, concept: Concepts) -> list[str]:
    """Say why there is no disagreement to give.

    Args:
        view: the editions that take part.
        concept: the concepts asked about, None for all.
    """
    concepts = view.catalogue.concepts
    listings = [id_ for id_ in concept or () if concepts[id_].nature is Nature.LISTING]
    if listings:
        return [
            f"{concepts[id_].label} is a listing: the list of one jurisdiction does not contradict "
            "that of another. A matrix or a comparison shows them side by side."
            for id_ in listings
        ]
    silent = for_silence(view, concept)
    return silent or ["No disagreement between the editions selected fits all the filters."]


def _speaking(view: View, concept: Concepts, editions: list[Edition]) -> list[Edition]:
    wanted, categories = set(view.concepts(concept)), view.catalogue.categories_of
    return [e for e in editions if any(c.concept in wanted for c in categories[e.id])]


def _begun(editions: list[Edition], day: dt.date) -> bool:
    return any(first_day(each.start) <= day for each in editions)


def _not_yet(catalogue: Catalogue, firsts: list[Edition]) -> str:
    """Name the earliest of the lists that begin later, and count the others."""
    first = min(firsts, key=lambda each: first_day(each.start))
    named, others = _named(catalogue, first), len(firsts) - 1
    more = f" {others} more {'begins' if others == 1 else 'begin'} later." if others else ""
    if first.dated:
        return f"The first list held is {named}, from {first.start}.{more}"
    return f"{named} is undated: it holds from {first.read_on}, the day we read it.{more}"


def _of_series(view: View, speaking: list[Edition]) -> str:
    """Give the reason of one list that has begun, whose editions come the newest first."""
    catalogue, day = view.catalogue, view.selection.as_of
    for edition in speaking:
        if edition.id in view.suspended:
            return f"{_named(catalogue, edition)} is suspended on that day."
        if edition.id in view.uncertain:
            date = edition.start if first_day(edition.start) <= day else edition.in_force_to
            return f"{_named(catalogue, edition)}: its date is known as {date} only."
    last = next(each for each in speaking if first_day(each.start) <= day)
    note = f" {last.note}" if last.note else ""
    return (
        f"{_named(catalogue, last)} was in force until {last.in_force_to}, and no later edition "
        f"is held.{note}"
    )


def _named(catalogue: Catalogue, edition: Edition) -> str:
    return f"{catalogue.authorities[edition.authority].short}: {edition.title} ({edition.id})"


def _of_other_concepts(view: View, concept: Concepts) -> str:
    catalogue = view.catalogue
    holders = {catalogue.authority_of[id_]: None for id_ in view.candidates}
    others = {
        category.concept: None
        for id_ in view.candidates
        for category in catalogue.categories_of[id_]
    }
    names = [catalogue.authorities[id_].short for id_ in holders]
    wanted = _labels(catalogue, view.concepts(concept)) if concept else ["it"]
    covered = _listed(_labels(catalogue, others))
    return f"{_listed(names)}: no edition we hold speaks of {_listed(wanted)}, only of {covered}."


def _labels(catalogue: Catalogue, concepts: Iterable[str]) -> list[str]:
    return [catalogue.concepts[id_].label.lower() for id_ in concepts]


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    beyond = len(every) - _MOST
    return ", ".join(every[:_MOST]) + (f" and {beyond} more" if beyond > 0 else "")
