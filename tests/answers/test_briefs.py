"""Answers in brief: what is of interest whole, eight holders a side, the rest by id."""

import datetime as dt

import pytest

from service.answers import briefs, materials
from service.answers.briefs import BATCH_HOLDERS, HOLDERS, Briefs, by_interest
from service.answers.encoding import Json
from service.catalogue import Catalogue, Filters, Selection, View, selection_of
from service.mentions import Lexicon, Options, Reader
from service.model import AuthorityKind, Via
from tests.answers.builders import Says, catalogue, read

MOST = HOLDERS[0]


def element(
    data: Catalogue, symbol: str = "Sc", concept: str | None = None, view: View | None = None
) -> Json:
    reading = Reader(Lexicon(data.records)).read(symbol, Options())
    return briefs.element(view or View(data), symbol, reading, concept)


def entry(
    data: Catalogue, concept: str = "earth", shown: tuple[int, ...] = HOLDERS, rank: int = 0
) -> Json:
    view = View(data)
    (summary,) = view.summaries("Sc", concept)
    return Briefs(view, shown).concept("Sc", summary, rank)


def many(number: int, word: str, first: str = "n", concept: str = "earth") -> list[Says]:
    return read(", ".join(f"{first}{each:02} {word}" for each in range(number)), concept)


def authorities(holders: list[Json]) -> list[str]:
    return [each["authority"] for each in holders]


def test_holders_stand_with_edition_and_status() -> None:
    data = catalogue(Says("a", includes="Sc", via=Via.RANGE), *read("b out, c silent, d silent"))
    assert entry(data) == {
        **{"concept": "earth", "nature": "classification"},
        **{"verdict": "disputed", "strength": "inferred", "silent": 2},
        "included": [{"authority": "a", "edition": "a-0", "status": "implied"}],
        "excluded": [{"authority": "b", "edition": "b-1", "status": "stated"}],
    }


def test_a_holder_is_shown_once_by_its_newest_edition() -> None:
    data = catalogue(Says("a", includes="Sc", via=Via.RANGE), Says("a", includes="Sc"))
    assert entry(data)["included"] == [{"authority": "a", "edition": "a-1", "status": "stated"}]
    data = catalogue(Says("a", "critical", material="sand"), Says("a", "critical", closed=True))
    found = entry(data, "critical")
    assert [each["edition"] for each in found["excluded"]] == ["a-1"]
    assert [each["edition"] for each in found["as_material"]] == ["a-0"]


@pytest.mark.parametrize(
    ("shown", "rank", "most"),
    [
        (HOLDERS, 0, 8),
        (HOLDERS, 1, 3),
        (HOLDERS, 9, 1),
        (BATCH_HOLDERS, 0, 3),
        (BATCH_HOLDERS, 9, 1),
    ],
)
def test_so_many_holders_are_shown_a_side(shown: tuple[int, ...], rank: int, most: int) -> None:
    exactly = entry(catalogue(*many(most, "in")), shown=shown, rank=rank)
    assert len(exactly["included"]) == most
    assert "more" not in exactly
    yes, no = many(most + 1, "in", "y"), many(most + 2, "out", "n")
    beyond = entry(catalogue(*yes, *no), shown=shown, rank=rank)
    assert len(beyond["included"]) == len(beyond["excluded"]) == most
    link = "/v1/elements/Sc?concept=earth"
    assert beyond["more"] == {"included": 1, "excluded": 2, "link": link}


def test_the_first_holders_are_those_a_reader_weighs_most() -> None:
    found = entry(catalogue(*read("law in, a in, b in, c in")), shown=(2,))
    assert authorities(found["included"]) == ["law", "c"]


def test_holders_of_a_material_and_authorities_on_both_sides_are_counted_too() -> None:
    listed = entry(catalogue(*many(10, "sand", concept="critical")), "critical")
    assert (len(listed["as_material"]), listed["more"]["as_material"]) == (MOST, 2)
    torn = entry(catalogue(*many(9, "both")))
    assert (len(torn["contradictory"]), torn["more"]["contradictory"]) == (MOST, 1)


def test_all_holders_are_shown_where_the_concept_is_named_and_else_linked_in_the_view() -> None:
    data = catalogue(*many(12, "in"))
    (one,) = element(data, concept="earth")["concepts"]
    assert len(one["included"]) == 12
    assert "more" not in one
    view = View(data, selection_of(data, Filters(as_of=dt.date(2010, 1, 1))))
    (one,) = element(data, view=view)["concepts"]
    link = "/v1/elements/Sc?as_of=2010-01-01&concept=earth"
    assert one["more"] == {"included": 2, "link": link}
    data = catalogue(*many(9, "sand", concept="critical"))
    reading = Reader(Lexicon(data.records)).read("sand", Options())
    (one,) = materials.brief(View(data), "sand", reading, None)["concepts"]
    assert one["more"] == {"included": 1, "link": "/v1/materials/sand?concept=critical"}


def test_a_listing_says_how_many_lists_and_who_names_a_material() -> None:
    data = catalogue(
        Says("a", "critical", includes="Sc", jurisdiction="Ruritania"),
        Says("b", "critical", includes="Sc", jurisdiction="Ruritania"),
        Says("c", "critical", material="sand"),
    )
    found = entry(data, "critical")
    assert (found["verdict"], found["listed_by"], found["of"]) == ("on-some", 1, 2)
    assert authorities(found["included"]) == ["b", "a"]
    assert found["as_material"] == [{"authority": "c", "edition": "c-2", "materials": ("sand",)}]


@pytest.mark.parametrize(
    ("world", "concepts"),
    [
        (
            {
                **{"silent": "a silent", "out": "a out", "single": "a in", "critical": "a ore"},
                **{"agreed": "a in, b in", "strategic": "a in", "torn": "a both"},
                **{"lone": "a in, b out, c out, d out", "open": "a in, b out"},
            },
            ["open", "lone", "torn", "agreed", "strategic", "single", "critical"],
        ),
        # those with an official voice stand before those without
        (
            {"open": "a in, b out", "single": "law in", "critical": "law ore"}
            | {"agreed": "a in, law closed"},
            ["agreed", "single", "critical", "open"],
        ),
    ],
)
def test_verdicts_stand_by_interest(world: dict[str, str], concepts: list[str]) -> None:
    said = [each for concept, text in world.items() for each in read(text, concept)]
    found = element(catalogue(*said))["concepts"]
    assert [each["concept"] for each in found] == concepts
    dissents = {each["concept"]: each["dissent"] for each in found if "dissent" in each}
    assert dissents == ({"lone": "1 of 4, science"} if "lone" in world else {})


def test_what_holds_everywhere_is_told_by_concept() -> None:
    data = catalogue(*read("a silent", "silent"), *read("a out", "out"), *read("b in", "in"))
    answer = element(data)
    assert [each["concept"] for each in answer["concepts"]] == ["in"]
    assert answer["excluded_everywhere"] == ["out"]
    assert answer["silent_everywhere"] == ["silent"]
    summaries = by_interest(data, View(data).summaries("Sc"))
    assert [each.concept for each in summaries] == ["in", "silent", "out"]


def test_concepts_that_are_named_are_all_given_whole() -> None:
    data = catalogue(Says("a", "earth", closed=True), unsaid=["metal"])
    answer = element(data, concept="earth")
    assert [each["verdict"] for each in answer["concepts"]] == ["single"]
    assert answer["excluded_everywhere"] == answer["silent_everywhere"] == []
    nobody = element(data, concept="metal")
    assert nobody["silent_everywhere"] == ["metal"]
    assert nobody["answer"] == "A: no edition we hold speaks of rare metal, only of rare earth."


def test_every_concept_is_whole_or_excluded_or_silent_everywhere(catalogue: Catalogue) -> None:
    view = View(catalogue)
    for symbol in list(catalogue.elements)[::3]:
        summaries = by_interest(catalogue, view.summaries(symbol))
        verdicts = Briefs(view).verdicts(symbol, None, summaries)
        told = [each["concept"] for each in verdicts["concepts"]]
        parts = [*told, *verdicts["excluded_everywhere"], *verdicts["silent_everywhere"]]
        assert sorted(parts) == sorted(catalogue.concepts)
        by_concept = {each.concept: each for each in view.summaries(symbol)}
        for id_ in verdicts["excluded_everywhere"]:
            assert by_concept[id_].excluded
            assert not by_concept[id_].included
        for id_ in verdicts["silent_everywhere"]:
            assert id_ not in by_concept or not by_concept[id_].excluded


SIDES = [*("included", "excluded", "contradictory", "as_material", "suspended", "uncertain")]
SIDES += ["removed"]


@pytest.mark.parametrize("symbol", ["Sc", "C"])
def test_every_edition_that_is_named_can_be_read(catalogue: Catalogue, symbol: str) -> None:
    answer = element(catalogue, symbol)
    named = {
        holder["edition"]
        for each in answer["concepts"]
        for side in SIDES
        for holder in each.get(side, [])
    }
    assert named == set(answer["editions"])
    for record in answer["editions"].values():
        assert record["source"]
        assert record["authority"]


def test_an_edition_says_where_it_was_read() -> None:
    answer = element(catalogue(Says("a", includes="Sc", kind=AuthorityKind.LAW)))
    assert answer["editions"]["a-0"] == {
        **{"authority": "A", "kind": "law", "title": "a-0", "published": "2000"},
        **{"read": "own-page", "source": "https://example.org/gazette"},
    }


STATED = {"authority": "league", "position": "included", "status": "stated"}


def test_a_concept_whose_only_list_is_suspended_is_told(tiny: Catalogue) -> None:
    view = View(tiny, Selection(dt.date(2024, 2, 15)))
    answer = element(tiny, view=view)
    assert answer["concepts"][-1] == {
        **{"concept": "critical", "nature": "listing", "verdict": "silent"},
        **{"suspended": [{**STATED, "edition": "league-2023"}], "silent": 0},
    }
    assert "critical" not in answer["silent_everywhere"]
    assert tiny.editions["league-2023"].in_force_from != "2022-12-20"
    assert answer["editions"]["league-2023"]["published"] == "2022-12-20"
    without = element(tiny, "H", view=view)
    (one,) = without["concepts"]
    assert (one["concept"], one["suspended"][0]["position"]) == ("critical", "excluded")
    assert without["answer"].endswith(
        "League of States leaves it out of league-2023, which is suspended on that day."
    )


def test_a_list_of_an_uncertain_day_is_shown_with_its_position(tiny: Catalogue) -> None:
    answer = element(tiny, "Na", view=View(tiny, Selection(dt.date(2020, 9, 15))))
    (one,) = answer["concepts"]
    assert one["uncertain"] == [{**STATED, "edition": "league-2020"}]


def test_an_element_that_left_a_list_is_told_with_the_list_that_named_it(tiny: Catalogue) -> None:
    answer = element(tiny, "Y", "critical")
    (one,) = answer["concepts"]
    assert one["removed"] == [
        {"authority": "league", "edition": "league-2023", "named_in": "league-2020"}
    ]
    assert answer["answer"].endswith(
        "League of States removed it: league-2020 named it, league-2023 does not."
    )


def test_elements_among_many_have_numbers_of_authorities() -> None:
    data = catalogue(
        Says("a", includes="Sc"), Says("b", excludes="Sc"), Says("c"), Says("a", "critical", "Sc")
    )
    (row,) = briefs.elements(View(data), ["Sc"], None)["elements"]
    assert (row["atomic_number"], row["symbol"], row["name"]) == (21, "Sc", "Scandium")
    earth, critical = row["concepts"]
    assert list(earth.values()) == ["earth", "disputed", 1, 1, 1]
    assert critical == {
        **{"concept": "critical", "verdict": "on-all", "included": 1, "excluded": 0},
        **{"silent": 0, "listed_by": 1, "of": 1},
    }


def test_a_reading_says_only_what_there_is_to_say(catalogue: Catalogue) -> None:
    reader = Reader(Lexicon(catalogue.records))
    assert briefs.read_as(reader.read("Sc", Options())) == {"by": "symbol"}
    ion = briefs.read_as(reader.read("Sc3+", Options()))
    assert (ion["by"], ion["charge"]) == ("ion", 3)
    assert "warnings" not in ion
    assert briefs.read_as(reader.read("zz zz", Options())) == {}
