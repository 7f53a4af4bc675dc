"""The sections of a page on an element or a material: one a concept, by verdict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from service.answers import sentences
from service.answers.briefs import by_interest
from service.answers.elements import explanation
from service.catalogue import Catalogue, Concepts, View
from service.model import (
    OFFICIAL,
    Authority,
    AuthorityKind,
    Concept,
    Edition,
    Material,
    Nature,
    Position,
    Source,
    Stand,
    Summary,
    Verdict,
)
from service.web import phrases
from service.web.legend import DISPUTES, Tally, of_summary
from service.web.links import report_query
from service.web.views.card import CardSide, sides
from service.web.views.dispute import Dispute, disputes
from service.web.views.timeline import Track, tracks

_GROUPS = ("disputed", "listed", "agreed", "formerly", "tail")
MATERIAL_HOLDERS = 5
"""Most authorities named for a material; the rest are counted."""
_RANK = {kind: rank for rank, kind in enumerate(AuthorityKind)}
SPEAKING = (Stand.INCLUDED, Stand.EXCLUDED, Stand.CONTRADICTORY)


@dataclass(frozen=True, slots=True)
class Reference:
    """A document in which an edition was read, and how near it is to the authority."""

    source: Source
    where: str
    reporter: str | None
    read: str


@dataclass(frozen=True, slots=True)
class PositionRow:
    """The position of one edition on the element, with its place and its references."""

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
    references: list[Reference]
    report: str


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows of one stand: official authorities, and the others."""

    stand: Stand
    official: list[PositionRow]
    others: list[PositionRow]


@dataclass(frozen=True, slots=True)
class ConceptSection:
    """One concept on an element's page: the verdict, the sides, the positions, the history."""

    concept: Concept
    tally: Tally
    sentence: str
    sides: list[CardSide]
    materials: list[tuple[Material, str]]
    remarks: list[str]
    rows: list[RowGroup]
    silent: str
    earlier: list[PositionRow]
    tracks: list[Track]
    disputes: list[Dispute]


@dataclass(frozen=True, slots=True)
class ConceptGroups:
    """The sections of a page by verdict.

    Attributes:
        disputed: the concepts on which authorities contradict each other.
        listed: the listings on which it is, by itself or as a material.
        agreed: the other concepts in which somebody includes it.
        formerly: concepts in which only editions include it that are no longer in force.
        tail: the concepts in which nobody includes it.
    """

    disputed: list[ConceptSection]
    listed: list[ConceptSection]
    agreed: list[ConceptSection]
    formerly: list[ConceptSection]
    tail: list[ConceptSection]

    @property
    def open(self) -> str | None:
        """Give the concept whose evidence is shown unfolded: the first that is disputed."""
        return self.disputed[0].concept.id if self.disputed else None

    @property
    def histories(self) -> list[tuple[ConceptSection, list[Track], list[Track]]]:
        """Give the lists by concept: those that changed on the element, and the others."""
        return [
            (
                section,
                [track for track in section.tracks if track.changed],
                [track for track in section.tracks if not track.changed],
            )
            for section in self.sections
            if section.tracks
        ]

    @property
    def sections(self) -> list[ConceptSection]:
        """Give the concepts with a section of their own."""
        return [*self.disputed, *self.listed, *self.agreed, *self.formerly]


def concept_groups(view: View, thing: str, concepts: Concepts, *, whole: bool) -> ConceptGroups:
    """Make the sections.

    Args:
        view: the editions that take part.
        thing: the symbol of an element, or the id of a material.
        concepts: the concepts to show; None for all.
        whole: show every concept as disputed ones are shown, whatever its verdict.
    """
    catalogue = view.catalogue
    every = View(catalogue, replace(view.selection, history=True))
    by_concept: dict[str, list[Position]] = {}
    for position in every.positions(thing, concepts):
        by_concept.setdefault(position.concept, []).append(position)
    summaries = {summary.concept: summary for summary in view.summaries(thing, concepts)}
    ranked = [s.concept for s in by_interest(catalogue, summaries.values())]
    order = {id_: place for place, id_ in enumerate(ranked)}
    sections = [
        _section(view, thing, id_, summaries.get(id_), positions)
        for id_, positions in by_concept.items()
    ]
    sections.sort(key=lambda section: order.get(section.concept.id, len(order)))
    groups: dict[str, list[ConceptSection]] = {name: [] for name in _GROUPS}
    for section in sections:
        groups["disputed" if whole else _group(section)].append(section)
    return ConceptGroups(**groups)


def _group(section: ConceptSection) -> str:
    if section.tally.state in DISPUTES:
        return "disputed"
    if section.tally.inside or section.tally.contradictory or section.materials:
        return "listed" if section.concept.nature is Nature.LISTING else "agreed"
    return "formerly" if section.tracks else "tail"


def _section(
    view: View,
    symbol: str,
    concept: str,
    summary: Summary | None,
    positions: Sequence[Position],
) -> ConceptSection:
    catalogue = view.catalogue
    nature = catalogue.concepts[concept].nature
    summary = summary or Summary(concept, nature, Verdict.SILENT)
    rows = [position_row(view, p) for p in positions if p.stand in SPEAKING]
    rows.sort(key=lambda row: _RANK[row.authority.kind])
    current = {s: [r for r in rows if r.in_force and r.stand is s] for s in SPEAKING}
    return ConceptSection(
        concept=catalogue.concepts[concept],
        tally=of_summary(summary),
        sentence=sentences.verdict(catalogue, summary).partition(": ")[2],
        sides=sides(catalogue, summary),
        materials=_materials(catalogue, summary),
        remarks=sentences.remarks(view, symbol, [concept]),
        rows=[_row_group(stand, group) for stand, group in current.items() if group],
        silent=phrases.listed([catalogue.authorities[v.authority].short for v in summary.silent]),
        earlier=[row for row in rows if not row.in_force],
        tracks=tracks(view, symbol, concept),
        disputes=disputes(view, symbol, concept),
    )


def _row_group(stand: Stand, rows: Sequence[PositionRow]) -> RowGroup:
    official = [row for row in rows if row.authority.kind in OFFICIAL]
    others = [row for row in rows if row.authority.kind not in OFFICIAL]
    # a fold for the others only where it leaves something to see
    return RowGroup(stand, official or others, others if official else [])


def _materials(catalogue: Catalogue, summary: Summary) -> list[tuple[Material, str]]:
    """Give the materials that lists name instead of the element, each with its authorities."""
    names: dict[str, list[str]] = {}
    for voice in summary.as_material:
        for id_ in dict.fromkeys(sentences.widest(catalogue, each) for each in voice.materials):
            names.setdefault(id_, []).append(catalogue.authorities[voice.authority].short)
    ranked = sorted(names.items(), key=lambda pair: -len(pair[1]))
    return [
        (catalogue.materials[id_], phrases.listed(short, MATERIAL_HOLDERS)) for id_, short in ranked
    ]


def position_row(view: View, position: Position) -> PositionRow:
    """Make the row of one position."""
    catalogue = view.catalogue
    edition = catalogue.editions[position.edition]
    category = catalogue.categories[position.category]
    claims = [catalogue.claims[id_] for id_ in position.claims]
    return PositionRow(
        authority=catalogue.authorities[edition.authority],
        edition=edition,
        date=phrases.edition_date(edition),
        in_force=edition.id in view.current,
        stand=position.stand,
        explanation=explanation(catalogue, position),
        manner=phrases.manner(position),
        places=_once(phrases.place(c.locator) for c in claims) or [phrases.place(category.locator)],
        forms=_once(c.form for c in claims),
        materials=[catalogue.materials[id_].name for id_ in position.materials],
        notes=_once([position.note, *(c.note for c in claims)]),
        references=references(catalogue, edition),
        report=report_query(edition.id, position.concept, position.thing),
    )


def references(catalogue: Catalogue, edition: Edition) -> list[Reference]:
    """Give the documents in which an edition was read."""
    return [
        Reference(catalogue.sources[c.source], phrases.WHERE[c.where], c.reporter, c.read)
        for c in edition.citations
    ]


def _once(texts: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
