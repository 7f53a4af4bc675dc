"""The readings of a text from the search box."""

from dataclasses import dataclass
from urllib.parse import urlencode

from service.answers import sentences
from service.answers.briefs import by_interest
from service.catalogue import View
from service.mentions import By, Candidate, Outcome, Reading
from service.model import Concept
from service.web.legend import Tally, tally
from service.web.views.matches import Matches, matches
from service.web.views.question import Answer, Read, answer
from service.web.views.table import START

HOW = {
    By.SYMBOL: "its symbol",
    By.ATOMIC_NUMBER: "its atomic number",
    By.ISOTOPE: "one of its isotopes",
    By.ION: "one of its ions",
    By.CAS: "its CAS number",
    By.INCHI: "its InChI",
    By.INCHIKEY: "its InChIKey",
    By.NAME: "its name",
    By.FORMER_NAME: "a former or foreign name of it",
    By.SYSTEMATIC_NAME: "its systematic name",
    By.MATERIAL: "the name of a material",
    By.SYMBOL_CASE_FOLDED: "its symbol in other capitals",
    By.FORMULA: "the formula of an oxide or another compound of it",
}
LANGUAGES = {
    "en": "English",
    "ru": "Russian",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "pl": "Polish",
    "zh": "Chinese",
    "ja": "Japanese",
    "nl": "Dutch",
    "sv": "Swedish",
    "cs": "Czech",
    "uk": "Ukrainian",
    "tr": "Turkish",
    "el": "Greek",
    "bg": "Bulgarian",
    "ko": "Korean",
    "vi": "Vietnamese",
    "ar": "Arabic",
    "da": "Danish",
    "nb": "Norwegian",
    "fi": "Finnish",
    "id": "Indonesian",
}


@dataclass(frozen=True, slots=True)
class ElementHit:
    """An element that the text can mean."""

    symbol: str
    name: str
    number: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One of several readings, and the address that chooses it."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The readings of a text: a question, an element, a formula, and records of that name."""

    typed: str
    outcome: str
    hit: ElementHit | None
    material: str | None
    how: str
    notes: list[str]
    detail: str | None
    suggestions: list[ElementHit]
    candidates: list[Interpretation]
    concept: Concept | None
    formula: list[ElementHit]
    formula_fault: str | None
    answer: Answer | None
    verdicts: str
    records: Matches

    @property
    def nothing(self) -> bool:
        """Tell whether the text means nothing here."""
        unknown = self.outcome in (Outcome.UNKNOWN, Outcome.INVALID)
        return unknown and not (self.answer or self.records.any or self.suggestions)

    @property
    def redirect(self) -> str | None:
        """Give the page, where the text means one element or material and nothing else."""
        if self.notes or self.formula or self.answer or self.records.exact:
            return None
        if self.material:
            return f"/materials/{self.material}"
        return f"/elements/{self.hit.symbol}" if self.hit else None


def search(view: View, typed: str, reading: Reading, formula: Reading, read: Read) -> SearchResult:
    """Find everything that a text may mean.

    Args:
        view: the editions in force.
        typed: the text as the user typed it.
        reading: the text read as a mention.
        formula: the text read as a formula.
        read: reads a part of the text as a mention.
    """
    catalogue, why = view.catalogue, reading.problem
    formula = formula if _also_a_formula(reading, formula) else Reading(Outcome.UNKNOWN)
    match = reading.resolution
    note = [match.note] if match and match.note else []
    notes = [*reading.warnings, *note, *formula.warnings]
    concept = catalogue.concepts.get(why.concept) if why and why.concept else None
    return SearchResult(
        typed=typed,
        outcome=reading.outcome.value,
        hit=hit(view, reading.symbol) if reading.symbol else None,
        material=reading.material,
        how=how(reading),
        notes=[plain(note) for note in notes],
        detail=plain(why.detail) if why else None,
        suggestions=[hit(view, symbol) for symbol in why.suggestions] if why else [],
        candidates=_candidates(typed, reading),
        concept=concept,
        formula=[hit(view, symbol) for symbol in formula.symbols],
        formula_fault=formula.problem.detail if formula.problem else None,
        answer=answer(view, typed, read),
        verdicts=_verdicts(view, reading.symbol),
        records=matches(catalogue, typed),
    )


def _verdicts(view: View, symbol: str | None) -> str:
    """Give the verdicts of most interest on an element in sentences."""
    if symbol is None:
        return ""
    summaries = by_interest(view.catalogue, view.summaries(symbol))
    return sentences.answer(view, symbol, summaries)


def hit(view: View, symbol: str) -> ElementHit:
    """Give an element with its state on the concept that the table opens with."""
    element = view.catalogue.elements[symbol]
    concept = START if START in view.catalogue.concepts else next(iter(view.catalogue.concepts))
    return ElementHit(symbol, element.name, element.atomic_number, tally(view, symbol, concept))


def how(reading: Reading) -> str:
    """Name the feature by which a mention was recognised."""
    match = reading.resolution
    if match is None:
        return ""
    if match.by is By.NAME and match.languages:
        named = ", ".join(LANGUAGES.get(code, code) for code in match.languages)
        return f"its name in {named}"
    return HOW[match.by]


def plain(text: str) -> str:
    """Leave the API's addresses out of a sentence that a page shows."""
    words = [word for word in text.split(" ") if not word.startswith("/v1/")]
    sentence = " ".join(words).replace(" Say na=sodium or na=missing, or send Na.", "")
    bare = sentence.removesuffix(" See").rstrip(":")
    return bare if bare.endswith((".", "?")) else f"{bare}."


def _candidates(typed: str, reading: Reading) -> list[Interpretation]:
    why = reading.problem
    result = []
    for each in why.candidates if why else ():
        label = f"{each.symbol}: {each.reading}" if each.symbol else each.reading
        if href := _address(typed, each):
            result.append(Interpretation(label, href))
    return result


def _address(typed: str, candidate: Candidate) -> str | None:
    """Give the address of a reading; None where it is to be left out."""
    name, _, value = candidate.choose.partition("=")
    if value:
        return f"/search?{urlencode({'q': typed, name: value})}"
    if candidate.choose.startswith("/v1"):
        return candidate.choose.removeprefix("/v1")
    return f"/elements/{candidate.symbol}" if candidate.symbol else None


def _also_a_formula(reading: Reading, formula: Reading) -> bool:
    """Tell whether a text may be a formula: it is not plainly one element, nor a question of it."""
    plainly = reading.outcome is Outcome.OK and not reading.warnings
    candidates = reading.problem.candidates if reading.problem else ()
    told = {reading.symbol, *(candidate.symbol for candidate in candidates)}
    plainly = plainly or bool(formula.symbols and told.issuperset(formula.symbols))
    return not plainly and reading.outcome not in (Outcome.MISSING, Outcome.COLLECTIVE_TERM)
