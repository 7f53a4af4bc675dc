"""Reads names as lists of trade, of mines and of pollutants write them.

``Tin; waste and scrap``, ``Arsenic and compounds``, ``Titanium-Ilmenite``, ``Quartz (silica)``.
"""

import re

from service.mentions.lexicon import Lexicon
from service.mentions.qualifiers import Heading, qualifier
from service.mentions.reading import Reading, of_material, with_heading, with_warnings
from service.mentions.vocabulary import TRADE
from service.mentions.wrapping import Wrapped
from service.model import By, Material

_ONLY_NAMES = frozenset(set(By) - {By.NAME, By.FORMER_NAME})
_UNSURE = frozenset({By.SYMBOL_CASE_FOLDED, By.ATOMIC_NUMBER})
_TRADED = re.compile(r"([^;]+); (?P<natural>natural(?:,? |$))?(?P<rest>.*)")
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:%|mm|cm|kg)?\+?")
_COMPOUNDS = re.compile(
    r"(?P<name>.+?)(?: (?:and|&|et|und|y|e|и) (?:(?:its|ses|seine|sus|suoi|его) )?"
    r"(?:(?:inorganic|organic) )?(?:compounds|composés|Verbindungen|compuestos|compostos|composti"
    r"|соединения)|及其(?:无机)?化合物|及び(?:その)?(?:無機)?化合物)",
    re.IGNORECASE,
)
_LONGEST_SYMBOL = 2
_PAIR = re.compile(r"([^()]+?)(?: ore)?(?:-|, ?| ?\()([^()]+?)\)?", re.IGNORECASE)
_BRACKETED = re.compile(r"([^()]+?) \(([^()]+)\)")


def traded(text: str) -> Wrapped | None:
    """Take off what a list of trade or of pollutants says behind a name.

    Args:
        text: the normalised mention.
    """
    if match := _COMPOUNDS.fullmatch(text):
        note = "Read without its compounds, which the entry names too."
        heading = Heading(form="and compounds")
        return Wrapped(text, match["name"], note, _UNSURE, heading=heading)
    match = _TRADED.fullmatch(text)
    if not match or qualifier(form := text[len(match[1]) + 2 :]):
        return None
    name, rest = match[1], match["rest"]
    if not (match["natural"] and not rest) and not _is_product(name, rest):
        return None
    inside = f"natural {name}" if match["natural"] else name
    return Wrapped(text, inside, f"Read without {form!r}.", _ONLY_NAMES, heading=Heading(form=form))


def _is_product(name: str, phrase: str) -> bool:
    """Say whether a phrase says nothing but of what shape the thing named is, or how pure."""
    words = [word.strip("(),").casefold().rstrip(".") for word in phrase.split()]
    others = [word for word in words if word and word != name.casefold()]
    known = all(word in TRADE or _FIGURE.fullmatch(word) for word in others)
    return known and any(TRADE.get(word) == "product" for word in others)


def read_pair(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a material beside its element, or beside another name of it; None where there is none.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    match = _PAIR.fullmatch(text)
    if not match:
        return None
    first, second = match.groups()
    material = lexicon.material(second)
    if material is None:
        return None
    named = {name.symbol for name in lexicon.names_of(first)} | ({first} & set(lexicon.elements))
    if named:
        of_it = len(first) > _LONGEST_SYMBOL and named & _symbols(material)
        heading = Heading(form=f"of {first}")
        return with_heading(of_material(material, text), heading) if of_it else None
    if not _BRACKETED.fullmatch(text):
        return None
    if other := lexicon.material(first):
        narrower = other if other.broader == material.id else material
        related = material.id in {other.id, other.broader} or material.broader == other.id
        return of_material(narrower, text) if related else None
    doubt = f"Read by the name in brackets: {first!r} is no name that is known here."
    return with_warnings(of_material(material, text), (doubt,))


def _symbols(material: Material) -> set[str]:
    return {each.symbol for each in material.elements}
