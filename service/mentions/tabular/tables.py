"""The heads of one table together: what the others are tells what a doubtful one means."""

import re
from collections.abc import Callable, Mapping, Sequence

from service.mentions.language.qualifiers import Heading
from service.mentions.lexicon import Lexicon
from service.mentions.reading import (
    Reading,
    Resolution,
    found,
    read_as,
    unknown,
    with_heading,
    with_warnings,
)
from service.mentions.tabular.doubted import changes
from service.model import By, Element, Outcome

_ENOUGH = 4
"""Heads alike that make it likely that all are meant alike."""
_MANY = 8
_BESIDE = {
    "Y": ({"X"}, "a coordinate, as X heads another column"),
    "y": ({"x"}, "a coordinate, as x heads another column"),
    "Hg": ({"Ha", "Hb", "Hd"}, "the line H-gamma, as other lines of hydrogen head columns"),
}
"""Heads that mean something else where another one stands in the table."""
_TAGS = (
    re.compile(r"(?P<inside>.+)[ _.](?P<tag>[^\W\d_][^\W_]{0,9})"),
    re.compile(r"(?P<tag>[^\W\d_][^\W_]{0,9})(?:[ _.]|: )(?P<inside>.+)"),
    re.compile(r"(?P<inside>.+?) ?\((?P<tag>[^()]+)\)"),
    re.compile(r"(?P<inside>[^_.]+)[_.](?P<tag>.+)"),
    re.compile(r"(?P<tag>.+)[_.](?P<inside>[^_.]+)"),
    re.compile(r"(?P<inside>[a-z]{1,2})(?P<tag>[a-z]{3,5})"),
    re.compile(r"(?P<inside>[A-Z0-9]{2,6})(?P<tag>[A-Z]{3})"),
)
_MINERALS = (
    "qz qtz kf kfs kfsp pl plg plag ol px cpx opx hbl amp amph bt bi ms mu chl gt grt st ky sil and"
    " crd ap zr zrn zirc rt ru ttn sph ep czo tm tur tour ilm mt mag hem sp spl cal dol gyp ill kao"
    " sme ctd mnz"
)
"""Usual abbreviations of minerals, by which tables of modes and of heavy minerals are headed."""
_ABBREVIATIONS = (
    (
        re.compile(_MINERALS.replace(" ", "|"), re.IGNORECASE),
        "Other headings abbreviate names of minerals: it may be one, too.",
    ),
    (re.compile(r"[A-Z]{2}"), "Other headings are codes of two letters: it may be one, too."),
)
_FEW = 8
"""Headings to one that is an element, where a bare symbol is likelier an abbreviation."""
_SMALLEST = 4
_TEMPERATURES = {"Ta", "Tb", "Tc", "Te", "Th", "Ti", "Tl", "Tm"}
_AIR = {"no2", "so2", "o3", "nox", "pm10", "pm2.5", "pm25"}


def together(
    heads: Sequence[str], readings: Sequence[Reading], elements: Mapping[str, Element]
) -> list[Reading]:
    """Give the readings of the heads of a table, with those that the others make certain.

    A symbol in small letters or capitals, such as ``co``, is read where at least four other heads
    are symbols in the same letters, none is that element, and no head is an air pollutant.
    Y beside X is asked about, and so is Hg beside Ha or Hb.

    Args:
        heads: the normalised heads, in their order.
        readings: what each was read as alone.
        elements: the elements, by symbol.
    """
    heard = set(heads)
    readings = [_beside(head, each, heard) for head, each in zip(heads, readings, strict=True)]
    readings = _alone(heads, readings, elements)
    readings = _among(heads, readings, elements)
    symbols: set[str | None] = {each.symbol for each in readings if each.symbol}
    if any(head.casefold() in _AIR for head in heads):
        return list(readings)
    small: set[str | None] = {
        r.symbol for h, r in zip(heads, readings, strict=True) if h.islower() and _alike(h, r)
    }
    large: set[str | None] = {
        r.symbol for h, r in zip(heads, readings, strict=True) if h.isupper() and _alike(h, r)
    }
    return [
        _certain(head, reading, small if head.islower() else large, symbols, elements)
        for head, reading in zip(heads, readings, strict=True)
    ]


def without_tags(
    heads: Sequence[str],
    readings: Sequence[Reading],
    lexicon: Lexicon,
    read: Callable[[str], Reading],
) -> list[Reading]:
    """Read, with a warning, unknown heads without a code that at least four have in common.

    ``SiO2_Gt``, ``MgO_Gt``; ``Soil_Cu``, ``Soil_Zn``. Heads of one letter do not count.

    Args:
        heads: the normalised heads, in their order.
        readings: what each was read as alone.
        lexicon: the spellings.
        read: reads one head.
    """
    readings = list(readings)
    for pattern in _TAGS:
        unread = [i for i, each in enumerate(readings) if each.outcome is Outcome.UNKNOWN]
        tags: dict[str, dict[int, str]] = {}
        for place in unread:
            if match := pattern.fullmatch(heads[place]):
                tags.setdefault(match["tag"], {})[place] = match["inside"]
        for tag, insides in tags.items():
            if len(insides) >= _ENOUGH and _is_tag(lexicon, tag, len(insides)):
                inner = together(
                    [*insides.values()], [*map(read, insides.values())], lexicon.elements
                )
                tagged = {
                    place: _tagged(each, tag) for place, each in zip(insides, inner, strict=True)
                }
                sure = [place for place, each in tagged.items() if each and len(insides[place]) > 1]
                if len(sure) >= _ENOUGH:
                    readings = [tagged.get(i) or each for i, each in enumerate(readings)]
    return readings


def _is_tag(lexicon: Lexicon, text: str, shared: int) -> bool:
    """Say whether headings share a code: a letter that is a symbol too, if very many share it."""
    if len(text) == 1 and shared >= _MANY:
        return True
    named = text in lexicon.elements or lexicon.names_of(text) or lexicon.formula(text)
    return not (named or changes(text))


def _tagged(reading: Reading, tag: str) -> Reading | None:
    if reading.outcome is not Outcome.OK:
        return None
    doubt = f"Read without {tag!r}, which other headings have too and is not known here."
    return with_warnings(with_heading(reading, Heading(form=tag)), (doubt,))


def _beside(head: str, reading: Reading, heads: set[str]) -> Reading:
    """Ask about a symbol where another head says that something else is meant."""
    others, meaning = _BESIDE.get(head, (set(), ""))
    if not reading.symbol or not others & heads:
        return reading
    return unknown(f"{head!r} may be {meaning}.", (reading.symbol,))


def _alone(
    heads: Sequence[str], readings: Sequence[Reading], elements: Mapping[str, Element]
) -> list[Reading]:
    """Doubt bare symbols where hardly another head is an element, or all may be temperatures."""
    read = [each.symbol for each in readings if each.symbol and not each.warnings]
    elements_in_all = sum(bool(each.symbol) for each in readings)
    few = len(read) * _FEW < len(heads) and elements_in_all * 2 < len(heads)
    if len(heads) < _SMALLEST or not (few or set(read) <= _TEMPERATURES):
        return list(readings)
    doubt = "Few headings of the table are elements: it may be an abbreviation."
    return _doubted(heads, readings, elements, doubt)


def _among(
    heads: Sequence[str], readings: Sequence[Reading], elements: Mapping[str, Element]
) -> list[Reading]:
    """Doubt symbols where others are no elements: ``zr`` beside ``rt``, ``RU`` beside ``US``."""
    readings = list(readings)
    for abbreviation, doubt in _ABBREVIATIONS:
        alike = [head if abbreviation.fullmatch(head) else "" for head in heads]
        others = {h for h, each in zip(alike, readings, strict=True) if h and not each.symbol}
        if len(others) >= _ENOUGH:
            readings = _doubted(alike, readings, elements, doubt)
    return readings


def _doubted(
    heads: Sequence[str], readings: Sequence[Reading], elements: Mapping[str, Element], doubt: str
) -> list[Reading]:
    """Add a doubt to the heads that are symbols alone."""
    return [
        with_warnings(reading, read_as(elements[reading.symbol], (doubt,)))
        if reading.symbol and _alike(head, reading)
        else reading
        for head, reading in zip(heads, readings, strict=True)
    ]


def _alike(head: str, reading: Reading) -> bool:
    """Say whether a head is a symbol alone, whatever its capitals."""
    return bool(reading.symbol) and head.casefold() == (reading.symbol or "").casefold()


def _certain(
    head: str,
    reading: Reading,
    alike: set[str | None],
    symbols: set[str | None],
    elements: Mapping[str, Element],
) -> Reading:
    suggested = reading.problem.suggestions if reading.problem else ()
    if reading.outcome is not Outcome.UNKNOWN or len(suggested) != 1 or len(alike) < _ENOUGH:
        return reading
    (symbol,) = suggested
    element = elements[symbol]
    if head.casefold() != symbol.casefold() or symbol in symbols or not element.natural:
        return reading
    count = len(alike)
    doubt = f"{count} other headings are symbols in such letters; alone, it would be asked about."
    match = Resolution(By.SYMBOL_CASE_FOLDED, warnings=read_as(element, (doubt,)))
    return found(symbol, match)
