"""Formulas: which elements, or where the text stops being a formula."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.mentions.chemistry.formulas import DEPTH, LIMIT, FormulaError, elements_in

SNAPSHOT = Path(__file__).parents[2] / "seeds" / "elements.json"
SYMBOLS = {row["symbol"] for row in json.loads(SNAPSHOT.read_text("utf-8"))["elements"]}


@pytest.mark.parametrize(
    ("formula", "symbols"),
    [
        ("Nd2Fe14B", "Nd Fe B"),
        ("Nd₂Fe₁₄B", "Nd Fe B"),
        ("(Ce,La)PO4", "Ce La P O"),
        ("CuSO4·5H2O", "Cu S O H"),
        ("CuSO4.5H2O", "Cu S O H"),
        ("La0.7Sr0.3MnO3", "La Sr Mn O"),
        ("Ca1-xSrxTiO3", "Ca Sr Ti O"),
        ("KxWO3", "K W O"),
        ("YBa2Cu3O7-δ", "Y Ba Cu O"),
        ("Y3Al5O12:Ce", "Y Al O Ce"),
        ("K□Al2", "K Al"),
        ("(C2H4)n", "C H"),
        ("[Co(NH3)6]Cl3", "Co N H Cl"),
        ("SO42-", "S O"),
        ("Fe^3+", "Fe"),
        ("Fe³⁺", "Fe"),
        ("NaN", "Na N"),
        ("Co", "Co"),
        ("CO", "C O"),
        ("(Ca,Na)2(Mg,Fe)5Si8O22(OH)2", "Ca Na Mg Fe Si O H"),
    ],
)
def test_a_formula_gives_its_elements_once_each_in_their_order(formula: str, symbols: str) -> None:
    assert elements_in(formula, SYMBOLS) == tuple(symbols.split())


@pytest.mark.parametrize(
    ("formula", "position", "reason"),
    [
        ("YAG:Ce", 2, "'A' is no element's symbol"),
        ("REE2O3", 1, "REE stands for any rare-earth element: name the element"),
        ("(Ca,Ln)F2", 5, "Ln stands for any lanthanoid: name the element"),
        ("M3O4", 1, "M stands for any metal: name the element"),
        ("Xx2", 1, "'Xx' is no element's symbol"),
        ("Kb2O", 1, "'Kb' is no element's symbol"),
        ("nd2o3", 1, "'n' is no part of a formula"),
        ("Tin", 3, "'n' is no part of a formula"),
        ("Nd2?", 4, "'?' is no part of a formula"),
        ("((H)", 4, "'(' is not closed"),
        ("H)", 2, "')' closes nothing"),
        ("(H]", 3, "']' closes nothing"),
        ("", 1, "There is no element in it"),
        ("()", 1, "There is no element in it"),
    ],
)
def test_what_is_no_formula_is_refused(formula: str, position: int, reason: str) -> None:
    with pytest.raises(FormulaError) as caught:
        elements_in(formula, SYMBOLS)
    assert (caught.value.position, caught.value.reason) == (position, reason)


def test_length_and_depth_are_limited_to_the_character() -> None:
    assert elements_in("H" * LIMIT, SYMBOLS) == ("H",)
    with pytest.raises(FormulaError, match="at most 500 characters"):
        elements_in("H" * (LIMIT + 1), SYMBOLS)
    assert elements_in("(" * DEPTH + "H" + ")" * DEPTH, SYMBOLS) == ("H",)
    with pytest.raises(FormulaError, match="nested deeper than 20"):
        elements_in("(" * (DEPTH + 1) + "H" + ")" * (DEPTH + 1), SYMBOLS)


@given(st.text(max_size=60))
def test_any_text_gives_known_symbols_or_a_reason(text: str) -> None:
    with contextlib.suppress(FormulaError):
        assert set(elements_in(text, SYMBOLS)) <= SYMBOLS


@given(st.lists(st.sampled_from(sorted(SYMBOLS)), min_size=1, max_size=12))
def test_symbols_in_a_row_with_amounts_come_back(symbols: list[str]) -> None:
    assert elements_in("2".join(symbols), SYMBOLS) == tuple(dict.fromkeys(symbols))
