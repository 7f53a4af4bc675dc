"""The tables that are derived: positions, verdicts, changes and disagreements."""

from collections.abc import Iterator

from service.catalogue import Catalogue, View, series
from service.tables.flat_table import THING_COLUMNS, FlatTable, Row, columns


def _positions(catalogue: Catalogue) -> Iterator[Row]:
    for concept, editions in catalogue.positions_on.items():
        for id_, positions in editions.items():
            edition = catalogue.editions[id_]
            for thing, p in positions.items():
                material = thing in catalogue.materials
                yield (
                    *(concept, id_, edition.authority),
                    *(None if material else thing, thing if material else None),
                    *(p.stand, p.status, p.basis, edition.start, edition.in_force_to),
                )


def _verdicts(catalogue: Catalogue) -> Iterator[Row]:
    view = View(catalogue)
    for thing in (*catalogue.elements, *catalogue.listed):
        material = thing in catalogue.materials
        for s in view.summaries(thing):
            sides = s.included, s.excluded, s.silent, s.contradictory
            yield (
                *(None if material else thing, thing if material else None),
                *(s.concept, s.nature, s.verdict, s.strength),
                *(len(side) for side in sides),
                *(s.listed_by, s.lists, view.selection.as_of.isoformat()),
            )


def _changes(catalogue: Catalogue) -> Iterator[Row]:
    for c in series.every_change(catalogue):
        for material, thing in [
            *((False, each) for each in c.elements),
            *((True, each) for each in c.materials),
        ]:
            names = (None, thing) if material else (thing, None)
            yield c.date, c.authority, c.series, c.before, c.after, c.concept, c.kind, *names


def _disagreements(catalogue: Catalogue) -> Iterator[Row]:
    for d in View(catalogue).all_disagreements():
        for side in d.sides:
            for p in side.holders:
                yield (
                    *(d.id, d.thing, d.concept, d.kind, d.strength, side.stand, side.concept),
                    *(p.edition, catalogue.authority_of[p.edition], p.status),
                )


DERIVED_TABLES = (
    FlatTable(
        "positions",
        "What every edition holds on every element, and on every material of a list.",
        ("concept", "edition", "symbol", "material"),
        columns(
            concept="Concept id.",
            edition="Edition id.",
            authority="Authority id.",
            **THING_COLUMNS,
            position="included, excluded, silent or contradictory.",
            status="stated or implied; empty where silent.",
            basis="Why.",
            holds_from="Date from which the edition holds.",
            holds_to="First day on which it no longer holds.",
        ),
        _positions,
    ),
    FlatTable(
        "verdicts",
        "The verdict on every concept, on the day of the data's release.",
        ("symbol", "material", "concept"),
        columns(
            **THING_COLUMNS,
            concept="Concept id.",
            nature="classification or listing.",
            verdict="The verdict.",
            strength="Of a dispute.",
            included="integer: Authorities that include it.",
            excluded="integer: Authorities that exclude it.",
            silent="integer: Authorities that are silent.",
            contradictory="integer: Authorities on both sides.",
            listed_by="integer: Of a listing: jurisdictions whose lists name it.",
            lists="integer: Of a listing: jurisdictions with lists in force.",
            as_of="date: The day.",
        ),
        _verdicts,
    ),
    FlatTable(
        "changes",
        "What each edition of a series did differently, one row an element or material.",
        ("after", "concept", "kind", "symbol", "material"),
        columns(
            date="When the later edition begins.",
            authority="Authority id.",
            series="Series id.",
            before="Edition id.",
            after="Edition id.",
            concept="Concept id.",
            kind="Kind of change.",
            **THING_COLUMNS,
        ),
        _changes,
        {"before": "editions", "after": "editions"},
    ),
    FlatTable(
        "disagreements",
        "Who contradicts whom on the day of the data's release, one row a holder.",
        ("disagreement", "side_concept", "position", "edition"),
        columns(
            disagreement="Id: concept/element/kind.",
            symbol="Symbol.",
            concept="Concept id.",
            kind="Kind of disagreement.",
            strength="explicit or inferred.",
            position="The side.",
            side_concept="The concept of the side.",
            edition="Edition id.",
            authority="Authority id.",
            status="stated or implied.",
        ),
        _disagreements,
    ),
)
