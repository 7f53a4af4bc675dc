"""Pasted columns and dropped files: which column is meant."""

import pytest

from service.web.pasted_table import Column, column, decoded, headings, sheet

ELEMENTS = {"Sc", "yttrium", "21", "1", "2", "3", "b", "Co"}
LONG = ["1,Sc"] * 60 + ["2," + "x" * 131_073]


@pytest.mark.parametrize(
    ("text", "chosen", "expected"),
    [
        # blank lines count
        ("Sc\r\n\r\nyttrium\r\n", None, Column(1, None, ["Sc", "", "yttrium"], 1)),
        # a comma in one line makes no table, and a field too long for csv leaves lines
        ("Sc\nNd, refined\nCo", None, Column(1, None, ["Sc", "Nd, refined", "Co"], 1)),
        ("\n".join(LONG), None, Column(1, None, LONG, 1)),
        # a counter is not taken for atomic numbers
        ("no,metal\n1,Sc\n2,yttrium", None, Column(2, "metal", ["Sc", "yttrium"], 2)),
        ("no;metal\n1;Sc\n2;yttrium", None, Column(2, "metal", ["Sc", "yttrium"], 2)),
        ("no\tmetal\n1\tSc\n2\tyttrium", None, Column(2, "metal", ["Sc", "yttrium"], 2)),
        ("no,metal\n1,Sc\n2,Co", 1, Column(1, "no", ["1", "2"], 2)),
        ("no,metal\n1,Sc\n2,Co", 9, Column(2, "metal", ["Sc", "Co"], 2)),
        # quoted fields may hold what separates
        ('id,metal\n"a,1",Sc\n"b ""x""",Co', None, Column(2, "metal", ["Sc", "Co"], 2)),
        ('"Sc"\n"yttrium"', None, Column(1, None, ["Sc", "yttrium"], 1)),
        # a first line that is an element, or stands over none, is no heading
        ("Sc\nCo", None, Column(1, None, ["Sc", "Co"], 1)),
        ("Scandum\nzzz", None, Column(1, None, ["Scandum", "zzz"], 1)),
    ],
)
def test_a_text_gives_a_column(text: str, chosen: int | None, expected: Column) -> None:
    assert column(sheet(text), ELEMENTS.__contains__, chosen) == expected


def test_headings_are_offered_for_choice() -> None:
    assert headings(sheet("a;b\n1;2")) == ["a", "b"]
    assert headings(sheet("")) == [""]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_as_it_was_written_or_with_a_remark(encoding: str) -> None:
    text, remark = decoded("Béryllium".encode(encoding))
    assert text == "Béryllium"
    assert ("Windows-1252" in (remark or "")) is (encoding == "cp1252")
