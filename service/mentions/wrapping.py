"""What stands around a mention in a table: marks, brackets, labels, units, its other name."""

import re
from dataclasses import dataclass

from service.mentions.homographs import before_a_noun, is_english, other_meanings
from service.mentions.reading import By

_QUOTES = "\"'`‘’‚‛“”„‟«»‹›「」『』"
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">", "【": "】", "《": "》"}
_AFTER = ",;:*†‡"
_LABELLED = re.compile(
    r"(?:chemical element|element|elemental|metallic|symbol)(?: ?[:=] ?| |_)(?P<named>.+)"
    r"|metal ?[:=] ?(?P<metal>.+)|(?:total|dissolved)(?: ?[:=] ?| |_)(?P<measured>.+)"
    r"|(?P<first>.+?)(?P<between> |, ?|[_-]| ?[(\[])(?:metal|element|unwrought"
    r"|(?P<quantity>tot(?:al)?|diss(?:olved)?|content|concentration))[)\]]?",
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


_UNSURE = frozenset({By.SYMBOL_CASE_FOLDED, By.ATOMIC_NUMBER})
"""``(s)`` says solid, and ``(5)`` counts."""
_NO_SYMBOL = _UNSURE | {By.SYMBOL}


@dataclass(frozen=True, slots=True)
class Wrapped:
    """What stands inside.

    Attributes:
        text: the mention itself.
        note: what was read past.
        refused: by what it may not be recognised there: ``No.`` says number, ``(V)`` five.
        natural: whether an element of which no natural abundance is listed is doubted there.
        doubts: what an exact symbol there could mean besides.
    """

    text: str
    note: str
    refused: frozenset[By] = _UNSURE
    natural: bool = False
    doubts: tuple[str, ...] = ()


def unwrapped(text: str) -> Wrapped | None:
    """Give what stands inside the outermost marks or label around a mention, if there are any.

    Args:
        text: the normalised mention.
    """
    inside, closing = text[1:-1].strip(), _BRACKETS.get(text[0])
    if text[0] in _QUOTES and text[-1] in _QUOTES and inside:
        return Wrapped(inside, "Read without its quotation marks.", refused=frozenset())
    if closing == text[-1] and inside:
        refused = _UNSURE if len(inside) > 1 else _NO_SYMBOL
        doubts = other_meanings(inside) if is_english(inside) else ()
        return Wrapped(inside, "Read without its brackets.", refused, doubts=doubts)
    if text[-1] == "." and (before := text.rstrip(". ")):
        return Wrapped(before, "Read without its full stop.", _NO_SYMBOL)
    if text[-1] in _AFTER and (before := text.rstrip(_AFTER + " ")):
        short = text[-1] == ":" and (len(before) == 1 or is_english(before))
        note = f"Read without the {text[-1]!r} behind it."
        return Wrapped(before, note, _NO_SYMBOL if short else _UNSURE)
    return _labelled(text) or _with_unit(text)


def _labelled(text: str) -> Wrapped | None:
    match = _LABELLED.fullmatch(text)
    if not match:
        return None
    inside = match["named"] or match["metal"] or match["measured"] or match["first"]
    phrase = match["between"] in {" ", "-"} and before_a_noun(inside)
    refused = _NO_SYMBOL if phrase else _UNSURE
    natural = bool(match["measured"] or match["quantity"])
    if natural and len(inside) == 1:
        refused |= {By.ISOTOPE}
    return Wrapped(inside, "The classification is the element's.", refused, natural)


def _with_unit(text: str) -> Wrapped | None:
    match = _WITH_UNIT.fullmatch(text)
    if not match or _A_UNIT.fullmatch(text):
        return None
    unit = match["behind"] or match["before"] or "%"
    inside = (match["first"] or match["last"] or match["percent"]).strip()
    phrase = match["between"] == " " and before_a_noun(inside)
    refused = _UNSURE if phrase else frozenset({By.ATOMIC_NUMBER})
    if len(inside) == 1:
        refused |= {By.ISOTOPE}
    doubts = other_meanings(inside) if phrase else ()
    return Wrapped(inside, f"Read without the unit, {unit}.", refused, natural=True, doubts=doubts)


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
