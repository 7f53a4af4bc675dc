"""Assay headings and amounts: a symbol, a name or a number with a unit, a label, a mark."""

import pytest

from service.mentions import By, Options, Outcome, Reader, Reading


def read(reader: Reader, text: str) -> Reading:
    return reader.read(text, Options())


@pytest.mark.parametrize(
    "text",
    [
        *["ppm", "%", "(%)", "At%", "At %", "V%", "W%", "wt%", "5% Cu", "21%", "21 %", "21 ppm"],
        *["100%", "% 21", "total 21", "21 total", "21, unwrought", "content"],
    ],
)
def test_a_unit_and_an_amount_name_no_element(reader: Reader, text: str) -> None:
    assert read(reader, text).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("text", ["(5)", "[5]", "{5}", "5.", "5:", "5;", "5*", "5%", "total 5"])
def test_a_number_with_something_around_it_may_count(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert reading.problem is not None
    assert reading.problem.suggestions == ("B",)
    assert "send the number alone" in reading.problem.detail


@pytest.mark.parametrize("text", ["'26'", "26.0", "26.00", "(Z=26)", "Z = 26,", "element: 26"])
def test_a_number_that_says_what_it_is_is_read(reader: Reader, text: str) -> None:
    assert read(reader, text).symbol == "Fe"


@pytest.mark.parametrize(
    ("text", "warnings"),
    [("cu_ppm", 0), ("CU_PPM", 1), ("HG (%)", 0), ("CO ppm", 1), ("as (%)", 1), ("AG g/t", 0)],
)
def test_a_folded_symbol_with_a_unit_is_read_with_its_doubts(
    reader: Reader, text: str, warnings: int
) -> None:
    reading = read(reader, text)
    assert reading.resolution is not None
    assert reading.resolution.by == By.SYMBOL_CASE_FOLDED
    assert len(reading.warnings) == warnings


@pytest.mark.parametrize("text", ["In ppm", "As %", "In %"])
def test_a_word_before_a_unit_is_said_to_be_one(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert reading.symbol == text[:2]
    assert "also a word in" in reading.warnings[0]
    assert read(reader, f"'{text}'").warnings == reading.warnings
    assert read(reader, text.replace(" ", "_")).warnings == ()
