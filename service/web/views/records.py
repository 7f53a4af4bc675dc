"""The pages of concepts, authorities, editions, sources, and the list of disagreements."""

from dataclasses import dataclass

from service.answers.reasons import for_no_disagreement
from service.api.bulk.scheduling import in_slices
from service.catalogue import View
from service.model import Authority, Category, Concept, Edition, Kind, Relation, Source
from service.web import phrases
from service.web.legend import STATES, State, tally
from service.web.views.dispute import Dispute, in_words


@dataclass(frozen=True, slots=True)
class ConceptCard:
    """A concept among all, with how its elements stand."""

    concept: Concept
    authorities: int
    states: list[tuple[State, int]]


def concept_cards(view: View) -> list[ConceptCard]:
    """Give every concept with how many elements are in which state."""
    return [_card(view, concept) for concept in view.catalogue.concepts.values()]


def _card(view: View, concept: Concept) -> ConceptCard:
    speaking = [e for e in view.editions if e in view.catalogue.positions_on[concept.id]]
    authorities = {view.catalogue.authority_of[edition] for edition in speaking}
    states = [(state, len(symbols)) for state, symbols in members(view, concept.id)]
    return ConceptCard(concept, len(authorities), states)


def members(view: View, concept: str) -> list[tuple[State, list[str]]]:
    """Give the elements by their state on a concept, those that none includes last."""
    by_state: dict[str, list[str]] = {}
    for symbol in view.catalogue.elements:
        by_state.setdefault(tally(view, symbol, concept).state.id, []).append(symbol)
    return [(state, by_state[state.id]) for state in STATES if state.id in by_state]


def authorities_by_kind(view: View) -> list[tuple[str, list[tuple[Authority, list[Edition]]]]]:
    """Give every authority with its editions, the newest first, by kind."""
    catalogue = view.catalogue
    editions: dict[str, list[Edition]] = {id_: [] for id_ in catalogue.authorities}
    for edition in catalogue.editions.values():
        editions[edition.authority].append(edition)
    grouped = []
    for kind, label in phrases.AUTHORITY_KINDS.items():
        rows = [(a, editions[a.id]) for a in catalogue.authorities.values() if a.kind == kind]
        if rows:
            grouped.append((label, rows))
    return grouped


def first_concept(view: View, authority_id: str) -> str | None:
    """Give the first concept, by id, that an authority speaks of."""
    catalogue = view.catalogue
    of_it = {id_ for id_, authority in catalogue.authority_of.items() if authority == authority_id}
    concepts = {c.concept for c in catalogue.categories.values() if c.edition in of_it}
    return min(concepts, default=None)


def statements(
    view: View, authority_id: str
) -> list[tuple[Edition, list[tuple[Category, list[str]]]]]:
    """Give an authority's editions in force, each with its classes and their elements."""
    catalogue = view.catalogue
    editions = [catalogue.editions[id_] for id_ in view.editions]
    return [
        (edition, [_class(view, category) for category in catalogue.categories_of[edition.id]])
        for edition in editions
        if edition.authority == authority_id
    ]


def _class(view: View, category: Category) -> tuple[Category, list[str]]:
    claims = view.catalogue.claims_in[category.id]
    return category, [
        c.thing
        for c in claims
        if c.relation is Relation.INCLUDES and c.thing in view.catalogue.elements
    ]


def editions_read_in(view: View, source_id: str) -> list[Edition]:
    """Give the editions that were read in a source, the newest first."""
    editions = view.catalogue.editions.values()
    return [e for e in editions if any(c.source == source_id for c in e.citations)]


def sources_with_editions(view: View) -> list[tuple[Source, list[Edition]]]:
    """Give every source in which an edition was read, with those editions, by title."""
    read: dict[str, list[Edition]] = {}
    for edition in view.catalogue.editions.values():
        for citation in edition.citations:
            read.setdefault(citation.source, []).append(edition)
    rows = [(view.catalogue.sources[id_], editions) for id_, editions in read.items()]
    return sorted(rows, key=lambda row: row[0].title.lower())


def spelling_sources(view: View) -> list[Source]:
    """Give the sources that only spellings of names come from."""
    used = {c.source for e in view.catalogue.editions.values() for c in e.citations}
    unused = [s for s in view.catalogue.sources.values() if s.id not in used]
    return sorted(unused, key=lambda s: s.title.lower())


@dataclass(frozen=True, slots=True)
class DisputeList:
    """Disagreements: explicit ones, those with one dissenting voice, the others by concept."""

    explicit: list[Dispute]
    dissents: list[Dispute]
    by_concept: list[tuple[Concept, list[Dispute]]]
    count: int
    coverage: int
    reasons: list[str]


def dispute_list(view: View, concept: str | None, kind: str | None) -> DisputeList:
    """Give the disagreements; coverage, the mildest kind, only where it is asked for.

    Args:
        view: the editions that take part.
        concept: only this one.
        kind: only this kind; None for all but coverage.
    """
    disagreements = view.all_disagreements(concept, in_slices(view.catalogue.elements))
    coverage = sum(d.kind is Kind.COVERAGE for d in disagreements)
    chosen = [
        d
        for d in disagreements
        if (d.kind is not Kind.COVERAGE if kind is None else d.kind == kind)
    ]
    disputes = [in_words(view, d) for d in in_slices(chosen)]
    implied: dict[str, list[Dispute]] = {}
    for dispute in disputes:
        if not dispute.explicit and not dispute.dissent:
            implied.setdefault(dispute.concept, []).append(dispute)
    by_concept = [(c, implied[c.id]) for c in view.catalogue.concepts.values() if c.id in implied]
    explicit = [d for d in disputes if d.explicit and not d.dissent]
    dissents = [d for d in disputes if d.dissent]
    reasons = [] if chosen or coverage else for_no_disagreement(view, concept and [concept])
    return DisputeList(explicit, dissents, by_concept, len(chosen), coverage, reasons)
