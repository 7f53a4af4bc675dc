"""An element's page: who says what of it, since when, and who disagrees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.answers.elements import explanation
from service.catalogue import Catalogue
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
from service.view import Selection, View
from service.web import words
from service.web.states import Tally, of_summary
from service.web.views_dispute import Dispute, disputes
from service.web.views_time import Track, tracks

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
    every = catalogue.view(
        Selection(view.selection.as_of, view.selection.authorities, history=True)
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
    name = catalogue.elements[symbol].name.lower()
    summary = summary or Summary(concept, Verdict.SILENT)
    rows = [row(view, position) for position in positions]
    current = [r for r in rows if r.in_force]
    return Held(
        concept=catalogue.concepts[concept],
        tally=of_summary(view, symbol, summary),
        sentence=verdict_sentence(catalogue, name, summary),
        sides=[(s, found) for s in ORDER if (found := [r for r in current if r.stand is s])],
        earlier=[r for r in rows if not r.in_force],
        tracks=tracks(view, symbol, concept),
        disputes=disputes(view, symbol, concept),
    )


def verdict_sentence(catalogue: Catalogue, name: str, summary: Summary) -> str:
    """Put the verdict on one concept in a sentence, with no winner declared."""
    one = words.article(words.label_in_sentence(catalogue.concepts[summary.concept].label))
    inside, outside, silent = (
        len(summary.included),
        len(summary.excluded),
        len(summary.silent),
    )
    others = f"; {words.count(silent, 'is', 'are')} silent" if silent else ""
    if summary.verdict is Verdict.DISPUTED:
        both = words.count(
            len(summary.contradictory), "contradicts itself", "contradict themselves"
        )
        at_odds = f", {both}" if summary.contradictory else ""
        return (
            f"Disputed: {words.count(inside, 'edition counts', 'editions count')} {name} as {one}, "
            f"{words.count(outside, 'excludes', 'exclude')} it{at_odds}{others}."
        )
    if summary.verdict is Verdict.SILENT:
        return f"Silent: no edition in force says whether {name} is {one}."
    editions = summary.included or summary.excluded
    who = {catalogue.authority_of[edition] for edition in editions}
    verb = "counts" if inside else "excludes"
    if summary.verdict is Verdict.SINGLE:
        authority = catalogue.authorities[next(iter(who))].name
        return f"One voice only: {authority} {verb} {name} as {one}{others}."
    said = f"{len(editions)} editions of {len(who)} authorities {verb[:-1]} {name} as {one}"
    return f"Agreed {'in' if inside else 'out'}: {said}, none says otherwise{others}."


def row(view: View, position: Position) -> Row:
    """Make the line of one position."""
    catalogue = view.catalogue
    edition = catalogue.editions[position.edition]
    category = catalogue.categories[position.category]
    claims = [catalogue.claims[id_] for id_ in position.claims]
    return Row(
        authority=catalogue.authorities[edition.authority],
        edition=edition,
        date=words.date(words.start(edition)),
        in_force=edition.id in view.current,
        stand=position.stand,
        explanation=explanation(catalogue, position),
        manner=words.manner(position),
        places=_once(words.place(c.locator) for c in claims) or [words.place(category.locator)],
        forms=_once(c.form for c in claims),
        materials=[m.label for m in category.materials if position.element in m.elements],
        notes=_once([position.note, *(c.note for c in claims)]),
        read=reads(catalogue, edition),
    )


def reads(catalogue: Catalogue, edition: Edition) -> list[Read]:
    """Give where an edition was read."""
    return [
        Read(catalogue.sources[c.source], words.GRADES[c.grade.value], c.reporter, c.read)
        for c in edition.citations
    ]


def _once(texts: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
