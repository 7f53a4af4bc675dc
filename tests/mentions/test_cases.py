"""The table of mentions, cases.csv: what a user types, and what comes of it.

mention   the text; JSON where the options say ``json``: numbers, and characters nobody sees
options   ``strict``, ``na=sodium``, ``lang=de``, ``material``, with ``;`` between them
outcome   of the reading
symbol    the element's; where there is none, those suggested
by        how it was recognised; behind it a mass number, a charge, languages or a material's id
warning   a part of each warning, with ``|`` between them; empty where there is none
detail    a part of the note or of the problem's detail, where the case is about it
"""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from service.mentions import Options, Reader, Reading, Resolution

with (Path(__file__).parent / "cases.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


def name(case: dict[str, str]) -> str:
    return f"{case['mention']} {case['options']}".strip()


def about(reading: Reading, match: Resolution) -> set[str]:
    """Give what may stand behind ``by``."""
    ids = (match.mass_number, match.charge, reading.material)
    return {str(each) for each in ids if each is not None} or set(match.languages)


@pytest.mark.parametrize("case", CASES, ids=name)
def test_a_mention_is_read_as_the_table_says(reader: Reader, case: dict[str, str]) -> None:
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
        assert case["detail"] in (match.note or "")
    if problem:
        assert " ".join(problem.suggestions) == case["symbol"]
        assert case["detail"] in problem.detail
        assert not problem.concept or f"See /v1/concepts/{problem.concept}." in problem.detail
    parts = case["warning"].split(" | ") if case["warning"] else []
    assert len(reading.warnings) == len(parts)
    for warning, part in zip(reading.warnings, parts, strict=True):
        assert part in warning


def test_no_case_stands_twice() -> None:
    assert len({(case["mention"], case["options"]) for case in CASES}) == len(CASES)
