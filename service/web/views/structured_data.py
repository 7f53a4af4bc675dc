"""Structured data of a page, in the words of schema.org, for search engines."""

from typing import Any

from service.catalogue import Catalogue
from service.model import Element
from service.web.links import DataLinks

Json = dict[str, Any]
ABOUT = (
    "Which authorities call an element rare-earth, critical or strategic, in which list, "
    "and who disagrees."
)
"""The site in a sentence."""


def of_element(
    catalogue: Catalogue, element: Element, base: str, description: str, links: DataLinks
) -> Json:
    """Describe an element, and the data set about it.

    Args:
        catalogue: the data.
        element: the element.
        base: the public address of the service.
        description: the verdicts in sentences.
        links: where the API gives the page's data.
    """
    address = f"{base}/elements/{element.symbol}"
    preferred = [n.text for n in catalogue.names_of[element.symbol] if n.kind == "preferred"]
    others = [name for name in dict.fromkeys(preferred) if name.lower() != element.name.lower()]
    return {
        "@context": "https://schema.org",
        "@type": "MolecularEntity",
        "@id": address,
        "url": address,
        "name": element.name,
        "alternateName": [element.symbol, *others],
        "inChI": element.inchi,
        "inChIKey": element.inchikey,
        "identifier": {"@type": "PropertyValue", "propertyID": "CAS", "value": element.cas},
        "subjectOf": {
            "@type": "Dataset",
            "name": f"Who calls {element.name.lower()} rare-earth, critical or strategic",
            "description": description,
            "url": address,
            "distribution": [
                _download(base, links.json, "application/json"),
                _download(base, links.csv or links.json, "text/csv"),
            ],
            **_release(catalogue),
        },
    }


def of_site(catalogue: Catalogue, base: str) -> Json:
    """Describe the data set as a whole."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{base}/",
        "url": f"{base}/",
        "name": "Element classifier",
        "description": ABOUT,
        **_release(catalogue),
    }


def _download(base: str, path: str, media_type: str) -> Json:
    address = f"{base}{path}"
    return {"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": address}


def _release(catalogue: Catalogue) -> Json:
    dataset = catalogue.records.dataset
    return {
        "version": dataset.version,
        "dateModified": dataset.released,
        "license": {"@type": "CreativeWork", "name": dataset.licence},
        "isAccessibleForFree": True,
    }
