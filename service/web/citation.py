"""Citations of a page: plain text, BibTeX and CSL-JSON."""

import json
import re
from dataclasses import dataclass
from typing import Any

from service.catalogue import Catalogue
from service.web import phrases


@dataclass(frozen=True, slots=True)
class PageCitation:
    """A page's citation, and the address that it names."""

    address: str
    text: str
    bibtex: str
    csl: str


def cite(catalogue: Catalogue, title: str, address: str) -> PageCitation:
    """Make the citation of a page.

    Args:
        catalogue: whose release is named.
        title: the page's.
        address: its own, with the whole query.
    """
    dataset, digest = catalogue.records.dataset, catalogue.digest[:16]
    released = phrases.date(dataset.released)
    text = (
        f"Element classifier, data {dataset.version} ({released}): {title}. "
        f"{address} (data digest {digest})"
    )
    short = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40]
    key = f"element-classifier-{dataset.released[:4]}-{short}"
    bibtex = "\n".join(
        [
            f"@misc{{{key},",
            "  author = {{Element classifier}},",
            f"  title = {{{{{_escaped(title)}}}}},",
            f"  year = {{{dataset.released[:4]}}},",
            f"  version = {{{dataset.version}}},",
            f"  note = {{Data of {dataset.released}, digest {digest}}},",
            f"  url = {{{address}}}",
            "}",
        ]
    )
    csl: dict[str, Any] = {
        "id": key,
        "type": "dataset",
        "title": title,
        "author": [{"literal": "Element classifier"}],
        "issued": {"date-parts": [[int(part) for part in dataset.released.split("-")]]},
        "version": dataset.version,
        "note": f"data digest {digest}",
        "URL": address,
    }
    return PageCitation(address, text, bibtex, json.dumps([csl], ensure_ascii=False, indent=1))


def _escaped(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)
