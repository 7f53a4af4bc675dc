"""Tracks in time: when an element entered and left each list."""

from dataclasses import dataclass

from service.catalogue import View
from service.catalogue.series import every_change
from service.model import Stand
from service.rules.changes import Change
from service.web import phrases


@dataclass(frozen=True, slots=True)
class Stop:
    """One edition on a track."""

    edition: str
    title: str
    year: str
    date: str
    stand: Stand
    in_force: bool
    turn: str | None


@dataclass(frozen=True, slots=True)
class Track:
    """The editions of one series, the oldest first, with where the element entered or left."""

    series: str
    authority: str
    stops: list[Stop]
    sentence: str


def tracks(view: View, symbol: str, concept: str) -> list[Track]:
    """Give the series of several editions in which the element ever stood."""
    catalogue = view.catalogue
    authorities = view.selection.authorities
    by_series: dict[str, list[str]] = {}
    for edition in reversed(list(catalogue.editions.values())):
        if edition.id in catalogue.positions_on[concept] and (
            authorities is None or edition.authority in authorities
        ):
            by_series.setdefault(edition.series, []).append(edition.id)
    timelines = []
    for series, ids in by_series.items():
        stands = [catalogue.positions_on[concept][id_][symbol].stand for id_ in ids]
        if len(ids) > 1 and Stand.INCLUDED in stands:
            timelines.append(_track(view, symbol, concept, series, ids))
    return timelines


def _track(view: View, symbol: str, concept: str, series: str, ids: list[str]) -> Track:
    catalogue = view.catalogue
    turns = _turns(view, symbol, concept, series)
    stops = []
    for id_ in ids:
        edition = catalogue.editions[id_]
        begins = phrases.start(edition)
        stops.append(
            Stop(
                edition=id_,
                title=edition.title,
                year=(begins or "undated")[:7],
                date=phrases.date(begins),
                stand=catalogue.positions_on[concept][id_][symbol].stand,
                in_force=id_ in view.current,
                turn=turns.get(id_),
            )
        )
    authority = catalogue.authorities[catalogue.authority_of[ids[-1]]].name
    return Track(series, authority, stops, _sentence(stops))


def _turns(view: View, symbol: str, concept: str, series: str) -> dict[str, str]:
    """Give, by edition, whether the element entered or left with it."""
    words_of = {
        "added": "entered",
        "dropped": "left",
        "concept-added": "entered",
        "included-after-silence": "entered, after silence,",
        "silent-after-inclusion": "went unmentioned",
    }
    return {
        change.after: words_of[change.kind.value]
        for change in every_change(view.catalogue)
        if change.series == series
        and change.concept == concept
        and change.kind.value in words_of
        and symbol in change.elements
    }


def _sentence(stops: list[Stop]) -> str:
    first = stops[0]
    opening = {
        Stand.INCLUDED: f"On it since the first edition we hold ({first.date})",
        Stand.EXCLUDED: f"Not on the first edition we hold ({first.date})",
    }.get(first.stand, f"The first edition we hold ({first.date}) does not decide")
    turned = [f"{stop.turn} with the edition of {stop.date}" for stop in stops if stop.turn]
    return f"{'; '.join([opening, *turned])}."


def changes_of(changes: list[Change]) -> list[tuple[str, list[Change]]]:
    """Arrange revisions by the date of the later edition."""
    by_date: dict[str, list[Change]] = {}
    for change in changes:
        by_date.setdefault(phrases.date(change.date), []).append(change)
    return list(by_date.items())
