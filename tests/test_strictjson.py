"""JSON that the standard library lets pass in silence is refused, with its reason and place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.strictjson import BadJsonError, loads

LIMIT = 300
DEPTH = 64
TOO_DEEP = "Nested deeper than 64 objects and lists."


def refused(raw: bytes) -> BadJsonError:
    with pytest.raises(BadJsonError) as caught:
        loads(raw)
    return caught.value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (b"{}", {}),
        (b" [1, 2.5, true, null] ", [1, 2.5, True, None]),
        (b"\xef\xbb\xbf[1]", [1]),
        ('"скандий"'.encode(), "скандий"),
        (rb'"\u0441"', "с"),
        (rb'"\ud83d\ude00"', "\N{GRINNING FACE}"),
        (rb'"\\ud800"', r"\ud800"),
        (b'{"a": {"a": 1}, "b": {"a": 2}}', {"a": {"a": 1}, "b": {"a": 2}}),
        (b"1e308", 1e308),
        (b"-0.0", -0.0),
    ],
)
def test_json_is_read(raw: bytes, value: object) -> None:
    assert loads(raw) == value


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"a": 1, "a": 1}', "The key 'a' stands twice in one object."),
        (b'[{"b": {"a": 1, "\\u0061": 2}}]', "The key 'a' stands twice in one object."),
        (b"NaN", "NaN is not JSON: send null."),
        (b"[Infinity]", "Infinity is not JSON: send null."),
        (b'{"a": -Infinity}', "-Infinity is not JSON: send null."),
        (b"1e309", "A number beyond what a double can hold."),
        (b"-1e400", "A number beyond what a double can hold."),
        (rb'"\ud800"', "A lone surrogate is no character."),
        (rb'["\udc00\ud800"]', "A lone surrogate is no character."),
        (rb'{"\udfff": 1}', "A lone surrogate is no character."),
        (rb'{"a": {"b": ["\ud800x"]}}', "A lone surrogate is no character."),
        (b'"\xff"', "Not UTF-8 at byte 1."),
        (b"\xff\xfe[\x001\x00]\x00", "Not UTF-8 at byte 0."),
        (b'"\xed\xa0\x80"', "Not UTF-8 at byte 1."),
        (b"[" * 100_000, TOO_DEEP),
        (b'{"a":' * 100_000, TOO_DEEP),
        (b"[" * 100_000 + rb'"\u0061"' + b"]" * 100_000, TOO_DEEP),
    ],
    ids=lambda value: value[:24].decode("latin-1") if isinstance(value, bytes) else "",
)
def test_what_is_not_json_is_refused_with_its_reason(raw: bytes, reason: str) -> None:
    assert refused(raw).reason == reason


def test_a_long_key_that_stands_twice_is_not_repeated_whole() -> None:
    key = json.dumps("k" * 5000)
    assert len(refused(f"{{{key}: 1, {key}: 2}}".encode()).reason) < 100


@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize("digit", ["1", "9"])
def test_an_integer_has_300_digits_at_most(sign: str, digit: str) -> None:
    assert loads((sign + digit * LIMIT).encode()) == int(sign + digit * LIMIT)
    too_long = (sign + digit * (LIMIT + 1)).encode()
    assert refused(too_long).reason == "A number of more than 300 digits."


@pytest.mark.parametrize("sign", ["", "-"])
def test_a_fraction_has_300_digits_at_most(sign: str) -> None:
    assert loads(f"{sign}0.{'1' * (LIMIT - 1)}".encode()) == float(f"{sign}0.{'1' * 17}")
    too_long = f"{sign}0.{'1' * LIMIT}".encode()
    assert refused(too_long).reason == "A number of more than 300 digits."


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"", 1, 1),
        (b"[1,]", 1, 4),
        (b'{"a": 1,\n "b" 2}', 2, 6),
        (b'\xef\xbb\xbf{"a": }', 1, 7),
        (b"[1] [2]", 1, 5),
        (b'["\n"]', 1, 3),
        ("[\n\n  с]".encode(), 3, 3),
    ],
)
def test_a_syntax_error_has_its_line_and_column(raw: bytes, line: int, column: int) -> None:
    error = refused(raw)
    assert (error.line, error.column) == (line, column)
    assert error.reason.endswith(".")


@pytest.mark.parametrize(("before", "after"), [(b"[", b"]"), (b'{"a":', b"}"), (b"[1,", b"]")])
def test_64_levels_are_read_and_65_refused(before: bytes, after: bytes) -> None:
    inner = rb'"\u0061"'
    value = loads(before * DEPTH + inner + after * DEPTH)
    for _ in range(DEPTH):
        value = value["a"] if isinstance(value, dict) else value[-1]
    assert value == "a"
    assert refused(before * (DEPTH + 1) + inner + after * (DEPTH + 1)).reason == TOO_DEEP


@given(st.binary())
def test_any_bytes_are_a_value_or_refused(raw: bytes) -> None:
    try:
        loads(raw)
    except BadJsonError as error:
        assert error.reason  # noqa: PT017 - either is right


TEXT = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**LIMIT) + 1, 10**LIMIT - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
)


@given(JSON, st.booleans(), st.booleans())
def test_every_json_value_comes_back(value: Any, escaped: bool, marked: bool) -> None:
    text = json.dumps(value, ensure_ascii=escaped)
    assert loads(text.encode("utf-8-sig" if marked else "utf-8")) == value
