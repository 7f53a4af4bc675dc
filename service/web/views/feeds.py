"""Feeds: dated editions, the changes they made, and the releases of our data."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.answers.comparisons import Period, data_changes
from service.catalogue import Catalogue, View
from service.catalogue.series import every_change
from service.model import Concept, Edition, Stand, first_day
from service.rules.changes import Change
from service.web import phrases

ENTRIES_LIMIT = 100
"""Most entries of a feed: the newest."""
_NAMED = 30
"""Most elements or materials that a line names."""
_NAMESPACE = uuid.UUID("50204e8f-0423-4a4b-8598-1779139dbae0")
"""Never to be changed: readers know an entry by its id, wherever the service stands."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: an edition and its changes, or a release of the data.

    Attributes:
        id: a URN that stays the same under another address and in later releases.
        title: of the entry.
        updated: the day of the event, not later than the release of the data.
        path: of the page, or the answer, that tells more.
        lines: the event in sentences.
        concepts: the concepts of which it speaks.
    """

    id: str
    title: str
    updated: dt.date
    path: str
    lines: list[str]
    concepts: list[Concept]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its id, title, own path, the path of its page, and its newest entries."""

    id: str
    title: str
    path: str
    page: str
    updated: dt.date
    entries: list[Entry]


def all_feed(catalogue: Catalogue) -> Feed:
    """Make the feed of every edition and every release of the data."""
    editions = [_of_edition(catalogue, edition) for edition in _dated(catalogue, None)]
    entries = [*editions, *_releases(catalogue)]
    return _feed(catalogue, "all", "All lists and the data", "/disagreements", entries)


def jurisdiction_feed(view: View, name: str) -> Feed:
    """Make the feed of a jurisdiction's lists.

    Args:
        view: of its authorities' editions.
        name: its code, or its name where it has none.
    """
    catalogue = view.catalogue
    entries = [_of_edition(catalogue, each) for each in _dated(catalogue, view.candidates)]
    return _feed(catalogue, f"jurisdictions/{name}", f"Lists of {name}", "/authorities", entries)


def thing_feed(catalogue: Catalogue, kind: str, id_: str) -> Feed:
    """Make the feed of one element or material: the editions that changed what holds of it.

    Args:
        catalogue: the data.
        kind: ``elements`` or ``materials``.
        id_: its symbol or id.
    """
    record = catalogue.elements.get(id_) or catalogue.materials[id_]
    path, name = f"{kind}/{id_}", phrases.capital(record.name)
    entries = [
        _of_edition(catalogue, edition, id_, f"{path}/")
        for edition in _dated(catalogue, None)
        if _lines(catalogue, edition, id_)
    ]
    return _feed(catalogue, path, f"{name} on lists and in classes", f"/{path}", entries)


def _feed(catalogue: Catalogue, name: str, title: str, page: str, entries: list[Entry]) -> Feed:
    newest = sorted(entries, key=lambda entry: (entry.updated, entry.id), reverse=True)
    entries = newest[:ENTRIES_LIMIT]
    updated = entries[0].updated if entries else catalogue.released
    return Feed(_urn(f"feeds/{name}"), title, f"/feeds/{name}.atom", page, updated, entries)


def _urn(name: str) -> str:
    return uuid.uuid5(_NAMESPACE, name).urn


def _dated(catalogue: Catalogue, ids: Iterable[str] | None) -> list[Edition]:
    chosen = catalogue.editions if ids is None else ids
    return [catalogue.editions[id_] for id_ in chosen if catalogue.editions[id_].dated]


def _of_edition(
    catalogue: Catalogue, edition: Edition, thing: str | None = None, prefix: str = ""
) -> Entry:
    holder = catalogue.holder_of[edition.id].short
    lines = _lines(catalogue, edition, thing)
    concepts = dict.fromkeys(c.concept for c in catalogue.categories_of[edition.id])
    return Entry(
        _urn(f"{prefix}editions/{edition.id}"),
        f"{holder}: {edition.title}",
        min(first_day(edition.start), catalogue.released),
        f"/editions/{edition.id}",
        [f"From {phrases.edition_date(edition)}.", *lines],
        [catalogue.concepts[id_] for id_ in concepts],
    )


def _lines(catalogue: Catalogue, edition: Edition, thing: str | None) -> list[str]:
    """Put an edition's changes in sentences; of a thing, nothing where none concerns it."""
    if edition.id not in catalogue.previous:
        return _first(catalogue, edition, thing)
    changes = [
        change
        for change in every_change(catalogue)
        if change.after == edition.id
        and (thing is None or thing in (*change.elements, *change.materials))
    ]
    if changes:
        return [_change(catalogue, change, thing) for change in changes]
    return [] if thing else ["Nothing changed against the edition before."]


def _first(catalogue: Catalogue, edition: Edition, thing: str | None) -> list[str]:
    """Say of the first edition of a list that we hold what it includes."""
    lines = []
    for concept, editions in catalogue.positions_on.items():
        positions = editions.get(edition.id, {})
        inside = [id_ for id_, each in positions.items() if each.stand is Stand.INCLUDED]
        label = catalogue.concepts[concept].label
        if thing is None and inside:
            lines.append(f"{label}: {_names(catalogue, inside)}.")
        elif thing in inside:
            lines.append(f"{label}: included.")
    return ["The first edition of this list that we hold.", *lines] if lines or not thing else []


def _change(catalogue: Catalogue, change: Change, thing: str | None) -> str:
    label = catalogue.concepts[change.concept].label
    labels = " → ".join(", ".join(each) for each in (change.from_labels, change.to_labels) if each)
    named = _names(catalogue, (*change.elements, *change.materials)) if thing is None else ""
    parts = [f"{label}, {phrases.CHANGES[change.kind]}", labels, named]
    return f"{': '.join(filter(None, parts))}."


def _names(catalogue: Catalogue, things: Sequence[str]) -> str:
    names = [
        catalogue.elements[id_].name.lower()
        if id_ in catalogue.elements
        else catalogue.materials[id_].name
        for id_ in things
    ]
    return phrases.listed(names, _NAMED)


def _releases(catalogue: Catalogue) -> list[Entry]:
    """Give an entry for each release of the data: what is new, corrected and retired."""
    by_version: dict[str, list[dict[str, str]]] = {}
    for change in data_changes(catalogue, Period()):
        by_version.setdefault(change["version"], []).append(change)
    entries = []
    for version, changes in by_version.items():
        counts = Counter(change["kind"] for change in changes)
        told = ", ".join(f"{number} {kind}" for kind, number in counts.items() if kind != "other")
        entries.append(
            Entry(
                _urn(f"releases/{version}"),
                f"Data {version}: {told}" if told else f"Data {version}",
                first_day(changes[0]["released"]),
                "/v1/dataset",
                [change["text"] for change in changes],
                [],
            )
        )
    return entries
