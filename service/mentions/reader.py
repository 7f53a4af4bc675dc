"""Reads one mention: exact readings first, the tolerant one last, and a reason where none fits."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from service.formulas import FormulaError, elements_in
from service.mentions.lexicon import Lexicon
from service.mentions.patterns import read_pattern
from service.mentions.reading import (
    MENTION_LIMIT,
    By,
    Candidate,
    Outcome,
    Problem,
    Reading,
    Resolution,
    ambiguous,
    found,
    invalid,
    missing,
    of_formula,
    unknown,
)
from service.mentions.text import latin_twin, normalise, other_script
from service.model import Element, Name

_MISSING_MARKERS = {"n/a", "#n/a", "nan", "null", "none", "-", "--", "?"}
_WORDS = {"am", "as", "at", "be", "he", "i", "in", "no", "or"}
_HYDROGEN_ISOTOPES = {"D": 2, "T": 3}
_BY_KIND = {"former": By.FORMER_NAME, "systematic": By.SYSTEMATIC_NAME, "isotope": By.ISOTOPE}
_KEPT = 1024
_LARGEST_NUMBER = 10**9


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: exact symbols only; what ``NA`` means; the language of names."""

    strict: bool = False
    na: str | None = None
    language: str | None = None


class Reader:
    """Reads mentions with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon, the readings of symbols, and the suggestions that were found."""
        self.lexicon = lexicon
        self._symbols = {each: found(each, Resolution(By.SYMBOL)) for each in lexicon.elements}
        self._nearest = lru_cache(maxsize=_KEPT)(lexicon.nearest)

    def read(self, value: Any, options: Options, *, suggest: bool = True) -> Reading:
        """Read one value of any JSON type; never raises.

        Args:
            value: the mention as it came: text, a number, or None for an absent value.
            options: how to read.
            suggest: whether an unknown mention may cost a search for near names.
        """
        if value is None:
            return missing("The value is null.")
        if isinstance(value, bool):
            return invalid("A truth value: YAML and spreadsheets make one of No and On.")
        if isinstance(value, int | float):
            return self._number(value, options)
        if not isinstance(value, str):
            return invalid("Send text, a number or null.")
        if len(value) > MENTION_LIMIT:
            return invalid(f"A mention has at most {MENTION_LIMIT} characters, not {len(value)}.")
        return self._text(value, options, suggest=suggest)

    def read_formula(self, value: Any) -> Reading:
        """Read one value as a formula and as nothing else; never raises."""
        if value is None or (isinstance(value, str) and not value.strip()):
            return missing("There is no formula.")
        if not isinstance(value, str):
            return invalid("Send a formula as text.")
        try:
            return of_formula(elements_in(value, self.lexicon.elements))
        except FormulaError as error:
            problem = Problem("invalid-formula", "Not a chemical formula", f"{error}.")
            return Reading(Outcome.INVALID, problem=problem)

    def _number(self, value: float, options: Options) -> Reading:
        if abs(value) > _LARGEST_NUMBER:
            return unknown(f"Atomic numbers run from 1 to {len(self.lexicon.elements)}.")
        return self._text(_digits(value), options, suggest=False)

    def _text(self, typed: str, options: Options, *, suggest: bool) -> Reading:
        if typed in self._symbols:
            return self._symbols[typed]
        text = normalise(typed)
        if not text:
            return missing("The value is empty.")
        if options.strict:
            return self._strict(text, options)
        reading = self._tolerant(text, options)
        return reading or self._nothing(text, suggest=suggest)

    def _strict(self, text: str, options: Options) -> Reading:
        meant = self._tolerant(text, Options(na=options.na, language=options.language))
        if meant is not None and meant.outcome is not Outcome.OK:
            return meant
        nearest = (meant.symbol,) if meant and meant.symbol else ()
        return unknown(f"{text!r} is no exact symbol, and strict=true accepts no other.", nearest)

    def _tolerant(self, text: str, options: Options) -> Reading | None:
        if text in self._symbols:
            return self._symbols[text]
        if text.casefold() == "na":
            return _sodium_or_missing(text, options)
        if text.casefold() in _MISSING_MARKERS:
            return missing(f"{text!r} is a customary mark of a missing value.")
        if text in _HYDROGEN_ISOTOPES and "H" in self.lexicon.elements:
            note = "The classification is the element's, not the isotope's."
            mass = _HYDROGEN_ISOTOPES[text]
            return found("H", Resolution(By.ISOTOPE, mass_number=mass, note=note))
        return (
            read_pattern(self.lexicon, text)
            or self._name(text, options)
            or self._collective(text)
            or self._case_folded(text)
        )

    def _name(self, text: str, options: Options) -> Reading | None:
        names = self.lexicon.names_of(text, options.language)
        names = names or self.lexicon.names_of(text)
        symbols = list(dict.fromkeys(name.symbol for name in names))
        if len(symbols) > 1:
            readings = tuple(
                Candidate(name.symbol, f"{name.text} ({name.language})", f"lang={name.language}")
                for name in names
            )
            return ambiguous(f"{text!r} names different elements in different languages.", readings)
        return self._named(text, names) if names else None

    def _named(self, text: str, names: list[Name]) -> Reading:
        name = names[0]
        by = _BY_KIND.get(name.kind, By.NAME)
        note = None
        if by is By.FORMER_NAME:
            note = f"{name.text} is a former or foreign name of {name.symbol}."
        elif by is By.SYSTEMATIC_NAME:
            note = f"{name.text} is the provisional systematic name of {name.symbol}."
        elif by is By.ISOTOPE:
            note = "The classification is the element's, not the isotope's."
        languages = tuple(dict.fromkeys(each.language for each in names))
        warnings = tuple(_a_word(text, self.lexicon.elements[name.symbol]))
        match = Resolution(
            by, languages, name.text, mass_number=name.mass_number, note=note, warnings=warnings
        )
        return found(name.symbol, match)

    def _collective(self, text: str) -> Reading | None:
        term = self.lexicon.terms.get(text.casefold())
        if term is None:
            return None
        concept = f" See /v1/concepts/{term.concept}." if term.concept else ""
        problem = Problem(
            "collective-term",
            "Names a class or a mixture of elements, not an element",
            f"{text!r} names no single element. {term.note}{concept}",
            concept=term.concept,
        )
        return Reading(Outcome.COLLECTIVE_TERM, problem=problem)

    def _case_folded(self, text: str) -> Reading | None:
        element = self.lexicon.by_folded_symbol.get(text.casefold())
        if element is None:
            return None
        name, warnings = element.name.lower(), []
        if parts := self.lexicon.formula(text):
            formula = " and ".join(part.name.lower() for part in parts)
            warnings.append(
                f"Read as {name} ({element.symbol}). As a formula it is {formula}: "
                f"/v1/formulas?formula={text}"
            )
        warnings += _a_word(text, element)
        return found(element.symbol, Resolution(By.SYMBOL_CASE_FOLDED, warnings=tuple(warnings)))

    def _nothing(self, text: str, *, suggest: bool) -> Reading:
        twin = latin_twin(text)
        meant = self._tolerant(twin, Options()) if twin else None
        if meant and meant.symbol:
            return unknown(
                f"{text!r} is written with {other_script(text)}, which only looks Latin.",
                (meant.symbol,),
            )
        if parts := self.lexicon.formula(text):
            symbols = ", ".join(part.symbol for part in parts)
            return unknown(
                f"{text!r} reads as a formula with {symbols}, not as one element: "
                f"/v1/formulas?formula={text}"
            )
        nearest = self._nearest(text) if suggest else ()
        hint = "" if nearest else " A symbol, an atomic number, a name or a CAS number would."
        return unknown(f"Nothing matches {text!r}.{hint}", nearest)


def _digits(number: float) -> str:
    if isinstance(number, float) and number.is_integer():
        return str(int(number))
    return str(number)


def _sodium_or_missing(text: str, options: Options) -> Reading:
    if options.na == "sodium":
        return found("Na", Resolution(By.SYMBOL_CASE_FOLDED))
    if options.na == "missing":
        return missing(f"{text!r} is a missing value, as na=missing says.")
    return ambiguous(
        f"{text!r} is sodium in another case, or a missing value. Say na=sodium or na=missing.",
        (
            Candidate("Na", "sodium", "na=sodium"),
            Candidate(None, "a missing value", "na=missing"),
        ),
    )


def _a_word(text: str, element: Element) -> list[str]:
    if text not in _WORDS:
        return []
    return [f"Read as {element.name.lower()} ({element.symbol}). It is also an English word."]
