"""Two tables: cases.csv, what a user types, and real_files.csv, what stands in people's files.

mention   the text; JSON where the options say ``json``: numbers, and characters nobody sees
options   ``strict``, ``na=sodium``, ``lang=de``, ``material``, with ``;`` between them; in
          real_files.csv ``header``, ``formula``, or nothing for a mention
outcome   of the reading
symbol    of the elements; where there is none, those suggested, or in real_files.csv asked about
by        how it was recognised; behind it a mass number, a charge, languages or a material's id
warning   a part of each warning, with ``|`` between them; empty where there is none
detail    a part of the note or of the problem's detail
material, unit, form, method, fraction   in real_files.csv: what stands beside the element
"""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from service.mentions import Heading, Options, Reader, Reading, Resolution

Case = dict[str, str]
BESIDE = ("unit", "form", "method", "fraction")


def table(name: str) -> list[Case]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CASES = table("cases.csv")


def named(case: Case) -> str:
    return f"{case['mention']} {case['options']}".strip()


def check_words(reading: Reading, case: Case) -> None:
    match, problem = reading.resolution, reading.problem
    said = problem.detail if problem else match and match.note
    assert case["detail"] in (said or "")
    parts = case["warning"].split(" | ") if case["warning"] else []
    assert len(reading.warnings) == len(parts)
    assert all(part in each for part, each in zip(parts, reading.warnings, strict=True))


def about(reading: Reading, match: Resolution) -> set[str]:
    """Give what may stand behind ``by``."""
    ids = (match.mass_number, match.charge, reading.material)
    return {str(each) for each in ids if each is not None} or set(match.languages)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_mention_is_read_as_the_table_says(reader: Reader, case: Case) -> None:
    words = [word.partition("=") for word in case["options"].split(";")]
    chosen = {word: value for word, _, value in words}
    typed: Any = json.loads(case["mention"]) if "json" in chosen else case["mention"]
    options = Options(
        "strict" in chosen, chosen.get("na"), chosen.get("lang"), material="material" in chosen
    )
    reading = reader.read(typed, options)
    match, problem = reading.resolution, reading.problem
    assert reading.outcome == case["outcome"]
    assert (match is None) is (problem is not None) is (case["outcome"] != "ok")
    by, *behind = case["by"].split() or [""]
    if match:
        assert (reading.symbol or "", match.by) == (case["symbol"], by)
        assert set(behind) <= about(reading, match)
        assert behind or not reading.material
        assert behind or match.mass_number is match.charge is None
    if problem:
        assert " ".join(problem.suggestions) == case["symbol"]
        assert not problem.concept or f"See /v1/concepts/{problem.concept}." in problem.detail
    check_words(reading, case)


def test_no_case_stands_twice() -> None:
    assert len({(case["mention"], case["options"]) for case in CASES}) == len(CASES)


def candidates(reading: Reading) -> tuple[str, ...]:
    """Give the symbols that a reading names, or asks about."""
    problem = reading.problem
    if problem is None:
        return reading.symbols
    return problem.suggestions or tuple(each.symbol for each in problem.candidates if each.symbol)


@pytest.mark.parametrize("case", table("real_files.csv"), ids=named)
def test_what_people_have_is_read_as_the_table_says(reader: Reader, case: Case) -> None:
    typed, as_ = case["mention"], {"formula": reader.read_formula, "header": reader.read_heading}
    reading = as_[case["options"]](typed) if case["options"] else reader.read(typed, Options())
    match = reading.resolution
    assert (reading.outcome, " ".join(candidates(reading))) == (case["outcome"], case["symbol"])
    assert (reading.material or "") == case["material"]
    numbers = (match.mass_number, match.charge) if match else ()
    by = [match.by if match else "", *(str(each) for each in numbers if each is not None)]
    assert " ".join(by) == case["by"]
    heading = (match.heading if match else None) or Heading()
    assert {each: getattr(heading, each) or "" for each in BESIDE} == {e: case[e] for e in BESIDE}
    check_words(reading, case)
