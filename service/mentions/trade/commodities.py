"""Reads names as lists of trade, of mines and of pollutants write them.

``Tin; waste and scrap``, ``Arsenic and compounds``, ``Titanium-Ilmenite``, ``Quartz (silica)``.
"""

import re

from service.mentions.language.homographs import other_meanings
from service.mentions.language.qualifiers import Heading, qualifier
from service.mentions.language.trade_words import TRADE
from service.mentions.lexicon import Lexicon
from service.mentions.reading import (
    Reading,
    found,
    of_material,
    with_heading,
    with_note,
    with_warnings,
)
from service.mentions.trade.held import has_its_elements, holds, is_formula
from service.mentions.trade.quotations import quoted
from service.mentions.words import read_word
from service.mentions.wrapping import ONLY_NAMES, UNSURE, Wrapped
from service.model import By, MaterialKind

_TRADED = re.compile(r"([^;]+); (?P<natural>natural(?:,? |$))?(?P<rest>.*)")
_FIGURE = re.compile(r"[<>≤≥]?[0-9]+(?:\.[0-9]+)?(?:%|mm|cm|kg|μm|nm)?\+?|%")
_COMPOUNDS = re.compile(
    r"(?P<name>.+?)(?: (?:and|&|et|und|y|e|i|a|en|och|og|ve|и) (?:(?:its|ses|seine|sus|seus"
    r"|(?:i )?suoi|jego|jej|ich|jeho|její|zijn|dess|dets|его|её|ее|их) )?"
    r"(?:(?:inorganic|organic) )?(?:compounds|composés|Verbindungen|compuestos|compostos|composti"
    r"|związki|sloučeniny|verbindingen|föreningar|forbindelser|bileşikleri|соединения)"
    r"(?: (?:inorganiques|anorgânicos|inorgánicos|nieorganiczne|неорганические))?"
    r"|及其(?:无机)?化合物|及び(?:その)?(?:無機)?化合物(?:\([^()]*を除く。?\))?)",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?!- )(?:[^ ,;:()_/'’]|(?<!\b[dl])['’])+")
_SHAPES = {"product", "bulk"}
_ARTICLES = {"pipe", "pipes", "tube", "tubes", "fittings", "articles", "netting", "grill", "cloth"}
"""Finished articles, of which an alloy is no name."""
_CLAUSE = re.compile(
    r"(?P<name>[^()]+?(?: \([^()]+\)(?=, other than))?)(?: of all kinds)?"
    r"(?:[,;] \(?| \(|(?<! or) (?=containing|other than|except |including |excl\. ))"
    r"(?:whether or not|other than|including|incl\.|excluding|excl\.|not including|except"
    r"|containing|excepto|exceto|sauf|autres? que|y compris|même|ausgenommen|ausg\."
    r"|einschließlich|auch|à l['’]excl(?:\.|usion)|esclus[oiae]|escl\.|m\.u\.v\.|ook indien"
    r"|incluidos?|incluindo|incluyendo|incluso|inclusive|mesmo|включая"
    r"|кроме|за исключением|исключая|содержащ\w+|selain"
    r"|kecuali|(?:dihancurkan|diaglomerasi|dikalsinasi) atau tidak,?) .+"
    r"|(?P<chinese>[^(),;]+)(?:\((?:[^()]+除外|不?包括[^()]+)\)"
    r"|[,;] ?(?:不论|未|无论|不包括).+)",
    re.IGNORECASE,
)
"""A clause of the Harmonized System behind a name: what it includes or leaves out."""
_ANOTHER = re.compile(r"alloy|crude|compound|plated", re.IGNORECASE)
"""Words that may make another thing of what is named."""
_LEFT_OUT = re.compile(
    r"(?:except|excluding|excl\.|other than|not including) "
    r"(?:(?:when )?(?:contained )?in an )?alloys?\b",
    re.IGNORECASE,
)
_TINPLATE = re.compile(r"tin plates?", re.IGNORECASE)
_PHASE = re.compile(r"^(?:[α-ω]|alpha|beta|gamma)-", re.IGNORECASE)
_LONGEST_SYMBOL = 2
_PAIR = re.compile(r"([^()]+?)(?: ore|矿)?(?:-|, ?| as | ?\()([^()]+?)\)?", re.IGNORECASE)
_WITH_FORMULA = re.compile(r"([^()]+?) ?\(([A-Z(][A-Za-z0-9.·]*\([A-Za-z0-9().·]+)\)")
"""A formula with groups, ``kaolin (Al2Si2O5(OH)4)``."""
_BRACKETED = re.compile(r"([^()]+?) \(([^()]+)\)")
_CLASSES = {
    *("abrasive", "abrasives", "clay", "clays", "coal", "gemstone", "gemstones", "gem", "gems"),
    *("mineral", "minerals", "rock", "rocks", "stone", "stones", "ferroalloys", "ferro-alloys"),
}
"""Words for a class, beside one of it."""
_PATH = re.compile(r"(?P<wider>.+?)(?: ?(?P<step>>) ?|[;:] ?|, )(?P<name>[^>;:,]+)")
"""A kind behind its class, as the codes of deposits and customs have it: ``Coal > Anthracite``."""


def traded(text: str) -> Wrapped | None:
    """Take off what a list of trade or of pollutants says behind a name.

    Args:
        text: the normalised mention.
    """
    if match := _COMPOUNDS.fullmatch(text):
        note = "Read without its compounds, which the entry names too."
        heading = Heading(form="and compounds")
        return Wrapped(text, match["name"], note, UNSURE, heading=heading)
    if wrapped := quoted(text):
        return wrapped
    if wrapped := _before_a_clause(text):
        return wrapped
    match = _TRADED.fullmatch(text)
    if not match or (qualifier(form := text[len(match[1]) + 2 :]) and not match["natural"]):
        return None
    name, phrase = match[1], match["rest"]
    if not (match["natural"] and not phrase) and not _is_product(name, phrase):
        return None
    inside = f"natural {name}" if match["natural"] else name
    return Wrapped(text, inside, f"Read without {form!r}.", ONLY_NAMES, heading=Heading(form=form))


def _before_a_clause(text: str) -> Wrapped | None:
    """Take off a clause of the Harmonized System; a kind behind it is of the class before it."""
    match = _CLAUSE.fullmatch(text)
    name = match and (match["name"] or match["chinese"])
    form = text[len(name) :].lstrip(" ,;(") if name else ""
    if name and "); " in form:
        form, _, kind = form.partition("); ")
        note = f"Read without {form!r}."
        return Wrapped(text, f"{name} > {kind}", note, ONLY_NAMES, heading=Heading(form=form))
    if name and ") (" not in form and not _ANOTHER.search(_LEFT_OUT.sub("", form)):
        form = form.removesuffix(")" if form.count(")") > form.count("(") else "")
        heading, note = Heading(form=form), f"Read without {form!r}."
        return Wrapped(text, name, note, ONLY_NAMES, heading=heading)
    return None


def _is_product(name: str, phrase: str) -> bool:
    """Say whether a phrase tells the shape or purity of the thing named, and no more."""
    words = [word.strip("(),").casefold().rstrip(".") for word in phrase.split()]
    others = [word for word in words if word and word != name.casefold()]
    only_trade = all(word in TRADE or _FIGURE.fullmatch(word) for word in others)
    return only_trade and any(TRADE.get(word) in _SHAPES for word in others)


def read_shaped(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a name among words of trade: ``Unwrought zinc, not alloyed``; None where it is none.

    A material may be ground or in flakes and no more: oil pipes and diamond wire are others. Of
    an alloy there may be bars and sheets, with a warning.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    before, dash, behind = text.rpartition("-")
    text = f"{before} {behind}" if dash and TRADE.get(behind.casefold()) == "bulk" else text
    words = list(_WORD.finditer(text))
    kinds = [TRADE.get(word.group().casefold().rstrip(".")) for word in words]
    told = zip(words, kinds, strict=True)
    names = [word for word, kind in told if not (kind or _is_figure(word))]
    if not names or not _SHAPES & set(kinds) or _TINPLATE.search(text):
        return None
    first, last = names[0], names[-1]
    if len({word.group().casefold() for word in names}) == 1:
        name, others = first.group(), [word for word in words if word not in names]
    else:
        name = text[first.start() : last.end()]
        others = [*words[: words.index(first)], *words[words.index(last) + 1 :]]
    form = Heading(form=" ".join(word.group() for word in others))
    material = lexicon.material(name)
    doubted = material or other_meanings(name)
    reading = None if doubted else read_word(lexicon, lexicon.noun(name) or name, None)
    match = reading.resolution if reading else None
    if reading and reading.symbol and match and match.by is By.NAME:
        return with_heading(
            found(reading.symbol, with_note(match, f"Read without {form.form!r}.")), form
        )
    made_of = "product" in kinds
    article = _ARTICLES & {word.group().casefold() for word in others}
    if material is None or (made_of and (article or material.kind is not MaterialKind.ALLOY)):
        return None
    reading = with_heading(of_material(material, name), form)
    made = (f"A product made of {material.name} is meant.",) if made_of else ()
    return with_warnings(reading, made)


def _is_figure(word: re.Match[str]) -> bool:
    return bool(_FIGURE.fullmatch(word.group()))


def read_pair(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a material beside its element, or beside another name of it; None where there is none.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    kind = _of_a_class(lexicon, text) or _twice(lexicon, text)
    match = None if kind else _WITH_FORMULA.fullmatch(text) or _PAIR.fullmatch(text)
    if not match:
        return kind
    first, second = (each.strip() for each in match.groups())
    of_a_class = None if "-" in text else _beside_its_class(lexicon, first, second)
    return of_a_class or _told_apart(lexicon, text, first, second)


def _told_apart(lexicon: Lexicon, text: str, first: str, second: str) -> Reading | None:
    """Read a material before or behind what it holds or is called besides."""
    behind = text in {f"{first}, {second}", f"{first} ({second})", f"{first} - {second}"}
    if behind and (inverted := lexicon.material(f"{second} {first}")):
        return of_material(inverted, text)
    material, phase = lexicon.material(first), _PHASE.sub("", second)
    if material and is_formula(lexicon, material, phase):
        return with_heading(of_material(material, first), Heading(species=second))
    if material and material.kind is MaterialKind.COMPOUND:
        said = qualifier(second)
        if said and said.kind == "charge":
            return with_heading(of_material(material, first), Heading(form=second))
        if has_its_elements(lexicon, material, second):
            doubt = f"The formula of {material.name} in the data is {material.formula}."
            reading = with_heading(of_material(material, first), Heading(species=second))
            return with_warnings(reading, (doubt,))
    named = {name.symbol for name in lexicon.names_of(second)} if text.endswith(")") else set()
    if material and (named & set(material.symbols) or holds(lexicon, material, second)):
        return with_heading(of_material(material, first), Heading(form=second))
    return _with_a_name(lexicon, text, first, phase)


def _of_a_class(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a material behind its class; behind no arrow only one that the class includes."""
    match = _PATH.fullmatch(text)
    if match is None:
        return None
    if match["name"].casefold() == match["wider"].casefold():
        material = lexicon.material(match["name"])
        return of_material(material, text) if material else None
    inverted = lexicon.material(f"{match['name']} {match['wider']}")
    material = inverted or lexicon.material(match["name"])
    wider = lexicon.material(match["wider"])
    sure = inverted or match["step"] or (material and wider and material.broader == wider.id)
    return of_material(material, text) if material and sure else None


def _beside_its_class(lexicon: Lexicon, first: str, second: str) -> Reading | None:
    """Read a material beside the word for its class: ``Clay, Hectorite``, ``Garnet (abrasive)``."""
    for name, other in ((first, second), (second, first)):
        material = lexicon.material(name) if other.casefold() in _CLASSES else None
        if material and name.casefold() not in _CLASSES:
            return with_heading(of_material(material, name), Heading(form=other))
    return None


def _twice(lexicon: Lexicon, text: str) -> Reading | None:
    """Read two names on either side of a stroke: ``Lignite/Brown Coal``, a kind with its class."""
    first, stroke, second = (each.strip() for each in text.partition("/"))
    if not stroke or not second:
        return None
    one, other = lexicon.material(first), lexicon.material(second)
    if one and other and one.id in {other.id, other.broader}:
        return of_material(other, text)
    if one and other and one.broader == other.id:
        return of_material(one, text)
    both = lexicon.material(f"{first} and {second}")
    return of_material(both, text) if both else None


def _with_a_name(lexicon: Lexicon, text: str, first: str, second: str) -> Reading | None:
    """Read a material behind the name of its element or behind another name of it."""
    material = lexicon.material(second)
    if material is None:
        return None
    named = {name.symbol for name in lexicon.names_of(first)} | ({first} & set(lexicon.elements))
    if named:
        of_it = len(first) > _LONGEST_SYMBOL and named & set(material.symbols)
        heading = Heading(form=f"of {first}")
        return with_heading(of_material(material, text), heading) if of_it else None
    if not _BRACKETED.fullmatch(text):
        return None
    if other := lexicon.material(first):
        narrower = other if other.broader == material.id else material
        related = material.id in {other.id, other.broader} or material.broader == other.id
        doubt = f"Read by the name in brackets: {first!r} names the {other.kind} {other.name}."
        if not related and other.formula:
            return None
        return with_warnings(of_material(narrower, text), () if related else (doubt,))
    doubt = f"Read by the name in brackets: {first!r} is not known here."
    return with_warnings(of_material(material, text), (doubt,))
