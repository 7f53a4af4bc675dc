"""Views: which positions they show, in which order."""

import datetime as dt

import pytest

from service.catalogue import Catalogue, Selection, UnknownIdError, View, find
from service.model import Stand, first_day

DAY = dt.date(2023, 6, 1)
LEAGUE = frozenset({"league"})


def editions(view: View, symbol: str, concept: str | None = None) -> list[str]:
    return [position.edition for position in view.positions(symbol, concept)]


def test_the_default_view_is_of_everybody_on_the_day_of_the_data(tiny: Catalogue) -> None:
    assert View(tiny).selection == Selection(dt.date(2024, 6, 1))
    assert set(View(tiny).editions) == {"chemists-2021", "ministry-2022", "league-2023"}


def test_editions_in_force_come_first_and_then_the_newest(tiny: Catalogue) -> None:
    history = View(tiny, Selection(dt.date(2022, 6, 1), history=True))
    assert editions(history, "Sc", "critical") == ["league-2020", "league-2023"]
    history = View(tiny, Selection(DAY, history=True))
    assert editions(history, "Sc", "critical") == ["league-2023", "league-2020"]
    assert editions(View(tiny, Selection(DAY)), "Sc", "critical") == ["league-2023"]
    assert editions(View(tiny), "Sc", "rare-earth") == ["ministry-2022", "chemists-2021"]


def test_the_newest_edition_stands_first_in_the_catalogue(catalogue: Catalogue) -> None:
    starts = [first_day(e.start) for e in catalogue.editions.values() if e.dated]
    assert starts == sorted(starts, reverse=True)
    dated = [edition.dated for edition in catalogue.editions.values()]
    assert dated == sorted(dated, reverse=True)


def test_positions_come_by_concept(tiny: Catalogue) -> None:
    view = View(tiny)
    concepts = [position.concept for position in view.positions("Sc")]
    assert concepts == sorted(concepts, key=list(tiny.concepts).index)
    some = view.positions("Sc", ["critical", "rare-metal"])
    assert [p.concept for p in some] == ["critical", "rare-metal", "rare-metal"]
    assert {position.thing for position in view.positions("Sc")} == {"Sc"}


def test_a_selection_of_authorities_hears_no_other(tiny: Catalogue) -> None:
    view = View(tiny, Selection(DAY, LEAGUE))
    assert view.speaking() == ({"league-2023"}, {"critical"})
    assert [summary.concept for summary in view.summaries("Sc")] == ["critical"]
    assert View(tiny).speaking(["rare-metal"]) == (
        {"chemists-2021", "ministry-2022"},
        {"rare-metal"},
    )


def test_a_suspended_edition_is_heard_aside(tiny: Catalogue) -> None:
    view = View(tiny, Selection(dt.date(2024, 2, 15), LEAGUE))
    assert (view.editions, view.suspended) == ((), ("league-2023",))
    assert (view.summaries("Sc"), view.positions("Sc")) == ((), ())
    (aside,) = view.suspended_positions("Sc")
    assert (aside.edition, aside.stand) == ("league-2023", Stand.INCLUDED)
    assert view.suspended_positions("Ce") == ()
    assert View(tiny, Selection(DAY, LEAGUE)).suspended_positions("Sc") == ()


def test_history_shows_a_suspended_edition_once(tiny: Catalogue) -> None:
    view = View(tiny, Selection(dt.date(2024, 2, 15), LEAGUE, history=True))
    assert editions(view, "Sc") == ["league-2023", "league-2020"]
    assert view.suspended_positions("Sc") == ()


def test_disagreements_may_be_asked_of_some_elements(tiny: Catalogue) -> None:
    view = View(tiny)
    of_one = view.all_disagreements(symbols=["Y"])
    assert [each.id for each in of_one] == ["rare-earth/Y/coverage"]
    of_concept = view.all_disagreements("light-rare-earth")
    assert [each.id for each in of_concept] == ["light-rare-earth/Ce/internal"]


def test_an_unknown_id_comes_with_the_nearest_there_are(tiny: Catalogue) -> None:
    assert find("concept", tiny.concepts, "critical") is tiny.concepts["critical"]
    with pytest.raises(UnknownIdError, match="There is no concept 'rare-erth'") as caught:
        find("concept", tiny.concepts, "rare-erth")
    assert (caught.value.kind, caught.value.id) == ("concept", "rare-erth")
    assert caught.value.suggestions[0] == "rare-earth"
