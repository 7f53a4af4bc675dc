"""Every spelling that stands for an element or a material, arranged for look-up."""

import re
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import fuzz, process

from service.mentions.language.cognates import by_skeleton, nearest, skeleton
from service.mentions.language.inflection import INFLECTED, adjective, genitive, stem
from service.mentions.language.text import folded, key, without_accents
from service.mentions.reading import MOST_SUGGESTIONS, is_abbreviation
from service.model import (
    CollectiveTerm,
    Concept,
    Element,
    Material,
    MaterialKind,
    Name,
    Nature,
    Records,
)

_NEARNESS = 75
_MARKED = {"vi"}
"""Languages whose marks make other words: ``sắt`` is iron, ``sat`` is not."""
_SHORT = {"vi", "id"}
_NEAR_TOO_MUCH = 5
"""Names of these languages up to so long are near words of others: ``emas`` is near ``mass``."""
_RANK = {"preferred": 0, "spelling": 1, "systematic": 2, "isotope": 3, "former": 4}
_REFERENCE_MATERIALS = {"CRM", "SRM"}
"""In tables of laboratories these are materials to compare with, not raw ones."""
_FORMULA = re.compile(r"(?:[A-Z][a-z]?[0-9]*)+")
_PLURAL_RU = re.compile(r"(?P<stem>[а-я]{3,})[ыи]")
_PLURAL_ES = re.compile(r"(?<=[dlnr])es$|(?<= gas)es$")
"""The plural of a Spanish noun on a consonant, ``mármoles``, and of gas."""
_JOINED_BRACKET = re.compile(r"(?<=\w)\(")
_ORE = re.compile(r"\bores?\b")
_TOKEN = re.compile(r"([A-Z][a-z]?)([0-9]*)")


class Lexicon:
    """Symbols, numbers, identifiers and names of the elements, and collective terms."""

    def __init__(self, records: Records) -> None:
        """Index the elements, names and terms."""
        elements = records.elements
        self.elements: Mapping[str, Element] = {e.symbol: e for e in elements}
        self.by_number = _index((str(e.atomic_number), e) for e in elements)
        self.by_cas = _index((e.cas, e) for e in elements)
        self.by_inchi = _index((e.inchi, e) for e in elements)
        self.by_inchikey = _index((e.inchikey, e) for e in elements)
        self.by_folded_symbol = _index((e.symbol.casefold(), e) for e in elements)
        self.by_name: dict[str, list[Name]] = {}
        self._without_accents: dict[str, list[Name]] = {}
        languages = records.dataset.languages
        for name in sorted(
            records.names, key=lambda n: (_RANK[n.kind], languages.index(n.language))
        ):
            spelling = key(name.text)
            self.by_name.setdefault(spelling, []).append(name)
            if name.language not in _MARKED:
                self._without_accents.setdefault(without_accents(spelling), []).append(name)
        self._genitives = {
            genitive(key(name.text), name.language): name.text
            for name in records.names
            if name.language in INFLECTED
        }
        self._adjectives = {
            adjective(key(name.text)): name.text for name in records.names if name.language == "ru"
        }
        self._terms = {_spaced(key(term.text)): term for term in records.terms}
        for term in _terms_of(records.concepts):
            self._terms.setdefault(_spaced(key(term.text)), term)
        self._spellings = [text for text, names in self.by_name.items() if _suggested(text, names)]
        self._of_symbol: dict[str, list[str]] = {}
        for spelling, names in self.by_name.items():
            self._of_symbol.setdefault(names[0].symbol, []).append(spelling)
        self._index_materials(records)

    def _index_materials(self, records: Records) -> None:
        self._materials: dict[str, Material] = {}
        self._abbreviations: dict[str, Material] = {}
        self._plain_materials: dict[str, Material] = {}
        for material in records.every_material:
            spellings = (material.id, material.name, *(name.text for name in material.names))
            for text in spellings:
                if is_abbreviation(material, text):
                    self._abbreviations[text] = material
                    continue
                spelling = key(text)
                self._materials.setdefault(spelling, material)
                self._materials.setdefault(_spaced(spelling), material)
                self._materials.setdefault(_spaced(spelling.replace("ä", "ae")), material)
                self._plain_materials.setdefault(without_accents(spelling), material)
        self._cognates = by_skeleton(records.every_material)
        self._ores: dict[frozenset[str], list[Material]] = {}
        for material in records.materials:
            if material.kind is MaterialKind.ORE and not material.broader and material.elements:
                symbols = frozenset(each.symbol for each in material.elements)
                self._ores.setdefault(symbols, []).append(material)
        by_id = {material.id: material for material in records.every_material}
        for category in records.categories:
            for row in category.materials:
                self._materials.setdefault(key(row.label), by_id[row.material])

    def names_of(self, text: str) -> list[Name]:
        """Give the names a normalised text can be, the likeliest first."""
        return self.by_name.get(folded(text), [])

    def nominative(self, text: str) -> str | None:
        """Give the name of an element of which a text is the Slavic genitive, if it is one."""
        return self._genitives.get(folded(text))

    def noun(self, text: str) -> str | None:
        """Give the Russian name of an element of whose adjective a text is a form, if it is one."""
        return self._adjectives.get(stem(folded(text)))

    def names_without_accents(self, text: str) -> list[Name]:
        """Give the names a normalised text can be without accents; in Vietnamese they count."""
        return self._without_accents.get(without_accents(folded(text)), [])

    def spellings_of(self, symbol: str) -> list[str]:
        """Give the spellings of an element's names."""
        return self._of_symbol.get(symbol, [])

    def term(self, text: str) -> CollectiveTerm | None:
        """Give the collective term of a normalised text, hyphens and the plural aside."""
        spelling = _spaced(folded(text)).removeprefix("other ")
        for each in (spelling, spelling.removesuffix("s"), f"{spelling}s"):
            if term := self._terms.get(each):
                return term
        return None

    def material(self, text: str) -> Material | None:
        """Give the material that a normalised text names, as a list or a source spells it."""
        if text in self._abbreviations:
            return self._abbreviations[text]
        spelling = folded(text)
        for each in (spelling, _spaced(spelling), *singulars(spelling), f"{spelling}s"):
            if material := self._materials.get(each):
                return material
        return None

    def ore(self, symbols: frozenset[str]) -> Material | None:
        """Give the ore of these elements: that is named after the one, or the only one listed."""
        for element in [self.elements[each] for each in symbols if len(symbols) == 1]:
            for words in ("ores and concentrates", "ores", "ore"):
                named = self.material(f"{element.name} {words}")
                if named and named.kind is MaterialKind.ORE:
                    return named
        ores = self._ores.get(symbols, [])
        ores = [each for each in ores if _ORE.search(each.name)] or ores
        return ores[0] if len(ores) == 1 else None

    def material_without_accents(self, text: str) -> Material | None:
        """Give the material that a normalised text names but for accents."""
        return self._plain_materials.get(without_accents(folded(text)))

    def cognate(self, text: str) -> Material | None:
        """Give the mineral or rock whose English name is the same word as a normalised text."""
        form = skeleton(text)
        return nearest(text, self._cognates.get(form, ())) if form else None

    def known(self, text: str) -> bool:
        """Say whether a text is a symbol, a formula, or the name of an element or material."""
        found = text in self.elements or self.names_of(text) or self.material(text)
        return bool(found or self.formula(text))

    def formula(self, text: str) -> tuple[Element, ...]:
        """Give the elements of a text that reads whole as a simple formula, else nothing."""
        if not _FORMULA.fullmatch(text):
            return ()
        tokens = _TOKEN.findall(text)
        elements = [self.elements[symbol] for symbol, _ in tokens if symbol in self.elements]
        counted = len(tokens) > 1 or bool(tokens[0][1])
        return tuple(dict.fromkeys(elements)) if counted and len(elements) == len(tokens) else ()

    def nearest(self, text: str) -> tuple[str, ...]:
        """Give at most three symbols of elements whose names are spelt nearly like the text."""
        close = process.extract(
            key(text), self._spellings, scorer=fuzz.ratio, score_cutoff=_NEARNESS, limit=12
        )
        symbols = (name.symbol for spelling, _, _ in close for name in self.by_name[spelling])
        return tuple(dict.fromkeys(symbols))[:MOST_SUGGESTIONS]


def _terms_of(concepts: Iterable[Concept]) -> Iterator[CollectiveTerm]:
    """Give a term for each name of a concept that says nothing else in tables."""
    for concept in concepts:
        listed = concept.nature is Nature.LISTING
        note = "Lists say which things it holds." if listed else "A class of elements."
        for text in (concept.label, *concept.aliases):
            if text.rstrip("s") not in _REFERENCE_MATERIALS:
                yield CollectiveTerm(text, "und", concept.id, note)


def _suggested(spelling: str, names: list[Name]) -> bool:
    """Say whether a spelling may be suggested for one that is nearly like it."""
    return len(spelling) > _NEAR_TOO_MUCH or any(name.language not in _SHORT for name in names)


def singulars(spelling: str) -> list[str]:
    """Give what a folded spelling may be the plural of: ``clays``, ``глины``.

    Args:
        spelling: of a material.
    """
    if plural := _PLURAL_RU.fullmatch(spelling):
        return [f"{plural['stem']}{ending}" for ending in ("", "а", "ь", "я")]
    return [spelling.removesuffix("s"), _PLURAL_ES.sub("", spelling)]


def _spaced(text: str) -> str:
    """Give a spelling with spaces for hyphens, and in one of the two spellings of English."""
    spaced = text.replace("sulph", "sulf").replace("aluminum", "aluminium")
    spaced = spaced.replace("-", " ").replace("_", " ").replace(" & ", " and ")
    return _JOINED_BRACKET.sub(" (", spaced)


def _index(pairs: Iterable[tuple[str, Element]]) -> Mapping[str, Element]:
    return dict(pairs)
