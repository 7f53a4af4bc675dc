"""Answers about one record: a concept, an authority, an edition, a source."""

from collections.abc import Iterable

from service import rules
from service.answers import records
from service.answers.elements import envelope
from service.answers.records import Json
from service.catalogue import View
from service.model import Category, Relation, Stand, Verdict


def _category(view: View, record: Category) -> Json:
    claims = view.catalogue.claims_in[record.id]
    return {
        **records.category(record),
        "edition": record.edition,
        "concept": record.concept,
        "includes": [c.element for c in claims if c.relation is Relation.INCLUDES],
        "excludes": [c.element for c in claims if c.relation is Relation.EXCLUDES],
        "undecided": [row.element for row in record.undecided],
    }


def concept(view: View, id_: str) -> Json:
    """Say what a concept is, which categories map to it, and who is in it by whom."""
    catalogue = view.catalogue
    shown = set(view.editions)
    categories = [
        c for c in catalogue.categories.values() if c.concept == id_ and c.edition in shown
    ]
    members: dict[str, list[str]] = {category.edition: [] for category in categories}
    verdicts: dict[str, list[str]] = {verdict.value: [] for verdict in Verdict}
    for symbol in catalogue.elements:
        for position in view.positions(symbol):
            if position.concept == id_ and position.stand is Stand.INCLUDED:
                members[position.edition].append(symbol)
        for summary in view.summaries(symbol):
            if summary.concept == id_:
                verdicts[summary.verdict.value].append(symbol)
    figures = [f for f in catalogue.records.figures if f.concept == id_ and f.edition in shown]
    return {
        **envelope(view),
        "concept": records.concept(catalogue.concepts[id_]),
        "categories": [_category(view, category) for category in categories],
        "members": members,
        "verdicts": verdicts,
        "figures": [records.figure(figure) for figure in figures],
        **records.side_loads(catalogue, set(members) | {f.edition for f in figures}, {id_}),
    }


def edition(view: View, id_: str) -> Json:
    """Give an edition with its categories, its claims and its figures."""
    catalogue = view.catalogue
    record = catalogue.editions[id_]
    categories = catalogue.categories_of[id_]
    claims = [claim for category in categories for claim in catalogue.claims_in[category.id]]
    figures = [figure for figure in catalogue.records.figures if figure.edition == id_]
    concepts = {c.concept for c in categories} | {f.concept for f in figures}
    return {
        **envelope(view),
        "edition": records.edition(record),
        "in_force": rules.in_force(record, view.selection.as_of),
        "categories": [_category(view, category) for category in categories],
        "claims": [records.claim(claim) for claim in claims],
        "figures": [records.figure(figure) for figure in figures],
        **records.side_loads(catalogue, {id_}, concepts),
    }


def _with_editions(view: View, key: str, record: Json, editions: Iterable[str]) -> Json:
    ids = set(editions)
    concepts = {c.concept for id_ in ids for c in view.catalogue.categories_of[id_]}
    loads = records.side_loads(view.catalogue, ids, concepts)
    return {**envelope(view), key: record, **loads}


def authority(view: View, id_: str) -> Json:
    """Give an authority and its editions, the newest first."""
    catalogue = view.catalogue
    ids = [e.id for e in catalogue.editions.values() if e.authority == id_]
    return _with_editions(view, "authority", records.authority(catalogue.authorities[id_]), ids)


def source(view: View, id_: str) -> Json:
    """Give a source and the editions read in it."""
    catalogue = view.catalogue
    ids = [
        e.id for e in catalogue.editions.values() if any(row.source == id_ for row in e.citations)
    ]
    return _with_editions(view, "source", records.source(catalogue.sources[id_]), ids)
