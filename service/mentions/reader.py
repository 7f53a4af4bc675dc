"""Reads one mention: exactly, by a pattern, as a word, inside its surroundings, by its parts.

The first reading that fits is taken; where none fits, the reason is given.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from service.mentions.beside import MOST_PARTS, agreed, parts
from service.mentions.formulas import FormulaError, elements_in
from service.mentions.lexicon import Lexicon
from service.mentions.patterns import read_pattern
from service.mentions.reading import (
    MENTION_LIMIT,
    SUGGESTED,
    Candidate,
    Problem,
    Reading,
    Resolution,
    ambiguous,
    found,
    invalid,
    missing,
    of_formula,
    of_material,
    unknown,
)
from service.mentions.text import latin_twin, normalise, other_script, sign
from service.mentions.words import read_word
from service.mentions.wrapping import Wrapped, as_wrapped, unwrapped
from service.model import By, Material, Outcome

_MISSING_MARKERS = {
    *("n/a", "#n/a", "n.a.", "n. a.", "n/d", "n.d.", "nan", "<na>", "nil", "null", "none", "tbd"),
    *("-", "--", "---", "?", "??", ".", "...", "\\n", "(blank)", "(empty)", "(null)", "(none)"),
    *("missing", "unknown", "not available", "not applicable", "not determined", "unspecified"),
    *("#null!", "#div/0!", "#value!", "#ref!", "#name?", "#num!"),
}
_HYDROGEN_ISOTOPES = {"D": 2, "T": 3}
_LAYERS = 5
"""A mark behind, brackets, quotation marks, a unit and a label: ``["Pb, total (mg/L)"],``."""
_LAYERS_OF_A_PART = 2
_KEPT = 1024
_LARGEST_NUMBER = 10**9


@dataclass(frozen=True, slots=True)
class Options:
    """Options of reading.

    Attributes:
        strict: accept exact symbols only.
        na: what ``NA`` means, ``sodium`` or ``missing``.
        language: of names that mean different elements in several.
        material: take a material's name for the material, even where it also names an element.
    """

    strict: bool = False
    na: str | None = None
    language: str | None = None
    material: bool = False


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
            problem = Problem("invalid-formula", f"{error}.")
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
        if len(text) > MENTION_LIMIT:  # one sign may stand for eighteen letters
            return invalid(f"Written out, it has more than {MENTION_LIMIT} characters.")
        if mark := sign(typed):
            return self._of_sign(mark, text, options)
        if options.strict:
            return self._strict(text, options)
        return self._element_or_material(text, options) or self._nothing(text, suggest=suggest)

    def _element_or_material(self, text: str, options: Options) -> Reading | None:
        """Read a text as an element, a material, or either; None where there is no reading."""
        reading = self._tolerant(text, options)
        material = self.lexicon.material(text)
        unread = reading is None or reading.outcome is Outcome.UNKNOWN
        if material and (unread or options.material):
            return of_material(material, text)
        if material and reading and not options.language:
            return _element_or_material(text, reading, material)
        return reading

    def _tolerant(self, text: str, options: Options) -> Reading | None:
        """Read a text with what stands around it; None where there is no reading."""
        core, around, reading = self._peeled(text, options, _LAYERS)
        if reading is None and (read := self._parts(core, options)):
            reading = agreed(core, read, self.lexicon.elements)
        return self._put_back(reading, around)

    def _bare(self, text: str, options: Options) -> Reading | None:
        """Read a text with nothing around it: exactly, by its pattern, or as a word."""
        if text in self._symbols:
            return self._symbols[text]
        small = text.casefold()
        if small == "na":
            return _sodium_or_missing(text, options)
        if small in _MISSING_MARKERS:
            return missing(f"{text!r} is a customary mark of a missing value.")
        if text in _HYDROGEN_ISOTOPES and "H" in self.lexicon.elements:
            note = "The classification is the element's, not the isotope's."
            mass = _HYDROGEN_ISOTOPES[text]
            return found("H", Resolution(By.ISOTOPE, mass_number=mass, note=note))
        pattern = None if text.isalpha() else read_pattern(self.lexicon, text)
        return pattern or read_word(self.lexicon, text, options.language)

    def _peeled(
        self, text: str, options: Options, most: int
    ) -> tuple[str, list[Wrapped], Reading | None]:
        """Take off what stands around, from the outside, until what is left can be read."""
        around: list[Wrapped] = []
        reading = self._bare(text, options)
        while reading is None and len(around) < most and (wrapped := unwrapped(text)):
            around.append(wrapped)
            text = wrapped.text
            reading = self._bare(text, options)
        return text, around, reading

    def _put_back(self, reading: Reading | None, around: list[Wrapped]) -> Reading | None:
        for wrapped in reversed(around):
            reading = reading and as_wrapped(reading, wrapped, self.lexicon.elements)
        return reading

    def _parts(self, text: str, options: Options) -> list[tuple[str, Reading]]:
        """Read what stands side by side, each part once; nothing unless each names an element.

        A part that cannot be read is split in turn, while there are no more than eight in all.
        """
        read: list[tuple[str, Reading]] = []
        waiting = parts(text)
        while waiting:
            part = waiting.pop(0)
            core, around, bare = self._peeled(part, options, _LAYERS_OF_A_PART)
            reading = self._put_back(bare, around)
            if reading is None:
                inner = parts(core)
                waiting = [*inner, *waiting]
                if len(set(inner)) <= 1 or len(read) + len(waiting) > MOST_PARTS:
                    return []
            elif reading.symbol is None:
                return []
            else:
                read.append((part, reading))
        return read

    def _of_sign(self, mark: str, text: str, options: Options) -> Reading:
        meant = self._tolerant(text, options)
        name = unicodedata.name(mark, "a sign")
        problem = meant.problem if meant else None
        return unknown(
            f"{mark!r} is one character, {name}: it is not read as what it looks like.",
            problem.suggestions if problem else meant.symbols if meant else (),
        )

    def _strict(self, text: str, options: Options) -> Reading:
        meant = self._tolerant(text, options)
        if meant is not None and meant.outcome is not Outcome.OK:
            return meant
        nearest = (meant.symbol,) if meant and meant.symbol else ()
        return unknown(f"{text!r} is no exact symbol, and strict=true accepts no other.", nearest)

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


def _digits(number: float) -> str:
    if isinstance(number, float) and number.is_integer():
        return str(int(number))
    return str(number)


def _element_or_material(text: str, reading: Reading, material: Material) -> Reading:
    """Ask about a name of both; a symbol, a number or a registry number means the element."""
    match = reading.resolution
    if match is None or match.by not in (By.NAME, By.FORMER_NAME):
        return reading
    language = match.languages[0] if match.languages else ""
    return ambiguous(
        f"{text!r} names the {material.kind} {material.name}, and in some languages an element.",
        (
            Candidate(reading.symbol, f"{match.variant} ({language})", f"lang={language}"),
            Candidate(None, f"the {material.kind} {material.name}", f"/v1/materials/{material.id}"),
        ),
    )


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
