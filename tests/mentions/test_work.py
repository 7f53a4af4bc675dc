"""How much work one mention makes: the readings of bare texts are counted, for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.mentions import MENTION_LIMIT, Lexicon, Options, Outcome, Reader, Reading
from tests.conftest import real_catalogue

WHOLE = 1 + 5
"""The mention as it came, and without each of five layers around it."""
PARTS = 14 * (1 + 2)
"""Eight parts make at most six parts that are split in turn; each is read inside two layers too."""
MOST = WHOLE + PARTS


class CountingReader(Reader):
    """Counts the readings of bare texts."""

    readings = 0

    def _bare(self, text: str, options: Options) -> Reading | None:
        self.readings += 1
        return super()._bare(text, options)


LEXICON = Lexicon(real_catalogue().records)
FRAGMENTS = [
    *("1 metal:", "metal: ", "total ", "element ", " metal", " total", "%", "ppm", " ppm", " (%)"),
    *("(", ")", "[", "]", "{", "}", '"', "'", "«", "»", ",", ";", ":", "/", "|", " - ", "-", "_"),
    *(" and ", "zz", "Fe", "iron", "21", "26", "III", "Сс", "+", " ", ".", "№"),
    *("Metals; ", "liquefied", "Sulphates; of ", "possibly ", "?", " group", "/XRF/", "meta"),
]
TEXT = st.lists(st.sampled_from(FRAGMENTS), max_size=50).map(
    lambda each: "".join(each)[:MENTION_LIMIT]
)
OPTIONS = st.builds(
    Options, strict=st.booleans(), na=st.sampled_from([None, "sodium"]), language=st.just("de")
)
ATTACKS = [
    "1 metal:" * 5 + "zz" + "%" * 40,
    "%" * 94 + "00001",
    "Fe" + " ppm" * 24,
    "metal:" * 16,
    "total metal: " * 7 + "zz",
    "\"'" * 25 + "zz" + "'\"" * 24,
    "(" * 49 + "zz" + ")" * 49,
    "Fe, " * 7 + "zz",
    ",".join(["Fe%%(Sc%%)"] * 4),
    "%%Fe(Fe)%%," * 8,
    "%%Fe / iron (%%Fe) and %%26: %%Fe | %%iron & %%zz",
    "Сс (" + "%" * 50,
]


@given(TEXT, OPTIONS)
def test_a_mention_makes_a_bounded_number_of_readings(text: str, options: Options) -> None:
    """One in letters that only look Latin is read a second time, in Latin letters."""
    reader = CountingReader(LEXICON)
    reader.read(text, options, suggest=False)
    assert reader.readings <= (MOST if text.isascii() else 2 * MOST)


@pytest.mark.parametrize("text", ATTACKS)
def test_a_mention_made_to_be_read_often_is_not(text: str) -> None:
    assert len(text) <= MENTION_LIMIT
    reader = CountingReader(LEXICON)
    reader.read(text, Options(), suggest=False)
    assert 0 < reader.readings <= (MOST if text.isascii() else 2 * MOST)


def test_a_mention_that_is_long_once_normalised_is_invalid() -> None:
    """U+FDFA stands for eighteen letters."""
    reader = CountingReader(LEXICON)
    assert reader.read("\ufdfa" * 15, Options()).outcome is Outcome.INVALID
    assert reader.readings == 0
    assert reader.read("\ufdfa" * 14, Options()).outcome is Outcome.UNKNOWN
