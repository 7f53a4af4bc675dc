"""A batch: every item an outcome, in order; the same answers as one by one."""

from typing import Any

import pytest
from werkzeug.test import Client

from service.answers.briefs import BATCH_HOLDERS
from service.catalogue import Catalogue
from tests.support.shapes import get_json, named, post_json

CLASSIFY = "/v1/classify"
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


def test_the_batch_of_twelve_has_an_outcome_for_each_in_order(client: Client) -> None:
    body = post_json(client, CLASSIFY, items=[row[0] for row in TWELVE])
    found = []
    for index, result in enumerate(body["results"]):
        assert result["index"] == index
        assert ("by" in result) == ("problem" not in result)
        slug = (result.get("by") or result["problem"]["type"]).rpartition("/")[2]
        found.append((result["input"], result["outcome"], result["symbol"], slug))
    assert found == TWELVE
    assert [body["summary"][name] for name in OUTCOMES] == [7, 1, 1, 1, 1, 1]
    assert (body["summary"]["items"], body["summary"]["distinct_elements"]) == (12, 4)
    assert list(body["elements"]) == ["Sc", "Y", "Co", "U"]


CHOICE = {"concept": "rare-earth", "as_of": "2025-06-01", "authority": ["EU", "many-scientists"]}


@pytest.mark.parametrize("choice", [{}, CHOICE])
def test_a_whole_batch_equals_the_singles(client: Client, choice: dict[str, Any]) -> None:
    symbols = ["Sc", "Y", "C", "Eu", "Hg", "Og"]
    body = post_json(client, CLASSIFY, items=symbols, detail="full", **choice)
    assert list(body["elements"]) == symbols
    for symbol, result in zip(symbols, body["results"], strict=True):
        single = get_json(client, f"/v1/elements/{symbol}", detail="full", **choice)
        row = body["elements"][symbol]
        assert (row["summary"], row["name"]) == (single["summary"], single["element"]["name"])
        assert result["resolution"] == single["resolution"]
        for kind in ("editions", "authorities", "sources", "concepts"):
            shared = single[kind].keys() & body[kind].keys()
            assert single["suspended"] or shared == single[kind].keys()
            assert [single[kind][id_] for id_ in shared] == [body[kind][id_] for id_ in shared]


def test_a_brief_batch_has_the_verdicts_of_the_singles(
    client: Client, catalogue: Catalogue
) -> None:
    body = post_json(client, CLASSIFY, items=list(catalogue.elements), concept="rare-earth")
    assert len(body["elements"]) == 118
    for symbol in ("Sc", "Th", "Gd", "Fe"):
        asked = f"/v1/elements/{symbol}?concept=rare-earth"
        (alone,) = get_json(client, asked)["concepts"]
        (entry,) = body["elements"][symbol]["concepts"]
        for name in ("concept", "nature", "verdict", "strength", "dissent", "silent"):
            assert entry.get(name) == alone.get(name)
        for side in ("included", "excluded"):
            beyond = entry.get("more", {}).get(side, 0)
            assert entry.get(side, []) == alone.get(side, [])[: BATCH_HOLDERS[0]]
            assert len(entry.get(side, [])) + beyond == len(alone.get(side, []))
        assert entry.get("more", {"link": asked})["link"] == asked
    assert set(body["editions"]) == named(body["elements"])


@pytest.mark.parametrize(("elements", "shown"), [(10, 10), (11, 0)])
def test_verdicts_come_for_ten_elements_at_most(client: Client, elements: int, shown: int) -> None:
    body = post_json(client, CLASSIFY, items=list(range(1, elements + 1)))
    assert body["summary"]["distinct_elements"] == elements
    assert len(body["elements"]) == shown
    assert bool(body["editions"]) == bool(shown)


def test_order_types_and_duplicates_are_kept(client: Client) -> None:
    items: list[Any] = ["Y", "Sc", "Y", None, "sc", 21, 21.0, "21", True, 1]
    items += [[], {"a": 1}, 0.5, -1, 2**63, ""]
    body = post_json(client, CLASSIFY, items=items)
    echoed = [result["input"] for result in body["results"]]
    assert echoed == items
    assert [type(each) for each in echoed] == [type(each) for each in items]
    symbols = [result["symbol"] for result in body["results"]]
    assert symbols[:8] == ["Y", "Sc", "Y", None, "Sc", "Sc", "Sc", "Sc"]
    assert symbols[8:] == [None, "H", *[None] * 6]
    assert list(body["elements"]) == ["Y", "Sc", "H"]


@pytest.mark.parametrize("detail", ["brief", "full"])
def test_an_empty_batch_is_answered_with_zero_counts(client: Client, detail: str) -> None:
    body = post_json(client, CLASSIFY, items=[], detail=detail)
    assert set(body["summary"].values()) == {0}
    assert (body["results"], body["elements"], body["editions"]) == ([], {}, {})


@pytest.mark.parametrize(
    ("na", "outcome", "symbol"),
    [("sodium", "ok", "Na"), ("missing", "missing", None), (None, "ambiguous", None)],
)
def test_na_is_read_as_told(
    client: Client, na: str | None, outcome: str, symbol: str | None
) -> None:
    (result,) = post_json(client, CLASSIFY, items=["NA"], na=na)["results"]
    assert (result["outcome"], result["symbol"]) == (outcome, symbol)


def test_strict_takes_exact_symbols_only(client: Client) -> None:
    body = post_json(client, CLASSIFY, items=["Sc", "sc", "scandium", 21], strict=True)
    assert [r["symbol"] for r in body["results"]] == ["Sc", None, None, None]
    assert body["results"][1]["problem"]["suggestions"] == ["Sc"]


def test_resolve_reads_as_the_batch_does(client: Client) -> None:
    mentions = ["Sc", "CO", "NA", "REE", "n/a", "InChI=1S/Sc", "скандий", "", "x" * 255, "x" * 256]
    resolved = get_json(client, "/v1/resolve", q=mentions)
    assert (
        resolved["results"] == post_json(client, CLASSIFY, items=mentions, detail="full")["results"]
    )
    outcomes = [result["outcome"] for result in resolved["results"]]
    assert outcomes[-3:] == ["missing", "unknown", "invalid"]
