"""Agreement over time: on how many jurisdictions' lists each thing was, year by year."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from service.catalogue import Catalogue, View
from service.catalogue.listings import lists_by_jurisdiction, named
from service.model import Concept, Position, Stand
from service.web import phrases
from service.web.views.lists import things_of

YEARS = 16
"""Years in the picture; the last is that of the data's release."""
CHARTS = 24
"""Most charts; things with the same history share one."""
_NAMED = 4
"""Most things named above a chart."""
_ON = (Stand.INCLUDED, Stand.CONTRADICTORY)


@dataclass(frozen=True, slots=True)
class Chart:
    """One history: the number of jurisdictions that list these things, at each year's end.

    Attributes:
        label: the things in short.
        things: all of them by name.
        counts: by year.
    """

    label: str
    things: list[str]
    counts: tuple[int, ...]

    @property
    def names(self) -> str:
        """The things in a list."""
        return phrases.capital(phrases.listed(self.things))


@dataclass(frozen=True, slots=True)
class OverTime:
    """Data of the picture: one chart for each history that things share.

    Attributes:
        concept: the listing.
        years: those shown.
        lists: how many jurisdictions had a list in force at each year's end.
        charts: the histories, those most listed today first.
        others: how many things have a history that is not shown.
    """

    concept: Concept
    years: tuple[int, ...]
    lists: tuple[int, ...]
    charts: list[Chart]
    others: int

    @property
    def summary(self) -> str:
        """Say in words what the picture shows."""
        first, last = self.years[0], self.years[-1]
        had = phrases.count(self.lists[0], "jurisdiction had", "jurisdictions had")
        text = f"At the end of {first}, {had} a list in force; in {last}, {self.lists[-1]}."
        if not self.charts:
            return text
        most = self.charts[0].counts[-1]
        names = [name for c in self.charts if c.counts[-1] == most for name in c.things]
        return f"{text} Most listed in {last}, by {most} of them: {phrases.listed(names, 5)}."


def over_time(view: View, concept: str, kind: str | None = None) -> OverTime:
    """Count the jurisdictions that list each thing, at the end of each year.

    Args:
        view: chooses the authorities; its day is not used.
        concept: one of nature ``listing``.
        kind: ``element`` or ``material``; None for both.
    """
    catalogue = view.catalogue
    released = catalogue.released
    years = tuple(range(released.year - YEARS + 1, released.year + 1))
    days = [min(dt.date(year, 12, 31), released) for year in years]
    views = [View(catalogue, replace(view.selection, as_of=day, history=False)) for day in days]
    places = [lists_by_jurisdiction(each, concept) for each in views]
    histories: dict[tuple[int, ...], list[str]] = {}
    for thing in things_of(view, kind):
        each = [_positions(catalogue, thing, concept, lists) for lists in places]
        if any(named(position for part in year for position in part) for year in each):
            histories.setdefault(tuple(_count(year) for year in each), []).append(thing)
    ranked = sorted(histories.items(), key=lambda pair: pair[0][::-1], reverse=True)
    return OverTime(
        concept=catalogue.concepts[concept],
        years=years,
        lists=tuple(len(lists) for lists in places),
        charts=[_chart(catalogue, things, counts) for counts, things in ranked[:CHARTS]],
        others=sum(len(things) for _, things in ranked[CHARTS:]),
    )


def _positions(
    catalogue: Catalogue, thing: str, concept: str, places: Mapping[str, Iterable[str]]
) -> list[list[Position]]:
    editions = catalogue.positions_on[concept]
    return [[editions[id_][thing] for id_ in ids] for ids in places.values()]


def _count(places: Iterable[Iterable[Position]]) -> int:
    return sum(any(p.stand in _ON for p in positions) for positions in places)


def _chart(catalogue: Catalogue, things: Sequence[str], counts: tuple[int, ...]) -> Chart:
    records = [catalogue.elements.get(id_) or catalogue.materials[id_] for id_ in things]
    names = [record.name.lower() for record in records]
    short = [id_ if id_ in catalogue.elements else catalogue.materials[id_].name for id_ in things]
    more = f" +{len(short) - _NAMED}" if len(short) > _NAMED else ""
    label = names[0] if len(names) == 1 else f"{', '.join(short[:_NAMED])}{more}"
    return Chart(phrases.capital(label), names, counts)
