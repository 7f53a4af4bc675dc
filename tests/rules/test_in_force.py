"""Which editions stand on a day: the boundary days, partial dates and suspensions."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.catalogue import Catalogue, Selection, View
from service.catalogue.selection import select
from service.loading.build import build_catalogue
from service.model import Edition, Suspension, first_day
from service.rules import in_force


def edition(**dates: Any) -> Edition:
    defaults: dict[str, Any] = dict.fromkeys(
        ("published", "in_force_from", "in_force_to", "supersedes", "official_count")
    )
    defaults |= {"count_note": None, "note": None, "suspensions": (), "citations": ()}
    return Edition(id="e", authority="a", series="s", title="t", **(defaults | dates))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2025", "2025-01-01"), ("2025-03", "2025-03-01"), ("2025-03-31", "2025-03-31")],
)
def test_a_partial_date_begins_on_its_first_day(text: str, expected: str) -> None:
    assert first_day(text) == day(expected)


@pytest.mark.parametrize("text", ["", "2025-13", "2025-02-30", "0000", "March", "2025-03-01T00"])
def test_what_is_no_date_has_no_first_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        first_day(text)


PERIOD = {"published": "2020-01-01", "in_force_from": "2021-06-15", "in_force_to": "2023-01-10"}


@pytest.mark.parametrize(
    ("dates", "on", "stands"),
    [
        ({}, "0001-01-01", True),
        ({}, "9999-12-31", True),
        (PERIOD, "2020-01-01", False),
        (PERIOD, "2021-06-14", False),
        (PERIOD, "2021-06-15", True),
        (PERIOD, "2023-01-09", True),
        (PERIOD, "2023-01-10", False),
        ({"published": "2020-02-02"}, "2020-02-01", False),
        ({"published": "2020-02-02"}, "2020-02-02", True),
        ({"published": "2020-02-02"}, "2099-01-01", True),
        ({"published": "2020-02"}, "2020-01-31", False),
        ({"published": "2020-02"}, "2020-02-01", True),
        ({"published": "2020"}, "2019-12-31", False),
        ({"published": "2020"}, "2020-01-01", True),
        ({"in_force_to": "2020"}, "2019-12-31", True),
        ({"in_force_to": "2020"}, "2020-01-01", False),
        ({"in_force_to": "2020-03"}, "2020-02-29", True),
        ({"in_force_to": "2020-03"}, "2020-03-01", False),
    ],
)
def test_an_edition_stands_from_its_start_up_to_its_end(
    dates: dict[str, str], on: str, stands: bool
) -> None:
    assert in_force(edition(**dates), day(on)) is stands


@pytest.mark.parametrize(
    ("end", "unconfirmed", "on", "stands"),
    [
        ("2024-03-10", False, "2024-01-31", True),
        ("2024-03-10", False, "2024-02-01", False),
        ("2024-03-10", False, "2024-03-09", False),
        ("2024-03-10", False, "2024-03-10", True),
        ("2024-04", False, "2024-03-31", False),
        ("2024-04", False, "2024-04-01", True),
        ("2024-04", True, "2024-01-31", True),
        ("2024-04", True, "2024-03-31", False),
        ("2024-04", True, "2024-04-01", False),
        (None, False, "2024-01-31", True),
        (None, False, "2024-02-01", False),
        (None, False, "2999-01-01", False),
    ],
)
def test_a_suspension_lasts_from_its_start_up_to_its_end_if_that_is_confirmed(
    end: str | None, unconfirmed: bool, on: str, stands: bool
) -> None:
    pause = Suspension("2024-02", end, unconfirmed, None)
    paused = edition(published="2020", suspensions=(pause,))
    assert in_force(paused, day(on)) is stands


def test_each_of_several_suspensions_counts() -> None:
    years = (("2021", "2022"), ("2023", "2024"))
    pauses = tuple(Suspension(start, end, False, None) for start, end in years)
    paused = edition(published="2020", suspensions=pauses)
    on = [in_force(paused, dt.date(year, 6, 1)) for year in range(2020, 2025)]
    assert on == [True, False, True, False, True]


LEAGUE = {"league-2020", "league-2023"}


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        ("2020-08-31", set()),
        ("2020-09-01", {"league-2020"}),
        ("2022-12-20", {"league-2020"}),
        ("2023-01-14", {"league-2020"}),
        ("2023-01-15", {"league-2023"}),
        ("2024-01-31", {"league-2023"}),
        ("2024-02-01", set()),
        ("2024-03-09", set()),
        ("2024-03-10", {"league-2023"}),
    ],
)
def test_a_view_has_the_editions_of_its_day(tiny: Catalogue, on: str, standing: set[str]) -> None:
    assert set(View(tiny, Selection(day(on))).editions) & LEAGUE == standing
    only = View(tiny, Selection(day(on), frozenset({"league"})))
    assert set(only.editions) == standing
    history = View(tiny, Selection(day(on), frozenset({"league"}), history=True))
    assert set(history.editions) == LEAGUE
    voices = [v for s in history.summaries("Sc") for v in (*s.included, *s.excluded, *s.silent)]
    assert {position.edition for voice in voices for position in voice.positions} == standing


TINY = build_catalogue(Path(__file__).parents[1] / "tiny_seeds")
BOUNDARIES = sorted(
    {
        first_day(date)
        for e in TINY.editions.values()
        for date in (
            *(e.in_force_from or e.published, e.in_force_to),
            *(date for pause in e.suspensions for date in (pause.start, pause.end)),
        )
        if date
    }
)
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2026, 12, 31))


@given(DAYS, DAYS)
def test_answers_change_on_boundary_days_only(one: dt.date, other: dt.date) -> None:
    early, late = sorted((one, other))
    last = max((each for each in BOUNDARIES if each <= late), default=dt.date.min)
    early = max(early, last)
    for symbol in TINY.elements:
        before, after = (View(TINY, Selection(each)) for each in (early, late))
        assert before.positions(symbol) == after.positions(symbol)
        assert before.summaries(symbol) == after.summaries(symbol)
        assert before.disagreements(symbol) == after.disagreements(symbol)


def test_every_boundary_day_changes_which_editions_stand() -> None:
    for boundary in BOUNDARIES:
        eve = View(TINY, Selection(boundary - dt.timedelta(days=1)))
        assert set(eve.editions) != set(View(TINY, Selection(boundary)).editions)


def test_every_day_shows_what_it_would_by_itself(catalogue: Catalogue) -> None:
    day, last = dt.date(1985, 1, 1), dt.date(2028, 1, 1)
    seen = set()
    while day < last:
        for chosen in (None, frozenset(["cn-mofcom", "european-commission"])):
            selection = Selection(day, chosen, history=bool(day.toordinal() % 2))
            view = View(catalogue, selection)
            wanted = select(catalogue.editions.values(), selection)
            shown = (wanted.shown, wanted.current, wanted.suspended)
            assert (view.editions, view.current, view.suspended) == shown
            assert view.selection == selection
            seen.add(wanted.current)
        day += dt.timedelta(1)
    assert len(seen) > 60
