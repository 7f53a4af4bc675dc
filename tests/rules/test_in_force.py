"""Which editions stand on a day: the boundary days, partial dates and suspensions."""

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.catalogue import Catalogue, Selection, View
from service.catalogue.selection import select
from service.loading.build import build_catalogue
from service.model import Suspension, first_day, last_day
from service.rules import eras, in_force, uncertain
from tests.conftest import TINY_SEEDS
from tests.rules.builders import edition


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-03-31", "2025-03-31", "2025-03-31"),
    ],
)
def test_a_partial_date_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    assert (first_day(text), last_day(text)) == (day(first), day(last))


@pytest.mark.parametrize("text", ["", "2025-13", "2025-02-30", "0000", "March", "2025-03-01T00"])
def test_what_is_no_date_has_no_first_day(text: str) -> None:
    for either in (first_day, last_day):
        with pytest.raises(ValueError, match=r"."):
            either(text)


PERIOD = {"published": "2020-01-01", "in_force_from": "2021-06-15", "in_force_to": "2023-01-10"}


@pytest.mark.parametrize(
    ("dates", "on", "state"),
    [
        ({"read_on": "2024-01-01"}, "2023-12-31", "no"),
        ({"read_on": "2024-01-01"}, "2024-01-01", "yes"),
        ({"read_on": "2024-01-01"}, "9999-12-31", "yes"),
        (PERIOD, "2020-01-01", "no"),
        (PERIOD, "2021-06-14", "no"),
        (PERIOD, "2021-06-15", "yes"),
        (PERIOD, "2023-01-09", "yes"),
        (PERIOD, "2023-01-10", "no"),
        ({"published": "2020-02-02"}, "2020-02-01", "no"),
        ({"published": "2020-02-02"}, "2020-02-02", "yes"),
        ({"published": "2020-02-02"}, "2099-01-01", "yes"),
        ({"published": "2020-02"}, "2020-01-31", "no"),
        ({"published": "2020-02"}, "2020-02-01", "uncertain"),
        ({"published": "2020-02"}, "2020-02-28", "uncertain"),
        ({"published": "2020-02"}, "2020-02-29", "yes"),
        ({"published": "2020"}, "2019-12-31", "no"),
        ({"published": "2020"}, "2020-01-01", "uncertain"),
        ({"published": "2020"}, "2020-12-31", "yes"),
        ({"published": "2010", "in_force_to": "2020"}, "2019-12-31", "yes"),
        ({"published": "2010", "in_force_to": "2020"}, "2020-01-01", "uncertain"),
        ({"published": "2010", "in_force_to": "2020"}, "2020-12-30", "uncertain"),
        ({"published": "2010", "in_force_to": "2020"}, "2020-12-31", "no"),
        ({"published": "2010", "in_force_to": "2020-03"}, "2020-02-29", "yes"),
        ({"published": "2010", "in_force_to": "2020-03"}, "2020-03-01", "uncertain"),
        ({"published": "2010", "in_force_to": "2020-03"}, "2020-03-31", "no"),
    ],
)
def test_an_edition_stands_from_start_to_end(dates: dict[str, str], on: str, state: str) -> None:
    dated = edition("e", **dates)
    assert in_force(dated, day(on)) is (state == "yes")
    assert uncertain(dated, day(on)) is (state == "uncertain")


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
    paused = edition("e", published="2020", suspensions=(pause,))
    assert in_force(paused, day(on)) is stands


def test_each_of_several_suspensions_counts() -> None:
    years = (("2021", "2022"), ("2023", "2024"))
    pauses = tuple(Suspension(start, end, False, None) for start, end in years)
    paused = edition("e", published="2020", suspensions=pauses)
    on = [in_force(paused, dt.date(year, 12, 31)) for year in range(2020, 2025)]
    assert on == [True, False, True, False, True]


LEAGUE = {"league-2020", "league-2023"}


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        ("2020-08-31", set()),
        ("2020-09-29", set()),
        ("2020-09-30", {"league-2020"}),
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


TINY = build_catalogue(TINY_SEEDS)
PERIODS = [(each.start, each.in_force_to) for each in TINY.editions.values()]
PAUSES = [(each.start, each.end) for e in TINY.editions.values() for each in e.suspensions]
BOUNDARIES = sorted(
    {
        either(date)
        for dates in PERIODS
        for date in dates
        if date
        for either in (first_day, last_day)
    }
    | {first_day(date) for dates in PAUSES for date in dates if date}
)
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2026, 12, 31))


@given(DAYS, DAYS)
def test_answers_change_on_boundary_days_only(one: dt.date, other: dt.date) -> None:
    early, late = sorted((one, other))
    last = max((each for each in BOUNDARIES if each <= late), default=dt.date.min)
    early = max(early, last)
    before, after = (View(TINY, Selection(each)) for each in (early, late))
    assert stand(before) == stand(after)
    for symbol in TINY.elements:
        assert before.positions(symbol) == after.positions(symbol)
        assert before.summaries(symbol) == after.summaries(symbol)
        assert before.disagreements(symbol) == after.disagreements(symbol)


def stand(view: View) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    return view.editions, view.suspended, view.uncertain


def test_every_boundary_day_changes_how_editions_stand() -> None:
    for boundary in BOUNDARIES:
        eve = View(TINY, Selection(boundary - dt.timedelta(days=1)))
        assert stand(eve) != stand(View(TINY, Selection(boundary)))


def test_every_day_shows_what_it_would_by_itself(catalogue: Catalogue) -> None:
    """Days between two turns share a selection: those around each turn, and one a month."""
    turning = {
        day + dt.timedelta(n) for day in eras(catalogue.editions.values())[1:] for n in (-1, 0, 1)
    }
    monthly = {dt.date(year, month, 9) for year in range(1985, 2028) for month in range(1, 13)}
    seen = set()
    for day in sorted(turning | monthly):
        for chosen in (None, frozenset(["cn-mofcom", "european-commission"])):
            selection = Selection(day, chosen, history=bool(day.toordinal() % 2))
            view = View(catalogue, selection)
            wanted = select(catalogue.editions.values(), selection)
            assert stand(view) == (wanted.shown, wanted.suspended, wanted.uncertain)
            assert view.current == wanted.current
            assert view.selection == selection
            seen.add(wanted.current)
    assert len(seen) > 60
