"""One element, read beside the article; and how many are chosen."""

from typing import Any

import pytest
from werkzeug.test import Client

from service.catalogue import Catalogue
from tests.support.shapes import get_json

VOICE, MINISTRY, SCIENTISTS = (
    "izvestia-2025",
    "mnr-russia-2025-izvestia",
    "many-scientists-2025-izvestia",
)
GROUPS = ("dispersed-metal", "light-rare-metal", "refractory-rare-metal", "radioactive-rare-metal")
THIRTEEN = {"Li", "Be", "V", "Ga", "Ge", "Rb", "Zr", "Nb", "In", "Cs", "Hf", "Ta", "Re"}
SEVENTEEN = ["Sc", "Y", "La", "Ce", "Pr", "Nd", "Pm", "Sm", "Eu", "Gd"]
SEVENTEEN += ["Tb", "Dy", "Ho", "Er", "Tm", "Yb", "Lu"]
SILENT: tuple[str, str, list[str]] = ("silent", "nothing-said", [])


def whole(client: Client, mention: str, **query: Any) -> Any:
    return get_json(client, f"/v1/elements/{mention}", detail="full", **query)


@pytest.mark.parametrize(
    ("mention", "ministry"),
    [
        ("Sc", [("included", "claim", ["Sc"]), ("excluded", "disjoint-category", ["Sc"])]),
        ("yttrium", [SILENT, SILENT]),
    ],
)
def test_the_three_voices_of_the_article_stand_where_it_says(
    client: Client, mention: str, ministry: list[tuple[str, str, list[str]]]
) -> None:
    body = whole(client, mention)
    symbol = body["element"]["symbol"]
    found = {
        (p["edition"], p["concept"]): (p["position"], p["basis"], [c["id"] for c in p["claims"]])
        for p in body["positions"]
        if p["edition"] in (VOICE, MINISTRY, SCIENTISTS)
    }
    held = [(*rest, [f"{MINISTRY}/classifier/{s}" for s in claims]) for *rest, claims in ministry]
    assert found == {
        **{
            (VOICE, c): ("silent", "nothing-said", [])
            for c in (*GROUPS, "rare-metal", "rare-earth")
        },
        (MINISTRY, "rare-metal"): held[0],
        (MINISTRY, "rare-earth"): held[1],
        (SCIENTISTS, "rare-earth"): (
            "included",
            "claim",
            [f"{SCIENTISTS}/rare-earth-metals/{symbol}"],
        ),
    }


def test_authority_reporter_and_source_are_three_and_come_along(client: Client) -> None:
    body = whole(client, "Sc")
    ministry = body["editions"][MINISTRY]
    assert ministry["authority"] == "mnr-russia"
    assert body["authorities"]["mnr-russia"]["kind"] == "ministry"
    (citation,) = ministry["sources"]
    assert (citation["grade"], citation["reporter"]) == ("reported", "Izvestia")
    source = body["sources"][citation["source"]]
    assert (source["publisher"], len(source["sha256"])) == ("Izvestia", 64)


@pytest.mark.parametrize("symbol", ["Sc", "Co", "Og"])
def test_whatever_an_answer_names_by_id_it_brings_along(client: Client, symbol: str) -> None:
    body = whole(client, symbol)
    assert {p["edition"] for p in body["positions"]} == set(body["editions"])
    assert {e["authority"] for e in body["editions"].values()} == set(body["authorities"])
    cited = {row["source"] for e in body["editions"].values() for row in e["sources"]}
    assert cited == set(body["sources"])
    assert {p["concept"] for p in body["positions"]} <= set(body["concepts"])


@pytest.mark.parametrize(
    ("mention", "symbol", "by"),
    [
        *(("Sc", "Sc", "symbol"), ("SC", "Sc", "symbol-case-folded")),
        *(("CO", "Co", "symbol-case-folded"), ("21", "Sc", "atomic-number")),
        *(("скандий", "Sc", "name"), ("7440-20-2", "Sc", "cas"), ("U-235", "U", "isotope")),
        *(("Sc3+", "Sc", "ion"), ("na", "Na", "symbol-case-folded")),
    ],
)
def test_an_answer_says_how_it_was_asked(
    client: Client, mention: str, symbol: str, by: str
) -> None:
    query = {"na": "sodium"} if mention == "na" else {}
    body = whole(client, mention, authority="izvestia", **query)
    assert (body["element"]["symbol"], body["resolution"]["by"]) == (symbol, by)
    assert body["resolution"]["canonical"] == symbol
    assert bool(body["resolution"]["warnings"]) == (mention in ("CO", "SC"))


def chosen(client: Client, query: str) -> list[str]:
    body = get_json(client, f"/v1/elements?{query}")
    assert body["count"] == len(body["elements"])
    return [element["symbol"] for element in body["elements"]]


def test_position_and_authority_choose_members_of_lists(client: Client) -> None:
    by_scientists = "authority=many-scientists&concept=rare-earth&position="
    assert chosen(client, f"{by_scientists}included") == SEVENTEEN
    assert len(chosen(client, f"{by_scientists}excluded")) == 118 - 17
    assert chosen(client, f"{by_scientists}silent") == []
    by_voice = "authority=izvestia&concept=rare-metal&position=included"
    assert set(chosen(client, by_voice)) == THIRTEEN


def test_disputed_and_not_disputed_part_the_118(client: Client, catalogue: Catalogue) -> None:
    disputed = chosen(client, "concept=rare-earth&disputed=true")
    agreed = chosen(client, "concept=rare-earth&disputed=false")
    assert "Sc" in disputed
    assert "Fe" in agreed
    assert sorted(disputed + agreed) == sorted(catalogue.elements)


def test_a_repeated_authority_adds_editions_and_a_day_leaves_them_out(client: Client) -> None:
    voices = "authority=izvestia&authority=many-scientists"
    query = f"/v1/elements?{voices}&concept=rare-earth&detail=full&as_of="
    before = get_json(client, f"{query}2025-02-28")
    after = get_json(client, f"{query}2025-03-31")
    assert not {VOICE, SCIENTISTS} & set(before["editions"])
    assert set(after["editions"]) >= {VOICE, SCIENTISTS}
    assert {e["authority"] for e in after["editions"].values()} == {"izvestia", "many-scientists"}
    assert (before["as_of"], after["as_of"]) == ("2025-02-28", "2025-03-31")
    assert before["count"] == after["count"] == 118
    assert {r["concept"] for e in after["elements"] for r in e["summary"]} == {"rare-earth"}
    long_before = whole(client, "Sc", as_of="1500-01-01", authority="many-scientists")
    assert (long_before["positions"], long_before["editions"]) == ([], {})


@pytest.mark.parametrize(
    "address", ["/v1/elements/Sc?", "/v1/elements?", "/v1/formulas?formula=CO&"]
)
def test_a_repeated_concept_leaves_these_concepts(client: Client, address: str) -> None:
    body = get_json(client, f"{address}concept=rare-earth&concept=critical")
    elements = body.get("elements", [body])
    for row in elements.values() if isinstance(elements, dict) else elements:
        assert {each["concept"] for each in row["concepts"]} == {"rare-earth", "critical"}


def test_disagreements_are_filtered_by_element_concept_and_kind(client: Client) -> None:
    query = "element=scandium&concept=rare-earth&kind=membership"
    body = get_json(client, f"/v1/disagreements?{query}")
    assert [d["id"] for d in body["disagreements"]] == ["rare-earth/Sc/membership"]
    everything = get_json(client, "/v1/disagreements?concept=rare-earth&concept=critical")
    assert everything["count"] == len(everything["disagreements"]) > 1
    assert {d["concept"] for d in everything["disagreements"]} == {"rare-earth"}
    kinds = [d["kind"] for d in everything["disagreements"]]
    order = ["membership", "placement", "boundary", "internal", "coverage"]
    assert kinds == sorted(kinds, key=order.index)


def test_materials_of_lists_are_told_apart_from_the_others(client: Client) -> None:
    of_lists = get_json(client, "/v1/materials")["materials"]
    others = get_json(client, "/v1/materials?listed=false")["materials"]
    ids, more = ({each["id"] for each in records} for records in (of_lists, others))
    assert {"graphite", "graphite-natural", "fluorspar"} <= ids
    assert {"malachite", "adelite", "allanite-la"} <= more
    assert not ids & more
    assert len(client.get("/v1/materials").data) < 50_000
    whole = get_json(client, "/v1/materials?detail=full")["materials"]
    assert [each["id"] for each in whole] == [each["id"] for each in of_lists]
    spellings = {each["spelling"] for record in whole for each in record["names"]}
    assert {"уголь", "charbon", "石墨"} <= spellings
    assert not [each for each in of_lists if "names" in each]
    mineral = get_json(client, "/v1/materials/Allanite-(La)")
    assert mineral["material"]["id"] == "allanite-la"
    assert [each["symbol"] for each in mineral["material"]["elements"]][:3] == ["Ca", "La", "Al"]
