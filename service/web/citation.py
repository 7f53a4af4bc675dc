"""Citations of a page: plain text and BibTeX."""

import re
from dataclasses import dataclass

from service.catalogue import Catalogue
from service.web import phrases


@dataclass(frozen=True, slots=True)
class PageCitation:
    """A page's citation."""

    text: str
    bibtex: str


def cite(catalogue: Catalogue, title: str, address: str) -> PageCitation:
    """Make the citation of a page.

    Args:
        catalogue: whose release is named.
        title: the page's.
        address: its own, with the whole query.
    """
    dataset, digest = catalogue.records.dataset, catalogue.digest
    text = (
        f"Element classifier, data {dataset.version} ({phrases.date(dataset.released)}): {title}. "
        f"{address} (data digest {digest[:16]})"
    )
    year = dataset.released[:4]
    key = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40]
    bibtex = "\n".join(
        [
            f"@misc{{element-classifier-{year}-{key},",
            "  author = {{Element classifier}},",
            f"  title = {{{{{_escaped(title)}}}}},",
            f"  year = {{{year}}},",
            f"  version = {{{dataset.version}}},",
            f"  note = {{Data of {dataset.released}, digest {digest[:16]}}},",
            f"  url = {{{address}}}",
            "}",
        ]
    )
    return PageCitation(text, bibtex)


def _escaped(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)
