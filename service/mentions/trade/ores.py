"""Reads ores, concentrates of minerals, and metals by words of trade.

``Iron ore 62% Fe``, ``spodumene concentrate``, ``锑锭``, ``Kupferschrott``.
"""

import re

from service.mentions.chemistry.compound_names import compound_of
from service.mentions.language.qualifiers import Heading
from service.mentions.lexicon import Lexicon
from service.mentions.reading import (
    Reading,
    found,
    of_material,
    with_heading,
    with_note,
    with_warnings,
)
from service.mentions.trade.ore_names import NO_METALS, read_named_ore
from service.mentions.words import read_word
from service.model import By, MaterialKind

_MINERALS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:natural )?(?P<name>[^,;()]+?) (?:ores? )?(?P<form>(?:and )?concentrates?|ores?|DSO)",
        r"(?P<form>концентраты?|руд[аы]) (?P<name>\w{4,}?)ов(?:ый|ые|ая)",
        r"(?P<name>\w{4,}?)ов(?:ый|ые|ая) (?P<form>концентраты?|руд[аы])",
    )
]
"""Minerals as ores and concentrates: ``spodumene concentrate``, ``концентрат апатитовый``."""
_METAL = re.compile(
    r"(?:SMM ?)?(?P<mark>[0-9]#|A00 ?)?(?P<before>(?:沪|伦|国际|工业|其他|其它|未锻轧的?"
    r"|未精炼|高纯|金属|金屬|电解|電解|海绵|阴极|精炼|粗|精)+)?"
    r"(?P<name>[^ ]{1,6}?)(?P<behind>粉末|废碎料|阴极(?:及阴极型材)?|[锭錠条棒丝粉粒板材])?"
)
_GERMAN = re.compile(
    r"(?P<name>[^\W\d_]{3,}?)(?P<behind>schrott|pulver|draht|barren|blech"
    r"|schwamm|kathoden?|granulat|staub|folie|abfälle)"
)
_CLASS = re.compile(
    r"(?P<name>[^()]+?) \((?P<group>[^()]+ (?:minerals|metals|concentrates|elements|earths))\)",
    re.IGNORECASE,
)
_OTHER_THINGS = {"金粉", "银粉", "銀粉"}
"""Powders that are pigments of other metals."""
_ASSAY = re.compile(
    r"(?P<name>.+?),? ?\(?(?:(?<=\()[A-Z]{2,6}, )?[<>≥≤]?[0-9][0-9.,]*(?:-[0-9.]+)? ?% ?"
    r"(?:(?P<formula>[A-Z][A-Za-z0-9]*)|(?P<compound>[a-z]+ [a-z]+ide))?\)?"
)
_META = "meta"
_LONGEST_OTHER_WORD = 4
"""Without its accents, a short name is another word: ``loss`` is no löss."""
_MINED = {MaterialKind.MINERAL, MaterialKind.ORE}


def read_ore(lexicon: Lexicon, text: str) -> Reading | None:
    """Read an ore of an element, a mineral as its concentrate, or a metal; None where it is none.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    return (
        _in_class(lexicon, text)
        or _concentrate(lexicon, text)
        or read_named_ore(lexicon, text)
        or _metal(lexicon, text)
        or _assayed(lexicon, text)
        or _by_its_english_name(lexicon, text)
    )


def _concentrate(lexicon: Lexicon, text: str) -> Reading | None:
    match = next(filter(None, (pattern.fullmatch(text) for pattern in _MINERALS)), None)
    material = lexicon.material(match["name"]) if match else None
    if match is None or material is None or material.kind not in _MINED:
        return None
    return with_heading(of_material(material, match["name"]), Heading(form=match["form"].lower()))


def _metal(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a metal before words of trade that no space parts: ``锑锭``, ``Kupferschrott``."""
    if match := _GERMAN.fullmatch(text):
        return _named(lexicon, match["name"], match["behind"])
    match = _METAL.fullmatch(text)
    if not match or text in _OTHER_THINGS or match["name"].isascii():
        return None
    form = "".join(filter(None, match.group("mark", "before", "behind")))
    reading = _named(lexicon, match["name"], form) if form else None
    return reading if reading and reading.symbol not in NO_METALS else None


def _named(lexicon: Lexicon, name: str, form: str) -> Reading | None:
    """Read the name of an element without a form; None where it is none."""
    reading = read_word(lexicon, name, None)
    match = reading.resolution if reading else None
    if reading is None or match is None or match.by is not By.NAME or reading.symbol is None:
        return None
    note = with_note(match, f"Read without {form!r}.")
    return with_heading(found(reading.symbol, note), Heading(form=form))


def _in_class(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a name before the class that a list puts it in: ``Iridium (Platinum-Group Metals)``."""
    match = _CLASS.fullmatch(text)
    if match is None:
        return None
    if material := lexicon.material(match["name"]):
        return with_heading(of_material(material, match["name"]), Heading(form=match["group"]))
    return _named(lexicon, match["name"], match["group"])


def _assayed(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a material beside how much it holds of its own elements: ``Iron ore 62% Fe``."""
    match = _ASSAY.fullmatch(text)
    name = match["name"].strip() if match else ""
    reading = read_named_ore(lexicon, name) or _concentrate(lexicon, name)
    material = lexicon.material((reading and reading.material) or name)
    if match is None or not (reading or material):
        return None
    formula = match["formula"] or ""
    compound = compound_of(lexicon, match["compound"]) if match["compound"] else None
    measured = {each.symbol for each in lexicon.formula(formula)} or {formula} - {""}
    measured |= {compound.symbol} if compound else set()
    reading = reading or of_material(material, name) if material else reading
    own = {each.symbol for each in material.elements} if material else measured
    if reading is None or not measured - {"O"} <= own:
        return None
    return with_heading(reading, Heading(form=text[len(name) :].strip(" ,()")))


def _by_its_english_name(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a mineral or rock in another spelling of its English name, with a warning."""
    if lexicon.material(text):
        return None
    if len(text) > _LONGEST_OTHER_WORD and (material := lexicon.material_without_accents(text)):
        return with_warnings(of_material(material, text), ("Read without regard to accents.",))
    rock = lexicon.material(text[len(_META) :].lstrip("-")) if text[:4].lower() == _META else None
    if rock and rock.kind is MaterialKind.ROCK:
        warning = f"Read as {rock.name}, of which it is a metamorphosed kind."
        return with_warnings(of_material(rock, text), (warning,))
    if material := lexicon.cognate(text):
        warning = f"Read as {material.name}, by the same word in English."
        return with_warnings(of_material(material, text), (warning,))
    return None
