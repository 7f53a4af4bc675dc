"""The tables, from elements and materials to verdicts and spellings."""

from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

from service.catalogue import Catalogue, View, series
from service.model import Edition
from service.tables.spellings import spellings
from service.tables.table import FlatTable, Row, columns


def _joined(values: Any) -> str:
    return ";".join(values)


def _elements(catalogue: Catalogue) -> Iterator[Row]:
    for e in catalogue.elements.values():
        yield (
            *(e.atomic_number, e.symbol, e.name, e.group, e.period, e.block),
            *(e.cas, e.inchi, e.inchikey, e.natural),
        )


def _materials(catalogue: Catalogue) -> Iterator[Row]:
    for m in catalogue.materials.values():
        yield m.id, m.name, m.kind, m.broader, m.formula, _joined(m.symbols)


def _authorities(catalogue: Catalogue) -> Iterator[Row]:
    for a in catalogue.authorities.values():
        yield a.id, a.name, a.short, a.kind, a.jurisdiction, a.code, a.homepage


def _series(catalogue: Catalogue) -> Iterator[Row]:
    editions: dict[str, list[Edition]] = {}
    for edition in catalogue.editions.values():
        editions.setdefault(edition.series, []).append(edition)
    for name in sorted(editions):
        newest = editions[name][0]
        yield name, newest.authority, newest.id, len(editions[name])


def _editions(catalogue: Catalogue) -> Iterator[Row]:
    for e in catalogue.editions.values():
        citation = e.citations[0]
        source = catalogue.sources[citation.source]
        yield (
            *(e.id, e.authority, e.series, e.title, e.published, e.in_force_from, e.in_force_to),
            *(e.supersedes, citation.grade, citation.where, source.url or source.citation),
        )


def _categories(catalogue: Catalogue) -> Iterator[Row]:
    for c in catalogue.categories.values():
        where = f"{c.locator.kind} {c.locator.value}"
        yield c.id, c.edition, c.concept, c.label, c.match, c.coverage, where, c.broader, c.note


def _claims(catalogue: Catalogue) -> Iterator[Row]:
    # by id, so that claims and deltas make the same file again
    for c in sorted(catalogue.claims.values(), key=lambda claim: claim.id):
        material = c.thing in catalogue.materials
        yield (
            *(c.id, c.category, None if material else c.thing, c.thing if material else None),
            *(c.relation, c.status, c.via, c.group, c.form),
            *(f"{c.locator.kind} {c.locator.value}", c.note),
        )


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


def _names(catalogue: Catalogue) -> Iterator[Row]:
    for name in catalogue.records.names:
        *values, sources = astuple(name)
        yield *values, _joined(sources)


_THING = {"symbol": "An element's symbol; empty for a material.", "material": "A material's id."}

TABLES = (
    FlatTable(
        "elements",
        "Identity of the 118 elements, from mendeleev.",
        ("symbol",),
        columns(
            atomic_number="integer: Atomic number.",
            symbol="Symbol.",
            name="Name in American English.",
            group_number="integer: Column 1 to 18; empty in the f block.",
            period="integer: Row of the periodic table.",
            block="s, p, d or f.",
            cas="CAS registry number.",
            inchi="InChI of the atom.",
            inchikey="InChIKey of the atom.",
            occurs="boolean: Whether a natural abundance is listed.",
        ),
        _elements,
    ),
    FlatTable(
        "materials",
        "Minerals, ores, compounds and products on lists.",
        ("material",),
        columns(
            material="Id.",
            name="Name in a sentence.",
            kind="Kind of material.",
            broader="A wider material.",
            formula="Chemical formula.",
            elements="Symbols of its elements, joined by semicolons: no claim on them.",
        ),
        _materials,
    ),
    FlatTable(
        "authorities",
        "The bodies, works and programs that make a classification.",
        ("authority",),
        columns(
            authority="Id.",
            name="Name.",
            short="Name in a sentence.",
            kind="Kind of authority.",
            jurisdiction="State or union.",
            code="Its code by ISO 3166, or EU.",
            homepage="Address.",
        ),
        _authorities,
    ),
    FlatTable(
        "series",
        "The lists that editions are editions of.",
        ("series",),
        columns(
            series="Id.",
            authority="The newest edition's authority.",
            newest_edition="The newest edition.",
            editions="integer: How many editions are held.",
        ),
        _series,
    ),
    FlatTable(
        "editions",
        "Dated statements, the newest first.",
        ("edition",),
        columns(
            edition="Id.",
            authority="Authority id.",
            series="Series id.",
            title="Title.",
            published="Date as YYYY, YYYY-MM or YYYY-MM-DD.",
            in_force_from="First day in force, likewise.",
            in_force_to="First day no longer in force, likewise.",
            supersedes="The edition before it.",
            grade="How near to the authority's own words it was read.",
            read_at="Kind of place in which it was read.",
            source="Where: an address, or a citation.",
        ),
        _editions,
    ),
    FlatTable(
        "categories",
        "Classes inside editions, in their words.",
        ("category",),
        columns(
            category="Id: edition/slug.",
            edition="Edition id.",
            concept="Concept id.",
            label="In the edition's words.",
            match="The category against the concept; broad is wider.",
            coverage="Whether the list excludes what it does not name.",
            locator="Where it stands.",
            broader="A wider category.",
            note="A remark of ours.",
        ),
        _categories,
    ),
    FlatTable(
        "claims",
        "Statements of editions on one element or material.",
        ("claim",),
        columns(
            claim="Id.",
            category="Category id.",
            **_THING,
            relation="includes or excludes.",
            status="stated or implied.",
            via="How the edition reaches the element.",
            list_group="The list's entry, where that is a group.",
            form="The form that is meant.",
            locator="Where it stands.",
            note="A paraphrase of ours.",
        ),
        _claims,
    ),
    FlatTable(
        "positions",
        "What every edition holds on every element, and on every material of a list.",
        ("concept", "edition", "symbol", "material"),
        columns(
            concept="Concept id.",
            edition="Edition id.",
            authority="Authority id.",
            **_THING,
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
            **_THING,
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
            **_THING,
        ),
        _changes,
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
    FlatTable(
        "names",
        "Spellings of the elements by language, with their sources.",
        ("symbol", "language", "name", "kind"),
        columns(
            symbol="Symbol.",
            language="ISO 639-1 code.",
            name="The spelling.",
            kind="preferred, spelling, former, systematic or isotope.",
            mass_number="integer: Of an isotope.",
            sources="Source ids, joined by semicolons.",
        ),
        _names,
    ),
    FlatTable(
        "spellings",
        "Mentions that can be listed, and what the reader makes of each: join on mention.",
        ("mention",),
        columns(
            mention="As a user may write it.",
            outcome="What it turned out to be.",
            **_THING,
            read_by="By what it was recognised.",
            warning="What else it could mean.",
            problem="Type of problem, where it is not ok.",
        ),
        spellings,
    ),
)
"""Every table, in the order in which they are read."""
