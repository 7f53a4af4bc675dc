"""Mentions of nuclides in the spellings of nuclear data: ``Ag110_m1``, ``26-Fe-56``, ``nat-C``."""

import re

from service.mentions.lexicon import Lexicon
from service.mentions.reading import Reading, Resolution, found, read_as, unknown
from service.model import By, Element

NOTE = "The classification is the element's, not the isotope's."
_NUMBERED = re.compile(r"([0-9]{1,3})-([A-Za-z]{1,2})-([0-9]{1,3})(?:[gmM][0-9]?)?")
_NATURAL = re.compile(r"[Nn]at\.?-?([A-Z][a-z]?)|([A-Z][a-z]?)-[Nn]at\.?|([A-Z][a-z]?)0")
_ISOMER = re.compile(
    r"([A-Za-z]{1,2})([0-9]{1,3})(?:_[me][0-9]|M)|([A-Z][a-z]?)-([0-9]{2,3})[gnpqrx]"
)
_SEVERAL = re.compile(
    r"([^\W\d_]+)-\(?([0-9]{2,3}(?:[/,+][0-9]{2,3}){1,3})\)?"
    r"|\(?([0-9]{2,3}(?:[/,+][0-9]{2,3}){1,3})\)?([^\W\d_]+)"
)
_RATIO = re.compile(
    r"([^\W\d_]+)-[0-9]{1,3} ?/ ?\1-[0-9]{1,3}|[0-9]{1,3}([A-Z][a-z]?) ?/ ?[0-9]{1,3}\2",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(r"([^\W\d_]+),? isotope of mass ([0-9]{1,3})", re.IGNORECASE)
_MASS_BEHIND = re.compile(r"([A-Z][a-z]?)[(\[]([0-9]{1,3})[)\]]")
"""A channel of a mass spectrometer: ``Ca(43)``; another number in brackets counts."""
_CHANNEL = re.compile(r"([A-Z][a-z]?)([0-9]{2,3})D[id]")


def read_nuclide(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a nuclide as data files name it; None where the text follows no such pattern.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    return _natural(lexicon, text) or _numbered(lexicon, text) or _of_one(lexicon, text)


def _natural(lexicon: Lexicon, text: str) -> Reading | None:
    match = _NATURAL.fullmatch(text)
    symbol = (match[1] or match[2] or match[3]) if match else ""
    note = "Read as the natural mixture of isotopes."
    if symbol not in lexicon.elements:
        return None
    short = (
        read_as(lexicon.elements[symbol], ("It may also be a code.",)) if text[-1] == "0" else ()
    )
    return found(symbol, Resolution(By.SYMBOL, note=note, warnings=short))


def _numbered(lexicon: Lexicon, text: str) -> Reading | None:
    match = _NUMBERED.fullmatch(text)
    element = lexicon.by_folded_symbol.get(match[2].casefold()) if match else None
    if match is None or element is None or element.atomic_number != int(match[1]):
        return None
    return _of_mass(element, int(match[3]))


def _of_one(lexicon: Lexicon, text: str) -> Reading | None:
    if match := _SEVERAL.fullmatch(text):
        element = _named(lexicon, match[1] or match[4])
        masses = {int(mass) for mass in re.findall(r"[0-9]+", match[2] or match[3])}
        if element is None or not masses <= set(element.mass_numbers):
            return None
        return found(element.symbol, Resolution(By.ISOTOPE, note=NOTE))
    if (match := _RATIO.fullmatch(text)) and (element := _named(lexicon, match[1] or match[2])):
        ratio = f"{text!r} is a ratio of two isotopes: send {element.symbol} for the element."
        return unknown(ratio, (element.symbol,))
    match = _MASS_BEHIND.fullmatch(text)
    element = lexicon.elements.get(match[1]) if match else None
    if match and element and int(match[2]) in set(element.mass_numbers) - {element.atomic_number}:
        return _of_mass(element, int(match[2]))
    for pattern in (_ISOMER, _IN_WORDS, _CHANNEL):
        if match := pattern.fullmatch(text):
            word, mass = [each for each in match.groups() if each]
            element = _named(lexicon, word)
            return _of_mass(element, int(mass)) if element else None
    return None


def _named(lexicon: Lexicon, word: str) -> Element | None:
    symbols = {name.symbol for name in lexicon.names_of(word)}
    by_name = lexicon.elements[symbols.pop()] if len(symbols) == 1 else None
    return lexicon.elements.get(word) or by_name or lexicon.by_folded_symbol.get(word.casefold())


def _of_mass(element: Element, mass: int) -> Reading:
    if mass not in element.mass_numbers:
        return no_isotope(element, mass)
    return found(element.symbol, Resolution(By.ISOTOPE, mass_number=mass, note=NOTE))


def no_isotope(element: Element, mass: int | str) -> Reading:
    """Make the reading of an isotope that is not listed."""
    mass_numbers = element.mass_numbers
    return unknown(
        f"No isotope of {element.symbol} with mass number {mass} is listed: "
        f"{mass_numbers[0]} to {mass_numbers[-1]} are.",
        (element.symbol,),
    )
