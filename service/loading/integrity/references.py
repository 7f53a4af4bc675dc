"""Ids resolve, are unique and are used; categories relate as they may."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from service.loading.faults import Fault
from service.loading.integrity.places import category_fault, edition_fault
from service.model import Match, Records, Relation, first_day
from service.rules import DEFINITIONS, made_claims


def faults(records: Records) -> Iterator[Fault]:
    """Check references, uniqueness, use, and the relations among categories."""
    yield from _duplicates(records)
    yield from _edition_references(records)
    yield from _edition_links(records)
    yield from _concept_references(records)
    yield from _category_references(records)
    yield from _claim_references(records)
    yield from _element_references(records)
    yield from _unused(records)


def _duplicates(records: Records) -> Iterator[Fault]:
    tables: list[tuple[str, Iterable[str]]] = [
        ("authorities.toml", (authority.id for authority in records.authorities)),
        ("sources.toml", (source.id for source in records.sources)),
        ("concepts.toml", (concept.id for concept in records.concepts)),
    ]
    for file, ids in tables:
        for id_ in _repeated(ids):
            yield Fault(file, id_, "duplicate-id", f"Two records have the id {id_!r}.")
    for id_ in _repeated(category.id for category in records.categories):
        yield category_fault(id_, "duplicate-id", "Two categories have this slug.")
    for id_ in _repeated(figure.id for figure in records.figures):
        yield category_fault(id_, "duplicate-id", "Two figures have this slug.")
    for id_ in _repeated(claim.id for claim in (*records.claims, *made_claims(records))):
        category, _, symbol = id_.removesuffix("/excluded").rpartition("/")
        yield category_fault(category, "duplicate-claim", f"{symbol} stands in the category twice.")


def _repeated(ids: Iterable[str]) -> list[str]:
    return [id_ for id_, times in Counter(ids).items() if times > 1]


def _edition_references(records: Records) -> Iterator[Fault]:
    authorities = {authority.id for authority in records.authorities}
    sources = {source.id for source in records.sources}
    for edition in records.editions:
        if edition.authority not in authorities:
            what = f"There is no authority {edition.authority!r}."
            yield edition_fault(edition.id, "authority", "unknown-authority", what)
        for citation in edition.citations:
            if citation.source not in sources:
                what = f"There is no source {citation.source!r}."
                yield edition_fault(edition.id, "sources", "unknown-source", what)


def _edition_links(records: Records) -> Iterator[Fault]:
    editions = {edition.id: edition for edition in records.editions}
    for edition in records.editions:
        named = [("contradicts", other) for other in edition.contradicts]
        if edition.supersedes is not None:
            named.append(("supersedes", edition.supersedes))
        for key, other in named:
            if other not in editions:
                what = f"There is no edition {other!r}."
                yield edition_fault(edition.id, key, "unknown-edition", what)
        before = editions.get(edition.supersedes or "")
        if before and before.series != edition.series:
            what = f"{before.id!r} is of the series {before.series!r}."
            yield edition_fault(edition.id, "supersedes", "supersedes-other-series", what)
        elif before and first_day(before.start) >= first_day(edition.start):
            what = f"{before.id!r} begins {before.start}, this edition {edition.start}."
            yield edition_fault(edition.id, "supersedes", "supersedes-later", what)


def _concept_references(records: Records) -> Iterator[Fault]:
    concepts = {concept.id for concept in records.concepts}
    broader = {concept.id: concept.broader for concept in records.concepts}
    for concept in records.concepts:
        if concept.broader is not None and concept.broader not in concepts:
            what = f"There is no concept {concept.broader!r}."
            yield Fault("concepts.toml", concept.id, "unknown-concept", what)
        if _leads_back(concept.id, broader):
            what = "The chain of broader leads back to this concept."
            yield Fault("concepts.toml", concept.id, "circular-broader", what)
    for category in records.categories:
        if category.concept not in concepts:
            what = f"There is no concept {category.concept!r}."
            yield category_fault(category.id, "unknown-concept", what)
    for figure in records.figures:
        if figure.concept not in concepts:
            what = f"There is no concept {figure.concept!r}."
            yield category_fault(figure.id, "unknown-concept", what)
    for term in records.terms:
        if term.concept is not None and term.concept not in concepts:
            what = f"There is no concept {term.concept!r}."
            yield Fault("collective-terms.csv", term.text, "unknown-concept", what)


def _category_references(records: Records) -> Iterator[Fault]:
    categories = {category.id: category for category in records.categories}
    broader = {category.id: category.broader for category in records.categories}
    for category in records.categories:
        related = [category.broader] if category.broader else []
        for other in (*related, *category.disjoint_with):
            if other not in categories:
                what = f"There is no category {other!r}."
                yield category_fault(category.id, "unknown-category", what)
        if _leads_back(category.id, broader):
            what = "The chain of broader leads back to this category."
            yield category_fault(category.id, "circular-broader", what)
        for other in category.disjoint_with:
            twin = categories.get(other)
            if (
                twin
                and twin.concept == category.concept
                and Match.NARROW
                not in (
                    twin.match,
                    category.match,
                )
            ):
                what = f"This category and {other!r} exclude each other, but map to one concept."
                yield category_fault(category.id, "disjoint-same-concept", what)


def _leads_back(id_: str, broader: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    wider = broader[id_]
    while wider is not None and wider not in seen:
        seen.add(wider)
        wider = broader.get(wider)
    return id_ in seen


def _claim_references(records: Records) -> Iterator[Fault]:
    members: dict[str, set[str]] = {category.id: set() for category in records.categories}
    for claim in (*records.claims, *made_claims(records)):
        if claim.relation is Relation.INCLUDES:
            members[claim.category].add(claim.thing)
    undecided = {(c.id, row.element) for c in records.categories for row in c.undecided}
    for claim in records.claims:
        if claim.expansion is not None and claim.expansion not in members:
            what = f"There is no category {claim.expansion!r} to expand {claim.group!r}."
            yield category_fault(claim.category, "unknown-category", what)
        elif claim.expansion == claim.category:
            what = f"The category {claim.expansion!r} names itself as its expansion."
            yield category_fault(claim.category, "wrong-expansion", what)
        elif claim.expansion is not None and claim.thing not in members[claim.expansion]:
            what = f"{claim.thing} is not in {claim.expansion!r}."
            yield category_fault(claim.category, "wrong-expansion", what)
        if (claim.category, claim.thing) in undecided:
            what = f"{claim.thing} is both in a claim and in undecided."
            yield category_fault(claim.category, "claim-and-undecided", what)
    for definition in records.definitions:
        if definition.rule not in DEFINITIONS:
            what = f"There is no rule {definition.rule!r}."
            yield category_fault(definition.category, "unknown-rule", what)


def _element_references(records: Records) -> Iterator[Fault]:
    symbols = {element.symbol for element in records.elements}
    named = [(claim.category, claim.thing) for claim in records.claims]
    for category in records.categories:
        named += [(category.id, row.element) for row in category.undecided]
    for place, symbol in named:
        if symbol not in symbols:
            yield category_fault(place, "unknown-element", f"{symbol!r} is no element's symbol.")


def _unused(records: Records) -> Iterator[Fault]:
    cited = {citation.source for edition in records.editions for citation in edition.citations}
    cited |= {source for name in records.names for source in name.sources}
    for material in records.every_material:
        cited |= {name.source for name in material.names}
        cited |= {link.source for link in material.links}
    mapped = {category.concept for category in records.categories}
    mapped |= {concept.broader for concept in records.concepts if concept.broader}
    speaking = {edition.authority for edition in records.editions}
    tables: list[tuple[str, str, Iterable[str], Callable[[str], bool]]] = [
        ("sources.toml", "unused-source", (s.id for s in records.sources), cited.__contains__),
        ("concepts.toml", "unused-concept", (c.id for c in records.concepts), mapped.__contains__),
        (
            "authorities.toml",
            "unused-authority",
            (a.id for a in records.authorities),
            speaking.__contains__,
        ),
    ]
    for file, kind, ids, used in tables:
        for id_ in ids:
            if not used(id_):
                yield Fault(file, id_, kind, f"Nothing refers to {id_!r}.")
