"""The tables of spellings: names by language, and every mention that can be listed, as read."""

from collections.abc import Iterator
from dataclasses import astuple

from service.catalogue import Catalogue
from service.mentions import Lexicon, Options, Reader
from service.model import Element
from service.tables.flat_table import THING_COLUMNS, FlatTable, Row, columns, joined

_UNITS = ("ppm", "ppb", "pct", "wt%", "mg/kg", "mg/L", "ug/L")
_CHARGES = ("+", "2+", "3+", "4+", "-", "2-")


def _names(catalogue: Catalogue) -> Iterator[Row]:
    for name in catalogue.records.names:
        *values, sources = astuple(name)
        yield *values, joined(sources)


def _spellings(catalogue: Catalogue) -> Iterator[Row]:
    """Give a row a mention: the mention, and its outcome as the service gives it."""
    reader = Reader(Lexicon(catalogue.records))
    for mention in dict.fromkeys(_mentions(catalogue)):
        reading = reader.read(mention, Options(), suggest=False)
        yield (
            *(mention, reading.outcome, reading.symbol, reading.material),
            reading.resolution.by if reading.resolution else None,
            " ".join(reading.warnings) or None,
            reading.problem.slug if reading.problem else None,
        )


def _mentions(catalogue: Catalogue) -> Iterator[str]:
    for element in catalogue.elements.values():
        yield from _of_element(element)
    for name in catalogue.records.names:
        yield from _cases(name.text)
    for term in catalogue.records.terms:
        yield from _cases(term.text)
    for material in catalogue.records.materials:
        for text in (material.name, *(name.text for name in material.names)):
            yield from (text, text.capitalize())


def _cases(text: str) -> Iterator[str]:
    yield from (text, text.lower(), text.upper(), text.capitalize(), text.title())


def _of_element(element: Element) -> Iterator[str]:
    symbol = element.symbol
    yield from (symbol, symbol.lower(), symbol.upper())
    yield from (str(element.atomic_number), element.cas, element.inchi, element.inchikey)
    for unit in _UNITS:
        for each in (symbol, symbol.lower(), symbol.upper()):
            yield from (f"{each}_{unit}", f"{each} ({unit})", f"{each} {unit}", f"{each}, {unit}")
    for charge in _CHARGES:
        yield f"{symbol}{charge}"
    for mass in element.mass_numbers:
        yield from (f"{symbol}-{mass}", f"{symbol}{mass}", f"{mass}{symbol}")
        yield f"{element.name.lower()}-{mass}"


SPELLING_TABLES = (
    FlatTable(
        "names",
        "Spellings of the elements by language, with their sources.",
        ("symbol", "language", "name", "kind"),
        columns(
            symbol="Symbol.",
            language="ISO 639-1 code.",
            name="The spelling.",
            kind="preferred, spelling, former, systematic or isotope.",
            mass_number="integer: Of an isotope.",
            sources="Source ids, joined by semicolons.",
        ),
        _names,
    ),
    FlatTable(
        "spellings",
        "Mentions that can be listed, and what the reader makes of each: join on mention.",
        ("mention",),
        columns(
            mention="As a user may write it.",
            outcome="What it turned out to be.",
            **THING_COLUMNS,
            read_by="By what it was recognised.",
            warning="What else it could mean.",
            problem="Type of problem, where it is not ok.",
        ),
        _spellings,
    ),
)
"""The names of elements, and the mentions that can be listed."""
