"""Who lists what, and agreement over time, as values and as pages."""

import datetime as dt
import re
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from service.catalogue import Catalogue, Selection, View
from service.web.views.lists import ListsOptions, ListsPage, lists_page
from service.web.views.over_time import CHARTS, over_time
from service.web.views.pictures import bars

HTML = {"Accept": "text/html"}
SVG = "{http://www.w3.org/2000/svg}"
LIMIT = 60 * 1024
"""Most bytes of the picture over time."""


def drawn(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)  # noqa: S314 - we drew it ourselves


def critical(catalogue: Catalogue, **options: str) -> ListsPage:
    return lists_page(View(catalogue), ListsOptions("critical", **options))


def test_each_row_counts_as_its_verdict_does(catalogue: Catalogue) -> None:
    view = View(catalogue)
    made = critical(catalogue)
    assert len(made.rows) > 90
    for row in made.rows:
        thing = row.symbol or row.href.split("/")[2].split("#")[0]
        (summary,) = view.summaries(thing, "critical")
        assert row.count == summary.listed_by, thing
        assert len(row.cells) == len(made.columns) == summary.lists


def test_a_cell_has_the_year_since_when(catalogue: Catalogue) -> None:
    made = critical(catalogue)
    eu = [column.key for column in made.columns].index("EU")
    cells = {row.name: row.cells[eu] for row in made.rows}
    assert cells["Gallium"] == ("on", "2011")
    assert cells["Indium"] == ("off", "")
    assert "Fluorspar" in cells


def test_only_a_material_of_it_is_told_apart(catalogue: Catalogue) -> None:
    carbon = next(row for row in critical(catalogue).rows if row.symbol == "C")
    assert "material" in {cell.state for cell in carbon.cells}
    assert carbon.count < 5


@pytest.mark.parametrize(("kind", "elements"), [("element", True), ("material", False)])
def test_elements_or_materials_alone(catalogue: Catalogue, kind: str, elements: bool) -> None:
    rows = critical(catalogue, kind=kind).rows
    assert {bool(row.symbol) for row in rows} == {elements}


def test_rows_come_in_the_order_asked_for(catalogue: Catalogue) -> None:
    counts = [row.count for row in critical(catalogue).rows]
    assert counts == sorted(counts, reverse=True)
    names = [row.name.lower() for row in critical(catalogue, sort="name").rows]
    assert names == sorted(names)
    numbers = [row.number for row in critical(catalogue, sort="number").rows]
    assert numbers == sorted(numbers)
    made = critical(catalogue, sort="EU")
    eu = [column.key for column in made.columns].index("EU")
    states = [row.cells[eu].state for row in made.rows]
    on = states.count("on")
    assert states[:on] == ["on"] * on
    years = [row.cells[eu].text for row in made.rows[:on]]
    assert years == sorted(years)
    assert years[0] == "2011"


def test_a_day_without_lists_says_why(catalogue: Catalogue) -> None:
    view = View(catalogue, Selection(dt.date(1990, 1, 1)))
    made = lists_page(view, ListsOptions("critical"))
    assert (made.rows, made.columns) == ([], [])
    assert "The first list held is" in made.notices[0]


def test_an_order_by_a_list_that_is_not_there_is_told(catalogue: Catalogue) -> None:
    assert "No list of RU is in force" in critical(catalogue, sort="RU").notices[0]


def test_the_histories_end_with_the_verdicts_of_today(catalogue: Catalogue) -> None:
    data = over_time(View(catalogue), "critical")
    view = View(catalogue)
    assert (data.years[0], data.years[-1]) == (2011, 2026)
    assert data.lists[0] == 1
    assert len(data.charts) == CHARTS
    by_name = {element.name.lower(): element.symbol for element in catalogue.elements.values()}
    for chart in data.charts:
        assert all(n <= lists for n, lists in zip(chart.counts, data.lists, strict=True))
        for symbol in (by_name[name] for name in chart.things if name in by_name):
            (summary,) = view.summaries(symbol, "critical")
            assert (chart.counts[-1], data.lists[-1]) == (summary.listed_by, summary.lists)


def test_all_that_is_most_listed_is_named_or_counted(catalogue: Catalogue) -> None:
    data = over_time(View(catalogue), "critical")
    top = data.charts[0].counts[-1]
    number = sum(len(c.things) for c in data.charts if c.counts[-1] == top)
    assert f"by {top} of them" in data.summary
    assert data.summary.endswith(f"and {number - 5} more.")


def test_bars_stand_on_the_base_line() -> None:
    assert bars([0, 1, 2], 2) == "M0 60V60h9V30h9V0h9V60z"
    assert bars([0], 0) == "M0 60V60h9V60z"


@pytest.mark.parametrize(
    "address",
    [
        "/lists/over-time.svg",
        "/lists/over-time.svg?concept=export-controlled&kind=element&official=true",
        "/lists.svg?concept=strategic&sort=RU&as_of=2020-01-01",
        "/lists.svg?as_of=1990-01-01",
    ],
)
def test_a_picture_is_whole_and_says_what_it_shows(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers={"Accept": "image/*"})
    assert answer.status_code == 200
    assert answer.content_type == "image/svg+xml; charset=utf-8"
    policy = answer.headers["Content-Security-Policy"]
    assert policy == "default-src 'none'; frame-ancestors 'none'"
    assert " style=" not in answer.text
    root = drawn(answer.data)
    title, desc = root.findtext(f"{SVG}title", ""), root.findtext(f"{SVG}desc", "")
    assert len(title) > 20
    assert len(desc.split()) > 10


def test_the_picture_over_time_is_small(client: FlaskClient) -> None:
    data = client.get("/lists/over-time.svg").data
    assert len(data) < LIMIT
    assert len(drawn(data).findall(f".//{SVG}use")) == CHARTS


def test_the_columns_are_links_that_sort(client: FlaskClient) -> None:
    text = client.get("/lists?concept=strategic&kind=element", headers=HTML).text
    link = "/lists?concept=strategic&amp;kind=element&amp;sort=RU"
    assert f'href="{link}"' in text
    again = client.get(link.replace("&amp;", "&"), headers=HTML).text
    assert re.search(r'aria-sort="ascending"><a href="[^"]*sort=RU" aria-current="true"', again)
    assert 'href="/v1/matrix?concept=strategic&amp;format=csv"' in text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/lists?concept=rare-earth", "Lists are: critical, strategic"),
        ("/lists?sort=size", "Sort by lists, name, number"),
        ("/lists?kind=ore", "kind"),
        ("/lists/over-time.svg?as_of=2020-01-01", "as_of"),
    ],
)
def test_a_wrong_choice_says_what_would_do(client: FlaskClient, address: str, said: str) -> None:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 422
    assert said in answer.text
