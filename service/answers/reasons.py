"""Reasons why nobody selected speaks of a concept on a day: no answer is empty without one."""

from collections.abc import Iterable

from service.catalogue import Catalogue, Concepts, View
from service.model import Edition, first_day

_MOST = 8


def for_silence(view: View, concept: Concepts) -> list[str]:
    """Say why no edition in force speaks of the concepts, for each authority selected.

    Args:
        view: the editions that take part; empty where one of them has a position.
        concept: the concepts asked about, None for all.
    """
    if not view.candidates:
        return ["No edition held fits all the filters together."]
    if any(view.speaking(id_)[0] for id_ in view.concepts(concept)):
        return []
    catalogue = view.catalogue
    by_series: dict[str, list[Edition]] = {}
    for id_ in view.candidates:
        edition = catalogue.editions[id_]
        by_series.setdefault(edition.series, []).append(edition)
    reasons = [
        reason
        for editions in by_series.values()
        if (reason := _of_series(view, concept, editions)) is not None
    ]
    return (reasons or [_of_other_concepts(view, concept)])[:_MOST]


def _of_series(view: View, concept: Concepts, editions: list[Edition]) -> str | None:
    """Give the reason of one list, whose editions come the newest first."""
    catalogue, day = view.catalogue, view.selection.as_of
    wanted = set(view.concepts(concept))
    speaking = [
        e for e in editions if any(c.concept in wanted for c in catalogue.categories_of[e.id])
    ]
    if not speaking:
        return None
    for edition in speaking:
        if edition.id in view.suspended:
            return f"{_named(catalogue, edition)} is suspended on that day."
        if edition.id in view.uncertain:
            date = edition.start if first_day(edition.start) <= day else edition.in_force_to
            return f"{_named(catalogue, edition)}: its date is known as {date} only."
    past = [e for e in speaking if first_day(e.start) <= day]
    if not past:
        first = speaking[-1]
        if not first.dated:
            return (
                f"{_named(catalogue, first)} is undated: it holds from {first.read_on}, the day "
                "we read it."
            )
        return f"The first list held is {_named(catalogue, first)}, from {first.start}."
    last = past[0]
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
    return f"{_listed(names)}: no edition held speaks of it, only of {_listed(others)}."


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    beyond = len(every) - _MOST
    return ", ".join(every[:_MOST]) + (f" and {beyond} more" if beyond > 0 else "")
