"""Reads names as registers of substances, exposure limits and inventories write them.

``Silver, metal and soluble compounds``, ``Lead and lead compounds``, ``As - combustion - air``.
"""

import re

from service.mentions.language.homographs import is_english
from service.mentions.language.qualifiers import Heading, qualifier
from service.mentions.language.units import unit
from service.mentions.reading import OF_AN_ALLOY
from service.mentions.wrapping import ONLY_NAMES, UNSURE, Wrapped

_ITS_OWN = re.compile(
    r"(?P<name>[^,;()]+?) (?:(?:and|&) (?:all |inorganic |organic )?(?P=name) (?:compounds"
    r"|products)"
    r"|et (?:les )?composés (?:de la |du |de |d['’])(?P=name)|und (?P=name)verbindungen"
    r"|[ye] (?:los )?compuestos del? (?P=name)|e (?:os )?compostos d[eoa] (?P=name)"
    r"|e (?:i )?composti (?:del? |dell['’])(?P=name))",
    re.IGNORECASE,
)
_COLOURED = re.compile(
    r"(?:green|grey|gray|blue|turquoise|renewable|low-carbon|clean) (?P<english>hydrogen)"
    r"|(?P<romance>hydrogène|hidrógeno|hidrogênio|idrogeno) (?:vert|gris|bleu|verde|cinza|azul|blu)"
    r"|(?:grüner|grauer|blauer|зел[её]ный|голубой) (?P<german>Wasserstoff|водород)"
    r"|(?:white|yellow|red|black) (?P<allotrope>phosphorus)",
    re.IGNORECASE,
)
"""Hydrogen by how it was made, phosphorus by its allotrope."""
_ALLOY = re.compile(
    r"(?P<english>[^\W\d_]{2,})(?:[- ]based?)?,? (?:(?:cast|wrought|casting|base) )?alloys?"
    r"(?: [0-9]{3,4}[A-Z]?(?:-[A-Z0-9]+)?(?: \((?:[0-9-]+ )?(?:[A-Z][a-z]?-?)+\))?)?"
    r"|(?P<german>[^\W\d_]{3,}?)(?:basis)?legierung(?:en)?"
    r"|(?:alliages?|aleaci[oó]n(?:es)?|ligas?|leg(?:a|he)) (?:de |d['’]|du |di |do |del )"
    r"(?P<romance>[^\W\d_]{3,})"
    r"|сплавы? (?P<russian>[^\W\d_]{3,})"
    r"|(?P<eastern>[\u3400-\u9fff]|[ァ-ヶー]{2,}|[가-힣]+?) ?기?基?(?:合金|합금)",
    re.IGNORECASE,
)
_ALUMINIUM = re.compile(
    r"(?P<english>(?i:alumini?um)|A[lL])[ -]?(?:AA ?)?[1-8][0-9]{3}(?:-[A-Z0-9]+)?"
)
"""Alloys of aluminium have four figures."""
_GRADE = re.compile(
    r"(?P<name>titan\w*|titânio|титан|钛),? (?P<grade>(?:gr\.?|grade) ?[0-9]{1,2})"
    r"|(?P<before>(?:gr\.?|grade) ?[0-9]{1,2}) (?P<behind>titan\w*)",
    re.IGNORECASE,
)
"""Grades of titanium by ASTM, of which some are alloys; of other metals grade is content."""
_AIRBORNE = {"dust", "dusts", "fume", "fumes", "mist", "mists", "vapor", "vapour", "vapors"}
_BESIDE_AIRBORNE = {"metal", "and", "or", "inhalable", "respirable"}
_STATES = _AIRBORNE | {"compounds", "salts", "metal", "elemental", "oxide", "oxides"}
_KINDS = {
    *("soluble", "insoluble", "inorganic", "organic", "alkyl", "aryl", "respirable", "inhalable"),
    *("total", "other", "its", "all", "and", "or", "&", "fraction", "poorly", "only"),
}
_MATERIAL_STATES = {"respirable", "crystalline", "amorphous", "fibrous", "friable"}
_SHAPES = {"dust", "form", "forms"}
_PHRASE = re.compile(
    r"(?P<name>[^,;]+?)(?:[,;] | \((?=[^()]*\)$))(?P<phrase>.+?)\)?(?P<except> \(except [^()]+\))?"
)
_WORD = re.compile(r"[^\s,()]+")
_AS = re.compile(
    r"(?:,? ?(?P<open>\()|,? )(?i:as|calculated as|expressed as|measured as) (?i:total )?"
    r"(?P<given>[A-Za-z0-9]{1,6})(?(open)\)|(?=\)|$))| ?\(以(?P<counted>[A-Za-z0-9]{1,6})计?\)$"
)
_SUPPLIED = re.compile(
    r"(?P<name>[^()]+?) \(as (?!an? |the )(?P<source>[^()]+(?:\([^()]*\)[^()]*)?)\)"
)
_BEHIND = {
    "Read without its cross-reference.": re.compile(
        r"(?P<name>.+?)(?:[;,] ?| )\(?see (?:also )?[0-9§][^;()]*\)?", re.IGNORECASE
    ),
    "Read without the words for what is not specified.": re.compile(
        r"(?P<name>.+?)(?:,? n\.?e\.?[cs]\.?|,? не включ[её]нн\w+ в другие группировки)",
        re.IGNORECASE,
    ),
    "Read without the form of the stone.": re.compile(
        r"(?:crushed(?:,| and|/) ?broken|dimension) (?P<name>.+)", re.IGNORECASE
    ),
    "Read without its products, which the entry names too.": re.compile(
        r"(?P<name>(?P<first>\w\w)[^,;()]*?)(?:,| and) pr(?:o?ducts?|dcts?)(?: made)?"
        r" of (?P=first)[^,;()]+",
        re.IGNORECASE,
    ),
    "Read without the energy it gives.": re.compile(
        r"Energy, from (?P<name>[^()]+)", re.IGNORECASE
    ),
    "Read without its content.": re.compile(
        r"(?P<name>.+?) с (?:массовой долей|содержанием) .+", re.IGNORECASE
    ),
    "Read without its traces.": re.compile(
        r"(?P<name>[^,;()]+?) with (?:possible |slight )?traces of .+", re.IGNORECASE
    ),
    "Read without the services.": re.compile(
        r"(?P<name>[^,;()]+?) and services related to .+ extraction[,;] .+", re.IGNORECASE
    ),
}
"""Words behind a name, in registers and in classifications of activities, by what is told."""
_FLOW_CLASS = re.compile(
    r"(?P<name>.+) \[(?P<group>[^\[\]]*\b(?:emissions|heavy metals|metals|particles|measures"
    r"|elements|resources?|goods|waste|products)\b[^\[\]]*)\]",
    re.IGNORECASE,
)
"""The class of a flow behind its name: ``Zinc [Heavy metals to air]``."""
_COMPARTMENTS = {
    *("air", "water", "soil", "sea", "ocean", "river", "lake", "groundwater", "fresh water"),
    *("seawater", "agricultural soil", "industrial soil", "to air", "to water", "to soil"),
}
_PATH = re.compile(r" - | > | / | \| ")
_FLOW_PATH = re.compile(
    r"(?P<from>(?:resource|emission)s?/(?:[^/]+/)*)(?P<name>[^/]+)/(?P<unit>[A-Za-z0-9*]{1,5})"
)
"""A flow with its compartments, as openLCA writes it: ``resource/in ground/copper/kg``."""


def registered(text: str) -> Wrapped | None:
    """Take off what a register or an inventory says beside a name.

    Args:
        text: the normalised mention.
    """
    if " " not in text:
        return None
    for note, pattern in _BEHIND.items():
        if match := pattern.fullmatch(text):
            return Wrapped(text, match["name"], note, UNSURE)
    if match := _ITS_OWN.fullmatch(text):
        more = "products" if text.casefold().endswith("products") else "compounds"
        note = f"Read without its {more}, which the entry names too."
        heading = Heading(form=f"and {more}")
        return Wrapped(text, match["name"], note, ONLY_NAMES, heading=heading, element=True)
    if match := _COLOURED.fullmatch(text):
        name = next(filter(None, match.groups()))
        form = text.replace(name, "").strip()
        return Wrapped(
            text, name, f"Read without {form!r}.", ONLY_NAMES, heading=Heading(form=form)
        )
    if match := _FLOW_CLASS.fullmatch(text):
        note, heading = f"Read without {match['group']!r}.", Heading(form=match["group"])
        return Wrapped(text, match["name"], note, UNSURE, heading=heading)
    return _flow(text) or _in_a_state(text)


def alloyed(text: str) -> Wrapped | None:
    """Give the element of which an alloy is named: ``titanium alloy``, ``Aluminum 6061-T6``.

    Args:
        text: the normalised mention.
    """
    match = _ALLOY.fullmatch(text) or _ALUMINIUM.fullmatch(text)
    if match is None:
        return None
    name = next(filter(None, match.groups()))
    name = "Al" if name == "AL" else name
    note, heading = "Read as an alloy of it.", Heading(form="alloy")
    return Wrapped(text, name, note, heading=heading, warning=OF_AN_ALLOY, element=True)


def graded(text: str) -> Wrapped | None:
    """Give titanium where a grade of it is named: ``Titanium Grade 2``.

    Args:
        text: the normalised mention.
    """
    match = _GRADE.fullmatch(text)
    if match is None:
        return None
    name, grade = match["name"] or match["behind"], match["grade"] or match["before"]
    heading, doubt = Heading(form=grade.lower()), "A grade of it is meant, which may be an alloy."
    note = f"Read without {grade!r}."
    return Wrapped(text, name, note, ONLY_NAMES, heading=heading, warning=doubt, element=True)


def _flow(text: str) -> Wrapped | None:
    """Take a flow by its first part, ``Pb - combustion - air``, or by its last before the unit."""
    if match := _FLOW_PATH.fullmatch(text):
        heading = Heading(unit=unit(match["unit"]), form=match["from"].rstrip("/"))
        return Wrapped(text, match["name"], f"Read without {heading.form!r}.", heading=heading)
    first, *others = _PATH.split(text)
    if not others or others[-1].casefold() not in _COMPARTMENTS:
        return None
    form = text[len(first) :].lstrip(" -")
    note = f"Read as what flows: {form!r} says where from and where to."
    return Wrapped(text, first, note, UNSURE, True, heading=Heading(form=form), element=True)


def _in_a_state(text: str) -> Wrapped | None:
    """Take off as what a substance occurs: ``Zinc (fume or dust)``, ``Silica, crystalline``."""
    match = _PHRASE.fullmatch(text)
    phrase = match["phrase"] if match else ""
    phrase += ")" if phrase.count("(") > phrase.count(")") else ""
    words = {word for word in _WORD.findall(phrase.casefold()) if word != "as"}
    material = bool(words & _MATERIAL_STATES) and words <= _MATERIAL_STATES | _KINDS | _SHAPES
    if match is None or qualifier(phrase) or words == {"metal"}:
        return None
    told = words & _STATES - {"oxide", "oxides"}
    if not (material or (told and words <= _STATES | _KINDS)):
        return None
    refused = ONLY_NAMES if is_english(match["name"]) else UNSURE
    return Wrapped(
        text, match["name"], f"Read without {phrase!r}.", refused, heading=Heading(form=phrase),
        element=not material,
    )  # fmt: skip


def apart(text: str, *, compounds: bool) -> str | None:
    """Put a comma before the state of a substance: ``Copper, fume``; None where none is there.

    Args:
        text: the normalised mention.
        compounds: whether words for compounds may stand there too, as where an entry says as
            which element they are counted.
    """
    states = _STATES | _KINDS if compounds else _AIRBORNE | _BESIDE_AIRBORNE
    words = text.split()
    place = len(words)
    while place > 1 and words[place - 1].casefold().rstrip(",") in states:
        place -= 1
    told = {word.casefold().rstrip(",") for word in words[place:]}
    name = " ".join(words[:place])
    told_apart = told & (_STATES if compounds else _AIRBORNE) and "," not in name
    if not compounds and " " in name:
        return None
    return f"{name}, {' '.join(words[place:])}" if told_apart else None


def given(text: str) -> tuple[str, str] | None:
    """Give an entry without the form in which it is counted, and that form; None if it says none.

    ``Copper (dusts and mists, as Cu)`` gives ``Copper (dusts and mists)`` and ``Cu``.

    Args:
        text: the normalised mention.
    """
    match = _AS.search(text)
    if match is None:
        return None
    rest = f"{text[: match.start()]}{text[match.end() :]}".strip()
    return (rest, match["given"] or match["counted"]) if rest else None


def supplied(text: str) -> tuple[str, str] | None:
    """Give a name and the compound that supplies it: ``Zinc (as zinc citrate)``; None if neither.

    Args:
        text: the normalised mention.
    """
    match = _SUPPLIED.fullmatch(text)
    return (match["name"], match["source"]) if match else None
