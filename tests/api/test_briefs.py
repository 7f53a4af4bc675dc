"""Answers in brief over HTTP: who is shown, who is counted, and of which concepts."""

from werkzeug.test import Client

from service.catalogue import Catalogue, View
from tests.support.shapes import named, validated


def test_a_repeated_concept_leaves_these_concepts(client: Client) -> None:
    query = "concept=rare-earth&concept=critical"
    for address in ("/v1/elements/Sc", "/v1/elements", "/v1/formulas?formula=CO"):
        joined = "&" if "?" in address else "?"
        body = validated(client.get(f"{address}{joined}{query}")).json
        elements = body.get("elements", [body])
        for row in elements.values() if isinstance(elements, dict) else elements:
            assert {each["concept"] for each in row["concepts"]} == {"rare-earth", "critical"}
    found = validated(client.get(f"/v1/disagreements?element=Sc&{query}")).json["disagreements"]
    assert {each["concept"] for each in found} == {"rare-earth"}


def test_in_brief_whoever_is_not_shown_is_counted(client: Client, catalogue: Catalogue) -> None:
    view = View(catalogue)
    for symbol in catalogue.elements:
        voices = {each.concept: each for each in view.summaries(symbol)}
        body = client.get(f"/v1/elements/{symbol}").json
        for entry in body["concepts"]:
            more = entry.get("more", {})
            for side in ("included", "excluded", "contradictory", "as_material"):
                held = len(getattr(voices[entry["concept"]], side))
                assert len(entry.get(side, [])) + more.get(side, 0) == held, (symbol, entry)
            if more:
                assert more["link"] == f"/v1/elements/{symbol}?concept={entry['concept']}"
        assert named(body["concepts"]) == set(body["editions"]), symbol


def test_with_a_concept_everybody_is_shown(client: Client, catalogue: Catalogue) -> None:
    view = View(catalogue)
    for symbol, concept in (("Sc", "rare-earth"), ("C", "critical"), ("Gd", "heavy-rare-earth")):
        (voices,) = view.summaries(symbol, concept)
        (entry,) = validated(client.get(f"/v1/elements/{symbol}?concept={concept}")).json[
            "concepts"
        ]
        assert "more" not in entry
        for side in ("included", "excluded", "contradictory", "as_material"):
            shown = [holder["authority"] for holder in entry.get(side, [])]
            assert shown == [voice.authority for voice in getattr(voices, side)]


def test_in_brief_an_element_among_many_has_the_numbers_of_its_authorities(
    client: Client, catalogue: Catalogue
) -> None:
    view = View(catalogue)
    body = validated(client.get("/v1/elements")).json
    assert [row["symbol"] for row in body["elements"]] == list(catalogue.elements)
    for row in body["elements"]:
        assert [
            (each["concept"], each["verdict"], each["included"], each["excluded"], each["silent"])
            for each in row["concepts"]
        ] == [
            (s.concept, s.verdict, len(s.included), len(s.excluded), len(s.silent))
            for s in view.summaries(row["symbol"])
        ]
