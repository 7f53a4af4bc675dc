"""Every mention that can be listed, with what the reader makes of it: a join equals the service."""

from collections.abc import Iterator

from service.catalogue import Catalogue
from service.mentions import Lexicon, Options, Reader
from service.model import Element
from service.tables.table import Row

_UNITS = ("ppm", "ppb", "pct", "wt%", "mg/kg", "mg/L", "ug/L")
_CHARGES = ("+", "2+", "3+", "4+", "-", "2-")


def spellings(catalogue: Catalogue) -> Iterator[Row]:
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
    for material in catalogue.materials.values():
        for text in (material.name, *(name.text for name in material.names)):
            yield from _cases(text)


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
