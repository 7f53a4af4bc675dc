"""Reads the name of a compound: ``nickel sulfate``, ``Copper, oxide``, ``sulfato de níquel``."""

import re

from service.mentions.chemistry.compounds import symbols_in
from service.mentions.language.qualifiers import Heading
from service.mentions.lexicon import Lexicon
from service.mentions.reading import (
    OF_A_COMPOUND,
    Reading,
    Resolution,
    found,
    read_as,
    with_heading,
)
from service.model import By, Element

_PLAIN = (
    r"sul(?:ph|f)(?:ate|ite|ide)|nitr(?:ate|ide)|carb(?:onate|ide)|chloride|oxide|hydroxide"
    r"|peroxide|fluoride|phosph(?:ate|ide)|hydride|acetate|citrate|oxalate|stearate|gluconate"
)
_OTHER = (
    r"nitrite|chlorate|bromide|iodide|silic(?:ate|ide)|bor(?:ate|ide)|cyanide|formate|chromate"
    r"|molybdate|tungstate|titanate|aluminate|zirconate|niobate|arsenate|arsenide|selenide"
    r"|telluride|vanadate"
)
"""Parts of which another element may be what is meant: sodium borate, calcium tungstate."""
_PREFIX = (
    r"(?:mono|di|tri|tetra|penta|hexa|hepta|hydro|per|hypo|meta|ortho|pyro|oxy|thio|bi|sesqui)?"
)
_ENGLISH = re.compile(
    rf"(?P<name>[^\W\d_]{{3,}})(?: ?\([IV]+\))?(?: |, | > )"
    rf"(?:{_PREFIX}(?:{_PLAIN}|(?P<other>{_OTHER}))s?[ -]?){{1,2}}"
    rf"(?:(?: and|(?<= )and|,) (?:{_PLAIN})s?)*"
    r"(?: ?(?:mono|di|tri|tetra|penta|hexa|hepta|octa|deca)?hydrate)?"
    r"(?: (?:solution|powder|crystals?|pellets|flakes|granules))?",
    re.IGNORECASE,
)
_ROMANCE = re.compile(
    r"(?:sulfat[oe]|nitrat[oe]|carbonat[oe]|cloruro|cloreto|chlorure|hidróxido|hydroxyde|[oó]xido"
    r"|oxyde|fosfat[oe]|phosphate|fluoruro|fluorure|sulfuro|sulfure|acetato|acétate|idrossido"
    r"|ossido|solfato)s? (?:de |d['’]|di |do )(?P<name>[^\W\d_]{3,})(?: ?\([IV]+\))?",
    re.IGNORECASE,
)
_FORMULA_BEHIND = re.compile(
    r"(?P<name>[^()]+?(?:\([IV]+\)[^()]+?)?) ?\((?P<formula>(?=.*[a-z0-9])(?:[^()]|\([^()]*\))+)\)"
)
_NO_METALS = {*"HCNOSPFI", "Cl", "Br", "He", "Ne", "Ar", "Kr", "Xe", "Rn"}
"""Their compounds are things of their own: carbon dioxide, hydrogen sulfide."""


def compound_of(lexicon: Lexicon, text: str) -> Element | None:
    """Give the element of whose compound a text is the name; None where it is none of one element.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    match = _ENGLISH.fullmatch(text) or _ROMANCE.fullmatch(text)
    symbols = {each.symbol for each in lexicon.names_of(match["name"])} if match else set()
    return lexicon.elements[symbols.pop()] if len(symbols) == 1 else None


def read_compound(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a compound as its metal, with a warning; None where another element may be meant.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    behind = _FORMULA_BEHIND.fullmatch(text)
    formula = symbols_in(lexicon, behind["formula"]) if behind else set()
    name = behind["name"] if behind and formula else text
    element, english = compound_of(lexicon, name), _ENGLISH.fullmatch(name)
    other = english and english["other"]
    if element is None or element.symbol in _NO_METALS or other or lexicon.material(name):
        return None
    if formula and element.symbol not in formula:
        return None
    match = Resolution(By.NAME, warnings=read_as(element, (OF_A_COMPOUND,)))
    return with_heading(found(element.symbol, match), Heading(form=text))
