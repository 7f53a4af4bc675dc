"""Reads, with a warning, an element beside words that are not known: ``Mix_Au_g_t``."""

import re
from collections.abc import Iterable

from service.mentions.language.analytes import no_element
from service.mentions.language.homographs import before_a_noun, other_meanings
from service.mentions.language.qualifiers import qualifier
from service.mentions.language.units import price
from service.mentions.lexicon import Lexicon
from service.mentions.reading import Reading, Resolution, found, read_as
from service.model import By

_MOST_WORDS = 2
_TAGGED = re.compile(r"(?P<inside>.+?) ?[(\[](?P<tag>[^\W\d]+_[^\W\d]+)[)\]]")
"""A code of the table in brackets: ``Lead (and its compounds)(NPRI_Release)``."""
_TOKEN = re.compile(r"[^ _]+")
_WORD = re.compile(r"[^\W\d_]{2,}\.?|[^\W\d_a-zA-Z]")
_LENGTH = 2
"""Of a symbol: one letter alone is most often something else."""
_CHANGES = {
    *("ratio", "eq", "equiv", "equivalent", "index", "hardness", "sat", "saturation"),
    *("recovery", "rec", "balance", "binding", "capacity", "oxide", "oxides", "carbonate"),
    *("sulfide", "sulphide", "acid", "salt", "salts", "cost", "time", "number"),
    *("no", "id", "code", "difference", "diff", "deficit", "excess", "loss", "removal"),
    *("deficiency", "factor", "coefficient", "coef", "rate", "change", "bound", "based"),
    *("pi", "free", "containing", "bearing", "rich", "demand", "temp", "temperature"),
    *("pressure", "отношение", "эквивалент", "индекс", "коэффициент", "извлечение"),
}
"""Words that make another quantity of what they stand beside."""


def read_doubted(lexicon: Lexicon, text: str, units: Iterable[str]) -> Reading | None:
    """Read the one element that stands beside unknown words and a unit; None where there is none.

    Args:
        lexicon: the spellings.
        text: the normalised heading without its unit.
        units: the units that were taken off: no concentration, no reading. Per cent is one behind
            a code, ``Cu_OK_%``, and not behind words.
    """
    tokens = _TOKEN.findall(text)
    measured = {each for each in units if not price(each)}
    concentration = {each for each in measured if "/" in each or each[:2] == "pp"}
    coded = "%" in set(units) and " " not in text
    if not 1 < len(tokens) <= _MOST_WORDS + 1 or not (concentration or coded):
        return None
    read = {token: _element(lexicon, token, named=bool(concentration)) for token in tokens}
    symbols = {symbol for symbol, _ in filter(None, read.values())}
    others = [token for token in tokens if not read[token]]
    if len(symbols) != 1 or len(others) == len(tokens) or not all(map(_unknown, others)):
        return None
    if any(lexicon.material(each) or lexicon.names_of(each) for each in others):
        return None
    if "_" not in text and any(map(before_a_noun, tokens)):
        return None
    symbol, by = next(filter(None, read.values()))
    beside = " ".join(others)
    doubt = f"{beside!r} is not known here and may name another quantity."
    warnings = read_as(lexicon.elements[symbol], (doubt,))
    return found(symbol, Resolution(by, warnings=warnings))


def changes(word: str) -> bool:
    """Say whether a word makes another quantity of what it stands beside: ``ratio``, ``index``."""
    return word.casefold() in _CHANGES


def tagged(text: str) -> tuple[str, str] | None:
    """Give a heading without the table's own code in brackets behind it, and the doubt it raises.

    None where there is no code, or where it says another quantity: ``Zn (price_usd)``.

    Args:
        text: the normalised heading.
    """
    match = _TAGGED.fullmatch(text)
    if match is None or _CHANGES & set(match["tag"].casefold().split("_")):
        return None
    return match["inside"], f"{match['tag']!r} is not known here and may name another quantity."


def _element(lexicon: Lexicon, token: str, *, named: bool) -> tuple[str, By] | None:
    """Give the element that a word names beyond doubt: an exact symbol, or a name."""
    if token in lexicon.elements:
        return (token, By.SYMBOL) if len(token) == _LENGTH else None
    symbols = {each.symbol for each in lexicon.names_of(token)}
    sure = named and len(symbols) == 1 and not other_meanings(token)
    return (symbols.pop(), By.NAME) if sure else None


def _unknown(token: str) -> bool:
    """Say whether a word has no known meaning: then it may be the table's own."""
    word = token.casefold().rstrip(".")
    meaningful = word in _CHANGES or no_element(token) or (qualifier(token) and len(word) > 1)
    return bool(_WORD.fullmatch(token)) and not meaningful
