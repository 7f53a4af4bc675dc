"""An element's page: who says what of it, since when, and who disagrees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.answers import sentences
from service.answers.elements import explanation
from service.catalogue import Catalogue, Selection, View
from service.model import (
    Authority,
    Concept,
    Edition,
    Element,
    Position,
    Source,
    Stand,
    Summary,
    Verdict,
)
from service.web import phrases
from service.web.verdicts import Tally, of_summary
from service.web.views.dispute import Dispute, disputes
from service.web.views.time import Track, tracks

ORDER = (Stand.CONTRADICTORY, Stand.INCLUDED, Stand.EXCLUDED, Stand.SILENT)
_RANK = ["disputed", "inferred", "in", "single-in"]


@dataclass(frozen=True, slots=True)
class Read:
    """Where an edition was read, and how near to its authority."""

    source: Source
    grade: str
    reporter: str | None
    read: str


@dataclass(frozen=True, slots=True)
class Row:
    """What one edition holds on the element, with its place and its sources."""

    authority: Authority
    edition: Edition
    date: str
    in_force: bool
    stand: Stand
    explanation: str
    manner: str
    places: list[str]
    forms: list[str]
    materials: list[str]
    notes: list[str]
    read: list[Read]


@dataclass(frozen=True, slots=True)
class Held:
    """One concept on an element's page: the verdict, who holds what, and the tracks in time."""

    concept: Concept
    tally: Tally
    sentence: str
    sides: list[tuple[Stand, list[Row]]]
    earlier: list[Row]
    tracks: list[Track]
    disputes: list[Dispute]


@dataclass(frozen=True, slots=True)
class ElementPage:
    """Everything an element's page shows."""

    element: Element
    names: list[tuple[str, str]]
    as_of: str
    held: list[Held]
    tail: list[Held]
    unspoken: list[Concept]
    previous: Element | None
    following: Element | None


def element_page(view: View, symbol: str) -> ElementPage:
    """Make the page of an element.

    Args:
        view: the editions that take part.
        symbol: the element's.
    """
    catalogue = view.catalogue
    every = View(
        catalogue, Selection(view.selection.as_of, view.selection.authorities, history=True)
    )
    by_concept: dict[str, list[Position]] = {}
    for position in every.positions(symbol):
        by_concept.setdefault(position.concept, []).append(position)
    summaries = {summary.concept: summary for summary in view.summaries(symbol)}
    held = [
        _held(view, symbol, concept, summaries.get(concept), positions)
        for concept, positions in by_concept.items()
    ]
    held.sort(key=lambda h: _RANK.index(h.tally.state.id) if h.tally.state.id in _RANK else 9)
    shown = [h for h in held if h.tally.inside or h.tally.contradictory]
    ever = [h for h in held if h not in shown and h.tracks]
    number = catalogue.elements[symbol].atomic_number
    around = {e.atomic_number: e for e in catalogue.elements.values()}
    return ElementPage(
        element=catalogue.elements[symbol],
        names=_names(catalogue, symbol),
        as_of=view.selection.as_of.isoformat(),
        held=shown + ever,
        tail=[h for h in held if h not in shown and h not in ever],
        unspoken=[c for c in catalogue.concepts.values() if c.id not in by_concept],
        previous=around.get(number - 1),
        following=around.get(number + 1),
    )


def _names(catalogue: Catalogue, symbol: str) -> list[tuple[str, str]]:
    """Give the preferred names, each with the languages that share it."""
    languages: dict[str, list[str]] = {}
    for name in catalogue.names_of[symbol]:
        if name.kind == "preferred":
            languages.setdefault(name.text.lower(), []).append(name.language)
    return [(" ".join(sorted(codes)), text) for text, codes in languages.items()]


def _held(
    view: View,
    symbol: str,
    concept: str,
    summary: Summary | None,
    positions: Sequence[Position],
) -> Held:
    catalogue = view.catalogue
    summary = summary or Summary(concept, catalogue.concepts[concept].nature, Verdict.SILENT)
    rows = [row(view, position) for position in positions]
    current = [r for r in rows if r.in_force]
    return Held(
        concept=catalogue.concepts[concept],
        tally=of_summary(summary),
        sentence=sentences.verdict(catalogue, summary),
        sides=[(s, found) for s in ORDER if (found := [r for r in current if r.stand is s])],
        earlier=[r for r in rows if not r.in_force],
        tracks=tracks(view, symbol, concept),
        disputes=disputes(view, symbol, concept),
    )


def row(view: View, position: Position) -> Row:
    """Make the line of one position."""
    catalogue = view.catalogue
    edition = catalogue.editions[position.edition]
    category = catalogue.categories[position.category]
    claims = [catalogue.claims[id_] for id_ in position.claims]
    return Row(
        authority=catalogue.authorities[edition.authority],
        edition=edition,
        date=phrases.date(phrases.start(edition)),
        in_force=edition.id in view.current,
        stand=position.stand,
        explanation=explanation(catalogue, position),
        manner=phrases.manner(position),
        places=_once(phrases.place(c.locator) for c in claims) or [phrases.place(category.locator)],
        forms=_once(c.form for c in claims),
        materials=[catalogue.materials[id_].name for id_ in position.materials],
        notes=_once([position.note, *(c.note for c in claims)]),
        read=reads(catalogue, edition),
    )


def reads(catalogue: Catalogue, edition: Edition) -> list[Read]:
    """Give where an edition was read."""
    return [
        Read(catalogue.sources[c.source], phrases.GRADES[c.grade.value], c.reporter, c.read)
        for c in edition.citations
    ]


def _once(texts: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
