"""Columns of CSV tables: the user's own cells come back, with ours behind them."""

import csv
import io

import pytest
from werkzeug.test import Client

from service.columns.writers import CSV
from tests.support.columns import plain_rows, refused, table


def test_a_table_comes_back_with_its_own_cells_and_ours_behind_them(client: Client) -> None:
    body = 'id,metal,note\n1,Sc,"two\nlines"\n2,"a,b","say ""no"""\n'
    head, first, second = plain_rows(client, body, column="metal")
    assert head[:3] == ["id", "metal", "note"]
    assert first[:3] == ["1", "Sc", "two\nlines"]
    assert second[:3] == ["2", "a,b", 'say "no"']
    ours = dict(zip(head[3:], first[3:], strict=True))
    assert (ours["outcome"], ours["symbol"], ours["by"]) == ("ok", "Sc", "symbol")


def test_a_line_of_another_length_keeps_our_columns_in_their_places(client: Client) -> None:
    head, short, long = plain_rows(client, "id,metal\n1\n2,Y,more,cells\n", column="metal")
    place = head.index("outcome")
    assert (short[:2], short[place]) == (["1", ""], "invalid")
    assert (long[:2], long[place], long[-2:]) == (["2", "Y"], "ok", ["more", "cells"])
    assert len(head) == len(short) == len(long) - 2


def test_a_column_of_the_users_with_our_name_keeps_it(client: Client) -> None:
    (row,) = table(client, "symbol,outcome\nsc,mine\n", column="symbol")
    assert (row["symbol"], row["outcome"]) == ("sc", "mine")
    assert (row["classified_symbol"], row["classified_outcome"]) == ("Sc", "ok")


def test_a_column_is_chosen_by_name_or_number(client: Client) -> None:
    body = 'id;metal\n1;Sc\n2;"a;b"\n3\n\n5;scandum\n'
    found = table(client, body, column="metal", delimiter="semicolon")
    assert [(row["id"], row["metal"], row["outcome"]) for row in found] == [
        *(("1", "Sc", "ok"), ("2", "a;b", "unknown"), ("3", "", "invalid")),
        *(("", "", "missing"), ("5", "scandum", "unknown")),
    ]
    assert found[4]["problem"] == "Nothing matches 'scandum'. Did you mean Sc?"
    headless = {"column": "2", "delimiter": "tab", "header": "false"}
    rows = plain_rows(client, "1\tSc\n2\tY\n", **headless)
    assert [row[:4] for row in rows] == [["1", "Sc", "ok", "Sc"], ["2", "Y", "ok", "Y"]]


def test_one_column_needs_no_choice_and_has_no_byte_order_mark(client: Client) -> None:
    assert [row["symbol"] for row in table(client, "\ufeffmetal\nSc\n".encode())] == ["Sc"]
    (row,) = plain_rows(client, "\ufeffSc\n".encode(), header="false")
    assert row[:3] == ["Sc", "ok", "Sc"]


def test_a_quoted_cell_may_hold_line_ends_and_a_broken_one_is_alone(client: Client) -> None:
    body = 'metal,note\nSc,"two\nlines"\n"Y" x,bad\nCe,fine\nLa,"never closed\nmore\n'
    found = table(client, body, column="metal")
    assert [(row["note"], row["outcome"], row["symbol"]) for row in found] == [
        ("two\nlines", "ok", "Sc"),
        ("", "invalid", ""),
        ("fine", "ok", "Ce"),
        ("", "invalid", ""),
    ]
    assert "in lines 4 to 4" in found[1]["problem"]
    assert "in lines 6 to 7" in found[3]["problem"]


RUN = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
"""The first characters of cells that a spreadsheet may run."""


@pytest.mark.parametrize("start", RUN, ids=ascii)
def test_our_cells_run_nothing_in_a_spreadsheet(client: Client, start: str) -> None:
    asked = {"q": [f"{start}1", f"1{start}"], "format": "csv"}
    answer = client.get("/v1/resolve", query_string=asked)
    _, run, harmless = csv.reader(io.StringIO(answer.text, newline=""))
    assert (run[0], harmless[0]) == (f"'{start}1", f"1{start}")
    (_, row) = plain_rows(client, f'metal,note\nSc,"{start}1"\n', column="metal")
    assert row[:2] == ["Sc", f"{start}1"]


@pytest.mark.parametrize(
    ("body", "query", "detail"),
    [
        ("a,b\n1,2\n", {}, "There are 2 columns: choose one. Known: a, b."),
        ("a,b\n1,2\n", {"column": "c"}, "'c' stands nowhere in the head. Known: a, b."),
        ("a,a\n1,2\n", {"column": "a"}, "'a' stands twice or more in the head. Known: a, a."),
        ("1,2\n", {"column": "3", "header": "false"}, "There is no column '3'. Known: 1 to 2."),
    ],
)
def test_a_column_that_is_not_there_is_refused_with_those_that_are(
    client: Client, body: str, query: dict[str, str], detail: str
) -> None:
    problem = refused(client, body.encode(), CSV, **query)
    assert problem["status"] == 422
    assert problem["errors"] == [{"parameter": "column", "detail": detail}]


@pytest.mark.parametrize(
    ("given", "separator", "name"),
    [("comma", ";", "semicolon"), ("comma", "\t", "tab"), ("semicolon", ",", "comma")],
)
@pytest.mark.parametrize("column", [{}, {"column": "metal"}])
def test_a_head_with_another_separator_names_it(
    client: Client, given: str, separator: str, name: str, column: dict[str, str]
) -> None:
    body = f"site{separator}metal\nA{separator}Sc\n".encode()
    (fault,) = refused(client, body, CSV, delimiter=given, **column)["errors"]
    assert fault["parameter"] == "delimiter"
    assert f"delimiter={name}" in fault["detail"]
    (row,) = table(client, body, delimiter=name, column="metal")
    assert row["symbol"] == "Sc"


@pytest.mark.parametrize(
    ("head", "column"), [("Métal", {}), ("Métal,grade", {"column": "grade"}), ("Métal;grade", {})]
)
def test_a_head_in_windows_1252_is_refused(
    client: Client, head: str, column: dict[str, str]
) -> None:
    problem = refused(client, f"{head}\nSc,1\n".encode("cp1252"), CSV, **column)
    assert problem["status"] == 422
    assert "UTF-8" in problem["detail"]
    assert "Windows-1252" in problem["detail"]


@pytest.mark.parametrize("query", ["", "?column=metal&concept=rare-earth"])
def test_a_table_with_curls_own_type_is_told_the_right_one(client: Client, query: str) -> None:
    form = "application/x-www-form-urlencoded"
    problem = refused(client, b"metal\nSc\n", form, path=f"/v1/classify{query}")
    assert problem["status"] == 415
    assert "Content-Type: text/csv" in problem["detail"]
