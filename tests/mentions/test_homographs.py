"""What a mention that is read could be besides: a formula, a word, a unit, a sign."""

import pytest

from service.catalogue import Catalogue
from service.mentions import Options, Outcome, Reader, Reading


def read(reader: Reader, text: str) -> Reading:
    return reader.read(text, Options())


def test_a_folded_symbol_that_reads_as_a_formula_is_said_to(
    reader: Reader, catalogue: Catalogue
) -> None:
    seen = set()
    for symbol in catalogue.elements:
        text = symbol.upper()
        if len(symbol) == 1 or text == "NA":
            continue
        warned = [w for w in read(reader, text).warnings if "As a formula" in w]
        formula = all(letter in catalogue.elements for letter in text)
        assert len(warned) == formula, text
        seen |= {text} if formula else set()
    assert {"CO", "NO", "HF", "CS", "SC", "SN", "PB", "HO", "IN", "OS", "BI", "CU"} <= seen
    assert not {"LA", "MG", "AL"} & seen


@pytest.mark.parametrize("word", ["as", "at", "be", "he", "i", "in", "no", "am", "AS", "HE"])
def test_a_folded_symbol_that_is_an_english_word_is_said_to(reader: Reader, word: str) -> None:
    (warning,) = [each for each in read(reader, word).warnings if "a word" in each]
    assert "English" in warning


@pytest.mark.parametrize(
    ("word", "languages"),
    [
        ("la", "Dutch, French, Italian and Spanish"),
        ("er", "Dutch, German and Swedish"),
        ("fe", "Spanish"),
        ("has", "English"),
        ("tor", "German"),
        ("Tor", "German"),
        ("Or", "English"),
        ("beryl", "English"),
        ("Med", "English and Swedish"),
        ("nobel", "English and French"),
        ("tal", "German, Italian, Portuguese, Spanish and Swedish"),
    ],
)
def test_a_word_of_another_language_is_said_to_be_one(
    reader: Reader, word: str, languages: str
) -> None:
    (warning,) = read(reader, word).warnings
    assert warning.endswith(f"It is also a word in {languages}.")


def test_a_name_that_is_a_word_of_another_language_is_said_to(reader: Reader) -> None:
    gold = read(reader, "or")
    assert gold.symbol == "Au"
    assert gold.warnings == ("Read as gold (Au). It is also a word in English.",)
    assert read(reader, "Oro").warnings == read(reader, "oro").warnings == ()


@pytest.mark.parametrize(
    ("text", "symbol", "unit"),
    [("mg", "Mg", "milligram"), ("dB", "Db", "decibel"), ("CM", "Cm", "centimetre")],
)
def test_a_folded_symbol_that_is_a_unit_is_said_to_be(
    reader: Reader, text: str, symbol: str, unit: str
) -> None:
    reading = read(reader, text)
    assert reading.symbol == symbol
    assert reading.warnings[0].endswith(f"It is also written for a unit, the {unit}.")
    assert read(reader, symbol).warnings == ()


@pytest.mark.parametrize(
    ("text", "symbol"), [("FR", "Fr"), ("ts", "Ts"), ("MD", "Md"), ("TC", "Tc")]
)
def test_an_element_that_hardly_occurs_is_doubted_in_other_capitals(
    reader: Reader, text: str, symbol: str
) -> None:
    reading = read(reader, text)
    assert reading.symbol == symbol
    assert "may also be an abbreviation" in reading.warnings[-1]
    assert read(reader, symbol).warnings == ()
    assert read(reader, "AG").warnings == read(reader, "th").warnings == ()


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        *[("№", "NUMERO SIGN", "No"), ("™", "TRADE MARK SIGN", "Tm"), ("℠", "SERVICE MARK", "Sm")],
        *[("㎎", "SQUARE MG", "Mg"), ("㏚", "SQUARE PR", "Pr"), ("ℎ", "PLANCK CONSTANT", "H")],
        *[("Ⅰ", "ROMAN NUMERAL ONE", "I"), ("ⅴ", "SMALL ROMAN NUMERAL FIVE", "V")],
        *[("①", "CIRCLED DIGIT ONE", "H"), ("㉑", "CIRCLED NUMBER TWENTY ONE", "Sc")],
        *[("⒈", "DIGIT ONE FULL STOP", "H"), ("⑴", "PARENTHESIZED DIGIT ONE", "H")],
        *[("²¹", "SUPERSCRIPT TWO", "Sc"), ("₂₁", "SUBSCRIPT TWO", "Sc")],
        *[("№ 255", "NUMERO SIGN", "No"), ("ⓢⓒ", "CIRCLED LATIN SMALL LETTER S", "Sc")],
    ],
)
def test_a_sign_is_not_read_as_the_letters_it_looks_like(
    reader: Reader, text: str, name: str, meant: str
) -> None:
    reading = read(reader, text)
    assert reading.outcome is Outcome.UNKNOWN
    assert reading.problem is not None
    assert reading.problem.suggestions == (meant,)
    assert f"is one character, {name}:" in reading.problem.detail


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        *[("Ｓｃ", "Sc"), ("２１", "Sc"), ("ﬂuorine", "F"), ("ĳzer", "Fe"), ("²³⁵U", "U")],
        *[("Fe(Ⅲ)", "Fe"), ("Cu²⁺", "Cu"), ("Tc⁻⁹⁹ᵐ", "Tc"), ("e\u0301tain", "Sn")],
    ],
)
def test_other_shapes_of_the_same_letters_are_read(reader: Reader, text: str, symbol: str) -> None:
    assert read(reader, text).symbol == symbol
