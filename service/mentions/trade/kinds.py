"""Reads a rock, mineral or alloy with its kind: ``arcilla cerámica``, ``Stahl C 15``."""

import re

from service.mentions.language.qualifiers import Heading, qualifier
from service.mentions.language.text import folded
from service.mentions.lexicon import Lexicon, singulars
from service.mentions.reading import Reading, of_material, with_heading, with_warnings
from service.mentions.trade.ore_names import read_named_ore
from service.model import Material, MaterialKind

_MOST_WORDS = 5
_LONGEST_CODE = 3
_KIND_BEHIND = {"es", "pt", "fr", "it", "ro", "id", "vi", "ru", "uk"}
"""Languages in which the words for the kind may stand behind the thing: ``arena de río``."""
_KIND_BEFORE = {"en", "de", "nl", "sv", "da", "nb", "fi", "tr", "hu", "ru", "uk", "bg", "pl", "cs"}
"""Languages in which the last word is the thing: ``river sand`` is sand, ``sand box`` is none."""
_OF_KINDS = {
    *(MaterialKind.ROCK, MaterialKind.MINERAL, MaterialKind.ORE, MaterialKind.ALLOY),
    MaterialKind.FUEL,
}
_COALS = {"coal", "lignite", "peat"}
_OTHER_THINGS = {
    *("oil", "water", "wax", "ice", "salt", "soil", "phosphate", "graphite", "graphite-natural"),
}
"""Other words make other things of these: dry ice, white graphite, orthophosphate."""
_GENERIC = {"gas", "gases", "fuel", "fuels"}
_NO_KIND = {
    *("other", "others", "otros", "otras", "outros", "outras", "autres", "andere", "sonstige"),
    *("synthetic", "artificial", "substitute", "imitation"),
    *("no", "not", "non", "without", "kein", "ohne", "sans", "sin", "sem", "senza", "без", "нет"),
}
_STANDARD = r"AISI|SAE|ASTM|AMS|UNS|EN|DIN|ISO|JIS|BS|GB|ГОСТ|AA|CDA|[Gg]rade|[Tt]ype|[Cc]lass"
_STATE = r"active|passive|annealed|hardened|tempered|cast|wrought|rolled|forged|extruded"
_GRADE = re.compile(
    rf"\(?(?:{_STANDARD}|{_STATE}|[A-Z]{{0,3}}-?[0-9]{{1,5}}[A-Z]{{0,2}}(?:[-/][A-Z0-9]{{1,5}})*"
    r"|(?:[0-9]{1,2}[A-Z][a-z]?-?){2,5}|[A-Z]{1,2}),?\)?"
)
"""A code of an alloy: ``C 15``, ``AISI 1020``, ``70/30``, ``70Cu-30Zn``, ``(Grade 5)``."""

_ORE = re.compile(
    r"(?:(?P<kind>[^,;()/]+?) )??(?P<ore>[^ ,;()/]+ ores?)(?: (?P<besides>with .+))?", re.IGNORECASE
)
_OTHER = re.compile(
    r"(?:others?|проч(?:ие|ий|ая|ее)) (?P<behind>[^,;()]+)"
    r"|(?P<before>[^,;()]+?),? (?:others?|проч(?:ие|ий|ая|ее))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?P<number>[^()]+ alloy [0-9]{3}[A-Z]?) \((?P<name>[^(),]+)[^()]*\)", re.IGNORECASE
)


def read_kind(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a material with its kind, with a warning where the words for it are not known.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    words = text.split()
    if len(words) > _MOST_WORDS:
        return None
    if len(words) == 1:  # Nickel-brass, Zircaloy-4
        reading = read_kind(lexicon, text.replace("-", " ")) if "-" in text else None
        material = lexicon.material(reading.material) if reading and reading.material else None
        return reading if material and material.kind is MaterialKind.ALLOY else None
    codes = [each for each in words if _GRADE.fullmatch(each)]
    named = [each for each in words if each not in codes]
    if named and any(map(str.isdigit, "".join(codes))):
        name = re.sub(r" alloy$", "", " ".join(named).rstrip(","), flags=re.IGNORECASE)
        alloy = _alloy(lexicon, name)
        return with_heading(alloy, Heading(form=" ".join(codes))) if alloy else None
    for length in range(len(words) - 1, 0, -1):
        behind, before = " ".join(words[length:]), " ".join(words[:-length])
        if reading := _of_a_kind(lexicon, " ".join(words[:length]), behind, _KIND_BEHIND):
            return reading
        if reading := _of_a_kind(lexicon, " ".join(words[-length:]), before, _KIND_BEFORE):
            return reading
    return _ore_of_a_kind(lexicon, text) or _other_kinds(lexicon, text)


def _other_kinds(lexicon: Lexicon, text: str) -> Reading | None:
    """Read what a list has left of a material: ``Other kerosene``, ``Chrome ore, others``."""
    match = _OTHER.fullmatch(text)
    name = (match["behind"] or match["before"]) if match else ""
    material = lexicon.material(name)
    if material is None or material.id in _OTHER_THINGS or folded(name) in _GENERIC:
        return None
    reading = with_heading(of_material(material, name), Heading(form="other"))
    return with_warnings(reading, (f"Read as other kinds of {material.name}.",))


def _ore_of_a_kind(lexicon: Lexicon, text: str) -> Reading | None:
    """Read an ore by its kind or what it holds besides: ``Cobalt-bearing copper ore with gold``."""
    match = _ORE.fullmatch(text)
    reading = read_named_ore(lexicon, match["ore"]) if match else None
    kind = (match["kind"] or "") if match else ""
    if match is None or reading is None or not _names_a_kind(kind):
        return None
    if any(map(lexicon.names_of, kind.split())):
        return None
    form = "; ".join(filter(None, (kind, match["besides"])))
    return with_warnings(with_heading(reading, Heading(form=form)), (f"Read without {form!r}.",))


def read_dashed(lexicon: Lexicon, text: str) -> Reading | None:
    """Read, with a warning, a material before a dash or comma: ``Natural gas - Henry Hub, spot``.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    name, dash, remark = text.partition(" - ")
    if not dash:
        name, _, remark = (each.strip() for each in text.rstrip(".").partition(","))
    material = lexicon.material(name) if remark else None
    words = re.findall(r"[^\W_]+", remark)
    if material is None or lexicon.material(remark) or any(map(lexicon.names_of, words)):
        return None
    said = qualifier(remark)
    if said and said.kind == "statistic":
        return with_heading(of_material(material, name), said.heading)
    if not dash and not _may_be_a_kind(lexicon, material, name, [remark, *words]):
        return None
    doubt = f"Read without {remark!r}, which is not known here."
    return with_warnings(with_heading(of_material(material, name), Heading(form=remark)), (doubt,))


def read_numbered(lexicon: Lexicon, text: str) -> Reading | None:
    """Read an alloy by its name behind its number: ``Copper Alloy 230 (Red Brass)``.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    match = _NUMBERED.fullmatch(text)
    reading = _alloy(lexicon, match["name"]) if match else None
    return with_heading(reading, Heading(form=match["number"])) if match and reading else None


def _alloy(lexicon: Lexicon, name: str) -> Reading | None:
    """Read the name beside a code of an alloy; with a word for its kind, with a warning."""
    material = lexicon.material(name)
    reading = of_material(material, name) if material else None
    if material is None and " " in name:
        before, _, last = name.rpartition(" ")
        material = lexicon.material(last)
        reading = _of_a_kind(lexicon, last, before, _KIND_BEFORE)
    return reading if material and material.kind is MaterialKind.ALLOY else None


def _of_a_kind(lexicon: Lexicon, name: str, kind: str, languages: set[str]) -> Reading | None:
    material = lexicon.material(name)
    if material is None or not _has_kinds(material, name) or folded(name) in _GENERIC:
        return None
    if not _spelt_in(material, name, languages) or not _names_a_kind(kind):
        return None
    if not kind.replace(" ", "").replace("-", "").isalpha():
        return None
    if material.kind is MaterialKind.ALLOY and all(map(lexicon.names_of, kind.split())):
        return with_heading(of_material(material, name), Heading(form=kind))
    known = any(map(lexicon.known, [kind, *kind.split()]))
    if known and not (_spelt_in(material, name, {"en"}) and _holds(lexicon, material, kind)):
        return None
    reading = with_heading(of_material(material, name), Heading(form=kind))
    doubt = f"Read as a kind of {material.name}: {kind!r} is not known here."
    doubt = f"Read as a kind of {material.name}, with {kind}." if known else doubt
    return with_warnings(reading, (doubt,))


def _holds(lexicon: Lexicon, material: Material, text: str) -> bool:
    """Say whether words before a rock are minerals in it: ``garnet pyroxenite``."""
    words = set(text.casefold().split()) - {"high", "low"}
    held = [lexicon.material(word) for word in words]
    own = {MaterialKind.MINERAL, MaterialKind.COMPOUND}
    return material.kind is MaterialKind.ROCK and all(each and each.kind in own for each in held)


def _may_be_a_kind(lexicon: Lexicon, material: Material, name: str, words: list[str]) -> bool:
    """Say whether words behind a comma may say the kind of a material, and no other thing."""
    other = {material.id, material.broader} & _OTHER_THINGS and " " not in name
    alloy = material.kind is MaterialKind.ALLOY and any(map(_GRADE.fullmatch, words))
    if alloy or other or words[0].endswith("-"):
        return False
    codes = {each for each in words if each.isupper() and each.isalpha()}
    codes = {each for each in codes if len(each) <= _LONGEST_CODE}
    return _names_a_kind(words[0]) and not any(map(lexicon.known, set(words) - codes))


def _names_a_kind(text: str) -> bool:
    """Say whether words beside a thing may name its kind: no denial, no figure of a table."""
    said = qualifier(text)
    figure = said is not None and said.kind == "statistic"
    return not figure and not set(folded(text).split()) & _NO_KIND


def _has_kinds(material: Material, name: str) -> bool:
    coal = {material.id, material.broader} & _COALS
    two_words = " " in name and material.kind is not MaterialKind.COMPOUND
    kind = material.kind in _OF_KINDS or coal
    return two_words or (bool(kind) and material.id not in _OTHER_THINGS)


def _spelt_in(material: Material, text: str, languages: set[str]) -> bool:
    spellings = {folded(text), *singulars(folded(text))}
    named = {each.language for each in material.names if folded(each.text) in spellings}
    return bool(named & languages)
