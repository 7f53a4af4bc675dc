"""Every spelling that stands for an element, arranged for look-up."""

import re
from collections.abc import Iterable
from types import MappingProxyType

from rapidfuzz import fuzz, process

from service.mentions.text import key
from service.model import CollectiveTerm, Element, Name, Records

_SUGGESTIONS = 3
_NEARNESS = 75
_RANK = {"preferred": 0, "spelling": 1, "systematic": 2, "isotope": 3, "former": 4}
_TOKEN = re.compile(r"([A-Z][a-z]?)(\d*)")


class Lexicon:
    """Symbols, numbers, identifiers and names of the elements, and collective terms."""

    def __init__(self, records: Records) -> None:
        """Index the elements, names and terms."""
        elements = records.elements
        self.elements = MappingProxyType({element.symbol: element for element in elements})
        self.by_number = _index((str(e.atomic_number), e) for e in elements)
        self.by_cas = _index((e.cas, e) for e in elements)
        self.by_inchi = _index((e.inchi, e) for e in elements)
        self.by_inchikey = _index((e.inchikey, e) for e in elements)
        self.by_folded_symbol = _index((e.symbol.casefold(), e) for e in elements)
        self.by_name: dict[str, list[Name]] = {}
        languages = records.dataset.languages
        for name in sorted(
            records.names, key=lambda n: (_RANK[n.kind], languages.index(n.language))
        ):
            self.by_name.setdefault(key(name.text), []).append(name)
        self.terms: dict[str, CollectiveTerm] = {key(term.text): term for term in records.terms}
        self._spellings = list(self.by_name)

    def names_of(self, text: str, language: str | None = None) -> list[Name]:
        """Give the names a text can be, of one language or of all."""
        names = self.by_name.get(key(text), [])
        return [name for name in names if language in (None, name.language)]

    def formula(self, text: str) -> tuple[Element, ...]:
        """Give the elements of a text that reads whole as a simple formula, else nothing."""
        tokens = list(_TOKEN.finditer(text))
        if "".join(token.group() for token in tokens) != text:
            return ()
        symbols = [token.group(1) for token in tokens]
        known = [self.elements[symbol] for symbol in symbols if symbol in self.elements]
        counted = len(symbols) > 1 or any(token.group(2) for token in tokens)
        return tuple(dict.fromkeys(known)) if counted and len(known) == len(symbols) else ()

    def nearest(self, text: str) -> tuple[str, ...]:
        """Give at most three symbols of elements whose names are spelt nearly like the text."""
        close = process.extract(
            key(text), self._spellings, scorer=fuzz.ratio, score_cutoff=_NEARNESS, limit=12
        )
        symbols = (name.symbol for spelling, _, _ in close for name in self.by_name[spelling])
        return tuple(dict.fromkeys(symbols))[:_SUGGESTIONS]


def _index(pairs: Iterable[tuple[str, Element]]) -> MappingProxyType[str, Element]:
    return MappingProxyType(dict(pairs))
