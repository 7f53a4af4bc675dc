"""The tables of records: elements, materials, authorities, series, editions, categories, claims."""

from collections.abc import Iterator

from service.catalogue import Catalogue
from service.model import Edition
from service.tables.flat_table import THING_COLUMNS, FlatTable, Row, columns, joined


def _elements(catalogue: Catalogue) -> Iterator[Row]:
    for e in catalogue.elements.values():
        yield (
            *(e.atomic_number, e.symbol, e.name, e.group, e.period, e.block),
            *(e.cas, e.inchi, e.inchikey, e.natural),
        )


def _materials(catalogue: Catalogue) -> Iterator[Row]:
    for m in catalogue.materials.values():
        yield m.id, m.name, m.kind, m.broader, m.formula, joined(m.symbols)


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


RECORD_TABLES = (
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
        {"broader": "materials"},
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
        {"newest_edition": "editions"},
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
        {"supersedes": "editions"},
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
        {"broader": "categories"},
    ),
    FlatTable(
        "claims",
        "Statements of editions on one element or material.",
        ("claim",),
        columns(
            claim="Id.",
            category="Category id.",
            **THING_COLUMNS,
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
)
