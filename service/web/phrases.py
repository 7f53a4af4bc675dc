"""Phrases of the pages for kinds, positions, dates and places."""

import datetime as dt
from collections.abc import Sequence

from service.model import (
    AuthorityKind,
    Basis,
    Edition,
    Kind,
    Locator,
    Nature,
    Position,
    Stand,
    Status,
    Strength,
    Where,
)

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

STANDS = {
    Stand.INCLUDED: "yes",
    Stand.EXCLUDED: "no",
    Stand.SILENT: "silent",
    Stand.CONTRADICTORY: "yes and no",
}
ANSWERS = {
    Nature.CLASSIFICATION: {
        Stand.INCLUDED: "Yes",
        Stand.EXCLUDED: "No",
        Stand.CONTRADICTORY: "Yes and no",
    },
    Nature.LISTING: {
        Stand.INCLUDED: "On the list",
        Stand.EXCLUDED: "Not on the list",
        Stand.CONTRADICTORY: "On the list and not",
    },
}
KINDS = {
    Kind.MEMBERSHIP: "Membership: some include it, others exclude it",
    Kind.PLACEMENT: "Placement: different classes, of which only one can be right",
    Kind.BOUNDARY: "Boundary: the classes have different definitions",
    Kind.INTERNAL: "Internal: one authority contradicts itself",
    Kind.COVERAGE: "Coverage: some include it, others are silent",
}
STRENGTHS = {
    Strength.EXPLICIT: "Both sides say it explicitly",
    Strength.INFERRED: ("One side is only implied (for example by not being on a complete list)"),
}
AUTHORITY_KINDS = {
    AuthorityKind.STANDARDS_BODY: "Standards bodies",
    AuthorityKind.LAW: "Law",
    AuthorityKind.MINISTRY: "Ministries",
    AuthorityKind.AGENCY: "Agencies",
    AuthorityKind.SURVEY: "Geological surveys",
    AuthorityKind.SCIENCE: "Science",
    AuthorityKind.REFERENCE_WORK: "Reference works",
    AuthorityKind.SOFTWARE: "Software",
    AuthorityKind.PRESS: "Press",
}
_KIND_NOUNS = {
    AuthorityKind.STANDARDS_BODY: ("standards body", "standards bodies"),
    AuthorityKind.LAW: ("law", "laws"),
    AuthorityKind.MINISTRY: ("ministry", "ministries"),
    AuthorityKind.AGENCY: ("agency", "agencies"),
    AuthorityKind.SURVEY: ("geological survey", "geological surveys"),
    AuthorityKind.SCIENCE: ("voice of science", "voices of science"),
    AuthorityKind.REFERENCE_WORK: ("reference work", "reference works"),
    AuthorityKind.SOFTWARE: ("program", "programs"),
    AuthorityKind.PRESS: ("press title", "press titles"),
}
BASES = {
    Basis.CLAIM: "implied by a group, range or rule",
    Basis.NARROWER_CATEGORY: "implied by a narrower class",
    Basis.WIDER_CATEGORY: "named only in a wider class",
    Basis.WIDER_MATERIAL: "implied by a wider material",
    Basis.DISJOINT_CATEGORY: "implied by another class",
    Basis.CLOSED_LIST: "implied by a closed list",
    Basis.UNDECIDED_WORDING: "the wording does not decide",
    Basis.NOTHING_SAID: "nothing said",
}
WHERE = {
    Where.OWN_PAGE: "the authority's own page",
    Where.COPY: "a copy",
    Where.TRANSLATION: "a translation",
    Where.REPORT: "a report",
    Where.SOFTWARE: "software",
}
MATCHES = {
    "exact": "the same as our concept",
    "close": "nearly the same as our concept",
    "broad": "wider than our concept",
    "narrow": "narrower than our concept",
}
COVERAGES = {
    "closed": "complete: all other elements are excluded",
    "open": "open-ended: silent about all other elements",
}
CHANGES = {
    "added": "added",
    "dropped": "dropped",
    "included-after-silence": "now named explicitly",
    "silent-after-inclusion": "no longer named explicitly",
    "renamed": "renamed",
    "split": "entry split",
    "merged": "entries merged",
    "spelled-out": "group now listed by element",
    "grouped": "now listed as a group",
    "list-closed": "list now complete",
    "list-opened": "list now open-ended",
    "concept-added": "first covered",
    "concept-dropped": "no longer covered",
}


def date(text: str | dt.date | None) -> str:
    """Put a date, whole or partial, for a reader: ``2025-03`` is March 2025."""
    if text is None:
        return "undated"
    parts = [int(part) for part in str(text).split("-")]
    if len(parts) == 1:
        return str(parts[0])
    month = f"{_MONTHS[parts[1] - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{parts[2]} {month}"  # noqa: PLR2004 - year, month


def edition_date(edition: Edition) -> str:
    """Give the date from which an edition holds; of an undated one, the day we read it."""
    return date(edition.start) if edition.dated else f"undated, read {date(edition.start)}"


def edition_year(edition: Edition) -> str:
    """Give the year from which an edition holds, or that it is undated."""
    return year(edition.start) if edition.dated else "undated"


def year(text: str | None) -> str:
    """Give the year of a date, whole or partial."""
    return text[:4] if text else "undated"


def capital(text: str) -> str:
    """Begin with a capital, and leave the rest of the text as it is."""
    return text[:1].upper() + text[1:]


def count(number: int, one: str, many: str | None = None) -> str:
    """Count a noun: ``1 edition``, ``2 editions``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def count_kind(number: int, kind: AuthorityKind) -> str:
    """Count authorities of one kind: ``2 ministries``."""
    return count(number, *_KIND_NOUNS[kind])


def listed(names: Sequence[str], limit: int | None = None) -> str:
    """Join names as a sentence does, the rest beyond a limit counted."""
    if limit is not None and len(names) > limit:
        return f"{', '.join(names[:limit])} and {len(names) - limit} more"
    if len(names) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def place(locator: Locator) -> str:
    """Name a place in a document."""
    return place_of(locator.kind, locator.value)


def place_of(kind: str, value: str) -> str:
    """Name a place in a document by the two parts of its locator."""
    return value if kind == "document" else f"{kind} {value}"


def manner(position: Position) -> str:
    """Name the basis of a position: stated, or implied in some way."""
    return "stated" if position.status is Status.STATED else BASES[position.basis]


def label_in_sentence(label: str) -> str:
    """Put a concept's label inside a sentence: only its first capital goes."""
    return label[:1].lower() + label[1:]


def article(label: str) -> str:
    """Put the right article before a concept's label, where it takes one."""
    if label.startswith("under "):
        return label
    return f"{'an' if label[0] in 'aeiou' else 'a'} {label}"
