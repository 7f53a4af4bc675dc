"""Reads ores and concentrates that are named after their element, in each language.

``Minerales de estaño y sus concentrados``, ``Kupfererz``, ``медная руда``, ``铬矿石``.
"""

import re

from service.mentions.lexicon import Lexicon
from service.mentions.reading import Reading, of_material, with_warnings
from service.model import Material

_BEFORE = (
    r"(?:(?:mineral(?:es)?|menas?|concentrados?) de|(?:min[eé]rios?|concentrados?) d[eo]"
    r"|(?:minerais?|concentrés?) (?:de|d['’])|(?:mineral[ei]|concentrat[io]) (?:di|d['’])"
    r"|rud[ay](?: i koncentraty)?|koncentraty?|руд[аы](?: и концентраты)?|концентраты?"
    r"|quặng|خام(?:ات)? ال)"
)
"""Words for an ore or a concentrate in front of the element."""
_AND_CONCENTRATES = (
    r"(?: (?:y|e|et) (?:sus|seus|leurs|loro) concentr(?:ados|és|ati))?"
    r"(?:,? (?:sin aglomerar|(?:não |sem |non )?(?:aglomerados|agglomérés)))?"
)
_BEHIND = (
    r"(?:erze?n?(?: und ihre konzentrate)?|konzentrate?|erts(?:en)?(?: en concentraten daarvan)?"
    r"|concentraat|malm(?:er)?(?: og koncentrater deraf)?|[kc]on[cs]entrat(?:er)?"
    r"|malmit?(?: ja -rikasteet)?|rikaste(?:et)?| cevher(?:i|leri)(?: ve konsantreleri)?"
    r"| ?광석|矿砂及其精矿|礦砂及其精礦|精[矿礦鉱]|[矿礦鉱]石|[矿礦]砂|鉱|(?P<mine>[矿礦])"
    r"| ores?| concentrates?)"
)
"""Words for an ore or a concentrate behind the element, joined to it or apart."""
_NAMED = re.compile(
    rf"{_BEFORE} ?(?P<behind>[^ ,;()]+){_AND_CONCENTRATES}|(?P<before>[^ ,;()]+?){_BEHIND}",
    re.IGNORECASE,
)
_ADJECTIVES = {
    "руды и концентраты {}ые": (
        r"(?P<before>\w+)(?:ая|ые|ый) (?:руд[аы](?: и концентраты)?|концентраты?)"
        r"|(?:руд[аы](?: и концентраты)?|концентраты?) (?P<behind>\w+)(?:ая|ые|ый)"
    ),
    "{}и руди и техните концентрати": r"(?P<before>\w+)[аи] руд[аи](?P<behind>)",
    "{}é rudy a koncentráty": r"(?P<before>\w+)[éá] rud[ay](?P<behind>)",
    "μεταλλεύματα {} και τα εμπλουτισμένα απ' αυτά": (
        r"μετ(?:άλλευμα|αλλεύματα) (?P<behind>\w+)(?P<before>)"
    ),
}
"""How customs texts spell an ore by an adjective or a genitive; and the other ways to spell it."""
_OF_THE_SPELT = {
    spelt: re.compile(pattern, re.IGNORECASE) for spelt, pattern in _ADJECTIVES.items()
}
_MINE = "矿 is written for a mine as well as for an ore."


def read_named_ore(lexicon: Lexicon, text: str) -> Reading | None:
    """Read an ore or concentrate of an element; None where no such material is listed.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    match = _NAMED.fullmatch(text)
    material = _ore_of(lexicon, match["behind"] or match["before"]) if match else None
    material = material or _as_customs_spell(lexicon, text)
    if material is None:
        return None
    reading = of_material(material, text)
    return with_warnings(reading, (_MINE,)) if match and match["mine"] else reading


def _ore_of(lexicon: Lexicon, name: str) -> Material | None:
    """Give the ore that is listed for the one element that a name, or its genitive, names."""
    nominative = lexicon.nominative(name)
    names = lexicon.names_of(nominative or name) or lexicon.names_without_accents(name)
    symbols = {each.symbol for each in names}
    if len(symbols) != 1:
        return None
    element = lexicon.elements[symbols.pop()].name.lower()
    return lexicon.material(f"{element} ores and concentrates") or lexicon.material(
        f"{element} ore"
    )


def _as_customs_spell(lexicon: Lexicon, text: str) -> Material | None:
    """Give the ore whose customs text has the same adjective or genitive."""
    for spelt, pattern in _OF_THE_SPELT.items():
        if match := pattern.fullmatch(text):
            return lexicon.material(spelt.format(match["before"] or match["behind"]))
    return None
