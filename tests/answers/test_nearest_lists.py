"""Which list this is: the editions that are nearest to a list."""

import datetime as dt

import pytest

from service.answers.nearest_lists import MOST, UserList, nearest
from service.catalogue import Catalogue, Selection, View
from service.model import Basis, Stand


def included(catalogue: Catalogue, concept: str, edition: str) -> frozenset[str]:
    positions = catalogue.positions_on[concept][edition]
    held = {t: p.basis for t, p in positions.items() if p.stand is Stand.INCLUDED}
    return frozenset(t for t, basis in held.items() if basis is not Basis.WIDER_MATERIAL)


def symbols(catalogue: Catalogue, concept: str, edition: str) -> frozenset[str]:
    return included(catalogue, concept, edition).intersection(catalogue.elements)


def listed(things: str) -> UserList:
    return UserList(frozenset(things.split()))


UK_2021 = listed("Sb Bi Co Ga In Li Mg Nb Pd Pt Si Ta Te Sn W V graphite").things
"""The list but for its entry 'rare earth elements'."""


def test_every_edition_is_found_whole(catalogue: Catalogue) -> None:
    view = View(catalogue)
    tried = 0
    for concept, editions in catalogue.positions_on.items():
        for edition in editions:
            if things := included(catalogue, concept, edition):
                best = nearest(view, UserList(things), [concept])[0]
                assert best["score"] == 1
                assert edition in (best["edition"], *best["same"])
                assert best["missing"] == best["extra"] == best["silent"] == []
                assert best["newer"] is None or best["newer"] in view.current
                tried += 1
    assert tried > 300


def test_a_list_of_symbols_or_materials_is_held_against_these_alone(catalogue: Catalogue) -> None:
    things = symbols(catalogue, "critical", "eu-critical-2020")
    assert included(catalogue, "critical", "eu-critical-2020") - things
    best = nearest(View(catalogue), UserList(things))[0]
    assert (best["edition"], best["score"], best["missing"]) == ("eu-critical-2020", 1, [])
    best = nearest(View(catalogue), listed("barite fluorspar graphite"))[0]
    assert "us-critical-2022" in (best["edition"], *best["same"])
    assert (best["score"], best["missing"], best["extra"]) == (1, [], [])


def test_a_material_that_a_wider_one_brings_is_no_difference(catalogue: Catalogue) -> None:
    view = View(catalogue)
    plain = nearest(view, listed("barite fluorspar graphite"), ["critical"])[0]
    narrower = nearest(view, listed("barite fluorspar graphite graphite-natural"), ["critical"])[0]
    assert "graphite-natural" not in plain["missing"]
    assert (narrower["edition"], narrower["score"], narrower["extra"]) == (plain["edition"], 1, [])


def test_one_thing_left_out_and_one_too_many_are_told(catalogue: Catalogue) -> None:
    things = symbols(catalogue, "critical", "au-critical-2022") - {"He"} | {"Fe"}
    best = nearest(View(catalogue), UserList(things))[0]
    assert best["edition"] == "au-critical-2022"
    assert (best["missing"], best["extra"], best["silent"]) == (["He"], ["Fe"], [])


def test_a_thing_of_which_an_open_list_does_not_speak_is_silent(catalogue: Catalogue) -> None:
    things = symbols(catalogue, "strategic", "quebec-csm-2024") | {"Fe"}
    best = nearest(View(catalogue), UserList(things), ["strategic"])[0]
    assert (best["edition"], best["silent"], best["extra"]) == ("quebec-csm-2024", ["Fe"], [])


@pytest.mark.parametrize(
    ("day", "in_force", "newer"),
    [
        ("2022-06-01", True, None),
        ("2024-01-15", False, "au-critical-2023"),
        ("2024-06-01", False, "au-critical-2024"),
        ("2020-01-01", False, None),
    ],
)
def test_a_newer_edition_must_be_in_force_on_the_day(
    catalogue: Catalogue, day: str, in_force: bool, newer: str | None
) -> None:
    view = View(catalogue, Selection(dt.date.fromisoformat(day)))
    best = nearest(view, UserList(symbols(catalogue, "critical", "au-critical-2022")))[0]
    assert best["edition"] == "au-critical-2022"
    assert (best["in_force"], best["newer"]) == (in_force, newer)


def test_a_suspended_edition_is_not_in_force_and_not_newer(catalogue: Catalogue) -> None:
    view = View(catalogue)
    things = symbols(catalogue, "export-controlled", "cn-mofcom-57-2025")
    best = nearest(view, UserList(things))[0]
    assert best["edition"] in view.suspended
    assert (best["in_force"], best["newer"]) == (False, None)


def test_of_two_editions_alike_the_one_in_force_comes_first(catalogue: Catalogue) -> None:
    things = UserList(symbols(catalogue, "strategic", "quebec-csm-2020"))
    now = nearest(View(catalogue), things)[0]
    assert (now["edition"], now["same"]) == ("quebec-csm-2024", ["quebec-csm-2020"])
    assert now["newer"] is None
    then = nearest(View(catalogue, Selection(dt.date(2022, 1, 1))), things)[0]
    assert (then["edition"], then["newer"]) == ("quebec-csm-2020", None)


@pytest.mark.parametrize(
    ("words", "left"), [("Rare-Earth elements", ()), ("terres rares", ("rare-earth",))]
)
def test_a_group_is_compared_in_the_words_of_the_edition_alone(
    catalogue: Catalogue, words: str, left: tuple[str, ...]
) -> None:
    best = nearest(View(catalogue), UserList(UK_2021, {words: "rare-earth"}))[0]
    assert (best["edition"], best["score"]) == ("uk-critical-2021", 1)
    assert best["not_compared"] == left


def test_nothing_is_near_an_empty_list_or_nonsense(catalogue: Catalogue) -> None:
    assert nearest(View(catalogue), listed("")) == []
    assert nearest(View(catalogue), listed("nonsense")) == []


def test_at_most_five_lists_are_given_the_nearest_first(catalogue: Catalogue) -> None:
    found = nearest(View(catalogue), listed("Li Be Na Mg Al Si"))
    assert len(found) == MOST == 5
    scores = [each["score"] for each in found]
    assert scores == sorted(scores, reverse=True)
