"""Takes off what stands around a mention, layer by layer, and reads what is left as it is."""

import re
from dataclasses import replace

from service.mentions.chemistry.fineness import read_fineness
from service.mentions.chemistry.patterns import read_pattern
from service.mentions.language.homographs import other_meanings
from service.mentions.language.qualifiers import qualifier
from service.mentions.lexicon import Lexicon
from service.mentions.options import Options
from service.mentions.questions import sodium_or_missing, sodium_with_doubt
from service.mentions.reading import Reading, Resolution, found, missing, read_as
from service.mentions.tabular.beside import MOST_PARTS, parts
from service.mentions.tabular.figures import contained, counted
from service.mentions.tabular.headings import qualified
from service.mentions.trade.entries import described
from service.mentions.words import read_word
from service.mentions.wrapping import Wrapped, as_wrapped, unwrapped
from service.model import By

_MISSING_MARKERS = {
    *("n/a", "#n/a", "n.a.", "n. a.", "n/d", "n.d.", "nan", "<na>", "nil", "null", "none", "tbd"),
    *("-", "--", "---", "?", "??", ".", "...", "\\n", "(blank)", "(empty)", "(null)", "(none)"),
    *("missing", "unknown", "not available", "not applicable", "not determined", "unspecified"),
    *("#null!", "#div/0!", "#value!", "#ref!", "#name?", "#num!"),
}
_HYDROGEN_ISOTOPES = {"D": 2, "T": 3}
_SAYS_VALENCE = re.compile(r"[^\W\d_]+[-_ ][2-6]")
_LAYERS_OF_A_PART = 2


class PeelingReader:
    """Reads texts with one lexicon as they are, and inside what stands around them."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon and the readings of symbols."""
        self.lexicon = lexicon
        self._symbols = {each: found(each, Resolution(By.SYMBOL)) for each in lexicon.elements}

    def _bare(self, text: str, options: Options) -> Reading | None:
        """Read a text with nothing around it: exactly, by its pattern, or as a word."""
        if text in self._symbols:
            return self._symbols[text]
        small = text.casefold()
        if small == "na":
            return sodium_or_missing(text, options.na)
        if small in _MISSING_MARKERS:
            return missing(f"{text!r} is a customary mark of a missing value.")
        if text in _HYDROGEN_ISOTOPES and "H" in self.lexicon.elements:
            note = "The classification is the element's, not the isotope's."
            mass = _HYDROGEN_ISOTOPES[text]
            doubts = read_as(self.lexicon.elements["H"], other_meanings(text))
            return found("H", Resolution(By.ISOTOPE, mass_number=mass, note=note, warnings=doubts))
        spelt = text.isalpha() and text[:3] != "nat"
        fine = None if spelt else read_fineness(self.lexicon, text)
        pattern = None if spelt else fine or read_pattern(self.lexicon, text)
        if options.heads and pattern and _SAYS_VALENCE.fullmatch(text):
            pattern = pattern if pattern.symbol else None
        return pattern or read_word(self.lexicon, text, options.language)

    def _peeled(
        self, text: str, options: Options, most: int
    ) -> tuple[str, list[Wrapped], Reading | None]:
        """Take off what stands around, from the outside, until what is left can be read."""
        around: list[Wrapped] = []
        reading = self._bare(text, options)
        while reading is None and len(around) < most:
            if around and self.lexicon.material(text):
                break
            wrapped = _inside(text, heads=options.heads)
            if wrapped is None:
                break
            around.append(wrapped)
            text = wrapped.text
            if text == "or" and not options.language:  # inorganic or organic
                break
            reading = self._bare(text, options)
            if reading is None and (name := self.lexicon.nominative(text)):
                reading = self._bare(name, options)
        unsaid = text.casefold() == "na" and text not in self._symbols and options.na is None
        if unsaid and any(map(_measured, around)):
            reading = sodium_with_doubt(self.lexicon.elements["Na"])
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
            said = qualifier(part) if reading is None else None
            if said and (read or options.heads or said.kind != "method" or not part.islower()):
                continue
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


def _measured(wrapped: Wrapped) -> bool:
    heading = wrapped.heading
    return bool(heading.unit or heading.fraction or heading.method)


def _inside(text: str, *, heads: bool) -> Wrapped | None:
    """Give what stands inside the outermost layer, the customary layers of a cell first."""
    wrapped = described(text) or contained(text) or counted(text, heads=heads)
    if wrapped is None and heads:
        wrapped = qualified(text, heads=True) or unwrapped(text, heads=True)
    elif wrapped is None:
        wrapped = unwrapped(text) or qualified(text, heads=False)
    inside = wrapped.text.strip() if wrapped else ""
    return replace(wrapped, text=inside) if wrapped and inside else None
