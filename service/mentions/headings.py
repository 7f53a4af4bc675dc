"""Takes one word or phrase off a heading or a commodity: ``Cu_ppm_ICP40``, ``copper, refined``."""

import re
from dataclasses import replace

from service.mentions.homographs import before_a_noun
from service.mentions.qualifiers import Heading, Qualifier, qualifier
from service.mentions.units import is_bare, unit
from service.mentions.vocabulary import LONGEST
from service.mentions.wrapping import Wrapped
from service.model import By

_MOST = 8
"""Separators that are looked at from either end."""
_SEPARATOR = re.compile(r" ?[,;|:] ?| - |[ _-]|\.+")
_BRACKETED = re.compile(r"(.+?)([ ._]?)[(\[]([^()\[\]]+(?:\(\+\)[^()\[\]]*)?)[)\]]")
_HYPHENED = {"fraction", "method"}
_CONCENTRATION = {"Gehalt", "gehalt", "concentration", "conc"}
_COLOURS = {"white", "red", "black", "yellow", "rhombic"}
_NOT_BEHIND_A_SPACE = _COLOURS | {"unknown"}
_HEADS_ALONE = {"statistic", "place"}
_ADJECTIVES = {
    *("low level", "unknown", "wrought", "native", "primary", "secondary", "refined", "crude"),
    *("polycrystalline", "industrial", "metal"),
}
"""Words before an element in a cell: ``refined copper``, and not ``grade Li``."""
_LONGEST_NUMERAL = 3
_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TOTAL = re.compile(r"T(?:[-._](?=[A-Z])|(?=Fe))(.+)")
_TRANSFORMED = re.compile(r"(log|log10|ln|sqrt|clr)\((.+)\)", re.IGNORECASE)
_LONGEST_SYMBOL = 2
_TOTAL_BEHIND = re.compile(r"(Fe)[ _]?[Tt]|([A-Z][a-z])(?:T|TOT)")
_VALENCE = re.compile(
    r"([^\W\d_]{3,}|Fe|FE|fe|Cr|CR|cr|Mn|MN|mn|As|AS|Cu|CU|cu|Sb|SB|Se|Sn|SN|Eu|Ce)[-_ ]([2-6])"
)
"""Names and elements of several charges alone: ``K-2`` and ``CO-2`` are codes."""
_POTENTIAL = re.compile(r"([A-Z][a-z]?)((?:_(?:sv|pv|d|f|h|s|2|3|GW|nc))+)")
_OCCURS = {
    *("in", "and", "of", "ore", "crude", "mixed", "ground", "water", "air", "brine", "resource"),
    *("sulfide", "sulfides", "silicate", "silicates", "oxide", "oxides", "carbonate"),
    *("apatite", "cassiterite", "bastnasite"),
}
_SHARE = re.compile(r"[0-9][0-9.]*(?:E[+-]?[0-9]+)?%?")
_NUMBER = frozenset({By.ATOMIC_NUMBER})
_UNSURE = _NUMBER | {By.SYMBOL_CASE_FOLDED}
_NO_SYMBOL = _UNSURE | {By.SYMBOL}
_ONLY_NAMES = _NO_SYMBOL | {By.ISOTOPE, By.ION}


def described(text: str) -> Wrapped | None:
    """Give what stands inside words that unit or label must not be cut out of.

    Args:
        text: the normalised mention.
    """
    return _occurrence(text) or _abbreviated(text) or _pure(text)


def qualified(text: str, *, heads: bool) -> Wrapped | None:
    """Give what stands inside the outermost word or phrase of a heading, if there is any.

    Args:
        text: the normalised mention.
        heads: whether it heads a column: then a symbol is meant in any capitals, and figures
            such as an error are read past.
    """
    if unit(text):
        return None
    if heads and (bare := text.strip("._ ")) != text and bare:
        return Wrapped(text, bare, "Read without the marks around it.", _NUMBER)
    return (
        _special(text, heads=heads)
        or _in_brackets(text, heads=heads)
        or _behind(text, heads=heads)
        or _before(text, heads=heads)
        or _joined(text)
    )


def _occurrence(text: str) -> Wrapped | None:
    """Take off where a resource occurs, and how much of it: ``Gold, Au 4.9E-5%, in ore``."""
    name, separator, rest = text.partition(", ")
    words = rest.replace(",", " ").split()
    if not separator or not ({"in"} & set(words)) or not all(map(_occurs, words)):
        return None
    return Wrapped(text, name, f"Read without {rest!r}.", _ONLY_NAMES, heading=Heading(form=rest))


def _occurs(word: str) -> bool:
    symbol = word.isalpha() and word.istitle() and len(word) <= _LONGEST_SYMBOL
    return symbol or word in _OCCURS or bool(_SHARE.fullmatch(word))


def _abbreviated(text: str) -> Wrapped | None:
    """Take off the initials of words that stand in brackets behind them."""
    match = _BRACKETED.fullmatch(text)
    if not match or " " not in match[1]:
        return None
    initials = "".join(word[0] for word in match[1].upper().split())
    note = f"Read without its abbreviation, {initials}."
    return Wrapped(text, match[1], note, _ONLY_NAMES) if match[3] == initials else None


def _pure(text: str) -> Wrapped | None:
    name, _, purity = text.partition(" ")
    meaning = qualifier(purity) if purity[:1] in {">", "≥"} else None
    note = f"Read without its purity, {purity}."
    return Wrapped(text, name, note, _ONLY_NAMES, heading=meaning.heading) if meaning else None


def _special(text: str, *, heads: bool) -> Wrapped | None:
    return (_at_the_head(text) if heads else None) or _with_total(text, heads=heads) or _cut(text)


def _at_the_head(text: str) -> Wrapped | None:
    """Take off marks that only the head of a column has: ``TFe``, ``Fe_2``, ``ln(Cu)``."""
    if match := _TOTAL.fullmatch(text):
        return _of_total(text, match[1])
    if match := _VALENCE.fullmatch(text):
        note = f"{match[2]} is read as the charge."
        return Wrapped(text, match[1], note, _NUMBER | {By.ISOTOPE}, charge=int(match[2]))
    if match := _TRANSFORMED.fullmatch(text):
        note = f"Read inside {match[1]}()."
        return Wrapped(text, match[2], note, _NUMBER, heading=Heading(form="transformed"))
    return None


def _with_total(text: str, *, heads: bool) -> Wrapped | None:
    match = _TOTAL_BEHIND.fullmatch(text)
    return _of_total(text, match[1] or match[2]) if match and (heads or match[1]) else None


def _of_total(text: str, inside: str) -> Wrapped:
    heading = Heading(fraction="total")
    return Wrapped(text, inside, "T says the total.", _UNSURE, heading=heading)


def _cut(text: str) -> Wrapped | None:
    """Take off what programs write behind a symbol: ``Fe_pv``, ``Ra-226+D``."""
    if match := _POTENTIAL.fullmatch(text):
        note = f"Read as the element of a pseudopotential, {text}."
        return Wrapped(text, match[1], note, _UNSURE, heading=Heading(form=f"potential {text}"))
    if text.endswith("+D"):
        note = "Read with its daughters, +D."
        return Wrapped(text, text[:-2], note, _NO_SYMBOL, heading=Heading(form="with daughters"))
    return None


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
    if meaning is None or (meaning.kind in _HEADS_ALONE and not heads):
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
    long, spaced = len(inside) > _LONGEST_SYMBOL, between in {"", "."}
    return not (
        (meaning.kind in _HEADS_ALONE and (not heads or between == "-"))
        or (meaning.kind == "place" and between == "" and long)
        or (between == "-" and not (meaning.kind in _HYPHENED or words in _CONCENTRATION))
        or (meaning.heading.form == "compounds" and between not in {",", ";", ":"})
        or (between == "." and not heads)
        or (spaced and words.casefold() in _NOT_BEHIND_A_SPACE)
        or (spaced and is_bare(words) and not (heads and long))
        or (meaning.kind == "charge" and between == "_")
    )


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
    if words.casefold() in _COLOURS or is_bare(words) or meaning.heading.form == "compounds":
        return False
    if meaning.kind == "place" and between == "" and len(inside) > _LONGEST_SYMBOL:
        return False
    if meaning.kind == "charge":
        return len(words) > _LONGEST_NUMERAL
    return heads or meaning.kind == "fraction" or meaning.heading.form in _ADJECTIVES


def _joined(text: str) -> Wrapped | None:
    """Take off a word that no space parts: ``六价铬``, ``염소이온``, ``Gesamtchrom``."""
    if text.casefold().startswith("gesamt") and (inside := text[len("gesamt") :].lstrip("-")):
        return Wrapped(
            text, inside, "Read as the total.", _ONLY_NAMES, heading=Heading(fraction="total")
        )
    if not _WITHOUT_SPACES.match(text):
        return None
    for length in (3, 2, 1):
        for words, inside in ((text[:length], text[length:]), (text[-length:], text[:-length])):
            if inside and (meaning := qualifier(words)) and meaning.kind != "unit":
                return _wrapped(text, inside, meaning, "", heads=True)
    return None


def _wrapped(text: str, inside: str, meaning: Qualifier, between: str, *, heads: bool) -> Wrapped:
    refused = _NUMBER if heads or meaning.kind in {"unit", "method"} else _UNSURE
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
        natural=meaning.kind in {"unit", "fraction", "method"},
        heading=meaning.heading,
        charge=meaning.charge,
    )
