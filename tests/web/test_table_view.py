"""The table of the elements, as values."""

import datetime as dt

import pytest

from service.catalogue import Catalogue, Selection, View
from service.web.legend import DISPUTED, DISSENT_IN, DISSENT_OUT, INFERRED
from service.web.views.table import Cell, Table, TableOptions, table


def cells(made: Table) -> dict[str, Cell]:
    return {cell.symbol: cell for row in made.periods for cell in row if cell}


def test_the_table_has_every_element_and_opens_with_scandium_disputed(catalogue: Catalogue) -> None:
    made = table(View(catalogue), TableOptions())
    assert made.concept.id == "rare-earth"
    assert made.outright[0].symbol == "Sc"
    below = [cell.symbol for row in made.f_block for cell in row]
    assert {*cells(made), *below} == set(catalogue.elements)
    assert len(cells(made)) == 90
    assert below[::14] == ["Ce", "Th"]
    third = {symbol for symbol, cell in cells(made).items() if cell.column == 3}
    assert third == {"Sc", "Y", "La", "Ac"}
    assert sum(number for _, number in made.legend) == 118


def test_disputed_only_fades_the_others(catalogue: Catalogue) -> None:
    made = table(View(catalogue), TableOptions(disputed=True))
    clear = [cell for cell in cells(made).values() if not cell.faded]
    assert [cell.symbol for cell in clear][:2] == ["Sc", "Y"]
    assert {c.tally.state for c in clear} <= {DISPUTED, INFERRED, DISSENT_IN, DISSENT_OUT}


def test_two_editions_of_one_list_are_a_revision(catalogue: Catalogue) -> None:
    asked = TableOptions("critical", left="eu-critical-2020", right="eu-critical-2024")
    made = table(View(catalogue), asked)
    assert made.compared is not None
    assert made.compared.sides["only_left"] == ["In"]
    states = {symbol: cell.tally.state for symbol, cell in cells(made).items()}
    assert (states["In"].id, states["In"].word) == ("moved", "left only")
    assert states["Sc"].word == "both"


def test_two_editions_of_two_lists_disagree(catalogue: Catalogue) -> None:
    asked = TableOptions("critical", left="us-critical-2025", right="eu-critical-2024")
    states = {cell.tally.state.id for cell in cells(table(View(catalogue), asked)).values()}
    assert "disputed" in states
    assert "moved" not in states


@pytest.mark.parametrize(
    ("concept", "right", "said"),
    [
        ("rare-earth", "", "choose two editions"),
        ("critical", "ngu-yttrium-scandium", "Rare-earth element"),
    ],
)
def test_no_comparison_is_explained(
    catalogue: Catalogue, concept: str, right: str, said: str
) -> None:
    asked = TableOptions(concept, left="iupac-2005", right=right or None)
    made = table(View(catalogue), asked)
    assert made.compared is None
    assert said in made.notices[0]


def test_the_state_of_the_view_goes_with_the_links(catalogue: Catalogue) -> None:
    asked = TableOptions(authorities=("iupac",), as_of="2020-01-01")
    view = View(catalogue, Selection(dt.date(2020, 1, 1), frozenset({"iupac"})))
    hydrogen = cells(table(view, asked))["H"]
    assert hydrogen.href == "/elements/H?authority=iupac&as_of=2020-01-01#rare-earth"
