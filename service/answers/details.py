"""Answers about one record: a concept, an authority, an edition, a source."""

from collections.abc import Iterable, Sequence

from service import rules
from service.answers.elements import envelope
from service.answers.encoding import Json
from service.answers.side_loads import side_loads
from service.catalogue import View
from service.model import Category, Coverage, Edition, Grade, Kind, Relation, Stand, Verdict
from service.rules.changes import Change

SHARPEST = 40
"""Largest number of disagreements shown of a concept; ``/v1/disagreements`` has all."""
_SHARP = set(Kind) - {Kind.COVERAGE}


def _category(view: View, record: Category) -> Json:
    claims = view.catalogue.claims_in[record.id]
    return {
        "category": record,
        "includes": [c.thing for c in claims if c.relation is Relation.INCLUDES],
        "excludes": [c.thing for c in claims if c.relation is Relation.EXCLUDES],
        "undecided": [row.element for row in record.undecided],
    }


def concept(view: View, id_: str) -> Json:
    """Give a concept, the categories mapped to it, and its members by edition."""
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
            for symbol, position in catalogue.positions_on[id_][edition].items()
            if position.stand is Stand.INCLUDED
        ]
        for edition in view.suspended
        if edition not in shown and edition in catalogue.positions_on[id_]
    }
    figures = [f for f in catalogue.records.figures if f.concept == id_ and f.edition in shown]
    named = {*members, *suspended, *(figure.edition for figure in figures)}
    disputes = [d for d in view.all_disagreements(id_) if d.kind in _SHARP]
    concepts = {id_} | {side.concept for d in disputes for side in d.sides}
    return {
        **envelope(view),
        "concept": catalogue.concepts[id_],
        "categories": [_category(view, category) for category in categories],
        "members": members,
        "suspended": suspended,
        "verdicts": verdicts,
        "disagreements": disputes[:SHARPEST],
        "figures": figures,
        **side_loads(catalogue, named, concepts),
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
        "edition": record,
        "in_force": rules.in_force(record, view.selection.as_of),
        "categories": [_category(view, category) for category in categories],
        "claims": claims,
        "figures": figures,
        **side_loads(catalogue, {id_}, concepts),
    }


def _with_editions(view: View, key: str, record: object, editions: Iterable[str]) -> Json:
    ids = set(editions)
    concepts = {c.concept for id_ in ids for c in view.catalogue.categories_of[id_]}
    loads = side_loads(view.catalogue, ids, concepts)
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
    answer = _with_editions(
        view, "authority", catalogue.authorities[id_], (edition.id for edition in editions)
    )
    return {**answer, "timeline": timeline}


def _on_timeline(view: View, edition: Edition, changes: Sequence[Change]) -> Json:
    return {
        "edition": edition.id,
        "series": edition.series,
        "title": edition.title,
        "start": edition.start if edition.dated else None,
        "end": edition.in_force_to,
        "in_force": edition.id in view.current,
        "changes": [record for record in changes if record.after == edition.id],
    }


def dataset(view: View) -> Json:
    """Give the data set: counts, grades, coverage of each concept, releases."""
    records = view.catalogue.records
    grades = {grade.value: 0 for grade in Grade}
    for edition in records.editions:
        best = min((row.grade for row in edition.citations), key=list(Grade).index)
        grades[best.value] += 1
    return {
        **envelope(view),
        "released": records.dataset.released,
        "licence": records.dataset.licence,
        "digest": view.catalogue.digest,
        "counts": {
            "elements": len(records.elements),
            "authorities": len(records.authorities),
            "editions": len(records.editions),
            "categories": len(records.categories),
            "claims": len(view.catalogue.claims),
            "sources": len(records.sources),
            "concepts": len(records.concepts),
            "names": len(records.names),
        },
        "grades": grades,
        "coverage": {id_: _coverage(view, id_) for id_ in view.catalogue.concepts},
        "releases": records.dataset.releases,
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
    return _with_editions(view, "source", catalogue.sources[id_], ids)
