"""Reads minerals as collections label them: ``Red Quartz``, ``Quartz var. amethyst``.

With a warning their groups, ``Sodalite group``, and their members, ``Fe-cordierite``.
"""

import re

from service.mentions.language.qualifiers import Heading
from service.mentions.lexicon import Lexicon
from service.mentions.reading import Reading, of_material, with_heading, with_warnings
from service.model import MaterialKind

_LOOKS = {
    *("red", "green", "blue", "white", "black", "yellow", "pink", "purple", "violet", "orange"),
    *("brown", "grey", "gray", "colourless", "colorless", "clear", "smoky", "smokey", "milky"),
    *("rose", "dark", "light", "golden", "transparent", "massive", "fibrous", "crystalline"),
    *("botryoidal", "cubic", "octahedral", "dodecahedral", "twinned", "skeletal", "phantom"),
    *("synthetic", "gem", "rainbow", "banded", "oolitic", "earthy", "specular", "raw", "rough"),
    *("polished", "tumbled"),
}
_PIECES = {
    *("crystal", "crystals", "cluster", "clusters", "nodule", "nodules", "geode", "geodes"),
    *("specimen", "specimens", "twin", "twins"),
}
_ON_A_PIECE = {"on matrix", "in matrix", "on rock"}
_BEHIND = _LOOKS | _PIECES
_VARIETY = re.compile(
    r"(?P<name>[^(),]+?),? \(?(?:var|variety|variété|varietà|variedad|varietät)[.:]* "
    r"(?P<kind>[^()]+)\)?",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?P<name>[^(),]+?)(?:[- ](?:super)?group(?: minerals?)?| minerals)", re.IGNORECASE
)
_BESIDE_ITS_GROUP = re.compile(
    r"(?P<name>[^\W\d_]+) (?P<group>garnets?|asbestos|feldspars?|micas?|zeolites?|amphiboles?"
    r"|pyroxenes?|tourmalines?|spinels?)",
    re.IGNORECASE,
)
_MEMBER_OF = r"Fe|Mg|Mn|Ca|Na|K|Al|Ti|Cr|Ba|Sr|Li|F|Cl|OH"
_MEMBER = re.compile(
    rf"(?P<before>{_MEMBER_OF})[- ](?P<named>[^(),]+)|(?P<name>[^(),]+)_(?P<behind>{_MEMBER_OF})"
)
_OTHER_THINGS = {"graphite-natural", "phosphate", "silica", "borates"}
"""These are more than minerals."""
_OTHER_LOOKS = {("white", "graphite"), ("black", "diamond")}
"""Boron nitride, and a name of coal and of brands."""


def read_specimen(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a mineral beside its look, variety or group; None where it is none.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    if match := _VARIETY.fullmatch(text):
        return _mineral(lexicon, match["name"], f"variety {match['kind']}")
    if match := _BESIDE_ITS_GROUP.fullmatch(text):
        reading = _mineral(lexicon, match["name"], match["group"])
        doubt = f"Read without {match['group']!r}, its group by the text."
        return with_warnings(reading, (doubt,)) if reading else None
    return _described(lexicon, text) or _in_a_group(lexicon, text)


def _in_a_group(lexicon: Lexicon, text: str) -> Reading | None:
    match = _GROUP.fullmatch(text)
    reading = _mineral(lexicon, match["name"], "group") if match else None
    doubt = "Its group is meant, which holds other minerals too."
    return with_warnings(reading, (doubt,)) if reading else None


def read_member(lexicon: Lexicon, text: str) -> Reading | None:
    """Read, with a warning, a mineral beside what it is rich in: ``Fe-cordierite``.

    Not at the head of a column, where ``Olivine_Mg`` is the magnesium in olivine.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    match = _MEMBER.fullmatch(text)
    if match is None:
        return None
    name, member = match["named"] or match["name"], match["before"] or match["behind"]
    reading = _mineral(lexicon, name, member)
    doubt = f"{member!r} beside it says its composition: it may be a mineral of its own."
    return with_warnings(reading, (doubt,)) if reading else None


def _described(lexicon: Lexicon, text: str) -> Reading | None:
    """Take off the words before and behind a mineral that say how a piece of it looks."""
    words = text.split()
    first, last = 0, len(words)
    while first < last - 1 and words[first].casefold().rstrip(",") in _LOOKS:
        first += 1
    if " ".join(words[last - 2 : last]).casefold() in _ON_A_PIECE and last > first + 2:
        last -= 2
    while last > first + 1 and _looks_behind(words[last - 2], words[last - 1]):
        last -= 1
    form = " ".join([*words[:first], *words[last:]])
    return _mineral(lexicon, " ".join(words[first:last]).rstrip(","), form) if form else None


def _looks_behind(before: str, word: str) -> bool:
    """Say whether a word behind a mineral describes a piece: ``malachite green`` is a dye."""
    return word.casefold() in (_BEHIND if before.endswith(",") else _PIECES)


def _mineral(lexicon: Lexicon, name: str, form: str) -> Reading | None:
    material = lexicon.material(name)
    if material is None or material.kind is not MaterialKind.MINERAL:
        return None
    if material.id in _OTHER_THINGS or (form.casefold(), material.id) in _OTHER_LOOKS:
        return None
    return with_heading(of_material(material, name), Heading(form=form))
