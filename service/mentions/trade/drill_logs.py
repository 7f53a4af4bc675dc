"""Reads rocks as logs of drill holes describe them: ``mylonite ductile shear zone``."""

import re

from service.mentions.language.qualifiers import Heading
from service.mentions.lexicon import Lexicon
from service.mentions.reading import Reading, of_material, with_heading, with_warnings
from service.model import MaterialKind

_MOST_WORDS = 12
_LONGEST_NAME = 3
_LOGGED = {
    *("formation", "zone", "vein", "veins", "veined", "dyke", "dike", "dykes", "dikes", "sill"),
    *("sills", "suite", "breccia", "brecciated", "lens", "lenses", "bed", "beds", "bedded"),
    *("layer", "layers", "layered", "alteration", "altered", "unaltered", "weathered", "fresh"),
    *("massive", "laminated", "banded", "foliated", "sheared", "shear", "fault", "faulted"),
    *("gouge", "clasts", "matrix", "grained", "bearing", "hosted", "silicified", "mineralised"),
    *("mineralized", "undivided", "undifferentiated", "duricrust", "saprolitic", "interbedded"),
    *("intercalated", "intrusive", "porphyritic", "fractured", "oxidised", "oxidized"),
    *("schist", "ore", "bedrock", "origin"),
}
"""Words by which a log describes a rock; others, such as ``slate roof``, are no log's."""


def read_logged(lexicon: Lexicon, text: str) -> Reading | None:
    """Read, with a warning, a rock before words of a log; None where these name another thing.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", text)
    if not 1 < len(words) <= _MOST_WORDS or not _LOGGED & {word.casefold() for word in words[1:]}:
        return None
    for length in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        name, rest = " ".join(words[:length]), words[length:]
        material = lexicon.material(name)
        if material is None or material.kind is not MaterialKind.ROCK:
            continue
        if any(lexicon.material(word) or lexicon.names_of(word) for word in rest):
            return None
        doubt = f"Read by its first words: {' '.join(rest)!r} is not known here."
        reading = with_heading(of_material(material, name), Heading(form=" ".join(rest)))
        return with_warnings(reading, (doubt,))
    return None
