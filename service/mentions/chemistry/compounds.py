"""Formulas as a reading: in usual letters or in capitals, and as the species of a heading."""

import re

from service.mentions.chemistry.capitals import (
    MOST_LETTERS,
    is_capital,
    makes_sense,
    meant,
    too_long,
)
from service.mentions.chemistry.formulas import FormulaError, elements_in, total_iron
from service.mentions.language.qualifiers import Heading
from service.mentions.language.text import folded, normalise
from service.mentions.language.vocabulary import HALIDES, IONS
from service.mentions.lexicon import Lexicon
from service.mentions.reading import (
    Reading,
    Resolution,
    found,
    of_formula,
    read_as,
    with_heading,
)
from service.model import By, Outcome

_SPECIES = re.compile(r"[A-Za-z0-9().]+[+-]*")
_MOST_IN_SPECIES = 12
_CHARGE = re.compile(r"(?:(?<=[0-9])| \^?|\^)[1-4][+-]$|[ ^]?[+-]{1,3}$")
"""Of an ion: behind a number of atoms a further figure is the charge, ``SO42-``."""
_GASES = {"O2", "O3", "N2", "H2", "Cl2", "CH4", "NH3", "NH4", "H2S", "CN", "SCN", "CS2", "SF6"}
_WITH_AMOUNT = re.compile(r"([A-Z][a-z]?)([0-9]+(?:\.[0-9]+)?)")
_VALENCE = re.compile(r"[A-Z][a-z][2-6]")
_MOLECULE = re.compile(r"[A-Z][a-z]?[0-9]{1,2}")
_USUAL_OXIDES = {*("CAO", "MGO", "FEO", "MNO", "NIO", "COO", "ZNO", "CUO", "BAO", "SRO", "PBO")}
"""Oxides of letters alone that are read without a unit: ``GEO`` and ``BIO`` are not."""
_IONS = {
    *("NO3", "NO2", "NH4", "SO4", "SO3", "PO4", "CO3", "HCO3", "OH", "CN", "SiO4", "BO3", "CrO4"),
}
_TOGETHER = re.compile(r" ?[+/&] ?| and | plus ")
_TRITIUM = "T is read as hydrogen-3: it may also say the total."
_HEAVY_WATER = {"HDO", "HTO", "DTO"}
_RARELY_NATURAL = {"Ra", "Tc", "Np", "Pu", "Am"}
"""Elements without a natural abundance that have formulas in tables."""


def formula(lexicon: Lexicon, typed: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Give a formula in usual letters, the symbols in it, and warnings.

    Args:
        lexicon: the spellings.
        typed: the formula as it came, in usual letters or in capitals.

    Raises:
        FormulaError: it is no formula, or one in capitals that may be several.
    """
    text = normalise(typed)
    if oxide := total_iron(text):
        return oxide, elements_in(oxide, lexicon.elements), ()
    if not is_capital(text):
        tritium = text.endswith("T") and len(text) > 1
        return text, elements_in(typed, lexicon.elements), (_TRITIUM,) if tritium else ()
    natural = {e.symbol for e in lexicon.elements.values() if e.natural}
    usual = (natural | _RARELY_NATURAL) & set(lexicon.elements)
    if too_long(text, usual):
        reason = f"In capitals alone, at most {MOST_LETTERS} letters are read: send usual letters"
        raise FormulaError(reason, 1)
    several = meant(text, usual)
    if not several and text.isalpha() and text not in _HEAVY_WATER:
        raise FormulaError(f"{text} may be a word in capitals: send usual letters", 1)
    if not several:
        return text, elements_in(text, lexicon.elements), ()
    if len(several) > 1:
        ways = " or ".join(sorted(several)[:3])
        raise FormulaError(f"In capitals, it may be {ways}: send usual letters", 1)
    (usual_letters,) = several
    symbols = elements_in(usual_letters, lexicon.elements)
    if usual_letters == text:
        return text, symbols, _word(text, symbols)
    names = _listed(lexicon, symbols)
    warning = f"Read as {usual_letters}, {names}, whatever its capitals."
    return usual_letters, symbols, (warning,)


def symbols_in(lexicon: Lexicon, text: str) -> set[str]:
    """Give the symbols in a formula; none where a text is no formula.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    try:
        return set(formula(lexicon, text)[1])
    except FormulaError:
        return set()


def _word(text: str, symbols: tuple[str, ...]) -> tuple[str, ...]:
    """Doubt letters in capitals that are no oxide, no salt and no organic compound."""
    usual = makes_sense(text) or set(symbols) <= {"C", "H", "N", "O"} or len(text) == 2  # noqa: PLR2004 - two atoms
    return (
        () if usual or not text.isalpha() else (f"{text} may also be a word or an abbreviation.",)
    )


def is_word(lexicon: Lexicon, typed: str) -> bool:
    """Say whether a formula is likelier a word or a code: ``CUBIC``, ``SS316``, ``Pa-11``.

    Args:
        lexicon: the spellings.
        typed: a formula as it came.
    """
    text = normalise(typed)
    written, symbols, _ = formula(lexicon, typed)
    if len(symbols) == 1 and not _MOLECULE.fullmatch(text):
        return True
    if not (text.isupper() and text.isalpha()) or text in _USUAL_OXIDES:
        return False
    return not makes_sense(written) or written != text


def amounts(typed: str) -> float:
    """Give the sum of the amounts of a formula in which each symbol has one; else 0."""
    parts = _WITH_AMOUNT.findall(typed)
    whole = "".join(symbol + amount for symbol, amount in parts) == typed.strip()
    return sum(float(amount) for _, amount in parts) if whole else 0.0


def _listed(lexicon: Lexicon, symbols: tuple[str, ...]) -> str:
    names = [lexicon.elements[symbol].name.lower() for symbol in symbols]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def read_formula(lexicon: Lexicon, typed: str) -> Reading:
    """Read a formula, with a warning where it stands in capitals.

    Args:
        lexicon: the spellings.
        typed: the formula as it came.

    Raises:
        FormulaError: see `formula`.
    """
    _, symbols, warnings = formula(lexicon, typed)
    return of_formula(symbols, warnings)


def read_species(lexicon: Lexicon, text: str, *, measured: bool) -> Reading | None:
    """Read what a heading measures as a formula, an oxide above all; None where it is none.

    Args:
        lexicon: the spellings.
        text: the normalised heading, without its unit and other words.
        measured: whether it has a unit or a method.
    """
    charged = bool(_CHARGE.search(text)) and "O" in text
    text = _CHARGE.sub("", text) if charged else text
    if len(text) > _MOST_IN_SPECIES or not _SPECIES.fullmatch(text):
        return None
    capitals = text.upper() if text.islower() else text
    try:
        written, symbols, _ = formula(lexicon, capitals.rstrip("+-"))
    except FormulaError:
        return None
    if not _is_species(written, symbols, text, measured=measured):
        return None
    named = [symbol for symbol in symbols if symbol not in {"O", "H"}]
    symbol = named[0] if len(named) == 1 else symbols[0] if len(symbols) == 1 else None
    pair = symbol != "O" and set(symbols) == {symbol, "O"}
    oxide = symbol if pair and not charged and written not in _IONS else None
    total = "total" if total_iron(text) else None
    heading = Heading(species=written, oxide_of=oxide, fraction=total)
    element = f" {lexicon.elements[oxide].name} as its oxide." if oxide else ""
    warnings = _doubts(lexicon, text, written, symbol)
    match = Resolution(
        By.FORMULA, variant=written, note=f"Read as {written}.{element}", warnings=warnings,
        heading=heading,
    )  # fmt: skip
    return Reading(Outcome.OK, symbol, symbols, resolution=match, warnings=warnings)


def _is_species(written: str, symbols: tuple[str, ...], text: str, *, measured: bool) -> bool:
    """Say whether a formula is one that tables head a column with: neither V2 nor GEO is."""
    if re.search(r"[DT](?![a-z])", written):
        return False
    if len(symbols) == 1:
        return written in _GASES or bool(_VALENCE.fullmatch(written))
    if written in _GASES | _IONS:
        return measured or not written.isalpha()
    if text.isalpha() and (text.isupper() or text.islower()):
        return text.upper() in _USUAL_OXIDES or (measured and written[-1] in {"O", "S"})
    usual = written.lower() != written.upper() and not written.isupper()
    return "O" in symbols or ((usual or measured) and makes_sense(written))


def _doubts(lexicon: Lexicon, text: str, written: str, symbol: str | None) -> tuple[str, ...]:
    """Say what a species could be besides: a charge, other letters."""
    if symbol and _VALENCE.fullmatch(written):
        element = lexicon.elements[symbol]
        return read_as(element, (f"{written[-1]} may count atoms, or say the charge.",))
    if text.rstrip("+-") != written and not total_iron(text):
        return (f"Read as {written}, whatever its capitals.",)
    return ()


def holds(lexicon: Lexicon, text: str, symbol: str) -> Heading | None:
    """Give the species that a text is, if it is one of a compound of the element.

    Args:
        lexicon: the spellings.
        text: what stands beside the element: ``Li2O`` beside lithium, ``NO3+NO2`` beside nitrogen.
        symbol: of the element.
    """
    parts = text.split("+")
    if len(parts) > 1:
        return (
            Heading(species=text) if all(holds(lexicon, each, symbol) for each in parts) else None
        )
    reading = read_species(lexicon, text, measured=True)
    match = reading.resolution if reading else None
    if reading is None or match is None or match.heading is None or len(reading.symbols) == 1:
        return None
    oxide = symbol if match.heading.oxide_of == symbol else None
    species = match.heading.species
    return Heading(species=species, oxide_of=oxide) if symbol in reading.symbols else None


def read_ion(lexicon: Lexicon, text: str) -> Reading | None:
    """Read the name of an ion: ``chloride`` as its element, ``sulfate`` as its formula.

    Ions of one element that are measured together are read as it: ``nitrate + nitrite``.

    Args:
        lexicon: the spellings.
        text: the normalised mention, without its unit and other words.
    """
    if symbol := HALIDES.get(folded(text)):
        note = "The classification is the element's, not the ion's."
        return found(symbol, Resolution(By.ION, charge=-1, note=note))
    ions = [IONS.get(folded(each), each) for each in _TOGETHER.split(text)]
    if ions == [text] or not _IONS.issuperset(ions):
        return None
    readings = [read_species(lexicon, each, measured=True) for each in ions]
    first, symbols = readings[0], {each.symbol for each in readings if each}
    together = Heading(species="+".join(ions))
    return with_heading(first, together) if first and len(symbols) == 1 else None
