"""Reads minerals as collections label them: ``Red Quartz``, ``Quartz var. amethyst``."""

import re

from service.mentions.lexicon import Lexicon
from service.mentions.qualifiers import Heading
from service.mentions.reading import Reading, of_material, with_heading, with_warnings
from service.model import MaterialKind

_LOOKS = {
    *("red", "green", "blue", "white", "black", "yellow", "pink", "purple", "violet", "orange"),
    *("brown", "grey", "gray", "colourless", "colorless", "clear", "smoky", "smokey", "milky"),
    *("rose", "dark", "light", "golden", "transparent", "massive", "fibrous", "crystalline"),
    *("botryoidal", "cubic", "octahedral", "dodecahedral", "twinned", "skeletal", "phantom"),
    *("gem", "rainbow", "banded", "oolitic", "earthy", "specular"),
}
_PIECES = {
    *("crystal", "crystals", "cluster", "clusters", "nodule", "nodules", "geode", "geodes"),
    *("specimen", "specimens", "twin", "twins", "on matrix", "in matrix", "on rock", "group"),
}
_VARIETY = re.compile(
    r"(?P<name>[^(),]+?),? \(?(?:var|variety|variété|varietà|variedad|varietät)[.:]* "
    r"(?P<kind>[^()]+)\)?",
    re.IGNORECASE,
)
_REMARK = re.compile(r"(?P<name>[^()]+?) ?\((?P<remark>[^()0-9%]{3,})\)")
_OTHER_THINGS = {"graphite", "graphite-natural", "phosphate", "silica", "borates"}
"""White graphite is boron nitride; phosphate and silica are more than minerals."""


def read_specimen(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a mineral beside its look, variety or a remark in brackets; None where it is none.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    if match := _VARIETY.fullmatch(text):
        return _mineral(lexicon, match["name"], f"variety {match['kind']}")
    if reading := _described(lexicon, text):
        return reading
    match = _REMARK.fullmatch(text)
    if match is None:
        return None
    name, remark = match["name"], match["remark"]
    if lexicon.material(remark) or lexicon.names_of(remark) or lexicon.formula(remark):
        return None
    reading = _mineral(lexicon, name, remark) or _described(lexicon, name)
    known = remark.casefold() in _LOOKS | _PIECES
    doubt = f"Read without {remark!r}, which is not known here."
    return with_warnings(reading, (doubt,)) if reading and not known else reading


def _described(lexicon: Lexicon, text: str) -> Reading | None:
    """Take off the words before and behind a mineral that say how a piece of it looks."""
    words = text.split()
    before = 0
    while before < len(words) - 1 and words[before].casefold().rstrip(",") in _LOOKS:
        before += 1
    name = " ".join(words[before:])
    for piece in _PIECES | _LOOKS:
        behind = name[-len(piece) :]
        if behind.casefold() == piece and name[: -len(piece)].endswith((" ", ", ")):
            name = name[: -len(piece)].rstrip(", ")
            break
    form = " ".join([*words[:before], text[text.find(name) + len(name) :].lstrip(", ")]).strip()
    return _mineral(lexicon, name, form) if form else None


def _mineral(lexicon: Lexicon, name: str, form: str) -> Reading | None:
    material = lexicon.material(name)
    if (
        material is None
        or material.kind is not MaterialKind.MINERAL
        or material.id in _OTHER_THINGS
    ):
        return None
    return with_heading(of_material(material, name), Heading(form=form))
