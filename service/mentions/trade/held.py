"""Texts behind the name of a material that say what it holds: ``Quartz (SiO2)``."""

import re

from service.mentions.chemistry.compounds import symbols_in
from service.mentions.language.text import normalise
from service.mentions.lexicon import Lexicon
from service.mentions.trade.ore_names import read_named_ore
from service.model import Material, MaterialKind

_SOURCE = re.compile(r"(?:for|(?:main )?(?:source|ore) of) (?P<name>.+)", re.IGNORECASE)
_MIXED = {MaterialKind.ROCK, MaterialKind.ORE, MaterialKind.CONCENTRATE}


def is_formula(lexicon: Lexicon, material: Material, text: str) -> bool:
    """Compare a formula with a material's: where that has charges or groups, by the elements.

    Args:
        lexicon: the spellings.
        material: named before the text.
        text: the normalised text behind it.
    """
    own = normalise(material.formula or "")
    if lexicon.formula(own) or own == text:
        return own == text
    return has_its_elements(lexicon, material, text)


def has_its_elements(lexicon: Lexicon, material: Material, text: str) -> bool:
    """Say whether a text is a formula with the elements of a material.

    Args:
        lexicon: the spellings.
        material: named before the text.
        text: the normalised text behind it.
    """
    return bool(elements := symbols_in(lexicon, text)) and elements == set(material.symbols)


def holds(lexicon: Lexicon, material: Material, text: str) -> bool:
    """Say whether a text tells what a material holds, or of what it is an ore.

    ``Bauxite (Al2O3)``, ``Granite (Si, Al, O)``, ``Ilmenita (minérios de titânio)``.

    Args:
        lexicon: the spellings.
        material: named before the text.
        text: the normalised text behind it.
    """
    return _is_ore_of(lexicon, material, text) or _is_held(lexicon, material, text)


def _is_held(lexicon: Lexicon, material: Material, text: str) -> bool:
    """Say whether a text is a formula or symbols of what a rock or ore may hold."""
    if material.formula or material.kind not in _MIXED:
        return False
    listed = [each.strip() for each in text.split(",")]
    if len(listed) > 1 and all(each in lexicon.elements for each in listed):
        return True
    symbols = symbols_in(lexicon, text)
    return len(symbols) > 1 and (not material.elements or bool(set(material.symbols) & symbols))


def _is_ore_of(lexicon: Lexicon, material: Material, text: str) -> bool:
    """Say whether a text calls a material the ore of an element in it: ``minério de titânio``."""
    if source := _SOURCE.fullmatch(text):
        symbols: set[str | None] = {each.symbol for each in lexicon.names_of(source["name"])}
    else:
        ore = read_named_ore(lexicon, text)
        named = lexicon.material(ore.material) if ore and ore.material else None
        symbols = set(named.symbols) if named else {ore.symbol} if ore else set()
    return bool(symbols & set(material.symbols))
