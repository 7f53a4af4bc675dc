"""Surroundings of a mention in a table: marks, brackets, labels, units."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from service.mentions.language.homographs import (
    NO_ABUNDANCE,
    before_a_noun,
    is_english,
    other_meanings,
)
from service.mentions.language.qualifiers import Heading, qualifier
from service.mentions.language.units import unit
from service.mentions.reading import (
    Reading,
    found,
    read_as,
    unknown,
    with_heading,
    with_note,
    with_warnings,
)
from service.model import By, Element

_QUOTES = "\"'`‘’‚‛“”„‟«»‹›「」『』"
_OPENS = re.compile(rf"(?:^|[ ,;:|/=&+(\[-])[{_QUOTES}][^ )\]{_QUOTES}][^{_QUOTES}]*$")
"""A quotation mark that opens and is not closed."""
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">", "【": "】", "《": "》"}
_AFTER = ",;:*†‡"
_LABELLED = re.compile(
    r"(?:chemical element|element|elemental|metallic|symbol)(?: ?[:=] ?| |_)(?P<named>.+)"
    r"|(?:(?:heavy|total|dissolved|trace) )?(?:metals?|minerals?|elements?)(?: ?[:=] ?| - )"
    r"(?P<metal>.+)|(?P<part>total|dissolved)(?: ?[:=] ?| |_)(?P<measured>.+)"
    r"|(?P<first>.+?)(?P<between> - | |, ?|[_-]| ?(?P<open>[(\[]))(?:metal|element|unwrought"
    r"|(?P<quantity>tot(?:al)?|diss(?:olved)?|content|concentration))(?(open)[)\]]?)",
    re.IGNORECASE,
)
_UNIT = (
    r"(?:[wv]t\.?|at\.?|mol)?[ _]?(?:%|pct|per ?cent)|pp[mbt]|g/t|gpt|oz/s?t(?:on)?"
    r"|[mμun]?g[/_]?(?:k?g|[dm]?l|m3)|[mμun]?mol/l|г/т|мк?г/(?:к?г|д?м3|л)"
)
_WITH_UNIT = re.compile(
    rf"(?P<first>.+?)(?P<between>[ ,_-]{{1,4}}| ?(?P<open>[(\[])|(?=%))"
    rf"(?P<behind>{_UNIT})(?(open)[)\]]?)"
    rf"|(?P<before>{_UNIT})[ _](?P<last>.+)|%(?P<percent>.+)",
    re.IGNORECASE,
)

UNSURE = frozenset({By.SYMBOL_CASE_FOLDED, By.ATOMIC_NUMBER})
"""``(s)`` says solid, and ``(5)`` counts."""
ONLY_NAMES = frozenset(set(By) - {By.NAME, By.FORMER_NAME})
"""All readings but names: none of them among words of trade."""
_NO_SYMBOL = UNSURE | {By.SYMBOL}
_NUMBER = frozenset({By.ATOMIC_NUMBER})
_CALLED = {By.ATOMIC_NUMBER: "number", By.NAME: "name"}
_NAMED = {By.SYMBOL, By.NAME, By.FORMER_NAME, By.SYMBOL_CASE_FOLDED}


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A mention inside its surroundings.

    Attributes:
        whole: the text with what stands around it.
        text: the mention itself.
        note: what was read past.
        refused: by what it may not be recognised there: ``No.`` says number, ``(V)`` five.
        natural: whether an element of which no natural abundance is listed is doubted there.
        doubts: what an exact symbol there could mean besides.
        heading: what stands around it, in the terms of a heading.
        charge: of an ion, where words around the element say it.
        warning: what holds of an element there, however it is written.
        element: whether a material inside would be another thing with them: oil mist is no oil.
    """

    whole: str
    text: str
    note: str
    refused: frozenset[By] = UNSURE
    natural: bool = False
    doubts: tuple[str, ...] = ()
    warning: str = ""
    heading: Heading = field(default_factory=Heading)
    charge: int | None = None
    element: bool = False


def unwrapped(text: str, *, heads: bool = False) -> Wrapped | None:
    """Give what stands inside the outermost marks or label around a mention, if there are any.

    Args:
        text: the normalised mention.
        heads: whether it heads a column, so that ``In total`` opens no phrase.
    """
    if inside := _quoted(text):
        return Wrapped(text, inside, "Read without its quotation marks.", refused=frozenset())
    if inside := _bracketed(text):
        refused = UNSURE if len(inside) > 1 else _NO_SYMBOL
        doubts = other_meanings(inside) if is_english(inside) else ()
        return Wrapped(text, inside, "Read without its brackets.", refused, doubts=doubts)
    if text[-1] == "." and (before := text.rstrip(". ")):
        return Wrapped(text, before, "Read without its full stop.", _NO_SYMBOL)
    if text[-1] in _AFTER and (before := text.rstrip(_AFTER + " ")):
        short = text[-1] == ":" and (len(before) == 1 or is_english(before))
        note = f"Read without the {text[-1]!r} behind it."
        return Wrapped(text, before, note, _NO_SYMBOL if short else UNSURE)
    return _labelled(text, heads=heads) or _with_unit(text, heads=heads)


def _quoted(text: str) -> str:
    """Give what one pair of quotation marks surrounds: not both of "Fe", "Cu"."""
    inside = text[1:-1].strip()
    surrounded = text[0] in _QUOTES and text[-1] in _QUOTES and not _OPENS.search(inside)
    return inside if surrounded else ""


def _bracketed(text: str) -> str:
    """Give what one pair of brackets surrounds: not both of [Fe], [Cu]."""
    inside = text[1:-1].strip()
    surrounded = _BRACKETS.get(text[0]) == text[-1]
    return inside if surrounded and inside.rfind(text[0]) <= inside.rfind(text[-1]) else ""


def _labelled(text: str, *, heads: bool) -> Wrapped | None:
    match = _LABELLED.fullmatch(text)
    if not match:
        return None
    inside = match["named"] or match["metal"] or match["measured"] or match["first"]
    natural = bool(match["measured"] or match["quantity"])
    phrase = not heads and match["between"] in {" ", "-"} and before_a_noun(inside)
    tabular = heads or (match["between"] or "").strip() in {"_", ","}
    refused = _NO_SYMBOL if phrase else _NUMBER if tabular and natural else UNSURE
    if natural and len(inside) == 1:
        refused |= {By.ISOTOPE}
    qualifying = qualifier(match["part"] or match["quantity"] or "")
    heading = qualifying.heading if qualifying else Heading()
    note = "The classification is the element's."
    return Wrapped(text, inside, note, refused, natural, heading=heading)


def _with_unit(text: str, *, heads: bool) -> Wrapped | None:
    match = _WITH_UNIT.fullmatch(text)
    if not match or unit(text):
        return None
    written = match["behind"] or match["before"] or "%"
    inside = (match["first"] or match["last"] or match["percent"]).strip()
    phrase = not heads and match["between"] == " " and before_a_noun(inside)
    refused = UNSURE if phrase else _NUMBER
    if len(inside) == 1:
        refused |= {By.ISOTOPE}
    doubts = other_meanings(inside) if phrase else ()
    note = f"Read without the unit, {written}."
    heading = Heading(unit=unit(written))
    return Wrapped(text, inside, note, refused, natural=True, doubts=doubts, heading=heading)


def as_wrapped(reading: Reading, wrapped: Wrapped, elements: Mapping[str, Element]) -> Reading:
    """Give the reading of a whole: that of what stands inside, with its doubts, or refused.

    Args:
        reading: the reading of what stands inside.
        wrapped: what stands around it.
        elements: the elements, by symbol.
    """
    match, symbol = reading.resolution, reading.symbol
    if match is None or symbol is None or match.by is By.FORMULA:
        if reading.material and wrapped.warning:
            reading = with_warnings(reading, (wrapped.warning,))
        return with_heading(reading, wrapped.heading)
    element = elements[symbol]
    if _doubtful(match.by, wrapped, element):
        what = _CALLED.get(match.by, "symbol")
        other = f"{wrapped.whole!r} may be something other than a {what}: send the {what} alone."
        return unknown(other, (symbol,))
    if match.by is By.SYMBOL:
        unlisted = (NO_ABUNDANCE,) if wrapped.natural and not element.natural else ()
        doubts = read_as(element, (*wrapped.doubts, *unlisted))
        match = replace(match, warnings=(*match.warnings, *doubts))
    if wrapped.warning:
        match = replace(match, warnings=(*match.warnings, wrapped.warning))
    if wrapped.charge and match.by in _NAMED:
        match = replace(match, by=By.ION, charge=wrapped.charge)
    return with_heading(found(symbol, with_note(match, wrapped.note)), wrapped.heading)


def _doubtful(by: By, wrapped: Wrapped, element: Element) -> bool:
    """Say whether what stands inside is more likely something else than what it was read as."""
    if by is By.ATOMIC_NUMBER and wrapped.text[0].isalpha():
        return False
    unlisted = wrapped.natural and not element.natural
    return by in wrapped.refused or (unlisted and by is By.SYMBOL_CASE_FOLDED)
