"""Words of RDF: our own vocabulary, the matches of SKOS, and literals."""

from rdflib import Literal, URIRef
from rdflib.namespace import DCAT, SKOS, XSD

from service.model import Match

MATCHES = {
    Match.EXACT: SKOS.exactMatch,
    Match.CLOSE: SKOS.closeMatch,
    # ours is read from the category, SKOS from its object: a narrow category has a broad match
    Match.NARROW: SKOS.broadMatch,
    Match.BROAD: SKOS.narrowMatch,
}
VERSION = URIRef(f"{DCAT}version")  # new in DCAT 3, which rdflib's namespace has not yet
_DATES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
TERMS = {
    "Claim": "One edition includes, or excludes, one element or material in one category.",
    "category": "The category of a claim.",
    "includes": "The element or material that a claim includes.",
    "excludes": "The element or material that a claim excludes.",
    "status": "stated or implied.",
    "via": "The way in which the edition reaches the element.",
    "locator": "The place in the document.",
    "coverage": "closed: the list excludes everything that it does not name; open: it does not.",
    "disjointWith": "A category of the edition that shares no member with this one.",
    "inForceFrom": "The first day in force.",
    "inForceTo": "The first day no longer in force.",
    "reportedBy": "The reporter of a statement.",
    "nature": "classification or listing.",
    "atomicNumber": "Atomic number.",
    "cas": "CAS registry number.",
    "inchikey": "InChIKey of the atom.",
}
"""Our vocabulary, for what SKOS, PROV and DCAT have no word."""


def english(text: str) -> Literal:
    """Make a text in English."""
    return Literal(text, lang="en")


def date_literal(text: str | None) -> Literal | None:
    """Make a day, a month or a year of its text."""
    return Literal(text, datatype=_DATES[len(text)]) if text else None


def address_of(text: str) -> URIRef:
    """Make the IRI of a web address; blanks are escaped."""
    return URIRef(text.replace(" ", "%20"))
