"""The README's table of authorities: their lists, by jurisdiction and year."""

from collections.abc import Iterable

from service.catalogue import Catalogue
from service.model import OFFICIAL, Edition

_CLASSES = 1
_OTHERS = "science, reference works, software and press"


def coverage(catalogue: Catalogue) -> str:
    """Write the table in Markdown: official authorities by jurisdiction, the others counted."""
    groups: dict[str, list[Edition]] = {}
    others: set[str] = set()
    for edition in catalogue.editions.values():
        authority = catalogue.authorities[edition.authority]
        if authority.kind in OFFICIAL:
            groups.setdefault(authority.jurisdiction or authority.short, []).append(edition)
        else:
            others.add(authority.id)
    rows = [f"| {name} | {_classes(catalogue, groups[name])} |" for name in sorted(groups)]
    last_row = f"| {len(others)} more | {_OTHERS} |"
    return "\n".join(["| whose | on what, by year |", "|---|---|", *rows, last_row]) + "\n"


def _classes(catalogue: Catalogue, editions: Iterable[Edition]) -> str:
    years: dict[str, set[str]] = {}
    for edition in editions:
        for category in catalogue.categories_of[edition.id]:
            year = edition.start[:4] if edition.dated else "undated"
            years.setdefault(category.concept, set()).add(year)
    spans = [f"{id_} {_span(each)}" for id_, each in years.items()]
    beyond = len(spans) - _CLASSES
    return "; ".join(spans[:_CLASSES]) + (f" (+{beyond})" if beyond > 0 else "")


def _span(years: set[str]) -> str:
    dated = sorted(years - {"undated"})
    if len(dated) > 1:
        return f"{dated[0]}-{dated[-1]}"
    return dated[0] if dated else "undated"
