"""Pasted columns and dropped files: which column is meant."""

import pytest

from service.web.pasted_table import Column, column, decoded, headings, sheet

ELEMENTS = {"Sc", "yttrium", "21", "1", "2", "3", "b", "Co"}


def taken(text: str, chosen: int | None = None) -> Column:
    return column(sheet(text), ELEMENTS.__contains__, chosen)


def test_one_value_a_line_is_a_column_and_blank_lines_count() -> None:
    assert taken("Sc\r\n\r\nyttrium\r\n") == Column(1, None, ["Sc", "", "yttrium"], 1)


def test_a_comma_in_one_line_makes_no_table() -> None:
    assert taken("Sc\nneodymium, refined\nCo").values == ["Sc", "neodymium, refined", "Co"]


def test_a_field_too_long_for_a_table_leaves_lines_wherever_it_stands() -> None:
    lines = ["1,Sc"] * 60 + ["2," + "x" * 131_073]
    assert taken("\n".join(lines)).values == lines


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_counter_is_not_taken_for_atomic_numbers(delimiter: str) -> None:
    text = "\n".join(["no,metal", "1,Sc", "2,yttrium", "3,Co"]).replace(",", delimiter)
    assert taken(text) == Column(2, "metal", ["Sc", "yttrium", "Co"], 2)


def test_a_chosen_column_is_taken() -> None:
    assert taken("no,metal\n1,Sc\n2,Co", 1).values == ["1", "2"]
    assert taken("no,metal\n1,Sc\n2,Co", 9).number == 2


def test_quoted_fields_may_hold_what_separates() -> None:
    assert taken('id,metal\n"a,1",Sc\n"b ""x""",Co').values == ["Sc", "Co"]
    assert taken('"Sc"\n"yttrium"').values == ["Sc", "yttrium"]


def test_a_first_line_that_is_an_element_is_no_heading() -> None:
    assert taken("Sc\nCo").heading is None
    assert taken("Scandum\nzzz").heading is None


def test_headings_are_offered_for_choice() -> None:
    assert headings(sheet("a;b\n1;2")) == ["a", "b"]
    assert headings(sheet("")) == [""]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_of_a_known_encoding_is_read_as_it_was_written(encoding: str) -> None:
    assert decoded("скандий".encode(encoding)) == ("скандий", None)


def test_another_encoding_is_confessed() -> None:
    text, remark = decoded("Béryllium".encode("cp1252"))
    assert text == "Béryllium"
    assert remark is not None
    assert "Windows-1252" in remark
