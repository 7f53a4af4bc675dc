"""Answers about one record: a concept, an authority, an edition, a source."""

from collections.abc import Iterable, Sequence

from service import rules
from service.answers import records
from service.answers.elements import disagreement, envelope
from service.answers.tables import change
from service.answers.writing import Json
from service.model import Category, Coverage, Edition, Grade, Kind, Relation, Stand, Verdict
from service.rules.changes import Change
from service.view import View

SHARPEST = 40
"""How many disagreements a concept shows; ``/v1/disagreements`` has all."""
_SHARP = set(Kind) - {Kind.COVERAGE}


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
        for position in view.positions(symbol, id_):
            if position.stand is Stand.INCLUDED:
                members[position.edition].append(symbol)
        for summary in view.summaries(symbol, id_):
            verdicts[summary.verdict.value].append(symbol)
    suspended = {
        edition: [
            symbol
            for symbol, position in catalogue.positions_of[edition, id_].items()
            if position.stand is Stand.INCLUDED
        ]
        for edition in view.suspended
        if edition not in shown and (edition, id_) in catalogue.positions_of
    }
    figures = [f for f in catalogue.records.figures if f.concept == id_ and f.edition in shown]
    named = {*members, *suspended, *(figure.edition for figure in figures)}
    disputes = [d for d in view.all_disagreements(id_) if d.kind in _SHARP]
    concepts = {id_} | {side.concept for d in disputes for side in d.sides}
    return {
        **envelope(view),
        "concept": records.concept(catalogue.concepts[id_]),
        "categories": [_category(view, category) for category in categories],
        "members": members,
        "suspended": suspended,
        "verdicts": verdicts,
        "disagreements": [disagreement(d) for d in disputes[:SHARPEST]],
        "figures": [records.figure(figure) for figure in figures],
        **records.side_loads(catalogue, named, concepts),
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


def authority(view: View, id_: str, changes: Sequence[Change]) -> Json:
    """Give an authority, and its editions as a timeline of each of its series.

    Args:
        view: the editions in force.
        id_: the authority's.
        changes: its revisions.
    """
    catalogue = view.catalogue
    editions = [e for e in catalogue.editions.values() if e.authority == id_]
    timeline = [_on_timeline(view, e, changes) for e in reversed(editions)]
    timeline.sort(key=lambda entry: str(entry["series"]))
    body = {**records.authority(catalogue.authorities[id_]), "timeline": timeline}
    return _with_editions(view, "authority", body, (edition.id for edition in editions))


def _on_timeline(view: View, edition: Edition, changes: Sequence[Change]) -> Json:
    return {
        "edition": edition.id,
        "series": edition.series,
        "title": edition.title,
        "from": edition.in_force_from or edition.published,
        "to": edition.in_force_to,
        "in_force": edition.id in view.current,
        "changes": [change(record) for record in changes if record.after == edition.id],
    }


def dataset(view: View) -> Json:
    """Say what data this is: counts, grades, how much is known of each concept, releases."""
    held = view.catalogue.records
    grades = {grade.value: 0 for grade in Grade}
    for edition in held.editions:
        best = min((row.grade for row in edition.citations), key=list(Grade).index)
        grades[best.value] += 1
    return {
        **envelope(view),
        "released": held.dataset.released,
        "licence": held.dataset.licence,
        "digest": view.catalogue.digest,
        "counts": {
            "elements": len(held.elements),
            "authorities": len(held.authorities),
            "editions": len(held.editions),
            "categories": len(held.categories),
            "claims": len(view.catalogue.claims),
            "sources": len(held.sources),
            "concepts": len(held.concepts),
            "names": len(held.names),
        },
        "grades": grades,
        "coverage": {id_: _coverage(view, id_) for id_ in view.catalogue.concepts},
        "releases": [
            {"version": row.version, "released": row.released, "changes": list(row.changes)}
            for row in held.dataset.releases
        ],
    }


def _coverage(view: View, concept: str) -> Json:
    catalogue = view.catalogue
    categories = [c for c in catalogue.categories.values() if c.concept == concept]
    editions = {category.edition for category in categories}
    return {
        "editions": len(editions),
        "authorities": len({catalogue.authority_of[edition] for edition in editions}),
        "closed_lists": sum(c.coverage is Coverage.CLOSED for c in categories),
        "claims": sum(len(catalogue.claims_in[c.id]) for c in categories),
    }


def source(view: View, id_: str) -> Json:
    """Give a source and the editions read in it."""
    catalogue = view.catalogue
    ids = [
        e.id for e in catalogue.editions.values() if any(row.source == id_ for row in e.citations)
    ]
    return _with_editions(view, "source", records.source(catalogue.sources[id_]), ids)
