"""A list of mentions: its lines, its pages, its download."""

import pytest

from service.answers.batch import read_items
from service.catalogue import Catalogue, View
from service.mentions import Options, Reader, Reading, ValueKind
from service.web.pasted_table import column, sheet
from service.web.views.classify import Lines, classified, csv_rows


def lines_of(
    catalogue: Catalogue,
    reader: Reader,
    values: list[str],
    first: int = 1,
    concepts: tuple[str, ...] = ("rare-earth",),
) -> Lines:
    def read(value: str, suggest: bool) -> Reading:
        return reader.read(value, Options(), suggest=suggest)

    return Lines(View(catalogue), concepts, list(read_items(values, read)), first)


def test_a_list_keeps_its_order_and_gives_an_outcome_a_line(
    catalogue: Catalogue, reader: Reader
) -> None:
    lines = lines_of(catalogue, reader, ["Sc", "", "NA", "Sc", "=1+1"], first=2)
    found = classified(lines, "all")
    assert [(line.number, line.outcome, line.times) for line in found.lines] == [
        (2, "ok", 1),
        (3, "missing", 1),
        (4, "ambiguous", 1),
        (5, "ok", 1),
        (6, "unknown", 1),
    ]
    assert (found.count, found.distinct, found.elements, found.problems) == (5, 4, 1, 3)
    assert [line.number for line in classified(lines, "problems").lines] == [3, 4, 6]


def test_equal_values_are_shown_once_with_their_number_problems_first(
    catalogue: Catalogue, reader: Reader
) -> None:
    found = classified(lines_of(catalogue, reader, ["Sc", "Sc", "xyz", "CO", "Sc", "Y"]))
    assert [(line.typed, line.times) for line in found.lines] == [
        ("xyz", 1),
        ("CO", 1),
        ("Sc", 3),
        ("Y", 1),
    ]


@pytest.mark.parametrize(("page", "first", "shown"), [(1, 1, 200), (3, 401, 50), (9, 401, 50)])
def test_a_long_list_comes_in_pages(
    catalogue: Catalogue, reader: Reader, page: int, first: int, shown: int
) -> None:
    found = classified(lines_of(catalogue, reader, ["Sc"] * 450), "all", page)
    assert (found.lines[0].number, len(found.lines)) == (first, shown)
    assert (found.page, found.pages, found.shown) == (min(page, 3), 3, 450)


def test_a_download_keeps_the_columns_of_the_list(catalogue: Catalogue, reader: Reader) -> None:
    table = sheet("site,metal,state_rare-earth\nNorth,Sc,dry\nSouth,,wet")
    taken = column(table, lambda value: value == "Sc", 2)
    lines = lines_of(catalogue, reader, taken.values, taken.first_line)
    head, first, last = csv_rows(lines, table, taken)
    assert head[:6] == ["line", "site", "metal", "state_rare-earth", "outcome", "symbol"]
    assert head[8:10] == ["classifier_state_rare-earth", "yes_rare-earth"]
    assert first[:9] == [2, "North", "Sc", "dry", "ok", "Sc", "Scandium", 21, "disputed"]
    assert last[:6] == [3, "South", "", "wet", "missing", ""]
    assert len(first) == len(last) == len(head)


def test_columns_without_a_heading_are_numbered(catalogue: Catalogue, reader: Reader) -> None:
    table = sheet("1;Sc\n2;Y;more")
    taken = column(table, lambda value: value in ("Sc", "Y"))
    head, *_ = csv_rows(lines_of(catalogue, reader, taken.values), table, taken)
    assert head[:4] == ["line", "input", "outcome", "symbol"]
    table = sheet("1;Sc\n2;Y")
    taken = column(table, lambda value: value in ("Sc", "Y"))
    head, first, _ = csv_rows(lines_of(catalogue, reader, taken.values), table, taken)
    assert head[:4] == ["line", "column_1", "column_2", "outcome"]
    assert first[:5] == [1, "1", "Sc", "ok", "Sc"]


def test_an_alloy_has_a_line_of_its_elements_and_says_how_it_was_read(
    catalogue: Catalogue, reader: Reader
) -> None:
    def read(value: str, suggest: bool) -> Reading:
        return reader.read(value, Options(kind=ValueKind.AUTO), suggest=suggest)

    items = list(read_items(["Ti-6Al-4V", "NdFeB", "copper"], read))
    alloy, magnet, copper = classified(
        Lines(View(catalogue), ["rare-earth"], items, 1), "all"
    ).lines
    assert [each.symbol for each in alloy.elements] == ["Ti", "Al", "V"]
    assert alloy.remark == "Read as a composition. The numbers are read as per cent by weight."
    assert magnet.remark == "Read as a formula."
    assert [each.symbol for each in copper.elements] == ["Cu"]
    assert "Read as" not in copper.remark


def test_an_oxide_at_the_head_of_a_column_counts_its_element_alone(
    catalogue: Catalogue, reader: Reader
) -> None:
    def read(value: str, suggest: bool) -> Reading:
        return reader.read_heading(value, suggest=suggest)

    lines = Lines(View(catalogue), ["rare-earth"], list(read_items(["Al2O3_pct"], read)), 1)
    assert list(lines.elements) == ["Al"]


def test_several_concepts_stand_side_by_side(catalogue: Catalogue, reader: Reader) -> None:
    asked = ("rare-earth", "critical")
    lines = lines_of(catalogue, reader, ["Sc", "graphite", "xyz"], concepts=asked)
    found = classified(lines, "all")
    assert [concept.id for concept in found.concepts] == list(asked)
    scandium, graphite = (line.elements[0] for line in found.lines[:2])
    assert [tally.state.word for tally in scandium.tallies] == ["disputed", "on most lists"]
    assert [tally.state.id for tally in graphite.tallies] == ["silent", "on-most"]
    table = sheet("Sc\ngraphite\nxyz")
    taken = column(table, lambda value: value == "Sc")
    head, *rows = csv_rows(lines, table, taken)
    assert head[6:15] == [
        *(f"{name}_rare-earth" for name in ("state", "yes", "no", "silent")),
        *(f"{name}_critical" for name in ("state", "yes", "no", "silent")),
        "remark",
    ]
    assert [(row[3], row[6], row[10]) for row in rows] == [
        ("Sc", "disputed", "on most lists"),
        ("", "nobody says", "on most lists"),
        ("", "", ""),
    ]
