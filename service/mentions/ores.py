"""Reads ores and concentrates by the names of their elements, and metals by Chinese words of trade.

``Minerales de estaño y sus concentrados``, ``铬矿石``, ``spodumene concentrate``, ``锑锭``.
"""

import re

from service.mentions.homographs import before_a_noun
from service.mentions.lexicon import Lexicon
from service.mentions.qualifiers import Heading
from service.mentions.reading import (
    Reading,
    Resolution,
    found,
    of_material,
    read_as,
    unknown,
    with_heading,
    with_note,
    with_warnings,
)
from service.mentions.words import read_word
from service.model import By, MaterialKind

_AND = r"(?: (?:y|e|et|and|&|dan|и) (?:sus |seus |leurs |its )?"
_ORES = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:mineral(?:es)? de|min[eé]rios? d[eo]|minerais? (?:de |d['’])|minerali? di)"
        rf"[ ]?(?P<name>[^ ,;()]+){_AND}concentr(?:ados|és|ati))?"
        r"(?:,? (?:sin aglomerar|(?:não |sem |non )?(?:aglomerados|agglomérés)))?",
        r"(?:concentrados? de|concentrés? (?:de |d['’])|concentrati? di)[ ]?(?P<name>[^ ,;()]+)",
        rf"(?:bijih|konsentrat) (?P<name>[^ ,;()]+){_AND}konsentratnya)?"
        r"(?:, tidak diaglomerasi)?",
        r"(?P<name>[^ ,;()]+),? (?:ores?(?:(?: and |/| & )conc(?:entrate|\.)?s?)?|concentrates?)"
        r"(?:, (?:roasted|non-agglomerated|agglomerated))?",
        r"(?:ores?(?: and concentrates?)?|concentrates?) of (?P<name>[^ ,;()]+)",
        r"(?P<name>[^\W\d_]{3,}?)(?:s?erze?n?(?:konzentrate?)?|-?konzentrate?)",
        rf"(?:руд[аы]|концентраты?){_AND}концентраты?)?[ ](?P<name>[^ ,;()]+)",
        rf"(?P<name>[^ ,;()]+) (?:руд[аы]|концентраты?){_AND}концентраты?)?",
        r"(?:[未已]烧结的)?(?P<name>[^ ]{1,4}?)(?P<kind>矿砂及其精矿|精矿|矿石|矿砂|矿|精鉱|鉱石)",
    )
]
_MINERAL = re.compile(
    r"(?:natural )?(?P<name>[^,;()]+?) (?:ores? )?(?P<form>(?:and )?concentrates?|ores?|DSO)",
    re.IGNORECASE,
)
_METAL = re.compile(
    r"(?:SMM ?)?(?P<mark>[0-9]#|A00 ?)?(?P<before>(?:沪|伦|国际|工业|其他|其它|未锻轧的?|未精炼"
    r"|高纯|金属|金屬|电解|電解|海绵|阴极|精炼|粗|精)+)?"
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
_NO_METALS = {
    *("H", "He", "C", "N", "O", "F", "Ne", "P", "S", "Cl", "Ar", "Br", "Kr", "I", "Xe", "Rn"),
}
"""Elements with which such words make other things: 碳粉 is toner."""
_ASSAY = re.compile(
    r"(?P<name>.+?),? ?\(?[0-9][0-9.,]*(?:-[0-9.]+)? ?% ?(?P<formula>[A-Z][A-Za-z0-9]*)?\)?"
)
_BRACKETED = re.compile(r"(.+?) \(([^()]+)\)( .+)")
_ENDING = re.compile(r"(?P<stem>.{3,})it(?:a|o|e)?", re.IGNORECASE)
_MINED = {MaterialKind.MINERAL, MaterialKind.ORE}
_MINE = "矿 is written for a mine as well as for an ore."


def read_ore(lexicon: Lexicon, text: str) -> Reading | None:
    """Read an ore of an element, a mineral as its concentrate, or a metal; None where it is none.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    return (
        _in_class(lexicon, text)
        or _ore(lexicon, text)
        or _concentrate(lexicon, text)
        or _metal(lexicon, text)
        or _assayed(lexicon, text)
        or _by_ending(lexicon, text)
    )


def _ore(lexicon: Lexicon, text: str) -> Reading | None:
    """Read an ore: as the one that is listed, or else, with a warning, as its element."""
    if (inner := _BRACKETED.fullmatch(text)) and (reading := _ore(lexicon, inner[1] + inner[3])):
        named = lexicon.material(inner[2])
        reading = of_material(named, text) if named else reading
        return with_heading(reading, Heading(form=inner[2]))
    match = next(filter(None, (each.fullmatch(text) for each in _ORES)), None)
    symbols = _metals_of(lexicon, match["name"]) if match else frozenset()
    if match is None or not symbols:
        return None
    if ore := lexicon.ore(symbols):
        reading = of_material(ore, text)
    elif len(symbols) > 1:
        return unknown(f"{text!r} is an ore of more than one element.", tuple(sorted(symbols)))
    else:
        (symbol,) = symbols
        element = lexicon.elements[symbol]
        unlisted = read_as(element, ("The text names its ore, which no list here names.",))
        match_of = Resolution(By.NAME, variant=match["name"], warnings=unlisted)
        reading = with_heading(found(symbol, match_of), Heading(form="ore"))
    return with_warnings(reading, (_MINE,)) if "矿" in match.groups() else reading


def _metals_of(lexicon: Lexicon, name: str) -> frozenset[str]:
    """Give the elements of a name before an ore, each of them once: ``Tantalum-niobium``."""
    if symbol := _metal_of(lexicon, name):
        return frozenset({symbol})
    parts = name.split("-") if name.isascii() else list(name)
    read = [_metal_of(lexicon, part) for part in parts]
    return frozenset(filter(None, read)) if all(read) else frozenset()


def _metal_of(lexicon: Lexicon, name: str) -> str | None:
    """Give the one element that a name or symbol before an ore names."""
    if name in lexicon.elements:
        sure = len(name) > 1 and not before_a_noun(name) and lexicon.elements[name].natural
        return name if sure else None
    name = lexicon.noun(name) or lexicon.nominative(name) or name
    names = lexicon.names_of(name) or lexicon.names_without_accents(name)
    symbols = {each.symbol for each in names}
    if "ru" in {each.language for each in names}:
        symbols = {each.symbol for each in names if each.language == "ru"}
    return symbols.pop() if len(symbols) == 1 and not symbols & _NO_METALS else None


def _concentrate(lexicon: Lexicon, text: str) -> Reading | None:
    match = _MINERAL.fullmatch(text)
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
    return reading if reading and reading.symbol not in _NO_METALS else None


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
    reading = _ore(lexicon, name)
    material = lexicon.material(name)
    if match is None or not (reading or material):
        return None
    formula = match["formula"] or ""
    measured = {each.symbol for each in lexicon.formula(formula)} or {formula} - {""}
    reading = reading or of_material(material, name) if material else reading
    own = {each.symbol for each in material.elements} if material else measured
    if reading is None or not measured - {"O"} <= own:
        return None
    return with_heading(reading, Heading(form=text[len(name) :].strip(" ,()")))


def _by_ending(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a mineral by its English name, the ending and accents aside, with a warning."""
    if lexicon.material(text):
        return None
    if material := lexicon.material_without_accents(text):
        return with_warnings(of_material(material, text), ("Read without regard to accents.",))
    match = _ENDING.fullmatch(text)
    material = lexicon.material_without_accents(f"{match['stem']}ite") if match else None
    if material is None or material.kind not in {MaterialKind.MINERAL, MaterialKind.ROCK}:
        return None
    warning = f"Read as {material.name}, by its ending."
    return with_warnings(of_material(material, text), (warning,))
