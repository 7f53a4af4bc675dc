"""Mentions that follow a pattern: numbers, isotopes, ions, registry numbers, identifiers."""

import re

from service.mentions.chemistry.nuclides import NOTE, no_isotope, read_nuclide
from service.mentions.language.homographs import AMOUNT, before_a_noun, other_meanings
from service.mentions.language.text import odd_capitals
from service.mentions.lexicon import Lexicon
from service.mentions.reading import Reading, Resolution, found, read_as, unknown
from service.model import By, Element

_NUMBER = re.compile(
    r"(?P<label>#|(?i:Z ?[=:]? ?|at(?:omic|\.) (?:number|no\.?)[ :=]*"
    r"|element ?[:=]? ?(?:number |no\.? ?|#)?))?(?P<number>[+-]?[0-9]+)(?:\.0+)?"
)
_MASS_FIRST = re.compile(r"(?:\^?([0-9]{1,3})(?:m[0-9]?)?|\^\{([0-9]{1,3})m?\})-?([^\W\d_]+)")
_MASS_LAST = re.compile(r"([^\W\d_]+)( ?- ?| |_)([0-9]{1,3})(?:m[0-9]?)?")
_MASS_JOINED = re.compile(r"([^\W\d_]+)([0-9]{1,3})(?:m[0-9]?)?")
_CHARGE_SIGNED = re.compile(r"([^\W\d_]+)( ?\^?[({]?)([1-9]?)([+-])[)}]?")
_CHARGE_REPEATED = re.compile(r"([^\W\d_]+)(\+{2,4}|-{2,4})")
_CHARGE_PLUS_FIRST = re.compile(r"([A-Z][a-z]?)\+([1-9])")
_CHARGE_ZERO = re.compile(r"([A-Z][a-z]?)\^0")
_CHARGE_ROMAN = re.compile(r"([^\W\d_]+)( ?)\((0|I{1,3}|IV|VI{0,3}|IX)\)")
_CHARGE_SPACED = re.compile(
    r"([^\W\d_]+)[ -](I{2,3}|IV|VI{1,3})\]?"
    r"|([A-Z][a-z]?) (I|V|IX|X{1,2}(?:IX|IV|V?I{0,3}))\]?"
)
_CAS = re.compile(
    r"(?:CAS(?:[ -]?(?:RN|N[OR]\.?|NUMBER))?[ :#.-]*)?([0-9]{2,7})-([0-9]{2})-([0-9])",
    re.IGNORECASE,
)
_INCHIKEY = re.compile(r"[A-Z]{14}-[A-Z]{10}-[A-Z]")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = ["0", *(tens + ones for tens in ("", "X", "XX") for ones in _ONES if tens + ones)]
_MOST_CHARGE = 8
"""A higher numeral is that of a spectrum, of which an element has one more than electrons."""
_FORMULA_LIKE = 10
"""Below this mass number, digits right behind a symbol count atoms: H2 is no deuterium."""
_NO_MOLECULES = {"He", "Li"}
"""Light elements of which nobody writes a molecule alone: He3 and Li7 are nuclides."""
_SINGLE_ANIONS = {"H", "F", "Cl", "Br", "I"}
"""Hydrogen and the halogens that occur, whose ions have one negative charge."""
_ANIONS = {*_SINGLE_ANIONS, "O", "S", "N", "P", "Se", "Te"}
_GRADES = {"B", "C", "F", "O"}
"""Symbols that with a plus are also written for something else."""
_CODE = "With a number it may also be a code."
_UNIT = "It is also written for a quantity and its unit."
_SHORTEST_NAME = 3
"""A shorter word before a charge must be an exact symbol: CO+ is an ion of carbon monoxide."""


def read_pattern(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a mention that follows a pattern; None where it follows none.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    return (
        _number(lexicon, text)
        or _cas(lexicon, text)
        or _identifier(lexicon, text)
        or read_nuclide(lexicon, text)
        or _isotope(lexicon, text)
        or _ion(lexicon, text)
    )


def _number(lexicon: Lexicon, text: str) -> Reading | None:
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    element = lexicon.by_number.get(match["number"])
    if element and match["label"] == "#":
        return unknown(
            f"{text!r} may be a place in a list: leave out the # where it is an atomic number.",
            (element.symbol,),
        )
    if element:
        return found(element.symbol, Resolution(By.ATOMIC_NUMBER))
    bare = lexicon.by_number.get(match["number"].lstrip("+0"))
    return unknown(
        f"No element has the atomic number {match['number'][:20]}: "
        f"they run from 1 to {len(lexicon.elements)}, without leading zeros.",
        (bare.symbol,) if bare else (),
    )


def _cas(lexicon: Lexicon, text: str) -> Reading | None:
    match = _CAS.fullmatch(text)
    if not match:
        return None
    number = "-".join(match.groups())
    digits = (match.group(1) + match.group(2))[::-1]
    check = sum(place * int(digit) for place, digit in enumerate(digits, start=1)) % 10
    if check != int(match.group(3)):
        return unknown(f"{number} is no CAS number: its check digit would be {check}.")
    element = lexicon.by_cas.get(number)
    if element is None:
        return unknown(f"{number} has the form of a CAS number, but is not that of an element.")
    return found(element.symbol, Resolution(By.CAS))


def _identifier(lexicon: Lexicon, text: str) -> Reading | None:
    if text.startswith("InChI="):
        element, by = lexicon.by_inchi.get(text), By.INCHI
    elif _INCHIKEY.fullmatch(text):
        element, by = lexicon.by_inchikey.get(text), By.INCHIKEY
    else:
        return None
    if element is None:
        return unknown(f"This {by} is not that of a single neutral atom of an element.")
    return found(element.symbol, Resolution(by))


def _isotope(lexicon: Lexicon, text: str) -> Reading | None:
    between = ""
    if match := _MASS_FIRST.fullmatch(text):
        mass, word = match.group(1) or match.group(2), match.group(3)
    elif match := _MASS_LAST.fullmatch(text):
        word, between, mass = match.groups()
    elif match := _MASS_JOINED.fullmatch(text):
        word, mass = match.group(1), match.group(2)
        if not lexicon.names_of(word) or odd_capitals(word):
            return _symbol_and_mass(lexicon, text, word, int(mass))
    else:
        return None
    element = _element(lexicon, word)
    if element is None:
        return None
    if int(mass) not in element.mass_numbers:
        return None if between == "_" else no_isotope(element, mass)
    doubts = _doubts_of_mass(lexicon, word, between, element, int(mass))
    return _of_mass(element, int(mass), read_as(element, doubts))


def _doubts_of_mass(
    lexicon: Lexicon, word: str, between: str, element: Element, mass: int
) -> tuple[str, ...]:
    """Say what a word and a number can mean besides an isotope."""
    if word not in lexicon.elements:
        named = lexicon.names_of(word)
        if not between:
            return () if named else (AMOUNT,)
        return (*other_meanings(word), *(() if named else (_CODE,)))
    if between == " " and before_a_noun(word):
        return other_meanings(word)
    if len(word) == 1 and mass not in element.lasting_mass_numbers:
        return (f"No half-life of a minute is listed for {word}-{mass}: it may be a code.",)
    return ()


def _symbol_and_mass(lexicon: Lexicon, text: str, symbol: str, mass: int) -> Reading | None:
    element = lexicon.by_folded_symbol.get(symbol.casefold())
    if element is None or mass not in element.mass_numbers:
        return None
    counts = symbol not in _NO_MOLECULES and not symbol.islower()
    if mass < _FORMULA_LIKE and counts:
        return None
    if symbol.islower():
        usual = f"{element.symbol}-{mass}"
        return unknown(f"{text!r} may be a code: send {usual} for the isotope.", (element.symbol,))
    if symbol != element.symbol:
        return None
    return _of_mass(element, mass, (_atoms(text, mass),))


def _atoms(text: str, count: int) -> str:
    return f"As a formula it would be {count} atoms: /v1/formulas?formula={text}"


def _of_mass(element: Element, mass: int, warnings: tuple[str, ...]) -> Reading:
    return found(
        element.symbol, Resolution(By.ISOTOPE, mass_number=mass, note=NOTE, warnings=warnings)
    )


def _ion(lexicon: Lexicon, text: str) -> Reading | None:
    warnings: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    bare = ""
    if match := _CHARGE_SIGNED.fullmatch(text):
        word, between, count, sign = match.groups()
        charge = int(sign + (count or "1"))
        bare = "" if between or count else sign
        if charge < -1 and not between:
            warnings = (_atoms(text, -charge),)
    elif match := _CHARGE_REPEATED.fullmatch(text):
        word, bare = match.groups()
        charge = int(f"{bare[0]}{len(bare)}")
    elif match := _CHARGE_PLUS_FIRST.fullmatch(text):
        word, charge = match.group(1), int(match.group(2))
        doubts = ("It is also a sum.",) if len(word) == 1 else ()
    elif match := _CHARGE_ZERO.fullmatch(text):
        word, charge = match.group(1), 0
    elif match := _CHARGE_ROMAN.fullmatch(text):
        word, between, numeral = match.groups()
        charge = _ROMAN.index(numeral)
        if (named := _element(lexicon, word)) and numeral == named.symbol != word:
            return _name_and_numeral(named, text, charge, spaced=bool(between))
        doubts = (_UNIT,) if between and len(word) == len(numeral) == 1 else ()
    elif match := _CHARGE_SPACED.fullmatch(text):
        word, numeral = match[1] or match[3], match[2] or match[4]
        charge = _ROMAN.index(numeral)
        warnings = (f"In a spectrum, {numeral} would mean the charge {charge - 1}.",)
        warnings += ("It may also be the symbol of vanadium.",) if numeral == "V" else ()
        doubts = other_meanings(word) if before_a_noun(word) and charge == 1 else ()
    else:
        return None
    element = _element(lexicon, word)
    most = max(_MOST_CHARGE, element.atomic_number + 1) if element else 0
    whole = len(word) >= _SHORTEST_NAME or word in lexicon.elements
    if element is None or charge > most or not (whole or _in_small_letters(word, text, element)):
        return None
    warnings = (*warnings, *read_as(element, (*doubts, *_doubts_of_sign(word, bare))))
    note = "The classification is the element's, not the ion's."
    return found(element.symbol, Resolution(By.ION, charge=charge, note=note, warnings=warnings))


def _in_small_letters(word: str, text: str, element: Element) -> bool:
    """Say whether small letters with a number and a sign can only be an ion: not ``no2-``."""
    usual = element.symbol in _ANIONS if text.endswith("-") else element.symbol not in _ANIONS
    return word.islower() and text[-2:-1].isdigit() and element.natural and usual


def _name_and_numeral(element: Element, text: str, charge: int, *, spaced: bool) -> Reading:
    """Read ``Vanadium (V)`` by its name: V is its symbol, and the Roman five."""
    numeral = element.symbol
    if spaced:
        note = "Each part of it names the element."
        (warning,) = read_as(element, (f"In brackets, {numeral} may say the charge {charge} too.",))
        variant = text.split(" ", maxsplit=1)[0]
        match = Resolution(By.NAME, variant=variant, note=note, warnings=(warning,))
        return found(element.symbol, match)
    note = "The classification is the element's, not the ion's."
    (warning,) = read_as(element, (f"In brackets, {numeral} may be its symbol too.",))
    return found(element.symbol, Resolution(By.ION, charge=charge, note=note, warnings=(warning,)))


def _doubts_of_sign(word: str, signs: str) -> tuple[str, ...]:
    """Say what a sign without a number can mean behind what is no usual ion of one charge."""
    if signs == "-" and word not in _SINGLE_ANIONS:
        return ("A hyphen behind it is also that of a word cut in two.",)
    if signs.startswith("+") and word in _GRADES:
        return ("It is also written for a grade, a blood group or a language.",)
    return ()


def _element(lexicon: Lexicon, word: str) -> Element | None:
    """Give the element of an exact symbol, of a name, or of a symbol in another case."""
    if word in lexicon.elements:
        return lexicon.elements[word]
    symbols = {name.symbol for name in lexicon.names_of(word) if name.kind != "isotope"}
    if len(symbols) == 1:
        return lexicon.elements[symbols.pop()]
    return lexicon.by_folded_symbol.get(word.casefold())
