"""Reads entries of the Harmonized System as statistics of trade word them.

The subject stands before a semicolon: ``Copper; wire, of refined copper``; of metals, salts and
gases their class does: ``Metals; gold, non-monetary, powder``, ``Sulphates; of nickel``.
"""

import re
from collections.abc import Callable, Iterator

from service.mentions.lexicon import Lexicon
from service.mentions.qualifiers import Heading
from service.mentions.reading import Reading, with_heading, with_warnings
from service.model import By

_CLASSES = re.compile(
    r"metals?|stones|gases(?:, rare)?|petroleum gases and other gaseous hydrocarbons|salts",
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
_STATE = {"liquefied", "in gaseous state", "non-monetary", "natural", "unwrought", "rare"}
_NAMED = {By.NAME, By.MATERIAL, By.FORMER_NAME}


def read_entry(
    lexicon: Lexicon, text: str, read: Callable[[str], Reading | None]
) -> Reading | None:
    """Read the subject of an entry, with a warning that the rest may say a product of it.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
        read: reads a part of the text, where it names an element or material.
    """
    match = _SUBJECT.fullmatch(text)
    if match is None:
        return None
    name, rest = match["name"], match["rest"].strip(" .")
    for subject, more in _subjects(name, rest):
        reading = read(subject)
        by = reading.resolution.by if reading and reading.resolution else None
        if reading is None or by not in _NAMED or _another(reading, more, read):
            continue
        doubt = f"Read by its subject: {more!r} may say another product of it."
        reading = with_heading(reading, Heading(form=more)) if more else reading
        return with_warnings(reading, (doubt,) if more else ())
    return None


def _subjects(name: str, rest: str) -> Iterator[tuple[str, str]]:
    """Give what an entry may be about, and what it says besides."""
    if salt := _SALTS.fullmatch(name):
        of = _OF.match(rest)
        first, _, more = rest.partition(",")
        yield (
            (f"{of['metal']} {salt['salt']}", rest[of.end() :].strip(" ,")) if of else (first, more)
        )
    elif _CLASSES.fullmatch(name):
        parts = [each.strip() for each in rest.split(",")]
        parts = parts[1:] if parts[0] in _STATE else parts
        subject = parts[0].removesuffix(" powder")
        yield subject, ", ".join([parts[0][len(subject) :].strip(), *parts[1:]]).strip(", ")
    elif " " in rest:
        yield name, rest


def _another(reading: Reading, rest: str, read: Callable[[str], Reading | None]) -> bool:
    """Say whether the rest of an entry begins with another thing: ``Gypsum; anhydrite``."""
    other = read(re.split(r"[,;]| and ", rest, maxsplit=1)[0].strip())
    return other is not None and other.thing != reading.thing
