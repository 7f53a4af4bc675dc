"""Compares names of minerals and rocks across languages: ``filito``, ``cerusita``, ``пироксенит``.

Such names are one word of science in many spellings. Two are alike whose skeletons are the same:
without accents, doubled consonants and the spellings of one sound, and with one ending.
"""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from service.mentions.language.text import folded, normalise, without_accents
from service.model import Material, MaterialKind

_SHORTEST = 6
_SPELLINGS = {
    **{"ph": "f", "th": "t", "rh": "r", "y": "i", "w": "v", "ae": "e", "oe": "e"},
    **{"x": "cs", "ck": "c", "qu": "c", "ch": "c", "k": "c"},
}
_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгдезиклмнопрстуфыэіґ", "abvgdeziklmnoprstufyeig", strict=True)),
        **{"ж": "zh", "й": "i", "х": "ch", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sch"},
        **{"ъ": "", "ь": "", "ю": "iu", "я": "ia", "ї": "i", "є": "e", "ё": "e"},
    }
)
_HARD = re.compile(r"(?:ck|qu|ch|k)(?=[eiy])")
_SOFT = re.compile(r"z(?=[eiy])")
"""Before such a vowel, a c is another sound: kerite is not cerite."""
_SILENT = re.compile(r"(?<![cprtw])h")
"""Italian has no such letter: idromagnesite, tetraedrite."""
_SOUND = re.compile("|".join(_SPELLINGS))
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
_ENDING = re.compile(r"(?<=it|in|id|as)(?:io|[aoe])?$")
_NAMED = {MaterialKind.MINERAL, MaterialKind.ROCK}
_OTHER_WORDS = {"graffito", "graffiti", "baryta"}
"""Words of their own: baryta is the oxide of barium."""


def skeleton(text: str) -> str:
    """Give the form in which one word has the same letters in many languages; empty for others.

    Args:
        text: one word, normalised.
    """
    plain = without_accents(folded(text)).translate(_CYRILLIC)
    if len(plain) < _SHORTEST or not plain.isalpha() or plain in _OTHER_WORDS:
        return ""
    told = _SOFT.sub("c", _HARD.sub("q", _SILENT.sub("", plain)))
    sounds = _DOUBLED.sub(r"\1", _SOUND.sub(lambda match: _SPELLINGS[match[0]], told))
    ending = _ENDING.search(sounds)
    return sounds[: ending.start()] if ending else ""


def by_skeleton(materials: Iterable[Material]) -> Mapping[str, tuple[Material, ...]]:
    """Give the minerals and rocks of one word by the skeletons of their names."""
    found: dict[str, tuple[Material, ...]] = {}
    for material in materials:
        if material.kind in _NAMED:
            names = (material.name, *(name.text for name in material.names))
            for form in {skeleton(normalise(name)) for name in names} - {""}:
                found[form] = (*found.get(form, ()), material)
    return found


def nearest(text: str, materials: Iterable[Material]) -> Material | None:
    """Give the one of several materials whose name is most like a text; None if two are."""
    ranked = sorted((fuzz.ratio(folded(text), each.name), each.id, each) for each in materials)
    tied = len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]
    return None if tied or not ranked else ranked[-1][2]
