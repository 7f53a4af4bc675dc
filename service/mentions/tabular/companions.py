"""Two texts side by side of which one helps the other: ``Lithium (Li2O)``, ``칼슘(Ca)``."""

import re

from rapidfuzz import fuzz

from service.mentions.chemistry.compounds import holds, read_species
from service.mentions.language.qualifiers import Heading, qualifier
from service.mentions.language.text import folded
from service.mentions.language.vocabulary import HALIDES, SALTS
from service.mentions.lexicon import Lexicon
from service.mentions.reading import (
    Candidate,
    Reading,
    Resolution,
    ambiguous,
    found,
    unknown,
    with_heading,
)
from service.mentions.words import read_term
from service.model import By

_BRACKETED = re.compile(
    r"([^()\[\]]+?)[ ._]?[(\[](?:as |以)?(?:total (?=[A-Z][a-z]?[)\]]))?([^()\[\]]+?)计?[)\]]"
)
_CLASSED = re.compile(r"([^,:;>]+?)(?:[,:;]| [>-]) ?([^,:;>]+)")
_JOINED = re.compile(r"([^ ,_-]+(?:\([IV]+\))?)(?:,? (?i:as) (?i:total )?|[ _-]|, )([^ _-]+)")
_ION = re.compile(r"([A-Z][a-z]?)\^?([0-9]?)([+-])")
_AND = re.compile(r",? ?(?:&|\+|,| and ) ?", re.IGNORECASE)
_SHORTEST_SALT = 3
_NEAR = 75
_MOST_WORDS = 2


def read_companions(lexicon: Lexicon, text: str) -> Reading | None:
    """Read an element beside its compound, or beside a name that is not known; None if neither.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    if match := _BRACKETED.fullmatch(text):
        first, second = match.groups()
        return (
            _of_a_term(lexicon, first, second)
            or _given_as(lexicon, first, second)
            or _given_as(lexicon, second, first, counted=True)
            or _measured_as(lexicon, first, second)
            or _with_its_form(lexicon, first, second)
            or _glossed(lexicon, first, second)
            or _halide(first, second)
            or _oxide(lexicon, first, second)
            or _by_symbol(lexicon, first, second)
        )
    match = _CLASSED.fullmatch(text)
    if match and (reading := _of_a_term(lexicon, *match.groups())):
        return reading
    if match := _JOINED.fullmatch(text):
        first, second = match.groups()
        return (
            _given_as(lexicon, first, second)
            or _given_as(lexicon, second, first, counted=True)
            or _name_and_symbol(lexicon, first, second)
        )
    return None


def _of_a_term(lexicon: Lexicon, first: str, second: str) -> Reading | None:
    """Read a class with its abbreviation, or the one of it that stands behind.

    ``Rare Earths (REO)``, ``Platinum group metals (palladium)``, ``Rare earths, neodymium``.
    """
    if not lexicon.term(first):
        return None
    if lexicon.term(second):
        return read_term(lexicon, first)
    element = _symbol_of(lexicon, second)
    if element is None or element[0] not in lexicon.elements:
        return None
    match = Resolution(element[1], variant=second, note=f"Read as one of {first!r}.")
    return with_heading(found(element[0], match), Heading(form=first))


def _with_its_form(lexicon: Lexicon, name: str, symbol_and_form: str) -> Reading | None:
    """Read a name beside its symbol and a word for its form: ``Chromium (Cr hex)``."""
    symbol, _, form = symbol_and_form.partition(" ")
    described, element = qualifier(form) if form else None, _symbol_of(lexicon, name)
    if described is None or element is None or element[0] != symbol:
        return None
    note = "Each part of it names the element."
    match = Resolution(By.NAME, variant=name, note=note, charge=described.charge)
    return with_heading(found(symbol, match), described.heading)


def contradiction(symbols: tuple[str, ...], lexicon: Lexicon, text: str) -> Reading:
    """Make the reading of a name beside the symbol of another element: either may be wrong."""
    elements = [lexicon.elements[symbol] for symbol in symbols]
    candidates = [Candidate(e.symbol, e.name.lower(), f"send {e.symbol}") for e in elements]
    detail = f"The name and the symbol in {text!r} are those of different elements."
    return ambiguous(detail, tuple(candidates))


def _symbol_of(lexicon: Lexicon, text: str) -> tuple[str, By] | None:
    """Give the element of an exact symbol or of a name."""
    if text in lexicon.elements:
        return text, By.SYMBOL
    names = {name.symbol for name in lexicon.names_of(text) if name.kind != "isotope"}
    return (names.pop(), By.NAME) if len(names) == 1 else None


def _given_as(
    lexicon: Lexicon, named: str, compound: str, *, counted: bool = False
) -> Reading | None:
    """Read an element given as its compound, or a compound counted as its element: ``NO3-N``."""
    element = _symbol_of(lexicon, named)
    ion = None if element else _ION.fullmatch(named)
    if ion and ion[1] in lexicon.elements:
        element = ion[1], By.ION
    if element is None:
        return None
    symbol, by = element
    if symbol in {"O", "H"} or (compound.isalpha() and len(compound) < _SHORTEST_SALT):
        return None
    salt = all(SALTS.get(folded(each)) == symbol for each in _AND.split(compound))
    species = Heading(form=f"as {compound}") if salt else holds(lexicon, compound, symbol)
    if species is None:
        return None
    said = f"Given as {species.species or compound}"
    if counted:
        said = f"{compound} is given as {symbol}"
        species = Heading(species=species.species, form=f"as {symbol}")
    note = f"{said}: the classification is the element's."
    variant = named if by is By.NAME else None
    match = Resolution(by, variant=variant, note=note, charge=_charge(ion))
    return with_heading(found(symbol, match), species)


def given_as(lexicon: Lexicon, reading: Reading, symbol: str, compound: str) -> Reading | None:
    """Add the form in which an element is given to its reading; None where another is meant.

    Args:
        lexicon: the spellings.
        reading: of the element.
        symbol: of the element.
        compound: its symbol, in any capitals, or the formula of a compound of it.
    """
    if compound.casefold() == symbol.casefold():
        return with_heading(reading, Heading(form=f"as {symbol}"))
    species = holds(lexicon, compound, symbol)
    if species is None and symbol in {each.symbol for each in lexicon.formula(compound)}:
        species = Heading(species=compound)
    return with_heading(reading, species) if species else None


def _charge(ion: re.Match[str] | None) -> int | None:
    return int(ion[3] + (ion[2] or "1")) if ion else None


def _measured_as(lexicon: Lexicon, first: str, symbol: str) -> Reading | None:
    """Read a name and a fraction of it, given as the element: ``Phosphorus, total (as P)``."""
    name, _, qualification = first.partition(",")
    described, element = qualifier(qualification.strip()), _symbol_of(lexicon, name)
    if described is None or element is None or element[0] != symbol:
        return None
    note = "Each part of it names the element."
    match = Resolution(By.NAME, variant=name, note=note)
    return with_heading(found(symbol, match), described.heading)


def _glossed(lexicon: Lexicon, ion: str, gloss: str) -> Reading | None:
    """Read an ion with words of another script behind it: ``S^2-(硫化物)``."""
    match = _ION.fullmatch(ion)
    if not match or match[1] not in lexicon.elements or re.search(r"[A-Za-z0-9]", gloss):
        return None
    note = f"Read without {gloss!r}. The classification is the element's, not the ion's."
    return found(match[1], Resolution(By.ION, charge=_charge(match), note=note))


def _oxide(lexicon: Lexicon, name: str, compound: str) -> Reading | None:
    """Read the formula of an oxide whose name names its element too: ``氧化钠(Na2O)``."""
    reading = read_species(lexicon, compound, measured=True)
    match = reading.resolution if reading else None
    symbol = match.heading.oxide_of if match and match.heading else None
    if reading is None or symbol is None or lexicon.material(name):
        return None
    spelt = {each.symbol for word in name.split() for each in lexicon.names_of(word)}
    inside = [each for each in lexicon.spellings_of(symbol) if not each.isascii()]
    named = spelt == {symbol} or any(each in name for each in inside)
    return reading if named else None


def _halide(name: str, ion: str) -> Reading | None:
    """Read the name of a halide beside its ion: ``Chlorures (Cl-)``."""
    match = _ION.fullmatch(ion)
    if match is None or HALIDES.get(folded(name)) != match[1] or match[3] == "+":
        return None
    note = "The classification is the element's, not the ion's."
    return found(match[1], Resolution(By.ION, charge=-1, note=note))


def _by_symbol(lexicon: Lexicon, name: str, symbol: str) -> Reading | None:
    """Read a name that is not known by the symbol in brackets behind it."""
    element = lexicon.elements.get(symbol)
    words = name.split()
    if element is None or len(words) > _MOST_WORDS:
        return None
    if not all(word.isalpha() for word in words):
        return None
    if (other := _symbol_of(lexicon, name)) and other[0] != symbol:
        return contradiction((other[0], symbol), lexicon, f"{name} ({symbol})")
    near = any(fuzz.ratio(folded(name), each) >= _NEAR for each in lexicon.spellings_of(symbol))
    if not near and (len(symbol) == 1 or len(words) > 1 or not element.natural):
        return None
    if material := lexicon.material(name):
        what = f"{name!r} is the {material.kind} {material.name} and {symbol!r} an element"
        return unknown(f"{what}: send the one that is meant.", (symbol,))
    note = f"Read by the symbol in brackets: {name!r} is not known here."
    return found(symbol, Resolution(By.SYMBOL, note=note))


def _name_and_symbol(lexicon: Lexicon, first: str, second: str) -> Reading | None:
    """Read a name and a symbol with only a space between them."""
    one, other = _symbol_of(lexicon, first), _symbol_of(lexicon, second)
    if one is None or other is None or {one[1], other[1]} != {By.NAME, By.SYMBOL}:
        return None
    if one[0] != other[0]:
        return contradiction((one[0], other[0]), lexicon, f"{first} {second}")
    note = "Each part of it names the element."
    named = first if one[1] is By.NAME else second
    return found(one[0], Resolution(By.NAME, variant=named, note=note))
