"""Lists side by side, and agreement over time, as values and as pages."""

from collections.abc import Callable
from typing import Any

import pytest

from service.catalogue import Catalogue, View
from service.web.views.lists import ListsOptions, ListsPage, Row, lists_page
from service.web.views.over_time import CHARTS, over_time
from service.web.views.pictures import bars


def critical(catalogue: Catalogue, **options: str) -> ListsPage:
    return lists_page(View(catalogue), ListsOptions("critical", **options))


def test_each_row_counts_as_its_verdict_does(catalogue: Catalogue) -> None:
    view, made = View(catalogue), critical(catalogue)
    assert len(made.rows) > 90
    for row in made.rows:
        thing = row.symbol or row.href.split("/")[2].split("#")[0]
        (summary,) = view.summaries(thing, "critical")
        assert row.count == summary.listed_by, thing
        assert len(row.cells) == len(made.columns) == summary.lists


def test_a_cell_has_the_year_since_when_and_tells_materials_apart(catalogue: Catalogue) -> None:
    made = critical(catalogue)
    eu = [column.key for column in made.columns].index("EU")
    cells = {row.name: row.cells[eu] for row in made.rows}
    assert cells["Gallium"] == ("on", "2011")
    assert cells["Indium"] == ("off", "")
    assert "Fluorspar" in cells
    carbon = next(row for row in made.rows if row.symbol == "C")
    assert "material" in {cell.state for cell in carbon.cells}
    assert carbon.count < 5


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("lists", lambda row: -row.count),
        ("name", lambda row: row.name.lower()),
        ("number", lambda row: row.number),
    ],
)
def test_rows_are_sorted(catalogue: Catalogue, sort: str, key: Callable[[Row], Any]) -> None:
    rows = critical(catalogue, sort=sort).rows
    assert rows == sorted(rows, key=key)


def test_rows_come_in_the_order_of_a_column(catalogue: Catalogue) -> None:
    made = critical(catalogue, sort="EU")
    eu = [column.key for column in made.columns].index("EU")
    states = [row.cells[eu].state for row in made.rows]
    on = states.count("on")
    assert states[:on] == ["on"] * on
    years = [row.cells[eu].text for row in made.rows[:on]]
    assert years == sorted(years)
    assert years[0] == "2011"


def test_the_histories_end_with_the_verdicts_of_today(catalogue: Catalogue) -> None:
    view = View(catalogue)
    data = over_time(view, "critical")
    assert (data.years[0], data.years[-1], data.lists[0]) == (2011, 2026, 1)
    assert len(data.charts) == CHARTS
    by_name = {element.name.lower(): element.symbol for element in catalogue.elements.values()}
    for chart in data.charts:
        assert all(n <= lists for n, lists in zip(chart.counts, data.lists, strict=True))
        for symbol in (by_name[name] for name in chart.things if name in by_name):
            (summary,) = view.summaries(symbol, "critical")
            assert (chart.counts[-1], data.lists[-1]) == (summary.listed_by, summary.lists)
    top = data.charts[0].counts[-1]
    number = sum(len(c.things) for c in data.charts if c.counts[-1] == top)
    assert f"by {top} of them" in data.summary
    assert data.summary.endswith(f"and {number - 5} more.")


def test_bars_stand_on_the_base_line() -> None:
    assert bars([0, 1, 2], 2) == "M0 60V60h9V30h9V0h9V60z"
    assert bars([0], 0) == "M0 60V60h9V60z"
    assert bars([1], 1) == "M0 60V0h9V60z"
