"""A batch: every item an outcome, in order; the same answers as one by one."""

from typing import Any, cast

import pytest
from flask.testing import FlaskClient

from service.catalogue import Catalogue
from tests.support.shapes import validated

OUTCOMES = ("ok", "missing", "unknown", "ambiguous", "collective_term", "invalid")
TWELVE: list[tuple[Any, str, str | None, str | None]] = [
    ("Sc", "ok", "Sc", "symbol"),
    ("yttrium", "ok", "Y", "name"),
    (21, "ok", "Sc", "atomic-number"),
    ("иттрий", "ok", "Y", "name"),
    ("CO", "ok", "Co", "symbol-case-folded"),
    ("NA", "ambiguous", None, "ambiguous-mention"),
    ("7440-20-2", "ok", "Sc", "cas"),
    ("U-235", "ok", "U", "isotope"),
    ("REE", "collective-term", None, "collective-term"),
    (None, "missing", None, "missing-value"),
    (True, "invalid", None, "invalid-item"),
    ("unobtainium", "unknown", None, "unknown-element"),
]


def classified(client: FlaskClient, **body: Any) -> dict[str, Any]:
    answer = validated(client.post("/v1/classify", json=body))
    assert answer.status_code == 200
    return cast("dict[str, Any]", answer.json)


def test_the_batch_of_twelve_has_an_outcome_for_each_in_order(client: FlaskClient) -> None:
    body = classified(client, items=[row[0] for row in TWELVE])
    found = []
    for index, result in enumerate(body["results"]):
        assert result["index"] == index
        how = result["resolution"] or result["problem"]
        slug = (how.get("by") or how["type"]).rpartition("/")[2]
        found.append((result["input"], result["outcome"], result["symbol"], slug))
        assert (result["resolution"] is None) == (result["problem"] is not None)
    assert found == TWELVE
    counts = [body["summary"][name] for name in OUTCOMES]
    assert counts == [7, 1, 1, 1, 1, 1]
    assert (body["summary"]["items"], body["summary"]["distinct_elements"]) == (12, 4)
    assert list(body["elements"]) == ["Sc", "Y", "Co", "U"]


def test_the_batch_equals_the_singles_for_every_element(
    client: FlaskClient, catalogue: Catalogue
) -> None:
    symbols = list(catalogue.elements)
    body = classified(client, items=symbols)
    assert list(body["elements"]) == symbols
    for symbol, result in zip(symbols, body["results"], strict=True):
        single = validated(client.get(f"/v1/elements/{symbol}")).json
        brief = body["elements"][symbol]
        assert brief["summary"] == single["summary"]
        assert result["resolution"] == single["resolution"]
        assert brief["name"] == single["element"]["name"]
        by_id = [{**p, "claims": [c["id"] for c in p["claims"]]} for p in single["positions"]]
        assert brief["positions"] == [
            {name: p[name] for name in brief["positions"][0]} for p in by_id
        ]
        for kind in ("editions", "authorities", "sources", "concepts"):
            shared = single[kind].keys() & body[kind].keys()
            assert single["suspended"] or shared == single[kind].keys()
            assert {id_: single[kind][id_] for id_ in shared} == {
                id_: body[kind][id_] for id_ in shared
            }


def test_the_same_choice_gives_the_same_in_both(client: FlaskClient) -> None:
    choice = {"concept": "rare-earth", "as_of": "2025-06-01"}
    authorities = ["izvestia", "many-scientists"]
    brief = classified(client, items=["sc"], authority=authorities, **choice)["elements"]["Sc"]
    asked = {**choice, "authority": authorities}
    single = validated(client.get("/v1/elements/sc", query_string=asked)).json
    assert brief["summary"] == single["summary"]
    assert [p["edition"] for p in brief["positions"]] == [p["edition"] for p in single["positions"]]
    assert {"izvestia-2025", "many-scientists-2025-izvestia"} <= set(single["editions"])


def test_order_and_duplicates_are_kept(client: FlaskClient) -> None:
    items = ["Y", "Sc", "Y", None, "sc", None, "Y", 21, 21.0, "21"]
    body = classified(client, items=items)
    assert [r["input"] for r in body["results"]] == items
    symbols = [r["symbol"] for r in body["results"]]
    assert symbols == ["Y", "Sc", "Y", None, "Sc", None, "Y", "Sc", "Sc", "Sc"]
    assert [r["index"] for r in body["results"]] == list(range(len(items)))
    assert list(body["elements"]) == ["Y", "Sc"]


def test_an_item_is_echoed_with_its_type(client: FlaskClient) -> None:
    items = [21, "21", 21.0, True, 1, None, [], {}, ["Sc"], {"a": 1}, 0.5, -1, 10**200, ""]
    body = classified(client, items=items)
    echoed = [r["input"] for r in body["results"]]
    assert echoed == items
    assert [type(each) for each in echoed] == [type(each) for each in items]
    assert [r["symbol"] for r in body["results"][:5]] == ["Sc", "Sc", "Sc", None, "H"]


def test_an_empty_batch_is_answered_with_zero_counts(client: FlaskClient) -> None:
    body = classified(client, items=[])
    assert set(body["summary"].values()) == {0}
    assert (body["results"], body["elements"], body["editions"]) == ([], {}, {})


def test_a_batch_of_nothing_but_bad_items_is_no_failed_request(client: FlaskClient) -> None:
    body = classified(client, items=[None, [], "Xx", "NA", "REE"])
    assert body["summary"]["ok"] == 0
    assert all(r["problem"]["detail"] for r in body["results"])


@pytest.mark.parametrize(
    ("options", "outcome", "symbol"),
    [
        ({}, "ambiguous", None),
        ({"na": "sodium"}, "ok", "Na"),
        ({"na": "missing"}, "missing", None),
        ({"na": None}, "ambiguous", None),
    ],
)
def test_na_is_read_as_the_request_says(
    client: FlaskClient, options: dict[str, Any], outcome: str, symbol: str | None
) -> None:
    (result,) = classified(client, items=["NA"], **options)["results"]
    assert (result["outcome"], result["symbol"]) == (outcome, symbol)


def test_strict_takes_exact_symbols_only(client: FlaskClient) -> None:
    body = classified(client, items=["Sc", "sc", "scandium", 21], strict=True)
    assert [r["symbol"] for r in body["results"]] == ["Sc", None, None, None]
    assert body["results"][1]["problem"]["suggestions"] == ["Sc"]


def test_resolve_reads_as_the_batch_does(client: FlaskClient) -> None:
    mentions = ["Sc", "CO", "NA", "REE", "n/a", "InChI=1S/Sc", "скандий", "", "x" * 101]
    asked = {"q": mentions}
    resolved = validated(client.get("/v1/resolve", query_string=asked)).json
    assert resolved["results"] == classified(client, items=mentions)["results"]
    assert [r["outcome"] for r in resolved["results"]][-2:] == ["missing", "invalid"]
