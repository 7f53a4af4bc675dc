"""Mentions that follow a pattern: isotopes, ions, registry numbers and identifiers."""

import pytest

from service.mentions import By, Options, Outcome, Reader, Reading


def read(reader: Reader, text: str) -> Reading:
    return reader.read(text, Options())


def why(reading: Reading) -> str:
    assert reading.problem is not None
    return reading.problem.detail


@pytest.mark.parametrize(
    ("text", "symbol", "mass"),
    [
        *[("U-235", "U", 235), ("235U", "U", 235), ("²³⁵U", "U", 235), ("uranium-235", "U", 235)],
        *[("uranium 235", "U", 235), ("U235", "U", 235), ("Tc-99m", "Tc", 99)],
        *[("99mTc", "Tc", 99), ("уран-235", "U", 235), ("D", "H", 2), ("tritium", "H", 3)],
        *[("^182W", "W", 182), ("碳14", "C", 14), ("ウラン235", "U", 235), ("Carbon14", "C", 14)],
        *[("^{235}U", "U", 235), ("^{99m}Tc", "Tc", 99)],
    ],
)
def test_isotopes_are_read_as_their_element(
    reader: Reader, text: str, symbol: str, mass: int
) -> None:
    reading = read(reader, text)
    assert reading.resolution is not None
    assert (reading.symbol, reading.resolution.by) == (symbol, By.ISOTOPE)
    assert reading.resolution.mass_number == mass
    assert reading.resolution.note is not None


def test_an_isotope_that_reads_as_a_formula_too_is_said_to(reader: Reader) -> None:
    assert len(read(reader, "U235").warnings) == 1
    assert read(reader, "U-235").warnings == ()


def test_from_mass_number_10_on_digits_behind_a_symbol_are_no_count_of_atoms(
    reader: Reader,
) -> None:
    boron = read(reader, "B10").resolution
    assert boron is not None
    assert (boron.by, boron.mass_number) == (By.ISOTOPE, 10)
    assert read(reader, "Be9").outcome is Outcome.UNKNOWN
    assert "reads as a formula with Be" in why(read(reader, "Be9"))


@pytest.mark.parametrize("text", ["no 255", "No 255", "As 75", "in-115", "am 241", "be 9"])
def test_a_word_with_a_number_is_said_to_be_one(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert reading.resolution is not None
    assert reading.resolution.by == By.ISOTOPE
    assert "also a word in" in reading.warnings[0]


@pytest.mark.parametrize(("text", "meant"), [("cs137", "Cs"), ("pu239", "Pu"), ("b12", "B")])
def test_small_letters_joined_to_a_mass_are_asked_about(
    reader: Reader, text: str, meant: str
) -> None:
    reading = read(reader, text)
    assert reading.problem is not None
    assert reading.problem.suggestions == (meant,)
    assert "may be a code: send" in why(reading)


@pytest.mark.parametrize("text", ["40k", "30s", "230th", "11b"])
def test_an_amount_that_reads_as_an_isotope_is_said_to_be_one(reader: Reader, text: str) -> None:
    (warning,) = read(reader, text).warnings
    assert "an amount, an ordinal or a decade" in warning
    assert read(reader, "40K").warnings == read(reader, "235uranium").warnings == ()


@pytest.mark.parametrize("text", ["As-75", "In-115", "Fe 57", "75As", "arsenic 75"])
def test_an_isotope_as_it_is_written_is_not_doubted(reader: Reader, text: str) -> None:
    assert read(reader, text).warnings == ()


@pytest.mark.parametrize("text", ["Sc-21", "U-99", "900Sc", "uranium99"])
def test_an_isotope_that_is_not_listed_is_unknown(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert reading.outcome is Outcome.UNKNOWN
    assert reading.problem is not None
    assert reading.problem.suggestions in (("Sc",), ("U",))


@pytest.mark.parametrize(
    ("text", "symbol", "charge"),
    [
        *[("Sc3+", "Sc", 3), ("Sc+3", "Sc", 3), ("Sc³⁺", "Sc", 3), ("Sc(III)", "Sc", 3)],
        *[("scandium(III)", "Sc", 3), ("Na+", "Na", 1), ("Cl-", "Cl", -1), ("O2-", "O", -2)],
        *[("Fe (II)", "Fe", 2), ("Sc^3+", "Sc", 3), ("Ca++", "Ca", 2), ("Cl--", "Cl", -2)],
    ],
)
def test_ions_are_read_as_their_element(
    reader: Reader, text: str, symbol: str, charge: int
) -> None:
    reading = read(reader, text)
    assert reading.resolution is not None
    assert (reading.symbol, reading.resolution.by) == (symbol, By.ION)
    assert reading.resolution.charge == charge


@pytest.mark.parametrize(
    ("text", "charge", "warning"),
    [
        ("I3-", -3, "As a formula it would be 3 atoms: /v1/formulas?formula=I3-"),
        ("Cr VI", 6, "Of a spectrum, VI would say the charge 5."),
        ("iron-II", 2, "Of a spectrum, II would say the charge 1."),
    ],
)
def test_a_charge_that_could_be_something_else_is_said_to(
    reader: Reader, text: str, charge: int, warning: str
) -> None:
    reading = read(reader, text)
    assert reading.resolution is not None
    assert reading.resolution.charge == charge
    assert reading.warnings == (warning,)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        *[(text, "a grade, a blood group or a language") for text in ("B+", "C+", "C++", "O+")],
        *[(text, "a word cut in two") for text in ("As-", "In-", "B-", "O-", "Na-", "iron-")],
    ],
)
def test_a_sign_that_could_be_something_else_is_said_to(
    reader: Reader, text: str, doubt: str
) -> None:
    reading = read(reader, text)
    assert reading.resolution is not None
    assert reading.resolution.by == By.ION
    (warning,) = reading.warnings
    assert doubt in warning


@pytest.mark.parametrize("text", ["Na+", "Ca++", "Cl-", "H-", "H+", "O2-", "O--", "Cu+", "B^+"])
def test_the_sign_of_a_usual_ion_is_not_doubted(reader: Reader, text: str) -> None:
    assert [each for each in read(reader, text).warnings if "also" in each] == []


@pytest.mark.parametrize(
    ("text", "symbol", "doubt"),
    [
        *[(text, text[0], "may be a code") for text in ("B-12", "F-16", "N-20", "K-50", "V-60")],
        *[("20C", "C", "may be a code"), ("160W", "W", "may be a code")],
        *[("SM-150", "Sm", "may also be a code"), ("AG 110", "Ag", "may also be a code")],
        *[(text, text[0], "a sum") for text in ("N+1", "K+1", "Y+1")],
        *[(text, text[0], "a quantity and its unit") for text in ("U (V)", "I (V)", "P (I)")],
    ],
)
def test_a_letter_and_a_number_are_doubted(
    reader: Reader, text: str, symbol: str, doubt: str
) -> None:
    reading = read(reader, text)
    assert reading.symbol == symbol
    (warning,) = reading.warnings
    assert doubt in warning


@pytest.mark.parametrize(
    "text", ["C-14", "U-235", "H-3", "I-131", "F-18", "40K", "W-182", "Og-294", "P(V)", "Fe+2"]
)
def test_a_usual_isotope_or_charge_is_not_doubted(reader: Reader, text: str) -> None:
    assert read(reader, text).warnings == ()


@pytest.mark.parametrize("text", ["CO+", "NO+", "SC3+"])
def test_an_ion_of_a_molecule_is_no_element(reader: Reader, text: str) -> None:
    assert read(reader, text).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("digit", "013456789")
def test_a_wrong_check_digit_is_told(reader: Reader, digit: str) -> None:
    reading = read(reader, f"7440-20-{digit}")
    assert reading.outcome is Outcome.UNKNOWN
    assert "check digit would be 2" in why(reading)


@pytest.mark.parametrize(
    ("text", "symbol", "by"),
    [
        *[("CAS 7440-20-2", "Sc", "cas"), ("CAS: 7440-20-2", "Sc", "cas")],
        *[("CAS No. 7440-20-2", "Sc", "cas"), ("cas-no 7440-20-2", "Sc", "cas")],
        *[("CASRN 7440-20-2", "Sc", "cas"), ("CAS RN: 7440-20-2", "Sc", "cas")],
        *[("CAS-7440-20-2", "Sc", "cas"), ("CAS-RN-7440-20-2", "Sc", "cas")],
        *[("CAS-Nr. 7440-20-2", "Sc", "cas")],
        *[("Z=21", "Sc", "atomic-number"), ("z = 21", "Sc", "atomic-number")],
        *[("Z 21", "Sc", "atomic-number"), ("element 21", "Sc", "atomic-number")],
        *[("Element #21", "Sc", "atomic-number"), ("atomic number: 21", "Sc", "atomic-number")],
    ],
)
def test_a_number_may_say_what_it_is(reader: Reader, text: str, symbol: str, by: str) -> None:
    reading = read(reader, text)
    assert reading.resolution is not None
    assert (reading.symbol, reading.resolution.by) == (symbol, by)


def test_a_number_sign_alone_says_too_little(reader: Reader) -> None:
    reading = read(reader, "#21")
    assert reading.problem is not None
    assert reading.problem.suggestions == ("Sc",)
    assert "may be a place in a list" in why(reading)


@pytest.mark.parametrize("text", ["Z=119", "element 0", "CAS 7440-20-3"])
def test_a_label_makes_no_wrong_number_right(reader: Reader, text: str) -> None:
    assert read(reader, text).outcome is Outcome.UNKNOWN


def test_the_cas_number_of_something_else_is_unknown(reader: Reader) -> None:
    assert "not that of an element" in why(read(reader, "7732-18-5"))


@pytest.mark.parametrize(
    "text", ["InChI=1S/H2O/h1H2", "InChI=1S/Sc/q+3", "A" * 14 + "-BBBBBBBBBB-N"]
)
def test_an_identifier_of_no_atom_is_unknown(reader: Reader, text: str) -> None:
    assert read(reader, text).outcome is Outcome.UNKNOWN
