"""Reads a text as it is, inside what stands around it, and by its parts.

The first reading that fits is taken.
"""

import re
from functools import partial
from itertools import filterfalse

from service.mentions.chemistry.compound_names import read_compound
from service.mentions.chemistry.compounds import read_ion, read_species
from service.mentions.chemistry.fineness import read_constituents
from service.mentions.judgement import judged
from service.mentions.language.analytes import no_element
from service.mentions.language.homographs import is_english
from service.mentions.language.qualifiers import Heading, qualifier
from service.mentions.language.units import unit
from service.mentions.options import Options
from service.mentions.peeling import PeelingReader
from service.mentions.reading import (
    OF_A_COMPOUND,
    Reading,
    of_material,
    read_as,
    with_heading,
    with_warnings,
)
from service.mentions.tabular.beside import agreed
from service.mentions.tabular.companions import given_as, read_companions
from service.mentions.tabular.doubted import read_doubted, tagged
from service.mentions.trade.commodities import read_pair, read_shaped
from service.mentions.trade.customs import read_entry
from service.mentions.trade.drill_logs import read_logged
from service.mentions.trade.entries import remarked
from service.mentions.trade.kinds import read_dashed, read_kind, read_numbered
from service.mentions.trade.ores import read_ore
from service.mentions.trade.specimens import read_member, read_specimen
from service.mentions.trade.substances import apart, given, supplied
from service.mentions.words import read_word
from service.mentions.wrapping import Wrapped
from service.model import By, MaterialKind, Outcome

_OTHER_THINGS = {"wrought", "other", "virgin", "liquid", "gas"}
"""Words beside a material that make another thing of it: diamond wire, other oil, virgin oil."""
_TOLERANT = Options()
_UNIT_AS = re.compile(r"(.+?),? \(([^()]+) (?i:as) ([A-Za-z0-9]{1,6})\)")
"""``LEAD, TOTAL (UG/L AS PB)``, as STORET names what it measures."""
_LONGEST_SYMBOL = 2
_LAYERS = 5
"""A mark behind, brackets, quotation marks, a unit and a label: ``["Pb, total (mg/L)"],``."""


class LayerReader(PeelingReader):
    """Reads texts with one lexicon, whatever stands around them."""

    def _tolerant(self, text: str, options: Options) -> Reading | None:
        """Read a text with what stands around it; None where there is no reading."""
        core, around, reading = self._peeled(text, options, _LAYERS)
        whole = around and self.lexicon.material(core)
        if reading is None and not whole and (read := self._parts(core, options)):
            reading = agreed(core, read, self.lexicon)
        if reading is None:
            reading = (
                read_companions(self.lexicon, core)
                or self._given(core, options)
                or read_pair(self.lexicon, core)
                or self._compound(core, around, options)
            )
        reading = self._put_back(reading, around) or self._traded(text)
        reading = reading or read_specimen(self.lexicon, text)
        reading = reading or read_constituents(self.lexicon, text)
        reading = reading or read_compound(self.lexicon, text.replace("_", " "))
        if reading is None and around:
            reading = self._put_back(read_compound(self.lexicon, core), around)
        reading = reading or self._traded_inside(around) or self._remarked(text, options)
        if reading is None and around:
            reading = self._put_back(self._remarked(core, options), around)
        reading = reading or read_dashed(self.lexicon, text) or read_numbered(self.lexicon, text)
        reading = self._entry(text, reading) if not options.heads else reading
        if reading is None:
            if options.heads:
                return self._tagged(text, options)
            return (
                read_member(self.lexicon, text)
                or read_kind(self.lexicon, text)
                or read_logged(self.lexicon, text)
            )
        if reading.symbol is None:
            return reading
        element = self.lexicon.elements[reading.symbol]
        return judged(reading, core, element, options.heads, spoken=bool(options.language))

    def _ion(self, text: str) -> Reading | None:
        """Read the name of an ion in a cell, with the warning that compounds have."""
        reading = read_ion(self.lexicon, text)
        element = self.lexicon.elements.get((reading and reading.symbol) or "")
        doubts = read_as(element, (OF_A_COMPOUND,)) if element else (OF_A_COMPOUND,)
        return with_warnings(reading, doubts) if reading else None

    def _traded(self, text: str) -> Reading | None:
        """Read a text as lists of trade and of mines write it."""
        return read_shaped(self.lexicon, text) or read_ore(self.lexicon, text)

    def _traded_inside(self, around: list[Wrapped]) -> Reading | None:
        """Read the first layer inside which stands a text of trade or of mines."""
        for depth, wrapped in enumerate(around, start=1):
            if _shaped(around[:depth]):
                return None
            if reading := self._traded(wrapped.text):
                return self._put_back(reading, around[:depth])
        return None

    def _remarked(self, text: str, options: Options) -> Reading | None:
        """Read, with a warning, a name before a remark: ``Zinc (Phase 2)``, ``Iron, corroded``."""
        name, remark, comma = remarked(text)
        if options.heads or not name:
            return None
        words = [remark, *filterfalse(is_english, re.findall(r"[^\W_]+", remark))]
        own = {each.symbol for each in self.lexicon.names_of(name)} if comma else set()
        if any(self._is_another(word, own) for word in words):
            return None
        material = self.lexicon.material(name)
        if comma:
            reading = None if material else self._bare(name, options)
        else:
            reading = of_material(material, name) if material else self._tolerant(name, options)
        match = reading.resolution if reading else None
        if reading is None or match is None or match.by not in {By.NAME, By.MATERIAL}:
            return None
        doubt = f"Read without {remark!r}, which is not known here."
        return with_warnings(with_heading(reading, Heading(form=remark)), (doubt,))

    def _is_another(self, word: str, own: set[str]) -> bool:
        """Say whether a word of a remark is another thing: not ``iron`` again, ``KCl``, ``NCS``."""
        symbols = {each.symbol for each in self.lexicon.names_of(word)}
        if symbols or self.lexicon.material(word):
            return not symbols or symbols != own
        said = qualifier(word)
        method = said is not None and said.kind == "method"
        abbreviated = word.isupper() and word.isalpha() and len(word) > _LONGEST_SYMBOL
        return self.lexicon.known(word) and not (method or abbreviated)

    def _entry(self, text: str, reading: Reading | None) -> Reading | None:
        """Read an entry of a customs list by its subject, where it is not read otherwise."""
        whole = partial(self._tolerant, options=_TOLERANT)
        if reading is None and ": " in text:
            return whole(text.replace(": ", "; "))
        if ";" not in text or (reading and reading.outcome is not Outcome.UNKNOWN):
            return reading
        return read_entry(self.lexicon, text, whole) or reading

    def _tagged(self, text: str, options: Options) -> Reading | None:
        """Read a heading before a code of the table, with a warning."""
        inside, doubt = tagged(text) or ("", "")
        reading = self._tolerant(inside, options) if inside else None
        if reading is None or reading.outcome is not Outcome.OK:
            return reading
        element = self.lexicon.elements.get(reading.symbol or "")
        return with_warnings(reading, read_as(element, (doubt,)) if element else (doubt,))

    def _given(self, text: str, options: Options) -> Reading | None:
        """Read an element beside the form in which it is given: ``mercury, total (as Hg)``."""
        measured = _UNIT_AS.fullmatch(text)
        in_unit = unit(measured[2]) if measured else None
        said = (measured[1], measured[3]) if measured and in_unit else given(text)
        rest, compound = said or (text, "")
        state = apart(rest, compounds=bool(said))
        reading = self._tolerant(rest, options) if said else None
        reading = reading or (self._tolerant(state, options) if state else None)
        if said is None or reading is None or reading.symbol is None:
            return reading or self._supplied(text)
        read = given_as(self.lexicon, reading, reading.symbol, compound)
        return with_heading(read, Heading(unit=in_unit)) if read else self._supplied(text)

    def _supplied(self, text: str) -> Reading | None:
        """Read an element beside the compound that supplies it: ``Zinc (as zinc citrate)``."""
        name, source = supplied(text) or ("", "")
        reading = read_word(self.lexicon, name, None) if name else None
        match = reading.resolution if reading else None
        if reading is None or match is None or match.by not in {By.NAME, By.FORMER_NAME}:
            return None
        other = self._bare(source, _TOLERANT)
        if other and other.symbol not in {None, reading.symbol}:
            return None
        return with_heading(reading, Heading(form=f"as {source}"))

    def _compound(self, core: str, around: list[Wrapped], options: Options) -> Reading | None:
        """Read a material inside its surroundings, and a species or ion at the head of a column."""
        forms = [each.heading.form for each in around if each.heading.form]
        spelt = [
            name
            for form in forms
            if form != "gas"  # oil and gas are two goods, gas oil is a third
            for name in (f"{core} {form}", f"{form} {core}")
        ]
        kinds = filter(None, map(self.lexicon.material, spelt))
        narrower = next((each for each in kinds if each.kind is not MaterialKind.COMPOUND), None)
        material = narrower or (None if _shaped(around) else self.lexicon.material(core))
        if around and material:
            return of_material(material, core)
        units = {each.heading.unit for each in around if each.heading.unit}
        if not options.heads and not units:
            return self._ion(core)
        if no_element(core):
            return None
        measured = bool(units) or any(each.heading.method for each in around)
        species = read_species(self.lexicon, core, measured=measured)
        reading = species or read_ion(self.lexicon, core)
        return reading or (read_doubted(self.lexicon, core, units) if options.heads else None)


def _shaped(around: list[Wrapped]) -> bool:
    """Say whether words around make another thing of a material."""
    forms = {word for each in around for word in (each.heading.form or "").split("; ")}
    return bool(forms & _OTHER_THINGS) or any(each.element for each in around)
