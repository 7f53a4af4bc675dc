"""Mentions that are words: names, collective terms, symbols in another case."""

from service.mentions.language.homographs import NO_ABUNDANCE, code, other_meanings
from service.mentions.language.text import odd_capitals
from service.mentions.lexicon import Lexicon
from service.mentions.reading import (
    Candidate,
    Problem,
    Reading,
    Resolution,
    ambiguous,
    found,
    read_as,
)
from service.model import By, Element, Name, Outcome

_BY_KIND = {"former": By.FORMER_NAME, "systematic": By.SYSTEMATIC_NAME, "isotope": By.ISOTOPE}
_ARTICLE = "ال"
_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
"""Hiragana in the syllables of katakana: laws of Japan write りん for リン."""
_SYMBOL_LENGTH = 3
"""A systematic name of so many letters is a symbol: its capitals belong to it."""


def read_word(lexicon: Lexicon, text: str, language: str | None) -> Reading | None:
    """Read a name in any case, a collective term, or a symbol in another case; None if it is none.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
        language: whose names are preferred.
    """
    return _name(lexicon, text, language) or read_term(lexicon, text) or _case_folded(lexicon, text)


def _name(lexicon: Lexicon, text: str, language: str | None) -> Reading | None:
    names, note = _spelt(lexicon, text)
    if not names or (odd_capitals(text) and lexicon.formula(text)):
        return None
    names = [name for name in names if name.language == language] or names
    if any(name.symbol != names[0].symbol for name in names):
        readings = tuple(
            Candidate(name.symbol, f"{name.text} ({name.language})", f"lang={name.language}")
            for name in names
        )
        return ambiguous(f"{text!r} names different elements in different languages.", readings)
    other = None if language or _spelt_in_english(names) else code(text)
    if other:
        return _asked(text, names, other)
    return _named(lexicon, text, names, note)


def _spelt(lexicon: Lexicon, text: str) -> tuple[list[Name], str | None]:
    """Give the names a text spells, and a note if accents or the Arabic article differ."""
    if names := lexicon.names_of(text):
        return names, None
    if names := lexicon.names_without_accents(text):
        return names, "Read without regard to accents."
    if names := lexicon.names_of(text.translate(_KATAKANA)):
        return names, "Read in katakana."
    if not text.startswith(_ARTICLE):
        return [], None
    bare = text.removeprefix(_ARTICLE)
    names = lexicon.names_of(bare) or lexicon.names_without_accents(bare)
    return names, "Read without its article."


def _spelt_in_english(names: list[Name]) -> bool:
    return any(name.language == "en" for name in names)


def _asked(text: str, names: list[Name], other: str) -> Reading:
    """Ask about a name in one language that means something else in English."""
    spelt = tuple(
        Candidate(name.symbol, f"{name.text} ({name.language})", f"lang={name.language}")
        for name in names
    )
    detail = f"{text!r} names an element in another language, or is {other}."
    return ambiguous(detail, (*spelt, Candidate(None, other, "leave it out")))


def _named(lexicon: Lexicon, text: str, names: list[Name], note: str | None) -> Reading:
    name = names[0]
    by = _BY_KIND.get(name.kind, By.NAME)
    if by is By.FORMER_NAME:
        note = f"{name.text} is a former or foreign name of {name.symbol}."
    elif by is By.SYSTEMATIC_NAME:
        note = f"{name.text} is the systematic name of {name.symbol}."
    elif by is By.ISOTOPE:
        note = "The classification is the element's, not the isotope's."
    languages = tuple(dict.fromkeys(each.language for each in names))
    symbol = by is By.SYSTEMATIC_NAME and len(name.text) == _SYMBOL_LENGTH
    usual = text == name.text if symbol else not odd_capitals(text)
    warnings = _warnings(lexicon, text, lexicon.elements[name.symbol])
    if not usual:
        warnings = (f"Read as {name.text} ({name.symbol}), whatever its capitals.", *warnings)
    match = Resolution(
        by, languages, name.text, mass_number=name.mass_number, note=note, warnings=warnings
    )
    return found(name.symbol, match)


def read_term(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a term that names a class or a mixture of elements; None if it is none.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    term = lexicon.term(text)
    if term is None:
        return None
    concept = f" See /v1/concepts/{term.concept}." if term.concept else ""
    problem = Problem(
        "collective-term",
        f"{text!r} names no single element. {term.note}{concept}",
        concept=term.concept,
    )
    return Reading(Outcome.COLLECTIVE_TERM, problem=problem)


def _case_folded(lexicon: Lexicon, text: str) -> Reading | None:
    element = lexicon.by_folded_symbol.get(text.casefold())
    if element is None:
        return None
    warnings = _warnings(lexicon, text, element)
    if not element.natural:
        warnings = (*warnings, *read_as(element, (NO_ABUNDANCE,)))
    return found(element.symbol, Resolution(By.SYMBOL_CASE_FOLDED, warnings=warnings))


def _warnings(lexicon: Lexicon, text: str, element: Element) -> tuple[str, ...]:
    """Say what else the text could be: a formula, a common word, a unit."""
    warnings = list(other_meanings(text))
    if parts := lexicon.formula(text):
        formula = " and ".join(part.name.lower() for part in parts)
        warnings.insert(0, f"As a formula it is {formula}: /v1/formulas?formula={text}")
    return read_as(element, warnings)
