"""Reads entries of the Harmonized System as statistics of trade word them.

The subject stands before a semicolon: ``Copper; wire, of refined copper``; of metals, salts and
gases their class does: ``Metals; gold, non-monetary, powder``, ``Sulphates; of nickel``.
"""

import re
from collections.abc import Callable

from service.mentions.chemistry.compound_names import read_compound
from service.mentions.language.qualifiers import Heading
from service.mentions.lexicon import Lexicon
from service.mentions.reading import Reading, of_material, with_heading, with_warnings
from service.mentions.words import read_word
from service.model import By

Read = Callable[[str], Reading | None]
_CLASSES = re.compile(
    r"metals?|ferro-?alloys|stones|gases(?:, rare)?|salts"
    r"|petroleum gases and other gaseous hydrocarbons",
    re.IGNORECASE,
)
_SALTS = re.compile(
    r"(?P<salt>(?:[^\W\d_]+)?(?:sul(?:ph|f)ate|sul(?:ph|f)ide|nitrate|carbonate|chloride|fluoride"
    r"|phosphate|carbide|oxide|hydroxide))s",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:Natural )?(?P<name>[^;()]+?)(?: of all kinds)?(?: \([^()]*\))?; ?\.? ?(?P<rest>.+)",
    re.IGNORECASE,
)
_OF = re.compile(r"of (?P<metal>[^\W\d_]{3,})\b")
_BEGINNING = re.compile(
    r"[,;(]| (?:and|or|containing|in|of|for|from|with|having|obtained|whether|not|other)\b"
)
_STATE = {"liquefied", "in gaseous state", "non-monetary", "natural", "unwrought", "rare"}
_NAMED = {By.NAME, By.MATERIAL, By.FORMER_NAME}


def read_entry(lexicon: Lexicon, text: str, read: Read) -> Reading | None:
    """Read the subject of an entry, with a warning that the rest may say a product of it.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
        read: reads what stands inside other words.
    """
    match = _SUBJECT.fullmatch(text)
    if match is None:
        return None
    subject, more = _subject(match["name"], match["rest"].strip(" ."))
    reading = (_part(lexicon, subject) or read(subject)) if subject else None
    by = reading.resolution.by if reading and reading.resolution else None
    if reading is None or by not in _NAMED:
        return None
    other = None if more.startswith(("of ", "and ")) else _another(lexicon, more)
    if other and other.thing != reading.thing:
        return _narrower(lexicon, reading, other, more)
    doubt = f"Read by its subject: {more!r} may say another product of it."
    reading = with_heading(reading, Heading(form=more)) if more else reading
    return with_warnings(reading, (doubt,) if more else ())


def _narrower(lexicon: Lexicon, reading: Reading, other: Reading, more: str) -> Reading | None:
    """Give the other thing where it is made of the first: ``Iron; non-alloy pig iron``."""
    material = lexicon.material((other.material or "").replace("-", " "))
    made = material and reading.symbol in material.symbols
    return with_heading(other, Heading(form=more)) if made else None


def _subject(name: str, rest: str) -> tuple[str, str]:
    """Give what an entry is about, and what it says besides; empty where it may be anything."""
    if salt := _SALTS.fullmatch(name):
        if of := _OF.match(rest):
            return f"{of['metal']} {salt['salt']}", rest[of.end() :].strip(" ,")
        first, _, more = rest.partition(",")
        return first, more
    if _CLASSES.fullmatch(name):
        parts = [each.strip() for each in rest.split(",")]
        parts = parts[1:] if len(parts) > 1 and parts[0] in _STATE else parts
        subject = _BEGINNING.split(parts[0].removesuffix(" powder"), maxsplit=1)[0]
        return subject, ", ".join([parts[0][len(subject) :].strip(), *parts[1:]]).strip(", ")
    return (name, rest) if " " in rest else ("", "")


def _another(lexicon: Lexicon, rest: str) -> Reading | None:
    """Read the other thing with which the rest of an entry begins: ``Gypsum; anhydrite``."""
    words = _BEGINNING.split(rest, maxsplit=1)[0].split()
    for start in range(len(words)):
        if reading := _part(lexicon, " ".join(words[start:])):
            return reading
    return None


def _part(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a few words as a material, an element or a compound, with nothing around them."""
    if material := lexicon.material(text):
        return of_material(material, text)
    return read_word(lexicon, text, None) or read_compound(lexicon, text)
