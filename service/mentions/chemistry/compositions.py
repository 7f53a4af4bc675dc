"""Compositions of alloys: ``Ti-6Al-4V``, ``63Sn/37Pb``, ``Cu 60%, Zn 40%``, ``Nd-Fe-B``."""

import re

from service.mentions.language.text import normalise
from service.mentions.lexicon import Lexicon
from service.mentions.reading import Reading, Share
from service.model import Outcome

LIMIT = 500
_AMOUNT = r"[0-9]{1,3}(?:\.[0-9]+)?"
_PERCENT = r" ?(?:wt\.?|w/w|mass)? ?(?:%|pct|percent)? ?(?:wt|w/w)?"
_BASE = re.compile(rf"([A-Z][a-z]?)((?:-{_AMOUNT}[A-Z][a-z]?)+)")
_ADDED = re.compile(rf"-({_AMOUNT})([A-Z][a-z]?)")
_BETWEEN = re.compile(r" ?(?://|[,;/|+-]|\band\b) ?|(?<=[a-z]) (?=[0-9.]+[A-Z])")
_PART = re.compile(
    rf"(?P<before>{_AMOUNT}){_PERCENT} ?(?P<named>[^\W\d_]+)"
    rf"|(?P<first>[^\W\d_]+)(?: ?[:=])? ?(?P<behind>{_AMOUNT}){_PERCENT}|(?P<alone>[^\W\d_]+)"
)
_SHAPES = (
    r"nano\w+|films?|thin films?|NPs?|QDs?|powders?|monolayers?|bulk|composites?|glass|ceramics?"
    r"|single crystals?|bcc|fcc|hcp|anatase|amorphous|cubic|tetragonal|monoclinic|hexagonal"
)
_LABEL = re.compile(
    r"(?P<formula>[^ ]*[A-Z][a-z]?[0-9.]*[A-Z][^ ]*?)"
    rf"[ _]?(?:\((?P<label>[^()]{{2,40}})\)|(?<= )(?P<word>(?i:{_SHAPES})))"
)
"""Words behind a formula in papers: its abbreviation, shape or structure."""
_APART = re.compile(r"[,;]|\band\b")
"""Between things side by side, where no amounts are given: ``Gold, Silver``."""
_WHOLE = 100.0
_ROUNDED = 2.0


def read_composition(lexicon: Lexicon, typed: str, *, strict: bool = False) -> Reading | None:
    """Read the elements of an alloy, with per cent by weight where given; None if it is none.

    Args:
        lexicon: the spellings.
        typed: the composition as it came.
        strict: take exact symbols only, and no names.
    """
    text = normalise(typed)
    if len(text) > LIMIT:
        return None
    shares = _with_base(lexicon, text) or _listed(lexicon, text, strict=strict)
    if shares is None or len(shares) < 2:  # noqa: PLR2004 - of one part
        return None
    symbols = tuple(share.thing for share in shares)
    given = [share.weight_percent for share in shares if share.weight_percent is not None]
    warnings = ("The numbers are read as per cent by weight.",) if given else ()
    kind = "composition" if given or not _APART.search(text) else "several"
    return Reading(Outcome.OK, None, symbols, warnings=warnings, kind=kind, contains=shares)


def unlabelled(typed: str, outcome: Outcome) -> tuple[str, tuple[str, ...]]:
    """Give a formula without what papers write behind it, and a warning: ``LiCoO2 (LCO)``.

    Args:
        typed: the formula as it came.
        outcome: of reading it as it came; where it was read, it is given back.
    """
    text = normalise(typed) if outcome is not Outcome.OK and len(typed) <= LIMIT else ""
    match = _LABEL.fullmatch(text)
    if match is None:
        return typed, ()
    return match["formula"], (f"Read without {match['label'] or match['word']!r} behind it.",)


def _with_base(lexicon: Lexicon, text: str) -> tuple[Share, ...] | None:
    """Read a base metal and what is added to it: the base makes up the rest."""
    match = _BASE.fullmatch(text)
    if not match:
        return None
    added = [Share(symbol, float(amount)) for amount, symbol in _ADDED.findall(match[2])]
    base_percent = round(_WHOLE - sum(share.weight_percent or 0 for share in added), 6)
    shares = (Share(match[1], base_percent), *added)
    are_elements = all(share.thing in lexicon.elements for share in shares)
    unlike = len({share.thing for share in shares}) == len(shares)
    return shares if are_elements and unlike and base_percent > 0 else None


def _listed(lexicon: Lexicon, text: str, *, strict: bool) -> tuple[Share, ...] | None:
    """Read elements side by side; amounts are a composition where they add up, or say per cent."""
    shares: list[Share] = []
    for part in _BETWEEN.split(text):
        match = _PART.fullmatch(part.strip())
        if match is None:
            return None
        spelt = match["named"] or match["first"] or match["alone"]
        symbol = _symbol(lexicon, spelt, strict=strict)
        amount = match["before"] or match["behind"]
        if symbol is None or symbol in {share.thing for share in shares}:
            return None
        shares.append(Share(symbol, float(amount) if amount else None))
    total = sum(share.weight_percent or 0 for share in shares)
    adds_up = abs(total - _WHOLE) <= _ROUNDED or "%" in text or "wt" in text
    return tuple(shares) if total == 0 or (adds_up and total <= _WHOLE + _ROUNDED) else None


def _symbol(lexicon: Lexicon, text: str, *, strict: bool) -> str | None:
    if strict or text in lexicon.elements:
        return text if text in lexicon.elements else None
    names = {name.symbol for name in lexicon.names_of(text) if name.kind != "isotope"}
    return names.pop() if len(names) == 1 else None
