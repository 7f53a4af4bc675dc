"""Takes one word or phrase off a heading or a commodity: ``Cu_ppm_ICP40``, ``copper, refined``."""

import re
from dataclasses import replace

from service.mentions.language.analytes import EQUIVALENT
from service.mentions.language.homographs import before_a_noun
from service.mentions.language.qualifiers import Heading, Qualifier, qualifier
from service.mentions.language.units import is_bare, unit
from service.mentions.language.vocabulary import LONGEST
from service.mentions.reading import OF_COMPOUNDS
from service.mentions.tabular.affixes import affixed
from service.mentions.wrapping import UNSURE, Wrapped
from service.model import By

_MOST = 8
"""Separators that are looked at from either end."""
_SEPARATOR = re.compile(r" ?[,;|:] ?| - |[ _-]|\.+")
_BRACKETED = re.compile(r"(.+?)([ ._]?)[(\[]([^()\[\]]+(?:\(\+\)[^()\[\]]*)?)[)\]]")
_HYPHENED = {"fraction", "method"}
_CONCENTRATION = {"Gehalt", "gehalt", "concentration", "conc"}
_COLOURS = {"white", "red", "black", "yellow", "rhombic"}
_NOT_BEHIND_A_SPACE = _COLOURS | {"unknown"}
_BEHIND_A_COMMA = {"other", "not alloyed"}
_HEADS_ALONE = {"statistic", "place"}
_FIGURES = {"error", "detection limit", "standard deviation"}
"""Figures that rows of a turned table name too: ``Mg Err``."""
_SAID_OTHERWISE = {
    ("oxygen", "use"),
    ("carbon", "emission"),
    ("carbon", "trade"),
    ("in", "production"),
}
"""Oxygen demand is a measure of water, carbon emissions are of its dioxide, one is a phrase."""
_ADJECTIVES = {
    *("low level", "unknown", "wrought", "native", "primary", "secondary", "refined", "crude"),
    *("radioactive", "balance", "radionuclide", "fine particles", "elemental"),
    *("in urine", "in blood", "in serum"),
    *("polycrystalline", "industrial", "metal", "high purity", "pure", "contained", "liquid"),
    "by sulfur",
}
"""Words before an element in a cell: ``refined copper``, and not ``grade Li``."""
_GRADES = ("class ", "shg")
_OF = re.compile(r"\b(?:of|de|du|d'|del|di)$|[^a-z]$")
"""Ends of words for compounds that stand before the element: ``composés de plomb``."""
_STAGES = {"mine", "smelter"}
"""Where a figure is counted, before a comma or colon: ``Mine production, kyanite``."""
_LONGEST_NUMERAL = 3
_WITHOUT_SPACES = re.compile(r"[0-9]?[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_COMPOUND_NOUN = re.compile(
    r"([^\W\d_]{3,}?)s?(gehalte?|konzentration|concentratie|halt|indhold|innhold|konsentrasjon"
    r"|koncentration|pitoisuus|verbindungen)"
)
_TWO_SCRIPTS = re.compile(
    r"([A-Z][A-Za-z]?[A-Za-z0-9]{0,6}|[A-Z][a-z]?-[0-9]{1,3})"
    r"([\u0400-\u04ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+\.?)"
)
"""A symbol with a word of another script: ``Feобщ``, ``Cu含量``."""
_TOTAL_NOUN = re.compile(r"(?:gesamt|kokonais|totaal|total)-?([^\W\d_]{3,})", re.IGNORECASE)
_LONGEST_SYMBOL = 2
_FLUIDS = {"blood", "whole blood", "serum", "plasma", "urine", "rbc", "혈청", "전혈"}
"""Samples of laboratories of medicine, before a name: ``Blood lead``."""
_LAB_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{2,9}|m[0-9]{1,3}")
_NUMBER = frozenset({By.ATOMIC_NUMBER})
_NO_SYMBOL = UNSURE | {By.SYMBOL}
_ONLY_NAMES = _NO_SYMBOL | {By.ISOTOPE, By.ION}


def qualified(text: str, *, heads: bool) -> Wrapped | None:
    """Give what stands inside the outermost word or phrase of a heading, if there is any.

    Args:
        text: the normalised mention.
        heads: whether it heads a column: then a symbol is meant in any capitals, and figures
            such as an error are read past.
    """
    if unit(text) or EQUIVALENT.search(text):
        return None
    if heads and (bare := text.strip("._ ")) != text and bare:
        return Wrapped(text, bare, "Read without the marks around it.", _NUMBER)
    return (
        affixed(text, heads=heads)
        or _in_brackets(text, heads=heads)
        or _behind(text, heads=heads)
        or _before(text, heads=heads)
        or _coded(text)
        or _joined(text)
    )


def _in_brackets(text: str, *, heads: bool) -> Wrapped | None:
    match = _BRACKETED.fullmatch(text)
    if not match:
        return None
    inside, between, words = match[1], match[2], match[3].strip()
    meaning: Qualifier | None = None
    for part in [words, *words.split(", ")] if ", " in words else [words]:
        if each := qualifier(part):
            heading = each.heading | (meaning.heading if meaning else Heading())
            meaning = replace(each, heading=heading)
    sampled = heads or words.casefold() in _FLUIDS
    if meaning is None or (meaning.kind in _HEADS_ALONE and not sampled):
        return None
    if meaning.kind == "charge" and "," in inside:
        return None
    doubts = ("In brackets, g may also say that it is a gas.",) if words == "g" else ()
    wrapped = _wrapped(text, inside, meaning, "(", heads=heads)
    return replace(wrapped, doubts=doubts if not between else ())


def _behind(text: str, *, heads: bool) -> Wrapped | None:
    for match in list(_SEPARATOR.finditer(text))[-_MOST:]:
        inside, words, between = text[: match.start()], text[match.end() :], match.group().strip()
        between = "." if between.startswith(".") else between
        meaning = qualifier(words) if inside and words else None
        if meaning is None or not _fits(meaning, (inside, words, between), heads=heads):
            continue
        if meaning.kind == "method" and between == "-" and inside.isalpha():
            meaning = replace(meaning, heading=Heading(method=text))
        return _wrapped(text, inside, meaning, between, heads=heads)
    return None


def _fits(meaning: Qualifier, parts: tuple[str, str, str], *, heads: bool) -> bool:
    """Say whether such a word stands behind such a separator: no ``black`` behind a space."""
    inside, words, between = parts
    if (inside.casefold(), meaning.heading.form) in _SAID_OTHERWISE:
        return False
    long, spaced = len(inside) > _LONGEST_SYMBOL, between in {"", "."}
    alone = not long and inside.isalpha()
    figure = meaning.heading.form in _FIGURES and between != "-" and alone
    sampled = long and words.casefold() in _FLUIDS
    return not (
        (meaning.kind in _HEADS_ALONE and not figure and between == "-")
        or (meaning.kind in _HEADS_ALONE and not (figure or sampled or heads))
        or (meaning.kind == "place" and between == "" and long and not sampled)
        or (between == "-" and not (meaning.kind in _HYPHENED or words in _CONCENTRATION))
        or (between not in {",", ";", ":"} and _behind_a_comma(meaning))
        or (between == "." and not heads)
        or (spaced and words.casefold() in _NOT_BEHIND_A_SPACE)
        or (spaced and is_bare(words) and not (heads and long))
        or (meaning.kind == "charge" and between == "_")
    )


def _behind_a_comma(meaning: Qualifier) -> bool:
    return bool(_BEHIND_A_COMMA & set((meaning.heading.form or "").split("; ")))


def _before(text: str, *, heads: bool) -> Wrapped | None:
    for match in reversed(list(_SEPARATOR.finditer(text))[:LONGEST]):
        words, inside, between = text[: match.start()], text[match.end() :], match.group().strip()
        meaning = qualifier(words) if inside and words else None
        if meaning and _opens(meaning, (words, inside, between), heads=heads):
            return _wrapped(text, inside, meaning, between, heads=heads)
    return None


def _opens(meaning: Qualifier, parts: tuple[str, str, str], *, heads: bool) -> bool:
    """Say whether such a word stands before an element: no numeral, no colour, no unit alone."""
    words, inside, between = parts
    if words.casefold() in _COLOURS or is_bare(words) or _behind_a_comma(meaning):
        return False
    if meaning.kind == "place" and between == "" and len(inside) > _LONGEST_SYMBOL:
        return words.casefold() in _FLUIDS
    if meaning.kind == "charge":
        return len(words) > _LONGEST_NUMERAL
    form = meaning.heading.form or ""
    if form.casefold().startswith(_GRADES) or (form.endswith("grade") and form != "grade"):
        return True
    if form in _STAGES and between in {",", ":"}:
        return True
    amount = meaning.heading.form == "concentration" and (" " in words or not words.isascii())
    told = heads or amount or meaning.kind == "fraction" or form in _ADJECTIVES
    return bool(_OF.search(words)) if form == "compounds" else told


def _coded(text: str) -> Wrapped | None:
    """Take off the code of a laboratory that stands behind a unit: ``Sc_ppm_IMS``."""
    inside, separator, code = text.rpartition("_")
    if not separator or not _LAB_CODE.fullmatch(code):
        return None
    splits = (inside[match.end() :] for match in _SEPARATOR.finditer(inside))
    if not any(unit(behind) for behind in splits):
        return None
    note = f"Read without the code behind the unit, {code}."
    return Wrapped(text, inside, note, _NUMBER, heading=Heading(method=code))


def _joined(text: str) -> Wrapped | None:
    """Take off a word that no space parts: ``六价铬``, ``염소이온``, ``Gesamtchrom``."""
    if match := _TOTAL_NOUN.fullmatch(text):
        total = Heading(fraction="total")
        return Wrapped(text, match[1], "Read as the total.", _ONLY_NAMES, heading=total)
    if match := _COMPOUND_NOUN.fullmatch(text):
        form = Heading(form="compounds" if match[2] == "verbindungen" else "concentration")
        return Wrapped(text, match[1], f"Read without {match[2]!r}.", _ONLY_NAMES, heading=form)
    if (match := _TWO_SCRIPTS.fullmatch(text)) and (meaning := qualifier(match[2])):
        return _wrapped(text, match[1], meaning, "", heads=True)
    if not _WITHOUT_SPACES.match(text):
        return None
    for length in (3, 2, 1):
        for words, inside in ((text[:length], text[length:]), (text[-length:], text[:-length])):
            if inside and (meaning := qualifier(words)) and meaning.kind != "unit":
                return _wrapped(text, inside, meaning, "", heads=True)
    return None


def _wrapped(text: str, inside: str, meaning: Qualifier, between: str, *, heads: bool) -> Wrapped:
    measured = meaning.kind in {"unit", "fraction", "method"}
    tabular = heads or meaning.kind != "fraction" or between in {"_", ","}
    refused = _NUMBER if tabular and (heads or measured) else UNSURE
    line = (meaning.heading.form or "").startswith("core level")
    one_word = before_a_noun(inside) or len(inside) == 1
    phrase = not heads and between == "" and one_word and not line
    if phrase or (meaning.kind == "charge" and between == "(" and len(inside) == 1):
        refused = _NO_SYMBOL
    if len(inside) == 1:
        refused |= {By.ISOTOPE}
    return Wrapped(
        text,
        inside,
        f"Read without {meaning.note}.",
        refused,
        natural=measured,
        heading=meaning.heading,
        charge=meaning.charge,
        warning=OF_COMPOUNDS if meaning.heading.form == "compounds" else "",
    )
