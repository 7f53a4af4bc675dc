"""Reads one mention, heading, formula or composition; where it cannot, it gives the reason."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from service.mentions.chemistry.compositions import read_composition, unlabelled
from service.mentions.chemistry.compounds import amounts, is_word, read_formula
from service.mentions.chemistry.formulas import FormulaError
from service.mentions.language.text import latin_twin, normalise, other_script, sign, without_html
from service.mentions.layers import LayerReader
from service.mentions.lexicon import Lexicon
from service.mentions.options import Options
from service.mentions.questions import doubted_without_accents, element_or_material
from service.mentions.reading import (
    MENTION_LIMIT,
    SUGGESTED,
    Problem,
    Reading,
    Share,
    invalid,
    missing,
    of_material,
    unknown,
    with_warnings,
)
from service.mentions.something_else import something_else
from service.mentions.tabular.headings import qualified
from service.mentions.tabular.several import read_several
from service.mentions.tabular.spectra import among_spectra
from service.mentions.tabular.tables import together, without_tags
from service.model import Outcome, ValueKind

_KEPT = 1024
_LONGEST_SYMBOL = 3
_SQUARE_UNITS = re.compile(r"[(\[,_ ] ?[㎎㎏㎍㎖㎗ℓ㎥㎡㏖][^()]*[)\]]?")
"""Units of one character, behind what they measure."""
_CAMEL_CASE = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
"""Between words such as ``mercuryTotal``."""
_LARGEST_NUMBER = 10**9
_WHOLE = 100
_PERCENT = "The amounts add up to 100: they may be per cent by weight."
_WOULD = " A symbol, an atomic number, a name or a CAS number would."
_OR_A_FORMULA_WOULD = " A symbol, an atomic number, a name, a CAS number or a formula would."
_TOLERANT = Options()


class Reader(LayerReader):
    """Reads mentions with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon and the suggestions that were found."""
        super().__init__(lexicon)
        self._nearest = lru_cache(maxsize=_KEPT)(lexicon.nearest)

    def read(self, value: Any, options: Options, *, suggest: bool = True) -> Reading:
        """Read one value of any JSON type, as the kind that the options name; never raises.

        Args:
            value: as it came: text, a number, or None for an absent value.
            options: how to read.
            suggest: whether an unknown mention may cost a search for near names.
        """
        if options.kind is ValueKind.FORMULA:
            return self.read_formula(value)
        if options.kind is ValueKind.AUTO:
            return self.read_auto(value, options, suggest=suggest)
        return self._one(value, options, suggest=suggest)

    def read_itself(self, value: Any, options: Options) -> Reading:
        """Read one mention, but no element from the name of its compound, alloy or ore.

        What an authority says of an element is no answer on these; never raises.

        Args:
            value: as it came.
            options: how to read.
        """
        reading = self.read(value, options)
        if not (reading.symbol and reading.of_another):
            return reading
        name = self.lexicon.elements[reading.symbol].name.lower()
        meant = f"{value!r} names a compound, alloy or ore of {name}, which is no material here."
        return unknown(f"{meant} What lists say of {name} need not hold for it.", reading.symbols)

    def _one(self, value: Any, options: Options, *, suggest: bool) -> Reading:
        """Read one value as a mention or a heading."""
        if value is None:
            return missing("The value is null.")
        if isinstance(value, bool):
            return invalid("It is true or false: YAML and spreadsheets turn No and On into that.")
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
            return read_formula(self.lexicon, without_html(value))
        except FormulaError as error:
            problem = Problem("invalid-formula", f"{error}.", position=error.position)
            return Reading(Outcome.INVALID, problem=problem)

    def read_heading(
        self, value: Any, options: Options = _TOLERANT, *, suggest: bool = True
    ) -> Reading:
        """Read the head of a column; never raises.

        An oxide names its element, and its resolution says in ``heading`` what else stands there:
        unit, fraction, method. What heads other columns as often, such as RH or No, is asked about.

        Args:
            value: the heading as it came.
            options: how to read.
            suggest: whether an unknown heading may cost a search for near names.
        """
        return self._one(value, replace(options, kind=ValueKind.HEADER), suggest=suggest)

    def read_headings(
        self,
        values: Sequence[Any],
        options: Options = _TOLERANT,
        *,
        pace: Callable[[Iterable[Any]], Iterable[Any]] = iter,
    ) -> list[Reading]:
        """Read all heads of a table: one that is doubtful alone is read where the others tell.

        Args:
            values: the headings, in their order.
            options: how to read.
            pace: passes the headings on, and may let other work go on between them.
        """
        readings: list[Reading] = []
        unknowns = 0
        for value in pace(values):
            readings.append(self.read_heading(value, options, suggest=unknowns < SUGGESTED))
            unknowns += readings[-1].outcome is Outcome.UNKNOWN
        heads = [normalise(value) if isinstance(value, str) else "" for value in values]
        alone = partial(self.read_heading, options=options, suggest=False)
        readings = among_spectra(heads, readings, self.lexicon.elements)
        readings = without_tags(heads, readings, self.lexicon, alone)
        return together(heads, readings, self.lexicon.elements)

    def read_auto(
        self, value: Any, options: Options = _TOLERANT, *, suggest: bool = True
    ) -> Reading:
        """Read one value as a mention, else a composition, several things or a formula.

        The reading says in ``kind`` which it was, and in ``contains`` which elements there are in
        an alloy or compound, with per cent by weight where the value gives it, or which elements
        and materials stand side by side. It never raises.

        Args:
            value: as it came.
            options: how to read a mention.
            suggest: whether an unknown mention may cost a search for near names.
        """
        value = without_html(value) if isinstance(value, str) else value
        alone = replace(options, kind=ValueKind.MENTION)
        mention = replace(self._one(value, alone, suggest=suggest), kind="mention")
        unread = mention.outcome in (Outcome.UNKNOWN, Outcome.INVALID)
        if not unread or not isinstance(value, str):
            return mention
        if composition := read_composition(self.lexicon, value, strict=options.strict):
            return composition
        one = partial(self._one, options=alone, suggest=False)
        if mention.outcome is Outcome.UNKNOWN and (several := read_several(value, one)):
            return several
        written, behind = unlabelled(value, self.read_formula(value).outcome)
        formula = self.read_formula(written)
        if formula.outcome is not Outcome.OK or is_word(self.lexicon, written):
            return _or_a_formula(mention)
        if options.strict and formula.warnings:
            return mention
        contains = tuple(Share(symbol) for symbol in formula.symbols)
        percent = len(contains) > 1 and abs(amounts(written) - _WHOLE) < 1
        warnings = (*formula.warnings, *behind, *((_PERCENT,) if percent else ()))
        return replace(formula, kind="formula", contains=contains, warnings=warnings)

    def _number(self, value: float, options: Options, *, suggest: bool) -> Reading:
        if abs(value) > _LARGEST_NUMBER:
            return unknown(f"Atomic numbers run from 1 to {len(self.lexicon.elements)}.")
        return self._text(_digits(value), options, suggest=suggest)

    def _text(self, typed: str, options: Options, *, suggest: bool) -> Reading:
        if typed in self._symbols and (options.strict or not options.heads):
            return self._symbols[typed]
        typed = without_html(typed)
        text = normalise(typed)
        if not text:
            return missing("The value is empty.")
        if len(text) > MENTION_LIMIT:  # one sign may stand for eighteen letters
            return invalid(f"Written out, it has more than {MENTION_LIMIT} characters.")
        if mark := sign(_SQUARE_UNITS.sub("", typed)):
            return self._of_sign(mark, text, options)
        if options.strict:
            return self._strict(text, options)
        reading = self._element_or_material(text, options)
        spaced = text if options.heads else text.replace("_", " ").replace(" & ", " and ")
        words = _CAMEL_CASE.sub(" ", spaced).strip()
        if reading is None and words not in {text, ""}:
            reading = self._element_or_material(words, options)
        reading = reading or self._in_two_languages(text, options)
        if reading is None and not options.heads:
            reading = self._turned(words, text)
        return reading or self._nothing(text, suggest=suggest)

    def _in_two_languages(self, text: str, options: Options) -> Reading | None:
        """Read a name with its English beside a stroke: ``Уголь, млн.тонн / Coal, mln ton``."""
        first, _, second = text.partition(" / ")
        if not second or first.isascii() or not second.isascii():
            return None
        one, other = (self._element_or_material(each, options) for each in (first, second))
        return other if one and other and one.thing and one.thing == other.thing else None

    def _turned(self, words: str, text: str) -> Reading | None:
        """Read a material whose words stand in another order: ``gravel and sand``."""
        first, between, second = words.partition(" and ")
        before, _, last = words.rpartition(" ")
        sure = " " in before or words != text or (last.isupper() and not words.isupper())
        sure = sure and last.casefold() != "gas"  # oil gas may be oil and gas
        turned = (f"{second} and {first}" if between else "", f"{last} {before}" if sure else "")
        material = next(filter(None, map(self.lexicon.material, filter(None, turned))), None)
        doubt = f"Read as {material.name}, whose words stand in another order." if material else ""
        return with_warnings(of_material(material, text), (doubt,)) if material else None

    def _element_or_material(self, text: str, options: Options) -> Reading | None:
        """Read a text as an element, a material, or either; None where there is no reading."""
        material = self.lexicon.material(text)
        if material and (options.material or self._bare(text, options) is None):
            return of_material(material, text)
        reading = self._tolerant(text, options)
        unread = reading is None or reading.outcome is Outcome.UNKNOWN
        if material and (unread or (reading and reading.material)):
            return of_material(material, text)
        if material and reading and not options.language:
            return element_or_material(text, reading, material)
        if reading and reading.symbol and text.isupper() and len(text) > _LONGEST_SYMBOL:
            return doubted_without_accents(text, reading, self.lexicon)
        return reading

    def _without_unit(self, text: str) -> str:
        wrapped = qualified(text, heads=True)
        return wrapped.text.strip() if wrapped else text

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
        if known := something_else(self.lexicon, text, self._without_unit(text)):
            return known
        nearest = self._nearest(text) if suggest else ()
        hint = "" if nearest else _WOULD
        if not suggest:
            hint += f" Near names are looked for in the first {SUGGESTED} unknown values alone."
        return unknown(f"Nothing matches {text!r}.{hint}", nearest)


def _or_a_formula(reading: Reading) -> Reading:
    """Name among what would have worked the formula, which this kind of value may be, too."""
    if not (why := reading.problem) or _WOULD not in why.detail:
        return reading
    detail = why.detail.replace(_WOULD, _OR_A_FORMULA_WOULD)
    return replace(reading, problem=replace(why, detail=detail))


def _digits(number: float) -> str:
    if isinstance(number, float) and number.is_integer():
        return str(int(number))
    return str(number)
