"""Holds the seeds against a copy of a source's text: is what we cite where we say it is?"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.catalogue import Catalogue
from service.mentions import key
from service.model import Claim, Edition, Locator, Source, Via


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was held against the text."""

    sound: bool
    what: str


def audit(catalogue: Catalogue, path: Path) -> list[Finding]:
    """Check every paragraph locator and every named element against a copy of a text.

    Args:
        catalogue: whose editions cite the text; the source is the one with its SHA-256.
        path: the copy, in UTF-8. Paragraphs are its non-empty lines, the first being 1.

    Raises:
        OSError: the copy cannot be read.
        UnicodeDecodeError: it is not UTF-8.
    """
    raw = path.read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    sources = [source for source in catalogue.sources.values() if source.sha256 == digest]
    if not sources:
        return [Finding(False, f"No source has the SHA-256 of this text, {digest}.")]
    paragraphs = [line for line in raw.decode("utf-8").split("\n") if line.strip()]
    findings = [
        Finding(True, f"{source.id}: the SHA-256 is that of this text") for source in sources
    ]
    for source in sources:
        for edition in catalogue.editions.values():
            if any(citation.source == source.id for citation in edition.citations):
                findings += _edition(catalogue, source, edition, paragraphs)
    return findings


def _edition(
    catalogue: Catalogue, source: Source, edition: Edition, paragraphs: list[str]
) -> Iterator[Finding]:
    for category in catalogue.categories.values():
        if category.edition == edition.id:
            yield _located(category.id, category.locator, paragraphs)
    for claim in catalogue.claims.values():
        if catalogue.categories[claim.category].edition == edition.id and claim.via is Via.NAMED:
            yield _named(catalogue, source, claim, paragraphs)
    for figure in catalogue.records.figures:
        if figure.edition == edition.id:
            text = _paragraph(figure.locator, paragraphs) or ""
            number = rf"(?<![\d.,]){re.escape(str(figure.value))}(?![\d]|[.,]\d)"
            stands = re.search(number, text) is not None
            yield Finding(stands, f"{figure.id}: {figure.value} stands in {_where(figure.locator)}")


def _where(locator: Locator) -> str:
    return f"{locator.kind} {locator.value}"


def _paragraph(locator: Locator, paragraphs: list[str]) -> str | None:
    if locator.kind != "paragraph" or not locator.value.isdigit():
        return None
    number = int(locator.value)
    return paragraphs[number - 1] if 1 <= number <= len(paragraphs) else None


def _located(what: str, locator: Locator, paragraphs: list[str]) -> Finding:
    there = _paragraph(locator, paragraphs) is not None
    return Finding(there, f"{what}: the text has a {_where(locator)}")


def _named(catalogue: Catalogue, source: Source, claim: Claim, paragraphs: list[str]) -> Finding:
    words = set(re.findall(r"\w+", key(_paragraph(claim.locator, paragraphs) or "")))
    spellings = {
        key(name.text)
        for name in catalogue.names_of[claim.thing]
        if name.language == source.language and name.kind in ("preferred", "spelling")
    }
    there = not words.isdisjoint(spellings)
    return Finding(there, f"{claim.id}: {claim.thing} is named in {_where(claim.locator)}")
