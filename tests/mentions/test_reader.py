"""What a user types -> an element and how it was recognised, or the reason why not."""

from dataclasses import replace
from typing import Any

import pytest

from service.catalogue import Catalogue
from service.mentions import By, Lexicon, Options, Outcome, Reader, Reading
from service.model import Name

TOLERANT = Options()
STRICT = Options(strict=True)


def read(reader: Reader, value: Any, options: Options = TOLERANT) -> Reading:
    reading = reader.read(value, options)
    assert (reading.symbol is not None) is (reading.outcome is Outcome.OK)
    assert (reading.resolution is not None) is (reading.outcome is Outcome.OK)
    assert (reading.problem is not None) is (reading.outcome is not Outcome.OK)
    return reading


def why(reading: Reading) -> str:
    assert reading.problem is not None
    return reading.problem.detail


def hints(reading: Reading) -> tuple[str, ...]:
    assert reading.problem is not None
    return reading.problem.suggestions


@pytest.mark.parametrize(
    ("value", "symbol", "by"),
    [
        ("Sc", "Sc", "symbol"),
        (" Sc\t", "Sc", "symbol"),
        ("Ｓｃ", "Sc", "symbol"),
        ("\u200bSc\ufeff", "Sc", "symbol"),
        ("scandium", "Sc", "name"),
        ("SCANDIUM", "Sc", "name"),
        ("Scandium", "Sc", "name"),
        (21, "Sc", "atomic-number"),
        (21.0, "Sc", "atomic-number"),
        ("21", "Sc", "atomic-number"),
        ("21.0", "Sc", "atomic-number"),
        (1, "H", "atomic-number"),
        (118, "Og", "atomic-number"),
        ("7440-20-2", "Sc", "cas"),
        ("7440\u201320\u20132", "Sc", "cas"),
        ("caesium", "Cs", "name"),
        ("cesium", "Cs", "name"),
        ("aluminium", "Al", "name"),
        ("aluminum", "Al", "name"),
        ("sulphur", "S", "name"),
        ("sulfur", "S", "name"),
        ("wolfram", "W", "name"),
        ("columbium", "Nb", "former-name"),
        ("ununtrium", "Nh", "systematic-name"),
        ("deuterium", "H", "isotope"),
        ("D", "H", "isotope"),
        ("T", "H", "isotope"),
        ("InChI=1S/Sc", "Sc", "inchi"),
        ("SIXSYDAISGFNSX-UHFFFAOYSA-N", "Sc", "inchikey"),
        ("sc", "Sc", "symbol-case-folded"),
        ("co", "Co", "symbol-case-folded"),
    ],
)
def test_a_mention_is_recognised(reader: Reader, value: Any, symbol: str, by: str) -> None:
    reading = read(reader, value)
    assert reading.resolution is not None
    assert (reading.symbol, reading.resolution.by) == (symbol, by)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", {"scandium": "Sc", "yttrium": "Y", "gold": "Au", "sodium": "Na"}),
        ("ru", {"скандий": "Sc", "ИТТРИЙ": "Y", "Золото": "Au", "натрий": "Na"}),
        ("de", {"Scandium": "Sc", "yttrium": "Y", "GOLD": "Au", "Wasserstoff": "H"}),
        ("fr", {"scandium": "Sc", "or": "Au", "étain": "Sn", "HYDROGÈNE": "H"}),
        ("es", {"escandio": "Sc", "itrio": "Y", "oro": "Au", "estaño": "Sn"}),
        ("it", {"scandio": "Sc", "ittrio": "Y", "oro": "Au", "stagno": "Sn"}),
        ("pt", {"escândio": "Sc", "ouro": "Au", "estanho": "Sn", "ferro": "Fe"}),
        ("pl", {"skand": "Sc", "itr": "Y", "złoto": "Au", "sód": "Na"}),
        ("zh", {"钪": "Sc", "钇": "Y", "金": "Au", "钠": "Na"}),
        ("nl", {"IJzer": "Fe", "kwik": "Hg", "Arseen": "As", "jood": "I", "wolfraam": "W"}),
        ("sv", {"Järn": "Fe", "kväve": "N", "syre": "O", "tenness": "Ts", "Volfram": "W"}),
        ("cs", {"železo": "Fe", "Draslík": "K", "MĚĎ": "Cu", "kopernicium": "Cn", "jód": "I"}),
        ("uk", {"залізо": "Fe", "ВУГЛЕЦЬ": "C", "миш’як": "As", "мишʼяк": "As", "меркурій": "Hg"}),
        ("ja", {"スカンジウム": "Sc", "イットリウム": "Y", "金": "Au", "ナトリウム": "Na"}),
    ],
)
def test_names_in_fourteen_languages_are_recognised(
    reader: Reader, language: str, names: dict[str, str]
) -> None:
    for name, symbol in names.items():
        resolution = read(reader, name).resolution
        assert resolution is not None, name
        assert read(reader, name).symbol == symbol
        assert language in resolution.languages
        assert resolution.variant is not None


def test_every_symbol_is_read_in_three_cases(reader: Reader, catalogue: Catalogue) -> None:
    for symbol in catalogue.elements:
        for text in (symbol, symbol.upper(), symbol.lower()):
            reading = read(reader, text)
            if symbol == "Na" and text != symbol:
                assert reading.outcome is Outcome.AMBIGUOUS
                continue
            assert reading.symbol == symbol, text
            assert reading.resolution is not None
            exact = text in catalogue.elements
            assert reading.resolution.by == (By.SYMBOL if exact else By.SYMBOL_CASE_FOLDED)


@pytest.mark.parametrize("text", ["TiN", "ReN", "CO2"])
def test_capitals_of_a_formula_make_no_name(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert reading.outcome is Outcome.UNKNOWN
    assert f"/v1/formulas?formula={text}" in why(reading)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("tiN", "Read as tin (Sn), whatever its capitals."),
        ("sCANDIUM", "Read as scandium (Sc), whatever its capitals."),
        ("uno", "Read as Uno (Hs), whatever its capitals."),
        ("UNE", "Read as Une (Mt), whatever its capitals."),
    ],
)
def test_odd_capitals_are_read_past_and_said(reader: Reader, text: str, warning: str) -> None:
    assert read(reader, text).warnings == (warning,)


@pytest.mark.parametrize(
    "text", ["tin", "Tin", "TIN", "Uno", "IJzer", "unniloctium", "钪", "Золото"]
)
def test_usual_capitals_are_not_worth_a_word(reader: Reader, text: str) -> None:
    assert read(reader, text).warnings == ()


@pytest.mark.parametrize(
    ("text", "symbol"),
    [("Oxigeno", "O"), ("NIQUEL", "Ni"), ("zloto", "Au"), ("hidrogenio", "H"), ("sod", "Na")],
)
def test_a_name_without_its_accents_is_read_and_said_to_be(
    reader: Reader, text: str, symbol: str
) -> None:
    reading = read(reader, text)
    assert reading.symbol == symbol
    assert reading.resolution is not None
    assert reading.resolution.note == "Read without regard to accents."


def test_marks_that_make_another_letter_are_no_accents(reader: Reader) -> None:
    assert (read(reader, "カリウム").symbol, read(reader, "ガリウム").symbol) == ("K", "Ga")


@pytest.mark.parametrize("text", ["NA", "na", "nA"])
def test_na_is_ambiguous_until_the_caller_says_which(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert reading.outcome is Outcome.AMBIGUOUS
    assert reading.problem is not None
    assert [(c.symbol, c.choose) for c in reading.problem.candidates] == [
        ("Na", "na=sodium"),
        (None, "na=missing"),
    ]
    assert read(reader, text, Options(na="sodium")).symbol == "Na"
    assert read(reader, text, Options(na="missing")).outcome is Outcome.MISSING
    assert read(reader, "Na", Options(na="missing")).symbol == "Na"


@pytest.mark.parametrize("text", ["sc", "SC", "scandium", "21", " Sc", "7440-20-2", "Sc3+", "Ｓｃ"])
def test_strict_takes_exact_symbols_only(reader: Reader, text: str) -> None:
    assert read(reader, "Sc", STRICT).symbol == "Sc"
    reading = read(reader, text, STRICT)
    assert reading.outcome is Outcome.UNKNOWN
    assert hints(reading) == ("Sc",)


@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        (None, "missing"),
        ("", "missing"),
        ("REE", "collective-term"),
        ("NA", "ambiguous"),
        (21, "unknown"),
        ("unobtainium", "unknown"),
        (True, "invalid"),
    ],
)
def test_strict_gives_the_other_outcomes_as_they_are(
    reader: Reader, value: Any, outcome: str
) -> None:
    assert read(reader, value, STRICT).outcome == outcome


@pytest.mark.parametrize(
    ("term", "concept"),
    [
        *[("REE", "rare-earth"), ("ree", "rare-earth"), ("rare earths", "rare-earth")],
        *[("Rare  Earths", "rare-earth"), ("mischmetal", "rare-earth"), ("РЗЭ", "rare-earth")],
        *[("terres rares", "rare-earth"), ("稀土", "rare-earth"), ("rare metals", "rare-metal")],
    ],
)
def test_a_word_for_a_class_is_a_collective_term(reader: Reader, term: str, concept: str) -> None:
    reading = read(reader, term)
    assert reading.outcome is Outcome.COLLECTIVE_TERM
    assert reading.problem is not None
    assert reading.problem.concept == concept


@pytest.mark.parametrize(
    ("text", "symbol", "script"),
    [
        *[("Ѕс", "Sc", "CYRILLIC"), ("Сo", "Co", "CYRILLIC"), ("Аu", "Au", "CYRILLIC")],
        *[("Не", "He", "CYRILLIC"), ("Οs", "Os", "GREEK"), ("sсandium", "Sc", "CYRILLIC")],
    ],
)
def test_letters_that_only_look_latin_are_refused_with_the_reason(
    reader: Reader, text: str, symbol: str, script: str
) -> None:
    reading = read(reader, text)
    assert reading.outcome is Outcome.UNKNOWN
    assert hints(reading) == (symbol,)
    assert script in why(reading)


def test_a_name_of_different_elements_in_two_languages_is_ambiguous(tiny: Catalogue) -> None:
    both = (
        *tiny.records.names,
        Name("Y", "en", "terrium", "spelling", None, ("dictionary-one",)),
        Name("La", "de", "Terrium", "spelling", None, ("dictionary-two",)),
    )
    reader = Reader(Lexicon(replace(tiny.records, names=both)))
    reading = read(reader, "TERRIUM")
    assert reading.outcome is Outcome.AMBIGUOUS
    assert reading.problem is not None
    assert [(c.symbol, c.choose) for c in reading.problem.candidates] == [
        ("Y", "lang=en"),
        ("La", "lang=de"),
    ]
    assert read(reader, "terrium", Options(language="en")).symbol == "Y"
    assert read(reader, "terrium", Options(language="de")).symbol == "La"
    assert read(reader, "terrium", Options(language="fr")).outcome is Outcome.AMBIGUOUS
    strict = read(reader, "terrium", Options(strict=True, language="de"))
    assert strict.outcome is Outcome.UNKNOWN
    assert hints(strict) == ("La",)


def test_a_language_is_a_preference_and_no_restriction(reader: Reader) -> None:
    assert read(reader, "скандий", Options(language="de")).symbol == "Sc"
