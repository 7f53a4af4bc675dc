"""Reads the name of a compound: ``nickel sulfate``, ``sulfato de níquel``, ``氧化钕``."""

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
    r"|cyanide|nitrite|formate"
)
_OTHER = (
    r"chlorate|bromide|iodide|silic(?:ate|ide)|bor(?:ate|ide)|chromate"
    r"|molybdate|tungstate|titanate|aluminate|zirconate|niobate|arsenate|arsenide|selenide"
    r"|telluride|vanadate"
)
"""Parts of which another element may be what is meant: sodium borate, calcium tungstate."""
_PREFIX = (
    r"(?:mono|di|tri|tetra|penta|hexa|hepta|hydro|per|hypo|meta|ortho|pyro|oxy|thio|bi|sesqui)?"
)
_ENGLISH = re.compile(
    rf"(?:(?:red|black|yellow|green|white) )?(?P<name>[^\W\d_]{{3,}})(?: ?\([IV]+\))?(?: |, | > )"
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
_EASTERN = re.compile(
    r"[一二三四五六七]?(?:氢?氧化|碳酸|硫酸|硝酸|磷酸|氯化|氟化|硫化|氮化|碳化|草酸|醋酸"
    r"|(?:水?酸化|炭酸|塩化|フッ化|窒化|炭化)|(?:수?산화|탄산|황산|질산|염화|불화))亚?[二三四]?"
    r"(?P<name>[\u3400-\u9fff]|[ァ-ヶー]{2,}|[가-힣]+)"
)
"""``氧化钕``, ``五氧化二钒``, ``酸化ネオジム``, ``탄산리튬``."""
_GERMAN = re.compile(
    r"(?P<name>[^\W\d_]{3,}?)(?:di|tri|pent)?(?:hydroxid|oxid|sulfat|sulfid|[ck]arbonat|chlorid"
    r"|fluorid|nitrat|nitrid|phosphat)e?",
    re.IGNORECASE,
)
_RUSSIAN = re.compile(
    r"(?:ди|три|пент)?(?:гидроксид|оксид|окись|сульфат|сульфид|карбонат|хлорид|фторид|нитрат"
    r"|нитрид|фосфат)ы? (?P<name>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_ORGANIC = re.compile(
    r"(?:(?:mono|di|tri|tetra)?(?:methyl|ethyl|propyl|butyl|pentyl|octyl|phenyl))+ ?"
    r"(?P<name>[^\W\d_]{3,})",
    re.IGNORECASE,
)
"""``methylmercury``, ``tributyltin``, ``tetraethyl lead``."""
_PATTERNS = (_ENGLISH, _ROMANCE, _EASTERN, _GERMAN, _RUSSIAN, _ORGANIC)
_BY_VALENCE = {
    **dict.fromkeys(("ferrous", "ferric"), "iron"),
    **dict.fromkeys(("cuprous", "cupric"), "copper"),
    **dict.fromkeys(("stannous", "stannic"), "tin"),
    **dict.fromkeys(("mercurous", "mercuric"), "mercury"),
    **{"plumbous": "lead", "manganous": "manganese", "chromic": "chromium", "cobaltous": "cobalt"},
}
"""Adjectives of metals by their charge: ``ferrous sulfate``."""
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
    match = next(filter(None, (pattern.fullmatch(text) for pattern in _PATTERNS)), None)
    name = match["name"] if match else ""
    name = _BY_VALENCE.get(name.casefold(), name)
    named = lexicon.names_of(name) or lexicon.names_of(lexicon.nominative(name) or "")
    symbols = {each.symbol for each in named}
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
