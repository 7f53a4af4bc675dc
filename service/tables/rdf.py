"""The catalogue as RDF: SKOS schemes with PROV and DCAT; needs ``element-classifier[rdf]``."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, PROV, RDFS, SKOS, XSD

from service.catalogue import Catalogue
from service.model import AuthorityKind, Category, Claim, Edition, Grade, Relation
from service.tables.descriptions import ABSTRACT, TITLE, licence_of
from service.tables.rdf_terms import MATCHES, TERMS, VERSION, address_of, date_literal, english


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file of the release: its name and media type."""

    name: str
    media_type: str


def graph(catalogue: Catalogue, base: str, files: Iterable[Distribution] = ()) -> Graph:
    """Make the graph of the records: concepts, authorities, sources, elements, materials, editions.

    Args:
        catalogue: the data.
        base: the address under which every id stands.
        files: the other files of the release.
    """
    maker = _Maker(catalogue, base)
    maker.vocabulary()
    maker.dataset(files)
    maker.concepts()
    maker.agents()
    maker.elements()
    maker.materials()
    for edition in catalogue.editions.values():
        maker.edition(edition)
    return maker.graph


def turtle(graph: Graph) -> bytes:
    """Write a graph as Turtle."""
    return graph.serialize(format="turtle", encoding="utf-8")


def json_ld(graph: Graph) -> bytes:
    """Write a graph as JSON-LD, in one order."""
    context = {prefix: str(name) for prefix, name in sorted(graph.namespaces())}
    written = json.loads(graph.serialize(format="json-ld", context=context, auto_compact=True))
    nodes = [{name: _sorted(value) for name, value in node.items()} for node in written["@graph"]]
    body = {"@context": context, "@graph": sorted(nodes, key=lambda node: str(node["@id"]))}
    return (json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _sorted(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return sorted(value, key=lambda each: json.dumps(each, ensure_ascii=False, sort_keys=True))


class _Maker:
    """Adds the records of a catalogue to a graph."""

    def __init__(self, catalogue: Catalogue, base: str) -> None:
        self.catalogue, self.base = catalogue, base
        self.own = Namespace(f"{base}/ns#")
        # without the two dozen prefixes that rdflib knows
        self.graph = Graph(bind_namespaces="none")
        for prefix, name in (
            *(("dcat", DCAT), ("dcterms", DCTERMS), ("prov", PROV), ("rdfs", RDFS)),
            *(("skos", SKOS), ("xsd", XSD), ("ec", self.own)),
        ):
            self.graph.bind(prefix, name)

    def at(self, kind: str, id_: str = "") -> URIRef:
        """Give the IRI of a record; the id of a category or claim begins with its edition."""
        if kind == "categories":
            edition, _, local = id_.partition("/")
            return URIRef(f"{self.base}/editions/{edition}#{local}")
        return URIRef(f"{self.base}/{kind}/{id_}" if id_ else f"{self.base}/{kind}")

    def add(self, subject: URIRef, *pairs: tuple[URIRef, Any]) -> None:
        """Add a triple for each pair whose value is not empty."""
        for predicate, value in pairs:
            if value is not None and value != "":
                object_ = value if isinstance(value, URIRef | Literal) else Literal(value)
                self.graph.add((subject, predicate, object_))

    def vocabulary(self) -> None:
        for name, meaning in TERMS.items():
            kind = RDFS.Class if name[0].isupper() else RDF.Property
            self.add(
                self.own[name],
                *((RDF.type, kind), (RDFS.label, english(name))),
                (RDFS.comment, english(meaning)),
            )

    def dataset(self, files: Iterable[Distribution]) -> None:
        release = self.catalogue.records.dataset
        subject = self.at("releases", f"{release.version}/")
        self.add(
            subject,
            *((RDF.type, DCAT.Dataset), (RDF.type, PROV.Entity)),
            (DCTERMS.title, english(TITLE)),
            (DCTERMS.description, english(ABSTRACT)),
            (DCTERMS.license, URIRef(licence_of(release).address)),
            (DCTERMS.issued, date_literal(release.released)),
            (VERSION, release.version),
            (DCAT.landingPage, URIRef(self.base)),
        )
        for file in files:
            at = URIRef(f"{subject}{file.name}")
            media = URIRef(f"https://www.iana.org/assignments/media-types/{file.media_type}")
            self.add(subject, (DCAT.distribution, at))
            self.add(
                at,
                *((RDF.type, DCAT.Distribution), (DCTERMS.title, file.name)),
                *((DCAT.downloadURL, at), (DCAT.mediaType, media)),
            )

    def scheme(self, kind: str, label: str) -> URIRef:
        """Make a concept scheme."""
        at = self.at(kind)
        self.add(at, (RDF.type, SKOS.ConceptScheme), (SKOS.prefLabel, english(label)))
        return at

    def in_scheme(self, subject: URIRef, scheme: URIRef, broader: URIRef | None) -> None:
        """Put a concept under a wider one of its scheme, or at its top."""
        self.add(subject, (RDF.type, SKOS.Concept), (SKOS.inScheme, scheme))
        if broader is None:
            self.add(subject, (SKOS.topConceptOf, scheme))
            self.add(scheme, (SKOS.hasTopConcept, subject))
        else:
            self.add(subject, (SKOS.broader, broader))
            self.add(broader, (SKOS.narrower, subject))

    def concepts(self) -> None:
        scheme = self.scheme("concepts", "Concepts")
        for concept in self.catalogue.concepts.values():
            at = self.at("concepts", concept.id)
            wider = self.at("concepts", concept.broader) if concept.broader else None
            self.in_scheme(at, scheme, wider)
            self.add(
                at,
                *((SKOS.prefLabel, english(concept.label)), (SKOS.notation, concept.id)),
                (SKOS.definition, english(concept.definition)),
                (self.own.nature, concept.nature.value),
                *((SKOS.altLabel, label) for label in _other(concept.aliases, concept.label)),
            )

    def agents(self) -> None:
        for authority in self.catalogue.authorities.values():
            software = authority.kind is AuthorityKind.SOFTWARE
            self.add(
                self.at("authorities", authority.id),
                *((RDF.type, PROV.Agent), (RDFS.label, english(authority.name))),
                (RDF.type, PROV.SoftwareAgent if software else None),
                (DCTERMS.type, authority.kind.value),
                (RDFS.seeAlso, authority.homepage and address_of(authority.homepage)),
            )
        for source in self.catalogue.sources.values():
            doi = f"https://doi.org/{source.doi}" if source.doi else None
            self.add(
                self.at("sources", source.id),
                *((RDF.type, PROV.Entity), (DCTERMS.title, source.title)),
                *((DCTERMS.publisher, source.publisher), (DCTERMS.language, source.language)),
                (DCTERMS.issued, date_literal(source.published)),
                *((RDFS.seeAlso, address_of(each)) for each in (source.url, doi) if each),
                (DCTERMS.bibliographicCitation, source.citation),
            )

    def elements(self) -> None:
        scheme = self.scheme("elements", "Chemical elements")
        for element in self.catalogue.elements.values():
            at = self.at("elements", element.symbol)
            self.in_scheme(at, scheme, None)
            names = self.catalogue.names_of[element.symbol]
            preferred = {n.language: n.text for n in names if n.kind == "preferred"}
            self.add(
                at,
                *((SKOS.notation, element.symbol), (self.own.cas, element.cas)),
                (self.own.atomicNumber, element.atomic_number),
                (self.own.inchikey, element.inchikey),
                *((SKOS.prefLabel, Literal(text, lang)) for lang, text in preferred.items()),
                *(
                    (SKOS.altLabel, Literal(name.text, name.language))
                    for name in names
                    if name.kind == "spelling" and name.text != preferred.get(name.language)
                ),
            )

    def materials(self) -> None:
        scheme = self.scheme("materials", "Materials on lists")
        for material in self.catalogue.listed.values():
            at = self.at("materials", material.id)
            wider = self.at("materials", material.broader) if material.broader else None
            self.in_scheme(at, scheme, wider)
            self.add(
                at,
                *((SKOS.prefLabel, english(material.name)), (SKOS.notation, material.id)),
                (DCTERMS.type, material.kind.value),
                *(
                    (SKOS.altLabel, Literal(name.text, name.language))
                    for name in material.names
                    if (name.language, name.text) != ("en", material.name)
                ),
            )

    def edition(self, edition: Edition) -> None:
        at, catalogue = self.at("editions", edition.id), self.catalogue
        authority = self.at("authorities", edition.authority)
        replaced, copied = edition.supersedes, edition.derived_from
        self.add(
            at,
            *((RDF.type, SKOS.ConceptScheme), (RDF.type, PROV.Entity)),
            *(
                (DCTERMS.title, edition.title),
                (DCTERMS.isVersionOf, self.at("series", edition.series)),
            ),
            *((DCTERMS.issued, date_literal(edition.published)), (PROV.wasAttributedTo, authority)),
            (self.own.inForceFrom, date_literal(edition.in_force_from)),
            (self.own.inForceTo, date_literal(edition.in_force_to)),
            (PROV.wasRevisionOf, self.at("editions", replaced) if replaced else None),
            (PROV.wasDerivedFrom, self.at("editions", copied) if copied else None),
        )
        for citation in edition.citations:
            primary = citation.grade is Grade.PRIMARY
            read = PROV.hadPrimarySource if primary else PROV.wasDerivedFrom
            self.add(
                at,
                (read, self.at("sources", citation.source)),
                (self.own.reportedBy, citation.reporter),
            )
        for category in catalogue.categories_of[edition.id]:
            self.category(at, category, catalogue.claims_in[category.id])

    def category(self, edition: URIRef, category: Category, claims: Sequence[Claim]) -> None:
        at = self.at("categories", category.id)
        wider = self.at("categories", category.broader) if category.broader else None
        self.in_scheme(at, edition, wider)
        self.add(
            at,
            *((SKOS.prefLabel, category.label), (self.own.coverage, category.coverage.value)),
            (MATCHES[category.match], self.at("concepts", category.concept)),
            (self.own.locator, f"{category.locator.kind} {category.locator.value}"),
            (SKOS.editorialNote, category.note),
            *(
                (self.own.disjointWith, self.at("categories", id_))
                for id_ in category.disjoint_with
            ),
        )
        for claim in claims:
            material = claim.thing in self.catalogue.materials
            thing = self.at("materials" if material else "elements", claim.thing)
            includes = claim.relation is Relation.INCLUDES
            self.add(
                self.at("categories", claim.id),
                *((RDF.type, self.own.Claim), (RDF.type, PROV.Entity), (self.own.category, at)),
                (self.own.includes if includes else self.own.excludes, thing),
                *((self.own.status, claim.status.value), (self.own.via, claim.via.value)),
                (self.own.locator, f"{claim.locator.kind} {claim.locator.value}"),
                (PROV.wasDerivedFrom, edition),
                (SKOS.editorialNote, claim.note),
            )


def _other(labels: Iterable[str], label: str) -> list[Literal]:
    return [english(each) for each in labels if each != label]
