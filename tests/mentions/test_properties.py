"""What holds of mentions of any kind: never a crash, every name comes back, cost is bounded."""

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from service.mentions import MENTION_LIMIT, Lexicon, Options, Outcome, Reader, key, normalise
from service.mentions.reading import Reading
from tests.conftest import real_catalogue

TOLERANT = Options()
CATALOGUE = real_catalogue()
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
    element, material = (
        reading.symbol in CATALOGUE.elements,
        reading.material in CATALOGUE.materials,
    )
    assert (element or material) is ok
    assert (reading.resolution is not None) is ok
    assert (reading.problem is None) is ok
    if reading.problem is not None:
        assert reading.problem.detail
        assert len(reading.problem.suggestions) <= 3
        assert set(reading.problem.suggestions) <= set(CATALOGUE.elements)


@given(JSON | SNIPPETS, OPTIONS)
@example(10**5000, TOLERANT)
@example(-(10**5000), TOLERANT)
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
            assert reading.resolution.by == attribute


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


def test_a_mention_has_255_characters_at_most() -> None:
    assert MENTION_LIMIT == 255
    assert READER.read("x" * 255, TOLERANT).outcome is Outcome.UNKNOWN
    beyond = READER.read("x" * 256, TOLERANT)
    assert beyond.outcome is Outcome.INVALID
    assert beyond.problem is not None
    assert "at most 255 characters, not 256" in beyond.problem.detail


@given(st.sampled_from(NAMES), st.integers(0, 20), st.sampled_from("aeiounrt"))
def test_at_most_three_elements_are_suggested(name: Any, place: int, letter: str) -> None:
    text = name.text[:place] + letter + name.text[place + 1 :]
    whole(READER.read(text, TOLERANT))
    assert len(set(READER.lexicon.nearest(text))) == len(READER.lexicon.nearest(text)) <= 3
