"""The rows of the tables, made from the catalogue."""

from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

from service.catalogue import Catalogue, View
from service.catalogue.series import every_change
from service.model import Edition
from service.tables.table import Row


def _joined(values: Any) -> str:
    return ";".join(values)


def elements(catalogue: Catalogue) -> Iterator[Row]:
    """Give an element a row."""
    for e in catalogue.elements.values():
        yield (
            *(e.atomic_number, e.symbol, e.name, e.group, e.period, e.block),
            *(e.cas, e.inchi, e.inchikey, e.natural),
        )


def materials(catalogue: Catalogue) -> Iterator[Row]:
    """Give a material a row."""
    for m in catalogue.materials.values():
        yield m.id, m.name, m.kind, m.broader, m.formula, _joined(m.symbols)


def authorities(catalogue: Catalogue) -> Iterator[Row]:
    """Give an authority a row."""
    for a in catalogue.authorities.values():
        yield a.id, a.name, a.short, a.kind, a.jurisdiction, a.code, a.homepage


def series(catalogue: Catalogue) -> Iterator[Row]:
    """Give a series a row, with its newest edition."""
    editions: dict[str, list[Edition]] = {}
    for edition in catalogue.editions.values():
        editions.setdefault(edition.series, []).append(edition)
    for name in sorted(editions):
        newest = editions[name][0]
        yield name, newest.authority, newest.id, len(editions[name])


def editions(catalogue: Catalogue) -> Iterator[Row]:
    """Give an edition a row, with the source of its first citation."""
    for e in catalogue.editions.values():
        citation = e.citations[0]
        source = catalogue.sources[citation.source]
        yield (
            *(e.id, e.authority, e.series, e.title, e.published, e.in_force_from, e.in_force_to),
            *(e.supersedes, citation.grade, citation.where, source.url or source.citation),
        )


def categories(catalogue: Catalogue) -> Iterator[Row]:
    """Give a category a row."""
    for c in catalogue.categories.values():
        where = f"{c.locator.kind} {c.locator.value}"
        yield c.id, c.edition, c.concept, c.label, c.match, c.coverage, where, c.broader, c.note


def claims(catalogue: Catalogue) -> Iterator[Row]:
    """Give a claim a row, sorted by id."""
    # by id, so that claims and deltas make the same file again
    for c in sorted(catalogue.claims.values(), key=lambda claim: claim.id):
        material = c.thing in catalogue.materials
        yield (
            *(c.id, c.category, None if material else c.thing, c.thing if material else None),
            *(c.relation, c.status, c.via, c.group, c.form),
            *(f"{c.locator.kind} {c.locator.value}", c.note),
        )


def positions(catalogue: Catalogue) -> Iterator[Row]:
    """Give a row each position that an edition holds on a thing."""
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


def verdicts(catalogue: Catalogue) -> Iterator[Row]:
    """Give a row each thing and concept, on the day of the data's release."""
    view = View(catalogue)
    for thing in (*catalogue.elements, *catalogue.materials):
        material = thing in catalogue.materials
        for s in view.summaries(thing):
            sides = s.included, s.excluded, s.silent, s.contradictory
            yield (
                *(None if material else thing, thing if material else None),
                *(s.concept, s.nature, s.verdict, s.strength),
                *(len(side) for side in sides),
                *(s.listed_by, s.lists, view.selection.as_of.isoformat()),
            )


def changes(catalogue: Catalogue) -> Iterator[Row]:
    """Give a row each element or material of a change."""
    for c in every_change(catalogue):
        for material, thing in [
            *((False, each) for each in c.elements),
            *((True, each) for each in c.materials),
        ]:
            names = (None, thing) if material else (thing, None)
            yield c.date, c.authority, c.series, c.before, c.after, c.concept, c.kind, *names


def disagreements(catalogue: Catalogue) -> Iterator[Row]:
    """Give a row each holder of a side."""
    for d in View(catalogue).all_disagreements():
        for side in d.sides:
            for p in side.holders:
                yield (
                    *(d.id, d.thing, d.concept, d.kind, d.strength, side.stand, side.concept),
                    *(p.edition, catalogue.authority_of[p.edition], p.status),
                )


def names(catalogue: Catalogue) -> Iterator[Row]:
    """Give a row each spelling of an element."""
    for name in catalogue.records.names:
        *values, sources = astuple(name)
        yield *values, _joined(sources)
