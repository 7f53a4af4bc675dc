"""The history of an element on each list: when it was added and removed."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.catalogue import View
from service.model import Edition, Nature, Stand
from service.rules.changes import Change
from service.web import phrases

_VERBS = {
    Nature.LISTING: ("Listed", "added", "removed"),
    Nature.CLASSIFICATION: ("Included", "included", "left out"),
}


@dataclass(frozen=True, slots=True)
class Stop:
    """One edition of a list; ``start`` and ``end`` are partial dates."""

    edition: str
    title: str
    year: str
    stand: Stand
    in_force: bool
    start: str
    end: str | None


@dataclass(frozen=True, slots=True)
class Track:
    """The editions of one list, the oldest first, and a sentence about the element on it."""

    series: str
    authority: str
    stops: list[Stop]
    sentence: str
    changed: bool


def tracks(view: View, symbol: str, concept: str) -> list[Track]:
    """Give the lists of several editions that ever included the element, changed ones first."""
    catalogue = view.catalogue
    positions = catalogue.positions_on[concept]
    by_series: dict[str, list[Edition]] = {}
    for id_ in reversed(view.candidates):
        if id_ in positions:
            edition = catalogue.editions[id_]
            by_series.setdefault(edition.series, []).append(edition)
    histories = []
    for series, editions in by_series.items():
        stops = [_stop(view, e, positions[e.id][symbol].stand) for e in editions]
        if len(stops) > 1 and any(stop.stand is Stand.INCLUDED for stop in stops):
            holder = catalogue.holder_of[editions[-1].id].short
            changed = len({stop.stand for stop in stops}) > 1
            sentence = history(catalogue.concepts[concept].nature, stops)
            histories.append(Track(series, holder, stops, sentence, changed))
    return sorted(histories, key=lambda track: not track.changed)


def _stop(view: View, edition: Edition, stand: Stand) -> Stop:
    year = phrases.edition_year(edition)
    in_force = edition.id in view.current
    return Stop(
        edition.id, edition.title, year, stand, in_force, edition.start, edition.in_force_to
    )


def history(nature: Nature, stops: Sequence[Stop]) -> str:
    """Put a track in words such as ``Listed since 2018. Removed 2022``."""
    listed, added, removed = _VERBS[nature]
    first = stops[0]
    opening = {
        Stand.INCLUDED: f"{listed} since {first.year}.",
        Stand.EXCLUDED: f"Not {listed.lower()} in {first.year}.",
    }.get(first.stand, f"Not decided in {first.year}.")
    events, included, ever = [], first.stand is Stand.INCLUDED, first.stand is Stand.INCLUDED
    for stop in stops[1:]:
        if stop.stand is Stand.INCLUDED and not included:
            events.append(f"{added}{' again' if ever else ''} {stop.year}")
        elif stop.stand is Stand.EXCLUDED and included:
            events.append(f"{removed} {stop.year}")
        elif included and stop.stand is not Stand.INCLUDED:
            events.append(f"no longer named explicitly {stop.year}")
        included = stop.stand is Stand.INCLUDED
        ever = ever or included
    return f"{opening} {phrases.capital(', '.join(events))}." if events else opening


def changes_of(changes: list[Change]) -> list[tuple[str, list[Change]]]:
    """Arrange revisions by the date of the later edition."""
    by_date: dict[str, list[Change]] = {}
    for change in changes:
        by_date.setdefault(phrases.date(change.date), []).append(change)
    return list(by_date.items())
