"""Sentences on which list this is."""

from collections.abc import Sequence

from service.answers.encoding import Json
from service.answers.sentences import listed
from service.catalogue import View

NEAR = 0.75
"""Least score at which a list is called near: three of four things in common."""
_MOST_NAMED = 6
"""Most things named in a sentence; the rest are counted."""


def identity(view: View, nearest: Sequence[Json]) -> str:
    """Say which list this is, or that none is near.

    Args:
        view: the editions that were compared.
        nearest: as ``nearest_lists.nearest`` gives them.
    """
    if not nearest:
        return "No list we hold has a thing in common with yours."
    best = nearest[0]
    aside = _aside(view, best["not_compared"])
    name = _named(view, best["edition"])
    label = view.catalogue.concepts[best["concept"]].label.lower()
    identified = f"{name} ({label}, {best['edition']})"
    if best["score"] < NEAR:
        score = f"{best['score']:.2f}"
        none = f"No list we hold is near: the nearest is {identified}, with a score of {score}."
        return " ".join([none, "The same list has the score 1.", *aside])
    differs = best["extra"] or best["missing"] or best["silent"]
    but = f" but for {_difference(best)}" if differs else ", thing for thing"
    told = [f"This is {identified}{but}.", *_standing(view, best), *_same(best), *aside]
    return " ".join(told)


def _named(view: View, edition: str) -> str:
    """Name a list as in 'Australia's list of 2022'."""
    record = view.catalogue.editions[edition]
    short = view.catalogue.holder_of[edition].short.partition(" (")[0]
    published = record.published or record.in_force_from
    return f"{short}'s list {f'of {published[:4]}' if published else 'without a date'}"


def _difference(entry: Json) -> str:
    parts = []
    if entry["missing"]:
        parts.append(f"{_things(entry['missing'])}, which you leave out")
    if entry["extra"]:
        parts.append(f"{_things(entry['extra'])}, which you add")
    if entry["silent"]:
        parts.append(f"{_things(entry['silent'])}, of which it says nothing")
    return "; ".join(parts)


def _things(things: Sequence[str]) -> str:
    beyond = len(things) - _MOST_NAMED
    if beyond > 1:
        return f"{', '.join(things[:_MOST_NAMED])} and {beyond} more"
    return listed(things)


def _standing(view: View, entry: Json) -> list[str]:
    """Say whether the edition is in force; if not, name the newer one that is."""
    day = view.selection.as_of
    if newer := entry["newer"]:
        return [f"A newer edition is in force on {day}: {_named(view, newer)} ({newer})."]
    if entry["in_force"]:
        return []
    if entry["edition"] in view.suspended:
        return [f"The edition is suspended on {day}."]
    return [f"The edition is not in force on {day}; we hold no newer one in force."]


def _same(entry: Json) -> list[str]:
    others = entry["same"]
    if not others:
        return []
    return [f"The same things stand in {_things(others)}."]


def _aside(view: View, classes: Sequence[str]) -> list[str]:
    labels = [view.catalogue.concepts[id_].label.lower() for id_ in classes]
    if not labels:
        return []
    return [f"Not compared, since your list names the class alone: {listed(labels)}."]
