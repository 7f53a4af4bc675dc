"""Reads ores and concentrates that are named after their element, in each language.

``Minerales de estaño y sus concentrados``, ``Kupfererz``, ``медная руда``, ``铬矿石``.
"""

import re

from service.mentions.language.homographs import before_a_noun
from service.mentions.language.qualifiers import Heading
from service.mentions.language.text import folded
from service.mentions.lexicon import Lexicon
from service.mentions.reading import (
    OF_AN_ORE,
    Reading,
    Resolution,
    found,
    of_material,
    read_as,
    unknown,
    with_heading,
    with_warnings,
)
from service.model import By, Material

NO_METALS = {
    *("H", "He", "C", "N", "O", "F", "Ne", "P", "S", "Cl", "Ar", "Br", "Kr", "I", "Xe", "Rn"),
}
"""Elements with which words of ores and metals make other things: 碳粉 is toner."""
_RUSSIAN = r"(?:руд[аы]|концентраты?)(?: и концентраты?)?"
_BEFORE = (
    r"(?:(?:mineral(?:es)?|menas?|concentrados?) de|(?:min[eé]rios?|concentrados?) d[eo]"
    r"|(?:minerais?|concentrés?) (?:de|d['’])|(?:mineral[ei]|concentrat[io]) (?:di|d['’])"
    r"|(?:ores?(?: and concentrates?)?|concentrates?) of"
    rf"|rud[ay](?: i koncentraty)?|koncentraty?|{_RUSSIAN}|bijih|konsentrat|quặng|خام(?:ات)? ال)"
)
"""Words for an ore or a concentrate in front of the element."""
_AND_CONCENTRATES = (
    r"(?: (?:y|e|et|dan) (?:(?:sus|seus|leurs|loro) )?(?:concentr(?:ados|és|ati)|konsentratnya))?"
    r"(?:,? (?:sin aglomerar|tidak diaglomerasi|(?:não |nao |sem |non )?"
    r"(?:aglomerados|agglomérés|ustulados)))?"
)
_BEHIND = (
    r"(?:s?erze?n?(?:konzentrate?| und ihre konzentrate)?|-?konzentrate?"
    r"|erts(?:en)?(?: en concentraten daarvan)?|concentraat"
    r"|malm(?:er)?(?: og koncentrater deraf)?|[kc]on[cs]entrat(?:er)?"
    r"|malmit?(?: ja -rikasteet)?|rikaste(?:et)?| cevher(?:i|leri)(?: ve konsantreleri)?"
    rf"| ?광석|矿砂及其精矿|礦砂及其精礦|精[矿礦鉱]|[矿礦鉱]石|[矿礦]砂|鉱|(?P<mine>[矿礦광])"
    rf"| {_RUSSIAN}"
    r"|,? (?:ores?(?:(?: and |/| & | )conc(?:entrate|\.)?s?)?|concentrates?)"
    r"(?:, (?:roasted|non-agglomerated|agglomerated|crude ore|(?:sulfide|sulphide|oxide) ore))?)"
)
"""Words for an ore or a concentrate behind the element, joined to it or apart."""
_NAMED = re.compile(
    rf"(?:(?:other|outros|otros|autres|altri|andere) )?"
    rf"{_BEFORE} ?(?P<behind>[^ ,;()]+){_AND_CONCENTRATES}"
    rf"|(?:[未已]烧结的)?(?P<before>[^ ,;()]+?){_BEHIND}",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"(.+?) \(([^()]+)\)( .+)")
_ADJECTIVES = {
    "{}и руди и техните концентрати": r"(?P<before>\w+)[аи] руд[аи](?P<behind>)",
    "{}é rudy a koncentráty": r"(?P<before>\w+)[éá] rud[ay](?P<behind>)",
    "μεταλλεύματα {} και τα εμπλουτισμένα απ' αυτά": (
        r"μετ(?:άλλευμα|αλλεύματα) (?P<behind>\w+)(?P<before>)"
    ),
}
"""Ores by an adjective or a genitive, as customs texts spell them; and other ways to spell them."""
_OF_THE_SPELT = {
    spelt: re.compile(pattern, re.IGNORECASE) for spelt, pattern in _ADJECTIVES.items()
}
_BEARING = {
    **{"aur": "Au", "argent": "Ag", "estan": "Sn", "stann": "Sn", "cupr": "Cu", "ferr": "Fe"},
    **{"plumb": "Pb", "uran": "U", "mangan": "Mn", "manganes": "Mn", "titan": "Ti", "zinc": "Zn"},
}
_BEARS = re.compile(
    r"(?:roch[ae]|roca|min[eé]rios?|minerais?|minerale?s?|aluvi[ãa]o|aluvi[óo]n|alluvions?"
    rf"|areias?|arenas?|quartzo?|cascalho) (?P<stem>{'|'.join(_BEARING)})[iíè]f[eè]r(?:[oae]s?)?"
    rf"|(?P<english>{'|'.join(_BEARING)})iferous (?:ores?|rocks?|sands?|gravels?|quartz|veins?)"
    rf"|(?:{_RUSSIAN}|пород[аы]|пески) (?P<russian>\w{{3,}})содержащ\w+"
    rf"|(?P<before>\w{{3,}})содержащ\w+ (?:{_RUSSIAN}|пород[аы]|пески)",
    re.IGNORECASE,
)
"""Rocks by an adjective of the element: ``Rocha Aurífera``, ``auriferous quartz``."""
_MINE = "{} is written for a mine as well as for an ore."


def read_named_ore(lexicon: Lexicon, text: str) -> Reading | None:
    """Read an ore: as the one that is known, or else, with a warning, as its element.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    inner = _BRACKETED.fullmatch(text)
    if inner and (reading := read_named_ore(lexicon, inner[1] + inner[3])):
        named = lexicon.material(inner[2])
        reading = of_material(named, text) if named else reading
        return with_heading(reading, Heading(form=inner[2]))
    match = _NAMED.fullmatch(text)
    reading = _ore_of(lexicon, match["behind"] or match["before"], text) if match else None
    if bears := _BEARS.fullmatch(text):
        stem = bears["stem"] or bears["english"]
        name = _BEARING[folded(stem)] if stem else bears["russian"] or bears["before"]
        reading = _ore_of(lexicon, name, text)
    if reading is None and (material := _as_customs_spell(lexicon, text)):
        return of_material(material, text)
    mine = match["mine"] if match else None
    return with_warnings(reading, (_MINE.format(mine),)) if reading and mine else reading


def _ore_of(lexicon: Lexicon, name: str, text: str) -> Reading | None:
    symbols = _metals(lexicon, name)
    if not symbols:
        return None
    if ore := lexicon.ore(symbols):
        return of_material(ore, text)
    if len(symbols) > 1:
        return unknown(f"{text!r} is an ore of more than one element.", tuple(sorted(symbols)))
    (symbol,) = symbols
    doubts = read_as(lexicon.elements[symbol], (OF_AN_ORE,))
    match = Resolution(By.NAME, variant=name, warnings=doubts)
    return with_heading(found(symbol, match), Heading(form="ore"))


def _metals(lexicon: Lexicon, name: str) -> frozenset[str]:
    """Give the elements of a name before an ore, each of them once: ``Tantalum-niobium``."""
    if symbol := _metal(lexicon, name):
        return frozenset({symbol})
    parts = name.split("-") if name.isascii() else list(name)
    read = [_metal(lexicon, part) for part in parts]
    return frozenset(filter(None, read)) if all(read) else frozenset()


def _metal(lexicon: Lexicon, name: str) -> str | None:
    """Give the one element that a name or symbol before an ore names."""
    if name in lexicon.elements:
        sure = len(name) > 1 and not before_a_noun(name) and lexicon.elements[name].natural
        return name if sure else None
    name = lexicon.noun(name) or lexicon.nominative(name) or name
    names = lexicon.names_of(name) or lexicon.names_without_accents(name)
    symbols = {each.symbol for each in names if each.language == "ru"}
    symbols = symbols or {each.symbol for each in names}
    return symbols.pop() if len(symbols) == 1 and not symbols & NO_METALS else None


def _as_customs_spell(lexicon: Lexicon, text: str) -> Material | None:
    """Give the ore whose customs text has the same adjective or genitive."""
    for spelt, pattern in _OF_THE_SPELT.items():
        if match := pattern.fullmatch(text):
            return lexicon.material(spelt.format(match["before"] or match["behind"]))
    return None
