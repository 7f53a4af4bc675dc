"""Distinct values are those that a dictionary would find, in its order, in less room."""

import io
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.api import distinct
from service.api.distinct import Distinct
from service.api.lines import BadLine
from service.problems import TooLargeError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=3)
OTHERS = st.none() | st.sampled_from([BadLine("t"), BadLine("too long"), BadLine("")])


def of_text(raw: bytes) -> str:
    return raw.decode()


@pytest.fixture
def cramped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let values collide, and the dictionary hold hardly any of them."""
    monkeypatch.setattr(distinct, "_PLACES", 64)
    monkeypatch.setattr(distinct, "_USUAL", 2)


@given(st.lists(TEXTS | OTHERS, max_size=40))
def test_cells_are_counted_as_by_a_dictionary(values: list[Any]) -> None:
    assert list(Distinct(values, of_text)) == list(Counter(values).items())


@given(st.lists(st.binary(max_size=2) | OTHERS, max_size=40))
def test_lines_are_counted_as_by_a_dictionary(values: list[Any]) -> None:
    assert list(Distinct(values, bytes)) == list(Counter(values).items())


@given(st.lists(TEXTS | OTHERS, max_size=40))
def test_from_a_file_they_are_the_same(values: list[Any]) -> None:
    file = io.BytesIO(b"what they were read from")
    assert list(Distinct(values, of_text).aside(file)) == list(Counter(values).items())
    assert file.closed


@pytest.mark.usefixtures("cramped")
def test_values_that_collide_are_told_apart() -> None:
    values = [f"{number % 60}" for number in range(600)]
    assert list(Distinct(values, of_text)) == [(f"{number}", 10) for number in range(60)]


def test_values_and_their_bytes_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distinct, "LIMIT", 3)
    monkeypatch.setattr(distinct, "BYTES", 6)
    within = ["ab", "cd", "ab", "ef"]
    assert list(Distinct(within, of_text)) == [("ab", 2), ("cd", 1), ("ef", 1)]
    with pytest.raises(TooLargeError, match="More than 3 distinct values"):
        Distinct(["a", "b", "c", "d"], of_text)
    with pytest.raises(TooLargeError, match="More than 6 bytes of distinct values"):
        Distinct(["ab", "cd", "efg"], of_text)


def test_the_table_has_room_for_twice_as_many_as_may_come() -> None:
    assert 2 * distinct.LIMIT < distinct._PLACES
