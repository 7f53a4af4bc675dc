"""Reads one mention: exact readings first, the tolerant one last, and a reason where none fits."""

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from service.formulas import FormulaError, elements_in
from service.mentions.homographs import AMOUNT, NO_ABUNDANCE
from service.mentions.lexicon import Lexicon
from service.mentions.patterns import read_pattern
from service.mentions.reading import (
    MENTION_LIMIT,
    MOST_SUGGESTIONS,
    SUGGESTED,
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
    read_as,
    unknown,
    with_note,
)
from service.mentions.text import latin_twin, normalise, other_script, sign
from service.mentions.words import read_word
from service.mentions.wrapping import Wrapped, parts, unwrapped
from service.model import Element

_MISSING_MARKERS = {
    *("n/a", "#n/a", "n.a.", "n. a.", "n/d", "n.d.", "nan", "<na>", "nil", "null", "none", "tbd"),
    *("-", "--", "---", "?", "??", ".", "...", "\\n", "(blank)", "(empty)", "(null)", "(none)"),
    *("missing", "unknown", "not available", "not applicable", "not determined", "unspecified"),
    *("#null!", "#div/0!", "#value!", "#ref!", "#name?", "#num!"),
}
_HYDROGEN_ISOTOPES = {"D": 2, "T": 3}
_NAMED = {By.SYMBOL, By.NAME, By.FORMER_NAME, By.SYSTEMATIC_NAME}
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
            return self._number(value, options, suggest=suggest)
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

    def _number(self, value: float, options: Options, *, suggest: bool) -> Reading:
        if abs(value) > _LARGEST_NUMBER:
            return unknown(f"Atomic numbers run from 1 to {len(self.lexicon.elements)}.")
        return self._text(_digits(value), options, suggest=suggest)

    def _text(self, typed: str, options: Options, *, suggest: bool) -> Reading:
        if typed in self._symbols:
            return self._symbols[typed]
        text = normalise(typed)
        if not text:
            return missing("The value is empty.")
        if mark := sign(typed):
            return self._of_sign(mark, text, options)
        if options.strict:
            return self._strict(text, options)
        reading = self._tolerant(text, options)
        return reading or self._nothing(text, suggest=suggest)

    def _of_sign(self, mark: str, text: str, options: Options) -> Reading:
        meant = self._tolerant(text, options)
        name = unicodedata.name(mark, "a sign")
        problem = meant.problem if meant else None
        return unknown(
            f"{mark!r} is one character, {name}: it is not read as what it looks like.",
            problem.suggestions if problem else meant.symbols if meant else (),
        )

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
        if text.isalpha():
            return read_word(self.lexicon, text, options.language)
        return (
            read_pattern(self.lexicon, text)
            or read_word(self.lexicon, text, options.language)
            or self._wrapped(text, options)
            or self._side_by_side(text, options)
        )

    def _wrapped(self, text: str, options: Options) -> Reading | None:
        wrapped = unwrapped(text)
        reading = self._tolerant(wrapped.text, options) if wrapped else None
        if wrapped is None or reading is None or reading.resolution is None:
            return reading
        match, element = reading.resolution, self.lexicon.elements[reading.symbols[0]]
        if _doubtful(match.by, wrapped, element):
            what = "number" if match.by is By.ATOMIC_NUMBER else "symbol"
            other = f"{text!r} may be something other than a {what}: send the {what} alone."
            return unknown(other, reading.symbols)
        if match.by is By.SYMBOL:
            unlisted = (NO_ABUNDANCE,) if wrapped.natural and not element.natural else ()
            doubts = read_as(element, (*wrapped.doubts, *unlisted))
            match = replace(match, warnings=(*match.warnings, *doubts))
        return found(reading.symbols[0], with_note(match, wrapped.note))

    def _side_by_side(self, text: str, options: Options) -> Reading | None:
        readings = []
        beside = parts(text)
        for part in beside:
            reading = self._tolerant(part, options)
            if reading is None or reading.symbol is None:
                return None
            readings.append(reading)
        symbols = tuple(dict.fromkeys(symbol for each in readings for symbol in each.symbols))
        if len(symbols) > 1:
            several = f"{text!r} names more than one element: send each as an item of its own."
            return unknown(several, symbols[:MOST_SUGGESTIONS])
        matches = [each.resolution for each in readings if each.resolution]
        named = next((match for match in matches if match.by in _NAMED), None)
        if named is None and len({(each.by, each.mass_number) for each in matches}) == 1:
            named = matches[0] if matches[0].by is By.ISOTOPE else None
        if named is None:
            return None
        if len(set(beside)) == 1:
            return unknown(f"{text!r} says the same more than once: send it once.", symbols)
        warnings = tuple(dict.fromkeys(warning for each in readings for warning in each.warnings))
        if beside[0].isdigit() and len(beside[-1]) == 1:
            warnings = (*warnings, *read_as(self.lexicon.elements[symbols[0]], (AMOUNT,)))
        note = "Each part of it names the element."
        return found(symbols[0], with_note(replace(named, warnings=warnings), note))

    def _nothing(self, text: str, *, suggest: bool) -> Reading:
        twin = latin_twin(text)
        meant = self._tolerant(twin, Options()) if twin else None
        if meant and meant.symbol:
            return unknown(
                f"{text!r} is written with {other_script(text)}, which only looks Latin.",
                (meant.symbol,),
            )
        if elements := self.lexicon.formula(text):
            symbols = ", ".join(element.symbol for element in elements)
            return unknown(
                f"{text!r} reads as a formula with {symbols}, not as one element: "
                f"/v1/formulas?formula={text}"
            )
        nearest = self._nearest(text) if suggest else ()
        hint = "" if nearest else " A symbol, an atomic number, a name or a CAS number would."
        if not suggest:
            hint += f" Near names are looked for in the first {SUGGESTED} unknown values alone."
        return unknown(f"Nothing matches {text!r}.{hint}", nearest)


def _doubtful(by: By, wrapped: Wrapped, element: Element) -> bool:
    """Say whether what stands inside is more likely something else than what it was read as."""
    if by is By.ATOMIC_NUMBER and wrapped.text[0].isalpha():
        return False
    unlisted = wrapped.natural and not element.natural
    return by in wrapped.refused or (unlisted and by is By.SYMBOL_CASE_FOLDED)


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
