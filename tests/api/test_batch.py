"""A batch: every item an outcome, in order; the same answers as one by one."""

from typing import Any, cast

import pytest
from werkzeug.test import Client

from service.answers.briefs import BATCH_HOLDERS
from service.catalogue import Catalogue
from tests.support.shapes import named, validated

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


def classified(client: Client, **body: Any) -> dict[str, Any]:
    answer = validated(client.post("/v1/classify", json=body))
    assert answer.status_code == 200
    return cast("dict[str, Any]", answer.json)


def test_the_batch_of_twelve_has_an_outcome_for_each_in_order(client: Client) -> None:
    body = classified(client, items=[row[0] for row in TWELVE])
    found = []
    for index, result in enumerate(body["results"]):
        assert result["index"] == index
        assert ("by" in result) == ("problem" not in result)
        slug = (result.get("by") or result["problem"]["type"]).rpartition("/")[2]
        found.append((result["input"], result["outcome"], result["symbol"], slug))
    assert found == TWELVE
    counts = [body["summary"][name] for name in OUTCOMES]
    assert counts == [7, 1, 1, 1, 1, 1]
    assert (body["summary"]["items"], body["summary"]["distinct_elements"]) == (12, 4)
    assert list(body["elements"]) == ["Sc", "Y", "Co", "U"]


def _whole(client: Client, symbol: str) -> Any:
    return client.get(f"/v1/elements/{symbol}?detail=full").json


def test_the_batch_equals_the_singles_for_every_element(
    client: Client, catalogue: Catalogue
) -> None:
    symbols = list(catalogue.elements)
    body = classified(client, items=symbols, detail="full")
    assert list(body["elements"]) == symbols
    for symbol, result in zip(symbols, body["results"], strict=True):
        single = _whole(client, symbol)
        row = body["elements"][symbol]
        assert row["summary"] == single["summary"]
        assert result["resolution"] == single["resolution"]
        assert row["name"] == single["element"]["name"]
        for kind in ("editions", "authorities", "sources", "concepts"):
            shared = single[kind].keys() & body[kind].keys()
            assert single["suspended"] or shared == single[kind].keys()
            assert {id_: single[kind][id_] for id_ in shared} == {
                id_: body[kind][id_] for id_ in shared
            }


def test_the_batch_in_brief_has_the_verdicts_of_the_singles(
    client: Client, catalogue: Catalogue
) -> None:
    body = classified(client, items=list(catalogue.elements), concept="rare-earth")
    for symbol, row in body["elements"].items():
        asked = f"/v1/elements/{symbol}?concept=rare-earth"
        (alone,) = validated(client.get(asked)).json["concepts"]
        (entry,) = row["concepts"]
        for name in ("concept", "nature", "verdict", "strength", "dissent", "silent"):
            assert entry.get(name) == alone.get(name)
        for side in ("included", "excluded"):
            beyond = entry.get("more", {}).get(side, 0)
            assert entry.get(side, []) == alone.get(side, [])[: BATCH_HOLDERS[0]]
            assert len(entry.get(side, [])) + beyond == len(alone.get(side, []))
        if "more" in entry:
            assert entry["more"]["link"] == asked
    assert set(body["editions"]) == named(body["elements"])


@pytest.mark.parametrize(("elements", "shown"), [(10, 10), (11, 0)])
def test_without_a_concept_verdicts_come_for_ten_elements_at_most(
    client: Client, elements: int, shown: int
) -> None:
    body = classified(client, items=list(range(1, elements + 1)))
    assert body["summary"]["distinct_elements"] == elements
    assert len(body["elements"]) == shown
    assert bool(body["editions"]) == bool(shown)


def test_the_same_choice_gives_the_same_in_both(client: Client) -> None:
    choice = {"concept": "rare-earth", "as_of": "2025-06-01"}
    authorities = ["izvestia", "many-scientists"]
    more = {"authority": authorities, "detail": "full"}
    row = classified(client, items=["sc"], **more, **choice)["elements"]["Sc"]
    single = validated(client.get("/v1/elements/sc", query_string={**choice, **more})).json
    assert row["summary"] == single["summary"]
    assert {"izvestia-2025", "many-scientists-2025-izvestia"} <= set(single["editions"])


def test_order_and_duplicates_are_kept(client: Client) -> None:
    items = ["Y", "Sc", "Y", None, "sc", None, "Y", 21, 21.0, "21"]
    body = classified(client, items=items)
    assert [r["input"] for r in body["results"]] == items
    symbols = [r["symbol"] for r in body["results"]]
    assert symbols == ["Y", "Sc", "Y", None, "Sc", None, "Y", "Sc", "Sc", "Sc"]
    assert [r["index"] for r in body["results"]] == list(range(len(items)))
    assert list(body["elements"]) == ["Y", "Sc"]


def test_an_item_is_echoed_with_its_type(client: Client) -> None:
    items = [21, "21", 21.0, True, 1, None, [], {}, ["Sc"], {"a": 1}, 0.5, -1, 2**63, ""]
    body = classified(client, items=items)
    echoed = [r["input"] for r in body["results"]]
    assert echoed == items
    assert [type(each) for each in echoed] == [type(each) for each in items]
    assert [r["symbol"] for r in body["results"][:5]] == ["Sc", "Sc", "Sc", None, "H"]


def test_an_empty_batch_is_answered_with_zero_counts(client: Client) -> None:
    body = classified(client, items=[])
    assert set(body["summary"].values()) == {0}
    assert (body["results"], body["elements"], body["editions"]) == ([], {}, {})
    body = classified(client, items=[], detail="full")
    assert (body["results"], body["elements"], body["editions"]) == ([], {}, {})


def test_a_batch_of_nothing_but_bad_items_is_no_failed_request(client: Client) -> None:
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
    client: Client, options: dict[str, Any], outcome: str, symbol: str | None
) -> None:
    (result,) = classified(client, items=["NA"], **options)["results"]
    assert (result["outcome"], result["symbol"]) == (outcome, symbol)


def test_strict_takes_exact_symbols_only(client: Client) -> None:
    body = classified(client, items=["Sc", "sc", "scandium", 21], strict=True)
    assert [r["symbol"] for r in body["results"]] == ["Sc", None, None, None]
    assert body["results"][1]["problem"]["suggestions"] == ["Sc"]


def test_resolve_reads_as_the_batch_does(client: Client) -> None:
    mentions = ["Sc", "CO", "NA", "REE", "n/a", "InChI=1S/Sc", "скандий", "", "x" * 101]
    asked = {"q": mentions}
    resolved = validated(client.get("/v1/resolve", query_string=asked)).json
    assert resolved["results"] == classified(client, items=mentions, detail="full")["results"]
    assert [r["outcome"] for r in resolved["results"]][-2:] == ["missing", "invalid"]
