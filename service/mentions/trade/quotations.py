"""Takes off what a quotation says beside a name: ``LME Nickel 3M``, ``Tin, US$ per pound``."""

import re

from service.mentions.language.qualifiers import Heading
from service.mentions.language.trade_words import MARKET, TRADE
from service.mentions.language.units import price, unit
from service.mentions.wrapping import ONLY_NAMES, UNSURE, Wrapped

_MARKET = re.compile(r"market (?:group )?for (.+)", re.IGNORECASE)
"""The name of a flow in inventories of life cycles."""
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DELIVERED = re.compile(
    rf"(?P<name>[^\W\d_].+?),? (?P<terms>{_MONTH}[-' ]?[0-9]{{2,4}}|\({_MONTH}\))", re.IGNORECASE
)
"""A contract by its month: ``Copper Mar 25``."""
_IN_CURRENCY = re.compile(r"(?P<name>X(?:AU|AG|PT|PD))[-_/ ]?(?P<terms>[A-Z]{3})")
"""The code of a precious metal beside that of a currency, by ISO 4217: ``XAU/USD``."""
_FUTURES = re.compile(
    r"(?P<name>[\u3400-\u9fff]+?)"
    r"(?P<terms>主力(?:合约)?|连续|主连|连[一二三四]|加权|期货|现货|(?<=[\u3400-\u9fff])[0-9]{3,4})"
)
"""Contracts of Chinese exchanges: ``沪铝主力``, ``沪铜2401``."""
_TERMS = {"spot", "cash", "3m", "3-month", "three-month"}
"""Terms of delivery, of which one is enough: ``Gold spot``."""
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?%?")
_LONGEST_PRICE = 5
_ANOTHER = re.compile(
    r"alloy|compound|plate|oxide|hydroxide|carbonate|chlorid|sul(?:f|ph)|acid|scrap", re.IGNORECASE
)
"""Words that make another product of what is named."""


def quoted(text: str) -> Wrapped | None:
    """Take off where a thing is traded, and what is said with its price.

    Args:
        text: the normalised mention.
    """
    if match := _MARKET.fullmatch(text):
        return Wrapped(text, match[1], "Read without 'market for'.", ONLY_NAMES)
    if contract := _contract(text):
        return contract
    name, separator, terms = text.partition(", ")
    if not separator:
        return _at_an_exchange(text)
    if not (_is_priced(terms) or _is_quotation(terms, name)):
        return None
    note = f"Read without the market, {terms}."
    return Wrapped(text, name, note, ONLY_NAMES, heading=Heading(form=terms))


def _contract(text: str) -> Wrapped | None:
    """Take off the month of a contract, or the currency beside the code of a metal."""
    for pattern in (_FUTURES, _IN_CURRENCY, _DELIVERED):
        if match := pattern.fullmatch(text):
            form = Heading(form=match["terms"])
            note = f"Read without {match['terms']!r}."
            return Wrapped(text, match["name"], note, UNSURE, heading=form)
    return None


def _is_quotation(terms: str, name: str) -> bool:
    """Say whether all words are those of a quotation: ``LME spot price, CIF European ports``."""
    said = name.casefold().split()
    words = [word for part in terms.split(", ") if not unit(part) for word in part.split()]
    words = [word for word in words if word.casefold() not in said]
    return "market" in map(_of_market, words) and all(map(_of_market, words))


def _is_priced(terms: str) -> bool:
    """Say whether terms end with a price, and name no other product: ``ex-mine, US$ per pound``."""
    words = terms.split(" ")
    priced = any(price(" ".join(words[-length:])) for length in range(1, _LONGEST_PRICE + 1))
    return priced and not _ANOTHER.search(terms)


def _of_market(word: str) -> str | None:
    """Say what a word of a quotation says: the market, or a detail of it or of the thing."""
    small = word.casefold().rstrip(".")
    kind = MARKET.get(small) or TRADE.get(small)
    return "market" if kind == "exchange" else kind or ("detail" if _FIGURE.fullmatch(word) else "")


def _at_an_exchange(text: str) -> Wrapped | None:
    """Take off an exchange and what is said with it: ``LME Nickel 3M``, ``Blei LME``."""
    words = text.split(" ")
    kinds = [MARKET.get(word.casefold()) for word in words]
    names = [index for index, kind in enumerate(kinds) if not kind]
    if not names:
        return None
    first, last = names[0], names[-1] + 1
    behind = kinds[last:] if first == 0 else []
    at_once = {word.casefold() for word in words[:first] + words[last:]} & _TERMS
    if not (at_once or "exchange" in kinds or (len(behind) > 1 and "market" in behind)):
        return None
    around = " ".join(words[:first] + words[last:])
    note = f"Read without the exchange, {around}."
    name = " ".join(words[first:last])
    refused = UNSURE if "exchange" in kinds else ONLY_NAMES
    return Wrapped(text, name, note, refused, heading=Heading(form=around))
