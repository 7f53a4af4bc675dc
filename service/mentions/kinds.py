"""Reads a rock, mineral or alloy with its kind: ``arcilla cerámica``, ``Stahl C 15``."""

import re

from service.mentions.lexicon import Lexicon
from service.mentions.qualifiers import Heading
from service.mentions.reading import Reading, of_material, with_heading, with_warnings
from service.mentions.text import folded
from service.model import Material, MaterialKind

_MOST_WORDS = 5
_KIND_BEHIND = {"es", "pt", "fr", "it", "ro", "id", "vi"}
"""Languages in which the words for the kind stand behind the thing: ``arena de río``."""
_KIND_BEFORE = {"en", "de", "nl", "sv", "da", "nb", "fi", "tr", "hu", "ru", "uk", "bg", "pl", "cs"}
"""Languages in which the last word is the thing: ``river sand`` is sand, ``sand box`` is none."""
_MINED = {MaterialKind.ROCK, MaterialKind.MINERAL, MaterialKind.ORE}
_COALS = {"coal", "lignite", "peat"}
_OTHER_THINGS = {"ice", "salt", "soil", "phosphate", "graphite", "graphite-natural"}
"""Other words make other things of these: dry ice, white graphite, orthophosphate."""
_GRADE = re.compile(r"[A-Z]{0,3}-?[0-9]{1,5}[A-Z]{0,2}|[A-Z]{1,2}")


def read_kind(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a material with its kind, with a warning where the words for it are not known.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    words = text.split()
    for length in range(len(words) - 1, 0, -1) if len(words) <= _MOST_WORDS else ():
        behind, before = " ".join(words[length:]), " ".join(words[:-length])
        if reading := _graded(lexicon, " ".join(words[:length]), behind):
            return reading
        if reading := _of_a_kind(lexicon, " ".join(words[:length]), behind, _KIND_BEHIND):
            return reading
        if reading := _of_a_kind(lexicon, " ".join(words[-length:]), before, _KIND_BEFORE):
            return reading
    return None


def read_dashed(lexicon: Lexicon, text: str) -> Reading | None:
    """Read, with a warning, a material before a dash: ``Natural gas - Henry Hub, spot``.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    name, dash, remark = text.partition(" - ")
    material = lexicon.material(name) if dash else None
    if material is None or any(map(lexicon.names_of, re.findall(r"[^\W_]+", remark))):
        return None
    doubt = f"Read without {remark!r} behind the dash, which is not known here."
    return with_warnings(with_heading(of_material(material, name), Heading(form=remark)), (doubt,))


def _graded(lexicon: Lexicon, name: str, code: str) -> Reading | None:
    material = lexicon.material(name)
    codes = any(map(str.isdigit, code)) and all(map(_GRADE.fullmatch, code.split()))
    if material is None or material.kind is not MaterialKind.ALLOY or not codes:
        return None
    return with_heading(of_material(material, name), Heading(form=code))


def _of_a_kind(lexicon: Lexicon, name: str, kind: str, languages: set[str]) -> Reading | None:
    material = lexicon.material(name)
    if material is None or not _mined(material) or not _spelt_in(material, name, languages):
        return None
    if not kind.replace(" ", "").isalpha() or any(map(lexicon.known, [kind, *kind.split()])):
        return None
    reading = with_heading(of_material(material, name), Heading(form=kind))
    doubt = f"Read as a kind of {material.name}: {kind!r} is not known here."
    return with_warnings(reading, (doubt,))


def _mined(material: Material) -> bool:
    coal = {material.id, material.broader} & _COALS
    return bool(material.kind in _MINED or coal) and material.id not in _OTHER_THINGS


def _spelt_in(material: Material, text: str, languages: set[str]) -> bool:
    spellings = {folded(text), folded(text).removesuffix("s"), folded(text).removesuffix("es")}
    named = {each.language for each in material.names if folded(each.text) in spellings}
    return bool(named & languages)
