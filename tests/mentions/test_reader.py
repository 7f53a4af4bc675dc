"""Mentions whose cases follow from the elements or from names of their own."""

from dataclasses import replace

import pytest

from service.catalogue import Catalogue
from service.mentions import By, Lexicon, Options, Outcome, Reader
from service.model import Name

TOLERANT = Options()


def test_every_symbol_is_read_in_three_cases(reader: Reader, catalogue: Catalogue) -> None:
    for symbol in catalogue.elements:
        for text in (symbol, symbol.upper(), symbol.lower()):
            reading = reader.read(text, TOLERANT)
            if symbol == "Na" and text != symbol:
                assert reading.outcome is Outcome.AMBIGUOUS
                continue
            if text != symbol and not catalogue.elements[symbol].natural:
                assert reading.problem is not None
                assert reading.problem.suggestions == (symbol,), text
                continue
            assert reading.symbol == symbol, text
            assert reading.resolution is not None
            exact = text in catalogue.elements
            assert reading.resolution.by == (By.SYMBOL if exact else By.SYMBOL_CASE_FOLDED)


def test_a_symbol_that_reads_as_a_formula_is_said_to(reader: Reader, catalogue: Catalogue) -> None:
    seen = set()
    for symbol, element in catalogue.elements.items():
        text = symbol.upper()
        if len(symbol) == 1 or text == "NA" or not element.natural:
            continue
        warned = [w for w in reader.read(text, TOLERANT).warnings if "As a formula" in w]
        formula = all(letter in catalogue.elements for letter in text)
        assert len(warned) == formula, text
        seen |= {text} if formula else set()
    assert {"CO", "HF", "CS", "SC", "SN", "PB", "HO", "IN", "OS", "BI", "CU"} <= seen
    assert not {"LA", "MG", "AL"} & seen


@pytest.mark.parametrize("text", ["NA", "na", "nA"])
def test_na_has_two_readings_and_a_parameter_for_each(reader: Reader, text: str) -> None:
    problem = reader.read(text, TOLERANT).problem
    chosen = [(c.symbol, c.choose) for c in problem.candidates] if problem else []
    assert chosen == [("Na", "na=sodium"), (None, "na=missing")]


def test_a_name_of_different_elements_in_two_languages_is_ambiguous(tiny: Catalogue) -> None:
    both = (
        *tiny.records.names,
        Name("Y", "en", "terrium", "spelling", None, ("dictionary-one",)),
        Name("La", "de", "Terrium", "spelling", None, ("dictionary-two",)),
    )
    reader = Reader(Lexicon(replace(tiny.records, names=both)))
    reading = reader.read("TERRIUM", TOLERANT)
    assert reading.outcome is Outcome.AMBIGUOUS
    assert reading.problem is not None
    assert [(c.symbol, c.choose) for c in reading.problem.candidates] == [
        ("Y", "lang=en"),
        ("La", "lang=de"),
    ]
    assert reader.read("terrium", Options(language="en")).symbol == "Y"
    assert reader.read("terrium", Options(language="de")).symbol == "La"
    assert reader.read("terrium", Options(language="fr")).outcome is Outcome.AMBIGUOUS
    strict = reader.read("terrium", Options(strict=True, language="de")).problem
    assert strict is not None
    assert (strict.slug, strict.suggestions) == ("unknown-element", ("La",))


def test_an_isotope_of_hydrogen_needs_hydrogen(tiny: Catalogue) -> None:
    others = tuple(each for each in tiny.records.elements if each.symbol != "H")
    names = tuple(each for each in tiny.records.names if each.symbol != "H")
    reader = Reader(Lexicon(replace(tiny.records, elements=others, names=names)))
    assert reader.read("D", TOLERANT).outcome is Outcome.UNKNOWN
    assert reader.read("Na", TOLERANT).symbol == "Na"
