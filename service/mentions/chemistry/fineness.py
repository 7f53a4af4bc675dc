"""Reads a metal beside its fineness or composition: ``Plata .925``, ``18K gold``, ``Pt950``.

``Brass (70% copper, 30% zinc)`` is brass. An element with shares of others is an alloy: not read.
"""

import re

from service.mentions.language.qualifiers import Heading
from service.mentions.lexicon import Lexicon
from service.mentions.reading import Reading, Resolution, found, of_material, with_heading
from service.model import By

_METALS = {"Au", "Ag", "Pt", "Pd"}
_HALLMARKS = {
    *("333", "375", "416", "417", "585", "750", "800", "835", "850", "900", "916", "917", "925"),
    *("930", "935", "950", "958", "970", "986", "990", "995", "999"),
}
"""The usual figures of thousandths; another needs its point: ``.400``."""
_MOST_KARATS = 24
_THOUSANDTHS = re.compile(
    r"(?P<name>[^\W\d_]{2,})(?: |-)?(?P<point>0?[.,])?(?P<fine>[0-9]{3})[0-9]?(?:/1000|‰)?"
    r"|(?P<before_point>0?[.,])?(?P<before>[0-9]{3})[0-9]?(?:/1000|‰)? (?P<named>[^\W\d_]{2,})"
)
_KARATS = re.compile(
    r"(?P<before>[0-9]{1,2})[ -]?(?:kt?|ct|karats?|carats?|quilates|К)[ -]?(?P<named>[^\W\d_]{1,})"
    r"|(?P<name>[^\W\d_]{2,}) \(?(?P<karats>[0-9]{1,2})[ -]?(?:kt?|ct|karats?|carats?|quilates)\)?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?P<name>[^()]+?) ?\((?P<inside>[^()]+)\)")
_BEHIND_A_COMMA = re.compile(r"(?P<name>[^(),]+), (?P<inside>[^()]+)")
_SHARE = r"(?:[0-9]{1,3}(?:[.,][0-9]{1,2})? ?%|0?[.][0-9]{2,3})"
_SHARE_OF = re.compile(rf"{_SHARE} (?P<of>[^\W\d_]+)|(?P<named>[^\W\d_]+) {_SHARE}")
_BETWEEN_SHARES = re.compile(r"[,;](?: |(?=[0-9]{1,3}(?:[.][0-9]+)?%))")


def read_constituents(lexicon: Lexicon, text: str) -> Reading | None:
    """Read a metal before its composition, in brackets or behind a comma; None where it is none.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    match = _IN_BRACKETS.fullmatch(text) or _BEHIND_A_COMMA.fullmatch(text)
    if match is None:
        return None
    shares = [_SHARE_OF.fullmatch(each.strip()) for each in _BETWEEN_SHARES.split(match["inside"])]
    named = [each["of"] or each["named"] for each in shares if each]
    symbols = [_symbol(lexicon, each) for each in named]
    if len(named) != len(shares) or not all(symbols):
        return None
    name, heading = match["name"], Heading(form=match["inside"])
    material, symbol = lexicon.material(name), _symbol(lexicon, name)
    if material and symbol is None:
        return with_heading(of_material(material, name), heading)
    fine = read_fineness(lexicon, name)
    if fine and fine.symbol == symbols[0]:
        return fine
    if symbol is None or symbols != [symbol]:
        return None
    return with_heading(found(symbol, Resolution(By.NAME, variant=name)), heading)


def _symbol(lexicon: Lexicon, name: str) -> str | None:
    """Give the one element of a name or a symbol."""
    symbols = {each.symbol for each in lexicon.names_of(name)} or ({name} & set(lexicon.elements))
    return symbols.pop() if len(symbols) == 1 else None


def read_fineness(lexicon: Lexicon, text: str) -> Reading | None:
    """Read gold, silver, platinum or palladium beside its fineness; None where it is neither.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
    """
    inner = _IN_BRACKETS.fullmatch(text)
    if match := _THOUSANDTHS.fullmatch(f"{inner['name']} {inner['inside']}" if inner else text):
        fine, pointed = match["fine"] or match["before"], match["point"] or match["before_point"]
        usual = bool(pointed) or fine in _HALLMARKS
        return _fine(lexicon, match["name"] or match["named"], fine) if usual else None
    match = _KARATS.fullmatch(text)
    karats = match["before"] or match["karats"] if match else ""
    if match is None or not 0 < int(karats) <= _MOST_KARATS:
        return None
    return _fine(lexicon, match["name"] or match["named"], f"{karats} karat")


def _fine(lexicon: Lexicon, name: str, fineness: str) -> Reading | None:
    symbols = {each.symbol for each in lexicon.names_of(name)} or ({name} & _METALS)
    if len(symbols) != 1 or not symbols <= _METALS:
        return None
    by = By.SYMBOL if name in _METALS else By.NAME
    note = f"Read without its fineness, {fineness}."
    match = Resolution(by, variant=name if by is By.NAME else None, note=note)
    return with_heading(found(symbols.pop(), match), Heading(form=f"fineness {fineness}"))
