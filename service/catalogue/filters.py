"""Filters: the editions that a question is about, by names that a user gives -> a selection."""

from difflib import get_close_matches

from service.catalogue.catalogue import Catalogue
from service.catalogue.ids import UnknownIdError, find
from service.catalogue.selection import Filters, Selection

_MOST_SUGGESTIONS = 40
_CUSTOMARY = {
    **{"uk": "gb", "great britain": "gb", "britain": "gb"},
    **{"usa": "us", "united states of america": "us", "america": "us", "wyoming": "us-wy"},
    **{"russian federation": "ru", "south korea": "kr", "korea": "kr", "turkey": "tr"},
    **{"prc": "cn", "people's republic of china": "cn", "soviet union": "su"},
    **{"ontario": "ca-on", "quebec": "ca-qc", "québec": "ca-qc"},
    **{"eaeu": "eurasian economic union"},
}
"""Customary names of states and their parts -> codes or names, beside those in the data."""


def selection_of(catalogue: Catalogue, filters: Filters) -> Selection:
    """Give the selection that filters describe.

    Raises:
        UnknownIdError: a value means no record; its ``kind`` is the filter's name.
    """
    return Selection(
        as_of=filters.as_of or catalogue.released,
        authorities=_authorities(catalogue, filters),
        editions=_editions(catalogue, filters),
        history=filters.history,
        filters=filters,
    )


def _authorities(catalogue: Catalogue, filters: Filters) -> frozenset[str] | None:
    every = catalogue.authorities.values()
    chosen = []
    if filters.authority:
        chosen.append({catalogue.names["authority"].find(text) for text in filters.authority})
    if filters.kind:
        chosen.append({each.id for each in every if each.kind in filters.kind})
    if filters.jurisdiction:
        chosen.append({id_ for text in filters.jurisdiction for id_ in _within(catalogue, text)})
    return frozenset(set.intersection(*chosen)) if chosen else None


def _within(catalogue: Catalogue, jurisdiction: str) -> list[str]:
    """Give the authorities of a jurisdiction, by its name or its code."""
    wanted, every = jurisdiction.casefold(), catalogue.authorities.values()
    wanted = _CUSTOMARY.get(wanted, wanted)
    ids = [
        each.id
        for each in every
        if wanted in ((each.code or "").casefold(), (each.jurisdiction or "").casefold())
    ]
    if not ids:
        codes = sorted({each.code or each.jurisdiction or "" for each in every} - {""})
        names = sorted({each.jurisdiction for each in every if each.jurisdiction})
        near = get_close_matches(jurisdiction[:80].title(), names, n=3, cutoff=0.7)
        raise UnknownIdError("jurisdiction", jurisdiction, near or codes[:_MOST_SUGGESTIONS])
    return ids


def _editions(catalogue: Catalogue, filters: Filters) -> frozenset[str] | None:
    every = catalogue.editions.values()
    chosen = []
    if filters.edition:
        chosen.append({catalogue.names["edition"].find(text) for text in filters.edition})
    if filters.series:
        series = dict.fromkeys(each.series for each in every)
        for text in filters.series:
            find("series", series, text)
        chosen.append({each.id for each in every if each.series in filters.series})
    if filters.grade:
        graded = (e for e in every if any(c.grade in filters.grade for c in e.citations))
        chosen.append({each.id for each in graded})
    return frozenset(set.intersection(*chosen)) if chosen else None
