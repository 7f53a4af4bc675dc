"""What holds of mentions of any kind: never a crash, every name comes back, cost is bounded."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.api.classify import read_all
from service.app import create_app
from service.loading.build import build_catalogue
from service.mentions import (
    MENTION_LIMIT,
    SUGGESTED,
    Lexicon,
    Options,
    Outcome,
    Reader,
    Reading,
    key,
    normalise,
)
from service.settings import Settings

TOLERANT = Options()
CATALOGUE = build_catalogue()
APP = create_app(CATALOGUE, Settings())
READER = Reader(Lexicon(CATALOGUE.records))
ELEMENTS = list(CATALOGUE.elements.values())
NAMES = list(CATALOGUE.records.names)
OPTIONS = st.builds(
    Options,
    strict=st.booleans(),
    na=st.sampled_from([None, "sodium", "missing"]),
    language=st.sampled_from([None, *CATALOGUE.records.dataset.languages, "xx"]),
)
TEXT = st.text(st.characters(), max_size=MENTION_LIMIT + 1)
"""Any characters at all, lone surrogates included."""
SNIPPETS = st.lists(
    st.sampled_from(
        [
            *("Sc", "NA", "na", "U", "D", "235", "3", "+", "-", "(", ")", "III", "^", ".", " "),
            *(",", " / ", '"', "'", "[", "]", "CAS ", "Z=", "metal", "scandium", "no", "#"),
            *("7440-20-2", "InChI=1S/", "с", "²", "m", "\u200b", "\u00ad", "ß", "\u0130", "\u2013"),
        ]
    ),
    max_size=8,
).map("".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
)


def whole(reading: Reading) -> None:
    """Assert that an outcome has all of its parts and none of another's."""
    ok = reading.outcome is Outcome.OK
    assert (reading.symbol in CATALOGUE.elements) is ok
    assert (reading.resolution is not None) is ok
    assert (reading.problem is None) is ok
    if reading.problem is not None:
        assert reading.problem.title
        assert reading.problem.detail
        assert len(reading.problem.suggestions) <= 3
        assert set(reading.problem.suggestions) <= set(CATALOGUE.elements)


@given(JSON | SNIPPETS, OPTIONS)
@example(10**5000, TOLERANT)
@example("\ud800", TOLERANT)
@example("9" * MENTION_LIMIT, TOLERANT)
@example("Sc( )", TOLERANT)
def test_reading_never_raises(value: Any, options: Options) -> None:
    whole(READER.read(value, options))


@given(TEXT | SNIPPETS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert key(key(text)) == key(text)
    assert key(once) == key(text)


@given(st.sampled_from(ELEMENTS), st.sampled_from(["", " ", "\t", "\u200b", "\n"]))
def test_everything_that_identifies_an_element_comes_back_to_it(element: Any, blank: str) -> None:
    number = element.atomic_number
    mentions = (element.symbol, element.cas, element.inchi, element.inchikey, str(number))
    for mention in (*mentions, element.name, element.name.upper()):
        assert READER.read(f"{blank}{mention}{blank}", TOLERANT).symbol == element.symbol
    for value in (number, float(number)):
        assert READER.read(value, TOLERANT).symbol == element.symbol


def test_each_identifier_is_recognised_as_what_it_is() -> None:
    for element in ELEMENTS:
        for attribute in ("cas", "inchi", "inchikey", "symbol"):
            reading = READER.read(getattr(element, attribute), TOLERANT)
            assert reading.resolution is not None
            assert (reading.symbol, reading.resolution.by) == (element.symbol, attribute)


def test_every_name_comes_back_to_its_element_in_its_language() -> None:
    for name in NAMES:
        for text in (name.text, name.text.upper(), f" {name.text} "):
            reading = READER.read(text, Options(language=name.language))
            assert reading.symbol == name.symbol, (name, reading)


def test_every_name_is_its_element_or_ambiguous_without_a_language() -> None:
    for name in NAMES:
        reading = READER.read(name.text, TOLERANT)
        if reading.outcome is Outcome.AMBIGUOUS:
            assert reading.problem is not None
            assert name.symbol in {each.symbol for each in reading.problem.candidates}
        else:
            assert reading.symbol == name.symbol


@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        *[(None, "missing"), ("", "missing"), ("  \t\n", "missing"), ("\u200b", "missing")],
        *[(text, "missing") for text in ("N/A", "n/a", "#N/A", "NaN", "nan", "NULL", "None", "-")],
        *[("--", "missing"), ("?", "missing"), (float("nan"), "missing")],
        *[(text, "missing") for text in ("n.a.", "n.d.", "...", "\\N", "#REF!", "TBD", "(blank)")],
        *[(True, "invalid"), (False, "invalid"), ([], "invalid"), (["Sc"], "invalid")],
        *[({}, "invalid"), ({"symbol": "Sc"}, "invalid")],
        *[(0, "unknown"), (119, "unknown"), (-1, "unknown"), (21.5, "unknown"), (1e300, "unknown")],
        *[(10**5000, "unknown"), (-(10**5000), "unknown"), (10**9 + 1, "unknown")],
        *[(float("inf"), "unknown"), (float("-inf"), "unknown"), (5e-324, "unknown")],
        *[("0", "unknown"), ("119", "unknown"), ("-1", "unknown"), ("21.5", "unknown")],
        *[("CO2", "unknown"), ("H2O", "unknown"), ("unobtainium", "unknown")],
        *[(1, "ok"), (118, "ok"), (1.0, "ok"), ("118.00", "ok")],
    ],
    ids=lambda value: str(value)[:12] if not isinstance(value, int) else f"{value % 10**6}",
)
def test_a_value_has_its_outcome(value: Any, outcome: str) -> None:
    reading = READER.read(value, TOLERANT)
    whole(reading)
    assert reading.outcome == outcome


@pytest.mark.parametrize(("text", "meant"), [("021", ("Sc",)), ("+21", ("Sc",)), ("0", ())])
def test_a_number_written_otherwise_is_refused_with_the_one_meant(
    text: str, meant: tuple[str, ...]
) -> None:
    problem = READER.read(text, TOLERANT).problem
    assert problem is not None
    assert problem.suggestions == meant


def test_a_mention_has_100_characters_at_most() -> None:
    within = READER.read("x" * MENTION_LIMIT, TOLERANT)
    beyond = READER.read("x" * (MENTION_LIMIT + 1), TOLERANT)
    assert MENTION_LIMIT == 100
    assert within.outcome is Outcome.UNKNOWN
    assert beyond.outcome is Outcome.INVALID
    assert beyond.problem is not None
    assert "at most 100 characters, not 101" in beyond.problem.detail


@pytest.mark.parametrize(
    ("text", "symbol"),
    [("scandum", "Sc"), ("ytrium", "Y"), ("скандй", "Sc"), ("alluminium", "Al"), ("wolfam", "W")],
)
def test_a_misspelt_name_is_suggested_and_never_taken(text: str, symbol: str) -> None:
    reading = READER.read(text, TOLERANT)
    assert reading.outcome is Outcome.UNKNOWN
    assert reading.problem is not None
    assert reading.problem.suggestions[0] == symbol
    assert f"Did you mean {symbol}" in reading.problem.detail


@given(st.sampled_from(NAMES), st.integers(0, 20), st.sampled_from("aeiounrt"))
def test_at_most_three_elements_are_suggested(name: Any, place: int, letter: str) -> None:
    text = name.text[:place] + letter + name.text[place + 1 :]
    whole(READER.read(text, TOLERANT))
    assert len(set(READER.lexicon.nearest(text))) == len(READER.lexicon.nearest(text)) <= 3


class CountingLexicon(Lexicon):
    """Counts its searches for near names."""

    searches = 0

    def nearest(self, text: str) -> tuple[str, ...]:
        self.searches += 1
        return super().nearest(text)


def by(reader: Reader) -> Callable[[Any, bool], Reading]:
    return lambda item, suggest: reader.read(item, TOLERANT, suggest=suggest)


def test_ten_thousand_unknown_mentions_cost_a_bounded_number_of_searches() -> None:
    lexicon = CountingLexicon(CATALOGUE.records)
    items = [f"unobtainium {number:05} x" for number in range(10_000)]
    readings = read_all(items, by(Reader(lexicon)))
    assert len(readings) == len(items)
    assert {reading.outcome for reading in readings} == {Outcome.UNKNOWN}
    assert lexicon.searches == SUGGESTED <= 50


def test_beyond_the_searches_of_a_request_it_says_that_none_was_made() -> None:
    items = [f"unobtainium {number:05} x" for number in range(SUGGESTED + 1)]
    details = [r.problem.detail for r in read_all(items, by(READER)) if r.problem]
    said = ["first 50 unknown values alone" in detail for detail in details]
    assert said == [False] * SUGGESTED + [True]


def test_equal_mentions_are_searched_once() -> None:
    lexicon = CountingLexicon(CATALOGUE.records)
    readings = read_all(["scandum"] * 1000, by(Reader(lexicon)))
    assert lexicon.searches == 1
    assert set(readings) == {readings[0]}


@given(st.lists(JSON, max_size=6))
def test_a_batch_reads_each_item_as_it_would_alone(items: list[Any]) -> None:
    assert read_all(items, by(READER)) == [READER.read(item, TOLERANT) for item in items]


@pytest.mark.parametrize("pair", [(1, True), (1, 1.0), ("1", 1), (0, False), (True, "True")])
def test_values_that_python_calls_equal_are_read_apart(pair: tuple[Any, Any]) -> None:
    for items in (list(pair), list(reversed(pair))):
        assert read_all(items, by(READER)) == [READER.read(item, TOLERANT) for item in items]
