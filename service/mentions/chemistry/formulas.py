"""The elements in a chemical formula. Amounts are read past: what counts is which elements.

Parsers in public packages were tried on mineral formulas and drop elements in silence
(``(Ce,La)PO4``, ``Nd₂Fe₁₄B``), so this one is ours: it knows element symbols and punctuation,
and refuses everything else by position.
"""

import re
import unicodedata
from collections.abc import Container

LIMIT = 500
"""Longest formula in characters."""
DEPTH = 20
"""Deepest nesting of brackets."""
PLACEHOLDERS = {
    "REE": "any rare-earth element",
    "RE": "any rare-earth element",
    "Ln": "any lanthanoid",
    "An": "any actinoid",
    "M": "any metal",
    "X": "any halogen or anion",
    "R": "any group of atoms",
    "Tx": "any groups at a surface",
}
"""Symbols that stand for several elements: refused, with what they stand for."""

_TOKEN = re.compile(
    r"""
    (?P<placeholder>REE)
  | (?P<state>\((?:aq|cr|s|l|g)\)|\[box\])
  | (?P<symbol>[A-Z][a-z]?)
  | (?P<open>[(\[{])
  | (?P<close>[)\]}])
  | (?P<amount>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+|/[0-9]+(?![A-Za-z(]*/))?|[xyzδ×]
      |(?<=[-±])(?:delta|d)(?![a-z])
      |(?<=[)\]}])n|[nm](?=\(?H2O)|[±∼~])
  | (?P<charge>\^[0-9]*[+-]+\^?|[+-]+)
  | (?P<mark>[,;:·•*∗⋅.□_@/\s])
    """,
    re.VERBOSE,
)
_CODE = re.compile(r"0[0-9]+(?![.0-9])")
"""Such an amount belongs to a code: C01902."""
_LONG_CODE = re.compile(r"[A-Z][a-z]?[0-9]{4,}")
_BEHIND = re.compile(r"[ _]\((?!SCN|OCN)[A-Z]{3,6}\)$|(?<=[A-Z])[ _]\([0-9]+\)$")
"""An abbreviation or a number of its own: ``BaTiO3 (BTO)``, ``ISO (9001)``."""
_PHASE = re.compile(r"(?:[α-ω]|alpha|beta|gamma|delta|theta|kappa)['′]?-(?=[A-Z(])")
"""The phase of a compound, before its formula: γ-Al2O3."""
_ISOTOPES = {"D": "H", "T": "H"}
_TOTAL = re.compile(r"(FeO|Fe2O3)[ _]?(?:\((?:t|tot|total)\)|t|tot|total|\*)", re.IGNORECASE)
"""All the iron there is, given as one oxide: FeOt, Fe2O3T."""
_PAIRS = {")": "(", "]": "[", "}": "{"}


class FormulaError(ValueError):
    """The text is no formula; ``position`` counts characters from 1."""

    def __init__(self, reason: str, position: int) -> None:
        """Keep the reason and the place."""
        self.reason, self.position = reason, position
        super().__init__(f"{reason} (at character {position})")


def elements_in(formula: str, symbols: Container[str]) -> tuple[str, ...]:
    """Give the symbols in a formula, each once, in the order in which they stand.

    Args:
        formula: such as ``Nd2Fe14B``, ``(Ce,La)PO4``, ``CuSO4·5H2O``, with sub- and superscripts.
        symbols: the symbols that exist.

    Raises:
        FormulaError: it is empty, too long or too deep, its brackets do not pair, or something
            in it is neither an element's symbol nor punctuation of formulas.
    """
    if len(formula) > LIMIT:
        raise FormulaError(f"A formula has at most {LIMIT} characters", LIMIT + 1)
    text = unicodedata.normalize("NFKC", formula).replace("−", "-").replace("–", "-")
    text = total_iron(text) or text
    if behind := _BEHIND.search(text):
        raise FormulaError(f"{behind[0][1:]} is no part of a formula", behind.start() + 2)
    elements: dict[str, None] = {}
    brackets: list[str] = []
    position = phase.end() if (phase := _PHASE.match(text)) else 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise FormulaError(f"{text[position]!r} is no part of a formula", position + 1)
        token = match.group()
        if _CODE.match(token) or _LONG_CODE.fullmatch(text):
            raise FormulaError(f"{text[:20]} is a code: no amount is so written", position + 1)
        if match.lastgroup in ("symbol", "placeholder"):
            token, read = _symbol(token, symbols, position)
            elements[read] = None
        elif match.lastgroup in ("open", "close"):
            _bracket(token, brackets, position)
        position += len(token)
    if brackets:
        raise FormulaError(f"{brackets[-1]!r} is not closed", len(text))
    if not elements:
        raise FormulaError("There is no element in it", 1)
    return tuple(elements)


def total_iron(text: str) -> str | None:
    """Give the oxide in which a text gives all the iron there is: Fe2O3 of ``FE2O3T``."""
    total = _TOTAL.fullmatch(text)
    return total[1].upper().replace("FE", "Fe") if total else None


def _symbol(token: str, symbols: Container[str], position: int) -> tuple[str, str]:
    """Give what is used up and whose it is: the longer symbol, or one before a variable."""
    if token in PLACEHOLDERS:
        reason = f"{token} stands for {PLACEHOLDERS[token]}: name the element"
        raise FormulaError(reason, position + 1)
    if token in symbols:
        return token, token
    first = _ISOTOPES.get(token[0], token[0])
    if first in symbols and token[1:] in ("", "x", "y", "z"):
        return token[0], first
    raise FormulaError(f"{token!r} is no element's symbol", position + 1)


def _bracket(token: str, brackets: list[str], position: int) -> None:
    if token not in _PAIRS:
        brackets.append(token)
        if len(brackets) > DEPTH:
            raise FormulaError(f"Brackets are nested deeper than {DEPTH}", position + 1)
    elif not brackets or brackets.pop() != _PAIRS[token]:
        raise FormulaError(f"{token!r} closes nothing", position + 1)
