"""The table of the elements, as values."""

import datetime as dt

import pytest

from service.catalogue import Catalogue, Selection, View
from service.web.legend import (
    DISPUTED,
    DISSENT_IN,
    DISSENT_OUT,
    INFERRED,
)
from service.web.views.table import Table, TableOptions, table


def rare_earths(catalogue: Catalogue, asked: TableOptions | None = None) -> Table:
    return table(View(catalogue), asked or TableOptions())


def test_the_table_opens_with_scandium_disputed_explicitly(catalogue: Catalogue) -> None:
    made = rare_earths(catalogue)
    assert made.concept.id == "rare-earth"
    assert made.outright[0].symbol == "Sc"


def test_all_elements_have_a_place_of_their_own(catalogue: Catalogue) -> None:
    made = rare_earths(catalogue)
    above = [cell for row in made.periods for cell in row if cell]
    below = [cell for row in made.f_block for cell in row]
    assert {cell.symbol for cell in above + below} == set(catalogue.elements)
    assert len(above) == 90
    assert [cell.symbol for cell in below][::14] == ["Ce", "Th"]
    third = {cell.symbol for cell in above if cell.column == 3}
    assert third == {"Sc", "Y", "La", "Ac"}


def test_the_legend_adds_up_to_all_elements(catalogue: Catalogue) -> None:
    assert sum(number for _, number in rare_earths(catalogue).legend) == 118


def test_disputed_only_fades_the_others(catalogue: Catalogue) -> None:
    made = rare_earths(catalogue, TableOptions(disputed=True))
    clear = [c for row in made.periods for c in row if c and not c.faded]
    assert [c.symbol for c in clear][:2] == ["Sc", "Y"]
    assert {c.tally.state for c in clear} <= {DISPUTED, INFERRED, DISSENT_IN, DISSENT_OUT}


def test_two_editions_of_one_list_are_a_revision(catalogue: Catalogue) -> None:
    asked = TableOptions("critical", left="eu-critical-2020", right="eu-critical-2024")
    made = rare_earths(catalogue, asked)
    assert made.compared is not None
    assert made.compared.sides["only_left"] == ["In"]
    cells = {c.symbol: c for row in made.periods for c in row if c}
    assert (cells["In"].tally.state.id, cells["In"].tally.state.word) == ("moved", "left only")
    assert cells["Sc"].tally.state.word == "both"


def test_two_editions_of_two_lists_disagree(catalogue: Catalogue) -> None:
    asked = TableOptions("critical", left="us-critical-2025", right="eu-critical-2024")
    made = rare_earths(catalogue, asked)
    cells = {c.symbol: c for row in made.periods for c in row if c}
    states = {c.tally.state.id for c in cells.values()}
    assert "disputed" in states
    assert "moved" not in states


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (TableOptions(left="iupac-2005"), "choose two editions"),
        (
            TableOptions("critical", left="iupac-2005", right="ngu-yttrium-scandium"),
            "Rare-earth element",
        ),
    ],
)
def test_what_cannot_be_compared_is_explained(
    catalogue: Catalogue, asked: TableOptions, said: str
) -> None:
    made = rare_earths(catalogue, asked)
    assert made.compared is None
    assert said in made.notices[0]


def test_the_state_of_the_view_goes_with_the_links(catalogue: Catalogue) -> None:
    asked = TableOptions(authorities=("iupac",), as_of="2020-01-01")
    view = View(catalogue, Selection(dt.date(2020, 1, 1), frozenset({"iupac"})))
    cell = table(view, asked).periods[0][0]
    assert cell is not None
    assert cell.href == "/elements/H?authority=iupac&as_of=2020-01-01#rare-earth"
