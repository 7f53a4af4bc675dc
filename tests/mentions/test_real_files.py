"""The table real_files.csv: what stands in files that people have, and what comes of it.

mention   the text, as it stood in a cell or at the head of a column
options   how it is read: ``header``, ``formula``, or nothing for a mention
outcome   of the reading
symbol    the symbols of the elements; where there is none, those suggested
by        how it was recognised; behind it a mass number or a charge
warning   a part of each warning, with ``|`` between them; empty where there is none
detail    a part of the note, or of the problem's detail
material  the id of the material
unit, form, method, fraction   what stands beside the element or material
"""

import csv
from pathlib import Path

import pytest

from service.mentions import Heading, Options, Reader, Reading

with (Path(__file__).parent / "real_files.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))
BESIDE = ("unit", "form", "method", "fraction")


def read(reader: Reader, case: dict[str, str]) -> Reading:
    if case["options"] == "formula":
        return reader.read_formula(case["mention"])
    if case["options"] == "header":
        return reader.read_heading(case["mention"])
    return reader.read(case["mention"], Options())


def candidates(reading: Reading) -> tuple[str, ...]:
    """Give the symbols that a reading names, or asks about."""
    problem = reading.problem
    if problem is None:
        return reading.symbols
    return problem.suggestions or tuple(each.symbol for each in problem.candidates if each.symbol)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['mention']} {case['options']}")
def test_what_people_have_is_read_as_the_table_says(reader: Reader, case: dict[str, str]) -> None:
    reading = read(reader, case)
    match, problem = reading.resolution, reading.problem
    assert (reading.outcome, " ".join(candidates(reading))) == (case["outcome"], case["symbol"])
    assert (reading.material or "") == case["material"]
    numbers = (match.mass_number, match.charge) if match else ()
    by = [match.by if match else "", *(str(each) for each in numbers if each is not None)]
    assert " ".join(by) == case["by"]
    heading = (match.heading if match else None) or Heading()
    assert {each: getattr(heading, each) or "" for each in BESIDE} == {e: case[e] for e in BESIDE}
    said = problem.detail if problem else (match.note if match else None)
    assert case["detail"] in (said or "")
    parts = case["warning"].split(" | ") if case["warning"] else []
    assert len(reading.warnings) == len(parts)
    assert all(part in each for part, each in zip(parts, reading.warnings, strict=True))
