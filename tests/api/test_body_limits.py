"""How much a body may hold, to the byte, by both framings, against a real server."""

import json
from typing import Any

import pytest
from werkzeug.test import Client

from schemas.parameters import ID_LIMIT, QUERY_LIMIT
from schemas.request import ITEMS_LIMIT
from service.api.request import BODY_LIMIT
from tests.support import wire
from tests.support.server import Server
from tests.support.shapes import validated, validated_answer

CLASSIFY = "/v1/classify"
_CHUNK = 60_000


def padded(size: int) -> bytes:
    """Write a batch of one as a body of exactly so many bytes."""
    core = b'{"items":["Sc"]}'
    return core + b" " * (size - len(core))


def chunks(body: bytes) -> list[bytes]:
    return [body[start : start + _CHUNK] for start in range(0, len(body), _CHUNK)]


def framed(framing: str, body: bytes) -> bytes:
    if framing == "chunked":
        return wire.post_chunked(CLASSIFY, chunks(body))
    return wire.post(CLASSIFY, body)


FRAMINGS = pytest.mark.parametrize("framing", ["content-length", "chunked"])


@FRAMINGS
def test_a_body_of_exactly_the_limit_is_read(server: Server, framing: str) -> None:
    (answer,) = wire.exchange(server.port, framed(framing, padded(BODY_LIMIT)))
    assert validated_answer("POST", CLASSIFY, answer).status == 200
    assert answer.json()["summary"]["ok"] == 1


@FRAMINGS
@pytest.mark.parametrize("excess", [1, 2, 100_000])
def test_a_body_beyond_the_limit_is_refused_with_the_limit(
    server: Server, framing: str, excess: int
) -> None:
    (answer,) = wire.exchange(server.port, framed(framing, padded(BODY_LIMIT + excess)))
    problem = validated_answer("POST", CLASSIFY, answer).json()
    assert (answer.status, problem["type"]) == (413, "/v1/problems/too-large")
    assert (problem["limit"], problem["unit"]) == (BODY_LIMIT, "bytes")
    assert "split" in problem["detail"]


def test_the_body_limit_is_one_mebibyte() -> None:
    assert BODY_LIMIT == 1024 * 1024


@pytest.mark.parametrize(
    ("path", "key", "limit", "unit"),
    [
        (CLASSIFY, "items", ITEMS_LIMIT, "items"),
        ("/v1/check", "checks", 1_000, "questions"),
        ("/v1/headers", "headers", 1_000, "headings"),
    ],
)
def test_a_batch_of_exactly_the_limit_is_answered_and_one_more_is_refused(
    client: Client, path: str, key: str, limit: int, unit: str
) -> None:
    fits = validated(client.post(path, json={key: [1] * limit}))
    assert fits.status_code == 200
    assert len(fits.json["results"]) == limit
    refused = validated(client.post(path, json={key: [1] * (limit + 1)}))
    assert refused.status_code == 413
    assert (refused.json["limit"], refused.json["unit"]) == (limit, unit)
    assert "send fewer at a time" in refused.json["detail"]


def test_a_batch_takes_ten_thousand_items() -> None:
    assert ITEMS_LIMIT == 10_000


@pytest.mark.parametrize("brackets", ["[]", "{}"])
@pytest.mark.parametrize("depth", [62, 63, 100, 254, 255, 1_000, 1_025, 100_000])
def test_nesting_is_read_to_a_fixed_depth_and_never_breaks_the_echo(
    client: Client, depth: int, brackets: str
) -> None:
    opening, closing = ("[", "]") if brackets == "[]" else ('{"a":', "}")
    item = opening * depth + "1" + closing * depth
    body = f'{{"items":[{item}]}}'
    answer = validated(client.post(CLASSIFY, data=body, content_type="application/json"))
    # the object and the list around the item are two of the 64
    assert answer.status_code == (200 if depth <= 62 else 400)
    if depth > 62:
        assert answer.json["type"] == "/v1/problems/malformed-json"
        assert "deep" in answer.json["detail"] or "depth" in answer.json["detail"]


@pytest.mark.parametrize("depth", [64, 65, 300, 100_000])
def test_a_line_is_nested_to_the_same_depth(client: Client, depth: int) -> None:
    body = b"[" * depth + b"]" * depth + b'\n"Sc"\n'
    answer = client.post(CLASSIFY, data=body, content_type=wire.NDJSON)
    nested, sound = map(json.loads, answer.text.splitlines())
    assert (nested["outcome"], sound["symbol"]) == ("invalid", "Sc")
    assert (nested["input"] is None) == (depth > 64)


@pytest.mark.parametrize(
    "body",
    [
        {"items": [], "authority": [""] * 200_000},
        {"items": [], **{f"k{number}": 1 for number in range(60_000)}},
    ],
    ids=["bad values", "unknown keys"],
)
def test_a_body_with_many_faults_is_refused_with_a_bounded_answer(
    client: Client, body: dict[str, Any]
) -> None:
    answer = validated(client.post(CLASSIFY, json=body))
    assert answer.status_code == 422
    assert 1 <= len(answer.json["errors"]) <= 20
    assert len(answer.data) < 10_000


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("authority", ["izvestia"] * QUERY_LIMIT, True),
        ("authority", ["izvestia"] * (QUERY_LIMIT + 1), False),
        ("concept", "x" * (ID_LIMIT + 1), False),
        ("authority", [""], False),
        ("as_of", "2024-02-30", False),
        ("as_of", {}, False),
        ("as_of", 20240101, False),
        ("strict", "true", False),
        ("strict", 1, False),
        ("na", "no", False),
        ("lang", "english", False),
        ("items", "Sc", False),
        ("items", None, False),
    ],
)
def test_a_member_of_the_body_out_of_its_limits_is_named_by_its_pointer(
    client: Client, name: str, value: Any, fits: bool
) -> None:
    answer = validated(client.post(CLASSIFY, json={"items": ["Sc"], name: value}))
    assert answer.status_code == (200 if fits else 422)
    if not fits:
        assert answer.json["errors"][0]["pointer"].startswith(f"/{name}")


def test_an_id_of_the_longest_length_is_looked_up_and_one_longer_is_refused(
    client: Client,
) -> None:
    for length, said in ((ID_LIMIT, "There is no concept"), (ID_LIMIT + 1, "Length")):
        body = json.dumps({"items": [], "concept": "x" * length})
        answer = validated(client.post(CLASSIFY, data=body, content_type="application/json"))
        assert answer.status_code == 422
        assert said in answer.json["errors"][0]["detail"]
