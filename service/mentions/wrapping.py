"""What stands around a mention in a table: quotation marks, brackets, labels, its other name."""

import re
from dataclasses import dataclass

_QUOTES = "\"'`‘’‚‛“”„‟«»‹›「」『』"
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">", "【": "】", "《": "》"}
_AFTER = ",;:*†‡"
_LABELLED = re.compile(
    r"(?:chemical element|element|elemental|metallic) (?P<last>.+)|(?P<first>.+) (?:metal|element)",
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
        folded: whether a symbol in another case may be read there: ``(s)`` says solid.
        symbol: whether an exact symbol may: ``No.`` says number, ``(V)`` five.
    """

    text: str
    note: str
    folded: bool = False
    symbol: bool = True


def unwrapped(text: str) -> Wrapped | None:
    """Give what stands inside the outermost marks or label around a mention, if there are any.

    Args:
        text: the normalised mention.
    """
    inside, closing = text[1:-1].strip(), _BRACKETS.get(text[0])
    if text[0] in _QUOTES and text[-1] in _QUOTES and inside:
        return Wrapped(inside, "Read without its quotation marks.", folded=True)
    if closing == text[-1] and inside:
        return Wrapped(inside, "Read without its brackets.", symbol=len(inside) > 1)
    if text[-1] == "." and (before := text.rstrip(". ")):
        return Wrapped(before, "Read without its full stop.", symbol=False)
    if text[-1] in _AFTER and (before := text.rstrip(_AFTER + " ")):
        return Wrapped(before, f"Read without the {text[-1]!r} behind it.")
    if " " in text and (match := _LABELLED.fullmatch(text)):
        return Wrapped(match["last"] or match["first"], "The classification is the element's.")
    return None


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
