"""Finds the element of which a name says a compound: ``nickel sulfate``, ``sulfato de níquel``."""

import re

from service.mentions.lexicon import Lexicon
from service.model import Element

_PART = (
    r"(?:mono|di|tri|tetra|penta|hexa|hepta|hydro|per|hypo|meta|ortho|pyro|oxy|thio|bi|sesqui)?"
    r"(?:sul(?:ph|f)(?:ate|ite|ide)|nitr(?:ate|ite|ide)|carb(?:onate|ide)|chlor(?:ide|ate)|oxide"
    r"|hydroxide|peroxide|fluoride|bromide|iodide|phosph(?:ate|ide)|silic(?:ate|ide)|bor(?:ate|ide)"
    r"|hydride|cyanide|chromate|molybdate|tungstate|titanate|aluminate|zirconate|niobate|acetate"
    r"|citrate|oxalate|stearate|formate|gluconate|arsenate|arsenide|selenide|telluride|vanadate)s?"
)
_ENGLISH = re.compile(
    rf"(?P<name>[^\W\d_]{{3,}})(?: ?\([IV]+\))? (?:{_PART}[ -]?){{1,2}}"
    r"(?: ?(?:mono|di|tri|tetra|penta|hexa|hepta|octa|deca)?hydrate)?",
    re.IGNORECASE,
)
_ROMANCE = re.compile(
    r"(?:sulfat[oe]|nitrat[oe]|carbonat[oe]|cloruro|cloreto|chlorure|hidróxido|hydroxyde|[oó]xido"
    r"|oxyde|fosfat[oe]|phosphate|fluoruro|fluorure|sulfuro|sulfure|acetato|acétate|idrossido"
    r"|ossido|solfato)s? (?:de |d['’]|di |do )(?P<name>[^\W\d_]{3,})",
    re.IGNORECASE,
)


def compound_of(lexicon: Lexicon, text: str) -> Element | None:
    """Give the element of whose compound a text is the name; None where it is none of one element.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    match = _ENGLISH.fullmatch(text) or _ROMANCE.fullmatch(text)
    symbols = {each.symbol for each in lexicon.names_of(match["name"])} if match else set()
    return lexicon.elements[symbols.pop()] if len(symbols) == 1 else None
