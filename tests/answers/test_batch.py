"""Batches: each item as it would be alone, equal ones read once, suggestions bounded."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.answers.batch import Batch, read_items
from service.mentions import SUGGESTED, Lexicon, Options, Outcome, Reader, Reading
from tests.conftest import real_catalogue

RECORDS = real_catalogue().records
READER = Reader(Lexicon(RECORDS))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


class CountingLexicon(Lexicon):
    """Counts its searches for near names."""

    searches = 0

    def nearest(self, text: str) -> tuple[str, ...]:
        self.searches += 1
        return super().nearest(text)


def by(reader: Reader) -> Callable[[Any, bool], Reading]:
    return lambda item, suggest: reader.read(item, Options(), suggest=suggest)


def read_all(items: list[Any], reader: Reader = READER) -> list[Reading]:
    return [item.reading for item in read_items(items, by(reader))]


def alone(items: list[Any]) -> list[Reading]:
    return [READER.read(item, Options()) for item in items]


def test_many_unknown_mentions_cost_a_bounded_number_of_searches_and_say_so() -> None:
    lexicon = CountingLexicon(RECORDS)
    readings = read_all([f"unobtainium {number:05} x" for number in range(1_000)], Reader(lexicon))
    assert {reading.outcome for reading in readings} == {Outcome.UNKNOWN}
    assert lexicon.searches == SUGGESTED == 50
    details = [reading.problem.detail for reading in readings if reading.problem]
    said = ["first 50 unknown values alone" in detail for detail in details]
    assert said == [False] * SUGGESTED + [True] * (1_000 - SUGGESTED)


def test_equal_mentions_are_searched_once() -> None:
    lexicon = CountingLexicon(RECORDS)
    readings = read_all(["scandum"] * 1000, Reader(lexicon))
    assert lexicon.searches == 1
    assert set(readings) == {readings[0]}


@given(st.lists(JSON, max_size=6))
def test_a_batch_reads_each_item_as_it_would_alone(items: list[Any]) -> None:
    assert read_all(items) == alone(items)


@pytest.mark.parametrize("pair", [(1, True), (1, 1.0), ("1", 1), (0, False), (True, "True")])
def test_values_that_python_calls_equal_are_read_apart(pair: tuple[Any, Any]) -> None:
    for items in (list(pair), list(reversed(pair))):
        assert read_all(items) == alone(items)
        assert [item.first for item in read_items(items, by(READER))] == [0, 1]


def batch(items: list[Any]) -> Batch:
    return Batch(read_items(items, by(READER)))


def test_a_batch_counts_items_outcomes_and_elements() -> None:
    items = ["Sc", "scandium", "Y", "Sc", None, "NA", "REE", "zz zz", True, "bauxite"]
    assert batch(items).summary() == {
        **{"items": 10, "ok": 5, "missing": 1, "unknown": 1, "ambiguous": 1, "invalid": 1},
        **{"collective_term": 1, "distinct_elements": 2, "distinct_materials": 1},
    }
    assert batch(["Y", "Sc", "y"]).symbols == ["Y", "Sc"]


@pytest.mark.parametrize(
    ("items", "distinct", "expected"),
    [
        (["Sc", "Y", "Sc"], False, [(0, 1, "Sc"), (1, 1, "Y"), (2, 1, "Sc")]),
        (["Y", "Sc", "Y", "y"], True, [(0, 2, "Y"), (1, 1, "Sc"), (3, 1, "y")]),
    ],
)
def test_every_item_is_answered_in_order_or_equal_ones_once_with_their_number(
    items: list[str], distinct: bool, expected: list[tuple[int, int, str]]
) -> None:
    results = batch(items).results(lambda typed, _: {"of": typed}, distinct=distinct)
    assert [tuple(each.values()) for each in results] == expected
    assert list(results[0]) == ["index", "count", "of"]
