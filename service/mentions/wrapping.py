"""What stands around a mention in a table: marks, brackets, labels, units, its other name."""

import re
from dataclasses import dataclass

from service.mentions.homographs import before_a_noun, is_english, other_meanings

_QUOTES = "\"'`‘’‚‛“”„‟«»‹›「」『』"
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">", "【": "】", "《": "》"}
_AFTER = ",;:*†‡"
_BEFORE = r"chemical element|element|elemental|metallic|symbol|total|dissolved"
_BEHIND = r"metal|element|tot(?:al)?|diss(?:olved)?|unwrought|content|concentration"
_LABELLED = re.compile(
    rf"(?:(?:{_BEFORE})(?: ?[:=] ?| |_)|metal ?[:=] ?)(?P<last>.+)"
    rf"|(?P<first>.+?)(?P<between> |, ?|[_-]| ?[(\[])(?:{_BEHIND})[)\]]?",
    re.IGNORECASE,
)
_UNIT = (
    r"(?:[wv]t\.?|at\.?|mol)?[ _]?(?:%|pct|per ?cent)|pp[mbt]|g/t|gpt|oz/s?t(?:on)?"
    r"|[mμun]?g[/_]?(?:k?g|[dm]?l|m3)|[mμun]?mol/l|г/т|мк?г/(?:к?г|д?м3|л)"
)
_A_UNIT = re.compile(rf"{_UNIT}|[vw]%", re.IGNORECASE)
_WITH_UNIT = re.compile(
    rf"(?P<first>.+?)(?P<between>[ ,_-]+| ?[(\[]|(?=%))(?P<behind>{_UNIT})[)\]]?"
    rf"|(?P<before>{_UNIT})[ _](?P<last>.+)|%(?P<percent>.+)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"([^()\[\]]+?) ?[(\[]([^()\[\]]+)[)\]]")
_NUMBERED = re.compile(r"([0-9]{1,3})[.)]? ([^\W\d].*)")
_BETWEEN = re.compile(r" ?[,;:|/=&+] ?| - | and ", re.IGNORECASE)
_MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Wrapped:
    """What stands inside.

    Attributes:
        text: the mention itself.
        note: what was read past.
        quoted: whether all that was read past are quotation marks: only there may a symbol in
            another case be read, for ``(s)`` says solid.
        symbol: whether an exact symbol may: ``No.`` says number, ``(V)`` five.
        doubts: what an exact symbol there could mean besides.
    """

    text: str
    note: str
    quoted: bool = False
    symbol: bool = True
    doubts: tuple[str, ...] = ()


def unwrapped(text: str) -> Wrapped | None:
    """Give what stands inside the outermost marks or label around a mention, if there are any.

    Args:
        text: the normalised mention.
    """
    inside, closing = text[1:-1].strip(), _BRACKETS.get(text[0])
    if text[0] in _QUOTES and text[-1] in _QUOTES and inside:
        return Wrapped(inside, "Read without its quotation marks.", quoted=True)
    if closing == text[-1] and inside:
        return Wrapped(inside, "Read without its brackets.", symbol=len(inside) > 1)
    if text[-1] == "." and (before := text.rstrip(". ")):
        return Wrapped(before, "Read without its full stop.", symbol=False)
    if text[-1] in _AFTER and (before := text.rstrip(_AFTER + " ")):
        symbol = text[-1] != ":" or not is_english(before)
        return Wrapped(before, f"Read without the {text[-1]!r} behind it.", symbol=symbol)
    return _labelled(text) or _with_unit(text)


def _labelled(text: str) -> Wrapped | None:
    match = _LABELLED.fullmatch(text)
    if not match:
        return None
    inside = match["last"] or match["first"]
    if not _named(inside):
        return None
    symbol = match["between"] not in {" ", "-"} or not before_a_noun(inside)
    return Wrapped(inside, "The classification is the element's.", symbol=symbol)


def _with_unit(text: str) -> Wrapped | None:
    match = _WITH_UNIT.fullmatch(text)
    if not match or _A_UNIT.fullmatch(text):
        return None
    unit = match["behind"] or match["before"] or "%"
    inside = match["first"] or match["last"] or match["percent"]
    if not _named(inside):
        return None
    phrase = match["between"] == " " and before_a_noun(inside)
    doubts = other_meanings(inside) if phrase else ()
    return Wrapped(inside.strip(), f"Read without the unit, {unit}.", doubts=doubts)


def _named(text: str) -> bool:
    """Say whether it has a letter: a number with a unit or a total is an amount."""
    return any(letter.isalpha() for letter in text)


def parts(text: str) -> list[str]:
    """Give the mentions that stand side by side in one, ``Scandium (Sc)`` or ``Fe, Cu``, if any do.

    Args:
        text: the normalised mention.
    """
    if match := _BRACKETED.fullmatch(text) or _NUMBERED.fullmatch(text):
        found = list(match.groups())
    else:
        found = _BETWEEN.split(text)
        found = found if len(found) > 1 else text.split("-")
    found = [part.strip() for part in found]
    return found if 1 < len(found) <= _MOST_PARTS and all(found) else []
