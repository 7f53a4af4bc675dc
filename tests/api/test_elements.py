"""One element, read beside the article claim by claim; and how many are chosen."""

from typing import Any

import pytest
from werkzeug.test import Client

from tests.support.shapes import validated

VOICE, MINISTRY, SCIENTISTS = (
    "izvestia-2025",
    "mnr-russia-2025-izvestia",
    "many-scientists-2025-izvestia",
)
ARTICLE = {VOICE, MINISTRY, SCIENTISTS}
CLASSIFIER, REE = f"{MINISTRY}/classifier", f"{SCIENTISTS}/rare-earth-metals"
SAID_NOTHING: tuple[Any, ...] = ("silent", None, "nothing-said", [])
NAMED_BY_SCIENTISTS = ("included", "stated", "claim")
GROUPS = ("dispersed-metal", "light-rare-metal", "refractory-rare-metal", "radioactive-rare-metal")
THIRTEEN = ["Li", "Be", "V", "Ga", "Ge", "Rb", "Zr", "Nb", "In", "Cs", "Hf", "Ta", "Re"]
SEVENTEEN = [
    "Sc",
    "Y",
    "La",
    "Ce",
    "Pr",
    "Nd",
    "Pm",
    "Sm",
    "Eu",
    "Gd",
    "Tb",
    "Dy",
    "Ho",
    "Er",
    "Tm",
    "Yb",
    "Lu",
]


def whole(client: Client, asked: str) -> dict[str, Any]:
    joined = "&" if "?" in asked else "?"
    answer = validated(client.get(f"/v1/elements/{asked}{joined}detail=full"))
    assert answer.status_code == 200
    body: dict[str, Any] = answer.json
    return body


def of_article(body: dict[str, Any]) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Give (edition, concept) -> (stand, status, why, claims) of the article's three voices."""
    return {
        (p["edition"], p["concept"]): (
            p["position"],
            p["status"],
            p["basis"],
            [claim["id"] for claim in p["claims"]],
        )
        for p in body["positions"]
        if p["edition"] in ARTICLE
    }


def test_scandium_is_rare_by_the_ministry_and_rare_earth_by_the_scientists(
    client: Client,
) -> None:
    claim = f"{CLASSIFIER}/Sc"
    assert of_article(whole(client, "Sc")) == {
        (VOICE, "rare-metal"): SAID_NOTHING,
        (VOICE, "rare-earth"): SAID_NOTHING,
        **{(VOICE, group): SAID_NOTHING for group in GROUPS},
        (MINISTRY, "rare-metal"): ("included", "stated", "claim", [claim]),
        (MINISTRY, "rare-earth"): ("excluded", "implied", "disjoint-category", [claim]),
        (SCIENTISTS, "rare-earth"): (*NAMED_BY_SCIENTISTS, [f"{REE}/Sc"]),
    }


def test_yttrium_is_rare_earth_by_the_scientists_and_the_ministry_is_silent_on_it(
    client: Client,
) -> None:
    assert of_article(whole(client, "yttrium")) == {
        (VOICE, "rare-metal"): SAID_NOTHING,
        (VOICE, "rare-earth"): SAID_NOTHING,
        **{(VOICE, group): SAID_NOTHING for group in GROUPS},
        (MINISTRY, "rare-metal"): SAID_NOTHING,
        (MINISTRY, "rare-earth"): SAID_NOTHING,
        (SCIENTISTS, "rare-earth"): (*NAMED_BY_SCIENTISTS, [f"{REE}/Y"]),
    }


@pytest.mark.parametrize("symbol", ["Sc", "Y"])
def test_every_claim_of_the_article_stands_in_paragraph_13(client: Client, symbol: str) -> None:
    body = whole(client, symbol)
    claims = [c for p in body["positions"] if p["edition"] in ARTICLE for c in p["claims"]]
    assert claims
    for claim in claims:
        assert claim["locator"] == {"kind": "paragraph", "value": "13"}
        assert (claim["relation"], claim["status"], claim["via"]) == ("includes", "stated", "named")


def test_authority_reporter_and_source_are_three_and_come_along(client: Client) -> None:
    body = whole(client, "Sc")
    ministry = body["editions"][MINISTRY]
    assert ministry["authority"] == "mnr-russia"
    assert body["authorities"]["mnr-russia"]["kind"] == "ministry"
    (citation,) = ministry["sources"]
    assert (citation["grade"], citation["reporter"]) == ("reported", "Izvestia")
    source = body["sources"][citation["source"]]
    assert (source["publisher"], len(source["sha256"])) == ("Izvestia", 64)


def test_the_thirteen_are_rare_and_in_none_of_the_four_groups_by_name(client: Client) -> None:
    for symbol in THIRTEEN:
        stands = of_article(whole(client, f"{symbol}?authority=izvestia"))
        assert stands[VOICE, "rare-metal"][0] == "included"
        assert {stands[VOICE, group][0] for group in GROUPS} == {"silent"}


def test_a_disagreement_lists_both_sides_and_no_winner(client: Client) -> None:
    body = whole(client, "Sc?concept=rare-earth")
    found = {d["kind"]: d for d in body["disagreements"]}
    membership = found["membership"]
    sides = {s["position"]: [h["edition"] for h in s["holders"]] for s in membership["sides"]}
    assert MINISTRY in sides["excluded"]
    assert SCIENTISTS in sides["included"]
    assert sides["silent"]
    placed = {
        s["concept"]: [h["edition"] for h in s["holders"]] for s in found["placement"]["sides"]
    }
    assert SCIENTISTS in placed["rare-earth"]
    assert MINISTRY in placed["rare-metal"]


@pytest.mark.parametrize("symbol", ["Sc", "Y", "Co", "Hg", "Og"])
def test_whatever_an_answer_names_by_id_it_brings_along(client: Client, symbol: str) -> None:
    body = whole(client, symbol)
    named = {p["edition"] for p in body["positions"]}
    assert named == set(body["editions"])
    assert {e["authority"] for e in body["editions"].values()} == set(body["authorities"])
    cited = {row["source"] for e in body["editions"].values() for row in e["sources"]}
    assert cited == set(body["sources"])
    assert {p["concept"] for p in body["positions"]} <= set(body["concepts"])


@pytest.mark.parametrize("symbol", ["Sc", "Y", "Ga"])
def test_the_summary_has_each_authority_where_its_editions_in_force_stand(
    client: Client, symbol: str
) -> None:
    body = whole(client, symbol)
    stands: dict[tuple[str, str], dict[str, str]] = {}
    for position in filter(lambda p: p["in_force"], body["positions"]):
        authority = body["editions"][position["edition"]]["authority"]
        held = stands.setdefault((position["concept"], authority), {})
        held[position["edition"]] = position["position"]
    for row in body["summary"]:
        expected: dict[str, set[str]] = {stand: set() for stand in STANDS}
        for (concept, _), held in stands.items():
            if concept == row["concept"]:
                stand, editions = voice(held, row["nature"])
                expected[stand] |= editions
        assert {stand: set(row[stand]) for stand in STANDS} == expected


STANDS = ("included", "excluded", "silent", "contradictory")


def voice(held: dict[str, str], nature: str) -> tuple[str, set[str]]:
    """Give where an authority stands, by the positions of its editions, and those that say so."""
    both = {"included", "excluded"} <= set(held.values()) and nature == "classification"
    if both or "contradictory" in held.values():
        return "contradictory", {edition for edition in held if held[edition] != "silent"}
    stand = next(each for each in STANDS if each in held.values())
    return stand, {edition for edition in held if held[edition] == stand}


@pytest.mark.parametrize(
    ("mention", "symbol", "by"),
    [
        ("Sc", "Sc", "symbol"),
        ("SC", "Sc", "symbol-case-folded"),
        ("CO", "Co", "symbol-case-folded"),
        ("21", "Sc", "atomic-number"),
        ("скандий", "Sc", "name"),
        ("7440-20-2", "Sc", "cas"),
        ("U-235", "U", "isotope"),
        ("Sc3+", "Sc", "ion"),
        ("wolfram", "W", "name"),
        ("na?na=sodium", "Na", "symbol-case-folded"),
    ],
)
def test_a_mention_in_the_path_is_read_and_the_answer_says_how(
    client: Client, mention: str, symbol: str, by: str
) -> None:
    body = whole(client, mention)
    assert (body["element"]["symbol"], body["resolution"]["by"]) == (symbol, by)
    assert body["resolution"]["canonical"] == symbol
    assert bool(body["resolution"]["warnings"]) == (mention in ("CO", "SC"))


def chosen(client: Client, query: str) -> list[str]:
    answer = validated(client.get(f"/v1/elements?{query}"))
    assert answer.status_code == 200
    assert answer.json["count"] == len(answer.json["elements"])
    return [element["symbol"] for element in answer.json["elements"]]


def test_all_elements_come_in_the_order_of_their_numbers(client: Client) -> None:
    body = validated(client.get("/v1/elements?concept=rare-earth")).json
    assert [e["atomic_number"] for e in body["elements"]] == list(range(1, 119))


def test_position_and_authority_choose_the_members_of_the_articles_lists(
    client: Client,
) -> None:
    by_scientists = "authority=many-scientists&concept=rare-earth&position="
    assert chosen(client, f"{by_scientists}included") == SEVENTEEN
    assert len(chosen(client, f"{by_scientists}excluded")) == 118 - 17
    assert chosen(client, f"{by_scientists}silent") == []
    by_voice = "authority=izvestia&concept=rare-metal&position=included"
    assert sorted(chosen(client, by_voice)) == sorted(THIRTEEN)


def test_a_repeated_authority_adds_editions_and_never_others(client: Client) -> None:
    query = "authority=izvestia&authority=many-scientists&concept=rare-earth&detail=full"
    body = validated(client.get(f"/v1/elements?{query}")).json
    assert set(body["authorities"]) == {"izvestia", "many-scientists"}
    assert {e["authority"] for e in body["editions"].values()} == {"izvestia", "many-scientists"}


def test_disputed_and_not_disputed_part_the_118(client: Client) -> None:
    disputed = chosen(client, "concept=rare-earth&disputed=true")
    agreed = chosen(client, "concept=rare-earth&disputed=false")
    assert "Sc" in disputed
    assert "Fe" not in disputed
    assert len(disputed) + len(agreed) == 118
    assert not set(disputed) & set(agreed)


def test_concept_leaves_only_that_concept(client: Client) -> None:
    asked = "/v1/elements?concept=rare-earth&authority=many-scientists"
    for element in validated(client.get(asked)).json["elements"]:
        assert [row["concept"] for row in element["concepts"]] == ["rare-earth"]
    body = validated(client.get(f"{asked}&detail=full")).json
    for element in body["elements"]:
        assert [row["concept"] for row in element["summary"]] == ["rare-earth"]
    assert set(body["concepts"]) == {"rare-earth"}


def test_before_the_article_its_voices_take_no_part(client: Client) -> None:
    query = "authority=izvestia&authority=many-scientists&concept=rare-earth&detail=full&as_of="
    before = validated(client.get(f"/v1/elements?{query}2025-02-28")).json
    after = validated(client.get(f"/v1/elements?{query}2025-03-31")).json
    assert not ARTICLE & set(before["editions"])
    assert set(after["editions"]) >= {VOICE, SCIENTISTS}
    assert (before["as_of"], after["as_of"]) == ("2025-02-28", "2025-03-31")
    assert before["count"] == after["count"] == 118


def test_long_before_all_data_an_answer_is_whole(client: Client) -> None:
    body = whole(client, "Sc?as_of=1500-01-01&authority=many-scientists")
    assert body["as_of"] == "1500-01-01"
    assert (body["positions"], body["summary"], body["disagreements"]) == ([], [], [])
    assert (body["editions"], body["authorities"], body["sources"]) == ({}, {}, {})


def test_disagreements_are_filtered_by_element_concept_and_kind(client: Client) -> None:
    query = "element=scandium&concept=rare-earth&kind=membership"
    body = validated(client.get(f"/v1/disagreements?{query}")).json
    assert [d["id"] for d in body["disagreements"]] == ["rare-earth/Sc/membership"]
    everything = validated(client.get("/v1/disagreements?concept=rare-earth")).json
    assert everything["count"] == len(everything["disagreements"]) > 1
    kinds = [d["kind"] for d in everything["disagreements"]]
    order = ["membership", "placement", "boundary", "internal", "coverage"]
    assert kinds == sorted(kinds, key=order.index)
